"""Rules that a report is judged by, each declared in one place; `assess` applies them all.

A new rule is a decorated function in the module of its family; nothing else knows of it.
"""

from generator.model import ALONE, Company, Report
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
from generator.rules.runner import Judged, judge

__all__ = ["RULES", "Example", "Rule", "assess", "assess_alone", "assess_beside"]

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


def assess(report: Report, company: Company = ALONE) -> Judged:
    """Every finding of every rule on a report, and the outcome of each rule."""
    alone, beside = assess_alone(report), assess_beside(report, company)
    return alone[0] + beside[0], alone[1] | beside[1]


def assess_alone(report: Report) -> Judged:
    """What the rules say that look at one report, while its prose is at hand."""
    return judge((rule for rule in RULES.values() if not rule.beside), report)


def assess_beside(report: Report, company: Company) -> Judged:
    """What the rules say that set a report beside others, all with their ids.

    The prose of the reports is gone by then; their numbers and what the prose states are not.
    """
    return judge((rule for rule in RULES.values() if rule.beside), report, company)
