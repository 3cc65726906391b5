"""Rules that a report is judged by, each declared in one place; `assess` applies them all.

A new rule is a decorated function in the module of its family; nothing else knows of it.
"""

from generator.model import Report
from generator.rules import (
    appeals,
    cells,
    declarations,
    formalities,
    headings,
    proactive,
    prose,
    requests,
    values,
)
from generator.rules.registry import REGISTRY, Example, Rule
from generator.rules.runner import Judged, judge

__all__ = ["RULES", "Example", "Rule", "assess"]

# Modules in the order in which a report is read; within one, rules stand in the order of its text.
_FAMILIES = (
    headings,
    cells,
    values,
    formalities,
    declarations,
    proactive,
    requests,
    appeals,
    prose,
)

RULES: dict[str, Rule] = {
    id_: rule
    for family in _FAMILIES
    for id_, rule in REGISTRY.items()
    if rule.check.__module__ == family.__name__
}


def assess(report: Report) -> Judged:
    """Every finding of every rule on a report, and the outcome of each rule."""
    return judge(RULES.values(), report)
