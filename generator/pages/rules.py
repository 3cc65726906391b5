"""The rule book: what each rule checks, on what it rests, examples, and what it found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from generator.examples import ExampleRow, Which, example_rows
from generator.model import Dossier, Outcome, Severity
from generator.pages.base import Crumb, Page, View, report_path, rule_path
from generator.pages.outcomes import family
from generator.pages.replies import withdrawal_text
from generator.phrases import reason_text
from generator.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list, with how often it passed, failed, could not be assessed."""

    id: str
    path: str
    title: str
    severity: Severity
    passed: int
    failed: int
    not_assessable: int


@dataclass(frozen=True, slots=True)
class RuleFamily:
    """The rules on one part of a report."""

    heading: str
    rows: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage(Page):
    """All rules."""

    template: ClassVar[str] = "pages/rules.html"

    families: tuple[RuleFamily, ...]


@dataclass(frozen=True, slots=True)
class ShownExample:
    """A passing or a breaking example, and what the rule says of the breaking one."""

    heading: str
    rows: tuple[ExampleRow, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A report where the rule failed or could not be assessed."""

    path: str
    report_name: str
    year: str
    message: str
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage(Page):
    """One rule."""

    template: ClassVar[str] = "pages/rule.html"

    id: str
    heading: str
    meaning: str
    severity: Severity
    basis: str
    sources: tuple[str, ...]
    exceptions: str
    examples: tuple[ShownExample, ...]
    results: str
    occurrences: tuple[Occurrence, ...]
    unassessed: tuple[Occurrence, ...]


def rules(view: View) -> Iterator[Page]:
    """The list of rules and a page for each."""
    t = view.t
    yield RulesPage(
        links=view.links("/rules/"),
        title=t("rules.title"),
        description=t("rules.lead"),
        section="findings",
        crumbs=(Crumb(t("nav.findings"), "/findings/"),),
        families=tuple(
            RuleFamily(heading, tuple(rows))
            for heading, rows in groupby(rule_lines(view), lambda line: family(view, line.id))
        ),
    )
    for rule in RULES.values():
        yield _rule(view, rule)


def rule_lines(view: View) -> Iterator[RuleLine]:
    """Every rule with its results."""
    for rule in RULES.values():
        counted = _counted(view, rule)
        yield RuleLine(
            rule.id,
            rule_path(rule.id),
            rule.title.in_(view.lang),
            rule.severity,
            counted[Outcome.PASS],
            counted[Outcome.FAIL],
            counted[Outcome.NOT_ASSESSABLE],
        )


def _counted(view: View, rule: Rule) -> Counter[Outcome]:
    return view.survey.outcomes(rule.id)


def _rule(view: View, rule: Rule) -> RulePage:
    t, counted = view.t, _counted(view, rule)
    title = rule.title.in_(view.lang)
    return RulePage(
        links=view.links(rule_path(rule.id)),
        title=f"{rule.id} {title}",
        description=rule.meaning.in_(view.lang),
        section="findings",
        crumbs=(Crumb(t("nav.findings"), "/findings/"), Crumb(t("nav.rules"), "/rules/")),
        id=rule.id,
        heading=title,
        meaning=rule.meaning.in_(view.lang),
        severity=rule.severity,
        basis=rule.basis.in_(view.lang),
        sources=rule.sources,
        exceptions=rule.exceptions.in_(view.lang),
        examples=(
            _example(view, rule, "passes"),
            _example(view, rule, "breaks"),
        ),
        results=t(
            "report.summary_rule",
            passed=counted[Outcome.PASS],
            failed=counted[Outcome.FAIL],
            open=counted[Outcome.NOT_ASSESSABLE],
        ),
        occurrences=tuple(_occurrences(view, rule)),
        unassessed=tuple(_unassessed(view, rule)),
    )


def _example(view: View, rule: Rule, which: Which) -> ShownExample:
    message = view.survey.illustrations[rule.id].in_(view.lang) if which == "breaks" else ""
    rows = tuple(example_rows(rule, which, view.lang))
    return ShownExample(view.t(f"rule.{which}"), rows, message)


def _occurrences(view: View, rule: Rule) -> Iterator[Occurrence]:
    """The findings of a rule, those withdrawn last and said so."""
    found = [
        replace(
            _occurrence(view, dossier, finding.message.in_(view.lang), "#findings"),
            withdrawn=withdrawal_text(view, dossier.withdrawal(finding)),
        )
        for dossier in view.survey.dossiers
        for finding in dossier.findings
        if finding.rule == rule.id
    ]
    yield from sorted(found, key=lambda occurrence: bool(occurrence.withdrawn))


def _unassessed(view: View, rule: Rule) -> Iterator[Occurrence]:
    for dossier in view.survey.dossiers:
        assessment = dossier.assessed(rule.id)
        if assessment.outcome is Outcome.NOT_ASSESSABLE:
            yield _occurrence(view, dossier, reason_text(assessment.reason, view.lang), "")


def _occurrence(view: View, dossier: Dossier, message: str, fragment: str) -> Occurrence:
    name = view.place(dossier.report.body).name
    return Occurrence(report_path(dossier) + fragment, name, view.year(dossier), message)
