"""A report with all that was found and measured, and what it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.body import Body
from generator.model.document import Document, Number
from generator.model.overlap import Overlap
from generator.model.report import Report
from generator.model.verdict import Assessment, Finding, Severity


class MeasureStatus(StrEnum):
    """Whether a metric has a value, and if not, why."""

    OK = "ok"
    SMALL_DENOMINATOR = "small_denominator"
    NO_DENOMINATOR = "no_denominator"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric of one report: k, n, and the value k/n (× 100 for a ratio per 100).

    A count has a numerator only. `value` is None unless the status is `OK`; `low` and `high` are
    the Wilson 95 % interval and given only between the two thresholds for small numbers.
    """

    metric: str
    status: MeasureStatus
    numerator: Number | None = None
    denominator: Number | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One report with all that was found and measured; its prose is gone, its numbers are not.

    Nothing is measured of a report that is only judged. `overlaps` are the reports whose prose is
    alike, the most alike first.
    """

    report: Report
    findings: tuple[Finding, ...]
    assessments: Mapping[str, Assessment]
    measures: Mapping[str, Measure] = field(default_factory=dict)
    overlaps: tuple[Overlap, ...] = ()

    @property
    def causes(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by cause id, gravest cause first: what pages and totals count."""
        grouped: dict[str, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(self.cause_id(finding), []).append(finding)
        ordered = sorted(grouped.items(), key=lambda pair: min(f.severity.rank for f in pair[1]))
        return {cause: tuple(findings) for cause, findings in ordered}

    @property
    def unbalanced(self) -> bool:
        """Whether an equation that the form prints does not hold: its numbers are marked."""
        return any(finding.identity for finding in self.findings)

    def finding_id(self, finding: Finding) -> str:
        """`<report>:<rule>:<cell or running number>`."""
        return f"{self.report.id}:{finding.rule}:{finding.at}"

    def cause_id(self, finding: Finding) -> str:
        """`<report>:<cell to edit>`, or the finding's own id when it stands alone."""
        return f"{self.report.id}:{finding.cause}" if finding.cause else self.finding_id(finding)

    def count(self, severity: Severity) -> int:
        """How many causes are of this severity (that of their gravest finding)."""
        worst = (min(f.severity.rank for f in group) for group in self.causes.values())
        return sum(1 for rank in worst if rank == severity.rank)


class FileOutcome(StrEnum):
    """What became of a file that was found."""

    READ = "read"
    PARTLY_READ = "partly_read"
    NOT_READ = "not_read"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file below `reports/`: every file found is accounted for."""

    file: str
    format: str
    size: int
    sha256: str
    outcome: FileOutcome
    encoding: str = ""
    reason: str = ""
    replacement_characters: int = 0
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """One file as read: its record, its text when it has any, its report when it is one."""

    record: FileRecord
    document: Document | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A publisher's or maintainer's answer to a finding, a row of `corrections.csv`."""

    report: str
    rule: str
    cell: str
    status: str
    statement: str
    source_url: str
    date: str


@dataclass(frozen=True, slots=True)
class Township:
    """A body with its reports, oldest first; `main` names it, the latest report deciding."""

    id: str
    dossiers: tuple[Dossier, ...]

    @property
    def main(self) -> Body:
        """The body as its latest report names it."""
        return self.dossiers[-1].report.body

    @property
    def shown(self) -> tuple[Dossier, ...]:
        """The one report of each year that stands for it, oldest first."""
        return tuple(dossier for dossier in self.dossiers if dossier.report.preferred)

    def also_of(self, dossier: Dossier) -> tuple[Dossier, ...]:
        """The other reports of the same year: the year was published more than once."""
        year, own = dossier.report.year, dossier.report.id
        return tuple(d for d in self.dossiers if d.report.year == year and d.report.id != own)
