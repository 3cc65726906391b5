"""Groups of reports: numerators and denominators are added, rates never averaged."""

from dataclasses import replace

import pytest

from generator.metrics import METRICS, measured
from generator.metrics.calculation import judged
from generator.metrics.frame import pooled_by, table
from generator.metrics.sums import NOTHING, added, sums_of
from generator.model import Dossier, Measure, MeasureStatus
from generator.settings import Thresholds
from generator.specimen import Specimen
from tests.export.samples import read_sample
from tests.rules.judged import read

SMALL = MeasureStatus.SMALL_DENOMINATOR
NONE = MeasureStatus.NO_DENOMINATOR
THRESHOLDS = Thresholds()


def pooled(metric: str, measures: list[Measure]) -> Measure:
    """A metric of some reports of which no other is known."""
    unknown = {key: Measure(key, MeasureStatus.NOT_ASSESSABLE) for key in METRICS}
    report = read(Specimen())
    known = (Dossier(report, (), {}, {**unknown, metric: one}) for one in measures)
    return added(map(sums_of, known)).measure(metric, THRESHOLDS)


def test_a_group_is_pooled_and_not_averaged() -> None:
    metric = METRICS["disclosure_rate"]
    known = [judged(metric, 9, 9, THRESHOLDS), judged(metric, 1, 31, THRESHOLDS)]
    unknown = Measure(metric.key, MeasureStatus.NOT_ASSESSABLE, 5, None, reason="blank")
    got = pooled(metric.key, [*known, unknown])
    assert (got.numerator, got.denominator, got.value) == (10, 40, 0.25)
    assert got.low is None


def test_a_group_stays_under_the_rules_for_small_numbers() -> None:
    metric = METRICS["disclosure_rate"]
    assert pooled(metric.key, [judged(metric, 2, 4, THRESHOLDS)] * 2).status is SMALL
    assert pooled(metric.key, [judged(metric, 0, 0, THRESHOLDS)] * 2).status is NONE
    nothing = NOTHING.measure(metric.key, THRESHOLDS)
    assert (nothing.status, nothing.reason) == (MeasureStatus.NOT_ASSESSABLE, "no_reports")


def test_a_count_is_pooled_by_adding() -> None:
    metric = METRICS["disputes"]
    got = pooled(metric.key, [judged(metric, 2, None, THRESHOLDS)] * 3)
    assert (got.status, got.value, got.denominator) == (MeasureStatus.OK, 6, None)


def dossier(stem: str, identifier: str, county: str) -> Dossier:
    report = replace(read_sample(stem), id=identifier, township=identifier[:9])
    report = replace(report, body=replace(report.body, county=county))
    return measured(Dossier(report, (), {}))


def test_the_table_has_one_row_per_report_and_metric() -> None:
    frame = table([dossier("jugezhuang-2023", "110118105-2023", "密云区")])
    assert list(frame["metric"]) == list(METRICS)
    row = frame[frame["metric"] == "carry_over_rate"].iloc[0]
    assert (row["report"], row["year"], row["county"]) == ("110118105-2023", 2023, "密云区")
    assert (row["numerator"], row["denominator"], row["value"]) == (1, 20, 0.05)


def test_groups_of_the_table_are_pooled() -> None:
    frame = table(
        [
            dossier("jugezhuang-2023", "110118105-2023", "甲县"),
            dossier("yujiawu-2023", "110112209-2023", "甲县"),
            dossier("heping-2023", "unresolved-heping-2023", ""),
        ]
    )
    groups = pooled_by(frame, ["county"])
    assert len(groups) == 2 * len(METRICS)
    reports, both = groups["甲县", "disclosure_rate"]
    assert (reports, both.numerator, both.denominator) == (2, 25, 26)
    assert both.value == pytest.approx(25 / 26)
    assert groups["", "disclosure_rate"][1].status is NONE
    assert groups["甲县", "requests_received"][1].value == 27


def test_areas_are_pooled_as_pandas_groups_them() -> None:
    known = [
        dossier("jugezhuang-2023", "110118105-2023", "密云区"),
        dossier("yujiawu-2023", "110112209-2023", "通州区"),
        dossier("chaiguan-2023", "130582203-2023", "沙河市"),
        dossier("heping-2023", "unresolved-heping-2023", ""),
    ]
    codes = {one.report.body.division_code for one in known}
    for digits in (2, 4, 6):
        frame = table(known)
        groups = pooled_by(frame.assign(area=frame["division_code"].str[:digits]), ["area"])
        areas = {code[:digits] for code in codes}
        assert len(groups) == len(areas) * len(METRICS)
        for area in areas:
            own = [one for one in known if one.report.body.division_code[:digits] == area]
            sums = added(map(sums_of, own))
            for metric in METRICS:
                found = sums.usable(metric), sums.measure(metric, THRESHOLDS)
                assert found == groups[area, metric]


def test_a_group_without_a_usable_report_is_still_there() -> None:
    report = read(Specimen(cells={"requests.processed.total": ""}))
    got = pooled_by(table([measured(Dossier(report, (), {}))]), ["year"])
    reports, found = got[report.year, "disclosure_rate"]
    assert (reports, found.status) == (0, MeasureStatus.NOT_ASSESSABLE)


def test_an_empty_table_has_no_groups() -> None:
    assert pooled_by(table([]), ["county"]) == {}
