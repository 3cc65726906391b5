"""Tables B and C: fees unpaid, repetition, what is carried forward, suits and silence on cases."""

import pytest

from generator.form import SECTIONS
from generator.specimen import Specimen, of_persons
from tests.rules.judged import judged

_UNPAID = of_persons(received=3, closed_fee_unpaid=3, processed=3)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("发出收费通知3件，总金额300元，实际收取总金额0元。", "pass"),
        ("发出收费通知5件，总金额500元，实际收取总金额200元。", "pass"),
        ("发出收费通知2件，总金额200元，实际收取总金额0元。", "fail"),
        ("发出收费通知0件，总金额0元，实际收取总金额0元。", "fail"),
        ("本年度未收取信息处理费。", "not_assessable"),
        ("发出收费通知约2件。", "not_assessable"),
        ("2022年发出收费通知2件。", "not_assessable"),
        ("全县发出收费通知2件。", "not_assessable"),
        ("无。", "not_assessable"),
    ],
)
def test_requests_closed_for_an_unpaid_fee(sentence: str, outcome: str) -> None:
    result = judged(Specimen(cells=_UNPAID, prose={"other": sentence}))
    assert result.assessments["TB-FEE-ROW"].outcome.value == outcome


def test_without_such_a_request_no_notice_is_asked_for() -> None:
    assert judged(Specimen(prose={"other": "无。"})).outcome("TB-FEE-ROW") == "pass"


def test_the_older_edition_does_not_count_unpaid_fees() -> None:
    result = judged(Specimen(year=2020, requests=2019, proactive=2019))
    assert result.outcome("TB-FEE-ROW") == (
        "not_assessable absent requests.closed_fee_unpaid.total"
    )


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ({"received": 1, "not_handled_duplicate": 1, "processed": 1}, 1),
        ({"brought_forward": 1, "not_handled_mass_requests": 1, "processed": 1}, 1),
        ({"received": 1, "brought_forward": 1, "not_handled_duplicate": 2, "processed": 2}, 0),
        ({"received": 1, "granted": 1, "processed": 1}, 0),
    ],
)
def test_what_is_repeated_where_one_request_was_due(rows: dict[str, int], found: int) -> None:
    result = judged(Specimen(cells=of_persons(**rows)))
    assert len(result.findings) == len(result.of("TB-DUP-LOGIC")) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ({"received": 1, "brought_forward": 1, "carried_forward": 2}, 1),
        ({"received": 2, "carried_forward": 2}, 0),
        ({"received": 9, "granted": 1, "processed": 1, "carried_forward": 8}, 0),
        ({"received": 10, "granted": 4, "processed": 4, "carried_forward": 6}, 1),
        ({"received": 10, "granted": 5, "processed": 5, "carried_forward": 5}, 0),
        (
            {
                "received": 4,
                "brought_forward": 7,
                "granted": 5,
                "processed": 5,
                "carried_forward": 6,
            },
            1,
        ),
    ],
)
def test_requests_carried_forward(rows: dict[str, int], found: int) -> None:
    result = judged(Specimen(cells=of_persons(**rows)))
    assert len(result.of("TB-CARRY-BIG")) == found
    assert {f.severity.value for f in result.of("TB-CARRY-BIG")} <= {"notice"}


_SUIT = {"appeals.suit_direct.corrected": "1", "appeals.suit_direct.total": "1"}


@pytest.mark.parametrize(
    ("year", "outcome"),
    [(2023, "not_assessable before_2024 2023"), (2024, "fail"), (2025, "fail")],
)
def test_suits_without_reconsideration(year: int, outcome: str) -> None:
    prose = {"appeals": "因政府信息公开被提起行政诉讼1件。"}
    result = judged(Specimen(year=year, cells=_SUIT, prose=prose))
    assert result.outcome("TC-DIRECT-2024") == outcome


def test_suits_after_reconsideration_are_what_the_law_asks_for() -> None:
    row = "appeals.suit_after_reconsideration"
    cells = {f"{row}.upheld": "1", f"{row}.total": "1"}
    assert judged(Specimen(year=2024, cells=cells)).outcome("TC-DIRECT-2024") == "pass"


_ALL_PARTS = "本报告由" + "、".join(section.zh for section in SECTIONS) + "等六部分组成。"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("", "fail"),
        ("无。", "fail"),
        (_ALL_PARTS, "fail"),
        ("会议重复议定的事项不再讨论。", "pass"),
        ("因对答复不服引发诉讼1件。", "pass"),
        ("加强应诉工作。", "pass"),
        (_ALL_PARTS + "全年发生行政诉讼一起。", "pass"),
    ],
)
def test_cases_that_the_prose_does_not_speak_of(sentence: str, outcome: str) -> None:
    result = judged(Specimen(cells=_SUIT, prose={"appeals": sentence}))
    assert result.assessments["TC-SILENT"].outcome.value == outcome


def test_every_kind_of_case_is_a_finding_with_its_results() -> None:
    cells = {f"appeals.reconsideration.{c}": n for c, n in {"upheld": "3", "total": "5"}.items()}
    result = judged(Specimen(cells=_SUIT | cells | {"appeals.reconsideration.other": "2"}))
    one, other = result.of("TC-SILENT")
    assert one.message.zh == (
        "行政复议：表中总计5件（结果维持3；其他结果2）；正文没有提到复议或诉讼。"
    )
    assert (other.at, other.facts) == ("appeals.suit_direct.total", {"cases": 1})
