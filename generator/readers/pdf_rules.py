"""The tables that the rules of a page draw, also where the edge of a page leaves them open.

A browser that cuts a row closes it neither at the end of a page nor at the top of the next: the
rules between its cells end there, and none runs across. The row is lost unless one is put there.
Nor is a table closed at a side whose page it does not fit on, or that its printer left without a
rule.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pdfplumber.page import Page
from pdfplumber.table import Table

from generator.readers.pdf_table import SAME

_OUTER = 0.3  # of a page: where a table that is cut ends or begins
_LONG = 8  # points; what is shorter is the end of another rule
_ENOUGH = 2  # rules that end together, those beside one cell
_ROWS = 3  # rules across that go beyond the last upright one: a column stands there
_SHORTEST = 1  # point

Edge = dict[str, Any]


class RuledTable(NamedTuple):
    """A table; `cut` is the edge at which its page ends before its last column does."""

    table: Table
    cut: float | None


def tables_of(page: Page) -> Iterator[RuledTable]:
    """The ruled tables with more cells than one.

    Tables below each other are looked at one by one, as rules that nearly stand in one line are
    taken for one.
    """
    height = float(page.height)
    for upright, across in _bands(page.edges):
        left, right = _open_sides(upright, across)
        sides = [side for side in (left, right) if side is not None]
        settings = {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": [*upright, *sides],
            "explicit_horizontal_lines": [*across, *_open_ends(upright, across, height)],
        }
        if min(map(len, (settings["explicit_vertical_lines"], across))) < _ENOUGH:
            continue
        cut = right if left is None else None
        for table in page.find_tables(settings):
            if len(table.cells) > 1:
                yield RuledTable(table, cut)


def _bands(edges: Sequence[Edge]) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """The upright rules that stand beside each other, and the rules across between them."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    upright = [edge for edge in upright if edge["height"] >= _SHORTEST]
    across = [edge for edge in edges if edge["orientation"] == "h" and edge["width"] >= _SHORTEST]
    across.sort(key=lambda edge: edge["top"])
    place = 0
    for band, bottom in _beside_each_other(sorted(upright, key=lambda edge: edge["top"])):
        while place < len(across) and across[place]["top"] < band[0]["top"] - SAME:
            place += 1
        first = place
        while place < len(across) and across[place]["top"] <= bottom + SAME:
            place += 1
        yield band, across[first:place]


def _beside_each_other(upright: Sequence[Edge]) -> Iterator[tuple[list[Edge], float]]:
    """The rules, given from top to bottom, between heights that none crosses; where they end."""
    band: list[Edge] = []
    bottom = 0.0
    for edge in upright:
        if band and edge["top"] > bottom + SAME:
            yield band, bottom
            band = []
        bottom = max(bottom, edge["bottom"]) if band else edge["bottom"]
        band.append(edge)
    if band:
        yield band, bottom


def _open_sides(
    upright: Sequence[Edge], across: Sequence[Edge]
) -> tuple[float | None, float | None]:
    """Where rules across end to the left and to the right of all upright ones."""
    long = [edge for edge in upright if edge["height"] > _LONG]
    if not long:
        return None, None
    first, last = min(edge["x0"] for edge in long), max(edge["x0"] for edge in long)
    return (
        _end_of_rows([edge for edge in across if edge["x0"] < first - SAME], "x0"),
        _end_of_rows([edge for edge in across if edge["x1"] > last + SAME], "x1"),
    )


def _end_of_rows(across: Sequence[Edge], side: str) -> float | None:
    rows = {(round(edge[side] / SAME), round(edge["top"] / SAME)) for edge in across}
    ends = Counter(place for place, _ in rows)
    place, count = ends.most_common(1)[0] if ends else (0, 0)
    return float(place * SAME) if count >= _ROWS else None


def _open_ends(upright: Sequence[Edge], across: Sequence[Edge], height: float) -> Iterator[float]:
    """The heights at the top and at the end of a page at which a table may not be closed.

    Some of its columns may be: a row ends there that a cell over several rows goes beyond.
    """
    if not any(float(edge["x1"]) - float(edge["x0"]) > _LONG for edge in across):
        return
    first = min((float(edge["top"]) for edge in upright), default=height)
    last = max((float(edge["bottom"]) for edge in upright), default=0)
    if first < _OUTER * height and _end_together(upright, "top", first):
        yield first
    if last > (1 - _OUTER) * height and _end_together(upright, "bottom", last):
        yield last


def _end_together(upright: Sequence[Edge], end: str, place: float) -> bool:
    ending = {round(edge["x0"] / SAME) for edge in upright if abs(edge[end] - place) < SAME}
    return len(ending) >= _ENOUGH
