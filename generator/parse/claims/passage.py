"""A count in its sentence: the words that lead to it and those that follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.parse.claims.numerals import Count, counts

_ENDS = "。;"
_CLAUSE_ENDS = ",。;"


@dataclass(frozen=True, slots=True)
class Passage:
    """A count of a plain text. `opening` is where its sentence starts, `label` where the words
    begin that say what it counts: behind the count before it, or behind a comma."""

    text: str
    count: Count
    opening: int
    label: int

    @property
    def name(self) -> str:
        """The words that say what is counted."""
        return self.text[self.label : self.count.start]

    @property
    def said(self) -> str:
        """The sentence up to the count, the count included."""
        return self.text[self.opening : self.count.end]

    @property
    def rest(self) -> str:
        """What follows the count in its sentence."""
        ends = [place for mark in _ENDS if (place := self.text.find(mark, self.count.end)) >= 0]
        return self.text[self.count.end : min(ends, default=len(self.text))]


def passages(text: str) -> Iterator[Passage]:
    """Every count of a plain text in its place."""
    last = 0
    for count in counts(text):
        yield Passage(
            text,
            count,
            opening=_behind(_ENDS, text, count.start),
            label=max(last, _behind(_CLAUSE_ENDS, text, count.start)),
        )
        last = count.end


def _behind(marks: str, text: str, place: int) -> int:
    """Where the words begin that the last of some marks parts from those before it."""
    return max(text.rfind(mark, 0, place) for mark in marks) + 1
