"""Rules that a report is judged by, each declared in one place; `assess` applies them all.

A new rule is a decorated function in the module of its family; nothing else knows of it.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.model import ALONE, Finding, Report, ReportContext
from generator.rules import (
    admissions,
    appeals,
    carried,
    caseload,
    cells,
    changes,
    charges,
    citations,
    compared,
    composition,
    contradictions,
    dates,
    declarations,
    disputes,
    editions,
    fees,
    formalities,
    headings,
    likeness,
    local,
    outliers,
    overview,
    phrases,
    places,
    proactive,
    proactive_prose,
    problems,
    prose,
    punctuation,
    requests,
    series,
    shares,
    unrequested,
    values,
    years,
)
from generator.rules.registry import REGISTRY, Example, Rule
from generator.rules.runner import Verdict, judge

__all__ = ["RULES", "Example", "Rule", "assess", "assess_alone", "assess_beside", "together"]

# Modules in the order in which a report is read; within one, rules stand in the order of its text.
_FAMILIES = (
    headings,
    editions,
    cells,
    values,
    formalities,
    overview,
    problems,
    declarations,
    citations,
    composition,
    proactive,
    charges,
    proactive_prose,
    outliers,
    requests,
    caseload,
    appeals,
    disputes,
    unrequested,
    prose,
    contradictions,
    fees,
    shares,
    changes,
    places,
    years,
    phrases,
    punctuation,
    admissions,
    local,
    likeness,
    dates,
    carried,
    compared,
    series,
)

RULES: dict[str, Rule] = {
    id_: rule
    for family in _FAMILIES
    for id_, rule in REGISTRY.items()
    if rule.check.__module__ == family.__name__
}
_PLACES = {id_: place for place, id_ in enumerate(RULES)}
_ALONE = tuple(rule for rule in RULES.values() if not rule.beside)
_BESIDE = tuple(rule for rule in RULES.values() if rule.beside)


def assess(report: Report, context: ReportContext = ALONE) -> Verdict:
    """Every finding of every rule on a report, and the outcome of each rule."""
    alone = assess_alone(report)
    return together(report, alone, assess_beside(report, context, alone[0]))


def assess_alone(report: Report) -> Verdict:
    """What the rules say that look at one report, while its prose is at hand."""
    return judge(_ALONE, report)


def assess_beside(report: Report, context: ReportContext, told: Iterable[Finding]) -> Verdict:
    """What the rules say that set a report beside others, all with their ids.

    The prose of the reports is gone by then; their numbers and what the prose states are not, and
    `told` is what was found in the report alone.
    """
    return judge(_BESIDE, report, context, told)


def together(report: Report, alone: Verdict, beside: Verdict) -> Verdict:
    """Both in the order of the rules.

    Where another report calls for some of several edits that would do alike, all that these edits
    would mend is put down to those.
    """
    called_for = {edit: finding for finding in beside[0] for edit in finding.mends}
    led = {
        finding.cause: called_for[edit]
        for finding in alone[0]
        for edit in finding.mends
        if edit in called_for
    }
    findings = [_led_by(led.get(one.cause), one, report) for one in alone[0]]
    ordered = sorted([*findings, *beside[0]], key=lambda finding: _PLACES[finding.rule])
    outcomes = alone[1] | beside[1]
    return tuple(ordered), {id_: outcomes[id_] for id_ in RULES if id_ in outcomes}


def _led_by(other: Finding | None, one: Finding, report: Report) -> Finding:
    if other is None or not one.cause:
        return one
    if not one.mends:
        return replace(one, cause=other.cause)
    line = report.line_of(other.cause) if one.identity else one.line
    return replace(one, cause=other.cause, mends=other.mends, line=line)
