"""A page for each body, with all its reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.charts import Chart
from generator.model import BodyKind, Dossier, Township
from generator.pages.area_pages import DIRECTORY, area_path
from generator.pages.base import (
    Crumb,
    NamedLink,
    Page,
    PlaceName,
    View,
    metric_path,
    once,
    report_path,
    township_path,
)
from generator.pages.candidates import Candidate, candidates, why_no_code
from generator.pages.causes import CauseCard, all_cards
from generator.pages.citation import cited_township, downloads, other_files
from generator.pages.figures import figure, own_file
from generator.pages.neighbours import Neighbours, neighbours
from generator.pages.numbers import fraction
from generator.pages.outcome_charts import township_outcomes
from generator.pages.parts import Glance, rate_glance
from generator.pages.sentence import year_sentence
from generator.pages.series_notes import series_notes
from generator.pages.tables import year_rows
from generator.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class TownshipYear:
    """One year of a township; `findings` is where on the page they stand."""

    label: str
    heading: str
    findings: str
    sentence: str
    glance: tuple[Glance, ...]
    report_path: str
    causes: tuple[CauseCard, ...]
    cause_count: int
    unbalanced: bool
    others: tuple[NamedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TownshipPage(Page):
    """One body with all its reports."""

    template: ClassVar[str] = "pages/township.html"

    id: str
    place: PlaceName
    code: str
    kind: BodyKind
    resolution: str
    note: str
    why_no_code: str
    candidates: tuple[Candidate, ...]
    notes: tuple[str, ...]
    years: tuple[TownshipYear, ...]
    figures: tuple[str, ...]
    interactive: bool
    metrics: str
    neighbours: Neighbours
    downloads: tuple[NamedLink, ...]
    citation: str


def township_pages(view: View) -> Iterator[Page]:
    """A page for each body."""
    for township in view.survey.townships:
        yield _township(view, township)


def _township(view: View, township: Township) -> TownshipPage:
    t, body = view.t, township.main
    place = view.place(body)
    links = view.links(township_path(township.id))
    newest_first = tuple(reversed(township.shown))
    title = " ".join(filter(None, (place.name, place.pinyin)))
    chart, interactive = _chart(view, township.id), _compares_years(township)
    around = view.surroundings[township.id]
    return TownshipPage(
        links=links,
        title=f"{title}（{place.where}）" if place.where and view.lang == "zh" else title,
        description=t("township.description", name=place.name, where=place.where),
        section="townships",
        crumbs=tuple(_crumbs(view, around)),
        id=township.id,
        place=place,
        code=body.division_code,
        kind=body.kind,
        resolution=body.resolution,
        note=township.dossiers[-1].report.source.note,
        why_no_code=why_no_code(view, body),
        candidates=tuple(candidates(view, body)),
        notes=tuple(series_notes(view, township)),
        years=tuple(_year(view, township, dossier) for dossier in newest_first),
        figures=(figure(view, links, chart, own_file(view, chart) if interactive else None),),
        interactive=interactive,
        metrics=year_rows(view, links, newest_first),
        neighbours=neighbours(view, links, township),
        downloads=downloads(view, township.id, body),
        citation=cited_township(view, township),
    )


def township_charts(view: View) -> Iterator[Chart]:
    """The charts of township pages, whose files are written beside the pages."""
    for township in view.survey.townships:
        if _compares_years(township):
            yield _chart(view, township.id)


@once
def _chart(view: View, township: str) -> Chart:
    """The chart of a township, for its page and for its file."""
    return township_outcomes(view, view.townships[township])


def _compares_years(township: Township) -> bool:
    """Whether the chart of a township has several bars; a single one needs no file."""
    return len(township.shown) > 1


def _crumbs(view: View, around: Surroundings) -> Iterator[Crumb]:
    """The way through the directory."""
    yield Crumb(view.t("nav.townships"), DIRECTORY.base)
    for region in around.listed_in:
        yield Crumb(view.area(region).spoken, area_path(DIRECTORY.base, region))


def _year(view: View, township: Township, dossier: Dossier) -> TownshipYear:
    t = view.t
    label = view.year(dossier)
    count = dossier.measures
    path = report_path(dossier)
    return TownshipYear(
        label=label,
        heading=t("township.year", year=label),
        findings=f"findings-{dossier.report.year or 'undated'}",
        sentence=year_sentence(view, dossier),
        glance=(
            Glance(
                fraction(count["requests_received"], t, view.lang),
                t("glance.received"),
                f"{path}#requests.received.total",
            ),
            Glance(
                fraction(count["requests_processed"], t, view.lang),
                t("glance.processed"),
                f"{path}#requests.processed.total",
            ),
            rate_glance(
                view,
                count["disclosure_rate"],
                t("glance.disclosed"),
                metric_path("disclosure_rate"),
            ),
            Glance(
                fraction(count["disputes"], t, view.lang), t("glance.disputes"), f"{path}#appeals"
            ),
        ),
        report_path=path,
        causes=all_cards(view, dossier.report.id),
        cause_count=len(dossier.causes) - dossier.withdrawn,
        unbalanced=dossier.unbalanced,
        others=other_files(view, township, dossier),
    )
