"""Reports for tests of rules: written, read and judged as the program does it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.example_messages import judged_example
from generator.form import FORM, Edition
from generator.gazetteer import located
from generator.model import Assessment, Edit, Finding, Report, Source
from generator.parse import parse
from generator.phrases import mends_of
from generator.readers import read_text
from generator.rules import assess
from generator.specimen import Specimen, written


@dataclass(frozen=True)
class Judged:
    """What the rules said of a report."""

    report: Report
    findings: tuple[Finding, ...]
    assessments: Mapping[str, Assessment]

    def of(self, *rules: str) -> list[Finding]:
        """The findings of some rules."""
        return [finding for finding in self.findings if finding.rule in rules]

    def outcome(self, rule: str) -> str:
        """The outcome of a rule and its reason, as one text."""
        assessment = self.assessments[rule]
        return f"{assessment.outcome.value} {assessment.reason}".strip()

    @property
    def causes(self) -> dict[str, tuple[Edit, ...]]:
        """The cells to edit, with the alternatives."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.cause:
                groups.setdefault(finding.cause, []).append(finding)
        return {cause: mends_of(group) for cause, group in groups.items()}


def read_lines(text: str) -> Report:
    """A report from its text."""
    report = parse(read_text(text.encode()), Source("specimen.txt", "txt", "utf-8", 0, ""))
    assert isinstance(report, Report)
    return located(report)


def read(specimen: Specimen) -> Report:
    """A specimen written and read again."""
    return read_lines(written(specimen))


def judged_text(text: str) -> Judged:
    """What the rules say of a text."""
    report = read_lines(text)
    return Judged(report, *assess(report))


def judged(specimen: Specimen, *beside: Specimen) -> Judged:
    """What the rules say of a specimen, of a known township when others stand beside it."""
    return example(specimen, *beside) if beside else judged_text(written(specimen))


def example(specimen: Specimen, *beside: Specimen) -> Judged:
    """What the rules say of an example, as the pages of rules show it."""
    report, said = judged_example(specimen, *beside)
    return Judged(report, *said)


def balanced(edition: Edition = 2021) -> dict[str, int]:
    """Numbers for every cell of tables B and C that add up in every way, few of them 0."""
    columns = [item.key for item in FORM["requests", edition].blocks[0].column_leaves()][:-1]
    rows = [item.key for item in FORM["requests", edition].blocks[0].row_leaves()]
    outcomes = rows[2:-2]
    numbers: dict[str, int] = {}
    for place, column in enumerate(columns):
        decided = {row: (3 * place + 5 * nth) % 7 for nth, row in enumerate(outcomes)}
        total = sum(decided.values())
        rest = {"processed": total, "carried_forward": 2, "brought_forward": 1}
        values = {**decided, **rest, "received": total + 1}
        numbers |= {f"requests.{row}.{column}": value for row, value in values.items()}
    for row in rows:
        numbers[f"requests.{row}.total"] = sum(numbers[f"requests.{row}.{c}"] for c in columns)
    for row in ("reconsideration", "suit_direct", "suit_after_reconsideration"):
        parts = {"upheld": 3, "corrected": 1, "other": 0, "pending": 2, "total": 6}
        numbers |= {f"appeals.{row}.{column}": value for column, value in parts.items()}
    return numbers


# Prose that fits whatever the tables hold: it counts neither cases nor requests.
FITTING = {
    "appeals": "对因政府信息公开引起的行政复议、行政诉讼依法应诉。",
    "other": "本年度发出收费通知9999件，总金额999900元，实际收取总金额0元。",
}


def printed(numbers: Mapping[str, int], edition: Edition = 2021) -> Specimen:
    """A specimen with these numbers."""
    cells = {address: str(number) for address, number in numbers.items()}
    year = 2020 if edition == 2019 else 2023
    return Specimen(year=year, cells=cells, proactive=edition, requests=edition, prose=FITTING)
