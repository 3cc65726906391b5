"""Which blank cells are sure to stand in their columns.

A blank cell leaves little behind: an empty line, a mark beside a mark. Only the rows of a table
together show whether such a trace is a cell: where all rows are shaped alike, each holds its blanks
where it shows them; a row that is shaped otherwise has lost a cell or has one too many.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from generator.parse import labels
from generator.parse.found import Cells, FoundRow, FoundTable, blank_outside

Shape = tuple[str, int]

_NEARLY_ALL = 0.9
_FEW = 2


class Blanks:
    """What the rows of a table prove about its blank cells; `widths` are their numbers of columns.

    `show` says that some row is whole only if blank lines are blank cells.
    """

    def __init__(
        self, found: FoundTable, rows: Mapping[str, FoundRow], widths: Mapping[str, int]
    ) -> None:
        self.table = found.key
        self.rows = rows
        self.widths = widths
        self.show = found.told.blanks_show or any(map(self._shows, rows.values()))

    def are_placed(self, row: FoundRow, chosen: Cells) -> bool:
        """Whether the blank cells among the values chosen from a row are sure to stand there."""
        if row.row.marked or not self._among(chosen):
            return True
        if row.firm:
            return bool(self._firm_shapes & self._firm_shape(row))
        if self.table == "appeals":
            return self.show and all(_sum_up(one.values) for one in self.rows.values())
        return self.show and (self._is_usual(row) or self._sums_up(row))

    def by_sum(self, row: FoundRow) -> bool:
        """Whether nothing but the row's own sum puts its blank cells in their columns."""
        if row.firm or not 0 < row.filled < len(row.values):
            return False
        return self.table == "appeals" or (self._sums_up(row) and not self._is_usual(row))

    def _among(self, chosen: Cells) -> bool:
        """Whether blank cells decide where numbers stand: in table C those of all its groups."""
        if self.table == "appeals":
            chosen = tuple(value for row in self.rows.values() for value in row.values)
        return any(value.text for value in chosen) and not all(value.text for value in chosen)

    def _shows(self, row: FoundRow) -> bool:
        """Whether a loose row is whole only with its blank lines."""
        width = self.widths.get(row.key, 0)
        if width <= 1 or row.firm or 0 not in blank_outside(row.values, width):
            return False
        values = row.values[:width]
        return bool(values[-1].text) and any(not value.text for value in values)

    @cached_property
    def _firm_shapes(self) -> frozenset[Shape]:
        """What nearly all rows parted by marks have in common."""
        rows = [row for row in self.rows.values() if row.firm and self._width(row) > 1]
        return _common(map(self._firm_shape, rows), least=_NEARLY_ALL * len(rows))

    def _firm_shape(self, row: FoundRow) -> frozenset[Shape]:
        """How a row parted by marks is shaped, as far as that puts its blanks in their columns.

        It has no cells but its values, or those that its label covers before them, or as many
        columns as all.
        """
        more = self._more(row)
        shape = {("columns", len(row.row.cells))}
        shape |= {("no more", 0)} if more == 0 else set()
        shape |= {("padded", 0)} if more == labels.pads(self.table, row.key) else set()
        return frozenset(shape)

    @cached_property
    def _loose_shapes(self) -> frozenset[Shape]:
        """What all loose rows have in common, or all but a few."""
        rows = [row for row in self.rows.values() if not row.firm and row is not self._last]
        least = min(len(rows) - 1, _NEARLY_ALL * len(rows))
        return _common(map(self._loose_shape, rows), least=max(least, _FEW))

    def _loose_shape(self, row: FoundRow) -> frozenset[Shape]:
        """How many cells a loose row has behind its values.

        As many as all, or one for each label that is printed once for several rows and covers a
        cell of the next, or one only behind the first of such rows.
        """
        more = self._more(row)
        tail, opens = labels.tail(self.table, row.key), labels.opens(self.table, row.key)
        return frozenset({("more", more), ("tail", more - tail), ("opens", more - opens)})

    def _is_usual(self, row: FoundRow) -> bool:
        """Whether a loose row holds as many cells as the others show that it should.

        Below the last row blank lines may follow that are no cells.
        """
        return row is not self._last and bool(self._loose_shapes & self._loose_shape(row))

    @cached_property
    def _last(self) -> FoundRow:
        return max(self.rows.values(), key=lambda row: row.label.line)

    def _sums_up(self, row: FoundRow) -> bool:
        return self.table == "requests" and _sum_up(row.values[: self._width(row)])

    def _more(self, row: FoundRow) -> int:
        return len(row.values) - self._width(row)

    def _width(self, row: FoundRow) -> int:
        return self.widths.get(row.key, 0)


def _common(shapes: Iterable[frozenset[Shape]], *, least: float) -> frozenset[Shape]:
    """The shapes that at least so many rows have."""
    counted = Counter(chain.from_iterable(shapes))
    return frozenset(shape for shape, rows in counted.items() if rows >= least)


def _sum_up(values: Cells) -> bool:
    """Whether the numbers of a row add up to its total, or it has none."""
    numbers = [int(value.text) for value in values if value.text.isdecimal()]
    if len(numbers) < sum(1 for value in values if value.text):
        return False
    return not numbers or (bool(values[-1].text) and 2 * numbers[-1] == sum(numbers))
