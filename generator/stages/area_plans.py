"""Which pages areas have, and what each of them is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.areas import Area
from generator.bilingual import Text
from generator.pages import AREA_FAMILIES, AreaFamily
from generator.pages.area_pages import nearest
from generator.pickled import pickled_as_call
from generator.stages.pipeline import PublishedTownship
from generator.store import key_of
from generator.surroundings import AreaSurroundings
from generator.survey import Survey


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of one kind of an area that are to be written.

    The area is an outline; the bodies whose reports are shown follow by their ids, with the keys of
    their results. `illustrations` are what the rule that the pages are about says of its own
    breaking example. `digest` is a checksum of all that the pages are made from.
    """

    kind: str
    area: Area
    shown: Mapping[str, str]
    surroundings: AreaSurroundings
    illustrations: Mapping[str, Text]
    digest: str

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"{self.kind}{self.area.code}"


class AreaGroup(NamedTuple):
    """Pages that are looked at together: of the nation as a whole, or of all in one part of it.

    `digest` is a checksum of all that those of a part are made from, so that nothing is planned
    where nothing is new. The nation, in which something nearly always is, has none.
    """

    area: Area
    digest: str = ""


@dataclass(frozen=True)
class Planning:
    """How the pages of all areas are to be written.

    The townships stand by their ids; `scripts` are those of an `AreaPublisher`.
    """

    survey: Survey
    townships: Mapping[str, PublishedTownship]
    scripts: Mapping[str, str]

    def groups(self) -> Iterator[AreaGroup]:
        """All areas, the nation first."""
        yield AreaGroup(self.survey.nation)
        for part in self.survey.nation.parts:
            own = [self._known(self.townships[body.id]) for body in part.members]
            where = [*(region.code for region in part.above), part.code, *part.names]
            yield AreaGroup(part, key_of(where, own, self._beyond))

    def areas(self, group: AreaGroup) -> Iterator[tuple[Area, tuple[str, ...]]]:
        """The areas of a group, with the kinds of pages they have that are made together."""
        nation = self.survey.nation
        if group.area is nation:
            yield from ((nation, (kind,)) for kind in AREA_FAMILIES)  # each takes long enough
            return
        areas: dict[str, Area] = {}
        kinds: dict[str, list[str]] = {}
        for kind, family in AREA_FAMILIES.items():
            if family.kind.is_divided(nation) and family.kind.size(group.area):
                for area in family.kind.shown(group.area):
                    areas[area.code] = area
                    kinds.setdefault(area.code, []).append(kind)
        yield from ((area, tuple(kinds[code])) for code, area in areas.items())

    def plans(self, area: Area, kinds: Iterable[str]) -> list[Plan]:
        """The pages of some kinds of an area."""
        return [self.plan(area, kind) for kind in kinds]

    def plan(self, area: Area, kind: str) -> Plan:
        """The pages of one kind of an area."""
        family = AREA_FAMILIES[kind]
        members = [self.townships[body.id] for body in family.shown(self.survey, area)]
        surroundings = AreaSurroundings(
            self.survey.main_year,
            nearest(self.survey.nation, area.code),
            {k: v for one in members for k, v in one.assignment.surroundings.pairs.items()},
        )
        said = {family.rule: self.survey.illustrations[family.rule]} if family.rule else {}
        digest = key_of(
            kind,
            area.above,
            _digest(family, area),
            [_digest(family, part) for part in area.parts],
            surroundings,
            [one.outline.digest for one in members],
            {name: self.scripts[name] for name in family.loaded(area)},
        )
        shown = {one.assignment.township: one.key for one in members}
        return Plan(kind, area.outline(family.told), shown, surroundings, said, digest)

    @cached_property
    def _beyond(self) -> str:
        """A checksum of what pages of the parts of the nation show of what lies beyond."""
        nation = self.survey.nation
        kinds = [
            (kind, family.kind.limit)
            for kind, family in AREA_FAMILIES.items()
            if family.kind.is_divided(nation)
        ]
        return key_of(self.survey.main_year, self.survey.illustrations, kinds)

    def _known(self, one: PublishedTownship) -> tuple[object, ...]:
        """What pages about many may show of a township."""
        return one.assignment.township, one.outline.digest, one.assignment.surroundings.pairs


def _digest(family: AreaFamily, area: Area) -> str:
    """A checksum of what is told of an area as a whole."""
    return key_of(area.code, area.names, family.told(area.totals))
