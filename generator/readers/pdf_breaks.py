"""Ruled tables that go on on the next page: a row that the page break cut is put together again.

Rules do not tell a cut row from a whole one, as they are drawn at both edges of a page. A row goes
on where its cells stand below those above, none of them speaks against it, and in one of them the
line above is full. A row that is put together wrongly could show a wrong number, one that is not
shows less: so what is not certain stays as it is.
"""

from dataclasses import replace
from itertools import pairwise

from generator.readers.page_numbers import recurring
from generator.readers.pdf_cuts import Row, are_below, mended
from generator.readers.pdf_page import PdfBlock
from generator.readers.pdf_table import Rows

_OUTER = 0.3  # of a page: a table that goes on ends in this part of it and begins again in it


def with_whole_rows(pages: list[list[PdfBlock]]) -> list[list[PdfBlock]]:
    """The pages, rows that a page break cut standing whole on the page where they begin."""
    found = [list(page) for page in pages]
    beside = recurring(pages)
    head: Rows = ()
    for above, below in pairwise(found):
        last, first = _last_table(above, beside), _first_table(below, beside)
        if last is None or first is None or not _may_go_on(above[last], below[first]):
            head = ()
            continue
        if not head or last != _first_table(above, beside):
            head = above[last].rows
        lower = _without_head(below[first].rows, head)
        upper, lower = mended(above[last].rows, lower)
        above[last] = replace(above[last], rows=upper)
        below[first] = replace(below[first], rows=lower)
    return [[block for block in page if block.rows or block.text] for page in found]


def _last_table(page: list[PdfBlock], beside: frozenset[int]) -> int | None:
    """The place of the table that a page ends with."""
    places = [place for place, block in enumerate(page) if id(block) not in beside]
    return places[-1] if places and page[places[-1]].rows else None


def _first_table(page: list[PdfBlock], beside: frozenset[int]) -> int | None:
    """The place of the table that a page begins with."""
    places = [place for place, block in enumerate(page) if id(block) not in beside]
    return places[0] if places and page[places[0]].rows else None


def _may_go_on(above: PdfBlock, below: PdfBlock) -> bool:
    at_end = above.bottom > (1 - _OUTER) * above.page
    return at_end and below.top < _OUTER * below.page


def _without_head(rows: Rows, head: Rows) -> Rows:
    """A table without the heading that is printed again at the top of a page."""
    count = 0
    for row, known in zip(rows[:-1], head, strict=False):
        if not _are_alike(row, known) or any(cell.text.isdigit() for cell in row):
            break
        count += 1
    while count and (_reach_below(rows[:count]) or not any(map(_names_columns, rows[:count]))):
        count -= 1
    return rows[count:]


def _are_alike(row: Row, known: Row) -> bool:
    """Whether two rows hold the same texts between the same rules."""
    return len(row) == len(known) and all(
        one.text == other.text and are_below(one, other)
        for one, other in zip(row, known, strict=True)
    )


def _names_columns(row: Row) -> bool:
    return sum(bool(cell.text) for cell in row) > 1


def _reach_below(rows: Rows) -> bool:
    return any(number + cell.rows > len(rows) for number, row in enumerate(rows) for cell in row)
