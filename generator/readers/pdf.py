"""PDF: pages with ruled tables as grids, prose as paragraphs, other lines at their places."""

import io
from collections.abc import Iterator
from contextlib import closing

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfplumber.pdf import PDF

from generator.model import PICTURE, Document
from generator.readers.errors import NotRead
from generator.readers.page_numbers import without_page_numbers
from generator.readers.pdf_breaks import with_whole_rows
from generator.readers.pdf_page import PdfBlock, blocks_of
from generator.readers.pdf_paragraphs import with_paragraphs
from generator.readers.tables import Grid, SourceTable

MOST_PAGES = 200
MOST_CHARACTERS = 1_000_000
_PASSWORD_WANTED = 4  # FPDF_ERR_PASSWORD


def read_pdf(data: bytes) -> Document:
    """A PDF; the name of its encoding is `pdf`, as each of its fonts has one of its own.

    Characters whose font does not say which they are become U+FFFD.
    """
    _check(data)
    with pdfplumber.open(io.BytesIO(data)) as document:
        pages = [list(blocks) for blocks in _pages(document)]
    read = _document(with_paragraphs(with_whole_rows(without_page_numbers(pages))))
    if not _is_text(read):
        raise NotRead("no_text")
    return read


def _check(data: bytes) -> None:
    """With the faster library: whether it opens, its size, and that it is more than pictures."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_WANTED
        raise NotRead("encrypted" if locked else "damaged") from None
    with closing(document):
        if len(document) > MOST_PAGES:
            raise NotRead("too_complex")
        characters = sum(_characters(page) for page in document)
    if characters > MOST_CHARACTERS:
        raise NotRead("too_complex")
    if not characters:
        raise NotRead("no_text")


def _characters(page: pypdfium2.PdfPage) -> int:
    with closing(page), closing(page.get_textpage()) as text:
        return len(text.get_text_range().strip())


def _pages(document: PDF) -> Iterator[list[PdfBlock]]:
    for page in document.pages:
        yield blocks_of(page)
        page.close()  # a page keeps its characters otherwise


def _document(blocks: list[PdfBlock]) -> Document:
    lines: list[str] = []
    grids: list[Grid] = []
    pictures: set[int] = set()
    for block in blocks:
        if block.rows:
            grids.append(_put_table(block, lines))
            continue
        lines.append(block.text)
        if block.text == PICTURE:
            pictures.add(len(lines))
    lost = sum(line.count("\ufffd") for line in lines)
    return Document(tuple(lines), tuple(grids), frozenset(pictures), "pdf", lost)


def _put_table(block: PdfBlock, lines: list[str]) -> Grid:
    table = SourceTable()
    for row in block.rows:
        if row:
            lines.append(" | ".join(cell.text for cell in row))
        table.add(list(row), len(lines))
    return table.grid()


def _is_text(document: Document) -> bool:
    """Whether there is more to read than to guess: a font without names leaves only U+FFFD."""
    characters = sum(len(line.replace(" ", "")) for line in document.lines)
    return document.replacement_characters * 2 <= characters
