"""All townships of a year side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.areas import Area
from generator.metrics import METRICS
from generator.pages.area_pages import COMPARISON, AreaLinks, area_crumbs
from generator.pages.base import NamedLink, Page, View, metric_path
from generator.pages.choice import Choice, choice
from generator.pages.figures import figure
from generator.pages.metrics import threshold_text
from generator.pages.outcome_charts import disputes, outcomes
from generator.pages.sheets import AreaSheet, Compared, around, compared, leading_on, sheets_of
from generator.pages.tables import all_rows


@dataclass(frozen=True, slots=True)
class CompareYear:
    """The townships, or the parts of an area, in one year; the rows of the table are HTML."""

    year: int
    heading: str
    caption: str
    figures: tuple[str, ...]
    areas: bool
    rows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Page):
    """Townships or areas side by side, year by year."""

    template: ClassVar[str] = "pages/compare.html"

    around: AreaLinks
    metrics: tuple[NamedLink, ...]
    choice: Choice | None
    years: tuple[CompareYear, ...]
    thresholds: str


def compare(view: View, area: Area) -> Iterator[Page]:
    """The pages on which an area is compared."""
    for sheet in sheets_of(view, area):
        yield _page(view, sheet)
    yield from leading_on(view, COMPARISON.base, area)


def _page(view: View, sheet: AreaSheet) -> ComparePage:
    t, base = view.t, COMPARISON.base
    return ComparePage(
        links=view.links(sheet.path(base)),
        title=sheet.title(view, t("compare.title")),
        description=t("compare.lead"),
        section="compare",
        crumbs=tuple(area_crumbs(view, base, t("compare.title"), sheet.area)),
        around=around(view, base, sheet),
        metrics=tuple(
            NamedLink(metric.title.in_(view.lang), sheet.path(metric_path(metric.key)))
            for metric in METRICS.values()
        ),
        choice=choice(view, sheet),
        years=tuple(_year(view, compared(view, base, sheet, year)) for year in sheet.years),
        thresholds=threshold_text(view),
    )


def _year(view: View, found: Compared) -> CompareYear:
    links = view.links(found.sheet.path(COMPARISON.base))
    charts = (outcomes(view, found), disputes(view, found))
    caption = "compare.caption_areas" if found.areas else "compare.caption"
    return CompareYear(
        year=found.year,
        heading=view.t("compare.year", year=found.year),
        caption=view.t(caption, n=len(found.rows)),
        figures=tuple(figure(view, links, chart, found.file(view, chart), 3) for chart in charts),
        areas=found.areas,
        rows=all_rows(view, links, found),
    )
