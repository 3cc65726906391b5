"""Everything known after reading and judging: the numbers of all reports, without their texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.areas import Area, nation, unit
from generator.bilingual import Text
from generator.briefs import Brief, Whole, brief_of, of_parts, whole_of
from generator.metrics.sums import NOTHING, Sums
from generator.model import Dossier, FileRecord, Reply, Township
from generator.settings import Settings
from generator.trial import Trial

FEW = 200  # reports that a rule could not assess, so few that they are named


class Gist(NamedTuple):
    """What is known of reports that are not at hand: of each by its id, of all in each unit."""

    briefs: Mapping[str, Brief]
    wholes: Mapping[str, Whole]


@dataclass(frozen=True)
class Survey:
    """The input of pages and exports; `dossiers` are sorted by report id, `files` by path.

    A survey to which is `given` what is known of reports holds no more of most of them than their
    cards do. `illustrations` are what each rule says of its own breaking example, `trial` how
    the rules did on planted errors.
    """

    dossiers: tuple[Dossier, ...]
    files: tuple[FileRecord, ...] = ()
    replies: tuple[Reply, ...] = ()
    settings: Settings = field(default_factory=Settings)
    illustrations: Mapping[str, Text] = field(default_factory=dict)
    trial: Trial | None = None
    given: Gist | None = None

    @cached_property
    def townships(self) -> tuple[Township, ...]:
        """All bodies in administrative order (code, then id), each with its reports by year."""
        grouped: dict[str, list[Dossier]] = {}
        for dossier in self.dossiers:
            grouped.setdefault(dossier.report.township, []).append(dossier)
        return tuple(
            Township(key, tuple(sorted(group, key=lambda d: (d.report.year or 0, d.report.id))))
            for key, group in sorted(grouped.items())
        )

    @cached_property
    def compared(self) -> tuple[Dossier, ...]:
        """The reports that enter township comparisons: one a year, of townships only."""
        return tuple(dossier for dossier in self.dossiers if dossier.compared)

    @cached_property
    def nation(self) -> Area:
        """All bodies by the divisions they lie in."""
        return nation(self.townships, self._gist.wholes)

    @property
    def briefs(self) -> Mapping[str, Brief]:
        """What is known of each report, by its id."""
        return self._gist.briefs

    @cached_property
    def _gist(self) -> Gist:
        return self.given or gist_of(self.dossiers, self.townships)

    @cached_property
    def found(self) -> Mapping[str, tuple[Township, ...]]:
        """The bodies in whose reports a rule found something, by rule."""
        named: dict[str, dict[str, Township]] = {}
        for body in self.townships:
            for dossier in body.dossiers:
                for rule in self.briefs[dossier.report.id].found:
                    named.setdefault(rule, {})[body.id] = body
        return {rule: tuple(bodies.values()) for rule, bodies in named.items()}

    @cached_property
    def silent(self) -> Mapping[str, tuple[Township, ...]]:
        """The bodies with a report that a rule could not assess, by rule, unless they are many."""
        said = self.nation.whole.rules
        few = {rule for rule, one in said.items() if one.silent <= FEW}
        named: dict[str, dict[str, Township]] = {}
        for body in self.townships:
            for dossier in body.dossiers:
                for rule in few.intersection(self.briefs[dossier.report.id].silent):
                    named.setdefault(rule, {})[body.id] = body
        return {rule: tuple(bodies.values()) for rule, bodies in named.items()}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of compared reports, latest first."""
        return tuple(sorted(self.nation.whole.years, reverse=True))

    @cached_property
    def main_year(self) -> int | None:
        """The latest of the years that have the most reports: the year of the home page."""
        compared = self.nation.whole.years
        return max(compared, key=lambda year: (compared[year].reports, year), default=None)

    def of_year(self, year: int | None) -> Sums:
        """The sums over the compared reports of one year."""
        return self.nation.whole.years.get(year, NOTHING) if year else NOTHING


def gist_of(dossiers: Iterable[Dossier], townships: Iterable[Township]) -> Gist:
    """What is known of reports that are at hand, which are those of some bodies."""
    briefs = {dossier.report.id: brief_of(dossier) for dossier in dossiers}
    units: dict[str, list[Whole]] = {}
    for body in townships:
        units.setdefault(unit(body.main), []).append(whole_of(body, briefs))
    return Gist(briefs, {name: of_parts(wholes) for name, wholes in units.items()})
