"""Pages of areas: where they are, and what stands around their contents.

The nation's page is at `/compare/`, that of an area at `/compare/1305/`, and the second page of
what is too much for one and cannot be divided at `/compare/1305/2/`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.areas import (
    LISTED,
    PAIRS_ON_A_PAGE,
    Area,
    Region,
    Size,
    bodies,
    causes,
    compared,
    is_divided,
    pairs,
    reaching,
    region,
    shown,
)
from generator.numerals import grouped
from generator.pages.base import Crumb, NamedLink, PlaceName, View
from generator.pickled import pickled_as_call

_NEAR = (1, 2, 10, 100)  # how far away the pages are that a pager names
FEW = 12  # pages that it names all


@dataclass(frozen=True, slots=True)
class AreaPages:
    """A kind of page that areas have: its address for the nation, what it is called in links, and
    how large an area may be that one page shows whole."""

    base: str
    name: str
    size: Size
    limit: int

    def path(self, area: Area | Region, number: int = 1) -> str:
        """The logical path of an area's page."""
        return numbered(area_path(self.base, area), number)

    def shown(self, nation: Area) -> Iterator[Area]:
        """The areas that have a page, each before its parts."""
        return shown(nation, self.size, self.limit)

    def is_divided(self, area: Area) -> bool:
        """Whether an area's page shows its parts."""
        return is_divided(area, self.size, self.limit)

    def nearest(self, nation: Area, code: str) -> Area:
        """The smallest area around that of a code, or itself, that has a page of this kind."""
        found = nation
        for step in reaching(nation, code):
            if not (self.is_divided(found) and self.size(step)):
                break
            found = step
        return found


# The limits keep every page below 300 kB in both languages.
DIRECTORY = AreaPages("/townships/", "nav.townships", bodies, LISTED)
COMPARISON = AreaPages("/compare/", "nav.compare", compared, 60)
FINDINGS = AreaPages("/findings/", "nav.findings", causes, 60)
SIMILAR = AreaPages("/similar/", "nav.similar", pairs, PAIRS_ON_A_PAGE)
SEARCH = AreaPages("/search/", "nav.search", bodies, LISTED)


def of_nation(base: str) -> AreaPages:
    """A kind of page that the nation alone has."""
    return AreaPages(base, "", lambda _: 0, 0)


# Those that lead to each other.
KINDS = (DIRECTORY, COMPARISON, FINDINGS, SEARCH)


def nearest(nation: Area, code: str) -> dict[str, Region]:
    """The smallest areas around that of a code with a page of each kind, by the kind's address."""
    return {kind.base: region(kind.nearest(nation, code)) for kind in KINDS}


class YearLink(NamedTuple):
    """A year of an area and where it stands; without a path, that is the page itself.

    By its `anchor` a year is found that once stood on the page.
    """

    text: str
    path: str
    anchor: str


@pickled_as_call
@dataclass(frozen=True, slots=True)
class AreaLinks:
    """Links around the contents: the same area on other pages, its years, further pages."""

    siblings: tuple[NamedLink, ...] = ()
    years: tuple[YearLink, ...] = ()
    pages: tuple[NamedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaLine:
    """A part of an area in a list, with how many there are of this and that in it."""

    place: PlaceName
    path: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The parts of an area; `heads` say what the numbers are."""

    heads: tuple[str, ...]
    lines: tuple[AreaLine, ...]


Counting = Callable[[Area], tuple[int, ...]]


def area_table(
    view: View, kind: AreaPages, area: Area, count: Counting, heads: tuple[str, ...]
) -> AreaTable:
    """The parts of an area with something to show, linked to their pages of a kind."""
    lines = (
        AreaLine(
            view.area(part),
            kind.path(part),
            tuple(grouped(number, view.lang) for number in count(part)),
        )
        for part in area.parts
        if kind.size(part)
    )
    return AreaTable(heads, tuple(lines))


def area_path(base: str, area: Area | Region) -> str:
    """The logical path of an area's page below that of the nation's."""
    return f"{base}{area.code}/" if area.code else base


def numbered(path: str, number: int) -> str:
    """The logical path of the n-th page of several."""
    return path if number == 1 else f"{path}{number}/"


def page_count(items: int, limit: int) -> int:
    """How many pages hold some items, at least one."""
    return max(1, -(-items // limit))


def area_title(view: View, title: str, area: Area, number: int = 1) -> str:
    """The title of an area's page, by that of the nation's: the whole name, for many share one."""
    if area.code:
        name = view.area(area)
        where = name.where.replace(" › ", "") if view.lang == "zh" else name.where
        words = (where, name.name, name.pinyin)
        whole = ("" if view.lang == "zh" else " ").join(filter(None, words))
        title = view.t("area.title", title=title, area=whole)
    return title if number == 1 else view.t("pager.title", title=title, n=number)


def area_crumbs(view: View, base: str, first: str, area: Area) -> Iterator[Crumb]:
    """The way to an area's page from that of the nation, which is called `first`."""
    if area.code:
        yield Crumb(first, base)
        for above in area.above:
            yield Crumb(view.area(above).spoken, area_path(base, above))


def siblings(view: View, area: Area, base: str) -> Iterator[NamedLink]:
    """The area on the other kinds of page than that at `base`, or what it lies in there."""
    if not area.code:
        return
    known = (
        view.area_surroundings.nearest
        if view.area_surroundings
        else nearest(view.survey.nation, area.code)
    )
    for kind in KINDS:
        if kind.base != base:
            found = known[kind.base]
            name = view.area(found).spoken
            yield NamedLink(f"{view.t(kind.name)}{view.t('site.colon')}{name}", kind.path(found))


def pager(view: View, path: Callable[[int], str], number: int, count: int) -> Iterator[NamedLink]:
    """Links to other pages of several: all if they are few, else first, last and some between."""
    near = {number + sign * step for step in _NEAR for sign in (-1, 1)}
    others = range(1, count + 1) if count <= FEW else sorted({1, *near, count})
    for other in others:
        if 1 <= other <= count and other != number:
            yield NamedLink(view.t("pager.page", n=other), path(other))
