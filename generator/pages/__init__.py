"""Everything computed → the pages of the site, as a stream of page objects.

A new kind of page is a generator function of a `View`, added to `FAMILIES`.
"""

from collections.abc import Callable, Iterator

from generator.page import Page, Prose
from generator.pages.base import View
from generator.pages.compare import compare
from generator.pages.corrections import corrections
from generator.pages.directory import directory
from generator.pages.docs import Write, docs
from generator.pages.findings import findings
from generator.pages.home import home
from generator.pages.metrics import metric_pages, metrics_page
from generator.pages.others import not_found, redirects
from generator.pages.rules import rules
from generator.pages.similar import similar

__all__ = ["Page", "Prose", "View", "Write", "pages"]

Family = Callable[[View], Iterator[Page]]

FAMILIES: tuple[Family, ...] = (
    home,
    directory,
    metrics_page,
    metric_pages,
    compare,
    findings,
    rules,
    similar,
    redirects,
    not_found,
)


def pages(view: View, write: Write) -> Iterator[Page]:
    """Every page in one language that is about the whole.

    Those of a township and its reports are made where these are judged, the data page when the
    data are written.
    """
    for family in FAMILIES:
        yield from family(view)
    yield from docs(view, write)
    yield from corrections(view, write)
