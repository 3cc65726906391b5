"""What pages say of what was not read: tables, numbers behind a claim, names, other formats."""

from pathlib import Path

import pytest

from generator.form import SECTIONS
from generator.specimen import Specimen, written
from tests.corpus.content import Content
from tests.site.built import page_at, text_of

TOTAL = "requests.received.total"
NO_TABLE = "在报告中没有找到这张表：可能没有印出，也可能没有认出，请看原文。"
REPORT = "reports/unresolved-a-{}-2023/index.html"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def claim_row(content: Content) -> list[str]:
    """What a report page says of the one claim in its overview: what, prose, table, comparison."""
    assert content.build().code == 0
    page = page_at(content.output, REPORT.format("txt"))
    (row,) = page.elements("section:has(#overview) tbody tr")
    return [text_of(cell) for cell in row.css("th, td")]


def test_a_claim_whose_cell_was_not_read_is_not_said_to_have_none(content: Content) -> None:
    prose = {"overview": "全年收到政府信息公开申请7件。"}
    content.report("a.txt", Specimen(prose=prose, cells={TOTAL: "若干"}))
    assert claim_row(content) == ["收到申请", "7", "表中未读到", "不可比较"]


def test_a_sum_of_which_a_part_was_not_read_is_no_sum(content: Content) -> None:
    prose = {"overview": "因政府信息公开被提起行政诉讼3件。"}
    cells = {"appeals.suit_direct.total": "2", "appeals.suit_after_reconsideration.total": "若干"}
    content.report("a.txt", Specimen(prose=prose, cells=cells))
    assert claim_row(content) == ["行政诉讼", "3", "表中未读到", "不可比较"]


def test_a_table_that_was_not_found_is_said(content: Content) -> None:
    text = written(Specimen())
    content.report("a.txt", text.partition(SECTIONS[3].heading)[0] + SECTIONS[3].heading + "\n")
    assert content.build().code == 0
    page = page_at(content.output, REPORT.format("txt"))
    captions = [text_of(caption) for caption in page.elements("table.official caption")]
    assert [caption == NO_TABLE for caption in captions] == [False, False, True]


def test_of_a_web_page_the_extracted_text_is_shown(content: Content) -> None:
    lines = written(Specimen()).splitlines()
    content.report("a.html", "".join(f"<p>{line}</p>\n" for line in lines))
    content.report("b.txt", Specimen(year=2022))
    assert content.build().code == 0
    assert "下面是从文件中提取的文字" in content.page(REPORT.format("html"))
    assert "字符编码 utf-8" in content.page("reports/unresolved-b-txt-2022/index.html")


def test_bodies_without_a_code_are_told_apart_by_their_files(content: Content) -> None:
    content.report("甲/a.txt")
    content.report("乙/a.txt", Specimen(cells={TOTAL: "1"}))
    assert content.build().code == 0
    listed = page_at(content.output, "townships/index.html").elements(".counties li")
    assert [text_of(item) for item in listed] == [
        "青石镇 乙/a.txt 2023年",
        "青石镇 甲/a.txt 2023年",
    ]


def test_words_that_stand_for_a_missing_title_are_not_marked_as_chinese(content: Content) -> None:
    nobody = Specimen(body="", title="", signature="", prose={"": "", "overview": "概述。"})
    content.report("a.txt", nobody)
    content.report("b.txt", Specimen(year=2022))
    assert content.build().code == 0
    (heading,) = page_at(content.output, "en/reports/unresolved-a-txt-2023/index.html").elements(
        "h1"
    )
    assert text_of(heading) == "(no name printed): 2023 report"
    assert "lang" not in heading.attributes
    (titled,) = page_at(content.output, "en/reports/unresolved-b-txt-2022/index.html").elements(
        "h1"
    )
    assert titled.attributes["lang"] == "zh"
