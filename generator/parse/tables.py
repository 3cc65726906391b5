"""Table rows → cells of the form, driven by the form's own labels.

A row of column headings says which table begins; below it, each row is recognised by its label and
gives as many values as its block has columns. What does not fit is `unreadable`, never shifted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from generator import form
from generator.form import Cell, Edition, Item, TableKey
from generator.model import ABSENT, GridCell, PrintedLabel, Reading, Status, TableReading
from generator.parse.layout import Row
from generator.parse.text import bare, words
from generator.parse.values import read_value

_CLOSE_ENOUGH = 0.8
_MONEY = re.compile(r"(?:单位)?(?:亿元|万元|元)$")


@dataclass(slots=True)
class FoundTable:
    """What was found of one table while its rows go by."""

    line: int | None = None
    headings: dict[str, GridCell] = field(default_factory=dict)
    rows: dict[str, tuple[GridCell, tuple[GridCell, ...]]] = field(default_factory=dict)
    misfit: bool = False
    empty: Row = ()


@cache
def _row_items(table: TableKey) -> dict[str, Item]:
    """The rows of both editions by label; where editions share a wording the row is the same."""
    found: dict[str, Item] = {}
    for edition in form.EDITIONS:
        for block in form.FORM[table, edition].blocks:
            for item in block.row_leaves():
                for wording in (item.zh, *item.aliases):
                    found.setdefault(words(wording), item)
    return found


@cache
def _column_items(table: TableKey) -> dict[str, Item]:
    """The columns of both editions by label."""
    found: dict[str, Item] = {}
    for edition in form.EDITIONS:
        for block in form.FORM[table, edition].blocks:
            for item in block.column_leaves():
                for wording in (item.zh, item.zh + item.unit_label, *item.aliases):
                    found.setdefault(bare(wording), item)
    return found


def column_at(text: str, table: TableKey) -> Item | None:
    """The column that a heading names, with any unit in brackets left aside."""
    label = bare(text)
    columns = _column_items(table)
    return columns.get(label) or columns.get(_MONEY.sub("", label.partition("单位")[0]))


def heads(row: Row) -> TableKey | None:
    """The table whose column headings this row holds, or None when it is a row of another kind."""
    filled = [cell for cell in row if cell.text.strip()]
    for table in form.TABLE_KEYS:
        hits = sum(1 for cell in filled if column_at(cell.text, table))
        needed = 1 if table == "proactive" else 3
        if hits >= needed and hits >= len(filled) - 1:
            return table
    return None


def read_tables(rows: Iterable[Row]) -> dict[TableKey, FoundTable]:
    """Sort the rows of a document under the three tables."""
    found: dict[TableKey, FoundTable] = {key: FoundTable() for key in form.TABLE_KEYS}
    current: TableKey | None = None
    for row in rows:
        begins = heads(row)
        if begins:
            current = begins
            _take_headings(found[begins], row, begins)
        elif current == "appeals":
            _take_side_by_side(found[current], row)
        elif current:
            _take_row(found[current], row, current)
    cases = found["appeals"]
    if not cases.rows and cases.empty:
        _take_cases(cases, cases.empty)
    return found


def _take_headings(found: FoundTable, row: Row, table: TableKey) -> None:
    found.line = found.line or row[0].line
    found.empty = ()
    for cell in row:
        item = column_at(cell.text, table)
        if item:
            found.headings.setdefault(item.key, cell)


def _take_row(found: FoundTable, row: Row, table: TableKey) -> None:
    items = _row_items(table)
    label = None
    for position, cell in enumerate(row):
        item = items.get(words(cell.text))
        if item:
            label = (position, item)
    label = label or _misspelt(row, items, found)
    if label:
        position, item = label
        found.rows.setdefault(item.key, (row[position], row[position + 1 :]))


def _misspelt(row: Row, items: dict[str, Item], found: FoundTable) -> tuple[int, Item] | None:
    """The one row, not met so far, whose label is nearly what is printed."""
    open_labels = [label for label, item in items.items() if item.key not in found.rows]
    for position, cell in enumerate(row[:-1]):
        printed = words(cell.text)
        near = get_close_matches(printed, open_labels, n=2, cutoff=_CLOSE_ENOUGH) if printed else []
        if len({items[label].key for label in near}) == 1:
            return position, items[near[0]]
    return None


def _take_side_by_side(found: FoundTable, row: Row) -> None:
    """Table C prints its three groups in one row of values, below two rows of headings.

    A row of empty cells is kept in mind: it holds the values when neither values nor further
    headings come below it.
    """
    if found.rows or any(words(cell.text) in _row_items("appeals") for cell in row):
        return
    if any(cell.text for cell in row):
        _take_cases(found, row)
    elif len(row) >= len(_cases()):
        found.empty = found.empty or row


@cache
def _cases() -> tuple[tuple[str, int], ...]:
    """The row and the place in it of every value of table C, as printed from left to right."""
    block = form.FORM["appeals", 2021].blocks[0]
    width = len(block.column_leaves())
    return tuple((group.key, place) for group in block.row_leaves() for place in range(width))


def _take_cases(found: FoundTable, row: Row) -> None:
    cases = _cases()
    if not any(cell.text for cell in row[len(cases) :]):
        row = row[: len(cases)]
    found.misfit = len(row) != len(cases)
    for group in dict.fromkeys(key for key, _ in cases):
        own = tuple(cell for cell, (key, _) in zip(row, cases, strict=False) if key == group)
        found.rows[group] = (row[0], row if found.misfit else own)


def edition_of(table: TableKey, found: FoundTable) -> Edition | None:
    """The edition whose rows and columns fit better; None when both fit alike."""

    def fit(edition: Edition) -> int:
        columns, rows = set[str](), set[str]()
        for block in form.FORM[table, edition].blocks:
            columns |= {item.key for item in block.column_leaves()}
            rows |= {item.key for item in block.row_leaves()}
        return len(columns & found.headings.keys()) + len(rows & found.rows.keys())

    older, newer = fit(2019), fit(2021)
    return None if older == newer else (2019 if older > newer else 2021)


def cells_of(
    table: TableKey, edition: Edition, found: FoundTable
) -> tuple[TableReading, dict[str, Reading]]:
    """The readings of every cell that the table has in this edition."""
    cells: dict[str, Reading] = {}
    for block in form.FORM[table, edition].blocks:
        columns = block.column_leaves()
        for row in block.row_leaves():
            addresses = [f"{table}.{row.key}.{column.key}" for column in columns]
            cells |= _row_readings(addresses, table, edition, row, found)
    return (
        TableReading(table, edition, found.line, len(found.rows), _labels(table, edition, found)),
        cells,
    )


def _row_readings(
    addresses: list[str], table: TableKey, edition: Edition, row: Item, found: FoundTable
) -> dict[str, Reading]:
    if row.key not in found.rows:
        return dict.fromkeys(addresses, ABSENT)
    label, values = found.rows[row.key]
    if len(values) > len(addresses) and not any(v.text for v in values[len(addresses) :]):
        values = values[: len(addresses)]
    if found.misfit or len(values) != len(addresses):
        raw = " ".join(value.text for value in values)
        unsure = Reading(Status.UNREADABLE, raw=raw, line=label.line)
        return dict.fromkeys(addresses, unsure)
    known: dict[str, Cell] = form.cells_of(table, edition)
    return {
        address: read_value(
            value.text, value.line, known[address], _heading(found, known[address].column)
        )
        for address, value in zip(addresses, values, strict=True)
    }


def _heading(found: FoundTable, column: Item) -> str:
    cell = found.headings.get(column.key)
    return cell.text if cell else ""


def _is_worded(heading: str, item: Item) -> bool:
    """Whether a column heading is the form's; where the form leaves the unit open, any will do."""
    label = bare(heading)
    if not item.unit_label:
        label = _MONEY.sub("", label)
    return label in (bare(item.zh), bare(item.zh + item.unit_label))


def _labels(table: TableKey, edition: Edition, found: FoundTable) -> tuple[PrintedLabel, ...]:
    """The labels that are not worded as the form words them, in the order they are printed."""
    differing: list[PrintedLabel] = []
    for block in form.FORM[table, edition].blocks:
        for item in block.row_leaves():
            if item.key in found.rows and table != "appeals":
                printed = found.rows[item.key][0]
                if words(printed.text) != words(item.zh):
                    differing.append(PrintedLabel(item.label, printed.text, printed.line))
        for item in block.column_leaves():
            cell = found.headings.get(item.key)
            if cell and not _is_worded(cell.text, item):
                differing.append(PrintedLabel(item.label, cell.text, cell.line))
    return tuple(dict.fromkeys(sorted(differing, key=lambda label: label.line)))
