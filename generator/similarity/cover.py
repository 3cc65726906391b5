"""Two texts → the characters of each that stand in common passages, and these passages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.model import PASSAGE, Overlap, Report, SharedPassage
from generator.similarity.grams import Grams, Mask, covered, grams, looked_up
from generator.similarity.words import BREAK, Words

# Of a run that a text repeats again and again, only the first few places are looked at.
_MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class ComparedText:
    """The compared characters of a report.

    `own` are those that are no common phrases; `places` says where each run of twelve begins.
    """

    report: Report
    words: Words
    own: Mask
    places: Mapping[str, list[int]]

    @property
    def compared(self) -> int:
        """How many characters are compared."""
        return int(self.own.sum())


def text_of(report: Report, words: Words, common: Grams) -> ComparedText:
    """A text made ready to be compared; `common` are the runs that too many reports have."""
    text = words.text
    phrases = covered(looked_up(grams(text), common)[0], len(text))
    breaks = np.fromiter((char == BREAK for char in text), dtype=bool, count=len(text))
    places: dict[str, list[int]] = {}
    for place, run in enumerate(_runs_of(text)):
        known = places.setdefault(run, [])
        if BREAK not in run and len(known) < _MOST_PLACES:
            known.append(place)
    return ComparedText(
        report, words, ~(phrases | breaks), {run: at for run, at in places.items() if at}
    )


def _runs_of(text: str) -> Iterator[str]:
    """The run of twelve characters that begins at each place."""
    return (text[place : place + PASSAGE] for place in range(len(text) - PASSAGE + 1))


def overlap(one: ComparedText, other: ComparedText) -> Overlap:
    """What two texts have in common, as seen from the first of them."""
    mine, theirs = _shared(one, other), _shared(other, one)
    return Overlap(
        other=other.report,
        shared=int(mine.sum()),
        compared=one.compared,
        other_shared=int(theirs.sum()),
        other_compared=other.compared,
        length=len(one.words.text),
        other_length=len(other.words.text),
        passages=tuple(_passages(one, other, mine)),
    )


def _shared(one: ComparedText, other: ComparedText) -> Mask:
    """The characters of the first that stand in common passages, common phrases taken out."""
    text = one.words.text
    common = np.fromiter((run in other.places for run in _runs_of(text)), dtype=bool)
    shared = covered(common, len(text)) & one.own
    for start, end in _stretches(shared):
        if end - start < PASSAGE:
            shared[start:end] = False
    return shared


def _stretches(mask: Mask) -> Iterator[tuple[int, int]]:
    """Where the stretches begin and end in which a mask is set."""
    edges: NDArray[np.intp] = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _passages(one: ComparedText, other: ComparedText, shared: Mask) -> Iterator[SharedPassage]:
    """The shared stretches of the first, cut wherever the other goes on in another place."""
    for start, end in _stretches(shared):
        here = start
        while here < end:
            place, length = _longest(one, other, here, end)
            yield _passage(one.words, other.words, (here, place), length)
            here += length


def _longest(one: ComparedText, other: ComparedText, start: int, end: int) -> tuple[int, int]:
    """Where in the other the text goes on the farthest from a place, and how far.

    Some common run of twelve characters holds the place, so there is always one.
    """
    text, rest = one.words.text, one.words.text[start:end]
    best, where = 0, 0
    for begin in range(start, max(start - PASSAGE, -1), -1):
        for there in other.places.get(text[begin : begin + PASSAGE], ()):
            place = there + start - begin
            length = _reach(rest, other.words.text, place)
            if length > best:
                best, where = length, place
    return where, best


def _reach(text: str, other: str, place: int) -> int:
    """How many characters of a text stand in another from a place on."""
    low, high = 0, min(len(text), len(other) - place)
    while low < high:
        middle = (low + high + 1) // 2
        if other.startswith(text[low:middle], place + low):
            low = middle
        else:
            high = middle - 1
    return low


def _passage(one: Words, other: Words, starts: tuple[int, int], length: int) -> SharedPassage:
    here, there = starts
    return SharedPassage(
        length,
        here / len(one.text),
        one.printed(here, here + length),
        *one.lines(here, here + length),
        there / len(other.text),
        other.printed(there, there + length),
        *other.lines(there, there + length),
    )
