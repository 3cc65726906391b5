"""How a report is made up: what is found, how grave, and what is left alone."""

import pytest

from generator.form import FORM, SECTIONS
from generator.model import Status
from generator.specimen import Specimen, written
from tests.rules.judged import judged, read_lines

_GRANTED = FORM["requests", 2021].blocks[0].rows[2].children[0]


def _found(specimen: Specimen, rule: str) -> list[tuple[str, object]]:
    """Severity and facts of a rule's findings."""
    return [(f.severity.value, dict(f.facts)) for f in judged(specimen).of(rule)]


def _swap(old: str, new: str) -> Specimen:
    return Specimen(swaps=((old, new),))


def test_a_heading_in_other_words_is_a_notice() -> None:
    specimen = _swap(SECTIONS[4].heading, "五、存在的主要问题及整改措施")
    assert _found(specimen, "STR-SECTIONS") == [
        ("notice", {"missing": "", "reworded": "problems", "out_of_order": ""})
    ]


def test_headings_out_of_order_are_a_warning() -> None:
    four, five = SECTIONS[3].heading, SECTIONS[4].heading
    specimen = Specimen(swaps=((four, "@"), (five, four), ("@", five)))
    assert _found(specimen, "STR-SECTIONS") == [
        ("warning", {"missing": "", "reworded": "", "out_of_order": "appeals"})
    ]


@pytest.mark.parametrize(
    ("number", "found"),
    [("1．", 1), ("1、", 1), ("一、", 0), ("一．", 0), ("一 、", 0), ("一 ", 0), ("", 1)],
)
def test_numbering(number: str, found: int) -> None:
    specimen = _swap(SECTIONS[0].heading, number + SECTIONS[0].zh)
    assert len(judged(specimen).of("STR-NUMBERING")) == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (f"{_GRANTED.number} {_GRANTED.zh}", 0),
        (f"(一){_GRANTED.zh[:2]}\n{_GRANTED.zh[2:]}", 0),
        (f"{_GRANTED.number}{_GRANTED.zh}的", 1),
    ],
    ids=["space", "half-width and wrapped", "another word"],
)
def test_labels(printed: str, found: int) -> None:
    result = judged(_swap(f"\t{_GRANTED.label}\n", f"\t{printed}\n"))
    assert len(result.findings) == len(result.of("STR-LABEL")) == found


@pytest.mark.parametrize(
    ("column", "printed"),
    [
        ("社会公益组织", "社会公益机组织"),
        ("法律服务机构", "法律服机务构"),
        ("商业企业", "商企业"),
        ("本年废止件数", "本年废止数"),
        ("现行有效件数", "现行有效伯数"),
        ("尚未审结", "尚未申结"),
    ],
)
def test_a_column_with_a_slip_in_its_label_is_read_and_told(column: str, printed: str) -> None:
    text = written(Specimen()).replace(f"\t{column}\n", f"\t{printed}\n", 1)
    report = read_lines(text)
    assert {reading.status for reading in report.cells.values()} == {Status.REPORTED}
    [label] = [label for table in report.tables.values() for label in table.labels]
    assert (label.printed, label.standard) == (printed, column)


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ("行政许可", "行政许克"),
        ("2.重复申请", "2.重复中请"),
        ("（一）予以公开", "（一）予以开公"),
        ("二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开申请数"),
    ],
)
def test_a_row_with_a_slip_in_its_label_is_read_and_told(row: str, printed: str) -> None:
    report = read_lines(written(Specimen()).replace(f"\t{row}\n", f"\t{printed}\n", 1))
    assert {reading.status for reading in report.cells.values()} == {Status.REPORTED}
    [label] = [label for table in report.tables.values() for label in table.labels]
    assert label.standard in row


def test_a_column_of_another_year_is_no_slip() -> None:
    old, new = "\t本年处理决定数量\n", "\t上年处理决定数量\n"
    report = read_lines(written(Specimen()).replace(old, new, 1))
    assert report.cells["proactive.licences.decisions"].status is not Status.REPORTED


def test_a_row_with_too_few_values_is_missing_as_a_whole() -> None:
    row = f"\t{_GRANTED.label}\n" + "\t0\n" * 7
    result = judged(_swap(row, row.removesuffix("\t0\n")))
    [finding] = result.findings
    assert (finding.rule, finding.facts["expected"], finding.facts["found"]) == (
        "STR-CELLS",
        175,
        168,
    )
    assert finding.cells[0] == "requests.granted.natural_person"
    assert result.outcome("TB-ROW") == (
        "not_assessable unreadable 1/25: requests.granted.natural_person"
    )


def test_blank_cells_and_signs_are_counted_apart_for_each_table() -> None:
    cells = {
        "proactive.licences.decisions": "/",
        "requests.granted.enterprise": "",
        "requests.granted.total": "—",
        "requests.partly_granted.total": "",
    }
    assert _found(Specimen(cells=cells), "STR-BLANK") == [
        ("notice", {"table": "proactive", "blank": 0, "not_applicable": 1}),
        ("notice", {"table": "requests", "blank": 2, "not_applicable": 1}),
    ]


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        (["", ""], "2格空白；第", ": 2 empty cells; the first"),
        (["/"], "：1格为“/”“—”一类符号；第", ": 1 cell with “/”, “—” or the like; the first"),
        (
            ["", "/", "—"],
            "：1格空白，2格为“/”“—”一类符号；",
            ": 1 empty cell, 2 cells with “/”, “—”",
        ),
    ],
)
def test_only_what_was_found_is_counted(printed: list[str], zh: str, en: str) -> None:
    rows = ("licences", "penalties", "coercive_measures")
    cells = {f"proactive.{row}.decisions": text for row, text in zip(rows, printed, strict=False)}
    [finding] = judged(Specimen(cells=cells)).of("STR-BLANK")
    assert zh in finding.message.zh
    assert en in finding.message.en


@pytest.mark.parametrize(
    ("cell", "printed", "severity"),
    [
        ("penalties.decisions", "-3", "warning"),
        ("penalties.decisions", "2.5", "warning"),
        ("penalties.decisions", "３", "notice"),
        ("penalties.decisions", "3件", "notice"),
        ("penalties.decisions", "+3", "notice"),
        ("penalties.decisions", "约三件", "notice"),
        ("penalties.decisions", "　3 ", ""),
        ("charges.amount", "1.28", ""),
        ("charges.amount", "12800元", ""),
    ],
)
def test_numbers_that_are_no_counts(cell: str, printed: str, severity: str) -> None:
    found = _found(Specimen(cells={f"proactive.{cell}": printed}), "STR-NONINT")
    assert [one for one, _ in found] == [severity] * bool(severity)


def test_every_kind_of_odd_count_of_a_table_is_said() -> None:
    cells = {
        "proactive.licences.decisions": "2O",
        "proactive.penalties.decisions": "-1",
        "proactive.coercive_measures.decisions": "3件",
    }
    (finding,) = judged(Specimen(cells=cells)).of("STR-NONINT")
    assert finding.severity.value == "warning"
    assert finding.cells == (
        "proactive.penalties.decisions",
        "proactive.licences.decisions",
        "proactive.coercive_measures.decisions",
    )
    assert finding.message.zh.partition("：")[2] == (
        "件数印为“-1”（行政处罚 · 本年处理决定数量）；"
        "“2O”（行政许可 · 本年处理决定数量）未能读成数字，用到它的等式没有核对；"
        "“3件”（行政强制 · 本年处理决定数量）不是平常写法，已按整数读取。"
    )


def test_a_signed_change_is_a_change() -> None:
    cells = {"proactive.licences.items_change": "-8", "proactive.penalties.items_change": "+19"}
    assert not judged(Specimen(year=2020, cells=cells, proactive=2019, requests=2019)).findings


@pytest.mark.parametrize(
    ("title", "issues"),
    [
        ("2023年云岭县青石镇政府信息公开工作年度报告", ""),
        ("云岭县青石镇人民政府2023年度政府信息公开工作年度报告", ""),
        ("云岭县财政局2023年政府信息公开工作年度报告", ""),
        ("云岭县青石镇 2023 年\n政府信息公开工作年度报告", ""),
        ("2023年度云岭县青石镇\n政府信息公开工作年度报告", ""),
        ("云岭县人民政府2023年政府信息公开工作年度报告", ""),
        ("青石镇2023年政府信息公开工作年度报告", "region"),
        ("云岭县青石镇2023年政府信息公开年度报告", "words"),
        ("云岭县青石镇政府信息公开工作年度报告", "year"),
        ("2023年政府信息公开工作年度报告", "body"),
        ("青石乡政务公开年报", "words year region"),
    ],
)
def test_titles(title: str, issues: str) -> None:
    found = _found(Specimen(title=title), "STR-TITLE")
    assert found == ([("notice", {"issues": issues})] if issues else [])


@pytest.mark.parametrize(
    ("signature", "date", "lacking"),
    [
        ("青石镇人民政府", "2024年1月20日", ""),
        ("青石街道办事处（盖章）", "2024-01-20", ""),
        ("青石镇人民政府 2024年1月20日", "", ""),
        ("青石镇人民政府", "二〇二四年一月二十日", ""),
        ("青石镇人民政府", "２０２４年１月２０日", ""),
        ("青石鎮人民政府", "2024年1月20日", ""),
        ("青石镇人民政府", "（发布日期：2024年1月20日）", ""),
        ("青石镇人民政府", "", "date"),
        ("", "2024年1月20日", "signature"),
        ("特此报告。", "截至2023年12月31日共公开12条", "signature date"),
    ],
)
def test_signature_and_date(signature: str, date: str, lacking: str) -> None:
    found = _found(Specimen(signature=signature, date=date), "STR-SIGNDATE")
    assert found == ([("notice", {"lacking": lacking})] if lacking else [])


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("发出收费通知的件数为0件，总金额为0元，实际收取的总金额为0元。", ""),
        ("本年度没有收取信息处理费。", "fee_notices fee_charged"),
        ("无其他需要报告的事项。", "fee_notices fee_charged fee_collected"),
    ],
)
def test_fees(text: str, lacking: str) -> None:
    found = _found(Specimen(prose={"other": text}), "STR-S6-FEE")
    assert found == ([("notice", {"lacking": lacking})] if lacking else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("所列数据的统计期限为2023年1月1日至12月31日。", ""),
        ("所列数据的统计期限自2023年1月1日起，至2023年12月31日止。", ""),
        ("统计期限为２０２３年01月01日—2023年12月31日。", ""),
        ("本报告统计时间：2023.1.1—2023.12.31。", ""),
        ("统计时间为2023-01-01至2023-12-31。", ""),
        ("本报告数据统计期：2023年1月1日零时至12月31日24时。", ""),
        ("统计期限为2023年1月1日00:00至2023年12月31日24:00。", ""),
        ("统计时间：2022.1.1—2022.12.31。", "warning"),
        ("编制本报告。", "notice"),
        ("2023年1月1日至3月31日开展了宣传活动。", "notice"),
        ("所列数据的统计期限为2022年1月1日至12月31日。", "warning"),
        ("所列数据的统计期限为2023年1月1日至11月30日。", "warning"),
        ("本报告数据核定时间点为2023年12月31日。", "notice"),
        ("统计期限从2023年1月1日至12月31止。", ""),
        ("由青石镇编制本报告，统计期限2023年度。", ""),
        ("所列数据的统计期限为2023年1月至12月。", ""),
        ("本报告所列数据的统计期限自2023年2月1日起至2023年12月31日止。", "warning"),
        ("本报告所列数据的统计期限自2022年12月1日起至2023年11月30日止。", "warning"),
        ("数据统计时间为2022年12月1日至2023年11月30日。", "warning"),
        ("统计期限为2023年2月1日至2023年12月31日。", "warning"),
        ("本報告所列數據的統計期限自2023年2月1日至12月31日。", "warning"),
        ("由青石镇编制本报告，统计期限2022年度。", "warning"),
    ],
)
def test_statistical_period(text: str, severity: str) -> None:
    found = _found(Specimen(prose={"": text}), "STR-PERIOD")
    assert [one for one, _ in found] == [severity] * bool(severity)


@pytest.mark.parametrize(
    "text",
    [
        "所列数据统计期限为20231月1日至202312月31日。",
        "本报告中所列数据的统计期限自202311日起至20231230日止。",
        "数据统计时间为2023年至2023年12月底，起止日期自20230101至20231231。",
    ],
)
def test_a_period_in_incomplete_dates_is_stated(text: str) -> None:
    result = judged(Specimen(prose={"": text}))
    assert not result.of("STR-PERIOD")
    assert result.outcome("STR-PERIOD") == "not_assessable unreadable_period"


@pytest.mark.parametrize(
    "text",
    [
        "网站数据统计时间为2023年3月1日至2023年12月31日。",
        "上年度报告所列数据的统计期限为2022年2月1日至2022年12月31日。",
        "本报告已编制。12345热线的统计时间为2023年3月1日至2023年12月31日。",
        "本报告所列数据的统计期限为2023年2月1日至2023年13月31日。",
    ],
)
def test_a_period_of_other_figures_is_not_held_against_the_report(text: str) -> None:
    assert judged(Specimen(prose={"": text})).outcome("STR-PERIOD").startswith("not_assessable")


def test_a_period_of_other_days_is_told_with_both() -> None:
    text = "本报告所列数据的统计期限自2022年12月1日起至2023年11月30日止。"
    [finding] = judged(Specimen(prose={"": text})).of("STR-PERIOD")
    assert (finding.facts["from"], finding.facts["to"]) == ("2022-12-01", "2023-11-30")
    assert (finding.line, finding.facts["year"]) == (2, 2023)


def test_what_is_asked_of_part_six_is_named_where_none_was_charged() -> None:
    [finding] = judged(Specimen(prose={"other": "本年度未收取信息处理费。"})).of("STR-S6-FEE")
    assert "信息处理费" in finding.message.zh
    assert finding.message.zh.endswith("没有收费的，写为0。")
    assert "information-processing fee" in finding.message.en


@pytest.mark.parametrize(
    ("mark", "printed"),
    [
        ("错误！未找到引用源。", True),
        ("<br/>", True),
        ("&ldquo;", True),
        ("{ PAGEREF _Toc123 \\h }", True),
        ("错误", False),
        ("<年报>", False),
        ("{格式}", False),
        ("R&D;", False),
    ],
)
def test_marks_of_word_and_of_web_pages_are_leftovers(mark: str, printed: bool) -> None:
    result = judged(Specimen(added={"problems": f"下一步将加强业务培训{mark}，拓宽渠道。"}))
    assert len(result.of("STR-ARTEFACT")) == printed


def test_marks_that_cannot_be_seen_are_named() -> None:
    result = judged(Specimen(added={"problems": "下一步将加强\u00ad业务培训。"}))
    [finding] = result.findings
    assert finding.rule == "STR-ARTEFACT"
    assert "U+00AD" in finding.message.zh


@pytest.mark.parametrize(
    ("key", "text", "rule"),
    [
        ("problems", "存在的主要問題是形式不夠豐富。下一步將加強培訓。", "STR-S5-BOTH"),
        ("problems", "存在的主要問題是形式不夠豐富。", ""),
        (
            "overview",
            "主動公開信息30條，依申請公開按規定辦理，政府信息管理規範，平臺建設有序，監督保障有力。",
            "STR-S1-TOPICS",
        ),
    ],
)
def test_prose_in_traditional_characters_is_understood(key: str, text: str, rule: str) -> None:
    result = judged(Specimen(prose={key: text}))
    if rule:
        assert result.outcome(rule) == "pass"
    else:
        assert result.outcome("STR-S5-BOTH") == "fail"
