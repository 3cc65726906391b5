"""How to cite a page, and where its numbers can be downloaded."""

from collections.abc import Sequence
from urllib.parse import quote

from generator.export.parts import stem
from generator.model import Body, Dossier, Township
from generator.pages.base import NamedLink, View, report_path, township_path

_DIGITS = 16  # of a checksum, which stands on the page in full


def cited_report(view: View, dossier: Dossier) -> str:
    """A report with where it was published, and this site, which has read it."""
    report = dossier.report
    source, body = report.source, report.body
    file = view.t("cite.file", file=source.file, sha256=source.sha256[:_DIGITS])
    title = view.t("cite.title", body=body.printed or view.report_name(dossier), title=report.title)
    return view.t(
        "cite.report",
        title=title if report.title else view.report_name(dossier),
        source=source.url or file,
        site=_site(view),
        id=report.id,
        address=_address(view, report_path(dossier)),
    )


def cited_township(view: View, township: Township) -> str:
    """The page of a township, with where that lies and the years that it shows."""
    place = view.place(township.main)
    inside = place.where.replace(" › ", "" if view.lang == "zh" else ", ")
    where = view.t("cite.place", name=place.spoken, where=inside)
    years = [dossier.report.year for dossier in township.dossiers if dossier.report.year]
    title = where if place.where else place.spoken
    return view.t(
        "cite.page",
        title=view.t("cite.years", title=title, years=_span(years)) if years else title,
        site=_site(view),
        address=_address(view, township_path(township.id)),
    )


def cited_data(view: View) -> str:
    """The data of the whole site."""
    return view.t("cite.data", site=_site(view), address=_address(view, "/data/"))


def _site(view: View) -> str:
    """The site and who publishes it."""
    settings = view.survey.settings
    site = settings.title.in_(view.lang)
    if not settings.publisher:
        return site
    return view.t("cite.published", site=site, publisher=settings.publisher)


def _address(view: View, path: str) -> str:
    """The address of a page if it is known; the date of retrieval the reader adds."""
    base = view.survey.settings.base_url
    return view.links(path).absolute(base) if base else view.t("cite.no_address")


def _span(years: Sequence[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def other_files(view: View, township: Township, dossier: Dossier) -> tuple[NamedLink, ...]:
    """The other files of the same township and year, with how each differs in standing."""
    return tuple(
        NamedLink(
            view.t("report.other_file", file=other.report.source.file, id=other.report.id),
            report_path(other),
        )
        for other in township.also_of(dossier)
    )


def downloads(view: View, township: str, body: Body) -> tuple[NamedLink, ...]:
    """The data files in which the numbers of a report or township are found by its id."""
    is_split = view.surroundings[township].is_split
    cells = f"{stem('cells', body.province) if is_split else 'cells'}.csv"
    return (
        NamedLink(view.t("download.cells", file=cells), f"data/{quote(cells)}"),
        NamedLink(view.t("download.metrics"), "data/metrics.csv"),
        NamedLink(view.t("download.findings"), "data/findings.csv"),
    )
