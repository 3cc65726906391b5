"""The divisions that the bodies of a survey lie in, as a tree that begins with the nation.

What is too large for one page is shown by the parts of its area, each on a page of its own; so no
page grows with the nation. A level that would hold a single part is left out, and so is a row of
the list of divisions that is no place (the districts of a municipality): its counties stand where
it would.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from generator.model import TOWNSHIP_KINDS, Body, Dossier, Township
from generator.totals import Totals, totals_of_parts

UNRESOLVED, OTHERS = "unresolved", "others"
_NAMED = {2: "province", 4: "city", 6: "county"}


class Region(NamedTuple):
    """What pages need to name an area and to link it."""

    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Area:
    """A division with the bodies in it, in administrative order.

    `code` has 2 digits for a province, 4 for a city, 6 for a county; it is "" for the nation,
    `UNRESOLVED` for townships without a code and `OTHERS` for bodies that are no townships. `names`
    lead from the province to the area itself; it lies in the areas `above`, the largest first. An
    area without parts is not divided any further. `by_unit` are the totals of all units.
    An outline, which knows its `given` totals, may lack members, and the parts of its parts.
    """

    code: str
    names: tuple[str, ...]
    members: tuple[Township, ...]
    parts: tuple["Area", ...] = ()
    above: tuple[Region, ...] = ()
    by_unit: Mapping[str, Totals] = field(default_factory=dict)
    given: Totals | None = None

    @cached_property
    def totals(self) -> Totals:
        """What is known of the area as a whole, by its parts where it has some."""
        if self.given:
            return self.given
        if self.parts:
            return totals_of_parts(part.totals for part in self.parts)
        return totals_of_parts(
            map(self.by_unit.__getitem__, {unit(body.main): 0 for body in self.members})
        )

    @property
    def bodies(self) -> int:
        """How many bodies lie in it."""
        return self.given.bodies if self.given else len(self.members)

    @cached_property
    def pairs(self) -> int:
        """How many pairs of alike reports are led by one of its bodies."""
        if self.given:
            return self.given.pairs
        return sum(len(dossier.led) for body in self.members for dossier in body.dossiers)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Dossier, ...]]:
        """The reports of its members that enter comparisons, by year."""
        found: dict[int, list[Dossier]] = {}
        for township in self.members:
            for dossier in township.dossiers:
                if dossier.compared and dossier.report.year:
                    found.setdefault(dossier.report.year, []).append(dossier)
        return {year: tuple(dossiers) for year, dossiers in found.items()}

    def outline(self, told: Callable[[Totals], Totals]) -> "Area":
        """The area without its members, and of it and its parts no more than is `told` of each."""
        parts = tuple(part.bare(told) for part in self.parts)
        return replace(self.bare(told), parts=parts)

    def bare(self, told: Callable[[Totals], Totals]) -> "Area":
        """The area without its members and parts, with no more than is `told` of it as a whole."""
        return replace(self, members=(), parts=(), by_unit={}, given=told(self.totals))


Size = Callable[[Area], int]
LISTED = 400  # bodies in a list
# So that a page of them, with all passages, weighs no more than that of a report.
PAIRS_ON_A_PAGE = 10


def unit(body: Body) -> str:
    """The smallest area that a body may lie in: areas that are not divided are made of units."""
    if body.kind not in TOWNSHIP_KINDS:
        return OTHERS
    return body.division_code[:6] or UNRESOLVED


def nation(townships: Sequence[Township], by_unit: Mapping[str, Totals]) -> Area:
    """The whole tree of some bodies, which stand in administrative order.

    What areas are as a whole is known when it is of each unit, in `by_unit`.
    """
    places: list[Township] = []
    apart: dict[str, list[Township]] = {UNRESOLVED: [], OTHERS: []}
    for body in townships:
        apart.get(unit(body.main), places).append(body)
    groups = chain.from_iterable(_group(code, bodies) for code, bodies in apart.items())
    parts = (*_parts(places, 2), *groups)
    return _placed(Area("", (), tuple(townships), _divided(parts)), (), by_unit)


def shown(area: Area, size: Size, limit: int) -> Iterator[Area]:
    """The areas that have a page: this one, and the parts of each that is larger than the limit."""
    yield area
    if is_divided(area, size, limit):
        for part in area.parts:
            if size(part):
                yield from shown(part, size, limit)


def is_divided(area: Area, size: Size, limit: int) -> bool:
    """Whether the page of an area shows its parts."""
    return bool(area.parts) and size(area) > limit


def bodies(area: Area) -> int:
    """How many bodies lie in an area."""
    return area.bodies


def compared(area: Area) -> int:
    """How many reports of one year enter comparisons, in the year that has the most."""
    return max((sums.reports for sums in area.totals.years.values()), default=0)


def causes(area: Area) -> int:
    """How many causes were found in an area."""
    return area.totals.tally.causes


def pairs(area: Area) -> int:
    """How many pairs of alike reports stand in an area."""
    return area.pairs


def region(area: Area) -> Region:
    """An area as pages name it."""
    return Region(area.code, area.names)


def reaching(nation: Area, code: str) -> Iterator[Area]:
    """The areas below the nation that lead to that of a code, itself the last."""
    inside = next((part for part in nation.parts if code.startswith(part.code)), None)
    if inside:
        yield inside
        yield from reaching(inside, code)


def listed_in(whole: Area) -> dict[str, tuple[Region, ...]]:
    """The areas below the nation whose lists lead to each body, the largest first, by its id."""
    ways: dict[str, tuple[Region, ...]] = {}

    def walk(area: Area, way: tuple[Region, ...]) -> None:
        if not is_divided(area, bodies, LISTED):
            ways.update((body.id, way) for body in area.members)
            return
        for part in area.parts:
            walk(part, (*way, region(part)))

    walk(whole, ())
    return ways


def _group(code: str, bodies: list[Township]) -> Iterator[Area]:
    if bodies:
        yield Area(code, (), tuple(bodies))


def _parts(bodies: Sequence[Township], digits: int) -> Iterator[Area]:
    """The divisions of one level, which begin with so many digits of a code."""
    if digits not in _NAMED:
        return
    for code, group in groupby(bodies, key=lambda x: x.main.division_code[:digits]):
        members = tuple(group)
        parts = tuple(_parts(members, digits + 2))
        if digits == 4 and not _name(members, "city"):
            yield from parts
        else:
            yield Area(code, _names(members, digits, code), members, _divided(parts))


def _divided(parts: Sequence[Area]) -> tuple[Area, ...]:
    """The parts of an area; what would be its only one is the area itself."""
    return parts[0].parts if len(parts) == 1 else tuple(parts)


def _placed(area: Area, above: tuple[Region, ...], by_unit: Mapping[str, Totals]) -> Area:
    """The tree from an area on, each part with the areas that it lies in, and with all units."""
    inside = (*above, region(area)) if area.code else above
    parts = tuple(_placed(part, inside, by_unit) for part in area.parts)
    return replace(area, above=above, parts=parts, by_unit=by_unit)


def _names(members: Sequence[Township], digits: int, code: str) -> tuple[str, ...]:
    above = (_name(members, level) for fewer, level in _NAMED.items() if fewer < digits)
    own = _name(members, _NAMED[digits]) or code
    return tuple(filter(None, (*above, own)))


def _name(members: Sequence[Township], level: str) -> str:
    """What the members say they lie in, the first that says so deciding."""
    names: Iterator[str] = (getattr(member.main, level) for member in members)
    return next(filter(None, names), "")
