"""Rows of a table as found → readings of its cells. What is not certain is `unreadable`.

A row holds as many values as its block has columns. Where it holds more cells, the others are what
merged cells left behind: they must be blank, and stand on the same side in the whole table. Where
it holds fewer, which column lacks its value cannot be told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import form
from generator.form import Cell, Edition, Equation, Item, TableKey
from generator.model import ABSENT, GridCell, PrintedLabel, Reading, Status, TableReading
from generator.parse import labels
from generator.parse.glued import decoded
from generator.parse.tables import Cells, FoundRow, FoundTable, blank_outside
from generator.parse.text import bare, words
from generator.parse.values import read_value

_FEW_CUT = 3


def edition_of(found: FoundTable) -> Edition | None:
    """The edition whose rows and columns fit better; None when both fit alike."""

    def fit(edition: Edition) -> int:
        columns, rows = set[str](), set[str]()
        for block in form.FORM[found.key, edition].blocks:
            columns |= {item.key for item in block.column_leaves()}
            rows |= {item.key for item in block.row_leaves()}
        return len(columns & found.headings.keys()) + len(rows & found.rows.keys())

    older, newer = fit(2019), fit(2021)
    return None if older == newer else (2019 if older > newer else 2021)


def cells_of(edition: Edition, found: FoundTable) -> tuple[TableReading, dict[str, Reading]]:
    """The readings of every cell that the table has in this edition."""
    settled = _Settled(edition, found)
    worded = _labels(found.key, edition, found)
    return (
        TableReading(
            found.key, edition, found.line, len(found.rows), worded, settled.identities_used()
        ),
        dict(settled.readings()),
    )


class _Settled:
    """A table with what all of its rows together say about its layout."""

    def __init__(self, edition: Edition, found: FoundTable) -> None:
        self.table = found.key
        self.edition = edition
        self.found = found
        self.widths = {
            row.key: len(block.column_leaves())
            for block in form.FORM[found.key, edition].blocks
            for row in block.row_leaves()
        }
        self.ordered = _by_order(found, self.widths)
        self.rows = found.rows | self.ordered
        self.decoded = decoded(found, edition)
        self.at_end = self._pads_before_values()
        self.blanks_show = self._blanks_show()
        self.disorder = self._disorder()

    def identities_used(self) -> frozenset[tuple[str, str]]:
        """The identities that values were told apart by, which prove nothing about the report."""
        return frozenset(
            (one.kind, one.at)
            for one in form.FORM[self.table, self.edition].equations()
            if self.decoded or (one.kind == "row_sum" and one.at.split(".")[1] in self.ordered)
        )

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Every cell of the form by address."""
        known = form.cells_of(self.table, self.edition)
        for block in form.FORM[self.table, self.edition].blocks:
            columns = block.column_leaves()
            for row in block.row_leaves():
                addresses = [f"{self.table}.{row.key}.{column.key}" for column in columns]
                yield from self._row(self.rows.get(row.key), [known[a] for a in addresses])

    def _row(self, row: FoundRow | None, cells: list[Cell]) -> Iterator[tuple[str, Reading]]:
        if row is None or (not row.firm and not row.values):
            yield from ((cell.address, ABSENT) for cell in cells)
            return
        if row.key in self.decoded:
            for cell, number in zip(cells, self.decoded[row.key], strict=True):
                yield cell.address, read_value(str(number), row.values[0].line, cell)
            return
        values = None if self.found.misfit else self._values(row, len(cells))
        if values is None:
            raw = " ".join(value.text for value in row.values)
            unsure = Reading(Status.UNREADABLE, raw=raw, line=row.label.line)
            yield from ((cell.address, unsure) for cell in cells)
            return
        for cell, value in zip(cells, values, strict=True):
            heading = self.found.headings.get(cell.column.key)
            shown = heading.text if heading else ""
            yield cell.address, read_value(value.text, value.line, cell, shown)

    def _values(self, row: FoundRow, width: int) -> Cells | None:
        """The cells of a row that are its values, None when that is not certain."""
        start = self._start(row, width)
        if row.filled == width:  # the others are blank: what merged cells left behind
            values = tuple(value for value in row.values if value.text)
        elif start is None:
            return self._on_one_line(row, width)
        else:
            values = row.values[start : start + width]
        if row.firm or self.table == "appeals":
            return values
        blank = any(not value.text for value in values)
        if blank and any(value.text for value in values) and not self.blanks_show:
            return None
        together = {value.line for value in values} == {row.label.line}
        return None if self.disorder and not together else values

    def _start(self, row: FoundRow, width: int) -> int | None:
        starts = blank_outside(row.values, width)
        if not starts:
            return None
        if len(starts) == 1 or not row.filled:
            return starts[0]
        last = len(row.values) - width
        if self.at_end is None:
            return None
        return last if self.at_end and last in starts else (None if self.at_end else starts[0])

    def _on_one_line(self, row: FoundRow, width: int) -> Cells | None:
        """The values when they alone fill a line, beside lone numbers such as that of a page."""
        if row.firm:
            return None
        by_line: dict[int, list[GridCell]] = {}
        for value in row.values:
            if value.text:
                by_line.setdefault(value.line, []).append(value)
        whole = [line for line in by_line.values() if len(line) == width]
        others = [line for line in by_line.values() if len(line) != width]
        if width > 1 and len(whole) == 1 and all(len(line) == 1 for line in others):
            own = tuple(whole[0])
            return own if own[0].line == row.label.line or not self.disorder else None
        return None

    def _wide(self) -> Iterator[tuple[FoundRow, int]]:
        """The rows with more cells than columns, and how many columns they have."""
        for key, row in self.rows.items():
            width = self.widths.get(key, 0)
            if width and len(row.values) > width and row.filled:
                yield row, width

    def _pads_before_values(self) -> bool | None:
        """Whether the cells that a merged label covers stand before the values, not behind."""
        before = behind = False
        for row, width in self._wide():
            starts = blank_outside(row.values, width)
            if len(starts) == 1:
                before |= starts[0] == len(row.values) - width
                behind |= starts[0] == 0
        return None if before == behind else before

    def _blanks_show(self) -> bool:
        """Whether some row proves that blank lines are blank cells: it is whole only with them."""
        for key, row in self.rows.items():
            width = self.widths.get(key, 0)
            start = self._start(row, width) if width > 1 and not row.firm else None
            if start is not None:
                values = row.values[start : start + width]
                if values[-1].text and any(not value.text for value in values):
                    return True
        return False

    def _disorder(self) -> bool:
        """Whether values stand where none can, so that loose ones may belong to another row.

        So it is where labels follow each other and then their values, as columns are extracted.
        """
        for key, row in self.rows.items():
            width = self.widths.get(key)
            if not width or row.firm:
                continue
            if not row.values or (row.filled > width and not self._pages(row, width)):
                return True
        first = next((row for row in self.found.listed if row.values or row.key), None)
        if first is None or first.key or first.group or first.firm:
            return False
        return all(row.values != first.values for row in self.rows.values())

    def _pages(self, row: FoundRow, width: int) -> bool:
        lines = [value.line for value in row.values if value.text]
        return any(lines.count(line) == width > 1 for line in lines) and len(lines) <= width + 2


def _by_order(found: FoundTable, widths: Mapping[str, int]) -> dict[str, FoundRow]:
    """Rows that no label names, by the fixed order of the form.

    Between two rows that are named, as many must be missing as stand there without a name, and
    their own sums must confirm them.
    """
    order = [key for key in widths if key]
    named: dict[str, FoundRow] = {}
    gap: list[FoundRow] = []
    above = -1
    for row in [*found.listed, None]:
        key = row.key if row else ""
        if row and not key:
            gap += _unnamed(row, found.key)
            continue
        if row and key not in widths:
            continue
        below = order.index(key) if row else len(order)
        missing = order[above + 1 : below]
        if gap and len(gap) == len(missing) and _confirmed(gap, [widths[key] for key in missing]):
            named |= {key: replace(one, key=key) for key, one in zip(missing, gap, strict=True)}
        above, gap = below, []
    return named


def _unnamed(row: FoundRow, table: TableKey) -> Iterator[FoundRow]:
    """The rows that a run of values without a name of its own may be cut into."""
    if row.unknown or not row.filled or table == "appeals":
        return
    width = len(form.FORM["requests", 2021].blocks[0].column_leaves())
    if table == "proactive" or len(row.values) <= width:
        yield row
        return
    values = row.values
    while values and not values[-1].text:
        values = values[:-1]
    if len(values) % width == 0 and not row.firm:
        for start in range(0, len(values), width):
            yield replace(row, values=values[start : start + width])
    else:
        yield row


def _confirmed(rows: Sequence[FoundRow], widths: Sequence[int]) -> bool:
    """Whether every row holds its columns' values, and where it has a total, sums up to it."""
    for row, width in zip(rows, widths, strict=True):
        values = [value.text for value in row.values if value.text]
        if len(values) != width or not all(text.isascii() and text.isdigit() for text in values):
            return False
        if width == 7 and sum(map(int, values[:-1])) != int(values[-1]):
            return False
    return True


def without_cut_totals(
    tables: Iterable[TableReading], cells: Mapping[str, Reading]
) -> dict[str, Reading]:
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
    found = dict(cells)
    for at in cut if len(cut) >= _FEW_CUT else ():
        found[at] = replace(found[at], status=Status.UNREADABLE, value=None, unit="")
    return found


def _row_sums(table: TableKey, edition: Edition) -> Iterator[Equation]:
    return (one for one in form.FORM[table, edition].equations() if one.kind == "row_sum")


def _is_cut(equation: Equation, cells: Mapping[str, Reading]) -> bool:
    total, parts = cells[equation.at].value, [cells[one].value for one in equation.left]
    known = [part for part in parts if part is not None]
    if total is None or len(known) < len(parts) or total == 0:
        return False
    due = str(sum(known))
    return due != str(total) and due.startswith(str(total))


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
