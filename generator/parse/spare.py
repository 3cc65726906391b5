"""Columns at the edges of a marked table that hold no number: for remarks, or left over.

The form's columns have headings, so a column without one that is blank in every row is none of
them; nor is one that is headed as one for remarks and holds nothing but words.
"""

from collections.abc import Sequence

from generator.model import GridCell
from generator.parse import labels
from generator.parse.text import bare
from generator.parse.values import is_value

Grid = Sequence[tuple[GridCell, ...]]
Place = tuple[int, int]  # the number of a row and that of a cell in it

_REMARKS = frozenset({"备注", "说明"})
_NOTHING = _REMARKS | {"", "无"}


def without_spare_columns(grid: Grid) -> Grid:
    """The table without them, where its cells fill a rectangle; else as it is."""
    first = next((row for row in grid if len(row) > 1), None)
    if first is None or not (_may_be_spare(first[0]) or _may_be_spare(first[-1])):
        return grid
    placed = _placed(grid)
    left, right = 0, len(placed[0]) if placed else 0
    while left < right and _is_spare(grid, placed, right - 1, (left, right - 1)):
        right -= 1
    while left < right and _is_spare(grid, placed, left, (left, right - 1)):
        left += 1
    if left == right:
        return grid
    kept = {place for row in placed for place in row[left:right]}
    return [
        tuple(cell for number, cell in enumerate(row) if (line, number) in kept)
        for line, row in enumerate(grid)
    ]


def _may_be_spare(cell: GridCell) -> bool:
    return not cell.text or bare(cell.text) in _REMARKS


def _holds_nothing(cell: GridCell) -> bool:
    return not cell.text or bare(cell.text) in _NOTHING


def _is_no_number(cell: GridCell) -> bool:
    return _holds_nothing(cell) or not is_value(cell.text)


def _is_spare(grid: Grid, placed: list[list[Place]], column: int, edges: tuple[int, int]) -> bool:
    """Whether a column holds nothing; a cell from edge to edge is not of this column alone."""
    own = {row[column] for row in placed if row[edges[0]] != row[edges[1]]}
    cells = [grid[line][number] for line, number in own]
    if not cells or any(cell.columns > 1 for cell in cells):
        return False
    if any(bare(cell.text) in _REMARKS for cell in cells):
        return all(map(_is_no_number, cells))
    nothing = all(map(_holds_nothing, cells))
    return nothing and any(labels.heads_any(cell.text) for row in grid for cell in row)


def _placed(grid: Grid) -> list[list[Place]]:
    """For every row the cells that cover its columns; [] where they fill no rectangle."""
    placed: list[list[Place]] = []
    above: dict[int, tuple[Place, int]] = {}  # by column, what reaches down and how far
    for line, row in enumerate(grid):
        columns: list[Place] = []
        below: dict[int, tuple[Place, int]] = {}
        cells = iter(enumerate(row))
        while True:
            column = len(columns)
            if column in above:
                place, rows, width = *above[column], 1
            elif found := next(cells, None):
                place, rows, width = (line, found[0]), found[1].rows, found[1].columns
                if any(other in above for other in range(column, column + width)):
                    return []
            else:
                break
            columns += [place] * width
            if rows > 1:
                below |= dict.fromkeys(range(column, column + width), (place, rows - 1))
        if placed and len(columns) != len(placed[0]):
            return []
        placed.append(columns)
        above = below
    return placed
