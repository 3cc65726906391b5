"""One page of a PDF as blocks from top to bottom: lines of text, ruled tables, pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from pdfplumber.page import Page
from pdfplumber.table import Table

from generator.model import PICTURE
from generator.readers.glyphs import Glyph, glyphs_of
from generator.readers.pdf_lines import Line, aligned, beside_title, lines_of
from generator.readers.pdf_rules import tables_of
from generator.readers.pdf_table import Rows, cells_of, unsure

_PICTURE_SIDE = 100  # points, about 35 mm; smaller ones are seals and ornaments
_BACKGROUND = 0.8  # of the page: a scan with its text laid over it


@dataclass(frozen=True, slots=True)
class PdfBlock:
    """A line, or a table (then with `rows`, of which some may be empty) and no text of its own.

    `top` and `bottom` are in points below the upper edge of the page, whose height is `page`;
    `line` is the line that the text was made of.
    """

    top: float
    bottom: float
    page: float
    text: str = ""
    rows: Rows = ()
    line: Line | None = None


def blocks_of(page: Page) -> list[PdfBlock]:
    """The page in reading order; text in the cells of a ruled table is only in the table."""
    height = float(page.height)
    glyphs = glyphs_of(page)
    blocks = []
    for table, cut in tables_of(page):
        inside, glyphs = _parted(glyphs, table)
        rows, outside = cells_of(table.cells, inside)
        rows = unsure(rows, cut)
        glyphs += outside
        if any(cell.text for row in rows for cell in row):
            blocks.append(PdfBlock(table.bbox[1], table.bbox[3], height, rows=rows))
    top = 0.0
    for line, text in _texts(glyphs):
        top = max(top, line.top)  # a title stands below the box that it is printed beside
        blocks.append(PdfBlock(top, line.bottom, height, text, line=line))
    blocks += _pictures(page)
    return sorted(blocks, key=lambda block: block.top)


def _parted(glyphs: Iterable[Glyph], table: Table) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs in a table and those that are not."""
    left, top, right, bottom = table.bbox
    parts: tuple[list[Glyph], list[Glyph]] = ([], [])
    for glyph in glyphs:
        outside = not (left <= glyph.middle <= right and top <= glyph.centre <= bottom)
        parts[outside].append(glyph)
    return parts


def _texts(glyphs: list[Glyph]) -> Iterator[tuple[Line, str]]:
    """Lines with their text; where columns stand in them, at their places from the left."""
    if not glyphs:
        return
    unit = median(glyph.size for glyph in glyphs) / 2 or 1
    left = min(glyph.left for glyph in glyphs)
    lines = beside_title(lines_of(glyphs))
    columns = sum(line.has_columns for line in lines) >= 3
    for line in lines:
        text = aligned(line, left, unit) if columns or line.has_columns else line.text()
        yield line, text if columns else text.strip()


def _pictures(page: Page) -> Iterator[PdfBlock]:
    """Pictures that may be a table or a page of the report."""
    whole = float(page.width) * float(page.height)
    for image in page.images:
        width, height = float(image["width"]), float(image["height"])
        if min(width, height) >= _PICTURE_SIDE and width * height < _BACKGROUND * whole:
            yield PdfBlock(float(image["top"]), float(image["bottom"]), float(page.height), PICTURE)
