"""What is known of reports when they are not at hand: how many findings, what sums, by which rules.

What is known of parts adds up to what is known of the whole, so an area takes no more than what is
known of its parts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.metrics.sums import Sums, added, sums_of
from generator.model import Assessment, Dossier, Outcome, Severity
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


class Brief(NamedTuple):
    """What is known of one report.

    `year` and `sums` are given when it enters comparisons. `found` counts the findings by rule;
    `outcomes` are those of the rules that it did not pass.
    """

    tally: Tally
    year: int | None
    sums: Sums | None
    found: Mapping[str, int]
    outcomes: tuple[tuple[str, Assessment], ...]

    @property
    def silent(self) -> set[str]:
        """The rules that it could not be assessed by."""
        silent = Outcome.NOT_ASSESSABLE
        return {rule for rule, one in self.outcomes if one.outcome is silent}


Reasons = tuple[tuple[str, int], ...]


class Said(NamedTuple):
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


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Whole:
    """An area as a whole: how many bodies lie in it, what was found, its sums by year.

    `pairs` counts those of alike reports that are led by one of its bodies. By rule it is known
    what was said; a rule that is not among them was passed by all.
    """

    bodies: int = 0
    pairs: int = 0
    tally: Tally = _NO_REPORTS
    years: Mapping[int, Sums] = field(default_factory=dict)
    rules: Mapping[str, Said] = field(default_factory=dict)

    @property
    def reports(self) -> int:
        """The reports that enter comparisons."""
        return sum(sums.reports for sums in self.years.values())

    def said(self, rule: str) -> Said:
        """What a rule said of its reports."""
        return self.rules.get(rule) or Said()


def brief_of(dossier: Dossier) -> Brief:
    """What is to be known of a report that was measured."""
    severities = Counter(dossier.severity(group) for group in dossier.causes.values())
    return Brief(
        tally=Tally(1, int(dossier.unbalanced), *(severities[s] for s in (*Severity, None))),
        year=dossier.report.year if dossier.compared else None,
        sums=sums_of(dossier) if dossier.compared else None,
        found=dict(Counter(finding.rule for finding in dossier.findings)),
        outcomes=tuple(
            pair for pair in dossier.assessments.items() if pair[1].outcome is not Outcome.PASS
        ),
    )


def of_reports(bodies: int, pairs: int, briefs: Iterable[Brief]) -> Whole:
    """What is known of the reports of some bodies together."""
    tallies: list[Tally] = []
    sums: list[tuple[int, Sums]] = []
    found: list[tuple[str, int]] = []
    outcomes: list[tuple[str, Assessment]] = []
    for brief in briefs:
        tallies.append(brief.tally)
        if brief.year and brief.sums:
            sums.append((brief.year, brief.sums))
        found += brief.found.items()
        outcomes += brief.outcomes
    # Reports of an area have mostly the same outcomes, so each is looked at once.
    said = [
        *(((rule, Said(count)), times) for (rule, count), times in Counter(found).items()),
        *(((rule, _of_one(one)), times) for (rule, one), times in Counter(outcomes).items()),
    ]
    return Whole(bodies, pairs, _together(tallies), _by_year(sums), _by_rule(said))


def of_parts(parts: Iterable[Whole]) -> Whole:
    """What is known of the parts of an area together."""
    wholes = list(parts)
    return Whole(
        sum(whole.bodies for whole in wholes),
        sum(whole.pairs for whole in wholes),
        _together([whole.tally for whole in wholes]),
        _by_year([pair for whole in wholes for pair in whole.years.items()]),
        _by_rule(((rule, one), 1) for whole in wholes for rule, one in whole.rules.items()),
    )


@lru_cache(maxsize=4096)
def _of_one(assessment: Assessment) -> Said:
    """What the outcome of a rule that one report did not pass adds."""
    if assessment.outcome is Outcome.FAIL:
        return Said(failed=1)
    return Said(unassessed=((assessment.reason, 1),))


def _by_rule(said: Iterable[tuple[tuple[str, Said], int]]) -> dict[str, Said]:
    """What each rule said in all; of what is given it is told how often that was said."""
    grouped: dict[str, list[tuple[Said, int]]] = {}
    for (rule, one), times in said:
        grouped.setdefault(rule, []).append((one, times))
    return {rule: _all(grouped[rule]) for rule in sorted(grouped)}


def _all(said: list[tuple[Said, int]]) -> Said:
    if len(said) == 1 and said[0][1] == 1:
        return said[0][0]
    findings = failed = 0
    reasons: dict[str, int] = {}
    for one, times in said:
        findings += times * one.findings
        failed += times * one.failed
        for reason, count in one.unassessed:
            reasons[reason] = reasons.get(reason, 0) + times * count
    return Said(findings, failed, tuple(sorted(reasons.items())))


def _together(tallies: list[Tally]) -> Tally:
    return Tally(*map(sum, zip(*tallies, strict=True))) if tallies else Tally()


def _by_year(sums: list[tuple[int, Sums]]) -> dict[int, Sums]:
    grouped: dict[int, list[Sums]] = {}
    for year, one in sums:
        grouped.setdefault(year, []).append(one)
    return {year: added(grouped[year]) for year in sorted(grouped)}
