"""What the prose says and what the sums of a table call for: one slip, one story."""

import pytest

from generator.model import Edit
from generator.specimen import Specimen, of_persons
from tests.rules.judged import Judged, judged

_RECEIVED, _OPENING = "requests.received.total", "requests.brought_forward.total"
_PROCESSED = "requests.processed.total"
_SEVEN = of_persons(received=7, granted=7, processed=7)


def _story(result: Judged, cause: str, edit: Edit, rules: list[str]) -> None:
    assert [finding.rule for finding in result.findings] == rules
    assert {(finding.cause, finding.mends) for finding in result.findings} == {(cause, (edit,))}


@pytest.mark.parametrize("opening", [0, 2])
def test_a_total_that_differs_from_sums_and_prose(opening: int) -> None:
    cells = of_persons(
        received=7, brought_forward=opening, granted=7 + opening, processed=7 + opening
    )
    for stated in {7, 7 + opening}:
        specimen = Specimen(
            cells=cells | {_RECEIVED: "70"},
            prose={"requests": f"全年收到政府信息公开申请{stated}件。"},
        )
        rules = ["TB-BALANCE", "TB-ROW", "NX-RECV"]
        _story(judged(specimen), _RECEIVED, Edit(_RECEIVED, 70, 7), rules)


def test_a_number_said_to_include_what_was_brought_forward() -> None:
    cells = of_persons(received=7, brought_forward=2, granted=9, processed=9)
    prose = {"requests": "全年收到政府信息公开申请9件（含上年结转2件）。"}
    result = judged(Specimen(cells=cells | {_OPENING: "3"}, prose=prose))
    rules = ["TB-BALANCE", "TB-ROW", "NX-RECV"]
    _story(result, _OPENING, Edit(_OPENING, 3, 2), rules)


def test_the_number_answered() -> None:
    prose = {"requests": "对政府信息公开申请依法办理，全年答复7件。"}
    result = judged(Specimen(cells=_SEVEN | {_PROCESSED: "1"}, prose=prose))
    rules = ["TB-BALANCE", "TB-SUM", "TB-ROW", "NX-DONE"]
    _story(result, _PROCESSED, Edit(_PROCESSED, 1, 7), rules)


def test_none_received() -> None:
    prose = {"requests": "全年未收到政府信息公开申请。"}
    result = judged(Specimen(cells={_RECEIVED: "1"}, prose=prose))
    _story(result, _RECEIVED, Edit(_RECEIVED, 1, 0), ["TB-BALANCE", "TB-ROW", "NX-ZERO"])


def test_of_alternatives_only_the_one_that_the_prose_states_as_well_is_offered() -> None:
    upheld = "appeals.reconsideration.upheld"
    total = "appeals.reconsideration.total"
    prose = {"appeals": "因政府信息公开引起行政复议3件。"}
    result = judged(Specimen(cells={upheld: "3", total: "5"}, prose=prose))
    _story(result, total, Edit(total, 5, 3), ["TC-SUM", "NX-CASE"])


def test_prose_that_no_edit_for_the_sum_would_make_true_stands_alone() -> None:
    upheld, total = "appeals.reconsideration.upheld", "appeals.reconsideration.total"
    prose = {"appeals": "因政府信息公开引起行政复议4件。"}
    result = judged(Specimen(cells={upheld: "3", total: "5"}, prose=prose))
    assert [(f.rule, f.cause, len(f.mends)) for f in result.findings] == [
        ("TC-SUM", total, 5),
        ("NX-CASE", "", 0),
    ]


def test_prose_and_last_year_that_call_for_different_edits_are_not_one_story() -> None:
    persons = "requests.brought_forward.natural_person"
    unread = {_PROCESSED: "", "requests.processed.natural_person": ""}
    cells = of_persons(received=5, brought_forward=2) | unread | {_OPENING: "3"}
    prose = {"requests": "全年收到政府信息公开申请7件（含上年结转2件）。"}
    last = Specimen(year=2022, cells=of_persons(received=3, carried_forward=3))

    def told(specimen: Specimen) -> list[tuple[str, str, tuple[Edit, ...]]]:
        findings = judged(specimen, last).of("TB-ROW", "NX-RECV", "CY-CARRY")
        return [(finding.rule, finding.cause, finding.mends) for finding in findings]

    assert told(Specimen(cells=cells)) == [
        ("TB-ROW", persons, (Edit(persons, 2, 3),)),
        ("CY-CARRY", persons, (Edit(persons, 2, 3),)),
    ]
    assert told(Specimen(cells=cells, prose=prose)) == [
        ("TB-ROW", _OPENING, (Edit(_OPENING, 3, 2),)),
        ("NX-RECV", _OPENING, (Edit(_OPENING, 3, 2),)),
        ("CY-CARRY", persons, ()),
    ]


def test_of_alternatives_a_number_that_the_prose_states_as_well_comes_last() -> None:
    reconsideration = "appeals.reconsideration"
    prose = {"appeals": "因政府信息公开引起行政复议4件。"}
    cells = {"upheld": "2", "corrected": "1", "total": "4"}
    printed = {f"{reconsideration}.{column}": number for column, number in cells.items()}
    [finding] = judged(Specimen(cells=printed, prose=prose)).findings
    assert finding.cause == f"{reconsideration}.upheld"
    assert finding.mends[:2] == (
        Edit(f"{reconsideration}.upheld", 2, 3),
        Edit(f"{reconsideration}.total", 4, 3),
    )


def test_suits_of_two_kinds() -> None:
    direct = "appeals.suit_direct.total"
    prose = {"appeals": "全年未发生行政复议、行政诉讼。"}
    result = judged(Specimen(cells={direct: "1"}, prose=prose))
    _story(result, direct, Edit(direct, 1, 0), ["TC-SUM", "NX-CASE"])


def test_a_table_that_adds_up_differs_from_the_prose_alone() -> None:
    result = judged(Specimen(cells=_SEVEN, prose={"requests": "全年收到政府信息公开申请8件。"}))
    assert [(f.rule, f.cause, f.mends) for f in result.findings] == [("NX-RECV", "", ())]


def test_documents_join_no_sum_and_stand_alone() -> None:
    cells = {"proactive.normative_documents.in_force": "27"}
    prose = {"proactive": "现行有效规范性文件26件。"}
    [finding] = judged(Specimen(cells=cells, prose=prose)).findings
    assert (finding.rule, finding.cause, finding.mends) == ("TA-STOCK-NARR", "", ())
