"""Reports judged as a build judges them, and what follows for the exit code."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.checking.named import Paths, named, whole
from generator.corpus import Corpus
from generator.judging import Judged, judge_all
from generator.model import Dossier, FileOutcome, FileRecord, Finding, Outcome, Severity
from generator.progress import Progress, silent

CLEAN, FOUND, UNREAD = 0, 1, 2


class Checked(NamedTuple):
    """What was read and judged; `paths` are the files as the operator would name them."""

    corpus: Corpus
    paths: Paths
    judged: Judged
    fail_on: Severity

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The reports with their findings, in the order of their files."""
        return tuple(self.judged.dossiers.values())

    def path(self, dossier: Dossier) -> str:
        """Where the file of a report lies."""
        return self.paths[dossier.report.source.file]

    def groups(self, dossier: Dossier) -> Iterator[tuple[Finding, ...]]:
        """The findings by cause, gravest first; those withdrawn as our mistake are left out."""
        for group in dossier.causes.values():
            standing = tuple(f for f in group if not dossier.withdrawal(f))
            if standing:
                yield standing

    def remarks(self) -> Iterator[tuple[str, FileRecord]]:
        """The files of which something has to be said beside findings, each with its path."""
        for record in self.judged.records:
            if record.reason:
                yield self.paths[record.file], record

    def causes(self, severity: Severity) -> int:
        """How many causes are of this severity."""
        return sum(dossier.count(severity) for dossier in self.dossiers)

    @property
    def not_assessable(self) -> int:
        """How many times a rule could not be assessed on a report."""
        return sum(
            assessment.outcome is Outcome.NOT_ASSESSABLE
            for dossier in self.dossiers
            for assessment in dossier.assessments.values()
        )

    @property
    def code(self) -> int:
        """The exit code: a file that was not read never passes silently."""
        if any(record.outcome is FileOutcome.NOT_READ for record in self.judged.records):
            return UNREAD
        ranks = (f.severity.rank for dossier in self.dossiers for f in dossier.standing)
        return FOUND if any(rank <= self.fail_on.rank for rank in ranks) else CLEAN


def check(
    files: Sequence[Path], content: Path, fail_on: str, progress: Progress = silent
) -> Checked:
    """Judge the named files beside each other, or, where none is named, all of `content`."""
    corpus, paths = named(files, content) if files else whole(content)
    return Checked(corpus, paths, judge_all(corpus, progress), Severity(fail_on))
