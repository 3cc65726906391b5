"""Rules that set a report beside that of the year before: limits, unread cells, harmless cases."""

from dataclasses import replace

import pytest

from generator.model import Edit
from generator.specimen import Specimen
from tests.rules.judged import judged
from tests.rules.test_series import (
    CLOSING,
    COPIED,
    DOCUMENTS,
    LICENCES,
    ONE_LEFT,
    OPENING,
    PENALTIES,
    SUITS,
    UPHELD,
    asked,
    requests,
    stating,
)

RULES_ROW = "proactive.government_rules"
RECEIVED = "requests.received.total"


def _outcome(rule: str, this: Specimen, before: Specimen) -> str:
    return judged(replace(this, year=2023), replace(before, year=2022)).outcome(rule)


def _cells(**numbers: str) -> Specimen:
    """A specimen with numbers in its documents."""
    return Specimen(cells={f"{DOCUMENTS}.{column}": number for column, number in numbers.items()})


@pytest.mark.parametrize(
    ("cell", "old", "new", "outcome"),
    [
        (LICENCES, "10", "50", "fail"),
        (LICENCES, "10", "49", "pass"),
        (LICENCES, "50", "10", "fail"),
        (LICENCES, "49", "10", "pass"),
        (LICENCES, "100", "21", "pass"),
        (LICENCES, "100", "20", "fail"),
        # small numbers vary, and what begins has nothing to be compared with
        (LICENCES, "9", "45", "pass"),
        (LICENCES, "2", "49", "pass"),
        (LICENCES, "49", "0", "pass"),
        (LICENCES, "0", "1251", "pass"),
        (LICENCES, "50", "0", "fail"),
        (LICENCES, "", "50", f"not_assessable blank 1/14: {LICENCES}"),
        (LICENCES, "50", "若干", f"not_assessable unreadable 1/14: {LICENCES}"),
        ("proactive.charges.amount", "12.5", "62.5", "fail"),
        ("proactive.charges.amount", "1.28", "9", "pass"),
        (f"{DOCUMENTS}.in_force", "300", "27", "fail"),
        ("appeals.reconsideration.total", "12", "70", "fail"),
        (f"{SUITS}.total", "12", "70", "fail"),
    ],
)
def test_a_leap_is_five_times_or_a_fifth(cell: str, old: str, new: str, outcome: str) -> None:
    assert _outcome("CY-JUMP", Specimen(cells={cell: new}), Specimen(cells={cell: old})) == outcome


def test_a_leap_of_requests_is_told_once() -> None:
    result = judged(Specimen(cells=asked(80)), Specimen(year=2022, cells=asked(12)))
    assert [finding.at for finding in result.of("CY-JUMP")] == [RECEIVED]


def test_a_number_that_leaps_and_stands_out_is_one_story() -> None:
    peers = [
        Specimen(body=f"云岭县{name}镇", cells={PENALTIES: "3"}) for name in "东南西北中金木水火土"
    ]
    before = Specimen(year=2022, cells={PENALTIES: "12"})
    result = judged(Specimen(cells={PENALTIES: "90"}), before, *peers)
    assert {f.rule: f.cause for f in result.of("TA-OUTLIER", "CY-JUMP")} == {
        "TA-OUTLIER": PENALTIES,
        "CY-JUMP": PENALTIES,
    }


@pytest.mark.parametrize(
    ("peers", "zh", "en"),
    [
        (19, "云岭县其他19个乡镇", "the median of 19 other"),
        (20, "云岭县其他至少20个乡镇", "the median of at least 20 other"),
        (47, "云岭县其他至少40个乡镇", "the median of at least 40 other"),
        (250, "云岭县其他至少200个乡镇", "the median of at least 200 other"),
    ],
)
def test_of_many_peers_it_is_said_how_many_there_are_at_least(peers: int, zh: str, en: str) -> None:
    others = [Specimen(body=f"云岭县第{n}镇", cells={PENALTIES: "3"}) for n in range(peers)]
    (found,) = judged(Specimen(cells={PENALTIES: "90"}), *others).of("TA-OUTLIER")
    assert zh in found.message.zh
    assert en in found.message.en


def test_ten_is_not_much_beside_any_median() -> None:
    peers = [
        Specimen(body=f"云岭县{name}镇", cells={PENALTIES: number, LICENCES: "1"})
        for name, number in zip("东南西北中金木水火土", "0000011111", strict=True)
    ]
    result = judged(Specimen(cells={PENALTIES: "9"}), *peers)
    assert result.outcome("TA-OUTLIER") == "pass"
    assert judged(Specimen(cells={PENALTIES: "10"}), *peers).outcome("TA-OUTLIER") == "fail"


@pytest.mark.parametrize(
    ("this", "before", "outcome"),
    [
        (COPIED, COPIED, "fail"),
        (COPIED, {**COPIED, PENALTIES: "364"}, "pass"),
        (COPIED, {**COPIED, LICENCES: "1"}, "pass"),
        ({**COPIED, LICENCES: "1"}, COPIED, "pass"),
        ({**COPIED, LICENCES: ""}, COPIED, "fail"),
        ({**COPIED, PENALTIES: ""}, COPIED, f"not_assessable blank {PENALTIES}"),
        (COPIED, {**COPIED, PENALTIES: "若干"}, f"not_assessable unreadable {PENALTIES}"),
        # nothing, little, or what stays as it is from year to year
        ({}, {}, "not_assessable few_numbers 0"),
        (asked(1), asked(1), "not_assessable few_numbers 2"),
        # few digits, and the same number written twice
        ({PENALTIES: "19", LICENCES: "9"}, {PENALTIES: "19", LICENCES: "9"},
         "not_assessable few_numbers 2"),
        (asked(20), asked(20), "not_assessable few_numbers 2"),
        ({f"{DOCUMENTS}.in_force": "27"}, {f"{DOCUMENTS}.in_force": "27"},
         "not_assessable few_numbers 0"),
    ],
)  # fmt: skip
def test_a_copy_has_every_number_above_zero(
    this: dict[str, str], before: dict[str, str], outcome: str
) -> None:
    assert _outcome("CY-COPY", Specimen(cells=this), Specimen(cells=before)) == outcome


@pytest.mark.parametrize(
    ("penalties", "licences", "last", "found"),
    [
        ("19", "108", "108", ["notice"]),
        ("1251", "1", "1", ["notice"]),
        ("19", "108", "110", []),
        ("19", "", "", []),
    ],
)
def test_few_numbers_of_many_digits_that_are_the_same_are_a_notice(
    penalties: str, licences: str, last: str, found: list[str]
) -> None:
    this = Specimen(cells={PENALTIES: penalties, LICENCES: licences or "0"})
    before = Specimen(year=2022, cells={PENALTIES: penalties, LICENCES: last or "0"})
    assert [f.severity.value for f in judged(this, before).of("CY-COPY")] == found


@pytest.mark.parametrize(
    ("this", "before", "outcome"),
    [
        (_cells(in_force="3"), _cells(in_force="3"), "pass"),
        (_cells(issued="2", repealed="1", in_force="4"), _cells(in_force="3"), "pass"),
        (_cells(repealed="3", in_force="0"), _cells(in_force="3"), "pass"),
        (_cells(in_force="2"), _cells(in_force="3"), "fail"),
        (_cells(issued="2", in_force="3"), _cells(in_force="3"), "fail"),
        (
            _cells(in_force="3"),
            _cells(in_force="/"),
            f"not_assessable not_applicable 1/2: {DOCUMENTS}.in_force",
        ),
        (Specimen(cells={f"{RULES_ROW}.in_force": "6"}), Specimen(), "fail"),
        (Specimen(), Specimen(), "pass"),
    ],
)
def test_documents_in_force_follow_from_the_year_before(
    this: Specimen, before: Specimen, outcome: str
) -> None:
    assert _outcome("CY-STOCK", this, before) == outcome


def test_two_rules_on_documents_in_force_are_one_story() -> None:
    result = judged(_cells(issued="5"), replace(_cells(in_force="4"), year=2022))
    assert {f.rule: f.cause for f in result.of("TA-STOCK", "CY-STOCK")} == {
        "TA-STOCK": f"{DOCUMENTS}.in_force",
        "CY-STOCK": f"{DOCUMENTS}.in_force",
    }


def test_two_years_of_the_older_edition_have_no_documents_in_force() -> None:
    old = Specimen(year=2020, proactive=2019)
    result = judged(old, replace(old, year=2019))
    assert result.outcome("CY-STOCK").startswith("not_assessable series_break 2/2")
    assert result.outcome("CY-JUMP") == "pass"


def test_columns_that_differ_within_one_total_are_told_at_the_first() -> None:
    this = requests(brought_forward="0 1 1", granted="0 1 1", processed="0 1 1")
    result = judged(Specimen(cells=this), Specimen(year=2022, cells=ONE_LEFT))
    found = result.of("CY-CARRY")
    assert [finding.at for finding in found] == [
        f"{OPENING}.natural_person",
        f"{OPENING}.enterprise",
    ]
    assert {finding.cause for finding in found} == {f"{OPENING}.natural_person"}


def test_of_two_edits_that_would_do_last_years_number_calls_for_one() -> None:
    unread = {"requests.received.natural_person": "", "requests.received.enterprise": ""}
    cells = unread | requests(brought_forward="0 0 1", granted="0 1 1", processed="0 1 1")
    before = Specimen(year=2022, cells=requests(received="0 1 1", carried_forward="0 1 1"))
    cell = f"{OPENING}.enterprise"
    told = judged(Specimen(cells=cells), before).of("TB-ROW", "CY-CARRY")
    assert [(finding.rule, finding.cause) for finding in told] == [
        ("TB-ROW", cell),
        ("CY-CARRY", cell),
    ]
    assert {finding.line for finding in told} == {told[0].line}
    (alone,) = judged(Specimen(cells=cells)).of("TB-ROW")
    assert alone.cause == f"{OPENING}.natural_person"
    edit = Edit(cell, 0, 1)
    assert edit in alone.mends
    assert [finding.mends for finding in told] == [(edit,), (edit,)]


@pytest.mark.parametrize(
    ("this", "before", "outcome"),
    [
        ({f"{OPENING}.total": ""}, {}, f"not_assessable blank 1/7: {OPENING}.total"),
        ({}, {f"{CLOSING}.total": "若干"}, f"not_assessable unreadable 1/7: {CLOSING}.total"),
        ({}, {}, "pass"),
    ],
)
def test_requests_that_were_not_read_are_not_said_to_agree(
    this: dict[str, str], before: dict[str, str], outcome: str
) -> None:
    assert _outcome("CY-CARRY", Specimen(cells=this), Specimen(cells=before)) == outcome


@pytest.mark.parametrize(
    ("this", "before", "outcome"),
    [
        (UPHELD, {}, "fail"),
        (UPHELD, asked(1), "pass"),
        (UPHELD, {**requests(brought_forward="1 0 1")}, "pass"),
        (UPHELD | asked(1), {}, "pass"),
        ({}, {}, "pass"),
        (UPHELD, {RECEIVED: ""}, f"not_assessable blank {RECEIVED}"),
        (UPHELD | {RECEIVED: "/"}, {}, f"not_assessable not_applicable {RECEIVED}"),
        (
            {"appeals.reconsideration.total": ""},
            {},
            "not_assessable blank appeals.reconsideration.total",
        ),
    ],
)
def test_disputes_have_requests_before_them(
    this: dict[str, str], before: dict[str, str], outcome: str
) -> None:
    assert _outcome("TC-NOREQ", Specimen(cells=this), Specimen(cells=before)) == outcome


def test_disputes_may_follow_from_a_year_long_before() -> None:
    this, before = Specimen(cells=UPHELD), Specimen(year=2022)
    assert judged(this).outcome("TC-NOREQ") == "not_assessable no_code"
    assert judged(this, Specimen(year=2021)).outcome("TC-NOREQ") == (
        "not_assessable no_year_before 2022"
    )
    assert judged(this, before, Specimen(year=2019, cells=asked(2))).outcome("TC-NOREQ") == "pass"
    assert judged(this, before, Specimen(year=2024, cells=asked(2))).outcome("TC-NOREQ") == "fail"


@pytest.mark.parametrize(
    ("this", "before", "outcome"),
    [
        (stating(7, "比上年增加2件"), asked(5), "pass"),
        (stating(7, "比上年减少2件"), asked(5), "fail"),
        (stating(7, "比上年减少2件"), asked(9), "pass"),
        (stating(7, "与上年持平"), asked(7), "pass"),
        (stating(7, "与上年持平"), asked(6), "fail"),
        (stating(7, "同比增长40%"), asked(5), "pass"),
        (stating(7, "同比增长45%"), asked(5), "fail"),
        (stating(7, "同比下降22.2%"), asked(9), "pass"),
        (stating(7, "同比下降22.22%"), asked(9), "pass"),
        (stating(7, "同比下降23%"), asked(9), "fail"),
        (stating(7, "同比增长40%"), asked(0), "pass"),
        (stating(7, "比上年增加2件"), {RECEIVED: ""}, f"not_assessable blank {RECEIVED}"),
        # those carried over counted with those received, in both years
        (stating(7, "比上年增加1件"), asked(5) | requests(brought_forward="1 0 1"), "pass"),
        # told twice, once with all of them
        (stating(7, "比上年增加3件；收到申请7件，比上年增加2件"), asked(5), "pass"),
        (stating(7, "均已答复"), asked(5), "not_assessable no_statement change"),
    ],
)
def test_a_stated_change_is_that_of_the_tables(
    this: Specimen, before: dict[str, str], outcome: str
) -> None:
    assert _outcome("NX-DELTA", this, Specimen(cells=before)) == outcome


def test_suits_filed_directly_are_not_compared_from_2023_to_2024() -> None:
    said = {"overview": "因政府信息公开引起行政诉讼0件，与上年持平。"}
    before = Specimen(year=2023, cells={f"{SUITS}.upheld": "1", f"{SUITS}.total": "1"})
    result = judged(Specimen(year=2024, prose=said), before)
    assert result.outcome("NX-DELTA") == f"not_assessable series_break {SUITS}.total"
    result = judged(Specimen(year=2023, prose=said), replace(before, year=2022))
    assert result.outcome("NX-DELTA") == "fail"


@pytest.mark.parametrize(
    ("years", "outcome"),
    [
        ((2022,), "pass"),
        ((2021,), "fail"),
        ((2019, 2020, 2022), "pass"),
        ((2024,), "not_assessable no_earlier_year"),
        ((2019, 2021, 2024), "fail"),
    ],
)
def test_a_gap_lies_between_two_known_years(years: tuple[int, ...], outcome: str) -> None:
    others = [Specimen(year=year) for year in years]
    assert judged(Specimen(), *others).outcome("CY-GAP") == outcome
