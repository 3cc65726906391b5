"""Tables of a page as grids: rows of cells with spans that can be trusted."""

from dataclasses import dataclass, field

from generator.model import GridCell
from generator.regex import regex

Grid = tuple[tuple[GridCell, ...], ...]

WIDEST = 100  # columns; the form has at most 15, and a span may claim a billion
_NUMBER = regex(r"\s*\+?([0-9]+)")


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell as the source states it; `rows` is 0 when it goes on to the end of its group."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class SourceTable:
    """A table while it is being read."""

    rows: list[tuple[int, int, list[SourceCell]]] = field(default_factory=list)

    def add(self, cells: list[SourceCell], line: int, group: int = 0) -> None:
        """A row, its line, and which part of the table (head, body) it belongs to."""
        self.rows.append((group, line, cells))

    def grid(self) -> Grid:
        """The rows that hold cells; spans end with the table and do not count other rows."""
        kept = [0]  # how many rows above the n-th are kept
        for _, _, cells in self.rows:
            kept.append(kept[-1] + bool(cells))
        ends = self._group_ends()
        grid = []
        for number, (_, line, cells) in enumerate(self.rows):
            if cells:
                grid.append(
                    tuple(
                        GridCell(cell.text, line, cell.columns, _rows(cell, number, ends, kept))
                        for cell in cells
                    )
                )
        return tuple(grid)

    def _group_ends(self) -> list[int]:
        """For each row the number after the last row of its group."""
        ends = [len(self.rows)] * len(self.rows)
        for number in range(len(self.rows) - 2, -1, -1):
            same = self.rows[number][0] == self.rows[number + 1][0]
            ends[number] = ends[number + 1] if same else number + 1
        return ends


def _rows(cell: SourceCell, number: int, ends: list[int], kept: list[int]) -> int:
    end = min(number + cell.rows, len(ends)) if cell.rows else ends[number]
    return kept[end] - kept[number]


def span(value: str | None, *, zero: int = 1) -> int:
    """A `colspan` or `rowspan`: what is not a number is 1, and `zero` is what a 0 means."""
    match = _NUMBER.match(value or "")
    if match is None:
        return 1
    return int(match[1][:6]) or zero
