"""CY-TWICE: a year that was published more than once, through a build and seen from outside."""

import json
from dataclasses import replace

import pytest

from generator.form import cells_expected
from generator.model import ReportContext, Severity
from generator.rules import RULES, assess
from generator.specimen import Specimen, written
from tests.corpus.content import CODE, Content
from tests.rules.judged import Judged, judged, read
from tests.site.built import page_at, rows_of, text_of

RULE = "CY-TWICE"
LICENCES = "proactive.licences.decisions"
PENALTIES = "proactive.penalties.decisions"
IDS = (f"{CODE}-2023", f"{CODE}-2023-2")
UNDATED = Specimen(
    title="云岭县青石镇政府信息公开工作年度报告", prose={"": "编制本报告。"}, date=""
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Two that differ in two cells, a copy, a year of its own, and one whose place is not known."""
    content = Content(tmp_path_factory.mktemp("twice"))
    content.report("a.txt", Specimen(cells={LICENCES: "3", PENALTIES: "5"}))
    content.report("b.txt")
    content.report("b copy.txt")
    content.report("c.txt", Specimen(year=2022))
    content.report("d.txt", Specimen(cells={LICENCES: "9"}))
    content.report("e.txt", UNDATED)
    preferred = {"b": "yes"}
    content.register(*(f"{x}.txt,{CODE},,,,,,,,,{preferred.get(x, '')},," for x in "abce"))
    assert content.build().code == 0
    return content


def test_each_of_the_two_has_a_finding_that_names_the_other(content: Content) -> None:
    found = [row for row in rows_of(content.output, "findings") if row["rule"] == RULE]
    assert [row["report"] for row in found] == list(IDS)
    assert [row["finding"] for row in found] == [f"{one}:{RULE}:1" for one in IDS]
    assert {(row["severity"], row["line"], row["cells"]) for row in found} == {
        ("warning", "1", f"{LICENCES} {PENALTIES}")
    }
    assert found[0]["message_zh"] == (
        f"2023年还有：“b.txt”（{IDS[1]}），2格数字不同；各项比较用的是“b.txt”（{IDS[1]}）。"
    )
    assert found[1]["message_en"] == (
        f"Also published for 2023: “a.txt” ({IDS[0]}), 2 cells differ; comparisons use this one."
    )
    assert [json.loads(row["facts"]) for row in found] == [
        {
            "year": 2023,
            "reports": other,
            "compared": "200",
            "differing": "2",
            "comparisons_use": IDS[1],
        }
        for other in reversed(IDS)
    ]


def test_every_report_has_an_outcome(content: Content) -> None:
    rows = [row for row in rows_of(content.output, "assessments") if row["rule"] == RULE]
    assert {row["report"]: (row["outcome"], row["reason"]) for row in rows} == {
        f"{CODE}-2022": ("pass", ""),
        IDS[0]: ("fail", ""),
        IDS[1]: ("fail", ""),
        f"{CODE}-undated": ("not_assessable", "no_year"),
        "unresolved-d-txt-2023": ("not_assessable", "no_code"),
    }
    (rule,) = (row for row in rows_of(content.output, "rules") if row["rule"] == RULE)
    assert [rule[key] for key in ("severity", "passed", "failed", "not_assessable")] == [
        "warning",
        "1",
        "2",
        "2",
    ]


def test_a_copy_is_read_once_and_no_second_report(content: Content) -> None:
    (copy,) = (r for r in rows_of(content.output, "files") if r["file"] == "b copy.txt")
    assert (copy["outcome"], copy["reason"]) == ("duplicate", "same_as b.txt")


@pytest.mark.parametrize(
    ("folder", "said"),
    [("", "各项比较用的是本份。"), ("en/", "comparisons use this one.")],
)
def test_pages_show_it(content: Content, folder: str, said: str) -> None:
    page = page_at(content.output, f"{folder}reports/{IDS[1]}/index.html")
    assert any(said in text_of(card) for card in page.elements(".card.warning"))
    rule = page_at(content.output, f"{folder}rules/cy-twice/index.html")
    for report in IDS:
        assert f"reports/{report}/index.html" in {
            rule.target(link.attributes["href"] or "")[0].removeprefix(folder)
            for link in rule.elements("main a")
        }
    passing, breaking = (text_of(example) for example in rule.elements(".examples > div"))
    assert "2022" in passing
    assert "2023" in passing
    assert said in breaking


def _said(result: Judged) -> tuple[str, Severity, tuple[str, ...]]:
    (finding,) = result.of(RULE)
    difference = finding.message.en.split("), ")[1].split(";")[0]
    return difference, finding.severity, finding.cells


@pytest.mark.parametrize(
    ("one", "other", "said", "severity"),
    [
        ({LICENCES: "3"}, {}, "1 cell differs", Severity.WARNING),
        ({LICENCES: ""}, {}, "1 cell differs", Severity.WARNING),
        ({}, {}, "same numbers throughout", Severity.NOTICE),
        ({LICENCES: "03"}, {LICENCES: "3"}, "same numbers throughout", Severity.NOTICE),
        ({LICENCES: "/"}, {LICENCES: ""}, "same numbers throughout", Severity.NOTICE),
        ({LICENCES: "若干"}, {}, "same numbers in the 199 cells read", Severity.NOTICE),
    ],
)
def test_numbers_are_compared_where_both_were_read(
    one: dict[str, str], other: dict[str, str], said: str, severity: Severity
) -> None:
    for first, second in ((one, other), (other, one)):
        result = judged(Specimen(cells=first), Specimen(cells=second))
        difference, found, cells = _said(result)
        assert (difference, found) == (said, severity)
        assert cells == ((LICENCES,) if severity is Severity.WARNING else ())


def test_numbers_that_were_not_read_are_not_said_to_agree() -> None:
    report, other = read(Specimen()), read(Specimen())
    body = replace(report.body, division_code=CODE)
    unread = dict.fromkeys(cells_expected(2021, 2021), read(Specimen()).cells[LICENCES])
    assert unread.keys() == other.cells.keys()
    other = replace(other, cells={}, body=body)
    findings, _ = assess(replace(report, body=body), ReportContext(others=(other,)))
    (finding,) = (finding for finding in findings if finding.rule == RULE)
    assert "no numbers that could be compared" in finding.message.en
    assert finding.severity is Severity.NOTICE


def test_three_of_a_year_are_one_finding_each() -> None:
    result = judged(Specimen(), Specimen(cells={LICENCES: "1"}), Specimen(), Specimen(year=2022))
    (finding,) = result.of(RULE)
    assert finding.facts["reports"] == "000000000-2023-2 000000000-2023-3"
    assert finding.facts["differing"] == "1 0"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("tail", "severity"),
    [
        ("（更正版）", Severity.NOTICE),
        ("（修订）", Severity.NOTICE),
        ("（已更正）", Severity.NOTICE),
        ("（公开版）", Severity.WARNING),
    ],
)
def test_a_title_that_says_corrected_tells_which_counts(tail: str, severity: Severity) -> None:
    corrected = Specimen(
        title=f"云岭县青石镇2023年政府信息公开工作年度报告{tail}", cells={LICENCES: "3"}
    )
    for result in (judged(corrected, Specimen()), judged(Specimen(), corrected)):
        assert _said(result) == ("1 cell differs", severity, (LICENCES,))


def test_reports_of_other_years_and_undated_ones_are_not_compared() -> None:
    assert judged(Specimen(), Specimen(year=2022), UNDATED).outcome(RULE) == "pass"
    assert judged(UNDATED, UNDATED).outcome(RULE) == "not_assessable no_year"


def test_places_whose_code_is_not_known_never_collide(content: Content) -> None:
    reports = {row["report"] for row in rows_of(content.output, "reports")}
    assert "unresolved-d-txt-2023" in reports
    assert written(Specimen()) != written(RULES[RULE].breaks)
