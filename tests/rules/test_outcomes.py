"""Pass, fail, not assessable: what was not read never passes, and nothing ever raises."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import form
from generator.form import SECTIONS
from generator.model import Outcome, Status
from generator.rules import RULES
from generator.rules.reading import CODES
from generator.specimen import Specimen, written
from tests.conftest import ROOT
from tests.readers.files import FILES
from tests.rules.judged import Judged, judged, judged_text

_SUMS = ("TB-BALANCE", "TB-SUM", "TB-ROW", "TC-SUM")


@pytest.mark.parametrize(
    ("specimen", "rule", "outcome"),
    [
        (
            Specimen(cells={"requests.received.total": ""}),
            "TB-BALANCE",
            "not_assessable blank 1/7: requests.received.total",
        ),
        (
            Specimen(cells={"requests.received.total": "/"}),
            "TB-ROW",
            "not_assessable not_applicable 1/25: requests.received.total",
        ),
        (Specimen(cells={"requests.received.total": ""}), "TB-SUM", "pass"),
        (Specimen(cells={"requests.received.total": ""}), "STR-BLANK", "fail"),
        (
            Specimen(cells={"appeals.suit_direct.total": "若干"}),
            "TC-SUM",
            "not_assessable unreadable 1/3: appeals.suit_direct.total",
        ),
        (
            Specimen(
                cells={"requests.granted.enterprise": "", "requests.received.enterprise": "1"}
            ),
            "TB-ROW",
            "fail",
        ),
        (
            Specimen(cells={"proactive.normative_documents.in_force": ""}),
            "TA-STOCK",
            "not_assessable blank 1/2: proactive.normative_documents.in_force",
        ),
        (
            Specimen(body="云岭县财政局"),
            "TA-RULES-TOWN",
            "not_assessable not_a_township department",
        ),
        (
            Specimen(body="云岭县财政局", cells={"proactive.government_rules.in_force": "2"}),
            "TA-RULES-TOWN",
            "not_assessable not_a_township department",
        ),
        (Specimen(year=2019, proactive=2019), "STR-S6-FEE", "not_assessable before_2021 2019"),
        (
            Specimen(
                title="云岭县青石镇政府信息公开工作年度报告", prose={"": "编制本报告。"}, date=""
            ),
            "STR-S6-FEE",
            "not_assessable no_year",
        ),
        (Specimen(title="", prose={"": ""}), "STR-TITLE", "not_assessable no_title"),
        (
            Specimen(swaps=((SECTIONS[5].heading, "其余事项"),)),
            "STR-S6-FEE",
            "not_assessable no_section other",
        ),
        (
            Specimen(
                cells={"requests.received.total": ""},
                prose={"overview": "全年收到政府信息公开申请7件。"},
            ),
            "NX-RECV",
            "not_assessable blank requests.received.total",
        ),
        (
            Specimen(swaps=tuple((section.heading, "正文") for section in SECTIONS)),
            "STR-SECTIONS",
            "not_assessable no_headings",
        ),
    ],
)
def test_outcome_and_reason(specimen: Specimen, rule: str, outcome: str) -> None:
    assert judged(specimen).outcome(rule) == outcome


def _without_table(section: int) -> Judged:
    """What the rules say of a report in which the table of a section is left out."""
    before, heading, rest = written(Specimen()).partition(SECTIONS[section].heading)
    after = SECTIONS[section + 1].heading
    return judged_text(before + heading + "\n" + after + rest.partition(after)[2])


@pytest.mark.parametrize(
    ("section", "rules", "reason"),
    [
        (1, ("TA-RULES-TOWN", "TA-STOCK"), "not_assessable no_table proactive"),
        (2, ("TB-BALANCE", "TB-SUM", "TB-ROW"), "not_assessable no_table requests"),
        (3, ("TC-SUM",), "not_assessable no_table appeals"),
    ],
)
def test_a_table_that_is_not_there_never_passes(
    section: int, rules: tuple[str, ...], reason: str
) -> None:
    result = _without_table(section)
    key = SECTIONS[section].table
    assert [result.outcome(rule) for rule in rules] == [reason] * len(rules)
    assert result.outcome("STR-CELLS") == f"not_assessable no_table 1/3: {key}"
    assert result.findings == ()


def test_what_a_text_without_marks_lacks_is_not_held_against_the_report() -> None:
    """One cell to a line: where a label is damaged its values cannot be assigned."""
    text = (FILES / "034.txt").read_text(encoding="utf-8")
    whole, damaged = (
        judged_text(text),
        judged_text(text.replace("（一）予以公开", "（一）豫以工开")),
    )
    assert whole.outcome("STR-CELLS") == "pass"
    assert damaged.outcome("STR-CELLS") == "not_assessable unmarked 1/3: requests"
    assert "STR-CELLS" not in {finding.rule for finding in damaged.findings}


def test_a_section_that_is_not_there_is_found() -> None:
    result = judged(Specimen(swaps=((SECTIONS[4].heading + "\n", ""),)))
    assert [f.rule for f in result.findings] == ["STR-SECTIONS"]
    assert result.findings[0].facts["missing"] == "problems"


def test_the_samples_give_what_was_found_by_hand() -> None:
    found = [
        (path.name, finding.rule, str(finding.line or ""))
        for path in (ROOT / "content" / "reports").glob("*.txt")
        for finding in judged_text(path.read_text(encoding="utf-8")).findings
    ]
    with (ROOT / "tests" / "expected" / "findings.csv").open(encoding="utf-8") as file:
        typed = [(row["file"], row["rule"], row["line"]) for row in csv.DictReader(file)]
    assert typed
    assert sorted(found) == sorted(typed)


def test_yujiawu_has_one_cause() -> None:
    path = ROOT / "content" / "reports" / "yujiawu-2023.txt"
    result = judged_text(path.read_text(encoding="utf-8"))
    [(cause, mends)] = result.causes.items()
    assert cause == "requests.processed.natural_person"
    assert [(edit.cell, edit.printed, edit.mended) for edit in mends] == [(cause, 0, 7)]
    assert [f.rule for f in result.findings if f.cause] == ["TB-BALANCE", "TB-SUM", "TB-ROW"]
    assert (
        result.of("TB-SUM")[0].message.zh == "三（七）总计 · 自然人：印为0，各项办理结果相加为7。"
    )


_TEXTS = st.one_of(
    st.integers(-3, 300).map(str),
    st.sampled_from(["", "/", "—", "无", "１２", "+3", "1.5", "减4", "3件", "22（其中修订16件）"]),
    st.text(alphabet="0123456789 -+./一件（）{}<>%s\u3000\xa0", max_size=6),
)
_ADDRESSES = sorted(form.cells_expected(2021, 2021))


@given(
    cells=st.dictionaries(st.sampled_from(_ADDRESSES), _TEXTS, max_size=40),
    title=st.one_of(st.none(), st.text(max_size=20)),
    prose=st.dictionaries(
        st.sampled_from(["", "overview", "problems", "other"]), st.text(max_size=40), max_size=4
    ),
)
@settings(max_examples=60)
def test_no_report_ever_raises(
    cells: dict[str, str], title: str | None, prose: dict[str, str]
) -> None:
    result = judged(Specimen(cells=cells, title=title, prose=prose))
    assert result.assessments.keys() == RULES.keys()
    failed = {one for one, a in result.assessments.items() if a.outcome is Outcome.FAIL}
    assert failed == {finding.rule for finding in result.findings}
    unread = {a.split(".")[0] for a, r in result.report.cells.items() if r.value is None}
    assert "requests" not in unread or result.outcome("TB-ROW") != "pass"
    assert "appeals" not in unread or result.outcome("TC-SUM") != "pass"
    for assessment in result.assessments.values():
        assert bool(assessment.reason) == (assessment.outcome is Outcome.NOT_ASSESSABLE)
        assert assessment.reason.partition(" ")[0] in {"", *CODES, *Status}


@given(lines=st.lists(st.sampled_from(written(Specimen()).split("\n")), max_size=120))
@settings(max_examples=40)
def test_a_report_torn_to_pieces_never_raises_and_no_unread_sum_passes(lines: list[str]) -> None:
    heading = SECTIONS[0].heading
    result = judged_text("\n".join([heading, *lines]))
    for rule in _SUMS:
        table = "appeals" if rule == "TC-SUM" else "requests"
        readings = [r for a, r in result.report.cells.items() if a.startswith(table)]
        if all(reading.status is Status.ABSENT for reading in readings):
            assert result.outcome(rule).startswith("not_assessable")
