"""The tables that the rules of a page draw, also where a page break leaves them open.

A browser that cuts a row closes it neither at the end of a page nor at the top of the next: the
rules between its cells end there, and none runs across. The row is lost unless one is put there.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

from generator.readers.pdf_table import SAME

_OUTER = 0.3  # of a page: where a table that is cut ends or begins
_LONG = 8  # points; what is shorter is the end of another rule
_ENOUGH = 2  # rules that end together, those beside one cell

Edge = dict[str, Any]


def tables_of(page: Page) -> list[Table]:
    """The ruled tables with more cells than one."""
    settings = {"explicit_horizontal_lines": list(_open_ends(page))}
    return [table for table in page.find_tables(settings) if len(table.cells) > 1]


def _open_ends(page: Page) -> Iterator[float]:
    """The heights at the top and at the end of a page at which a table may not be closed.

    Some of its columns may be: a row ends there that a cell over several rows goes beyond.
    """
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    if not any(edge["orientation"] == "h" and _is_long(edge) for edge in page.edges):
        return
    height = float(page.height)
    first = min((float(edge["top"]) for edge in upright), default=height)
    last = max((float(edge["bottom"]) for edge in upright), default=0)
    if first < _OUTER * height and _end_together(upright, "top", first):
        yield first
    if last > (1 - _OUTER) * height and _end_together(upright, "bottom", last):
        yield last


def _is_long(edge: Edge) -> bool:
    return float(edge["x1"]) - float(edge["x0"]) > _LONG


def _end_together(upright: Sequence[Edge], end: str, place: float) -> bool:
    ending = {round(edge["x0"] / SAME) for edge in upright if abs(edge[end] - place) < SAME}
    return len(ending) >= _ENOUGH
