"""Lines of running text → paragraphs, by where the lines begin and end.

A line goes on in the next where the next begins at the left edge and its first word had no room
in the line above. Headings, lists, tables, centred and right-aligned lines do not look like that.
Where a new paragraph would look the same, a sentence that ends with its line ends the paragraph: a
wrong join could lose a heading, one that is not made loses nothing.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.readers.joining import BREAK, cell_of
from generator.readers.pdf_lines import Line
from generator.readers.pdf_page import PdfBlock
from generator.readers.text_column import Pair, TextColumn, column_of, is_filled, is_prose
from generator.regex import regex

_SAME_SIZE = 0.1
NUMBERED = regex(
    r"[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}\s*[、,，.．]"
    r"|\d{1,2}\s*[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[、，,章节]"
)
_ENDS = "。！？；：!?;:"
_QUOTES = "”’》）)」』】"

Columns = dict[float, TextColumn | None]  # by the height of their pages


def with_paragraphs(pages: list[list[PdfBlock]]) -> list[PdfBlock]:
    """The blocks of all pages, lines of one paragraph as one block."""
    columns = _columns(pages)
    parts: list[list[PdfBlock]] = []
    for page in pages:
        for number, block in enumerate(page):
            if parts and _goes_on(parts[-1][-1], block, columns, same_page=number > 0):
                parts[-1].append(block)
            else:
                parts.append([block])
    return [_joined(part) for part in parts]


def _columns(pages: list[list[PdfBlock]]) -> Columns:
    pairs: dict[float, list[Pair]] = {block.page: [] for page in pages for block in page}
    for page in pages:
        for above, below in pairwise(page):
            if above.line and below.line:
                pairs[above.page].append((above.line, below.line))
    return {height: column_of(found) for height, found in pairs.items()}


def _goes_on(above: PdfBlock, below: PdfBlock, columns: Columns, *, same_page: bool) -> bool:
    """Whether the paragraph of a line goes on in the next, on its page or on the next one."""
    column = columns[below.page]
    if column is None or above.line is None or below.line is None or above.page != below.page:
        return False
    pair = (above.line, below.line)
    if not _fit(*pair, column) or (same_page and not column.is_close(*pair)):
        return False
    if not _is_sentence_end(above.line):
        return True
    marked = column.marked if same_page else column.indented
    return marked and not _may_stand_alone(below.line, column)


def _fit(above: Line, below: Line, column: TextColumn) -> bool:
    """Whether two lines may be of one paragraph by their places, type and words."""
    return (
        column.holds(above)
        and column.is_further(below)
        and abs(above.size - below.size) < _SAME_SIZE * above.size
        and is_prose(above)
        and is_prose(below)
        and is_filled(above, below, column.right)
        and not NUMBERED.match(below.text())
    )


def _is_sentence_end(line: Line) -> bool:
    return line.text().rstrip(_QUOTES).endswith(tuple(_ENDS))


def _may_stand_alone(line: Line, column: TextColumn) -> bool:
    """Whether a line may be a heading, a signature or a date: short, and no sentence ends it."""
    return column.right - line.right > 2 * column.em and not _is_sentence_end(line)


def _joined(part: list[PdfBlock]) -> PdfBlock:
    if len(part) == 1:
        return part[0]
    return replace(part[0], text=cell_of(BREAK.join(_texts(part))))


def _texts(part: list[PdfBlock]) -> Iterator[str]:
    return (block.line.text() for block in part if block.line)
