"""What is known of reports when they are not at hand: how many findings, what sums, by which rules.

What is known of parts adds up to what is known of the whole, so an area takes no more than what is
known of its parts.
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


class Brief(NamedTuple):
    """What is known of one report: what was found, by which rules, and which could not assess it.

    The rules are in the order of their names.
    """

    tally: Tally
    found: tuple[str, ...]
    silent: tuple[str, ...]

    def __reduce__(self) -> tuple[object, ...]:
        """Many reports have the same, which is one object where it is unpickled."""
        return _brief, tuple(self)


@lru_cache(maxsize=4096)
def _brief(tally: Tally, found: tuple[str, ...], silent: tuple[str, ...]) -> Brief:
    return Brief(tally, found, silent)


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

    def __reduce__(self) -> tuple[object, ...]:
        """Of many areas the same is said, which is one object where it is unpickled."""
        return _said, tuple(self)


@lru_cache(maxsize=4096)
def _said(findings: int, failed: int, unassessed: Reasons) -> Said:
    return Said(findings, failed, unassessed)


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
    silent = Outcome.NOT_ASSESSABLE
    return Brief(
        tally=Tally(1, int(dossier.unbalanced), *(severities[s] for s in (*Severity, None))),
        found=tuple(sorted({finding.rule for finding in dossier.findings})),
        silent=tuple(sorted(r for r, one in dossier.assessments.items() if one.outcome is silent)),
    )


def whole_of(body: Township, briefs: Mapping[str, Brief]) -> Whole:
    """What is known of the reports of one body together; they are measured, and have briefs."""
    dossiers = body.dossiers
    found = Counter(finding.rule for dossier in dossiers for finding in dossier.findings)
    said = [((rule, Said(count)), 1) for rule, count in found.items()]
    # Rules have few reasons, and the years of a body mostly the same, so each is looked at once.
    outcomes = Counter(chain.from_iterable(dossier.assessments.items() for dossier in dossiers))
    said += [
        ((rule, _of_one(one)), times)
        for (rule, one), times in outcomes.items()
        if one.outcome is not Outcome.PASS
    ]
    return Whole(
        1,
        sum(len(dossier.led) for dossier in dossiers),
        _together([briefs[dossier.report.id].tally for dossier in dossiers]),
        _by_year([(d.report.year, sums_of(d)) for d in dossiers if d.compared and d.report.year]),
        _by_rule(said),
    )


def of_parts(parts: Iterable[Whole]) -> Whole:
    """What is known of the parts of an area together."""
    wholes = list(parts)
    if len(wholes) == 1:
        return wholes[0]
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
    return _said(findings, failed, tuple(sorted(reasons.items())))


def _together(tallies: list[Tally]) -> Tally:
    return Tally(*map(sum, zip(*tallies, strict=True))) if tallies else Tally()


def _by_year(sums: list[tuple[int, Sums]]) -> dict[int, Sums]:
    grouped: dict[int, list[Sums]] = {}
    for year, one in sums:
        grouped.setdefault(year, []).append(one)
    return {year: added(grouped[year]) for year in sorted(grouped)}
