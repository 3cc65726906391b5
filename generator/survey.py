"""Everything known after reading and judging: the numbers of all reports, without their texts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.areas import Area, nation
from generator.bilingual import Text
from generator.metrics.sums import NOTHING, Sums
from generator.model import Dossier, FileRecord, Outcome, Reply, Township
from generator.settings import Settings
from generator.trial import Trial


@dataclass(frozen=True)
class Survey:
    """The input of pages and exports; `dossiers` are sorted by report id, `files` by path.

    `illustrations` are what each rule says of its own breaking example, `trial` how the rules did
    on planted errors.
    """

    dossiers: tuple[Dossier, ...]
    files: tuple[FileRecord, ...] = ()
    replies: tuple[Reply, ...] = ()
    settings: Settings = field(default_factory=Settings)
    illustrations: Mapping[str, Text] = field(default_factory=dict)
    trial: Trial | None = None

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
        return nation(self.townships)

    def outcomes(self, rule: str) -> Counter[Outcome]:
        """How often a rule had each outcome."""
        others = self._not_passed.get(rule, Counter())
        passed = len(self.dossiers) - others.total()
        return others | Counter({Outcome.PASS: passed})

    @cached_property
    def _not_passed(self) -> Mapping[str, Counter[Outcome]]:
        counted: dict[str, Counter[Outcome]] = {}
        for dossier in self.dossiers:
            for rule, assessment in dossier.assessments.items():
                if assessment.outcome is not Outcome.PASS:
                    counted.setdefault(rule, Counter())[assessment.outcome] += 1
        return counted

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
