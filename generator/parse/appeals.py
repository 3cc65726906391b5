"""Table C, which prints its three groups in one row of values below two rows of headings."""

from dataclasses import replace
from functools import cache

from generator import form
from generator.parse import labels
from generator.parse.found import FoundRow, FoundTable, blank_outside
from generator.parse.layout import Row
from generator.parse.values import is_value

_FEW = 2


@cache
def cases() -> tuple[tuple[str, int], ...]:
    """The row and the place in it of every value of table C, as printed from left to right."""
    block = form.FORM["appeals", 2021].blocks[0]
    width = len(block.column_leaves())
    return tuple((group.key, place) for group in block.row_leaves() for place in range(width))


def take_side_by_side(found: FoundTable, row: Row) -> None:
    """Table C prints its three groups in one row of values, below two rows of headings.

    A row of empty cells is kept in mind: it holds the values when neither values nor further
    headings come below it.
    """
    if labels.is_heading_among(row.worded, "appeals"):
        if row.firm and any(is_value(cell.text) for cell in row.filled):
            found.listed.append(FoundRow("", row.cells[0], row.cells, row))  # in another shape
        return
    if found.rows:
        _take_again(found, row)
        return
    if row.filled and (not row.firm or len(row.cells) > len(cases())):
        row = _behind_words(row)
    if row.filled:
        if any(is_value(cell.text) for cell in row.filled):
            take_cases(found, row)
    elif len(row.cells) >= len(cases()):
        found.empty = found.empty or row


def _take_again(found: FoundTable, row: Row) -> None:
    """Another row of values, such as that of the year before: whose they are is not sure.

    It counts only when it says something else; a lone number may be that of a page.
    """
    texts = [cell.text for cell in row.filled if is_value(cell.text)]
    known = [cell.text for key in found.rows for cell in found.rows[key].values if cell.text]
    if len(texts) > _FEW and texts != known:
        found.doubtful.update(found.rows)


def _behind_words(row: Row) -> Row:
    """Cells without the words that they begin with, such as a piece of a heading."""
    first = next((n for n, cell in enumerate(row.cells) if not cell.text or is_value(cell.text)), 0)
    return replace(row, cells=row.cells[first:])


def take_cases(found: FoundTable, row: Row) -> None:
    """Take a row as that of the values; without headings above it must be full."""
    cells = row.cells
    if found.line is None and sum(1 for cell in cells if cell.text) != len(cases()):
        return
    found.line = found.line or cells[0].line
    starts = blank_outside(cells, len(cases()))
    if len(starts) == 1:
        cells = cells[starts[0] : starts[0] + len(cases())]
    found.shifted = starts != [0] and not row.marked and len(row.filled) < len(cases())
    found.misfit = len(cells) != len(cases()) or not _of_one_row(row)
    found.lines |= row.lines
    for group in dict.fromkeys(key for key, _ in cases()):
        own = tuple(cell for cell, (key, _) in zip(cells, cases(), strict=False) if key == group)
        found.rows[group] = FoundRow(group, cells[0], cells if found.misfit else own, row)


def _of_one_row(row: Row) -> bool:
    """Whether loose values stand all on one line, or each on its own with no words among them."""
    lines = {cell.line for cell in row.filled}
    if row.firm or not lines:
        return True
    among = any(min(lines) < line < max(lines) for line in row.further)
    return len(lines) in (1, len(row.filled)) and not among
