"""A metric of a year, by township or area."""

from collections.abc import Sequence
from functools import partial

from generator.charts import Chart, Row, Series
from generator.metrics import METRICS, Metric
from generator.model import MeasureStatus
from generator.pages.base import View, once
from generator.pages.sheets import Compared
from generator.pages.subjects import Shown, Subject, row, shown


def metric_chart(view: View, metric: Metric, compared: Compared) -> Chart:
    """Rates where two or more may be shown, else counts."""
    found = [shown(view, subject, metric.key) for subject in compared.rows]
    if metric.kind == "rate" and sum(one.measure.value is not None for one in found) > 1:
        return _rates(view, metric, compared, found)
    return _counts(view, metric, compared, found)


def _counts(view: View, metric: Metric, compared: Compared, found: Sequence[Shown]) -> Chart:
    t = view.t
    title = t("chart.count_title", what=_unbracketed(view, metric.key), year=compared.year)
    subtitle = t("chart.count_subtitle" if metric.denominator else "chart.count_only")
    return Chart(
        id=compared.id(view, f"metric-{metric.key}"),
        kind="bars",
        title=compared.title(view, title),
        subtitle=compared.subtitle(view, subtitle),
        source=t("chart.source"),
        lang=view.lang,
        series=(Series(metric.key, t("chart.count")),),
        rows=tuple(map(partial(_count_row, view), compared.rows, found)),
        rows_label=compared.label(view),
        notes_label=t("metric.fraction") if metric.denominator else "",
        mark_label=t("metric.flagged"),
    )


@once
def _unbracketed(view: View, key: str) -> str:
    """The numerator in words, without the brackets that formulas need around a sum."""
    metric = METRICS[key]
    words = metric.numerator.text().in_(view.lang)
    several = len(metric.numerator.plus) + len(metric.numerator.minus) > 1
    plain = words[1:-1] if several else words
    return plain[0].upper() + plain[1:]


def _count_row(view: View, subject: Subject, found: Shown) -> Row:
    status, k = found.measure.status, found.measure.numerator
    if status in (MeasureStatus.NO_DENOMINATOR, MeasureStatus.NOT_ASSESSABLE):
        return row(view, subject, (None,), "")._replace(empty=found.value)
    return row(view, subject, (k,), found.base)


def _rates(view: View, metric: Metric, compared: Compared, found: Sequence[Shown]) -> Chart:
    t = view.t
    title = t("chart.rate_title", metric=metric.title.in_(view.lang), year=compared.year)
    subtitle = _rate_subtitle(view, metric.key)
    return Chart(
        id=compared.id(view, f"metric-{metric.key}"),
        kind="interval",
        title=compared.title(view, title),
        subtitle=compared.subtitle(view, subtitle),
        source=t("chart.source"),
        lang=view.lang,
        series=(Series(metric.key, metric.title.in_(view.lang)),),
        rows=tuple(map(partial(_rate_row, view), compared.rows, found)),
        rows_label=compared.label(view),
        notes_label=t("metric.fraction"),
        mark_label=t("metric.flagged"),
        percent=True,
    )


@once
def _rate_subtitle(view: View, key: str) -> str:
    return view.t("chart.rate_subtitle", formula=METRICS[key].formula.in_(view.lang))


def _rate_row(view: View, subject: Subject, found: Shown) -> Row:
    """The rate with its interval; where there is none, why, and k of n beside it."""
    measure = found.measure
    point = row(view, subject, (measure.value,), found.base)
    if measure.value is None:
        small = measure.status is MeasureStatus.SMALL_DENOMINATOR
        return point._replace(empty=view.t("measure.small") if small else found.value)
    if measure.low is None:
        return point
    return point._replace(low=measure.low, high=measure.high)
