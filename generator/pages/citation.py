"""How to cite a page, and where its numbers can be downloaded."""

from generator.pages.base import NamedLink, View


def citation(view: View, title: str, path: str) -> str:
    """A citation without a date of retrieval, which the reader adds; with an address if known."""
    settings = view.survey.settings
    site = settings.title.in_(view.lang)
    base = settings.base_url
    address = view.links(path).absolute(base) if base else view.t("cite.no_address")
    publisher = settings.publisher or site
    return view.t("cite.page", publisher=publisher, title=title, site=site, address=address)


def downloads(view: View) -> tuple[NamedLink, ...]:
    """The data files in which the numbers of a report or township are found by its id."""
    return tuple(
        NamedLink(view.t(f"download.{name}"), f"data/{name}.csv")
        for name in ("cells", "metrics", "findings")
    )
