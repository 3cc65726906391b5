"""Everything computed → the pages of the site, as a stream of page objects.

A new kind of page is a generator function of a `View`, added to `FAMILIES`; one that areas have is
a function of a `View` and an area, added to `AREA_FAMILIES` with whose reports it shows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.areas import Area
from generator.model import Township
from generator.page import Page, Prose
from generator.pages.area_pages import COMPARISON, DIRECTORY, FINDINGS, SIMILAR, AreaPages
from generator.pages.base import View
from generator.pages.compare import compare
from generator.pages.corrections import corrections
from generator.pages.directory import directory
from generator.pages.docs import Write, docs
from generator.pages.findings import findings, shown_in
from generator.pages.home import home
from generator.pages.metrics import metric_pages, metrics_page
from generator.pages.others import not_found, redirects
from generator.pages.rules import rules
from generator.pages.sheet_files import area_files
from generator.pages.similar import leading, similar

__all__ = ["AREA_FAMILIES", "AreaFamily", "Page", "Prose", "View", "Write", "pages"]

Family = Callable[[View], Iterator[Page]]

FAMILIES: tuple[Family, ...] = (
    home,
    metrics_page,
    rules,
    redirects,
    not_found,
)


@dataclass(frozen=True, slots=True)
class AreaFamily:
    """Pages of one kind that areas have, and the files of charts on them.

    They are made from the outline of an area with those of its bodies that are `shown`, and from
    its `Standing`: a page that shows more than that is not made again when it changes.
    """

    kind: AreaPages
    pages: tuple[Callable[[View, Area], Iterator[Page]], ...]
    shown: Callable[[Area], tuple[Township, ...]]
    files: Callable[[View, Area], Iterator[tuple[str, bytes]]] = lambda _view, _area: iter(())


def _undivided(kind: AreaPages) -> Callable[[Area], tuple[Township, ...]]:
    return lambda area: () if kind.is_divided(area) else area.members


def _compared_in(area: Area) -> tuple[Township, ...]:
    """The bodies that the pages of a comparison name: in years with few reports also of an area
    that has too many of them in others."""
    if not COMPARISON.is_divided(area):
        return area.members
    few = {year for year, sums in area.whole.years.items() if sums.reports <= COMPARISON.limit}
    return tuple(
        body
        for body in area.members
        if any(dossier.compared and dossier.report.year in few for dossier in body.dossiers)
    )


AREA_FAMILIES = {
    family.kind.base: family
    for family in (
        AreaFamily(DIRECTORY, (directory,), _undivided(DIRECTORY)),
        AreaFamily(COMPARISON, (compare, metric_pages), _compared_in, area_files),
        AreaFamily(FINDINGS, (findings,), shown_in),
        AreaFamily(SIMILAR, (similar,), leading),
    )
}


def pages(view: View, write: Write) -> Iterator[Page]:
    """Every page in one language that is about the whole, but those of areas.

    Those of a township and its reports are made where these are judged, the data page when the
    data are written.
    """
    for family in FAMILIES:
        yield from family(view)
    yield from docs(view, write)
    yield from corrections(view, write)
