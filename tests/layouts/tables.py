"""The three tables of the form filled with known numbers, as rows that a layout may write."""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, partial

from generator import form
from generator.form import FORM, SECTIONS, TABLE_KEYS, Edition, TableKey
from generator.model import Report, Status
from generator.specimen import Specimen, written

Printed = Mapping[str, str]  # what stands in each cell, by address


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: its labels, "" where a merged label covers the place, then its values."""

    labels: tuple[str, ...]
    values: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The labels that are printed in this row."""
        return tuple(label for label in self.labels if label)

    @property
    def cells(self) -> tuple[str, ...]:
        """What is left of a row where the places that merged labels cover leave no trace."""
        return (*(self.words if self.values else self._unpadded()), *self.values)

    @property
    def padded(self) -> tuple[str, ...]:
        """Every place of the row."""
        return (*self.labels, *self.values)

    def _unpadded(self) -> tuple[str, ...]:
        first = next(place for place, label in enumerate(self.labels) if label)
        return self.labels[first:]


Tables = dict[TableKey, list[Row]]
Change = Callable[[Row], Row]


@cache
def _addressed(edition: Edition) -> Tables:
    """The rows of every table with the addresses of the cells in place of their values."""
    known = form.cells_expected(edition, edition)
    specimen = Specimen(
        cells={address: address for address in known}, proactive=edition, requests=edition
    )
    headings = {section.heading: section.table for section in SECTIONS}
    tables: Tables = {key: [] for key in TABLE_KEYS}
    current: TableKey | None = None
    for part in written(specimen).split("\n\n"):
        lines = part.split("\n")
        cells = tuple(line[1:] for line in lines if line.startswith("\t"))
        if cells and current:
            values = tuple(cell for cell in cells if cell in known)
            tables[current].append(Row(cells[: len(cells) - len(values)], values))
        current = [current, *(headings[line] for line in lines if line in headings)][-1]
    return tables


def tables_of(edition: Edition, printed: Printed) -> Tables:
    """The rows of every table with what is printed in their cells, "" where nothing is."""
    return {
        key: [replace(row, values=tuple(printed.get(at, "") for at in row.values)) for row in rows]
        for key, rows in _addressed(edition).items()
    }


def rows_at(edition: Edition, table: TableKey) -> list[tuple[str, ...]]:
    """The addresses in each row of a table that `tables_of` gives, in the same order."""
    return [row.values for row in _addressed(edition)[table]]


def changed(tables: Tables, change: Change) -> Tables:
    """The tables with every row changed."""
    return {key: [change(row) for row in rows] for key, rows in tables.items()}


def relabelled(tables: Tables, label: Callable[[str], str]) -> Tables:
    """The tables with every label changed."""
    return changed(tables, lambda row: replace(row, labels=tuple(map(label, row.labels))))


def numbers(edition: Edition, kind: str) -> dict[str, str]:
    """A set of numbers that add up as the form says, by its name in `KINDS`."""
    draw = random.Random(f"{edition} {kind}")  # noqa: S311  (the same numbers in every run)
    choose = partial(KINDS[kind], draw)
    found = {address: str(choose()) for address in form.cells_of("proactive", edition)}
    if kind == "large" and edition == 2021:
        found["proactive.charges.amount"] = "24252.311082"
    if kind == "busy" and edition == 2019:
        found["proactive.licences.items_change"] = "-15"
        found["proactive.penalties.items_change"] = "-7"
    return found | _requests(edition, choose) | _cases(choose)


KINDS: dict[str, Callable[[random.Random], int]] = {
    "zeros": lambda _: 0,
    "small": lambda draw: draw.choice([0, 0, 0, 0, 1, 2, draw.randint(0, 30)]),
    "busy": lambda draw: draw.choice([0, 1, draw.randint(1, 99), draw.randint(1, 3000)]),
    "large": lambda draw: draw.choice([0, 0, 0, draw.randint(1, 9), draw.randint(10**6, 10**7)]),
}


def _requests(edition: Edition, choose: Callable[[], int]) -> dict[str, str]:
    table = FORM["requests", edition]
    rows = [row.key for row in table.blocks[0].row_leaves()]
    columns = [column.key for column in table.blocks[0].column_leaves()][:-1]
    found: dict[tuple[str, str], int] = {}
    for column in columns:
        for row in rows[2:-2]:
            found[row, column] = choose()
        processed = sum(found[row, column] for row in rows[2:-2])
        left, before = choose(), min(choose(), processed)
        ends = (processed + left - before, before, processed, left)
        found |= {(row, column): n for row, n in zip([*rows[:2], *rows[-2:]], ends, strict=True)}
    found |= {(row, "total"): sum(found[row, column] for column in columns) for row in rows}
    return {f"requests.{row}.{column}": str(number) for (row, column), number in found.items()}


def _cases(choose: Callable[[], int]) -> dict[str, str]:
    block = FORM["appeals", 2021].blocks[0]
    found: dict[str, str] = {}
    for row in block.row_leaves():
        parts = [choose() for _ in block.column_leaves()[:-1]]
        addresses = [f"appeals.{row.key}.{column.key}" for column in block.column_leaves()]
        found |= zip(addresses, map(str, (*parts, sum(parts))), strict=True)
    return found


def without_zeros(printed: Printed) -> dict[str, str]:
    """The same with zeros left blank, except in totals."""
    return {
        address: "" if text == "0" and not address.endswith(".total") else text
        for address, text in printed.items()
    }


# Large numbers among blanks are left out: it takes seconds to find that they are not glued.
SETS = {
    "zeros": ("zeros", False),
    "small": ("small", False),
    "small, zeros blank": ("small", True),
    "busy": ("busy", False),
    "busy, zeros blank": ("busy", True),
    "large": ("large", False),
}


def printed(edition: Edition, kind: str) -> dict[str, str]:
    """A set of numbers as it is printed, by its name in `SETS`."""
    name, blank = SETS[kind]
    return without_zeros(numbers(edition, name)) if blank else numbers(edition, name)


@dataclass(frozen=True, slots=True)
class Score:
    """How the cells of a report compare with what is known to stand in its file."""

    right: frozenset[str]
    unread: frozenset[str]
    wrong: frozenset[str]
    invented: frozenset[str]


def scored(
    report: Report | None, expected: Mapping[str, Decimal | None], uncertain: Iterable[str] = ()
) -> Score:
    """Compare; what is `uncertain` may be unread, but what is reported of it must be right."""
    cells = report.cells if report else {}
    read = {at: Decimal(str(cell.value)) for at, cell in cells.items() if cell.value is not None}
    assert read.keys() == {at for at, cell in cells.items() if cell.status is Status.REPORTED}
    known = {at: value for at, value in expected.items() if value is not None}
    return Score(
        right=frozenset(at for at in read if known.get(at) == read[at]),
        unread=frozenset(known.keys() - read.keys() - set(uncertain)),
        wrong=frozenset(at for at in read if at in known and known[at] != read[at]),
        invented=frozenset(read.keys() - known.keys()),
    )


def expected_of(printed: Printed) -> dict[str, Decimal | None]:
    """The values that printed texts stand for."""
    return {address: Decimal(text) if text else None for address, text in printed.items()}
