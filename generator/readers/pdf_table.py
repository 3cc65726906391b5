"""The boxes of a ruled table and the characters on the page → rows of cells with spans."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.readers.glyphs import Glyph
from generator.readers.joining import cell_of
from generator.readers.pdf_lines import Line, lines_of
from generator.readers.tables import WIDEST, SourceCell

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points

SAME = 2  # points: lines that are this near are one, drawn twice
_LOST = "\ufffd"
_OVER = 3  # the part of a digit, as 1 / n, that may stand beyond the rule of its cell
_MARGINS = 12  # points that a cell keeps free beside its text, both sides together


@dataclass(frozen=True, slots=True)
class BoxedCell(SourceCell):
    """A cell with its place on the page and the lines of its text."""

    box: Box = (0, 0, 0, 0)
    lines: tuple[Line, ...] = ()

    @property
    def width(self) -> float:
        """From rule to rule, in points."""
        return self.box[2] - self.box[0]


Rows = tuple[tuple[BoxedCell, ...], ...]


def cells_of(boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> tuple[Rows, list[Glyph]]:
    """One tuple for each row that any line makes; some hold no cell of their own.

    Besides them the glyphs that stand in no cell, as where only some rows of a table have rules.
    """
    across = _edges(place for left, _, right, _ in boxes for place in (left, right))
    down = _edges(place for _, top, _, bottom in boxes for place in (top, bottom))
    places = [_place(box, across, down) for box in boxes]
    texts, outside = _texts(places, _by_place(glyphs, across, down))
    rows: list[list[tuple[int, BoxedCell]]] = [[] for _ in down[1:]]
    for number, (column, row, columns, height) in enumerate(places):
        box, lines = boxes[number], tuple(lines_of(texts[number]))
        text = text_of(lines, box[2] - box[0])
        rows[row].append((column, BoxedCell(text, min(columns, WIDEST), height, box, lines)))
    found = (sorted(row, key=lambda placed: placed[0]) for row in rows)
    return tuple(tuple(cell for _, cell in row) for row in found), outside


def unsure(rows: Rows, cut: float | None) -> Rows:
    """A table in which a cell that may not hold all, or not only, what was printed in it says so.

    It goes on beyond the edge of its page (`cut`), or a digit of it or beside it crosses its rule.
    """
    return tuple(_unsure(row, cut) for row in rows)


def _unsure(row: tuple[BoxedCell, ...], cut: float | None) -> tuple[BoxedCell, ...]:
    beyond = [place for cell in row for place in _beyond(cell)]
    return tuple(
        replace(cell, text=cell.text + _LOST)
        if (cut is not None and abs(cell.box[2] - cut) <= SAME)
        or any(cell.box[0] < place < cell.box[2] for place in beyond)
        else cell
        for cell in row
    )


def _beyond(cell: BoxedCell) -> Iterator[float]:
    """Where digits begin and end that cross a rule beside their cell."""
    left, _, right, _ = cell.box
    for line in cell.lines:
        for glyph in line.glyphs:
            over = (glyph.right - glyph.left) / _OVER
            crosses = glyph.left < left - over or glyph.right > right + over
            if glyph.text.isdigit() and (crosses or glyph.right - glyph.left > right - left):
                yield from (glyph.left, glyph.right)


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > SAME:
            edges.append(place)
    return edges


def _index(edges: list[float], place: float) -> int:
    """Between which edges a place lies; a little before an edge counts as on it."""
    return min(max(bisect_right(edges, place + SAME) - 1, 0), len(edges) - 1)


def _place(box: Box, across: list[float], down: list[float]) -> tuple[int, int, int, int]:
    """Column, row, and how many of each."""
    left, top, right, bottom = box
    column = min(_index(across, left), len(across) - 2)
    row = min(_index(down, top), len(down) - 2)
    return (
        column,
        row,
        max(1, _index(across, right) - column),
        max(1, _index(down, bottom) - row),
    )


def _by_place(
    glyphs: Iterable[Glyph], across: list[float], down: list[float]
) -> dict[tuple[int, int], list[Glyph]]:
    found: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        column = bisect_right(across, glyph.middle) - 1
        row = bisect_right(down, glyph.centre) - 1
        found[column, row].append(glyph)
    return found


def _texts(
    places: list[tuple[int, int, int, int]], glyphs: dict[tuple[int, int], list[Glyph]]
) -> tuple[list[list[Glyph]], list[Glyph]]:
    """For each cell the glyphs in all the places that it covers, and those of no cell."""
    owner = {
        (column + right, row + down): number
        for number, (column, row, columns, height) in enumerate(places)
        for right in range(columns)
        for down in range(height)
    }
    texts: list[list[Glyph]] = [[] for _ in places]
    outside: list[Glyph] = []
    for place, found in glyphs.items():
        (texts[owner[place]] if place in owner else outside).extend(found)
    return texts, outside


def text_of(lines: Iterable[Line], width: float) -> str:
    """Lines joined; a number that only the narrow cell broke is one number again."""
    pieces: list[str] = []
    full = False
    for line in lines:
        text = line.text()
        if pieces and not (full and text[0].isdigit()):
            pieces.append("\n")
        pieces.append(text)
        free = width - line.width
        full = text[-1].isdigit() and free < _MARGINS + line.glyphs[-1].size
    return cell_of(pieces)
