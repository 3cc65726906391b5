"""Provinces compared: pooled numbers, never means of rates."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.metrics import METRICS
from generator.model import Measure, MeasureStatus
from generator.pages.base import View
from generator.pages.numbers import fraction, interval, joined, remark


@dataclass(frozen=True, slots=True)
class GroupValue:
    """A province's pooled value of a metric, and of how many reports it is made."""

    name: str
    reports: int
    value: str
    interval: str
    remark: str


Groups = dict[tuple[str, int], tuple[GroupValue, ...]]


def by_province(view: View) -> Groups:
    """The provinces' values by metric and year, in the order of the division codes."""
    from generator.metrics.frame import pooled_by, table  # noqa: PLC0415 - pandas takes a second

    frame = table(view.survey.compared)
    pooled = pooled_by(frame, ["year", "province"], view.survey.settings.thresholds)
    found: dict[tuple[str, int], list[GroupValue]] = {}
    for row in pooled.to_dict("records"):
        key = (str(row["metric"]), int(str(row["year"])))
        found.setdefault(key, []).append(_value(view, {str(k): v for k, v in row.items()}))
    return {key: tuple(values) for key, values in found.items()}


def _value(view: View, row: dict[str, object]) -> GroupValue:
    measure = _measure(row)
    members = (
        dossier
        for dossier in view.survey.of_year(int(str(row["year"])))
        if dossier.report.body.province == row["province"]
    )
    return GroupValue(
        name=str(row["province"]) or view.t("townships.no_province"),
        reports=int(str(row["reports"])),
        value=fraction(measure, view.t, view.lang),
        interval=interval(measure),
        remark=joined(view.t, remark(measure, view.t), view.broken_note(members)),
    )


def _measure(row: dict[str, object]) -> Measure:
    """A row of the table as a measure; pandas writes what is not known as NaN."""
    metric = METRICS[str(row["metric"])]
    known = dict(_numbers(row))
    whole = {name: int(value) for name, value in known.items() if name in _WHOLE}
    return Measure(
        metric.key,
        MeasureStatus(str(row["status"])),
        whole.get("numerator"),
        whole.get("denominator") if metric.denominator else None,
        known.get("value"),
        known.get("low"),
        known.get("high"),
    )


_WHOLE = ("numerator", "denominator")


def _numbers(row: dict[str, object]) -> Iterator[tuple[str, float]]:
    for name in (*_WHOLE, "value", "low", "high"):
        value = float(str(row[name]))
        if value == value:  # noqa: PLR0124 - NaN alone differs from itself
            yield name, value
