"""A report that lost its line breaks: one long line, in which labels and numbers follow each other.

Such a line is cut again at the pipes that some programs put in place of line breaks, else before
every main heading, label and heading of the form, and between a label and the digits behind it. The
pieces are read like lines; where each came from is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from generator import form
from generator.form import Item
from generator.model import Document, Report
from generator.parse.text import bare, words
from generator.regex import regex

_UNIT = r"(?:[(（]?(?:单位)?[:：]?(?:万元|亿元|元)[)）])?"
_NUMBERING = r"[一二三四五六七八九]\s*[、.．,，]"
NUMBERED = regex(_NUMBERING)  # how each of the main headings begins
_LONG = 200
_LONGEST = 20_000  # no report is so long; its pieces, each with its spaces, would be very much text
_FEW = 5
_MANY = 50  # pipes: more than any row of the form has cells
# What follows a number that counts something in prose, or is part of a date.
_NO_VALUE = r"(?![\d件条次宗份起篇项个年月日号余多%％])"
_NUMBER = regex(rf"(?<!\d)\d++{_NO_VALUE}")
_DIGITS = regex(rf"\s*\d[\d\s]*(?:\.\d+)?(?:万元|元)?{_NO_VALUE}")


def unglued(document: Document) -> tuple[Document, tuple[int, ...]]:
    """The document with glued lines cut, and the line of the original of each of its lines."""
    if document.grids or max(map(len, document.lines), default=0) <= _LONG:
        return document, ()
    pieces: list[tuple[int, str]] = []
    for number, line in enumerate(document.lines, start=1):
        own = list(_pieces(line)) if _LONG < len(line) <= _LONGEST else [line]
        pieces += ((number, piece) for piece in own)
    if len(pieces) == len(document.lines):
        return document, ()
    masked = frozenset(
        place for place, (number, _) in enumerate(pieces, start=1) if number in document.masked
    )
    lines = tuple(piece for _, piece in pieces)
    return replace(document, lines=lines, masked=masked), tuple(number for number, _ in pieces)


def _pieces(line: str) -> Iterator[str]:
    """The pieces of a line, each behind as many spaces as stand before it in the line."""
    if line.count("|") >= _MANY:
        for part in re.finditer(r"[^|]+", line):
            yield from _piece(line, part.start(), part.end())
        return
    if not _holds_values(line):
        yield line
        return
    labels = _labels()
    headings = list(main_headings().finditer(line))
    place = 0
    tabular = not headings
    for match in [*headings, None]:
        end = match.start() if match else len(line)
        found = list(labels.finditer(line, place, end)) if tabular else []
        yield from _cut(line, place, end, found)
        if match:
            yield " " * match.start() + match[0].strip()
            tabular = words(match[0]) in _tabular()
            place = match.end()


def _holds_values(line: str) -> bool:
    """Whether numbers follow some labels; looked for if there are enough that may be values."""
    if len(_NUMBER.findall(line)) < _FEW:
        return False
    found = _labels().finditer(line)
    return sum(bool(_DIGITS.match(line, label.end())) for label in found) >= _FEW


def _cut(line: str, start: int, end: int, found: Sequence[re.Match[str]]) -> Iterator[str]:
    """A part of a line, cut before and behind every label and behind the digits that follow."""
    for match, following in zip_longest(found, found[1:]):
        yield from _piece(line, start, match.start())
        yield " " * match.start() + match[0].strip()
        start = match.end()
        digits = _DIGITS.match(line, start, following.start() if following else end)
        if digits:
            yield " " * start + digits[0].strip()
            start = digits.end()
    yield from _piece(line, start, end)


def _piece(line: str, start: int, end: int) -> Iterator[str]:
    if line[start:end].strip():
        yield " " * start + line[start:end]


@cache
def _tabular() -> frozenset[str]:
    """The headings of the sections that hold tables."""
    return frozenset(
        words(wording)
        for section in form.SECTIONS
        if section.table
        for wording in (section.zh, *section.aliases)
    )


@cache
def main_headings() -> re.Pattern[str]:
    """The numbered headings of the six sections, wherever in a line they stand; slow to make."""
    return _any_of(
        (words(wording), rf"{_NUMBERING}\s*")
        for section in form.SECTIONS
        for wording in (section.zh, *section.aliases)
    )


@cache
def _labels() -> re.Pattern[str]:
    """Every label and heading of the tables; slow to make, and needed for few files."""
    labels: list[tuple[str, str]] = []
    for table in form.FORM.values():
        for text in (table.note, form.CONTENT_HEADING, form.APPLICANT_HEADING):
            labels += [(words(text.zh), "")] if text else []
        for block in table.blocks:
            labels += [(words(block.heading.zh), "")] if block.heading else []
            for item in (*block.columns, *block.rows):
                labels += _of_item(item)
    return _any_of(labels)


def _of_item(item: Item) -> Iterator[tuple[str, str]]:
    """The wordings of an item and what is below it, each with the pattern of its numbering."""
    number = words(item.number) or bare(item.number)
    before = rf"[(（]?{number}[)）、.．]+\s*" if number else ""
    for wording in (item.zh, *item.aliases):
        yield words(wording), before
        yield words(wording), ""
    for child in item.children:
        yield from _of_item(child)


def _any_of(wordings: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """One pattern for all, the longest first, numbered before bare."""
    ordered = sorted(set(wordings), key=lambda one: (len(one[0]), len(one[1])), reverse=True)
    return re.compile("|".join(before + _spelled(word) for word, before in ordered))


def _spelled(word: str) -> str:
    return r"[^\w\d]*".join(word) + r"[)）”\"']*" + _UNIT


def relined(report: Report, numbers: tuple[int, ...]) -> Report:
    """The report with its places as lines of the original, `numbers` from `unglued`."""
    if not numbers:
        return report

    def at(line: int | None) -> int | None:
        return numbers[line - 1] if line else None

    def moved(items: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(item._replace(line=at(item.line)) for item in items)

    return replace(
        report,
        title_line=at(report.title_line),
        tables={
            key: replace(table, line=at(table.line), labels=moved(table.labels))
            for key, table in report.tables.items()
        },
        cells={
            key: cell._replace(line=at(cell.line)) if cell.line else cell
            for key, cell in report.cells.items()
        },
        sections=moved(report.sections),
        claims=moved(report.claims),
        changes=moved(report.changes),
        periods=moved(report.periods),
        artefacts=moved(report.artefacts),
        paragraphs=moved(report.paragraphs),
        masked_lines=frozenset(numbers[line - 1] for line in report.masked_lines),
    )
