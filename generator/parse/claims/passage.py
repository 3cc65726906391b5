"""A count in its sentence: the words that lead to it and those that follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.parse.claims.numerals import Count, counts
from generator.regex import regex

_SENTENCE_ENDS = "。;"
_CLAUSE_ENDS = ",。;"
_CHANGE = regex(
    r"(?:增加|减少|增长|增多|下降|降低|上升|多|少)(?:了|出)?(?:的)?(?:数量|件数|数)?(?:共计|共|计|为|约)?$"
)
# No sentence is longer, and no name of a thing; a text that never ends one would take too long.
SENTENCE = 1000
_NAME = 80


@dataclass(frozen=True, slots=True)
class CountPassage:
    """A count of a plain text; `name` are the words that say what it counts, which start at `label`
    behind a comma or the count before."""

    text: str
    count: Count
    label: int
    name: str

    @property
    def said(self) -> str:
        """The sentence up to the count and with it."""
        return said(self.text, self.count.end)

    @property
    def changed(self) -> bool:
        """Whether the number says how much more or less there was, which is no count."""
        return bool(_CHANGE.search(self.name))

    @property
    def alone(self) -> bool:
        """Whether the text is nothing but this name and number, as a row of a table may be."""
        return self.label == 0 and self.count.end == len(self.text)


def passages(text: str) -> Iterator[CountPassage]:
    """Every count of a plain text in its place."""
    last = 0
    for count in counts(text):
        label = max(last, _behind(_CLAUSE_ENDS, text, count.start, _NAME))
        yield CountPassage(text, count, label, text[label : count.start])
        last = count.end


def said(text: str, place: int) -> str:
    """The sentence up to a place in a plain text."""
    return text[_behind(_SENTENCE_ENDS, text, place, SENTENCE) : place]


def rest(text: str, place: int) -> str:
    """What follows in the sentence."""
    last = min(len(text), place + SENTENCE)
    for mark in _SENTENCE_ENDS:
        end = text.find(mark, place, last)
        last = end if end >= 0 else last
    return text[place:last]


def _behind(marks: str, text: str, place: int, reach: int) -> int:
    """Where the words begin that the last of some marks parts from those before it."""
    first = max(0, place - reach)
    for mark in marks:
        first = max(first, text.rfind(mark, first, place) + 1)
    return first
