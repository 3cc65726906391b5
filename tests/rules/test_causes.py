"""Planted slips: each is found, told as one story, and the planted cell is named with its value."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.form import EDITIONS, Edition, Equation, equations
from generator.model import Edit
from generator.phrases import cause_heading, edits_text, mend_intro
from generator.specimen import Specimen, of_persons
from tests.rules.judged import Judged, balanced, judged, printed

_RULE = {
    ("requests", "balance"): "TB-BALANCE",
    ("requests", "column_sum"): "TB-SUM",
    ("requests", "row_sum"): "TB-ROW",
    ("appeals", "row_sum"): "TC-SUM",
}
_EVERY_IDENTITY = [
    pytest.param(edition, equation, id=f"{edition}-{equation.kind}-{equation.at}")
    for edition in EDITIONS
    for equation in equations(edition, edition)
]


def test_the_form_prints_42_identities_and_40_in_the_older_edition() -> None:
    assert [len(equations(edition, edition)) for edition in (2021, 2019)] == [42, 40]


@pytest.mark.parametrize("edition", EDITIONS)
def test_numbers_that_add_up_give_no_finding(edition: Edition) -> None:
    assert judged(printed(balanced(edition), edition)).findings == ()


@pytest.mark.parametrize(("edition", "equation"), _EVERY_IDENTITY)
def test_every_printed_total_raised_by_one_is_found(edition: Edition, equation: Equation) -> None:
    numbers = balanced(edition)
    true = numbers[equation.at]
    result = judged(printed(numbers | {equation.at: true + 1}, edition))
    rule = _RULE[equation.table, equation.kind]
    assert equation.at in [finding.at for finding in result.of(rule)]
    assert {finding.cause for finding in result.findings} == {equation.at}
    for finding in result.findings:
        assert Edit(equation.at, true + 1, true) in finding.mends


@pytest.mark.parametrize(
    "cell",
    [
        "requests.received.natural_person",
        "requests.brought_forward.other_organisation",
        "requests.withheld_by_law.enterprise",
        "requests.carried_forward.research_institution",
        "requests.closed_other.total",
    ],
)
def test_a_slip_in_table_b_has_one_mend_only(cell: str) -> None:
    numbers = balanced()
    result = judged(printed(numbers | {cell: numbers[cell] + 30}))
    assert result.causes == {cell: (Edit(cell, numbers[cell] + 30, numbers[cell]),)}
    assert len(result.findings) == 2


def test_a_sum_that_nothing_else_controls_names_every_alternative_the_total_first() -> None:
    suit = "appeals.suit_direct"
    result = judged(printed(balanced() | {f"{suit}.total": 7}))
    [finding] = result.findings
    assert finding.mends == (
        Edit(f"{suit}.total", 7, 6),
        Edit(f"{suit}.upheld", 3, 4),
        Edit(f"{suit}.corrected", 1, 2),
        Edit(f"{suit}.other", 0, 1),
        Edit(f"{suit}.pending", 2, 3),
    )
    assert finding.cause == f"{suit}.total"
    assert finding.line == result.report.line_of(f"{suit}.total")
    assert finding.facts == {"printed": 7, "parts": 6}


def test_a_mend_is_never_below_zero() -> None:
    suit = "appeals.suit_direct"
    result = judged(printed({f"{suit}.upheld": 3, f"{suit}.total": 1}))
    [finding] = result.findings
    assert finding.mends == (Edit(f"{suit}.total", 1, 3), Edit(f"{suit}.upheld", 3, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("requests.processed.natural_person", "appeals.reconsideration.total"),
        ("requests.processed.natural_person", "requests.processed.enterprise"),
        ("requests.processed.natural_person", "requests.processed.total"),
        ("requests.processed.natural_person", "requests.granted.natural_person"),
        ("requests.received.total", "requests.carried_forward.natural_person"),
        ("requests.withheld_by_law.enterprise", "requests.unavailable_unclear.natural_person"),
        ("requests.granted.natural_person", "requests.granted.enterprise"),
        ("requests.granted.natural_person", "requests.partly_granted.natural_person"),
        ("requests.granted.total", "requests.partly_granted.total"),
        ("requests.received.natural_person", "requests.carried_forward.natural_person"),
    ],
)
def test_two_slips_are_two_causes(one: str, other: str) -> None:
    true = balanced()
    slips = {one: true[one] + 9, other: true[other] + 20}
    result = judged(printed(true | slips))
    assert result.causes.keys() == {one, other}
    for cell, edits in result.causes.items():
        assert Edit(cell, slips[cell], true[cell]) in edits
    assert all(finding.cause for finding in result.findings)


def test_a_sum_of_two_slips_is_told_with_the_later_which_alone_would_not_mend_it() -> None:
    true = balanced()
    one, other = "requests.processed.natural_person", "requests.processed.enterprise"
    result = judged(printed(true | {one: true[one] + 9, other: true[other] + 20}))
    assert [(f.rule, f.at, f.cause, len(f.mends)) for f in result.findings] == [
        ("TB-BALANCE", one, one, 1),
        ("TB-BALANCE", other, other, 1),
        ("TB-SUM", one, one, 1),
        ("TB-SUM", other, other, 1),
        ("TB-ROW", "requests.processed.total", other, 0),
    ]
    story = [finding for finding in result.findings if finding.cause == other]
    assert mend_intro(story, "en") == "Smallest mend, one cell for 2 of these 3: "
    assert cause_heading(story, "en").startswith("One number, 3 sums that do not add up: ")


def test_three_slips_that_hang_together() -> None:
    true = balanced()
    cells = ("processed.natural_person", "processed.enterprise", "granted.total")
    slips = {f"requests.{cell}": true[f"requests.{cell}"] + 10 for cell in cells}
    result = judged(printed(true | slips))
    assert len(result.findings) == 7
    assert {cell: edits[0].mended for cell, edits in result.causes.items()} == {
        cell: true[cell] for cell in slips
    }


def test_findings_without_a_single_mend_stand_for_themselves() -> None:
    cells = {"requests.received.natural_person": "5", "requests.received.total": "5"}
    result = judged(Specimen(cells=cells))
    assert [(f.rule, f.cause, f.mends) for f in result.findings] == [("TB-BALANCE", "", ())] * 2
    assert result.findings[0].facts == {"due": 5, "accounted": 0}


def _alike(row: str, said: str) -> Judged:
    """What is said of seven requests where the row has 9 in the only column and in the total."""
    cells = of_persons(received=7, granted=7, processed=7)
    cells |= {f"requests.{row}.{column}": "9" for column in ("natural_person", "total")}
    return judged(Specimen(cells=cells, added={"overview": said}))


_SAID = "全年收到政府信息公开申请7件，答复7件。"


@pytest.mark.parametrize(
    ("row", "said", "rules"),
    [
        ("granted", "", ["TB-SUM"] * 2),
        ("granted", _SAID, ["TB-SUM"] * 2),
        ("processed", _SAID, ["TB-BALANCE"] * 2 + ["TB-SUM"] * 2 + ["NX-DONE"]),
        ("received", _SAID, ["TB-BALANCE"] * 2 + ["NX-RECV"]),
    ],
)
def test_a_number_typed_alike_in_a_cell_and_its_total_has_one_mend_of_both(
    row: str, said: str, rules: list[str]
) -> None:
    found = _alike(row, said).findings
    person, total = f"requests.{row}.natural_person", f"requests.{row}.total"
    assert [finding.rule for finding in found] == rules
    edits = (Edit(person, 9, 7), Edit(total, 9, 7))
    assert {(f.cause, f.mends, f.together) for f in found} == {(person, (), edits)}
    assert mend_intro(found, "en") == "Smallest mend, both cells together: "
    [shown] = edits_text(found, "en")
    assert shown.count("7") == 2


@pytest.mark.parametrize("said", ["", "全年收到政府信息公开申请8件。"])
def test_of_two_pairs_of_which_the_prose_confirms_none_neither_is_named(said: str) -> None:
    found = _alike("received", said).of("TB-BALANCE")
    assert [(f.cause, f.mends, f.together) for f in found] == [("", (), ())] * 2


def test_two_cells_that_only_together_can_be_mended_are_one_cause_without_a_mend() -> None:
    true = balanced()
    rows = [row for row in true if row.startswith("requests.") and row.endswith(".natural_person")]
    only = {row: true[row] for row in rows}
    only |= {row.replace("natural_person", "total"): true[row] for row in rows}
    person, total = "requests.processed.natural_person", "requests.processed.total"
    result = judged(printed(only | dict.fromkeys((person, total), 12)))
    assert true[person] != 12
    assert [f.rule for f in result.findings] == ["TB-BALANCE"] * 2 + ["TB-SUM"] * 2
    assert {(f.cause, f.mends) for f in result.findings} == {(person, ())}
    assert [f.line for f in result.findings] == [
        result.report.line_of(f.at) for f in result.findings
    ]


def test_two_such_pairs_are_two_causes() -> None:
    true = balanced()
    slips = {
        "requests.processed.natural_person": true["requests.processed.natural_person"] + 30,
        "requests.processed.total": true["requests.processed.total"] + 30,
        "appeals.suit_direct.total": 9,
    }
    result = judged(printed(true | slips))
    assert set(result.causes) == {"requests.processed.natural_person", "appeals.suit_direct.total"}
    assert len(result.findings) == 5


def test_an_identity_with_an_unread_cell_does_not_hinder_a_mend() -> None:
    true = balanced()
    cells = {cell: str(number) for cell, number in true.items()}
    cells |= {"requests.processed.natural_person": "0", "requests.processed.enterprise": ""}
    result = judged(Specimen(cells=cells))
    found = {finding.rule for finding in result.findings if finding.cause}
    cell = "requests.processed.natural_person"
    assert result.causes == {cell: (Edit(cell, 0, true[cell]),)}
    assert found == {"TB-BALANCE", "TB-SUM"}


_SLIPS = st.dictionaries(st.sampled_from(sorted(balanced())), st.integers(0, 60), max_size=4)


@given(slips=_SLIPS)
@settings(max_examples=40)
def test_written_as_its_causes_say_a_report_keeps_only_what_had_no_mend(
    slips: dict[str, int],
) -> None:
    numbers = balanced() | slips
    result = judged(printed(numbers))
    mended = {edits[0].cell: int(edits[0].mended) for edits in result.causes.values() if edits}
    for edits in result.causes.values():
        assert all(edit.printed == numbers[edit.cell] and edit.mended >= 0 for edit in edits)
    left = judged(printed(numbers | mended))
    assert _identities(left) == {
        (f.rule, f.at) for f in result.findings if f.identity and not result.causes.get(f.cause)
    }


def _identities(result: Judged) -> set[tuple[str, str]]:
    """The identities that do not hold."""
    return {(finding.rule, finding.at) for finding in result.findings if finding.identity}
