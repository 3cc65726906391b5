"""Page numbers: a line that says `- 3 -` between two pages is no part of the report."""

import re
from collections.abc import Iterator

from generator.readers.pdf_page import Block

_DASH = r"[-—–－―─~·•\s]*"
_MARKED = re.compile(
    rf"[-—–－―─~·•]{_DASH}\d{{1,4}}{_DASH}[-—–－―─~·•]|第\s*\d{{1,4}}\s*页.{{0,12}}|\d+\s*/\s*\d+"
)
_BARE = re.compile(r"\d{1,4}")
_MARGIN = 0.12  # of the height of a page, at its top and at its bottom


def without_page_numbers(pages: list[list[Block]]) -> list[list[Block]]:
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
    return [[block for block in page if id(block) not in dropped] for page in pages]


def _bare(pages: list[list[Block]]) -> Iterator[tuple[int, int, Block]]:
    """The page, the number and its block, for every number that stands alone at an edge."""
    for page, blocks in enumerate(pages):
        for block in _outer(blocks):
            if _BARE.fullmatch(block.text.strip()):
                yield page, int(block.text), block


def _outer(blocks: list[Block]) -> Iterator[Block]:
    """The first and the last block of a page, when they stand in its margins."""
    if blocks and blocks[0].bottom < _MARGIN * blocks[0].page:
        yield blocks[0]
    if blocks and blocks[-1].top > (1 - _MARGIN) * blocks[-1].page:
        yield blocks[-1]
