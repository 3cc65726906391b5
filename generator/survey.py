"""Everything known after reading and judging: the numbers of all reports, without their texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.areas import Area, nation, unit
from generator.bilingual import Text
from generator.model import Dossier, FileRecord, Reply, Township
from generator.rule_benchmark import RuleBenchmark
from generator.settings import Settings
from generator.totals import ReportSummary, Totals, body_totals, report_summary, totals_of_parts

FEW = 200  # reports that a rule could not assess, so few that they are named


class Aggregates(NamedTuple):
    """Summaries of reports that are not at hand, by their ids, and totals by unit."""

    summaries: Mapping[str, ReportSummary]
    by_unit: Mapping[str, Totals]


@dataclass(frozen=True)
class Survey:
    """The input of pages and exports; `dossiers` are sorted by report id, `files` by path.

    A survey to which is `given` what is known of reports holds no more of most of them than their
    cards do. `illustrations` are what each rule says of its own breaking example, `benchmark` how
    the rules did on planted errors.
    """

    dossiers: tuple[Dossier, ...]
    files: tuple[FileRecord, ...] = ()
    replies: tuple[Reply, ...] = ()
    settings: Settings = field(default_factory=Settings)
    illustrations: Mapping[str, Text] = field(default_factory=dict)
    benchmark: RuleBenchmark | None = None
    given: Aggregates | None = None

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
    def nation(self) -> Area:
        """All bodies by the divisions they lie in."""
        return nation(self.townships, self._aggregates.by_unit)

    @property
    def summaries(self) -> Mapping[str, ReportSummary]:
        """The summary of each report, by its id."""
        return self._aggregates.summaries

    @cached_property
    def _aggregates(self) -> Aggregates:
        return self.given or aggregates_of(self.dossiers, self.townships)

    @cached_property
    def found(self) -> Mapping[str, tuple[Township, ...]]:
        """The bodies in whose reports a rule found something, by rule."""
        named: dict[str, dict[str, Township]] = {}
        for body in self.townships:
            for dossier in body.dossiers:
                for rule in self.summaries[dossier.report.id].found:
                    named.setdefault(rule, {})[body.id] = body
        return {rule: tuple(bodies.values()) for rule, bodies in named.items()}

    @cached_property
    def silent(self) -> Mapping[str, tuple[Township, ...]]:
        """The bodies with a report that a rule could not assess, by rule, unless they are many."""
        said = self.nation.totals.rules
        few = {rule for rule, one in said.items() if one.silent <= FEW}
        named: dict[str, dict[str, Township]] = {}
        for body in self.townships:
            for dossier in body.dossiers:
                for rule in few.intersection(self.summaries[dossier.report.id].silent):
                    named.setdefault(rule, {})[body.id] = body
        return {rule: tuple(bodies.values()) for rule, bodies in named.items()}

    @cached_property
    def main_year(self) -> int | None:
        """The latest of the years that have the most reports: the year of the home page."""
        compared = self.nation.totals.years
        return max(compared, key=lambda year: (compared[year].reports, year), default=None)


def aggregates_of(dossiers: Iterable[Dossier], townships: Iterable[Township]) -> Aggregates:
    """The same of reports that are at hand, which are those of some bodies."""
    summaries = {dossier.report.id: report_summary(dossier) for dossier in dossiers}
    units: dict[str, list[Totals]] = {}
    for body in townships:
        units.setdefault(unit(body.main), []).append(body_totals(body, summaries))
    return Aggregates(summaries, {name: totals_of_parts(those) for name, those in units.items()})
