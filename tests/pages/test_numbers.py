"""How numbers are worded: the fraction first, a rate only where one may be shown."""

import pytest

from generator.bilingual import Lang
from generator.messages import translator
from generator.metrics import METRICS
from generator.metrics.calculation import judged
from generator.model import Measure, MeasureStatus
from generator.numerals import grouped
from generator.pages.numbers import base, fraction, interval, rate, remark
from generator.settings import Thresholds


def measure(metric: str, k: int, n: int | None, thresholds: Thresholds = Thresholds()) -> Measure:  # noqa: B008
    return judged(METRICS[metric], k, n, thresholds)


def shown(found: Measure, lang: Lang) -> tuple[str, str]:
    t = translator(lang)
    return fraction(found, t, lang), remark(found, t)


UNREAD = Measure("disclosure_rate", MeasureStatus.NOT_ASSESSABLE, 3, None, reason="blank x")


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (measure("disclosure_rate", 30, 40), ("30/40（75%）", ""), ("30/40 (75%)", "")),
        (measure("disclosure_rate", 0, 40), ("0/40（0%）", ""), ("0/40 (0%)", "")),
        (measure("disclosure_rate", 1, 30), ("1/30（3.3%）", ""), ("1/30 (3.3%)", "")),
        (
            measure("disclosure_rate", 18, 19),
            ("18/19（94.7%）", "分母较小，附 95% 区间"),
            ("18/19 (94.7%)", "Modest base, with 95% interval"),
        ),
        (
            measure("disclosure_rate", 7, 7),
            ("7/7", "分母小，只给分数"),
            ("7/7", "Small base, fraction only"),
        ),
        (
            measure("disclosure_rate", 0, 9),
            ("0/9", "分母小，只给分数"),
            ("0/9", "Small base, fraction only"),
        ),
        (
            measure("disclosure_rate", 0, 0),
            ("没有办结的申请，不计算", "没有办结的申请，不计算"),
            ("No requests decided, not calculated", "No requests decided, not calculated"),
        ),
        (
            measure("natural_person_share", 0, 0),
            ("无申请，不计算", "无申请，不计算"),
            ("No requests, not calculated", "No requests, not calculated"),
        ),
        (
            measure("reconsideration_correction_rate", 0, 0),
            ("无已结案件，不计算", "无已结案件，不计算"),
            ("No decided cases, not calculated", "No decided cases, not calculated"),
        ),
        (
            UNREAD,
            ("无法判断", "有单元格空白或未能读取"),
            ("not assessable", "A cell is blank or could not be read"),
        ),
        (
            measure("disclosure_rate", 8, 7),
            ("无法判断", "报告中的分子大于分母"),
            ("not assessable", "In the report the numerator exceeds the denominator"),
        ),
        (
            measure("disputes_per_100_requests", 45, 30),
            ("45/30（每百件 150）", ""),
            ("45/30 (150 per 100)", ""),
        ),
        (
            measure("disputes_per_100_requests", 1, 7),
            ("1/7", "分母小，只给分数"),
            ("1/7", "Small base, fraction only"),
        ),
        (measure("requests_received", 12345, None), ("12,345", ""), ("12,345", "")),
        (measure("requests_received", 0, None), ("0", ""), ("0", "")),
    ],
)
def test_a_measure_in_words(found: Measure, zh: tuple[str, str], en: tuple[str, str]) -> None:
    assert shown(found, "zh") == zh
    assert shown(found, "en") == en


@pytest.mark.parametrize("n", range(10))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_rate_is_shown_on_a_small_base(n: int, lang: Lang) -> None:
    for k in range(n + 1):
        found = measure("disclosure_rate", k, n)
        assert "%" not in fraction(found, translator(lang), lang)
        assert rate(found, translator(lang)) == ""
        assert interval(found) == ""


@pytest.mark.parametrize(("n", "given"), [(9, False), (10, True), (29, True), (30, False)])
def test_an_interval_stands_beside_a_rate_between_the_thresholds(n: int, given: bool) -> None:
    found = measure("disclosure_rate", n // 2, n)
    assert bool(interval(found)) == given
    assert ("区间" in fraction(found, translator("zh"), "zh", spread=True)) == given
    assert ("区间" in rate(found, translator("zh"))) == given


def test_the_thresholds_are_those_of_the_settings() -> None:
    found = measure("disclosure_rate", 2, 4, Thresholds(rate=3, plain=4))
    assert fraction(found, translator("zh"), "zh", spread=True) == "2/4（50%）"


def test_the_interval_is_wilsons() -> None:
    found = measure("disclosure_rate", 18, 19)
    assert interval(found) == "75.4–99.1%"
    expected = "18/19（94.7%，95% 区间 75.4–99.1%）"
    assert fraction(found, translator("zh"), "zh", spread=True) == expected


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (999, "999", "999"),
        (1251, "1251", "1,251"),
        (12510, "12,510", "12,510"),
        (-12510, "-12,510", "-12,510"),
    ],
)
def test_thousands_are_parted_as_each_language_does(value: int, zh: str, en: str) -> None:
    assert (grouped(value, "zh"), grouped(value, "en")) == (zh, en)


def test_the_base_of_a_count_is_empty() -> None:
    assert base(measure("requests_received", 5, None), "zh") == ""
    assert base(measure("disclosure_rate", 0, 0), "zh") == ""
    assert base(measure("disclosure_rate", 1200, 2400), "en") == "1,200/2,400"
