"""Prose made plain for matching: no spaces, punctuation of one width, and the way back."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.regex import regex

# A space between two digits stays: `1 2` is not 12.
_SPACES = regex(r"(?<!\d)\s+|\s+(?!\d)")
_WIDE = (("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"), ("％", "%"))
_WIDE_DIGITS = regex("[０-９．]")
_NARROW = {0xFF10 + n: str(n) for n in range(10)} | {ord("．"): "."}


class Plain(NamedTuple):
    """A text without spaces; `places` are the places of its characters in the original."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A passage as the place where it starts and ends in the original."""
        return self.places[start], self.places[end - 1] + 1


def plain(original: str) -> Plain:
    """The text for matching; every character stands for one of the original."""
    text = original
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    if _WIDE_DIGITS.search(text):
        text = text.translate(_NARROW)
    if text.split(None, 1) == [text]:
        return Plain(text, range(len(text)))
    kept: list[int] = []
    parts: list[str] = []
    place = 0
    for start, end in [*(gap.span() for gap in _SPACES.finditer(text)), (len(text), len(text))]:
        kept += range(place, start)
        parts.append(text[place:start])
        place = end
    return Plain("".join(parts), kept)
