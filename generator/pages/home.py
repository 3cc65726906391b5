"""Home: find my township, the year at a glance, comparisons, what is worth a look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar
from urllib.parse import urlsplit

from generator.areas import Area
from generator.metrics.sums import Sums
from generator.model import Dossier, Severity
from generator.numerals import grouped
from generator.pages.area_pages import COMPARISON
from generator.pages.base import Page, PlaceName, View, report_path
from generator.pages.causes import CauseCard, standing_cards
from generator.pages.figures import figure
from generator.pages.numbers import broken_note, fraction, joined
from generator.pages.outcome_charts import disputes, outcomes
from generator.pages.parts import Glance, rate_glance
from generator.pages.sheets import compared, sheets_of

SHOWN_CAUSES = 6
SHOWN_REPORTS = 10


@dataclass(frozen=True, slots=True)
class ListedReport:
    """One line of the list of latest reports."""

    place: PlaceName
    path: str
    year: str
    source_url: str
    source_host: str
    causes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The home page; `year` is the latest with the most reports."""

    template: ClassVar[str] = "pages/home.html"

    year: int | None
    township_count: str
    glance: tuple[Glance, ...]
    figures: tuple[str, ...]
    causes: tuple[CauseCard, ...]
    cause_count: int
    latest: tuple[ListedReport, ...]


def home(view: View, nation: Area) -> Iterator[Page]:
    """The home page."""
    survey, t = view.survey, view.t
    year = view.main_year
    newest = sorted(survey.dossiers, key=newness)
    yield HomePage(
        links=view.links("/"),
        title=survey.settings.title.in_(view.lang),
        description=t("home.lead"),
        section="home",
        year=year,
        township_count=grouped(nation.bodies, view.lang),
        glance=_glance(view, nation.totals.years[year]) if year else (),
        figures=tuple(_figures(view, nation, year)) if year else (),
        causes=tuple(islice(_worth_a_look(view, newest), SHOWN_CAUSES)),
        cause_count=nation.totals.tally.standing,
        latest=tuple(_listed(view, dossier) for dossier in newest[:SHOWN_REPORTS]),
    )


def newness(dossier: Dossier) -> tuple[int, str, str]:
    """Latest year first, then latest publication, then id."""
    report = dossier.report
    day = "".join(chr(ord("9") - int(d)) if d.isdigit() else d for d in report.source.published_on)
    return -(report.year or 0), day or "~", report.id


def _worth_a_look(view: View, newest: Iterable[Dossier]) -> Iterator[CauseCard]:
    """The causes, gravest first, of the newest reports first; made as far as they are wanted."""
    for severity in Severity:
        for dossier in newest:
            if any(finding.severity is severity for finding in dossier.findings):
                cards = standing_cards(view, dossier)
                yield from (card for card in cards if card.severity is severity)


def _figures(view: View, nation: Area, year: int) -> Iterator[str]:
    """The charts of the year as the comparison has them, where they are on one page there."""
    sheet = sheets_of(view, nation)[0]
    if sheet.count == 1:
        found = compared(view, COMPARISON.base, sheet, year)
        for chart in (outcomes(view, found), disputes(view, found)):
            yield figure(view, view.links("/"), chart, found.file(view, chart))


def _glance(view: View, sums: Sums) -> tuple[Glance, ...]:
    t = view.t
    thresholds = view.survey.settings.thresholds
    received = sums.measure("requests_received", thresholds)
    disclosed = sums.measure("disclosure_rate", thresholds)
    strip = rate_glance(view, disclosed, t("glance.disclosed"), "/metrics/disclosure_rate/")
    return (
        Glance(grouped(sums.reports, view.lang), t("glance.reports"), "/townships/"),
        Glance(
            fraction(received, t, view.lang), t("glance.requests"), "/metrics/requests_received/"
        ),
        strip._replace(extra=joined(t, strip.extra, broken_note(t, sums.unbalanced))),
        Glance(grouped(sums.unbalanced, view.lang), t("glance.unbalanced"), "/findings/"),
    )


def _listed(view: View, dossier: Dossier) -> ListedReport:
    source = dossier.report.source
    return ListedReport(
        place=view.place(dossier.report.body),
        path=report_path(dossier),
        year=view.year(dossier),
        source_url=source.url,
        source_host=urlsplit(source.url).netloc,
        causes=len(dossier.causes) - dossier.withdrawn,
    )
