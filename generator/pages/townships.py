"""The directory of all bodies, and a page for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.charts import Chart
from generator.metrics import METRICS
from generator.model import TOWNSHIP_KINDS, BodyKind, Dossier, Township
from generator.pages.base import (
    Crumb,
    NamedLink,
    Page,
    PlaceName,
    View,
    metric_path,
    report_path,
    township_path,
)
from generator.pages.candidates import Candidate, candidates, why_no_code
from generator.pages.causes import CauseCard, cause_cards
from generator.pages.citation import citation, downloads, other_files
from generator.pages.figures import figure
from generator.pages.numbers import Lines, fraction, lines
from generator.pages.outcome_charts import township_outcomes
from generator.pages.parts import Glance, rate_glance
from generator.pages.sentence import year_sentence
from generator.pages.series_notes import series_notes


@dataclass(frozen=True, slots=True)
class Listed:
    """A body in a list; `file` tells those apart that have no code."""

    place: PlaceName
    path: str
    code: str
    file: str
    years: str


@dataclass(frozen=True, slots=True)
class County:
    """The bodies of one county."""

    heading: str
    townships: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The counties of one province."""

    heading: str
    counties: tuple[County, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage(Page):
    """All bodies by province and county; it serves as the finder without JavaScript."""

    template: ClassVar[str] = "pages/townships.html"

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class TownshipYear:
    """One year of a township."""

    label: str
    heading: str
    sentence: str
    glance: tuple[Glance, ...]
    report_path: str
    causes: tuple[CauseCard, ...]
    cause_count: int
    unbalanced: bool
    others: tuple[NamedLink, ...]


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A metric over the years of a township."""

    title: str
    path: str
    values: tuple[Lines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TownshipPage(Page):
    """One body with all its reports."""

    template: ClassVar[str] = "pages/township.html"

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
    metrics: tuple[MetricRow, ...]
    neighbours: tuple[Listed, ...]
    county_known: bool
    downloads: tuple[NamedLink, ...]
    citation: str


def directory(view: View) -> Iterator[Page]:
    """The directory page."""
    t = view.t
    yield DirectoryPage(
        links=view.links("/townships/"),
        title=t("townships.title"),
        description=t("townships.lead", n=len(view.survey.townships)),
        section="townships",
        groups=tuple(_groups(view)),
    )


def _groups(view: View) -> Iterator[Group]:
    """Provinces in the order of their codes; unresolved bodies and other kinds have their own."""
    known = [x for x in view.survey.townships if _is_township(x) and x.main.division_code]
    unresolved = [x for x in view.survey.townships if _is_township(x) and not x.main.division_code]
    others = [x for x in view.survey.townships if not _is_township(x)]
    for province, members in groupby(known, key=lambda x: x.main.province):
        counties = groupby(members, key=lambda x: (x.main.city, x.main.county))
        yield Group(
            province or view.t("townships.no_province"),
            tuple(
                County(" › ".join(filter(None, names)), _listed_all(view, group))
                for names, group in counties
            ),
        )
    for key, bodies in (("unresolved", unresolved), ("others", others)):
        if bodies:
            yield Group(view.t(f"area.{key}"), (County("", _listed_all(view, bodies)),))


def _is_township(township: Township) -> bool:
    return township.main.kind in TOWNSHIP_KINDS


def _listed_all(view: View, townships: Iterable[Township]) -> tuple[Listed, ...]:
    return tuple(listed(view, township) for township in townships)


def listed(view: View, township: Township) -> Listed:
    """A body as lists show it."""
    years = dict.fromkeys(view.year(dossier) for dossier in township.dossiers)
    return Listed(
        place=view.place(township.main),
        path=township_path(township.id),
        code=township.main.division_code,
        file="" if township.main.division_code else township.dossiers[0].report.source.file,
        years=view.t("site.list").join(years),
    )


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
    chart = township_outcomes(view, township)
    return TownshipPage(
        links=links,
        title=f"{title}（{place.where}）" if place.where and view.lang == "zh" else title,
        description=t("township.description", name=place.name, where=place.where),
        section="townships",
        crumbs=(Crumb(t("nav.townships"), "/townships/"),),
        place=place,
        code=body.division_code,
        kind=body.kind,
        resolution=body.resolution,
        note=township.dossiers[-1].report.source.note,
        why_no_code=why_no_code(view, body),
        candidates=tuple(candidates(view, body)),
        notes=tuple(series_notes(view, township)),
        years=tuple(_year(view, township, dossier) for dossier in newest_first),
        figures=(figure(view, links, chart),),
        metrics=tuple(_metric_rows(view, newest_first)),
        neighbours=_neighbours(view, township),
        county_known=bool(body.division_code),
        downloads=downloads(view),
        citation=citation(view, title, township_path(township.id)),
    )


def township_charts(view: View) -> Iterator[Chart]:
    """The charts of township pages, whose files are written beside the pages."""
    for township in view.survey.townships:
        yield township_outcomes(view, township)


def _year(view: View, township: Township, dossier: Dossier) -> TownshipYear:
    t = view.t
    label = view.year(dossier)
    count = dossier.measures
    path = report_path(dossier)
    return TownshipYear(
        label=label,
        heading=t("township.year", year=label),
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
        causes=tuple(cause_cards(view, dossier)),
        cause_count=len(dossier.causes) - dossier.withdrawn,
        unbalanced=dossier.unbalanced,
        others=other_files(view, township, dossier),
    )


def _metric_rows(view: View, dossiers: tuple[Dossier, ...]) -> Iterator[MetricRow]:
    for metric in METRICS.values():
        yield MetricRow(
            metric.title.in_(view.lang),
            metric_path(metric.key),
            tuple(lines(d.measures[metric.key], view.t, view.lang) for d in dossiers),
        )


def _neighbours(view: View, township: Township) -> tuple[Listed, ...]:
    """The other bodies of the same county, which the first six digits of a code name."""
    return tuple(
        Listed(
            place=view.place(one.body),
            path=township_path(one.id),
            code=one.body.division_code,
            file="",
            years=view.t("site.list").join(map(view.dated, one.years)),
        )
        for one in view.around[township.id].neighbours
    )
