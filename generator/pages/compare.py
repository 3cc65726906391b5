"""All townships of a year side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.metrics import METRICS
from generator.model import Dossier
from generator.pages.base import NamedLink, Page, PlaceName, View, metric_path, report_path
from generator.pages.figures import disputes, figure, outcomes
from generator.pages.metrics import threshold_text, years_of
from generator.pages.numbers import Lines, lines


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A township over all metrics."""

    place: PlaceName
    path: str
    flagged: bool
    values: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class CompareYear:
    """All townships of one year."""

    year: int
    heading: str
    caption: str
    figures: tuple[str, ...]
    rows: tuple[CompareRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Page):
    """All townships side by side, year by year."""

    template: ClassVar[str] = "pages/compare.html"

    metrics: tuple[NamedLink, ...]
    years: tuple[CompareYear, ...]
    thresholds: str


def compare(view: View) -> Iterator[Page]:
    """The comparison page."""
    t = view.t
    yield ComparePage(
        links=view.links("/compare/"),
        title=t("compare.title"),
        description=t("compare.lead"),
        section="compare",
        metrics=tuple(
            NamedLink(metric.title.in_(view.lang), metric_path(metric.key))
            for metric in METRICS.values()
        ),
        years=tuple(_year(view, year) for year in years_of(view)),
        thresholds=threshold_text(view),
    )


def _year(view: View, year: int) -> CompareYear:
    dossiers = view.survey.of_year(year)
    links = view.links("/compare/")
    charts = (outcomes(view, year), disputes(view, year))
    return CompareYear(
        year=year,
        heading=view.t("compare.year", year=year),
        caption=view.t("compare.caption", n=len(dossiers)),
        figures=tuple(figure(view, links, chart, 3) for chart in charts),
        rows=tuple(_row(view, dossier) for dossier in dossiers),
    )


def _row(view: View, dossier: Dossier) -> CompareRow:
    return CompareRow(
        place=view.place(dossier.report.body),
        path=report_path(dossier),
        flagged=dossier.unbalanced,
        values=tuple(lines(dossier.measures[key], view.t, view.lang) for key in METRICS),
    )
