"""Measures as a pandas table, for comparing groups of any kind.

A build adds areas up without it (`metrics.sums`): loading pandas alone takes half a second, and
adding up 40,000 reports with it five times as long. The tests hold the two against each other.
"""

from collections.abc import Hashable, Iterable
from decimal import Decimal

import pandas as pd

from generator.metrics.calculation import NO_REPORTS, THRESHOLDS, judged
from generator.metrics.registry import METRICS
from generator.model import Dossier, Measure, MeasureStatus, Number
from generator.settings import Thresholds

_PLACE = ["report", "township", "year", "county", "city", "province", "division_code"]
_FIGURES = ["numerator", "denominator", "value", "low", "high"]
COLUMNS = [*_PLACE, "metric", *_FIGURES, "status"]


def table(dossiers: Iterable[Dossier]) -> pd.DataFrame:
    """One row per report and metric; what is not known is NaN."""
    rows = [
        (*place, *_figures(found))
        for dossier in dossiers
        for place in [_place(dossier)]
        for found in dossier.measures.values()
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"year": "Int64"} | dict.fromkeys(_FIGURES, "float64"))


def pooled_by(
    frame: pd.DataFrame, by: list[str], thresholds: Thresholds = THRESHOLDS
) -> dict[tuple[Hashable, ...], tuple[int, Measure]]:
    """Σk/Σn by group and metric, under the same rules for small numbers, and of how many reports.

    A group is there also when none of its reports could be used.
    """
    usable = frame["status"] != MeasureStatus.NOT_ASSESSABLE.value
    known = frame.assign(
        reports=usable.astype(int),
        numerator=frame["numerator"].where(usable),
        denominator=frame["denominator"].where(usable),
    )
    groups = [*by, "metric"]
    grouped = known.groupby(groups, dropna=False, sort=False)
    sums = grouped[["reports", "numerator", "denominator"]].sum().reset_index()
    return {
        key: _pooled(str(key[-1]), int(reports), (k, n), thresholds)
        for *group, reports, k, n in sums.itertuples(index=False)
        for key in [tuple(group)]
    }


def _pooled(
    metric: str, reports: int, sums: tuple[float, float], rule: Thresholds
) -> tuple[int, Measure]:
    if not reports:
        return 0, Measure(metric, MeasureStatus.NOT_ASSESSABLE, reason=NO_REPORTS)
    k, n = map(_number, sums)
    below = n if METRICS[metric].denominator else None
    return reports, judged(METRICS[metric], k, below, rule)


def _number(sum_: float) -> Number:
    return int(sum_) if sum_.is_integer() else Decimal(str(sum_))


def _place(dossier: Dossier) -> tuple[object, ...]:
    report, body = dossier.report, dossier.report.body
    place = (body.county, body.city, body.province, body.division_code)
    return (report.id, report.township, report.year, *place)


def _figures(found: Measure) -> tuple[object, ...]:
    numbers = (found.numerator, found.denominator, found.value, found.low, found.high)
    floats = (None if number is None else float(number) for number in numbers)
    return (found.metric, *floats, found.status.value)
