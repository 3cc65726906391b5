"""What a build says when it is done."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Problem
from generator.model import FileOutcome, FileRecord, Severity
from generator.survey import Survey
from generator.writer import Counts

REMEDIES = {
    "unsupported_format": (
        "its format is not read yet",
        "Save it as plain text (.txt) or Markdown (.md).",
    ),
    "too_large": ("larger than 20 MB", "Check that it is a report."),
    "mask_unclear": (
        "which lines to mask is not clear, so nothing of it is shown",
        "Correct mask_lines in reports.csv: line numbers of the file, such as 12 40-42.",
    ),
    "no_access": ("could not be opened", "Check its permissions."),
    "empty": ("empty", "Put the report's text into it or remove it."),
    "no_form": (
        "not recognised as a report: no heading and no table of the national form",
        "Check that it is an annual report on open government information.",
    ),
    "same_as": ("same content as {detail}, read once", "Remove one of the two."),
    "cells_unread": ("{detail} cells could not be read", "See the report's page for which."),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of a build."""

    survey: Survey
    problems: tuple[Problem, ...]
    counts: Counts

    def lines(self) -> Iterator[str]:
        """The summary, a line each; messages to the maintainer last."""
        survey, counts = self.survey, self.counts
        outcomes = Counter(record.outcome for record in survey.files)
        read = outcomes[FileOutcome.READ] + outcomes[FileOutcome.PARTLY_READ]
        cells = sum(dossier.report.reported for dossier in survey.dossiers)
        expected = sum(len(dossier.report.cells) for dossier in survey.dossiers)
        yield f"{len(survey.files)} files found, {read} read"
        yield f"{cells} of {expected} cells hold a number"
        causes = {s: sum(d.count(s) for d in survey.dossiers) for s in Severity}
        yield "findings: " + ", ".join(f"{severity} {n}" for severity, n in causes.items())
        yield (
            f"{counts.written} files written, {counts.unchanged} unchanged, "
            f"{counts.removed} removed"
        )
        if not survey.settings.base_url:
            yield (
                "site.toml: no base_url, so canonical links, hreflang and the sitemap are "
                "left out. Set it once the address is known."
            )
        for record in survey.files:
            if record.reason:
                yield _file_line(record)
        yield from map(str, self.problems)


def _file_line(record: FileRecord) -> str:
    code, _, detail = record.reason.partition(" ")
    what, remedy = REMEDIES[code]
    return f"reports/{record.file}: {what.format(detail=detail)}. {remedy}"
