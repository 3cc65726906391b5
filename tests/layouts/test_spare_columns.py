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
        found = []
        for number, row in enumerate(rows):
            pads = ("",) * (widest - len(row.padded))
            beside = [behind if not number else tuple("" for _ in behind)]
            if remark and number and row.values:
                beside = [("",) * (len(behind) - 1), (remark,)]
            first = before if not number else tuple("" for _ in before)
            found.append(
                row_of((*first, *row.padded, *pads, *(one for part in beside for one in part)))
            )
        return found

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


def test_a_number_beside_the_form_s_columns_leaves_them_unread() -> None:
    cells = read_page(_page(numbers(2021, "busy"), behind=("备注",), remark="3")).cells
    assert Status.REPORTED not in {cells[at].status for at in cells if at.startswith("requests.")}
