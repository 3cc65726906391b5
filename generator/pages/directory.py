"""The directory of all bodies, which serves as the finder without JavaScript."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.areas import Area
from generator.model import TOWNSHIP_KINDS, Township
from generator.numerals import grouped
from generator.pages.area_pages import (
    DIRECTORY,
    AreaLinks,
    AreaTable,
    area_crumbs,
    area_table,
    area_title,
    page_count,
    pager,
    siblings,
)
from generator.pages.base import Anchored, Page, PlaceName, View, township_path

Bodies = tuple[Township, ...]
_FEW = 10  # counties that need no contents


@dataclass(frozen=True, slots=True)
class Listed:
    """A body in a list; `file` tells those apart that have no code."""

    place: PlaceName
    path: str
    code: str
    file: str
    years: str


@dataclass(frozen=True, slots=True)
class ListedCounty:
    """The bodies of one county; `anchor` is its code, and `name` what the contents call it."""

    heading: str
    townships: tuple[Listed, ...]
    anchor: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ListedCounties:
    """The counties of one province or, on the page of an area, of one city.

    Its own `contents` are its counties, where they are many.
    """

    heading: str
    counties: tuple[ListedCounty, ...]
    anchor: str = ""
    contents: tuple[Anchored, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage(Page):
    """The bodies of an area by province and county, or the parts of the area.

    That of the nation has the finder, which a new body anywhere changes.
    """

    template: ClassVar[str] = "pages/townships.html"

    finder: bool
    around: AreaLinks
    areas: AreaTable | None
    contents: tuple[Anchored, ...]
    groups: tuple[ListedCounties, ...]


def directory(view: View, area: Area) -> Iterator[Page]:
    """The pages on which the bodies of an area are listed."""
    if DIRECTORY.is_divided(area):
        yield _page(view, area, ())
        return
    count = page_count(area.bodies, DIRECTORY.limit)
    for number in range(1, count + 1):
        first = (number - 1) * DIRECTORY.limit
        bodies = area.members[first : first + DIRECTORY.limit]
        yield _page(view, area, bodies, number, count)


def _page(view: View, area: Area, bodies: Bodies, number: int = 1, count: int = 1) -> DirectoryPage:
    t, title = view.t, view.t("townships.title")
    groups = tuple(_cities(view, area, bodies) if area.code else _provinces(view, bodies))
    return DirectoryPage(
        links=view.links(DIRECTORY.path(area, number)),
        title=area_title(view, title, area, number),
        description=t("townships.lead", n=grouped(area.bodies, view.lang)),
        section="townships",
        crumbs=tuple(area_crumbs(view, DIRECTORY.base, t("nav.townships"), area)),
        finder=not area.code,
        around=AreaLinks(
            siblings=tuple(siblings(view, area, DIRECTORY.base)),
            pages=tuple(pager(view, lambda n: DIRECTORY.path(area, n), number, count)),
        ),
        areas=_areas(view, area) if DIRECTORY.is_divided(area) else None,
        contents=tuple(_contents(groups)),
        groups=groups,
    )


def _contents(groups: tuple[ListedCounties, ...]) -> Iterator[Anchored]:
    """Where the groups of a page stand, if it has several of them."""
    if len(groups) > 1:
        yield from (Anchored(x.heading, x.anchor) for x in groups if x.heading and x.anchor)


def _group(heading: str, counties: Iterable[ListedCounty], anchor: str) -> ListedCounties:
    known = tuple(counties)
    contents = tuple(Anchored(x.name, x.anchor) for x in known if x.name and x.anchor)
    return ListedCounties(heading, known, anchor, contents if len(contents) > _FEW else ())


def _areas(view: View, area: Area) -> AreaTable:
    heads = (view.t("word.bodies"), view.t("word.reports"), view.t("word.unbalanced"))
    return area_table(view, DIRECTORY, area, _counted, heads)


def _counted(area: Area) -> tuple[int, ...]:
    return area.bodies, area.totals.tally.reports, area.totals.tally.unbalanced


def _provinces(view: View, bodies: Bodies) -> Iterator[ListedCounties]:
    """Provinces in the order of their codes; unresolved bodies and other kinds have their own."""
    known = [x for x in bodies if _is_township(x) and x.main.division_code]
    unresolved = [x for x in bodies if _is_township(x) and not x.main.division_code]
    others = [x for x in bodies if not _is_township(x)]
    for code, group in groupby(known, key=lambda x: x.main.division_code[:2]):
        members = tuple(group)
        province = members[0].main.province
        heading = view.spoken([province])[0] or view.t("townships.no_province")
        yield _group(heading, _counties(view, members, with_city=True), code)
    for key, apart in (("unresolved", unresolved), ("others", others)):
        if apart:
            listed = ListedCounty("", _listed_all(view, apart))
            yield ListedCounties(view.t(f"area.{key}"), (listed,), key)


def _cities(view: View, area: Area, bodies: Bodies) -> Iterator[ListedCounties]:
    """The cities of an area with their counties; a county that lies in none stands for itself."""
    for city, group in groupby(bodies, key=lambda x: x.main.city):
        counties = tuple(_counties(view, tuple(group)))
        if city and city not in area.names:
            yield _group(view.spoken([city])[0], counties, counties[0].anchor[:4])
        else:
            for one in counties:
                heading = "" if one.heading in view.spoken(area.names) else one.heading
                yield ListedCounties(heading, (ListedCounty("", one.townships),), one.anchor)


def _counties(view: View, bodies: Bodies, *, with_city: bool = False) -> Iterator[ListedCounty]:
    for _, group in groupby(bodies, key=lambda x: x.main.division_code[:6] or x.main.county):
        members = tuple(group)
        body = members[0].main
        names = view.spoken(filter(None, (body.city if with_city else "", body.county)))
        listed = _listed_all(view, members)
        yield ListedCounty(" › ".join(names), listed, body.division_code[:6], "".join(names[-1:]))


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
