"""Which blank cells are sure to stand in their columns.

A blank cell leaves little behind: an empty line, a mark beside a mark. Only the rows of a table
together show whether such a trace is a cell: where all rows are shaped alike, each holds its blanks
where it shows them; a row that is shaped otherwise has lost a cell or has one too many.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from generator.parse import merged
from generator.parse.found import Cells, FoundRow, FoundTable
from generator.parse.values import plain_count

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
        self.found = found
        self.rows = rows
        self.widths = widths
        self.show = found.told.blanks_show or any(map(self._shows, rows.values()))

    def are_placed(self, row: FoundRow, chosen: Cells) -> bool:
        """Whether the blank cells among the values chosen from a row are sure to stand there."""
        if self.table == "requests" and _end_in_their_sum(chosen):
            return False
        if row.row.marked:
            return not self._among(chosen) or self._is_usual(row) or self.is_whole(row)
        if not self._among(chosen):
            return not self._holds_another(row) or self.is_whole(row)
        if row.firm and not self.found.shifted:
            return self._is_usual(row)
        if self.table == "appeals":
            sums = all(_sum_up(one.values) for one in self.rows.values())
            return sums and (row.firm or (self.show and not self._holds_another(row)))
        return self.show and self._is_usual(row)

    def fill(self, row: FoundRow, width: int) -> bool:
        """Whether nothing stands in a row, though not all of its cells may be there.

        Where some are not, the source must not be one that marks its cells, and no numbers without
        a label may be those that it lacks.
        """
        if row.filled or not row.firm:
            return False
        return len(row.values) >= width or not (row.row.marked or self._stray)

    @cached_property
    def _stray(self) -> bool:
        """Whether numbers stand in the table that no label names."""
        return any(row.filled and not row.key for row in self.found.listed)

    def is_whole(self, row: FoundRow) -> bool:
        """Whether the values of a row with a total sum up to it, so that none is another's."""
        return self.table == "requests" and _sum_up(row.values[: self._width(row)])

    def _holds_another(self, row: FoundRow) -> bool:
        """Whether a row may be filled by what is no value of it, such as the number of a page.

        It has more cells than others in its place, or it is full where many are not.
        """
        if self.table == "appeals":
            return self.found.shifted and not self.found.told.padded
        if row.firm:
            return self._leaves_out_blanks
        if self.table == "proactive":
            return False
        if self._loose_shapes:
            return self._more(row) > 0 and row is not self._last and not self._is_usual(row)
        loose = [row for row in self.rows.values() if not row.firm and row.filled]
        return 3 * sum(row.filled < self._width(row) for row in loose) > len(loose)

    @cached_property
    def _leaves_out_blanks(self) -> bool:
        """Whether many rows parted by marks lack cells, so that a full one may hold another's."""
        short = [
            key
            for key, row in self.rows.items()
            if row.firm and 0 < len(row.values) < self.widths.get(key, 0)
        ]
        return 3 * len(short) > len(self.rows)

    @property
    def padded(self) -> bool:
        """Whether nearly all loose rows have more cells than columns."""
        return any(more > 0 for _, more in self._loose_shapes)

    def by_sum(self, row: FoundRow) -> bool:
        """Whether nothing but the row's own sum puts its blank cells in their columns."""
        return self.table == "appeals" and not row.firm and 0 < row.filled < len(row.values)

    def _among(self, chosen: Cells) -> bool:
        """Whether blank cells decide where numbers stand: in table C those of all its groups."""
        if self.table == "appeals":
            chosen = tuple(value for row in self.rows.values() for value in row.values)
        texts = [value.text for value in chosen]
        return any(texts) and not all(texts)

    def _shows(self, row: FoundRow) -> bool:
        """Whether a loose row is whole, and its total right, only with its blank lines."""
        if row.firm or not self._sums_up(row):
            return False
        return any(not value.text for value in row.values[: self._width(row)])

    @cached_property
    def _firm_shapes(self) -> frozenset[Shape]:
        """What nearly all rows parted by marks have in common."""
        rows = [row for row in self.rows.values() if row.firm and self._width(row) > 1]
        return _common(map(self._firm_shape, rows), least=_NEARLY_ALL * len(rows))

    def _firm_shape(self, row: FoundRow) -> frozenset[Shape]:
        """How a row parted by marks is shaped, as far as that puts its blanks in their columns.

        It has as many columns as all, or as many cells beside its values, or for each cell more
        one that its label covers.
        """
        more = self._more(row)
        shape = {("columns", len(row.row.cells)), ("more", more)}
        shape |= {("padded", 0)} if more == merged.pads(self.table, row.key) else set()
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
        cell of the next, or one more or less only behind the first of such rows.
        """
        more = self._more(row)
        tail, opens = merged.tail(self.table, row.key), merged.opens(self.table, row.key)
        shapes = {("more", more), ("tail", more - tail)}
        return frozenset(shapes | {("more first", more - opens), ("less first", more + opens)})

    def _is_usual(self, row: FoundRow) -> bool:
        """Whether a row holds as many cells as the others show that it should.

        Below the last row blank lines may follow that are no cells: its total must be there.
        """
        if row.firm:
            return bool(self._firm_shapes) and self._firm_shapes <= self._firm_shape(row)
        if row is self._last:
            values = row.values[: self._width(row)]
            return bool(self._loose_shapes and values and values[-1].text)
        return bool(self._loose_shapes & self._loose_shape(row))

    @cached_property
    def _last(self) -> FoundRow:
        return max(self.rows.values(), key=lambda row: row.label.line)

    def _sums_up(self, row: FoundRow) -> bool:
        """Whether a row of table B has a total other than 0 that is right."""
        values = row.values[: self._width(row)]
        summed = self.table == "requests" and bool(values) and _sum_up(values)
        return summed and values[-1].text not in ("", "0")

    def _more(self, row: FoundRow) -> int:
        return len(row.values) - self._width(row)

    def _width(self, row: FoundRow) -> int:
        return self.widths.get(row.key, 0)


def are_blank(found: FoundTable, rows: Mapping[str, FoundRow]) -> bool:
    """Whether a table is there and nothing stands in any of its rows."""
    if any(row.filled for row in chain(found.listed, rows.values())):
        return False
    return found.key == "appeals" or len(rows) > _FEW


def _common(shapes: Iterable[frozenset[Shape]], *, least: float) -> frozenset[Shape]:
    """The shapes that at least so many rows have."""
    counted = Counter(chain.from_iterable(shapes))
    return frozenset(shape for shape, rows in counted.items() if rows >= least)


def _end_in_their_sum(values: Cells) -> bool:
    """Whether the total is blank and the last number is one: a cell is missing before it."""
    if values[-1].text:
        return False
    numbers = [number for value in values if (number := plain_count(value.text))]
    return len(numbers) > 1 and 2 * numbers[-1] == sum(numbers)


def _sum_up(values: Cells) -> bool:
    """Whether the numbers of a row add up to its total, or it has none."""
    read = [plain_count(value.text) for value in values]
    numbers = [number for number in read if number is not None]
    if len(numbers) < sum(1 for value in values if value.text):
        return False
    return not numbers or (bool(values[-1].text) and 2 * numbers[-1] == sum(numbers))
