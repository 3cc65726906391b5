"""The rule book: what each rule checks, on what it rests, examples, and what it found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.examples import ExampleRow, Which, example_rows
from generator.model import Outcome, Severity
from generator.pages.area_pages import (
    Around,
    area_crumbs,
    area_path,
    area_title,
    numbered,
    pager,
    siblings,
)
from generator.pages.base import Crumb, NamedLink, Page, View, rule_path
from generator.pages.numbers import grouped
from generator.pages.occurrences import (
    Occurrence,
    Place,
    Results,
    places,
    reasons,
    results,
    unassessed,
)
from generator.pages.outcomes import family
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
    place: Place
    pages: tuple[NamedLink, ...]
    unassessed: tuple[Occurrence, ...]
    reasons: tuple[str, ...]
    reasons_heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurrencesPage(Page):
    """What a rule found in one area."""

    template: ClassVar[str] = "pages/occurrences.html"

    meaning: str
    place: Place
    around: Around


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
            for heading, rows in groupby(rule_lines(view), lambda line: family(view.lang, line.id))
        ),
    )
    found = results(view)
    for rule in RULES.values():
        of_rule = found.get(rule.id, Results())
        first, *others = places(view, rule.id, of_rule)
        yield _rule(view, rule, of_rule, first)
        for place in others:
            yield _occurrences(view, rule, place)


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


def _rule(view: View, rule: Rule, found: Results, place: Place) -> RulePage:
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
        place=place,
        pages=_further(view, rule, place),
        unassessed=unassessed(view, rule.id, found),
        reasons=tuple(reasons(view, found)),
        reasons_heading=t("rule.unassessed", n=grouped(found.reasons.total(), view.lang)),
    )


def _example(view: View, rule: Rule, which: Which) -> ShownExample:
    message = view.survey.illustrations[rule.id].in_(view.lang) if which == "breaks" else ""
    rows = tuple(example_rows(rule, which, view.lang))
    return ShownExample(view.t(f"rule.{which}"), rows, message)


def _occurrences(view: View, rule: Rule, place: Place) -> OccurrencesPage:
    t, base = view.t, rule_path(rule.id)
    title = f"{rule.id} {rule.title.in_(view.lang)}"
    return OccurrencesPage(
        links=view.links(numbered(area_path(base, place.area), place.number)),
        title=area_title(view, title, place.area, place.number),
        description=rule.meaning.in_(view.lang),
        section="findings",
        crumbs=(
            Crumb(t("nav.findings"), "/findings/"),
            Crumb(t("nav.rules"), "/rules/"),
            *area_crumbs(view, base, rule.id, place.area),
        ),
        meaning=rule.meaning.in_(view.lang),
        place=place,
        around=Around(
            siblings=tuple(siblings(view, place.area, base)), pages=_further(view, rule, place)
        ),
    )


def _further(view: View, rule: Rule, place: Place) -> tuple[NamedLink, ...]:
    path = area_path(rule_path(rule.id), place.area)
    return tuple(pager(view, lambda n: numbered(path, n), place.number, place.count))
