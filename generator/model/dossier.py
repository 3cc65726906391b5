"""A report with all that was found and measured, and what it belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from generator.form import Edition, TableKey
from generator.model.body import TOWNSHIP_KINDS, Body
from generator.model.document import Document, Number, TableReading
from generator.model.overlap import Overlap
from generator.model.reply import Reply
from generator.model.report import Report
from generator.model.verdict import PASSED, Assessment, Finding, Severity
from generator.pickled import pickled_as_call


class MeasureStatus(StrEnum):
    """Whether a metric has a value, and if not, why."""

    OK = "ok"
    SMALL_DENOMINATOR = "small_denominator"
    NO_DENOMINATOR = "no_denominator"
    NOT_ASSESSABLE = "not_assessable"


class Measure(NamedTuple):
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


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Dossier:
    """One report with all that was found, measured and answered; its prose is gone.

    Rules that are not among the `assessments` were passed. Nothing is measured of a report that is
    only judged; `outcomes` and `disputes` are the numbers that charts of these show, None where one
    was not read. `overlaps` are the reports whose prose is alike, the most alike first; `replies`
    are those to this report, oldest first.
    """

    report: Report
    findings: tuple[Finding, ...]
    assessments: Mapping[str, Assessment]
    measures: Mapping[str, Measure] = field(default_factory=dict)
    outcomes: tuple[Number | None, ...] = ()
    disputes: tuple[Number | None, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    replies: tuple[Reply, ...] = ()

    def assessed(self, rule: str) -> Assessment:
        """The outcome of a rule."""
        return self.assessments.get(rule, PASSED)

    @property
    def causes(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by cause id, gravest cause first, those withdrawn last."""
        grouped: dict[str, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(self.cause_id(finding), []).append(finding)
        ordered = sorted(grouped.items(), key=lambda pair: self._rank(pair[1]))
        return {cause: tuple(findings) for cause, findings in ordered}

    @property
    def led(self) -> tuple[Overlap, ...]:
        """What it has in common with the reports that stand after it in a pair."""
        return tuple(overlap for overlap in self.overlaps if overlap.leads)

    @property
    def compared(self) -> bool:
        """Whether it enters township comparisons: one report a year, of townships only."""
        report = self.report
        return report.preferred and bool(report.year) and report.body.kind in TOWNSHIP_KINDS

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that were not withdrawn."""
        return tuple(f for f in self.findings if not self.withdrawal(f))

    @property
    def unbalanced(self) -> bool:
        """Whether an equation that the form prints does not hold: its numbers are marked."""
        return any(finding.identity for finding in self.standing)

    def replies_to(self, findings: Iterable[Finding]) -> tuple[Reply, ...]:
        """The replies to any of some findings, oldest first."""
        about = tuple(findings)
        return tuple(reply for reply in self.replies if any(map(reply.about, about)))

    def withdrawal(self, finding: Finding) -> Reply | None:
        """The last reply that withdraws a finding.

        An equation is mistaken when a number was misread, so all that was put down to that number
        falls with it; what else was joined to a cause can be mistaken alone.
        """
        if not self.replies:
            return None
        same = [f for f in self.findings if f.cause and f.cause == finding.cause and f.identity]
        mistakes = (r for r in self.replies_to((finding, *same)) if r.withdraws)
        return next(reversed(tuple(mistakes)), None)

    def slim(self) -> "Dossier":
        """What comparisons need: of the report who and when, of the outcomes of rules no passes."""
        editions = tuple((key, table.edition) for key, table in self.report.tables.items())
        report = replace(self.report, tables=_bare(editions), cells={}, sections=(), claims=())
        return replace(
            self,
            report=replace(report, changes=(), periods=(), artefacts=()),
            assessments={rule: one for rule, one in self.assessments.items() if one != PASSED},
        )

    def finding_id(self, finding: Finding) -> str:
        """`<report>:<rule>:<cell or running number>`."""
        return f"{self.report.id}:{finding.rule}:{finding.at}"

    def cause_id(self, finding: Finding) -> str:
        """`<report>:<cell to edit>`, or the finding's own id when it stands alone."""
        return f"{self.report.id}:{finding.cause}" if finding.cause else self.finding_id(finding)

    def count(self, severity: Severity) -> int:
        """How many causes are of this severity; what was withdrawn is not counted."""
        return sum(1 for group in self.causes.values() if self.severity(group) is severity)

    @property
    def withdrawn(self) -> int:
        """How many causes were withdrawn as a whole."""
        if not self.replies:
            return 0
        return sum(1 for group in self.causes.values() if self.severity(group) is None)

    def severity(self, group: tuple[Finding, ...]) -> Severity | None:
        """The gravest severity among findings that were not withdrawn, None when all were."""
        standing = (f.severity for f in group if not self.withdrawal(f))
        return min(standing, key=lambda severity: severity.rank, default=None)

    def _rank(self, group: list[Finding]) -> int:
        severity = self.severity(tuple(group))
        return len(Severity) if severity is None else severity.rank


@cache
def _bare(editions: tuple[tuple[TableKey, Edition], ...]) -> Mapping[TableKey, TableReading]:
    """Tables of which no more is known than their editions: the same ones for all reports."""
    return {key: TableReading(key, edition) for key, edition in editions}


class FileOutcome(StrEnum):
    """What became of a file that was found."""

    READ = "read"
    PARTLY_READ = "partly_read"
    NOT_READ = "not_read"
    DUPLICATE = "duplicate"


@pickled_as_call
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


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Opened:
    """One file as read: its record, its text when it has any, its report when it is one."""

    record: FileRecord
    document: Document | None = None
    report: Report | None = None


@pickled_as_call
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
