"""Tables in plain text, found by how the text is laid out.

The layout of tables copied from Word: every cell starts a line with a tab, a blank line ends a
row, and a line without a tab continues the cell above it (`商业` / `企业`).
"""

import re
from collections.abc import Iterator

from generator.model import Document, GridCell
from generator.parse.text import cleaned, numbering

Row = tuple[GridCell, ...]

_NUMBER = re.compile(r"^\s*[-+]?(?:\d[\d,]*(?:\.\d+)?)?\s*$")  # `1.` is the start of a label


def rows_of(document: Document) -> list[Row]:
    """All table rows in reading order, whether marked as tables or laid out as such."""
    if document.grids:
        return [row for grid in document.grids for row in grid]
    return list(_tab_rows(document.lines))


def _tab_rows(lines: tuple[str, ...]) -> Iterator[Row]:
    row: list[GridCell] = []
    for number, original in enumerate(lines, start=1):
        line = cleaned(original)
        if line.startswith("\t"):
            row.append(GridCell(line[1:].strip(), number))
        elif row and line.strip() and continues(row[-1].text, line):
            row[-1] = GridCell(row[-1].text + line.strip(), row[-1].line)
        elif row:
            yield tuple(row)
            row = []
    if row:
        yield tuple(row)


def continues(cell: str, line: str) -> bool:
    """Whether an untabbed line goes on with the cell above: words follow words, no heading does."""
    return not _NUMBER.match(cell) and not numbering(line)


def table_lines(rows: list[Row], lines: tuple[str, ...]) -> frozenset[int]:
    """The numbers of the lines that belong to tables, so that the others are prose."""
    inside = {cell.line for row in rows for cell in row}
    for number in sorted(inside):
        below = number + 1
        while below <= len(lines) and below not in inside and lines[below - 1].strip():
            if not continues(lines[number - 1], lines[below - 1]):
                break
            inside.add(below)
            below += 1
    return frozenset(inside)
