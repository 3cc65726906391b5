"""Rows of a table as found → readings of its cells. What is not certain is `unreadable`."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from generator import form
from generator.form import Cell, Edition, Equation, Item, TableKey
from generator.model import ABSENT, PrintedLabel, Reading, Status, TableReading
from generator.parse import labels
from generator.parse.arrangement import Arrangement
from generator.parse.found import FoundRow, FoundTable
from generator.parse.text import bare, words
from generator.parse.values import read_digits, read_value, strip

_FEW_CUT = 3
_SIGNS = tuple("减增+-−")
_MONEY = ("wan_yuan", "yuan")  # without its heading, in what unit an amount is printed is unknown


def edition_of(found: FoundTable) -> Edition | None:
    """The edition whose rows and columns fit better; None when both fit alike.

    Where no label tells, the numbers of values behind them may.
    """
    older, newer = (_labels_fitting(edition, found) for edition in form.EDITIONS)
    if older == newer:
        older, newer = (_rows_fitting(edition, found) for edition in form.EDITIONS)
    return None if older == newer else (2019 if older > newer else 2021)


def _labels_fitting(edition: Edition, found: FoundTable) -> int:
    columns, rows = _keys(found.key, edition)
    return len(columns & found.headings.keys()) + len(rows & found.rows.keys())


@cache
def _keys(table: TableKey, edition: Edition) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the columns and of the rows that a table has in an edition."""
    blocks = form.FORM[table, edition].blocks
    columns = frozenset(item.key for block in blocks for item in block.column_leaves())
    return columns, frozenset(item.key for block in blocks for item in block.row_leaves())


def _rows_fitting(edition: Edition, found: FoundTable) -> int:
    filled = {key: row.filled for key, row in found.rows.items()}
    return sum(filled.get(key) == len(cells) for key, cells in form.rows_of(found.key, edition))


def cells_of(arranged: Arrangement) -> tuple[TableReading, dict[str, Reading]]:
    """The readings of every cell that the table has in its edition."""
    found, edition = arranged.found, arranged.edition
    worded = _labels(found.key, edition, found)
    used = arranged.identities_used()
    marked = all(row.firm for row in found.rows.values())
    return (
        TableReading(found.key, edition, found.line, worded, used, marked),
        {
            cell.address: reading
            for key, cells in form.rows_of(found.key, edition)
            for cell, reading in zip(cells, _readings(key, cells, arranged), strict=True)
        },
    )


def _readings(key: str, cells: tuple[Cell, ...], arranged: Arrangement) -> Iterable[Reading]:
    """What the cells of one row hold."""
    row = arranged.rows.get(key)
    if row is None or (not row.firm and (arranged.blank or not row.values)):
        return (_without_values(key, arranged),) * len(cells)
    if key in arranged.decoded:
        line = row.values[0].line
        numbers = zip(cells, arranged.decoded[key], strict=True)
        return (read_value(str(number), line, cell) for cell, number in numbers)
    values = arranged.values(row, len(cells))
    if values is None and key not in arranged.shared and arranged.blanks.fill(row, len(cells)):
        return (Reading(Status.BLANK, line=row.label.line),) * len(cells)
    if values is None:
        return (_unreadable(row),) * len(cells)
    if row.of_digits and key not in _of_money(arranged.table, arranged.edition):
        return [read_digits(value.text, value.line) for value in values]
    read = [
        read_value(value.text, value.line, cell, arranged.heading(cell))
        for cell, value in zip(cells, values, strict=True)
    ]
    for place, before in enumerate(read[:-1]):
        unread = before.status is Status.UNREADABLE
        if unread and before.raw[-1] in _SIGNS:  # whose number stands behind it?
            read[place + 1] = read[place + 1]._replace(status=Status.UNREADABLE, value=None)
    return [
        one._replace(status=Status.UNREADABLE, value=None)
        if one.value and cell.unit in _MONEY and not one.unit and arranged.unit_is_open(cell)
        else one
        for cell, one in zip(cells, read, strict=True)
    ]


@cache
def _of_money(table: TableKey, edition: Edition) -> frozenset[str]:
    """The rows with an amount of money."""
    cells = form.cells_of(table, edition).values()
    return frozenset(cell.row.key for cell in cells if cell.unit in _MONEY)


def _without_values(key: str, arranged: Arrangement) -> Reading:
    """What the cells hold of a row that is not there, or whose label stands alone."""
    found = arranged.found
    if arranged.blank:
        labelled = [row.label for row in found.listed if _labels_row(row, key, found.key)]
        labelled += found.headings.values() if found.told.blank else ()
        return Reading(Status.BLANK, line=labelled[0].line) if labelled else ABSENT
    unplaced = arranged.unplaced.get(key)
    return _unreadable(unplaced) if unplaced else ABSENT


def _labels_row(row: FoundRow, key: str, table: TableKey) -> bool:
    """Whether a label is that of a row; that of the older edition's last outcome heads a group."""
    item = labels.row_at(row.label.text, table) if row.group else None
    return (item.key if item else row.key) == key


def _unreadable(row: FoundRow) -> Reading:
    raw = strip(" ".join(value.text for value in row.values))
    return Reading(Status.UNREADABLE, raw=raw, line=row.label.line)


def without_cut_totals(
    tables: Iterable[TableReading], cells: Mapping[str, Reading]
) -> Mapping[str, Reading]:
    """The cells without totals whose last digits a narrow page cut off.

    Where several totals are the beginning of the sum of their row (140 for 14069), the page was
    cut: none of them is what the report says.
    """
    cut = [
        equation.at
        for table in tables
        for equation in _row_sums(table.key, table.edition)
        if _is_cut(equation, cells)
    ]
    if len(cut) < _FEW_CUT:
        return cells
    unread = {at: cells[at]._replace(status=Status.UNREADABLE, value=None, unit="") for at in cut}
    return {**cells, **unread}


@cache
def _row_sums(table: TableKey, edition: Edition) -> tuple[Equation, ...]:
    return tuple(one for one in form.FORM[table, edition].equations() if one.kind == "row_sum")


def _is_cut(equation: Equation, cells: Mapping[str, Reading]) -> bool:
    total = cells[equation.at].value
    if not total:
        return False
    parts = [cells[one].value for one in equation.left]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return False
    due = str(sum(known))
    return due != str(total) and due.startswith(str(total))


@lru_cache(maxsize=labels.KEPT)
def _is_worded(heading: str, item: Item) -> bool:
    """Whether a column heading is the form's; where the form leaves the unit open, any will do."""
    return labels.without_unit(heading, item) in (bare(item.zh), bare(item.zh + item.unit_label))


def _labels(table: TableKey, edition: Edition, found: FoundTable) -> tuple[PrintedLabel, ...]:
    """The labels that are not worded as the form words them, in the order they are printed."""
    differing: list[PrintedLabel] = []
    for block in form.FORM[table, edition].blocks:
        for item in block.row_leaves():
            if item.key in found.rows and table != "appeals":
                printed = found.rows[item.key].label
                if words(printed.text) != words(item.zh):
                    differing.append(PrintedLabel(item.label, printed.text, printed.line))
        for item in block.column_leaves():
            cell = found.headings.get(item.key)
            if cell and not _is_worded(cell.text, item):
                differing.append(PrintedLabel(item.label, cell.text, cell.line))
    return tuple(dict.fromkeys(sorted(differing, key=lambda label: label.line)))
