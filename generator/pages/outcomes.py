"""The rules that a report passed and those that could not be assessed, by family."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.form import FORM
from generator.model import Dossier, Finding, Outcome
from generator.pages.base import View, rule_path
from generator.phrases import reason_text
from generator.rules import RULES


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule in a list of outcomes, with the reason when it could not be assessed."""

    id: str
    path: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one family."""

    heading: str
    rules: tuple[ShownRule, ...]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.rules)


def with_outcome(view: View, dossier: Dossier, outcome: Outcome) -> tuple[RuleGroup, ...]:
    """The rules that had an outcome on a report, by family in the order of the rule book."""
    groups: dict[str, list[ShownRule]] = {}
    for rule in _having(dossier, outcome):
        reason = dossier.assessed(rule).reason
        shown = ShownRule(
            rule,
            rule_path(rule),
            RULES[rule].title.in_(view.lang),
            reason_text(reason, view.lang) if reason else "",
        )
        groups.setdefault(family(view, rule), []).append(shown)
    return tuple(RuleGroup(heading, tuple(rules)) for heading, rules in groups.items())


def _having(dossier: Dossier, outcome: Outcome) -> Iterator[str]:
    return (rule for rule in RULES if dossier.assessed(rule).outcome is outcome)


def family(view: View, rule: str) -> str:
    """What a family of rules is about, by the beginning of its ids."""
    words = {
        "STR": view.t("family.structure"),
        "TA": FORM["proactive", 2021].title.in_(view.lang),
        "TB": FORM["requests", 2021].title.in_(view.lang),
        "TC": FORM["appeals", 2021].title.in_(view.lang),
        "NX": view.t("family.prose"),
        "TX": view.t("family.language"),
        "DT": view.t("family.time"),
        "CY": view.t("family.time"),
    }
    prefix = rule.partition("-")[0]
    return words.get(prefix, prefix)


def summary(view: View, dossier: Dossier) -> str:
    """How many rules had each outcome, and what of the failures was withdrawn."""
    counted = {outcome: len(tuple(_having(dossier, outcome))) for outcome in Outcome}
    said = view.t(
        "report.summary",
        passed=counted[Outcome.PASS],
        failed=counted[Outcome.FAIL],
        open=counted[Outcome.NOT_ASSESSABLE],
    )
    n = len(_rules_of(dossier.findings) - _rules_of(dossier.standing))
    return said + (view.t("site.space") + view.t("report.summary_withdrawn", n=n) if n else "")


def _rules_of(findings: Iterable[Finding]) -> set[str]:
    return {finding.rule for finding in findings}
