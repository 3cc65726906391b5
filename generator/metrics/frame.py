"""Measures as a pandas table, for comparing groups. Import it only where pandas is wanted."""

from collections.abc import Hashable, Iterable
from dataclasses import asdict
from decimal import Decimal

import pandas as pd

from generator.metrics.calculation import NO_REPORTS, THRESHOLDS, judged
from generator.metrics.registry import METRICS
from generator.model import Dossier, Measure, MeasureStatus
from generator.settings import Thresholds

_FIGURES = ["numerator", "denominator", "value", "low", "high"]
COLUMNS = [
    *("report", "township", "year", "county", "city", "province"),
    *("metric", *_FIGURES, "status"),
]


def table(dossiers: Iterable[Dossier]) -> pd.DataFrame:
    """One row per report and metric; what is not known is NaN."""
    rows = [
        _place(dossier) | _figures(found)
        for dossier in dossiers
        for found in dossier.measures.values()
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"year": "Int64"} | dict.fromkeys(_FIGURES, "float64"))


def pooled_by(
    frame: pd.DataFrame, by: list[str], thresholds: Thresholds = THRESHOLDS
) -> pd.DataFrame:
    """Σk/Σn for each group and metric, under the same rules for small numbers.

    `reports` counts the reports that could be used; a group keeps its row when there are none.
    """
    usable = frame["status"] != MeasureStatus.NOT_ASSESSABLE.value
    known = frame.assign(
        reports=usable.astype(int),
        numerator=frame["numerator"].where(usable),
        denominator=frame["denominator"].where(usable),
    )
    grouped = known.groupby([*by, "metric"], dropna=False, sort=False)
    sums = grouped[["reports", "numerator", "denominator"]].sum().reset_index()
    rows = [
        {name: row[name] for name in (*by, "reports")} | _figures(_pooled(row, thresholds))
        for row in sums.to_dict("records")
    ]
    pooled = pd.DataFrame(rows, columns=[*by, "reports", "metric", *_FIGURES, "status"])
    return pooled.astype(dict.fromkeys(_FIGURES, "float64"))


def _pooled(row: dict[Hashable, object], thresholds: Thresholds) -> Measure:
    metric = METRICS[str(row["metric"])]
    if not row["reports"]:
        return Measure(metric.key, MeasureStatus.NOT_ASSESSABLE, reason=NO_REPORTS)
    k, n = Decimal(str(row["numerator"])), Decimal(str(row["denominator"]))
    return judged(metric, k, n if metric.denominator else None, thresholds)


def _place(dossier: Dossier) -> dict[str, object]:
    report = dossier.report
    return {
        "report": report.id,
        "township": report.township,
        "year": report.year,
        "county": report.body.county,
        "city": report.body.city,
        "province": report.body.province,
    }


def _figures(found: Measure) -> dict[str, object]:
    known = asdict(found)
    numbers = {name: None if known[name] is None else float(known[name]) for name in _FIGURES}
    return {"metric": found.metric, **numbers, "status": found.status.value}
