"""DT-JAN31, DT-MAR31, DT-BEFORE: the day of a report, from its text and from the register."""

import pytest

from generator.model import Severity
from generator.specimen import Specimen
from tests.corpus.content import CODE, Content
from tests.rules.judged import judged
from tests.site.built import rows_of

RULES = ("DT-JAN31", "DT-MAR31", "DT-BEFORE")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2023年12月25日", "DT-BEFORE"),
        ("2023年12月30日", "DT-BEFORE"),
        ("2023年12月31日", ""),
        ("2024年1月1日", ""),
        ("2024年1月31日", ""),
        ("二〇二四年一月三十一日", ""),
        ("2024年2月1日", "DT-JAN31"),
        ("2024年3月31日", "DT-JAN31"),
        ("2024年4月1日", "DT-MAR31"),
        ("2025年1月10日", "DT-MAR31"),
    ],
)
def test_one_day_has_one_finding_at_most(day: str, found: str) -> None:
    result = judged(Specimen(date=day))
    assert [finding.rule for finding in result.of(*RULES)] == [found] * bool(found)


def test_a_day_after_march_is_told_once() -> None:
    result = judged(Specimen(date="2024年4月1日"))
    assert result.outcome("DT-JAN31") == "not_assessable told_by DT-MAR31"
    assert result.outcome("DT-BEFORE") == "pass"


def test_severities_words_and_line() -> None:
    (finding,) = judged(Specimen(date="2024年2月5日")).of(*RULES)
    assert finding.severity is Severity.NOTICE
    assert finding.message.zh == (
        "报告日期为2024-02-05，晚于县级以上政府部门适用的2024-01-31；乡镇没有自己的法定日期。"
    )
    assert finding.message.en == (
        "The report is dated 2024-02-05, later than 2024-01-31, the date for departments of county "
        "level and above; townships have no statutory date of their own."
    )
    late = judged(Specimen(date="2024年4月1日"))
    (finding,) = late.of(*RULES)
    assert finding.severity is Severity.WARNING
    assert [p.line for p in late.report.paragraphs if p.text == "2024年4月1日"] == [finding.line]


@pytest.mark.parametrize(
    "day",
    [
        "2024年03月31日",
        "2024-3-31",
        "２０２４年３月３１日",
        "二〇二四年三月三十一日",
        "二○二四年三月三十一日",
    ],
)
def test_the_line_of_a_day_in_other_figures(day: str) -> None:
    late = judged(Specimen(date=day))
    (finding,) = late.of(*RULES)
    assert [p.line for p in late.report.paragraphs if p.text == day] == [finding.line]


def test_a_day_that_fits_the_period_and_not_the_title_says_nothing_of_its_own() -> None:
    stated = {"": "本年度报告所列数据的统计期限为2023年1月1日至2023年12月31日。"}
    title = "云岭县青石镇{}年政府信息公开工作年度报告"
    early = judged(Specimen(title=title.format(2022), prose=stated, date="2024年1月20日"))
    assert len(early.of("STR-PERIOD")) == 1
    assert {early.outcome(rule) for rule in RULES} == {"not_assessable told_by STR-PERIOD"}
    stale = judged(Specimen(year=2024, prose=stated, date="2025年4月20日"))
    assert [finding.rule for finding in stale.of(*RULES)] == ["DT-MAR31"]


@pytest.mark.parametrize("rule", RULES)
def test_without_a_day_nothing_can_be_said(rule: str) -> None:
    assert judged(Specimen(date="")).outcome(rule) == "not_assessable no_date"


def test_the_dates_are_no_yardstick_for_other_bodies() -> None:
    result = judged(Specimen(body="云岭县财政局", date="2024年4月1日"))
    assert result.outcome("DT-JAN31") == "not_assessable not_a_township department"
    assert result.outcome("DT-MAR31") == "not_assessable not_a_township department"
    early = judged(Specimen(body="云岭县财政局", date="2023年12月25日"))
    assert early.outcome("DT-BEFORE") == "fail"


def test_the_register_gives_the_day_and_wins_over_the_text(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    content = Content(tmp_path_factory.mktemp("dates"))
    days = {
        "a": (Specimen(date=""), "2024-02-29"),
        "b": (Specimen(year=2022, date="2023年1月20日"), "2023-04-02"),
        "c": (Specimen(year=2021, date="2022年5月20日"), "2022-01-31"),
        "d": (Specimen(year=2020, date="2020年12月20日"), ""),
        "e": (Specimen(year=2019, date=""), ""),
    }
    for name, (specimen, _) in days.items():
        content.report(f"{name}.txt", specimen)
    content.register(*(f"{name}.txt,{CODE},,,,,,,,{day},,," for name, (_, day) in days.items()))
    assert content.build().code == 0
    found = [row for row in rows_of(content.output, "findings") if row["rule"] in RULES]
    assert {(row["report"], row["rule"], row["severity"], row["facts"]) for row in found} == {
        (f"{CODE}-2023", "DT-JAN31", "notice", '{"day":"2024-02-29","limit":"2024-01-31"}'),
        (f"{CODE}-2022", "DT-MAR31", "warning", '{"day":"2023-04-02","limit":"2023-03-31"}'),
        (f"{CODE}-2020", "DT-BEFORE", "warning", '{"day":"2020-12-20","limit":"2020-12-31"}'),
    }
    lines = {row["report"]: row["line"] for row in found}
    assert lines[f"{CODE}-2023"] == lines[f"{CODE}-2022"] == ""
    assert lines[f"{CODE}-2020"]
    outcomes = {
        row["reason"]
        for row in rows_of(content.output, "assessments")
        if row["rule"] in RULES and row["report"] == f"{CODE}-2019"
    }
    assert outcomes == {"no_date"}
