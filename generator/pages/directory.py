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
from generator.pages.base import Page, PlaceName, View, township_path

Bodies = tuple[Township, ...]


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
    """The bodies of one county; `anchor` is its code where pages lead to it."""

    heading: str
    townships: tuple[Listed, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListedCounties:
    """The counties of one province or, on the page of an area, of one city."""

    heading: str
    counties: tuple[ListedCounty, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage(Page):
    """The bodies of an area by province and county, or the parts of the area."""

    template: ClassVar[str] = "pages/townships.html"

    around: AreaLinks
    areas: AreaTable | None
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
    return DirectoryPage(
        links=view.links(DIRECTORY.path(area, number)),
        title=area_title(view, title, area, number),
        description=t("townships.lead", n=grouped(area.bodies, view.lang)),
        section="townships",
        crumbs=tuple(area_crumbs(view, DIRECTORY.base, t("nav.townships"), area)),
        around=AreaLinks(
            siblings=tuple(siblings(view, area, DIRECTORY.base)),
            pages=tuple(pager(view, lambda n: DIRECTORY.path(area, n), number, count)),
        ),
        areas=_areas(view, area) if DIRECTORY.is_divided(area) else None,
        groups=tuple(_cities(view, area, bodies) if area.code else _provinces(view, bodies)),
    )


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
    for province, members in groupby(known, key=lambda x: x.main.province):
        counties = groupby(members, key=lambda x: (x.main.city, x.main.county))
        yield ListedCounties(
            view.spoken([province])[0] or view.t("townships.no_province"),
            tuple(
                ListedCounty(" › ".join(view.spoken(filter(None, names))), _listed_all(view, group))
                for names, group in counties
            ),
        )
    for key, group in (("unresolved", unresolved), ("others", others)):
        if group:
            yield ListedCounties(
                view.t(f"area.{key}"), (ListedCounty("", _listed_all(view, group)),)
            )


def _cities(view: View, area: Area, bodies: Bodies) -> Iterator[ListedCounties]:
    """The cities of an area with their counties; a county that lies in none stands for itself."""
    for city, members in groupby(bodies, key=lambda x: x.main.city):
        counties = tuple(_counties(view, members))
        if city and city not in area.names:
            code = counties[0].anchor[:4]
            yield ListedCounties(view.spoken([city])[0], counties, code)
        else:
            for one in counties:
                heading = "" if one.heading in view.spoken(area.names) else one.heading
                yield ListedCounties(heading, (ListedCounty("", one.townships),), one.anchor)


def _counties(view: View, bodies: Iterable[Township]) -> Iterator[ListedCounty]:
    for county, members in groupby(bodies, key=lambda x: x.main.county):
        group = tuple(members)
        heading = view.spoken([county])[0]
        yield ListedCounty(heading, _listed_all(view, group), group[0].main.division_code[:6])


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
