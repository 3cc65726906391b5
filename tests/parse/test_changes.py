"""Changes from the year before that the prose states, and sentences that state none."""

from decimal import Decimal

import pytest

from generator.model import Number
from generator.specimen import Specimen
from tests.rules.judged import read

RECEIVED, PROCESSED = "requests.received.total", "requests.processed.total"
LICENCES, PENALTIES = "proactive.licences.decisions", "proactive.penalties.decisions"
RECONSIDERATIONS = "appeals.reconsideration.total"
SUITS = "appeals.suit_direct.total+appeals.suit_after_reconsideration.total"
CELLS = {
    **{
        f"requests.{row}.{column}": "7"
        for row in ("received", "granted", "processed")
        for column in ("natural_person", "total")
    },
    LICENCES: "210",
    PENALTIES: "30",
    "appeals.reconsideration.upheld": "2",
    RECONSIDERATIONS: "2",
}


def _stated(sentence: str, year: int = 2023) -> list[tuple[str, Number]]:
    report = read(Specimen(year=year, cells=CELLS, prose={"overview": sentence}))
    return [(change.cell, change.amount) for change in report.changes]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("全年收到政府信息公开申请7件，比上年增加2件。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请 ７ 件，比上年 增加 ２ 件。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请7件，较去年减少3件，均已答复。", [(RECEIVED, -3)]),
        ("收到申请7件（较2022年增加2件）。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请7件，较上一年度同期下降1件。", [(RECEIVED, -1)]),
        ("收到政府信息公开申请7件，同比增长2件，增长40%。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请7件，与上年持平。", [(RECEIVED, 0)]),
        ("收到政府信息公开申请7件，比上年的5件增加2件。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请7件，比2022年（5件）增加2件。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请7件，同比增长40%。", [(RECEIVED, 40)]),
        ("收到政府信息公开申请7件，较上年下降36.4%，均已答复。", [(RECEIVED, Decimal("-36.4"))]),
        ("收到依申请公开7件，较上年多了两件。", [(RECEIVED, 2)]),
        ("收到政府信息公开申请7件，较上年增加十二件。", [(RECEIVED, 12)]),
        ("收到申请7件，与2022年相比，减少5件。", [(RECEIVED, -5)]),
        (
            "收到政府信息公开申请7件，比上年增加2件；答复7件，比上年增加3件。",
            [(RECEIVED, 2), (PROCESSED, 3)],
        ),
        (
            "收到政府信息公开申请7件，比上年增加2件，办结7件，较上年增加三件。",
            [(RECEIVED, 2), (PROCESSED, 3)],
        ),
        ("全年收到政府信息公开申请数量较上年增加2件。", [(RECEIVED, 2)]),
        ("本年度政府信息公开申请数量同比减少1件。", [(RECEIVED, -1)]),
        ("全年答复政府信息公开申请数较上年增加1件。", [(PROCESSED, 1)]),
        ("全年办理行政许可210件，较去年增加20件。", [(LICENCES, 20)]),
        ("2023年行政处罚案件数量比上年下降4件。", [(PENALTIES, -4)]),
        ("因政府信息公开引起行政复议2件，比上年增加1件。", [(RECONSIDERATIONS, 1)]),
        (
            "因政府信息公开引起行政诉讼0件，与上年持平。",
            [(SUITS, 0)],
        ),
    ],
)
def test_a_stated_change_is_read_with_its_sign(
    sentence: str, stated: list[tuple[str, Number]]
) -> None:
    assert _stated(sentence) == stated


@pytest.mark.parametrize(
    "sentence",
    [
        # rounded, relative, of another year or of no year
        "收到政府信息公开申请7件，与上年基本持平。",
        "收到政府信息公开申请7件，同比增长约40%。",
        "收到政府信息公开申请7件，同比增长40%以上。",
        "收到政府信息公开申请7件，比上年增加2个百分点。",
        "收到政府信息公开申请7件，比上年增加2倍。",
        "收到政府信息公开申请7件，比上年增加2件以上。",
        "收到政府信息公开申请7件，比上年增加约2件。",
        "收到政府信息公开申请7件，比上年增加近三成。",
        "收到政府信息公开申请7件，较2021年增加2件。",
        "收到政府信息公开申请7件，比上月增加2件。",
        "收到政府信息公开申请7件，环比增加2件。",
        "收到政府信息公开申请7件，比上年有所增加。",
        # it may be that of two numbers together, or of another than the one before
        "收到政府信息公开申请7件、答复7件，比上年增加2件。",
        "收到政府信息公开申请7件，答复7件，比上年增加2件。",
        "收到政府信息公开申请7件，其中自然人6件，比上年增加2件。",
        "收到政府信息公开申请7件，办结件数比上年增加2件。",
        # parts, other bodies, other things
        "其中网上收到政府信息公开申请7件，比上年增加2件。",
        "网上收到政府信息公开申请数量同比减少1件。",
        "全县收到政府信息公开申请7件，比上年增加2件。",
        "全县收到政府信息公开申请数量同比减少1件。",
        "撤回政府信息公开申请数量同比减少1件。",
        "重复的政府信息公开申请数量同比减少1件。",
        "收到信访举报7件，比上年增加2件。",
        "收到低保申请7件，比上年增加2件。",
        "主动公开信息100条，比上年增加20条。",
        "行政许可事项较上年增加20项。",
        "开展专项行动，作出行政处罚30件，比上年增加5件。",
        # no statement of a change
        "收到政府信息公开申请7件，并非比上年增加2件。",
        "收到政府信息公开申请7件，力争明年比今年减少2件。",
        "下一步，力争政府信息公开申请答复率比上年提高2个百分点。",
        # the number is not that of the table, which other rules tell
        "收到政府信息公开申请8件，比上年增加2件。",
    ],
)
def test_what_is_not_certain_is_left_aside(sentence: str) -> None:
    assert _stated(sentence) == []


def test_the_year_before_is_that_of_the_report() -> None:
    assert _stated("收到申请7件，较2022年增加2件。", year=2024) == []
    assert _stated("收到申请7件，较2023年增加2件。", year=2024) == [(RECEIVED, 2)]


def test_a_report_without_a_year_has_no_year_before() -> None:
    specimen = Specimen(
        title="云岭县青石镇政府信息公开工作年度报告",
        cells=CELLS,
        prose={"": "编制本报告。", "overview": "收到政府信息公开申请7件，比上年增加2件。"},
        date="",
    )
    assert read(specimen).year is None
    assert read(specimen).changes == ()


def test_a_change_is_at_its_line_with_its_sentence() -> None:
    report = read(
        Specimen(cells=CELLS, prose={"overview": "甲。\n乙；收到申请7件，比上年增加2件。"})
    )
    (change,) = report.changes
    assert change.text == "收到申请7件，比上年增加2件。"
    assert any(p.line == change.line and change.text in p.text for p in report.paragraphs)
    assert report.slim().changes == report.changes
