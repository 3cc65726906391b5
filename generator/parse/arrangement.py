"""Which cells of a row are its values, and whether that is certain.

A row holds as many values as its block has columns. Where it holds more cells, the others are what
merged cells left behind: they must be blank, and stand on the same side in the whole table. Where
it holds fewer, which column lacks its value cannot be told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise

from generator import form
from generator.form import Cell, Edition, TableKey
from generator.model import GridCell
from generator.parse import labels
from generator.parse.blanks import Blanks, are_blank
from generator.parse.decode import decoded
from generator.parse.doubts import are_other_columns, continued, shared, shifted
from generator.parse.found import Cells, FoundRow, FoundTable, blank_outside
from generator.parse.order import by_order, out_of_order, run_on, unplaced
from generator.parse.values import money_in
from generator.regex import regex

_SEVERAL = regex(r"\d\s+[-+]?\d")  # two numbers in one cell: columns ran together
_NEARLY_ALL = 0.9
_FEW = 2


@cache
def _widths(table: TableKey, edition: Edition) -> Mapping[str, int]:
    """How many columns each row of a table has, in form order."""
    return {key: len(cells) for key, cells in form.rows_of(table, edition)}


class Arrangement:
    """A table with what all of its rows together say about its layout.

    `rows` are its rows by key, those in `ordered` named by their place alone; for those in
    `unplaced` something stands there that cannot be assigned; `decoded` are the numbers of rows
    whose values stood glued together; `blank` says that no cell of the table holds anything.
    """

    def __init__(self, edition: Edition, found: FoundTable) -> None:
        self.table = found.key
        self.edition = edition
        self.found = found
        self.widths = _widths(found.key, edition)
        self.ordered = by_order(found, self.widths)
        self.rows = found.rows | self.ordered
        self.unplaced = unplaced(found, self.widths)
        self.shared = shared(found, self.widths)
        self.doubtful = found.doubtful | out_of_order(found, self.widths) | self.shared
        self.doubtful |= shifted(found, self.rows)
        self.continued = continued(found, self.widths)
        self.blank = are_blank(found, self.rows)
        self.foreign = found.foreign or are_other_columns(found, self.rows, self.widths)
        self.decoded = self._decoded()
        self.at_end = self._pads_before_values()
        self.blanks = Blanks(found, self.rows, self.widths)
        self.scrambled = self._scrambled()
        self.ragged = self._ragged()
        self.disorder = found.told.scrambled or self.scrambled or self._labels_alone()

    def identities_used(self) -> frozenset[tuple[str, str]]:
        """The identities that values were told apart by, which prove nothing about the report."""
        if not self.decoded and not any(map(self._proved, self.rows)):
            return frozenset()
        return frozenset(
            (one.kind, one.at)
            for one in form.FORM[self.table, self.edition].equations()
            if self.decoded or (one.kind == "row_sum" and self._proved(one.at.split(".")[1]))
        )

    def _proved(self, key: str) -> bool:
        """Whether a row was put in place by its own sum."""
        row = self.rows.get(key)
        return key in self.ordered or bool(row and self.blanks.by_sum(row))

    def heading(self, cell: Cell) -> str:
        """The printed heading of the column that a cell stands in, which may name a unit."""
        heading = self.found.headings.get(cell.column.key)
        return heading.text if heading else ""

    def unit_is_open(self, cell: Cell) -> bool:
        """Whether it is not sure in what unit an amount is printed.

        Its column has no heading, or one without the unit that the form has there, or another unit
        is named elsewhere in the table than in it.
        """
        heading = self.heading(cell)
        if money_in(heading):
            return False
        return not heading or bool(cell.column.unit_label) or bool(self.found.units - {"万元"})

    def values(self, row: FoundRow, width: int) -> Cells | None:
        """The cells of a row that are its values, None when that is not certain."""
        if self._is_foreign(row) or self._run_together(row, width):
            return None
        if (
            width > 1
            and not row.firm
            and (self.decoded or self.found.told.glued or self.found.told.cut)
        ):
            return None  # spaces part digits anywhere in such a text
        chosen = self._chosen(row, width)
        if chosen is None or not self.blanks.are_placed(row, chosen):
            return None
        if row.row.marked:
            return chosen
        if row.firm:  # a label that stands apart may be another row's
            return None if self.disorder and row.label.line != row.row.line else chosen
        return self._in_place(row, chosen)

    def _is_foreign(self, row: FoundRow) -> bool:
        """Whether the table or the row is not laid out as the form's, or stands there twice."""
        if row.key in self.continued and not self.blanks.is_whole(row):
            return True
        return self.found.misfit or self.foreign or row.key in self.doubtful

    def _decoded(self) -> Mapping[str, tuple[int, ...]]:
        if self.foreign:
            return {}
        found = decoded(self.found, self.edition)
        return {key: numbers for key, numbers in found.items() if key not in self.doubtful}

    def _run_together(self, row: FoundRow, width: int) -> bool:
        """Whether a cell holds the numbers of two columns, the row thus lacking one.

        In a single row it may be a slip of the report, where no cell is missing.
        """
        if not _holds_several(row):
            return False
        slip = 3 * self._several <= len(self.rows) or row.filled == width
        return not slip or len(row.values) != width

    @cached_property
    def _several(self) -> int:
        """How many rows have a cell with two numbers."""
        return sum(map(_holds_several, self.rows.values()))

    def _chosen(self, row: FoundRow, width: int) -> Cells | None:
        if not row.of_digits and any(labels.heads_any(value.text) for value in row.values):
            return None
        if row.filled == len(row.values) == width:
            return row.values
        filled = tuple(value for value in row.values if value.text)
        if len(filled) == width and self._others_are_pads(row):
            return filled
        start = self._start(row, width)
        return self._on_one_line(row, width) if start is None else row.values[start:][:width]

    def _others_are_pads(self, row: FoundRow) -> bool:
        """Whether the blank cells of a row are what merged cells left behind.

        They stand at an end, or among the values at the same place as in other rows; rows as long
        hold nothing there.
        """
        places = [place for place, value in enumerate(row.values) if value.text]
        if self._are_columns(row, set(range(len(row.values))).difference(places)):
            return False
        return places[-1] - places[0] < len(places) or (
            row.firm and self._padding[_padded(row)] > 1
        )

    def _are_columns(self, row: FoundRow, places: Iterable[int]) -> bool:
        """Whether one of the places is a column of table B, of whose rows some are as long."""
        if self.table != "requests" or not row.firm:
            return False
        return any(self._filled_places[len(row.values), place] > _FEW for place in places)

    @cached_property
    def _filled_places(self) -> Counter[tuple[int, int]]:
        """In how many rows of so many cells something stands at a place."""
        return Counter(
            (len(row.values), place)
            for row in self.rows.values()
            if row.firm
            for place, value in enumerate(row.values)
            if value.text
        )

    @cached_property
    def _padding(self) -> Counter[tuple[bool, ...]]:
        """How many rows have their blank cells at the same places."""
        return Counter(_padded(row) for row in self.rows.values())

    def _in_place(self, row: FoundRow, chosen: Cells) -> Cells | None:
        """Loose values when they stand on one line or one to a line, and where nothing is amiss."""
        lines = {value.line for value in chosen}
        if len(lines) not in (1, len(chosen)):
            return None
        return None if self.disorder and lines != {row.label.line} else chosen

    def _start(self, row: FoundRow, width: int) -> int | None:
        """Where the values of a row begin: at its first cell, or at its end if all are padded."""
        starts = blank_outside(row.values, width)
        last = len(row.values) - width
        if not starts or not row.filled or last == 0:
            return starts[0] if starts else None
        if row.firm and self.at_end is None:
            return None
        start = last if row.firm and self.at_end else 0
        others = (*range(start), *range(start + width, len(row.values)))
        return start if start in starts and not self._are_columns(row, others) else None

    def _on_one_line(self, row: FoundRow, width: int) -> Cells | None:
        """The values when they alone fill a line, beside lone numbers such as that of a page.

        A number on the next line may be the digits that did not fit, unless a sum says otherwise.
        """
        if row.firm:
            return None
        by_line: dict[int, list[GridCell]] = {}
        for value in row.values:
            if value.text:
                by_line.setdefault(value.line, []).append(value)
        whole = [line for line in by_line.values() if len(line) == width]
        others = [line for line in by_line.values() if len(line) != width]
        if width == 1 or len(whole) != 1 or any(len(line) > 1 for line in others):
            return None
        values = tuple(whole[0])
        alone = values[0].line + 1 not in by_line
        return values if alone or self.blanks.is_whole(replace(row, values=values)) else None

    def _wide(self) -> Iterator[tuple[FoundRow, int]]:
        """The rows with more cells than columns, and how many columns they have."""
        for key, row in self.rows.items():
            width = self.widths.get(key, 0)
            if width and len(row.values) > width and row.filled:
                yield row, width

    def _pads_before_values(self) -> bool | None:
        """Whether the cells that a merged label covers stand before the values, not behind."""
        before = behind = 0
        for row, width in self._wide():
            starts = blank_outside(row.values, width)
            if len(starts) == 1:
                before += starts[0] == len(row.values) - width
                behind += starts[0] == 0
        if before == behind or (before > behind and before < _FEW):
            return None
        return before > behind

    def _scrambled(self) -> bool:
        """Whether loose values stand where none can: before the first label, or too many."""
        for key, row in self.rows.items():
            width = self.widths.get(key, 0)
            if width and not row.firm and row.filled > width and not self._accounted(row, width):
                return True
        first = next((row for row in self.found.listed if row.values or row.key), None)
        if first is None or first.key or first.group or first.firm:
            return False
        texts = [value.text for value in first.values if value.text]
        return all(
            [value.text for value in row.values if value.text] != texts
            for row in self.rows.values()
        )

    def _labels_alone(self) -> bool:
        """Whether labels follow each other without values, as where columns are extracted.

        Behind a label that is followed by words and values the words stand in place of a number.
        """
        alone = [row for row in self.rows.values() if not (row.firm or row.values)]
        above_words = [
            row for row, below in pairwise(self.found.listed) if below.unknown and below.filled
        ]
        return any(row.key in self.widths and row not in above_words for row in alone)

    def _ragged(self) -> bool:
        """Whether loose rows hold other numbers of values than columns."""
        return any(
            not row.firm and row.filled not in (0, self.widths.get(key, row.filled))
            for key, row in self.rows.items()
        )

    def _accounted(self, row: FoundRow, width: int) -> bool:
        """Whether surplus values are numbers of pages, or a label between them is not there."""
        if run_on(row, self.found, self.widths):
            return True
        lines = [value.line for value in row.values if value.text]
        return any(lines.count(line) == width > 1 for line in lines) and len(lines) <= width + 2


def _holds_several(row: FoundRow) -> bool:
    """Whether two numbers stand in one of its cells."""
    if row.of_digits:
        return False
    return bool(_SEVERAL.search("|".join([value.text for value in row.values])))


def _padded(row: FoundRow) -> tuple[bool, ...]:
    return tuple(not value.text for value in row.values)
