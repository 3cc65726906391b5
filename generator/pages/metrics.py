"""The list of metrics, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.areas import Area
from generator.links import Links
from generator.metrics import METRICS, Metric
from generator.metrics.sums import NOTHING
from generator.pages.area_pages import COMPARISON, AreaLinks, area_crumbs
from generator.pages.base import Crumb, Page, View, metric_path, once
from generator.pages.figures import figure
from generator.pages.metric_charts import metric_chart
from generator.pages.parts import LabelledFact
from generator.pages.sheets import (
    AreaSheet,
    Compared,
    around,
    compared,
    leading_on,
    parts,
    sheets_of,
)
from generator.pages.tables import metric_table, province_table, short


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric in a list, with its formula; its pooled value is the HTML of a cell."""

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
class MetricYear:
    """A metric in one year: the chart, every township or part of an area, all of them pooled.

    The tables are HTML; `provinces` is one that is given beside townships of several.
    """

    year: int
    heading: str
    figure: str
    table: str
    provinces: str
    flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPage(Page):
    """One metric."""

    template: ClassVar[str] = "pages/metric.html"

    meaning: str
    facts: tuple[LabelledFact, ...]
    around: AreaLinks
    years: tuple[MetricYear, ...]
    thresholds: str


def metrics_page(view: View, nation: Area) -> Iterator[Page]:
    """The list of metrics with their pooled values in the main year."""
    t, year = view.t, view.main_year
    sums = nation.totals.years[year] if year else NOTHING
    thresholds = view.survey.settings.thresholds
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
                short(sums.measure(metric.key, thresholds), view.lang),
            )
            for metric in METRICS.values()
        ),
    )


def metric_pages(view: View, area: Area) -> Iterator[Page]:
    """The pages of each metric in an area."""
    for metric in METRICS.values():
        for sheet in sheets_of(view, area):
            yield _metric(view, metric, sheet)
        yield from leading_on(view, metric_path(metric.key), area)


def threshold_text(view: View) -> str:
    """The thresholds for small numbers in force, as a sentence."""
    thresholds = view.survey.settings.thresholds
    return view.t("measure.thresholds", rate=thresholds.rate, plain=thresholds.plain)


def _metric(view: View, metric: Metric, sheet: AreaSheet) -> MetricPage:
    t, base = view.t, metric_path(metric.key)
    title = metric.title.in_(view.lang)
    links = view.links(sheet.path(base))
    return MetricPage(
        links=links,
        title=sheet.title(view, title),
        description=metric.meaning.in_(view.lang),
        section="compare",
        crumbs=(
            Crumb(t("nav.compare"), "/compare/"),
            Crumb(t("nav.metrics"), "/metrics/"),
            *area_crumbs(view, base, title, sheet.area),
        ),
        meaning=metric.meaning.in_(view.lang),
        facts=_facts(view, metric.key),
        around=around(view, base, sheet),
        years=tuple(
            _metric_year(view, links, metric, compared(view, base, sheet, year))
            for year in sheet.years
        ),
        thresholds=threshold_text(view),
    )


@once
def _facts(view: View, key: str) -> tuple[LabelledFact, ...]:
    t, metric = view.t, METRICS[key]
    facts = [LabelledFact(t("metrics.formula"), metric.formula.in_(view.lang))]
    if metric.denominator:
        facts.append(
            LabelledFact(t("metrics.denominator"), metric.denominator.text().in_(view.lang))
        )
    facts.append(LabelledFact(t("metrics.caveat"), metric.caveat.in_(view.lang)))
    facts.append(LabelledFact(t("metrics.id"), metric.key, code=True))
    return tuple(facts)


def _metric_year(view: View, links: Links, metric: Metric, found: Compared) -> MetricYear:
    t, year = view.t, found.year
    chart = metric_chart(view, metric, found)
    summed = "metric.caption_areas" if metric.denominator else "metric.caption_sums"
    caption = t(
        summed if found.areas else "metric.caption", metric=metric.title.in_(view.lang), year=year
    )
    return MetricYear(
        year=year,
        heading=t("metric.year", year=year),
        figure=figure(view, links, chart, found.file(view, chart), 3),
        table=metric_table(view, links, found, metric.key, caption),
        provinces=_provinces(view, metric, found),
        flagged=any(subject.flagged for subject in found.rows),
    )


def _provinces(view: View, metric: Metric, found: Compared) -> str:
    """The provinces of townships that are all on one page, if there are several."""
    area = found.sheet.area
    if found.areas or area.code or not area.parts or len(area.parts[0].code) != 2:
        return ""
    provinces = parts(view, COMPARISON.base, area, found.year)  # without links to pages of theirs
    return province_table(view, provinces, metric.key) if len(provinces) > 1 else ""
