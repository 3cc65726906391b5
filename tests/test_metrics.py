"""k/n first; a rate only from n = 10, an interval below 30."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import form
from generator.metrics import METRICS, Metric, measure, wilson
from generator.metrics.calculation import judged
from generator.model import (
    Body,
    MeasureStatus,
    Reading,
    Report,
    Source,
    Status,
    TableReading,
)
from generator.parse import parse
from generator.readers import read_text
from generator.settings import Thresholds
from tests.conftest import ROOT

OK = MeasureStatus.OK
SMALL = MeasureStatus.SMALL_DENOMINATOR
NONE = MeasureStatus.NO_DENOMINATOR
UNKNOWN = MeasureStatus.NOT_ASSESSABLE
THRESHOLDS = Thresholds()
RATES = [metric for metric in METRICS.values() if metric.kind == "rate"]

# Typed from the printed tables; key, k, n, value.
JUGEZHUANG = {
    "disclosure_rate": (18, 19, 18 / 19),
    "granted_share": (3, 19, 3 / 19),
    "partly_granted_share": (15, 19, 15 / 19),
    "withheld_share": (0, 19, 0),
    "unavailable_share": (1, 19, 1 / 19),
    "not_handled_share": (0, 19, 0),
    "otherwise_closed_share": (0, 19, 0),
    "carry_over_rate": (1, 20, 0.05),
    "natural_person_share": (20, 20, 1),
    "reconsideration_correction_rate": (0, 5, None),
    "suit_loss_rate": (0, 0, None),
    "disputes_per_100_requests": (5, 20, 25),
    "requests_received": (20, None, 20),
    "requests_processed": (19, None, 19),
    "disputes": (5, None, 5),
}
YUJIAWU = {
    "disclosure_rate": (7, 7, None),
    "granted_share": (7, 7, None),
    "partly_granted_share": (0, 7, None),
    "withheld_share": (0, 7, None),
    "unavailable_share": (0, 7, None),
    "not_handled_share": (0, 7, None),
    "otherwise_closed_share": (0, 7, None),
    "carry_over_rate": (0, 7, None),
    "natural_person_share": (7, 7, None),
    "reconsideration_correction_rate": (0, 0, None),
    "suit_loss_rate": (1, 1, None),
    "disputes_per_100_requests": (1, 7, None),
    "requests_received": (7, None, 7),
    "requests_processed": (7, None, 7),
    "disputes": (1, None, 1),
}
ALL_ZERO = {key: (0, None if METRICS[key].kind == "count" else 0, None) for key in METRICS}


def sample(stem: str) -> Report:
    path = ROOT / "content" / "reports" / f"{stem}.txt"
    source = Source(path.name, "txt", "utf-8", 0, "")
    report = parse(read_text(path.read_bytes()), source)
    assert isinstance(report, Report)
    return report


def made(edition: form.Edition = 2021, **cells: int | None) -> Report:
    """A report with zeros everywhere but in these cells (`__` for a dot); None for a blank."""
    readings = {
        address: Reading(Status.REPORTED, 0) for address in form.cells_expected(edition, edition)
    }
    for name, value in cells.items():
        address = name.replace("__", ".")
        assert address in readings
        blank = Reading(Status.BLANK)
        readings[address] = blank if value is None else Reading(Status.REPORTED, value)
    return Report(
        source=Source("a.txt", "txt", "utf-8", 0, ""),
        title="",
        title_line=None,
        year=2023,
        body=Body(),
        tables={key: TableReading(key, edition, 1) for key in form.TABLE_KEYS},
        cells=readings,
    )


def test_the_registry_has_the_published_metrics_in_the_published_order() -> None:
    assert list(METRICS) == list(JUGEZHUANG)
    assert [m.key for m in METRICS.values() if m.kind == "count"] == [
        "requests_received",
        "requests_processed",
        "disputes",
    ]
    assert [m.key for m in METRICS.values() if m.kind == "ratio"] == ["disputes_per_100_requests"]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("jugezhuang-2023", JUGEZHUANG),
        ("yujiawu-2023", YUJIAWU),
        ("heping-2023", ALL_ZERO),
        ("chaiguan-2023", ALL_ZERO),
        ("xuying-2024", ALL_ZERO),
    ],
)
def test_the_samples_are_measured_as_by_hand(
    stem: str, expected: dict[str, tuple[int, int | None, float | None]]
) -> None:
    found = measure(sample(stem))
    assert list(found) == list(METRICS)
    for key, (k, n, value) in expected.items():
        got = found[key]
        assert (got.numerator, got.denominator) == (k, n), key
        if n is None:
            assert (got.status, got.value) == (OK, k)
        elif n == 0:
            assert (got.status, got.value) == (NONE, None), key
        elif n < 10:
            assert (got.status, got.value) == (SMALL, None), key
        else:
            assert got.status is OK
            assert got.value == pytest.approx(value)


def test_only_a_share_between_the_thresholds_has_an_interval() -> None:
    found = measure(sample("jugezhuang-2023"))
    assert {key for key, got in found.items() if got.low is not None} == {
        metric.key for metric in RATES
    } - {"reconsideration_correction_rate", "suit_loss_rate"}
    rate = found["disclosure_rate"]
    for end in (rate.low, rate.high):  # what defines the score interval
        assert end is not None
        assert abs(end - 18 / 19) == pytest.approx(1.96 * (end * (1 - end) / 19) ** 0.5, rel=1e-4)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17: 857–872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("n", "status", "interval"),
    [(9, SMALL, False), (10, OK, True), (29, OK, True), (30, OK, False)],
)
def test_the_thresholds(n: int, status: MeasureStatus, interval: bool) -> None:
    got = judged(METRICS["disclosure_rate"], 3, n, THRESHOLDS)
    assert got.status is status
    assert (got.low is not None) is interval
    assert (got.value is not None) is (status is OK)


def test_the_thresholds_are_those_of_the_settings() -> None:
    assert judged(METRICS["granted_share"], 1, 4, Thresholds(rate=3, plain=5)).low is not None
    assert judged(METRICS["granted_share"], 1, 5, Thresholds(rate=3, plain=5)).low is None


def test_a_cell_that_was_not_reported_gives_no_measure_but_leaves_the_others() -> None:
    report = made(requests__processed__total=None, requests__received__total=12)
    found = measure(report)
    rate = found["disclosure_rate"]
    assert (rate.status, rate.reason) == (UNKNOWN, "blank requests.processed.total")
    assert (rate.numerator, rate.denominator, rate.value) == (0, None, None)
    assert found["natural_person_share"].status is OK


def test_a_rate_of_more_than_all_is_not_given() -> None:
    report = made(requests__granted__total=9, requests__processed__total=7)
    rate = measure(report)["granted_share"]
    assert (rate.status, rate.reason) == (UNKNOWN, "inconsistent")
    assert (rate.numerator, rate.denominator) == (9, 7)


def test_more_pending_than_all_is_inconsistent() -> None:
    report = made(appeals__reconsideration__pending=2, appeals__reconsideration__total=1)
    assert measure(report)["reconsideration_correction_rate"].reason == "inconsistent"


def test_pending_suits_are_not_decided() -> None:
    report = made(
        appeals__suit_direct__corrected=1,
        appeals__suit_direct__pending=2,
        appeals__suit_direct__total=4,
        appeals__suit_after_reconsideration__total=10,
    )
    rate = measure(report)["suit_loss_rate"]
    assert (rate.numerator, rate.denominator) == (1, 12)


def test_disputes_may_exceed_requests() -> None:
    report = made(requests__received__total=10, appeals__suit_direct__total=13)
    got = measure(report)["disputes_per_100_requests"]
    assert (got.status, got.value, got.low) == (OK, 130, None)


def test_disputes_without_requests_have_no_denominator() -> None:
    report = made(appeals__suit_direct__total=1)
    assert measure(report)["disputes_per_100_requests"].status is NONE


@pytest.mark.parametrize("edition", form.EDITIONS)
def test_groups_of_outcomes_are_summed_in_both_editions(edition: form.Edition) -> None:
    closed = {
        2019: {"requests__closed_otherwise__total": 6},
        2021: {
            "requests__closed_not_corrected__total": 1,
            "requests__closed_fee_unpaid__total": 2,
            "requests__closed_other__total": 3,
        },
    }[edition]
    report = made(
        edition,
        requests__withheld_state_secret__total=1,
        requests__withheld_register_query__total=2,
        requests__unavailable_unclear__total=4,
        requests__not_handled_confirmation__total=5,
        requests__processed__total=40,
        **closed,
    )
    found = measure(report)
    shares = ("withheld", "unavailable", "not_handled", "otherwise_closed")
    assert [found[f"{key}_share"].numerator for key in shares] == [3, 4, 5, 6]
    assert found["withheld_share"].value == pytest.approx(0.075)


def test_the_shares_of_outcomes_cover_every_row_once() -> None:
    for edition in form.EDITIONS:
        shares = [m for m in RATES if m.key.endswith("_share") and m.key != "natural_person_share"]
        rows = [address for m in shares for address in m.numerator.cells(edition)[0]]
        equation = next(
            e
            for e in form.equations(edition, edition)
            if e.at == "requests.processed.total" and e.kind == "column_sum"
        )
        assert sorted(rows) == sorted(equation.left)


shares = st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(shares)
def test_the_interval_holds_the_share_and_stays_between_0_and_1(pair: tuple[int, int]) -> None:
    k, n = pair
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1


@given(st.sampled_from(RATES), st.integers(-50, 50), st.integers(-50, 50))
def test_a_rate_is_between_0_and_1_or_is_not_given(metric: Metric, k: int, n: int) -> None:
    got = judged(metric, k, n, THRESHOLDS)
    assert (got.value is not None) == (got.status is OK)
    assert got.value is None or 0 <= got.value <= 1
    assert (got.numerator, got.denominator) == (k, n)
