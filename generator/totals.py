"""Summaries of reports, and the totals of townships and areas, for when reports are not at hand.

Totals of parts add up to those of the whole, so an area takes no more than the totals of its parts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from generator.metrics.sums import Sums, added, sums_of
from generator.model import Assessment, Dossier, Outcome, Severity, Township
from generator.pickled import pickled_as_call


class Tally(NamedTuple):
    """How many reports there are, and how many causes of each severity were found in them."""

    reports: int = 0
    unbalanced: int = 0
    errors: int = 0
    warnings: int = 0
    notices: int = 0
    withdrawn: int = 0

    @property
    def standing(self) -> int:
        """The causes that were not withdrawn."""
        return self.errors + self.warnings + self.notices

    @property
    def causes(self) -> int:
        """All causes, those withdrawn as well."""
        return self.standing + self.withdrawn

    def of(self, severity: Severity) -> int:
        """The causes of one severity that were not withdrawn."""
        return (self.errors, self.warnings, self.notices)[severity.rank]


_NO_REPORTS = Tally()


class ReportSummary(NamedTuple):
    """The summary of a report: its causes, the rules that found something, those without an answer.

    The rules are in the order of their names.
    """

    tally: Tally
    found: tuple[str, ...]
    silent: tuple[str, ...]

    def __reduce__(self) -> tuple[object, ...]:
        """Many reports have the same, which is one object where it is unpickled."""
        return _report_summary, tuple(self)


@lru_cache(maxsize=4096)
def _report_summary(tally: Tally, found: tuple[str, ...], silent: tuple[str, ...]) -> ReportSummary:
    return ReportSummary(tally, found, silent)


Reasons = tuple[tuple[str, int], ...]


class RuleCounts(NamedTuple):
    """What a rule said of some reports: its findings, how many reports failed, why it was silent.

    `unassessed` are the reasons for which reports could not be assessed, in order, each with their
    number.
    """

    findings: int = 0
    failed: int = 0
    unassessed: Reasons = ()

    @property
    def silent(self) -> int:
        """How many reports could not be assessed."""
        return sum(count for _, count in self.unassessed)

    def __reduce__(self) -> tuple[object, ...]:
        """Of many areas the same is said, which is one object where it is unpickled."""
        return _rule_counts, tuple(self)


@lru_cache(maxsize=4096)
def _rule_counts(findings: int, failed: int, unassessed: Reasons) -> RuleCounts:
    return RuleCounts(findings, failed, unassessed)


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of a township or an area: bodies, causes, the sums of numbers by year.

    `pairs` counts those of alike reports that are led by one of its bodies. By rule it is known
    what was said; a rule that is not among them was passed by all.
    """

    bodies: int = 0
    pairs: int = 0
    tally: Tally = _NO_REPORTS
    years: Mapping[int, Sums] = field(default_factory=dict)
    rules: Mapping[str, RuleCounts] = field(default_factory=dict)

    @property
    def reports(self) -> int:
        """The reports that enter comparisons."""
        return sum(sums.reports for sums in self.years.values())

    def of_rule(self, rule: str) -> RuleCounts:
        """What a rule said of its reports."""
        return self.rules.get(rule) or RuleCounts()


def report_summary(dossier: Dossier) -> ReportSummary:
    """The summary of a report that was measured."""
    severities = Counter(dossier.severity(group) for group in dossier.causes.values())
    silent = Outcome.NOT_ASSESSABLE
    return ReportSummary(
        tally=Tally(1, int(dossier.unbalanced), *(severities[s] for s in (*Severity, None))),
        found=tuple(sorted({finding.rule for finding in dossier.findings})),
        silent=tuple(sorted(r for r, one in dossier.assessments.items() if one.outcome is silent)),
    )


def body_totals(body: Township, summaries: Mapping[str, ReportSummary]) -> Totals:
    """The totals of one body, whose reports are measured and have summaries."""
    dossiers = body.dossiers
    found = Counter(finding.rule for dossier in dossiers for finding in dossier.findings)
    said = [((rule, RuleCounts(count)), 1) for rule, count in found.items()]
    # Rules have few reasons, and the years of a body mostly the same, so each is looked at once.
    outcomes = Counter(chain.from_iterable(dossier.assessments.items() for dossier in dossiers))
    said += [
        ((rule, _of_one(one)), times)
        for (rule, one), times in outcomes.items()
        if one.outcome is not Outcome.PASS
    ]
    return Totals(
        1,
        sum(len(dossier.led) for dossier in dossiers),
        _together([summaries[dossier.report.id].tally for dossier in dossiers]),
        _by_year([(d.report.year, sums_of(d)) for d in dossiers if d.compared and d.report.year]),
        _by_rule(said),
    )


def totals_of_parts(parts: Iterable[Totals]) -> Totals:
    """The totals of an area from those of its parts."""
    known = list(parts)
    if len(known) == 1:
        return known[0]
    return Totals(
        sum(one.bodies for one in known),
        sum(one.pairs for one in known),
        _together([one.tally for one in known]),
        _by_year([pair for one in known for pair in one.years.items()]),
        _by_rule(((rule, counts), 1) for one in known for rule, counts in one.rules.items()),
    )


@lru_cache(maxsize=4096)
def _of_one(assessment: Assessment) -> RuleCounts:
    """What the outcome of a rule that one report did not pass adds."""
    if assessment.outcome is Outcome.FAIL:
        return RuleCounts(failed=1)
    return RuleCounts(unassessed=((assessment.reason, 1),))


def _by_rule(said: Iterable[tuple[tuple[str, RuleCounts], int]]) -> dict[str, RuleCounts]:
    """What each rule said in all; of what is given it is told how often that was said."""
    grouped: dict[str, list[tuple[RuleCounts, int]]] = {}
    for (rule, one), times in said:
        grouped.setdefault(rule, []).append((one, times))
    return {rule: _all(grouped[rule]) for rule in sorted(grouped)}


def _all(said: list[tuple[RuleCounts, int]]) -> RuleCounts:
    if len(said) == 1 and said[0][1] == 1:
        return said[0][0]
    findings = failed = 0
    reasons: dict[str, int] = {}
    for one, times in said:
        findings += times * one.findings
        failed += times * one.failed
        for reason, count in one.unassessed:
            reasons[reason] = reasons.get(reason, 0) + times * count
    return _rule_counts(findings, failed, tuple(sorted(reasons.items())))


def _together(tallies: list[Tally]) -> Tally:
    return Tally(*map(sum, zip(*tallies, strict=True))) if tallies else Tally()


def _by_year(sums: list[tuple[int, Sums]]) -> dict[int, Sums]:
    grouped: dict[int, list[Sums]] = {}
    for year, one in sums:
        grouped.setdefault(year, []).append(one)
    return {year: added(grouped[year]) for year in sorted(grouped)}
