"""Rows of a document → rows of the form's three tables.

A main heading or the headings of columns say which table begins; below them each row is recognised
by its label. What its values are, and whether they are certain, is settled in
`generator.parse.cells`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from typing import Literal

from generator import form
from generator.form import Item, TableKey
from generator.model import GridCell
from generator.parse import labels
from generator.parse.layout import Row
from generator.parse.sections import heading_of
from generator.parse.stream import cell_gap, grouped
from generator.parse.text import bare, words
from generator.parse.values import is_value

_CLOSE_ENOUGH = 0.8
_MANY_ROWS = 5
_SECTION_TABLES = {section.key: section.table for section in form.SECTIONS}
Cells = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row by its key ("" when nothing labels it): its label and all cells behind it.

    `firm` as for `Row`; `group` says that the label is that of a group of rows, `unknown` that
    words stand before the values which the form does not have.
    """

    key: str
    label: GridCell
    values: Cells
    firm: bool = True
    group: bool = False
    unknown: bool = False

    @property
    def filled(self) -> int:
        """How many of its cells hold something."""
        return sum(1 for value in self.values if value.text)


@dataclass(slots=True)
class FoundTable:
    """What was found of one table: headings, rows as they stand, and the rows by key."""

    key: TableKey
    line: int | None = None
    headings: dict[str, GridCell] = field(default_factory=dict)
    listed: list[FoundRow] = field(default_factory=list)
    rows: dict[str, FoundRow] = field(default_factory=dict)
    repeated: int = 0
    misfit: bool = False
    glued: bool = False
    empty: Row | None = None
    lines: set[int] = field(default_factory=set)


def read_tables(rows: Iterable[Row]) -> dict[TableKey, FoundTable]:
    """Sort the rows of a document under the three tables."""
    found = {key: FoundTable(key) for key in form.TABLE_KEYS}
    parts = list(_parts(rows))
    gap = cell_gap(row for _, part in parts for row in part)
    for table, part in parts:
        for row in grouped(part, table, gap):
            _take(found[table], row)
    cases = found["appeals"]
    if not cases.rows and cases.empty:
        _take_cases(cases, cases.empty.cells, firm=cases.empty.firm)
    return found


def is_read_twice(tables: Iterable[FoundTable]) -> bool:
    """Whether rows were met again: another report stands below or beside the first."""
    return sum(table.repeated for table in tables) >= _MANY_ROWS


def _parts(rows: Iterable[Row]) -> Iterator[tuple[TableKey, list[Row]]]:
    """The rows from where each table begins to the next heading."""
    current: TableKey | None = None
    part: list[Row] = []
    for row in rows:
        section = _section(row)
        begins = heads(row) if section is None else section
        if begins is not None and (begins or None) != current:
            if current:
                yield current, part
            current, part = begins or None, []
        if section is None:
            part.append(row)
    if current:
        yield current, part


def _section(row: Row) -> TableKey | Literal[""] | None:
    """The table of the main heading in this row, "" where it has none; None for no heading."""
    filled = row.filled
    heading = heading_of(filled[0].text) if len(filled) == 1 else None
    return None if heading is None else _SECTION_TABLES[heading[0]] or ""


def heads(row: Row) -> TableKey | None:
    """The table whose column headings this row holds, or None when it is a row of another kind."""
    filled = row.filled
    if len(filled) == 1 and not row.firm:
        return labels.table_of(filled[0].text)
    if not any(labels.heads_any(cell.text) for cell in filled):
        return None
    for table in form.TABLE_KEYS:
        hits = sum(1 for cell in filled if labels.is_heading(cell.text, table))
        own = any(labels.table_of(cell.text) == table for cell in filled)
        named = any(labels.column_at(cell.text, table) for cell in filled)
        if own and hits >= len(filled) - 1 and (named or hits > 1):
            return table
    return None


def _take(found: FoundTable, row: Row) -> None:
    if not row.filled and not row.firm:
        return
    if _are_headings(row, found.key):
        _take_headings(found, row)
    elif found.key == "appeals":
        _take_side_by_side(found, row)
    else:
        _take_row(found, row)


def _are_headings(row: Row, table: TableKey) -> bool:
    """Whether nothing but headings and pieces of them stands in a row."""
    filled = row.filled
    known = [cell for cell in filled if labels.is_heading(cell.text, table)]
    others = [cell for cell in filled if cell not in known]
    if not known or any(labels.row_at(cell.text, table) for cell in others):
        return False
    return len(others) <= 1 or all(labels.is_fragment(cell.text, table) for cell in others)


def _take_headings(found: FoundTable, row: Row) -> None:
    found.line = found.line or row.line
    found.empty = None
    found.lines |= {cell.line for cell in row.cells}
    for cell in row.cells:
        item = labels.column_at(cell.text, found.key)
        if item:
            found.headings.setdefault(item.key, cell)


def _take_row(found: FoundTable, row: Row) -> None:
    labelled = _labelled(found, row)
    if labelled is None:
        return
    if labelled.unknown and _completes(found, labelled):
        return
    found.listed.append(labelled)
    if not labelled.unknown:
        found.lines |= {cell.line for cell in row.cells}
    if labelled.key and labelled.key in found.rows:
        found.repeated += 1
    elif labelled.key:
        found.repeated += _beside(row, labelled)
        found.line = found.line or row.line
        found.rows[labelled.key] = labelled


def _beside(row: Row, labelled: FoundRow) -> bool:
    """Whether the same label stands in a row twice, each with values: two reports side by side."""
    named = [
        place
        for place, cell in enumerate(row.cells)
        if words(cell.text) == words(labelled.label.text)
    ]
    between = row.cells[named[0] + 1 : named[-1]] if len(named) > 1 else ()
    return any(is_value(cell.text) for cell in between)


def _completes(found: FoundTable, below: FoundRow) -> bool:
    """Take the values of a row that a page or line cut in two: the rest of its label, with them."""
    above = found.listed[-1] if found.listed else None
    if above is None or above.filled or found.rows.get(above.key) is not above:
        return False
    label = next(k for k, item in labels.row_items(found.key).items() if item.key == above.key)
    rest = label.removeprefix(words(above.label.text))
    if rest == label or not bare(below.label.text) or not rest.startswith(bare(below.label.text)):
        return False
    found.rows[above.key] = found.listed[-1] = replace(above, values=below.values)
    found.lines |= {value.line for value in below.values}
    return True


def _labelled(found: FoundTable, row: Row) -> FoundRow | None:
    """A row with its label, the last cell that names a row; None for words that say nothing."""
    last = next((one.key for one in reversed(found.listed) if one.key), "")
    named: tuple[int, Item] | None = None
    for position, cell in enumerate(row.cells):
        item = labels.row_at(cell.text, found.key, last)
        if item:
            named = (position, item)
    named = named or _misspelt(row, found) or _begun(row, found)
    if named:
        position, item = named
        values = row.cells[position + 1 :]
        group = labels.is_group(row.cells[position].text, found.key) and not _fills(row, values)
        key = "" if group else item.key
        return FoundRow(key, row.cells[position], values, row.firm, group)
    return _unlabelled(found, row)


def _fills(row: Row, values: Cells) -> bool:
    """Whether a label that may be that of a group has the values of a single row behind it."""
    filled = sum(1 for value in values if value.text)
    return 0 < filled <= 7 or (row.firm and len(values) >= 7 and filled <= 7)


def _unlabelled(found: FoundTable, row: Row) -> FoundRow | None:
    """A row of values that no label names, or that only the label of a group does."""
    words_at = [place for place, cell in enumerate(row.cells) if _is_words(cell.text)]
    if not words_at:
        return FoundRow("", row.cells[0], row.cells, row.firm)
    cell = row.cells[words_at[-1]]
    values = row.cells[words_at[-1] + 1 :]
    if len(words_at) == 1 and labels.is_group(cell.text, found.key):
        return FoundRow("", cell, values, row.firm, group=True)
    filled = any(value.text for value in values)
    return FoundRow("", cell, values, row.firm, unknown=True) if filled else None


def _is_words(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text) and not is_value(text)


def _misspelt(row: Row, found: FoundTable) -> tuple[int, Item] | None:
    """The one row, not met so far, whose label is nearly what is printed."""
    items = labels.row_items(found.key)
    open_labels = [label for label, item in items.items() if item.key not in found.rows]
    for position, cell in enumerate(row.cells[:-1]):
        printed = words(cell.text)
        if not printed or labels.is_group(cell.text, found.key):
            continue
        near = get_close_matches(printed, open_labels, n=2, cutoff=_CLOSE_ENOUGH)
        if len({items[label].key for label in near}) == 1:
            return position, items[near[0]]
    return None


def _begun(row: Row, found: FoundTable) -> tuple[int, Item] | None:
    """The row whose label a cell begins, where a page or a narrow column cut the label."""
    for position, cell in enumerate(row.cells[:-1]):
        item = labels.row_beginning(cell.text, found.key)
        if item and item.key not in found.rows:
            return position, item
    return None


def blank_outside(cells: Sequence[GridCell], width: int) -> list[int]:
    """Where the values of a row may begin, so that nothing but blanks is left out."""
    return [
        start
        for start in range(len(cells) - width + 1)
        if not any(cell.text for cell in (*cells[:start], *cells[start + width :]))
    ]


def _take_side_by_side(found: FoundTable, row: Row) -> None:
    """Table C prints its three groups in one row of values, below two rows of headings.

    A row of empty cells is kept in mind: it holds the values when neither values nor further
    headings come below it.
    """
    if found.rows or any(labels.is_heading(cell.text, "appeals") for cell in row.cells):
        return
    if row.filled:
        if any(is_value(cell.text) for cell in row.filled):
            _take_cases(found, row.cells, firm=row.firm)
    elif len(row.cells) >= len(cases()):
        found.empty = found.empty or row


@cache
def cases() -> tuple[tuple[str, int], ...]:
    """The row and the place in it of every value of table C, as printed from left to right."""
    block = form.FORM["appeals", 2021].blocks[0]
    width = len(block.column_leaves())
    return tuple((group.key, place) for group in block.row_leaves() for place in range(width))


def _take_cases(found: FoundTable, cells: Cells, *, firm: bool) -> None:
    if found.line is None and sum(1 for cell in cells if cell.text) != len(cases()):
        return
    found.line = found.line or cells[0].line
    starts = blank_outside(cells, len(cases()))
    if len(starts) == 1:
        cells = cells[starts[0] : starts[0] + len(cases())]
    found.misfit = len(cells) != len(cases())
    found.lines |= {cell.line for cell in cells}
    for group in dict.fromkeys(key for key, _ in cases()):
        own = tuple(cell for cell, (key, _) in zip(cells, cases(), strict=False) if key == group)
        found.rows[group] = FoundRow(group, cells[0], cells if found.misfit else own, firm)
