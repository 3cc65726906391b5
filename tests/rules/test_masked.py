"""Lines that the site hides: what may stand there is not said to be missing."""

from dataclasses import replace

import pytest

from generator import form
from generator.form import SECTIONS
from generator.model import Report, Source
from generator.parse import parse
from generator.readers import read_text
from generator.rules import assess
from generator.specimen import Specimen, written
from tests.rules.judged import Judged

_CELLS = ("STR-LABEL", "STR-CELLS", "STR-BLANK", "STR-NONINT")
_VALUE = "proactive.penalties.decisions"
_ODD = Specimen(cells={_VALUE: "-1", "proactive.licences.decisions": "/"})


def _masked(specimen: Specimen, *hidden: str) -> Judged:
    """What the rules say of a report, of which every line with one of these words is hidden."""
    document = read_text(written(specimen).encode())
    numbers = frozenset(
        n for n, line in enumerate(document.lines, 1) if any(word in line for word in hidden)
    )
    assert numbers or not hidden
    lines = tuple("■■■■■■" if n in numbers else x for n, x in enumerate(document.lines, 1))
    report = parse(
        replace(document, lines=lines, masked=numbers), Source("a.txt", "txt", "utf-8", 0, "")
    )
    assert isinstance(report, Report)
    assert report.masked_lines == numbers
    return Judged(report, *assess(report))


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
