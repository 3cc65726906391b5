"""Page numbers: a line that says `- 3 -` between two pages is no part of the report.

Nor is what a browser prints around each page: the day and the title above, address and page below.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.readers.pdf_page import PdfBlock
from generator.regex import regex

_DASH = r"[-—–－―─~·•\s]*"
_MARKED = regex(
    rf"[-—–－―─~·•]{_DASH}\d{{1,4}}{_DASH}[-—–－―─~·•]|第\s*\d{{1,4}}\s*页.{{0,12}}"
    r"|(?:[^\s\u4e00-\u9fff]+:\S+\s+)?\d+\s*/\s*\d+"
)
_PRINTED = regex(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:[上下]午)?\d{1,2}:\d\d(?:\s[AP]M)?(?:\s{2,}|$)"
)
_DIGITS = regex(r"\d+")
_BARE = regex(r"\d{1,4}")
_MARGIN = 0.12  # of the height of a page, at its top and at its bottom


def without_page_numbers(pages: list[list[PdfBlock]]) -> list[list[PdfBlock]]:
    """Pages without them. A number alone may be a value, so it must count the pages to be one."""
    found = list(_bare(pages))
    counting = len(found) > 1 and len({number - page for page, number, _ in found}) == 1
    dropped = {id(block) for _, _, block in found} if counting else set()
    dropped |= {
        id(block)
        for page in pages
        for block in _outer(page)
        if _MARKED.fullmatch(block.text.strip())
    }
    kept = [[block for block in page if id(block) not in dropped] for page in pages]
    headed = len(pages) > 1 and all(_print_header(page) for page in kept)
    return [_below_header(page, first=n == 0) for n, page in enumerate(kept)] if headed else kept


def recurring(pages: list[list[PdfBlock]]) -> frozenset[int]:
    """The identities of the lines that stand at the edge of several pages, numbers set aside."""
    outer = [
        (_DIGITS.sub("", block.text), round(block.top), id(block))
        for page in pages
        for block in _outer(page)
        if block.line
    ]
    often = Counter((text, top) for text, top, _ in outer)
    return frozenset(block for text, top, block in outer if often[text, top] > 1)


def _print_header(blocks: list[PdfBlock]) -> re.Match[str] | None:
    """The day and the time with which the header of a browser begins."""
    first = blocks[0] if blocks else None
    in_margin = first is not None and first.bottom < _MARGIN * first.page
    return _PRINTED.match(first.text.strip()) if first and in_margin else None


def _below_header(blocks: list[PdfBlock], *, first: bool) -> list[PdfBlock]:
    """A page without the browser's header, of which the title is kept once."""
    found = _print_header(blocks)
    title = found.string[found.end() :] if found else ""
    kept = [replace(blocks[0], text=title, line=None)] if first and title else []
    return kept + blocks[1:]


def _bare(pages: list[list[PdfBlock]]) -> Iterator[tuple[int, int, PdfBlock]]:
    """The page, the number and its block, for every number that stands alone at an edge."""
    for page, blocks in enumerate(pages):
        for block in _outer(blocks):
            if _BARE.fullmatch(block.text.strip()):
                yield page, int(block.text), block


def _outer(blocks: list[PdfBlock]) -> Iterator[PdfBlock]:
    """The first and the last block of a page, when they stand in its margins."""
    if blocks and blocks[0].bottom < _MARGIN * blocks[0].page:
        yield blocks[0]
    if blocks and blocks[-1].top > (1 - _MARGIN) * blocks[-1].page:
        yield blocks[-1]
