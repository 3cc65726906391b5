"""Lines that the site hides: what may stand there is not said to be missing."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator import form
from generator.form import SECTIONS
from generator.gazetteer import located
from generator.model import Outcome, Report, Source
from generator.parse import parse
from generator.readers import read_text
from generator.rules import RULES, assess
from generator.specimen import Specimen, written
from tests.rules.judged import Judged, judged

# Rules on the title and on tables alone, and those that need no prose when the tables are empty.
_WITHOUT_PROSE = {
    *("STR-FORMAT-YEAR", "STR-LABEL", "STR-CELLS", "STR-BLANK", "STR-NONINT", "STR-TITLE"),
    *("TA-RULES-TOWN", "TA-STOCK", "TA-FEE-UNIT", "TA-SILENT", "TB-BALANCE", "TB-SUM", "TB-ROW"),
    *("TB-FEE-ROW", "TB-DUP-LOGIC", "TB-CARRY-BIG", "TC-SUM", "TC-SILENT", "TC-NOREQ"),
    *("DT-JAN31", "DT-MAR31", "DT-BEFORE"),
}
_CONTACT = "联系人：张三"
_CELLS = ("STR-LABEL", "STR-CELLS", "STR-BLANK", "STR-NONINT")
_VALUE = "proactive.penalties.decisions"
_ODD = Specimen(cells={_VALUE: "-1", "proactive.licences.decisions": "/"})


def _masked(specimen: Specimen, *hidden: str) -> Judged:
    """What the rules say of a report, of which every line with one of these words is hidden."""
    lines = written(specimen).split("\n")
    numbers = {n for n, line in enumerate(lines, 1) if any(word in line for word in hidden)}
    assert numbers or not hidden
    return _with_hidden(specimen, numbers)


def _with_hidden(specimen: Specimen, hidden: Iterable[int]) -> Judged:
    """What the rules say of a report, of which the lines with these numbers are hidden."""
    document = read_text(written(specimen).encode())
    numbers = frozenset(hidden)
    lines = tuple("■■■■■■" if n in numbers else x for n, x in enumerate(document.lines, 1))
    report = parse(
        replace(document, lines=lines, masked=numbers), Source("a.txt", "txt", "utf-8", 0, "")
    )
    assert isinstance(report, Report)
    assert report.masked_lines == numbers
    return Judged(report, *assess(located(report)))


@pytest.mark.parametrize("rule", _CELLS)
@pytest.mark.parametrize("hidden", ["行政处罚", "-1", "商业企业", "结果维持", "四、结转下年度"])
def test_tables_with_hidden_lines_are_not_judged_by_their_layout(rule: str, hidden: str) -> None:
    result = _masked(_ODD, hidden)
    assert result.outcome(rule) == "not_assessable masked"
    assert result.findings == ()


@pytest.mark.parametrize(
    ("rule", "specimen"),
    [
        ("STR-SIGNDATE", Specimen(signature="张三", date="")),
        ("STR-TITLE", Specimen(title="青石镇2023年政府信息公开年报")),
        ("STR-PERIOD", Specimen(prose={"": "编制本报告。"})),
        ("STR-PERIOD", Specimen(prose={"": "统计期限为2022年1月1日至2022年12月31日。"})),
        ("STR-S6-FEE", Specimen(prose={"other": "无。"})),
        ("STR-SECTIONS", Specimen(swaps=((SECTIONS[4].heading, "不足"),))),
    ],
)
def test_what_may_stand_in_a_hidden_line_of_prose_is_not_missing(
    rule: str, specimen: Specimen
) -> None:
    prose = {"problems": "联系人：张三", **specimen.prose}
    specimen = replace(specimen, prose=prose)
    assert _masked(specimen).of(rule)
    result = _masked(specimen, "联系人")
    assert result.outcome(rule) == "not_assessable masked"
    assert _masked(specimen, form.FORM["proactive", 2021].blocks[1].rows[0].zh).of(rule)


@pytest.mark.parametrize("hidden", [section.heading for section in SECTIONS])
def test_a_hidden_heading_is_not_missing(hidden: str) -> None:
    result = _masked(Specimen(), hidden)
    assert result.outcome("STR-SECTIONS") == "not_assessable masked"
    assert result.findings == ()


@pytest.mark.parametrize(
    "hidden", ["云岭县青石镇2023年", "云岭县青石镇人民政府", "1月20日", "统计期限"]
)
def test_what_stood_in_a_hidden_line_is_not_missing(hidden: str) -> None:
    assert _masked(Specimen(), hidden).findings == ()


def test_hidden_prose_leaves_the_tables_to_be_judged() -> None:
    result = _masked(replace(_ODD, prose={"problems": "联系人：张三"}), "联系人")
    assert {finding.rule for finding in result.findings} == {"STR-BLANK", "STR-NONINT"}


def _prose_of(report: Report) -> set[int]:
    return {p.line for p in report.paragraphs} | {s.line for s in report.sections}


def _found_in_prose() -> list[str]:
    """The rules on one report whose broken example is broken on a line of its prose."""
    examples = {rule.id: judged(rule.breaks) for rule in RULES.values() if not rule.beside}
    return [
        id_
        for id_, broken in examples.items()
        if broken.of(id_)[0].line in _prose_of(broken.report)
    ]


@pytest.mark.parametrize("rule", _found_in_prose())
def test_hiding_the_line_of_a_finding_makes_no_rule_pass(rule: str) -> None:
    broken = judged(RULES[rule].breaks)
    hidden = {finding.line for finding in broken.of(rule) if finding.line}
    assert (
        _with_hidden(RULES[rule].breaks, hidden).assessments[rule].outcome is Outcome.NOT_ASSESSABLE
    )


def test_while_prose_is_hidden_only_rules_that_read_none_pass() -> None:
    specimen = Specimen(added={"problems": _CONTACT})
    seen, hidden = _masked(specimen), _masked(specimen, _CONTACT)
    passed = {rule for rule, one in hidden.assessments.items() if one.outcome is Outcome.PASS}
    assert passed == _WITHOUT_PROSE
    for rule, before in seen.assessments.items():
        if before.outcome is Outcome.PASS and rule not in passed:
            assert hidden.outcome(rule) == "not_assessable masked"


@pytest.mark.parametrize(
    "rule", ["NX-DELTA", "NX-RECV", "NX-DONE", "NX-PCT", "NX-CASE", "STR-PARTCOUNT"]
)
def test_what_is_stated_nowhere_may_be_stated_in_a_hidden_line(rule: str) -> None:
    specimen = Specimen(added={"problems": _CONTACT})
    assert _masked(specimen).outcome(rule).startswith("not_assessable no_statement")
    assert _masked(specimen, _CONTACT).outcome(rule) == "not_assessable masked"


@pytest.mark.parametrize(
    "rule",
    [
        *("STR-NUMBERING", "STR-ARTEFACT", "STR-SUPERSEDED", "STR-PARTCOUNT", "TA-STOCK-NARR"),
        *("NX-RECV", "NX-DONE", "NX-ZERO", "NX-CONTRA", "NX-CASE", "NX-FEE", "NX-PCT"),
        *("TX-LEVEL", "TX-PLACE", "TX-YEAR", "TX-SINCE", "TX-STALE", "TX-DUPPHRASE", "TX-PUNCT"),
        "TX-ADMIT",
    ],
)
def test_what_stands_in_a_line_that_can_be_seen_is_found(rule: str) -> None:
    broken = RULES[rule].breaks
    other = {
        **broken.added,
        "other": "\n".join(filter(None, [broken.added.get("other"), _CONTACT])),
    }
    assert _masked(replace(broken, added=other), _CONTACT).of(rule)


def test_rules_that_cannot_be_applied_say_why_though_prose_is_hidden() -> None:
    specimen = Specimen(year=2020, proactive=2019, requests=2019, added={"problems": _CONTACT})
    assert _masked(specimen, _CONTACT).outcome("STR-S6-FEE") == "not_assessable before_2021 2020"
