"""How the page of a township sets it beside the others of its county."""

from pathlib import Path

import pytest

from generator.specimen import Specimen, of_persons
from tests.corpus.content import CODE, Content, snapshot
from tests.site.built import page_at, text_of
from tests.stages.kept import made_afresh

FIRST, THIRD, FOURTH = "110118103", "110118107", "110118109"
ELSEWHERE = "110119100"
NUMBERS = {
    FIRST: of_persons(received=20, granted=12, unavailable_not_held=8, processed=20),
    CODE: of_persons(received=12, granted=3, closed_other=9, processed=12),
    THIRD: of_persons(),
    ELSEWHERE: of_persons(received=50, granted=50, processed=50),
}
SLIP = "requests.received.total"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    for code, cells in NUMBERS.items():
        content.report(f"{code}.txt", Specimen(cells=cells))
    content.report(f"{FOURTH}.txt", Specimen(year=2021))
    content.register(*(f"{code}.txt,{code},,,,,,,,,,," for code in (*NUMBERS, FOURTH)))
    assert content.build().code == 0
    return content


def _rows(content: Content, language: str, township: str = CODE) -> list[list[str]]:
    # A page that was built anew is another, whatever was parsed before.
    page_at.cache_clear()
    page = page_at(content.output, f"{language}townships/{township}/index.html")
    (table,) = page.elements("#neighbours + .scroll table")
    return [[text_of(cell) for cell in row.css("th, td")] for row in table.css("tr")]


def test_all_with_a_report_of_the_year_stand_in_the_order_of_their_codes(content: Content) -> None:
    head, *rows = _rows(content, "")
    assert head == ["乡镇", "新收申请数", "公开率"]
    assert [row[1:] for row in rows] == [
        ["20", "12/20（60%）38.7–78.1%"],
        ["12", "3/12（25%）8.9–53.2%"],
        ["0", "—"],
        ["32", "15/32（46.9%）"],  # all of the county pooled, none of another
    ]
    page = page_at(content.output, f"townships/{CODE}/index.html")
    (own,) = page.elements("#neighbours + .scroll strong")
    assert own.parent is not None
    assert own.parent.css("a") == []
    assert "没有2023年报告的乡镇：" in [text_of(one) for one in page.elements("main p")]
    (other,) = page.elements("ul.columns li")
    assert text_of(other).endswith("2021年")


def test_the_english_page_names_the_county_in_both_ways(content: Content) -> None:
    assert "密云区 Miyun Qu" in content.page(f"en/townships/{CODE}/index.html")
    assert _rows(content, "en/")[-1] == ["All together (pooled)", "32", "15/32 (46.9%)"]


def test_a_year_in_which_nobody_else_reported_is_no_comparison(content: Content) -> None:
    for code in (FOURTH, ELSEWHERE):
        page = page_at(content.output, f"townships/{code}/index.html")
        assert page.elements("#neighbours + .scroll") == []
        assert page.elements(f'main a[href$="compare/index.html#townships={code}"]')


def test_a_report_that_does_not_add_up_is_marked_until_its_finding_is_withdrawn(
    content: Content,
) -> None:
    content.report(f"{FIRST}.txt", Specimen(cells={**NUMBERS[FIRST], SLIP: "21"}))
    assert content.build().code == 0
    assert [row[0].endswith("●") for row in _rows(content, "")] == [False, True, *[False] * 3]
    assert _rows(content, "")[-1][0] == "合并计算含 1 份等式不成立的报告"
    assert "●" not in _rows(content, "")[-1][0]
    rules = ("TB-ROW", "TB-BALANCE")
    replies = [f"{FIRST}-2023,{rule},,our_mistake,看错了,,2026-01-02" for rule in rules]
    header = "report,rule,cell,status,statement,source_url,date"
    (content.path / "corrections.csv").write_text("\n".join([header, *replies, ""]), "utf-8")
    assert content.build().code == 0
    assert [row[0] for row in _rows(content, "") if "●" in row[0]] == []
    assert snapshot(content.output) == made_afresh(content)
