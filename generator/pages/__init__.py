"""Everything computed → the pages of the site, as a stream of page objects.

A new kind of page is a generator function of a `View` and an area, which may be the nation, added
to `AREA_FAMILIES` with what it is made from; one that shows no report at all is a function of a
`View`, added to `FAMILIES`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.areas import Area
from generator.page import Page, RenderedProse
from generator.pages import page_inputs
from generator.pages.area_pages import (
    COMPARISON,
    DIRECTORY,
    FINDINGS,
    SEARCH,
    SIMILAR,
    AreaPages,
    of_nation,
)
from generator.pages.base import View
from generator.pages.choice import number_files
from generator.pages.compare import compare
from generator.pages.corrections import corrections
from generator.pages.directory import directory
from generator.pages.docs import Write, docs
from generator.pages.finder import FINDER
from generator.pages.findings import findings
from generator.pages.home import home
from generator.pages.metrics import metric_pages, metrics_page
from generator.pages.occurrences import of_rule
from generator.pages.others import not_found, redirects
from generator.pages.page_inputs import (
    Shown,
    Told,
    at_home,
    compared_in,
    found_by,
    gravest_in,
    leading,
    nobody,
    said_by,
    undivided,
)
from generator.pages.rules import rule_pages, rules_page
from generator.pages.search import search, searched_files
from generator.pages.sheet_files import area_files
from generator.pages.similar import similar
from generator.rules import RULES

__all__ = ["AREA_FAMILIES", "AreaFamily", "Page", "RenderedProse", "View", "Write", "pages"]

Family = Callable[[View], Iterator[Page]]

FAMILIES: tuple[Family, ...] = (
    redirects,
    not_found,
)


@dataclass(frozen=True, slots=True)
class AreaFamily:
    """Pages of one kind that areas have, and the files that belong to them.

    They are made from an outline of an area, which holds what is `told` of it and its parts as a
    whole, with those of its bodies that are `shown`, and from its `AreaSurroundings`: a page that
    shows more than that is not made again when it changes. That of the nation may load `scripts`
    that follow from all bodies; all may be about a `rule`.
    """

    kind: AreaPages
    pages: tuple[Callable[[View, Area], Iterator[Page]], ...]
    shown: Shown
    told: Told
    scripts: tuple[str, ...] = ()
    rule: str = ""
    files: tuple[Callable[[View, Area], Iterator[tuple[str, bytes]]], ...] = ()

    def loaded(self, area: Area) -> tuple[str, ...]:
        """The scripts that the pages of an area load."""
        return () if area.code else self.scripts


AREA_FAMILIES = {
    family.kind.base: family
    for family in (
        AreaFamily(DIRECTORY, (directory,), undivided(DIRECTORY), page_inputs.sizes, (FINDER,)),
        AreaFamily(
            COMPARISON,
            (compare, metric_pages),
            compared_in,
            page_inputs.sums,
            (FINDER,),
            files=(area_files, number_files),
        ),
        AreaFamily(FINDINGS, (findings,), gravest_in, page_inputs.tally),
        AreaFamily(SIMILAR, (similar,), leading, page_inputs.pairs),
        AreaFamily(
            SEARCH, (search,), undivided(SEARCH), page_inputs.sizes, files=(searched_files,)
        ),
        AreaFamily(of_nation("/"), (home,), at_home, page_inputs.tally_and_sums, (FINDER,)),
        AreaFamily(of_nation("/metrics/"), (metrics_page,), nobody, page_inputs.sums),
        AreaFamily(of_nation("/rules/"), (rules_page,), nobody, page_inputs.outcomes),
        *(
            AreaFamily(
                of_rule(rule),
                (partial(rule_pages, rule),),
                found_by(rule),
                said_by(rule),
                rule=rule,
            )
            for rule in RULES
        ),
    )
}


def pages(view: View, write: Write) -> Iterator[Page]:
    """Every page in one language that is about the whole and shows no report.

    The pages of areas, and those of a township and its reports, are made where the reports are at
    hand, the data page when the data are written.
    """
    for family in FAMILIES:
        yield from family(view)
    yield from docs(view, write)
    yield from corrections(view, write)
