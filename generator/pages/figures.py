"""The comparison charts, as values that the charts package can write in all its forms."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.charts import (
    Chart,
    ChartLinks,
    ChartWords,
    Row,
    Series,
    Tone,
    Value,
    csv_bytes,
    figure_html,
    figure_js,
)
from generator.links import Links
from generator.metrics import Metric, Sum
from generator.model import Dossier, MeasureStatus, NotAssessable, Number, Township
from generator.pages.base import View, report_path
from generator.pages.numbers import base, fraction

_GROUPS: dict[Tone, tuple[str, ...]] = {
    "granted": ("granted",),
    "partly": ("partly_granted",),
    "unavailable": ("unavailable",),
    "withheld": ("withheld",),
    "other": ("not_handled", "closed"),
}
_CASES = {
    "reconsideration": ("appeals.reconsideration.total",),
    "suits": ("appeals.suit_direct.total", "appeals.suit_after_reconsideration.total"),
}


def chart_files(view: View, charts: Iterable[Chart]) -> Iterator[tuple[str, bytes]]:
    """The files that belong to charts: exactly what is shown as CSV, and the interactive figure."""
    for chart in charts:
        yield f"charts/{chart.id}.csv", csv_bytes(chart, words(view))
        yield f"charts/{chart.id}.js", figure_js(chart, words(view))


def figure(view: View, links: Links, chart: Chart, level: int = 2) -> str:
    """A chart as HTML for the page at `links`."""
    rows = tuple(replace(row, href=links.page(row.href) if row.href else "") for row in chart.rows)
    files = ChartLinks(
        csv=links.file(f"charts/{chart.id}.csv"), figure=links.file(f"charts/{chart.id}.js")
    )
    return figure_html(replace(chart, rows=rows), words(view), files, level)


def words(view: View) -> ChartWords:
    """The words around every chart."""
    return ChartWords(**{name: view.t(f"chart.{name}") for name in ChartWords.__slots__})


def outcomes(view: View, year: int) -> Chart:
    """What became of the requests decided in a year, by township, as counts."""
    chart = _outcomes(view, f"outcomes-{year}-{view.lang}", view.survey.of_year(year))
    return replace(chart, title=view.t("chart.outcomes_title", year=year))


def township_outcomes(view: View, township: Township) -> Chart:
    """The outcomes of one township over its years."""
    chart = _outcomes(view, f"township-{township.id}-{view.lang}", township.shown)
    years = [view.year(dossier) for dossier in township.shown]
    rows = (replace(row, label=year, sub="") for row, year in zip(chart.rows, years, strict=True))
    title = view.t("chart.township_title")
    subtitle = view.t("chart.township_subtitle")
    label = view.t("word.year")
    return replace(chart, title=title, subtitle=subtitle, rows=tuple(rows), rows_label=label)


def _outcomes(view: View, id_: str, dossiers: tuple[Dossier, ...]) -> Chart:
    t = view.t
    return Chart(
        id=id_,
        kind="bars",
        title="",
        subtitle=t("chart.outcomes_subtitle"),
        source=t("chart.source"),
        lang=view.lang,
        series=tuple(Series(tone, t(f"outcome_group.{tone}"), tone) for tone in _GROUPS),
        rows=tuple(_outcome_row(view, dossier) for dossier in dossiers),
        rows_label=t("word.township"),
        notes_label=t("chart.outcomes_note"),
        total_label=t("chart.decided"),
        mark_label=t("metric.flagged"),
        printed_totals=True,
    )


def _outcome_row(view: View, dossier: Dossier) -> Row:
    """A bar of the outcomes; the number at its end is the printed total, not their sum."""
    edition = dossier.report.tables["requests"].edition
    values: list[Number | None] = []
    for keys in _GROUPS.values():
        plus, _ = Sum(tuple(f"requests.{key}.total" for key in keys)).cells(edition)
        values.append(_sum(dossier, plus))
    total = _sum(dossier, ("requests.processed.total",))
    row = _row(view, dossier, tuple(values), base(dossier.measures["disclosure_rate"], view.lang))
    if total is None:
        return replace(row, empty=view.t("chart.no_total"))
    nothing = total == 0 and not any(values)
    empty = view.t("chart.none_decided") if nothing else row.empty
    return replace(row, printed_total=total, empty=empty)


def disputes(view: View, year: int) -> Chart:
    """Reconsiderations and suits of a year, by township, as counts."""
    t = view.t
    return Chart(
        id=f"disputes-{year}-{view.lang}",
        kind="bars",
        title=t("chart.disputes_title", year=year),
        subtitle=t("chart.disputes_subtitle"),
        source=t("chart.source"),
        lang=view.lang,
        series=(
            Series("reconsideration", t("chart.reconsiderations"), "accent"),
            Series("suits", t("chart.suits"), "grey"),
        ),
        rows=tuple(
            _row(view, dossier, tuple(_sum(dossier, cells) for cells in _CASES.values()), "")
            for dossier in view.survey.of_year(year)
        ),
        rows_label=t("word.township"),
        total_label=t("chart.cases"),
        mark_label=t("metric.flagged"),
    )


def metric_chart(view: View, metric: Metric, year: int) -> Chart:
    """A metric of a year, by township: rates where two or more may be shown, else counts."""
    dossiers = view.survey.of_year(year)
    rated = [d for d in dossiers if d.measures[metric.key].value is not None]
    if metric.kind == "rate" and len(rated) > 1:
        return _rates(view, metric, year, dossiers)
    return _counts(view, metric, year, dossiers)


def _counts(view: View, metric: Metric, year: int, dossiers: tuple[Dossier, ...]) -> Chart:
    t = view.t
    return Chart(
        id=f"metric-{metric.key}-{year}-{view.lang}",
        kind="bars",
        title=t("chart.count_title", what=_unbracketed(metric, view), year=year),
        subtitle=t("chart.count_subtitle" if metric.denominator else "chart.count_only"),
        source=t("chart.source"),
        lang=view.lang,
        series=(Series(metric.key, t("chart.count")),),
        rows=tuple(_count_row(view, metric, dossier) for dossier in dossiers),
        rows_label=t("word.township"),
        notes_label=t("metric.fraction") if metric.denominator else "",
        mark_label=t("metric.flagged"),
    )


def _unbracketed(metric: Metric, view: View) -> str:
    """The numerator in words, without the brackets that formulas need around a sum."""
    words = metric.numerator.text().in_(view.lang)
    several = len(metric.numerator.plus) + len(metric.numerator.minus) > 1
    plain = words[1:-1] if several else words
    return plain[0].upper() + plain[1:]


def _count_row(view: View, metric: Metric, dossier: Dossier) -> Row:
    measure = dossier.measures[metric.key]
    known = measure.status not in (MeasureStatus.NO_DENOMINATOR, MeasureStatus.NOT_ASSESSABLE)
    if known:
        return _row(view, dossier, (measure.numerator,), base(measure, view.lang))
    return replace(_row(view, dossier, (None,), ""), empty=fraction(measure, view.t, view.lang))


def _rates(view: View, metric: Metric, year: int, dossiers: tuple[Dossier, ...]) -> Chart:
    t = view.t
    return Chart(
        id=f"metric-{metric.key}-{year}-{view.lang}",
        kind="interval",
        title=t("chart.rate_title", metric=metric.title.in_(view.lang), year=year),
        subtitle=t("chart.rate_subtitle", formula=metric.formula.in_(view.lang)),
        source=t("chart.source"),
        lang=view.lang,
        series=(Series(metric.key, metric.title.in_(view.lang)),),
        rows=tuple(_rate_row(view, metric, dossier) for dossier in dossiers),
        rows_label=t("word.township"),
        notes_label=t("metric.fraction"),
        mark_label=t("metric.flagged"),
        percent=True,
    )


def _rate_row(view: View, metric: Metric, dossier: Dossier) -> Row:
    """The rate with its interval; where there is none, why, and k of n beside it."""
    measure = dossier.measures[metric.key]
    row = _row(view, dossier, (measure.value,), base(measure, view.lang))
    if measure.value is None:
        small = measure.status is MeasureStatus.SMALL_DENOMINATOR
        words = view.t("measure.small") if small else fraction(measure, view.t, view.lang)
        return replace(row, empty=words)
    return replace(row, low=measure.low, high=measure.high)


def _sum(dossier: Dossier, cells: tuple[str, ...]) -> Number | None:
    try:
        return dossier.report.total(cells)
    except NotAssessable:
        return None


def _row(view: View, dossier: Dossier, values: tuple[Value | None, ...], note: str) -> Row:
    place = view.place(dossier.report.body)
    unread = None in values
    return Row(
        label=place.name,
        sub=place.pinyin or place.where.rpartition(" › ")[2],
        values=values,
        href=report_path(dossier),
        note=note,
        empty=view.t("measure.not_assessable") if unread else "",
        marked=dossier.unbalanced,
    )
