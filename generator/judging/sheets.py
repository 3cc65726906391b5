"""One file → its sheet: what is in it and what the rules say of it alone; and the card of a sheet.

A sheet is large and needed twice: to set the report beside others and to show it. A card is what
the corpus as a whole has to know of every file meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from generator.ids import report_base, township_id
from generator.metrics.headline import Headline, headline
from generator.model import Assessment, FileRecord, Finding, Opened, Report
from generator.peers import Numbers, numbers_of
from generator.pickled import pickled_as_call
from generator.rules import assess_alone
from generator.rules.outliers import COMPARED
from generator.similarity import prose_digest

# What cards leave out, one object for all of them.
_NOTHING: Mapping[Any, Any] = {}
_NONE: frozenset[int] = frozenset()


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as read; of a report also its findings and outcomes by the rules on one report."""

    opened: Opened
    findings: tuple[Finding, ...] = ()
    assessments: Mapping[str, Assessment] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        """The report, with its prose; only of a file that holds one."""
        if self.opened.report is None:
            raise ValueError(f"{self.opened.record.file} holds no report")
        return self.opened.report


class Card(NamedTuple):
    """A file's record and, when there is one, its report with no more than who and when.

    Both have the ids that the report has if nothing else is like it. `numbers` are those that
    peers are compared by; `prose` is a checksum of its prose as far as it is compared. `headline`
    is what neighbours tell of it, `broken` are the findings of equations that do not hold.
    """

    record: FileRecord
    report: Report | None = None
    numbers: Numbers = ()
    prose: bytes = b""
    headline: Headline | None = None
    broken: tuple[Finding, ...] = ()


def sheet_of(opened: Opened) -> Sheet:
    """Judge what was read of a file; of its text the lines are kept, without its tables."""
    if opened.report is None or opened.document is None:
        return Sheet(opened)
    judged = assess_alone(opened.report)
    if not opened.document.grids:
        return Sheet(opened, *judged)
    return Sheet(replace(opened, document=replace(opened.document, grids=())), *judged)


def card_of(sheet: Sheet) -> Card:
    """The card of a sheet."""
    report = sheet.opened.report
    if report is None:
        return Card(sheet.opened.record)
    township = township_id(report, {})
    slim = replace(
        report.slim(),
        id=report_base(report, township),
        township=township,
        cells=_NOTHING,
        claims=(),
        changes=(),
        periods=(),
        artefacts=(),
        tables=_NOTHING,
        sections=(),
        masked_lines=_NONE,
    )
    record = replace(sheet.opened.record, reports=(slim.id,))
    broken = tuple(finding for finding in sheet.findings if finding.identity)
    return Card(
        record,
        slim,
        numbers_of(report, COMPARED),
        prose_digest(report),
        headline(report, unbalanced=bool(broken)),
        broken,
    )
