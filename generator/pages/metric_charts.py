"""A metric of a year, by township or area."""

from functools import cache, lru_cache

from generator.bilingual import Lang
from generator.charts import Bar, Chart, Design, Series
from generator.messages import translator
from generator.metrics import METRICS, Metric
from generator.model import Measure, MeasureStatus
from generator.pages.base import View
from generator.pages.figures import rows_label, summed
from generator.pages.numbers import base, fraction
from generator.pages.sheets import Compared
from generator.pages.subjects import bar, row


def metric_chart(view: View, metric: Metric, compared: Compared) -> Chart:
    """Rates where two or more may be shown, else counts."""
    t = view.t
    found = [subject.measure(view, metric.key) for subject in compared.rows]
    if metric.kind == "rate" and sum([one.value is not None for one in found]) > 1:
        title = t("chart.rate_title", metric=metric.title.in_(view.lang), year=compared.year)
        design, draw = _rates(view.lang, metric.key, compared.areas), _rate_bar
    else:
        what = _unbracketed(view.lang, metric.key)
        title = t("chart.count_title", what=what, year=compared.year)
        design, draw = _counts(view.lang, metric.key, compared.areas), _count_bar
    return Chart(
        id=compared.id(view, f"metric-{metric.key}"),
        title=compared.title(view, title),
        design=design,
        rows=tuple(map(row, compared.rows, [draw(one, view.lang) for one in found])),
    )


@cache
def _counts(lang: Lang, key: str, areas: bool) -> Design:
    t, metric = translator(lang), METRICS[key]
    return Design(
        kind="bars",
        lang=lang,
        subtitle=summed(
            t, "chart.count_subtitle" if metric.denominator else "chart.count_only", areas
        ),
        source=t("chart.source"),
        series=(Series(key, t("chart.count")),),
        rows_label=rows_label(t, areas),
        notes_label=t("metric.fraction") if metric.denominator else "",
        mark_label=t("metric.flagged"),
    )


@cache
def _unbracketed(lang: Lang, key: str) -> str:
    """The numerator in words, without the brackets that formulas need around a sum."""
    metric = METRICS[key]
    words = metric.numerator.text().in_(lang)
    several = len(metric.numerator.plus) + len(metric.numerator.minus) > 1
    plain = words[1:-1] if several else words
    return plain[0].upper() + plain[1:]


@lru_cache(maxsize=4096)  # most numbers are small, and many reports have the same
def _count_bar(measure: Measure, lang: Lang) -> Bar:
    t, status = translator(lang), measure.status
    if status in (MeasureStatus.NO_DENOMINATOR, MeasureStatus.NOT_ASSESSABLE):
        return Bar((None,), empty=fraction(measure, t, lang))
    return bar(t, (measure.numerator,), base(measure, lang))


@cache
def _rates(lang: Lang, key: str, areas: bool) -> Design:
    t, metric = translator(lang), METRICS[key]
    return Design(
        kind="interval",
        lang=lang,
        subtitle=summed(t, "chart.rate_subtitle", areas, formula=metric.formula.in_(lang)),
        source=t("chart.source"),
        series=(Series(key, metric.title.in_(lang)),),
        rows_label=rows_label(t, areas),
        notes_label=t("metric.fraction"),
        mark_label=t("metric.flagged"),
        percent=True,
    )


@lru_cache(maxsize=4096)
def _rate_bar(measure: Measure, lang: Lang) -> Bar:
    """The rate with its interval; where there is none, why, and k of n beside it."""
    t, note = translator(lang), base(measure, lang)
    if measure.value is None:
        small = measure.status is MeasureStatus.SMALL_DENOMINATOR
        return Bar((None,), note, t("measure.small") if small else fraction(measure, t, lang))
    if measure.low is None:
        return Bar((measure.value,), note)
    return Bar((measure.value,), note, low=measure.low, high=measure.high)
