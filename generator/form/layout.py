"""What a form is made of: items, blocks, tables, and the equations that follow from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator.bilingual import Text

TableKey = Literal["proactive", "requests", "appeals"]
Edition = Literal[2019, 2021]
Unit = Literal["count", "change", "wan_yuan", "yuan"]
Identity = Literal["row_sum", "column_sum", "balance"]

EDITIONS: tuple[Edition, Edition] = (2019, 2021)
TABLE_KEYS: tuple[TableKey, ...] = ("proactive", "requests", "appeals")
UNITS: dict[Unit, Text] = {
    "count": Text("件", "items"),
    "change": Text("项（带符号）", "items, signed"),
    "wan_yuan": Text("万元", "CNY 10,000"),
    "yuan": Text("元", "CNY"),
}


class Item(NamedTuple):
    """A row or a column of a table, or a heading over several of them.

    `children` makes it a heading without cells of its own; `total` makes it the sum of all the
    other leaves under the same heading, which gives the arithmetic together with the layout.
    `aliases` are wordings that mean the same when a report is read, but are not the standard.
    """

    key: str
    zh: str
    en: str
    number: str = ""
    children: "tuple[Item, ...]" = ()
    total: bool = False
    basis: str = ""
    unit: Unit = "count"
    unit_label: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The label as the form prints it, numbering and unit included."""
        return f"{self.number}{self.zh}{self.unit_label}"

    @property
    def text(self) -> Text:
        """The label in both languages, without numbering."""
        return Text(self.zh + self.unit_label, self.en)

    def leaves(self) -> "Iterator[Item]":
        """The rows or columns at or below this item that have cells."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def width(self) -> int:
        """How many rows or columns it spans."""
        return sum(1 for _ in self.leaves())


@dataclass(frozen=True)
class Block:
    """A part of a table with columns of its own; `heading` is the printed line above it."""

    rows: tuple[Item, ...]
    columns: tuple[Item, ...]
    heading: Text | None = None

    @cached_property
    def _leaves(self) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        rows = tuple(leaf for row in self.rows for leaf in row.leaves())
        return rows, tuple(leaf for column in self.columns for leaf in column.leaves())

    def row_leaves(self) -> tuple[Item, ...]:
        """The rows that have cells."""
        return self._leaves[0]

    def column_leaves(self) -> tuple[Item, ...]:
        """The columns that have cells."""
        return self._leaves[1]


class Cell(NamedTuple):
    """One number of the form: where it stands and in what unit it is counted."""

    address: str
    table: TableKey
    row: Item
    column: Item

    @property
    def unit(self) -> Unit:
        """The unit of the form, which the column sets."""
        return self.column.unit


class Equation(NamedTuple):
    """What the form says of its own numbers: the sum of `left` equals the sum of `right`.

    For a sum, `left` are the parts and `right` is the total alone; `at` is the cell (or, for a
    balance, the closing total) that stands for the equation in ids.
    """

    kind: Identity
    table: TableKey
    at: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell that takes part."""
        return self.left + self.right


class Table(NamedTuple):
    """One of the three tables, in one edition."""

    key: TableKey
    edition: Edition
    title: Text
    blocks: tuple[Block, ...]
    balance: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    note: Text | None = None
    side_by_side: bool = False

    def cells(self) -> tuple[Cell, ...]:
        """All cells in the order of the form."""
        return tuple(
            Cell(f"{self.key}.{row.key}.{column.key}", self.key, row, column)
            for block in self.blocks
            for row in block.row_leaves()
            for column in block.column_leaves()
        )

    def equations(self) -> Iterator[Equation]:
        """Every identity that this table prints."""
        for block in self.blocks:
            yield from _sums(self.key, block)
            if self.balance:
                yield from _balances(self.key, block, *self.balance)


_TOTALS = ("合计", "小计", "总数", "共计", "总计数")
TOTAL = Item("total", "总计", "total", total=True, aliases=_TOTALS)


def _sums(table: TableKey, block: Block) -> Iterator[Equation]:
    for total, parts in _totals(block.columns):
        for row in block.row_leaves():
            left = tuple(f"{table}.{row.key}.{part.key}" for part in parts)
            target = f"{table}.{row.key}.{total.key}"
            yield Equation("row_sum", table, target, left, (target,))
    for total, parts in _totals(block.rows):
        for column in block.column_leaves():
            left = tuple(f"{table}.{part.key}.{column.key}" for part in parts)
            target = f"{table}.{total.key}.{column.key}"
            yield Equation("column_sum", table, target, left, (target,))


def _balances(
    table: TableKey, block: Block, due: tuple[str, ...], accounted: tuple[str, ...]
) -> Iterator[Equation]:
    for column in block.column_leaves():
        left = tuple(f"{table}.{row}.{column.key}" for row in due)
        right = tuple(f"{table}.{row}.{column.key}" for row in accounted)
        yield Equation("balance", table, right[0], left, right)


def _totals(items: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Each total under these items, with the leaves that it is the sum of."""
    for item in items:
        if item.total:
            yield (
                item,
                tuple(leaf for other in items if other is not item for leaf in other.leaves()),
            )
        yield from _totals(item.children)
