"""The prose of a report as rules on language read it: lines of sentences, titles of works left out.

Menus and labels of a page, cells that no table claimed and lines of signature say nothing in
sentences, so what stands above the first heading or among tables counts only with a full stop.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.form import SECTIONS
from generator.model import Paragraph, Report
from generator.regex import regex
from generator.rules.reading import headings
from generator.simplified import simplified

BLANK = "◇"

_AMONG_TABLES = frozenset({"", *(section.key for section in SECTIONS if section.table)})
_TITLES = regex(r"《[^《》]*》|<<?[^<>]*>>?|〔[^〕]*〕|\[[^\]]*\]|https?[:：][\w./?=&%#-]+")
_WIDE_DIGIT = regex("[０-９]")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_FULL_STOP = "。"
_ENDED = "。；;：:！!？?"
_LEAST_WRAPPED = 30  # characters of a line that a sentence may run over; headings are shorter


@cache
def _pieces(ends: str) -> re.Pattern[str]:
    return re.compile(rf"[^{ends}]+[{ends}]*")


class Passage(NamedTuple):
    """A line of prose: as printed, and `plain`, which has the same length.

    Plain text has simplified characters, narrow digits, and `BLANK` for every character of the
    title of a work, a document number or an address. `continued` says that its first sentence may
    have begun on the line above.
    """

    section: str
    line: int
    printed: str
    plain: str
    continued: bool

    def pieces(self, ends: str) -> Iterator[tuple[int, str]]:
        """The plain text cut behind these marks: where each piece starts, and the piece."""
        for found in _pieces(ends).finditer(self.plain):
            yield found.start(), found[0]

    def near(self, start: int, length: int) -> str:
        """What is printed from a place to the next stop, with `…` for what is too long to show."""
        told = self.printed[start : start + 2 * length].strip().split(_FULL_STOP)[0]
        return told if len(told) <= length else told[:length] + "…"


def passages(report: Report) -> tuple[Passage, ...]:
    """The lines of prose; NotAssessable when no heading tells where prose stands."""
    headings(report)
    return _passages(report.prose())


@lru_cache(maxsize=1)  # several rules ask for those of one report
def _passages(prose: tuple[Paragraph, ...]) -> tuple[Passage, ...]:
    return tuple(_read(prose))


def _read(prose: tuple[Paragraph, ...]) -> Iterator[Passage]:
    above: Paragraph | None = None
    for paragraph in prose:
        text = paragraph.text
        if paragraph.section not in _AMONG_TABLES or _FULL_STOP in text:
            continued = above is not None and _runs_on(above, paragraph)
            yield Passage(paragraph.section, paragraph.line, text, _plain(text), continued)
        above = paragraph


def _plain(text: str) -> str:
    narrow = simplified(text.translate(_WIDE_DIGITS) if _WIDE_DIGIT.search(text) else text)
    return _TITLES.sub(lambda found: BLANK * len(found[0]), narrow)


def _runs_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a line without an end stands right above, as long as lines are that were wrapped."""
    text = above.text.strip()
    adjacent = above.section == below.section and below.line - above.line == 1
    return adjacent and len(text) >= _LEAST_WRAPPED and text[-1] not in _ENDED
