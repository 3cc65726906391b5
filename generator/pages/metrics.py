"""The list of metrics, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.charts import Chart
from generator.metrics import METRICS, Metric, pooled
from generator.model import Dossier, Measure
from generator.pages.base import Crumb, Page, PlaceName, View, metric_path, report_path
from generator.pages.figures import disputes, figure, metric_chart, outcomes
from generator.pages.groups import Groups, GroupValue, by_province
from generator.pages.numbers import fraction, interval, joined, remark
from generator.pages.parts import Fact


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric in a list, with its formula and its pooled value."""

    title: str
    path: str
    formula: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricsPage(Page):
    """All metrics."""

    template: ClassVar[str] = "pages/metrics.html"

    year: int | None
    rows: tuple[MetricLine, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A measure as a table shows it."""

    value: str
    interval: str
    remark: str


@dataclass(frozen=True, slots=True)
class TownshipValue:
    """A township's value of a metric."""

    place: PlaceName
    path: str
    flagged: bool
    value: str
    interval: str
    remark: str


@dataclass(frozen=True, slots=True)
class MetricYear:
    """A metric in one year: the chart, every township, and all of them pooled."""

    year: int
    heading: str
    caption: str
    figure: str
    rows: tuple[TownshipValue, ...]
    pooled: Value | None
    provinces: tuple[GroupValue, ...]
    flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPage(Page):
    """One metric."""

    template: ClassVar[str] = "pages/metric.html"

    meaning: str
    facts: tuple[Fact, ...]
    is_count: bool
    years: tuple[MetricYear, ...]
    thresholds: str


def metrics_page(view: View) -> Iterator[Page]:
    """The list of metrics with their pooled values in the main year."""
    t, year = view.t, view.survey.main_year
    yield MetricsPage(
        links=view.links("/metrics/"),
        title=t("metrics.title"),
        description=t("metrics.lead"),
        section="compare",
        crumbs=(Crumb(t("nav.compare"), "/compare/"),),
        year=year,
        rows=tuple(
            MetricLine(
                metric.title.in_(view.lang),
                metric_path(metric.key),
                metric.formula.in_(view.lang),
                fraction(
                    _pooled(view, metric, view.survey.of_year(year)), t, view.lang, spread=True
                ),
            )
            for metric in METRICS.values()
        ),
    )


def metric_pages(view: View) -> Iterator[Page]:
    """A page for each metric."""
    groups = by_province(view)
    for metric in METRICS.values():
        yield _metric(view, metric, groups)


def metric_charts(view: View) -> Iterator[Chart]:
    """Every chart of home, comparison and metric pages."""
    for year in view.survey.years:
        yield outcomes(view, year)
        yield disputes(view, year)
        for metric in METRICS.values():
            yield metric_chart(view, metric, year)


def years_of(view: View) -> tuple[int, ...]:
    """The years in the order of comparisons: that with the most reports, then the latest first."""
    main = view.survey.main_year
    return tuple(sorted(view.survey.years, key=lambda year: (year != main, -year)))


def threshold_text(view: View) -> str:
    """The thresholds for small numbers in force, as a sentence."""
    thresholds = view.survey.settings.thresholds
    return view.t("measure.thresholds", rate=thresholds.rate, plain=thresholds.plain)


def _pooled(view: View, metric: Metric, dossiers: tuple[Dossier, ...]) -> Measure:
    measures = [dossier.measures[metric.key] for dossier in dossiers]
    return pooled(metric, measures, view.survey.settings.thresholds)


def _metric(view: View, metric: Metric, groups: Groups) -> MetricPage:
    t = view.t
    links = view.links(metric_path(metric.key))
    facts = [Fact(t("metrics.formula"), metric.formula.in_(view.lang))]
    if metric.denominator:
        facts.append(Fact(t("metrics.denominator"), metric.denominator.text().in_(view.lang)))
    facts.append(Fact(t("metrics.caveat"), metric.caveat.in_(view.lang)))
    facts.append(Fact(t("metrics.id"), metric.key, code=True))
    return MetricPage(
        links=links,
        title=metric.title.in_(view.lang),
        description=metric.meaning.in_(view.lang),
        section="compare",
        crumbs=(Crumb(t("nav.compare"), "/compare/"), Crumb(t("nav.metrics"), "/metrics/")),
        meaning=metric.meaning.in_(view.lang),
        facts=tuple(facts),
        is_count=metric.denominator is None,
        years=tuple(
            _metric_year(view, metric, year, groups.get((metric.key, year), ()))
            for year in years_of(view)
        ),
        thresholds=threshold_text(view),
    )


def _metric_year(
    view: View, metric: Metric, year: int, provinces: tuple[GroupValue, ...]
) -> MetricYear:
    dossiers = view.survey.of_year(year)
    links = view.links(metric_path(metric.key))
    title = metric.title.in_(view.lang)
    return MetricYear(
        year=year,
        heading=view.t("metric.year", year=year),
        caption=view.t("metric.caption", metric=title, year=year),
        figure=figure(view, links, metric_chart(view, metric, year), 3),
        rows=tuple(_township_value(view, metric, dossier) for dossier in dossiers),
        pooled=_value(view, _pooled(view, metric, dossiers), view.broken_note(dossiers)),
        provinces=provinces if len(provinces) > 1 else (),
        flagged=any(dossier.unbalanced for dossier in dossiers),
    )


def _value(view: View, measure: Measure, note: str = "") -> Value:
    shown = fraction(measure, view.t, view.lang)
    return Value(shown, interval(measure), joined(view.t, remark(measure, view.t), note))


def _township_value(view: View, metric: Metric, dossier: Dossier) -> TownshipValue:
    found = _value(view, dossier.measures[metric.key])
    return TownshipValue(
        place=view.place(dossier.report.body),
        path=report_path(dossier),
        flagged=dossier.unbalanced,
        value=found.value,
        interval=found.interval,
        remark=found.remark,
    )
