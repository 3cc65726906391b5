"""Table C in other shapes than the form's: by kind of case, by outcome, in parts, as lines of text.

The words for kinds of cases and for outcomes that stand before a run of numbers say whose they are:
`行政复议` and the five outcomes before five numbers, an outcome below the three kinds before three,
a kind and an outcome before one. All fifteen numbers must be found so, each once; else none is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator import form
from generator.model import GridCell
from generator.parse import labels
from generator.parse.found import FoundRow, FoundTable
from generator.parse.layout import Row
from generator.parse.text import PAGE_NUMBER, bare, numbering, words
from generator.parse.values import is_value, plain_count

Place = tuple[str, str]  # the keys of a kind of cases and of an outcome

_BLOCK = form.FORM["appeals", 2021].blocks[0]
_KINDS = tuple(item.key for item in _BLOCK.row_leaves())
_OUTCOMES = tuple(item.key for item in _BLOCK.column_leaves())
_SUITS = _BLOCK.rows[-1].key
_ORDER = (_KINDS[0], _SUITS, *_KINDS[1:])  # kinds as they are printed, that over suits included
_VALUE = r"(?P<value>[0-9０-９]{1,9}\s?件?|无|[-—–/]{1,2})"
_BETWEEN = r"(?P<between>[\s:：,，;；、。（）()]+)"


class _Word(NamedTuple):
    """A kind of cases or an outcome by its key, and where it is printed."""

    key: str
    cell: GridCell


class _Misfit(Exception):  # noqa: N818 - it is caught here, and no error
    """What was met does not say whose the numbers are."""


def take_other_shape(found: FoundTable, rows: Iterable[Row]) -> None:
    """Take the numbers from the rows of table C if all fifteen can be told by their labels."""
    shape = _Shape()
    try:
        shape.read(rows)
    except _Misfit:
        return
    found.rows, found.headings = dict(shape.rows()), dict(shape.headings)
    found.line = min(shape.lines)
    found.lines |= shape.lines
    found.listed.clear()
    found.doubtful.clear()
    found.foreign = found.misfit = found.shifted = False


@dataclass(slots=True)
class _Shape:
    """The numbers assigned so far, and the words since the last of them.

    `by` says what heads the columns: "outcomes", "kinds" of cases, or "nothing" where each number
    has an outcome before it; "" where a part of the table begins anew. `kind` is that of the last
    such number.
    """

    cells: dict[Place, GridCell] = field(default_factory=dict)
    named: dict[str, GridCell] = field(default_factory=dict)
    headings: dict[str, GridCell] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    above: list[_Word] = field(default_factory=list)
    run: list[GridCell] = field(default_factory=list)  # loose numbers
    by: str = ""
    kind: str = ""
    loose: bool = False

    def read(self, rows: Iterable[Row]) -> None:
        """Assign all numbers; _Misfit if one is left over or missing."""
        for row in rows:
            if row.firm:
                self._end_run()
                self._take_firm(row)
            elif row.filled:
                self._take_loose(row)
        self._end_run()
        if len(self.cells) != len(_KINDS) * len(_OUTCOMES):
            raise _Misfit
        if not all(map(self._is_sure, _KINDS)):
            raise _Misfit

    def rows(self) -> Iterator[tuple[str, FoundRow]]:
        """A row for each kind of cases."""
        for kind in _KINDS:
            cells = tuple(self.cells[kind, outcome] for outcome in _OUTCOMES)
            row = Row(cells, not self.loose, cells[0].line, marked=not self.loose)
            yield kind, FoundRow(kind, self.named[kind], cells, row)

    def _is_sure(self, kind: str) -> bool:
        """Whether loose numbers all stand on one line, or sum up to their total.

        A blank total behind numbers tells that a cell before it may be missing.
        """
        cells = [self.cells[kind, outcome] for outcome in _OUTCOMES]
        if not self.loose:
            return bool(cells[-1].text) or not any(cell.text for cell in cells)
        numbers = [plain_count(cell.text) for cell in cells]
        known = [number for number in numbers if number is not None]
        summed = len(known) == len(cells) and 2 * known[-1] == sum(known)
        return summed or len({cell.line for cell in cells}) == 1

    def _take_firm(self, row: Row) -> None:
        """A row of labels, of numbers, or of numbers behind their labels."""
        parts = [_part_of(cell) for cell in row.cells]
        named = [word for part in parts if isinstance(part, list) for word in part]
        behind = 1 + max((n for n, part in enumerate(parts) if isinstance(part, list)), default=-1)
        values = [n for n, part in enumerate(parts) if isinstance(part, GridCell)]
        others = [n for n, part in enumerate(parts) if part is None]
        cells = list(row.cells[behind:])
        if not (named or values):
            if len(row.filled) > 1:
                raise _Misfit
            return  # a caption, or nothing
        if values and (others or values[0] < behind):
            raise _Misfit
        if others and (len(others) > 1 or any(parts[: others[0]])):
            raise _Misfit  # only the first of some headings may be one that is not known
        self._name(named)
        if values or (cells and len(cells) == len(self._places(self.above))):
            self._assign(cells)  # also a row in which nothing stands behind its labels
        self.lines |= row.lines

    def _take_loose(self, row: Row) -> None:
        text, line = row.cells[0].text, row.line
        parts = None if PAGE_NUMBER.fullmatch(text.strip()) else _parts_of(text, line)
        if parts is None:
            return  # prose
        for part in parts:
            if isinstance(part, GridCell):
                self.loose = True
                self.run.append(part)
            else:
                self._end_run()
                self._name([part])
        self.lines |= row.lines

    def _name(self, named: Iterable[_Word]) -> None:
        for word in named:
            self.above.append(word)
            self.named.setdefault(word.key, word.cell)
            if word.key in _OUTCOMES and labels.column_at(word.cell.text, "appeals"):
                self.headings.setdefault(word.key, word.cell)

    def _end_run(self) -> None:
        if self.run:
            self._assign(self.run)
        self.run = []

    def _assign(self, cells: list[GridCell]) -> None:
        """Give numbers to the places that the words above them name."""
        places = self._places(self.above)
        if len(cells) != len(places):
            cells = _without_pads(cells)
        if not places or len(cells) != len(places) or any(at in self.cells for at in places):
            raise _Misfit
        self.by, self.kind = self._shown(self.above)
        self.cells |= zip(places, cells, strict=True)
        self.above = []

    def _places(self, above: list[_Word]) -> list[Place]:
        """The places that words name, [] when they do not."""
        by, kind = self._shown(above)
        kinds, outcomes = _sorted(above)
        order = [_ORDER.index(word.key) for word in above if word.key in _ORDER]
        if order != sorted(set(order)) or (order and not kinds):
            return []  # in another order than the form's, or suits of which kind?
        if by == "outcomes" and not outcomes and len(kinds) == 1:
            return [(kinds[0], outcome) for outcome in _OUTCOMES]
        if by == "kinds":
            return [(one, outcomes[0]) for one in _KINDS]
        if by == "nothing" and kind:
            return [(kind, outcomes[0])]
        if kinds and len(kinds) < len(_KINDS) and outcomes == [*_OUTCOMES] * len(kinds):
            return [(one, outcome) for one in kinds for outcome in _OUTCOMES]
        return []

    def _shown(self, above: list[_Word]) -> tuple[str, str]:
        """What heads the columns, and the kind of cases that a single number is of."""
        kinds, outcomes = _sorted(above)
        if len(outcomes) == 1 and above[-1].key == outcomes[0]:
            if kinds == [*_KINDS] or (self.by == "kinds" and not kinds):
                return "kinds", ""
            return "nothing", kinds[0] if len(kinds) == 1 else "" if kinds else self.kind
        if outcomes == [*_OUTCOMES] and len(kinds) == 1 and above[-1].key == kinds[0]:
            return "outcomes", ""
        return ("outcomes", "") if self.by == "outcomes" and not outcomes else ("", "")


def _without_pads(cells: list[GridCell]) -> list[GridCell]:
    """Cells without what merged ones left before them all, or behind each alike."""
    filled = [n for n, cell in enumerate(cells) if cell.text]
    gaps = {below - above for above, below in pairwise([*filled, len(cells)])}
    alike = len(gaps) == 1 and (filled[0] == 0 or gaps == {1})
    return [cells[n] for n in filled] if alike else cells


def _sorted(above: Iterable[_Word]) -> tuple[list[str], list[str]]:
    """The kinds of cases and the outcomes among some words."""
    keys = [word.key for word in above]
    return [key for key in keys if key in _KINDS], [key for key in keys if key in _OUTCOMES]


def _part_of(cell: GridCell) -> GridCell | list[_Word] | str | None:
    """What a cell holds: a number, words that are known, "" for nothing, None for others."""
    if not cell.text:
        return ""
    if is_value(cell.text):
        return cell
    item = labels.column_at(cell.text, "appeals")
    key = item.key if item else _known().get(words(cell.text))
    if key:
        return [_Word(key, cell)]
    parts = _parts_of(cell.text, cell.line)
    known = [part for part in parts or () if isinstance(part, _Word)]
    return known if parts and len(known) == len(parts) else None


def _parts_of(text: str, line: int) -> list[GridCell | _Word] | None:
    """The words and numbers that a text is made of, None where it holds anything else."""
    found: list[GridCell | _Word] = []
    place = len(text) - len(text.lstrip())
    place += len(numbering(text))
    while place < len(text):
        part = _pattern().match(text, place)
        if part is None:
            return None
        if part["value"]:
            found.append(GridCell(part["value"].strip(), line))
        elif part["word"]:
            found.append(_Word(_known()[bare(part["word"])], GridCell(part["word"], line)))
        place = part.end()
    return found or None


@cache
def _known() -> Mapping[str, str]:
    """The keys of kinds of cases, of all suits and of outcomes, by wording."""
    items = [*_BLOCK.columns, *_BLOCK.rows, *_BLOCK.rows[-1].children]
    return {wording: item.key for item in items for wording in labels.wordings(item)}


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted(_known(), key=len, reverse=True)
    spelled = "|".join(r"\s?".join(word) for word in known)
    return re.compile(rf"(?P<word>{spelled})|{_VALUE}|{_BETWEEN}")
