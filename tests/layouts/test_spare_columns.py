"""Web pages whose tables have a column for remarks, or one that was left over."""

from collections.abc import Mapping

import pytest

from generator.model import Status
from tests.layouts.tables import SETS, Row, expected_of, numbers, printed, scored, tables_of
from tests.layouts.webpage import page_of, read_page, row_of

Texts = tuple[str, ...]


def _page(
    texts: Mapping[str, str], before: Texts = (), behind: Texts = (), remark: str = ""
) -> str:
    """A page on which every table fills a rectangle, with further columns headed in its first row.

    In the last of them stands a remark in every row that has values.
    """

    def cells(_: object, rows: list[Row]) -> list[str]:
        widest = max(len(row.padded) for row in rows)
        return [line(row, widest, is_first=not number) for number, row in enumerate(rows)]

    def line(row: Row, widest: int, *, is_first: bool) -> str:
        own = (*row.padded, *[""] * (widest - len(row.padded)))
        if is_first:
            return row_of((*before, *own, *behind))
        last = [remark if row.values else ""] * len(behind[-1:])
        return row_of((*[""] * len(before), *own, *[""] * len(behind[:-1]), *last))

    return page_of(tables_of(2021, texts), cells)


@pytest.mark.parametrize("kind", SETS)
@pytest.mark.parametrize(
    ("before", "behind"),
    [((), ("备注",)), ((), ("",)), (("",), ()), ((), ("", "备 注")), (("",), ("说明",))],
)
def test_columns_in_which_nothing_stands_take_nothing_away(
    kind: str, before: Texts, behind: Texts
) -> None:
    texts = printed(2021, kind)
    plain = scored(read_page(_page(texts)), expected_of(texts))
    assert len(plain.right) > len(texts) / 4
    assert scored(read_page(_page(texts, before, behind)), expected_of(texts)) == plain


@pytest.mark.parametrize("remark", ["无", "/", "—", "含补正", "其中1件为上年结转"])
def test_a_remark_in_words_takes_nothing_away(remark: str) -> None:
    texts = numbers(2021, "busy")
    page = _page(texts, behind=("备注",), remark=remark)
    assert scored(read_page(page), expected_of(texts)).right == texts.keys()


@pytest.mark.parametrize("heading", ["备注", "", "上年"])
@pytest.mark.parametrize("remark", ["3", "3件"])
def test_a_number_beside_the_form_s_columns_leaves_them_unread(heading: str, remark: str) -> None:
    cells = read_page(_page(numbers(2021, "busy"), behind=(heading,), remark=remark)).cells
    assert Status.REPORTED not in {cells[at].status for at in cells if at.startswith("requests.")}
