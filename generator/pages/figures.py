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
    csv_bytes,
    figure_html,
    figure_js,
)
from generator.links import Links
from generator.metrics import Metric, Sum
from generator.model import Dossier, MeasureStatus, NotAssessable, Number
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
    t = view.t
    return Chart(
        id=f"outcomes-{year}-{view.lang}",
        kind="bars",
        title=t("chart.outcomes_title", year=year),
        subtitle=t("chart.outcomes_subtitle"),
        source=t("chart.source"),
        lang=view.lang,
        series=tuple(Series(tone, t(f"outcome_group.{tone}"), tone) for tone in _GROUPS),
        rows=tuple(_outcome_row(view, dossier) for dossier in view.survey.of_year(year)),
        rows_label=t("word.township"),
        notes_label=t("chart.outcomes_note"),
        total_label=t("chart.decided"),
        mark_label=t("metric.flagged"),
    )


def _outcome_row(view: View, dossier: Dossier) -> Row:
    edition = dossier.report.tables["requests"].edition
    values: list[Number | None] = []
    for keys in _GROUPS.values():
        plus, _ = Sum(tuple(f"requests.{key}.total" for key in keys)).cells(edition)
        values.append(_sum(dossier, plus))
    row = _row(view, dossier, tuple(values), base(dossier.measures["disclosure_rate"], view.lang))
    return (
        row if any(values) or None in values else replace(row, empty=view.t("chart.none_decided"))
    )


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
    """A metric of a year, by township: counts, with k of n beside them where it is a rate."""
    t = view.t
    is_count = metric.denominator is None
    title = metric.title.in_(view.lang)
    return Chart(
        id=f"metric-{metric.key}-{year}-{view.lang}",
        kind="bars",
        title=t("chart.metric_title", metric=title, year=year),
        subtitle=t(
            "chart.metric_count" if is_count else "chart.metric_subtitle",
            what=metric.numerator.text().in_(view.lang),
        ),
        source=t("chart.source"),
        lang=view.lang,
        series=(Series(metric.key, t("chart.count") if is_count else t("chart.numerator")),),
        rows=tuple(_metric_row(view, metric, dossier) for dossier in view.survey.of_year(year)),
        rows_label=t("word.township"),
        notes_label="" if is_count else t("metric.fraction"),
        mark_label=t("metric.flagged"),
    )


def _metric_row(view: View, metric: Metric, dossier: Dossier) -> Row:
    measure = dossier.measures[metric.key]
    if measure.status is MeasureStatus.NO_DENOMINATOR:
        row = _row(view, dossier, (None,), "")
        return replace(row, empty=fraction(measure, view.t, view.lang))
    return _row(view, dossier, (measure.numerator,), base(measure, view.lang))


def township_outcomes(view: View, township_dossiers: tuple[Dossier, ...], township: str) -> Chart:
    """The outcomes of one township over its years."""
    t = view.t
    rows = tuple(
        replace(_outcome_row(view, dossier), label=view.year(dossier), sub="")
        for dossier in township_dossiers
    )
    return Chart(
        id=f"township-{township}-{view.lang}",
        kind="bars",
        title=t("chart.township_title"),
        subtitle=t("chart.outcomes_subtitle"),
        source=t("chart.source"),
        lang=view.lang,
        series=tuple(Series(tone, t(f"outcome_group.{tone}"), tone) for tone in _GROUPS),
        rows=rows,
        rows_label=t("word.year"),
        notes_label=t("chart.outcomes_note"),
        total_label=t("chart.decided"),
        mark_label=t("metric.flagged"),
    )


def _sum(dossier: Dossier, cells: tuple[str, ...]) -> Number | None:
    try:
        return dossier.report.total(cells)
    except NotAssessable:
        return None


def _row(view: View, dossier: Dossier, values: tuple[Number | None, ...], note: str) -> Row:
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
