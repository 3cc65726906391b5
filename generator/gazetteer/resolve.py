"""Body → Body with its place: certain, or not at all.

A place is a candidate if it has the printed name and lies in every division that the report says
its publisher lies in. Exactly one candidate gives a code; several are all kept; none is `unknown`,
even if one place elsewhere has that name.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.names import stem, town_kind, without_peoples
from generator.gazetteer.printed import Printed, split, within
from generator.model import TOWNSHIP_KINDS, Body, BodyKind, Resolution
from generator.model.body import Evidence

_LEVELS = {2: BodyKind.PROVINCE, 4: BodyKind.CITY, 6: BodyKind.COUNTY}


class _Facts(NamedTuple):
    """What a report says of its publisher; `clear` is False when its statements do not agree."""

    town: str
    regions: tuple[str, ...]
    clear: bool


def resolve(body: Body) -> Body:
    """The same body with kind, place, code and resolution as far as they are certain."""
    places = gazetteer()
    name = split(body.printed, places)
    facts = _facts(name, body.evidence, places)
    read = replace(body, evidence=Evidence())
    if name.town:
        return _township(read, facts, places)
    return _other(read, name, facts, places)


def titled_place(body: Body) -> Body | None:
    """The body as its title alone tells, where that names it with the county."""
    found = resolve(replace(body, evidence=Evidence()))
    return found if found.resolution is Resolution.EXACT else None


def at(body: Body, code: str) -> Body:
    """The same body at a code that is certain; of a code not listed its first digits tell where."""
    places = gazetteer()
    unknown = body.kind is BodyKind.UNKNOWN
    kind = town_kind(places.names.get(code, "")) if unknown else body.kind
    return _at_place(replace(body, division_code=code, kind=kind, candidates=()), code, places)


def _facts(name: Printed, evidence: Evidence, places: Gazetteer) -> _Facts:
    """Names and regions of all statements; another township, or an unlisted county, is no match."""
    others = tuple(split(text, places) for text in evidence.publishers)
    regions = [*name.regions, *(region for other in others for region in other.regions)]
    for text in evidence.regions:
        regions += within(text, places)
    agree = all(
        not other.strange and (not other.town or _same(other.town, name.town)) for other in others
    )
    clear = agree and not (name.zone and not regions)
    return _Facts(name.town, tuple(dict.fromkeys(regions)), clear)


def _same(one: str, other: str) -> bool:
    return without_peoples(one) == without_peoples(other)


def _township(body: Body, facts: _Facts, places: Gazetteer) -> Body:
    found = _candidates(facts, places) if facts.clear else ()
    if len(found) == 1:
        code = found[0]
        how = Resolution.EXACT if facts.regions else Resolution.UNIQUE_NAME
        listed = places.name(code, facts.town)
        name = facts.town if "（" in listed or "-" in listed else listed
        placed = replace(body, name=name, kind=town_kind(facts.town), resolution=how)
        return at(placed, code)
    kind = town_kind(facts.town)
    known = _placed(replace(body, kind=kind), facts.regions, places)
    if found:
        return replace(known, name=facts.town, resolution=Resolution.AMBIGUOUS, candidates=found)
    near = _near(facts, places) if facts.clear else ()
    return replace(known, resolution=Resolution.UNKNOWN, candidates=near)


def _candidates(facts: _Facts, places: Gazetteer) -> tuple[str, ...]:
    named = places.towns.get(facts.town, "")
    found = inside(named.split(), facts.regions, places)
    if found:
        return found
    around = _towns_around(facts, places)
    return tuple(code for code in around if _same(places.names[code], facts.town))


def _near(facts: _Facts, places: Gazetteer) -> tuple[str, ...]:
    """Places of the printed county that differ in kind only: 走马乡 may have become 走马镇."""
    wanted = stem(facts.town)
    return tuple(
        code for code in _towns_around(facts, places) if stem(places.names[code]) == wanted
    )


def _towns_around(facts: _Facts, places: Gazetteer) -> tuple[str, ...]:
    """All towns of the county that the report names, or of the counties that share its name."""
    counties = (code for code in _innermost(facts.regions, places) if len(code) == 6)
    return tuple(town for county in counties for town in places.towns_of(county))


def inside(codes: Iterable[str], regions: tuple[str, ...], places: Gazetteer) -> tuple[str, ...]:
    """Those of some codes that lie in every one of the regions named."""
    within = [tuple(places.divisions[region].split()) for region in regions]
    return tuple(code for code in codes if all(map(code.startswith, within)))


def _innermost(regions: tuple[str, ...], places: Gazetteer) -> list[str]:
    """The codes of the smallest divisions that are named and lie in all others."""
    named = {code for region in regions for code in places.divisions[region].split()}
    common = inside(sorted(named), regions, places)
    digits = max(map(len, common), default=0)
    return [code for code in common if len(code) == digits]


def _placed(body: Body, regions: tuple[str, ...], places: Gazetteer) -> Body:
    """With the divisions that the report names, if it is certain which these are."""
    codes = _innermost(regions, places)
    return _at_place(body, codes[0] if len(codes) == 1 else "", places)


def _at_place(body: Body, code: str, places: Gazetteer) -> Body:
    where = places.where(code)
    return replace(body, county=where.county, city=where.city, province=where.province)


def _other(body: Body, name: Printed, facts: _Facts, places: Gazetteer) -> Body:
    """Counties, cities and departments: kept, and said to be what they are."""
    kind = body.kind
    if name.whole:
        digits = min(len(code) for code in places.divisions[name.regions[-1]].split())
        kind = _LEVELS[digits]
    unknown = kind is BodyKind.UNKNOWN or kind in TOWNSHIP_KINDS
    how = Resolution.UNKNOWN if unknown else Resolution.NOT_A_TOWNSHIP
    known = replace(body, kind=kind, resolution=how)
    return _placed(known, facts.regions, places)
