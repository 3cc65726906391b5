"""How to cite a page, and where its numbers can be downloaded."""

from urllib.parse import quote

from generator.export.parts import stem
from generator.model import Body, Dossier, Township
from generator.pages.base import NamedLink, View, report_path


def citation(view: View, title: str, path: str) -> str:
    """A citation without a date of retrieval, which the reader adds; with an address if known."""
    settings = view.survey.settings
    site = settings.title.in_(view.lang)
    base = settings.base_url
    address = view.links(path).absolute(base) if base else view.t("cite.no_address")
    publisher = settings.publisher or site
    key = "cite.page" if settings.publisher else "cite.own"
    return view.t(key, publisher=publisher, title=title, site=site, address=address)


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
