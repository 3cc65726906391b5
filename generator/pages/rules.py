"""The rule book: what each rule checks, on what it rests, examples, and what it found."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.areas import Area
from generator.examples import ExampleRow, Which, example_rows
from generator.model import Severity
from generator.numerals import grouped
from generator.pages.area_pages import (
    AreaLinks,
    area_crumbs,
    area_path,
    area_title,
    numbered,
    pager,
    siblings,
)
from generator.pages.base import Crumb, NamedLink, Page, View, rule_path
from generator.pages.families import family
from generator.pages.occurrences import (
    Occurrence,
    OccurrencesSheet,
    places,
    reasons,
    unassessed,
)
from generator.rules import RULES, Rule
from generator.totals import Totals


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
    place: OccurrencesSheet
    pages: tuple[NamedLink, ...]
    unassessed: tuple[Occurrence, ...]
    reasons: tuple[str, ...]
    reasons_heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurrencesPage(Page):
    """What a rule found in one area."""

    template: ClassVar[str] = "pages/occurrences.html"

    meaning: str
    place: OccurrencesSheet
    around: AreaLinks


def rules_page(view: View, nation: Area) -> Iterator[Page]:
    """The list of rules."""
    t = view.t
    lines = (_line(view, rule, nation.totals) for rule in RULES.values())
    yield RulesPage(
        links=view.links("/rules/"),
        title=t("rules.title"),
        description=t("rules.lead"),
        section="findings",
        crumbs=(Crumb(t("nav.findings"), "/findings/"),),
        families=tuple(
            RuleFamily(heading, tuple(rows))
            for heading, rows in groupby(lines, lambda line: family(view.lang, line.id))
        ),
    )


def rule_pages(rule: str, view: View, area: Area) -> Iterator[Page]:
    """The pages of a rule in an area; the first of the nation is that of the rule itself."""
    known = RULES[rule]
    for place in places(view, rule, area):
        if area.code or place.number > 1:
            yield _occurrences(view, known, area, place)
        else:
            yield _rule(view, known, area, place)


def _line(view: View, rule: Rule, totals: Totals) -> RuleLine:
    return RuleLine(
        rule.id,
        rule_path(rule.id),
        rule.title.in_(view.lang),
        rule.severity,
        *_counted(rule, totals),
    )


def _counted(rule: Rule, totals: Totals) -> tuple[int, int, int]:
    """By how many reports a rule was passed and failed, how many could not be assessed."""
    said = totals.of_rule(rule.id)
    silent = said.silent
    return totals.tally.reports - said.failed - silent, said.failed, silent


def _rule(view: View, rule: Rule, nation: Area, place: OccurrencesSheet) -> RulePage:
    t, totals = view.t, nation.totals
    passed, failed, silent = _counted(rule, totals)
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
            passed=grouped(passed, view.lang),
            failed=grouped(failed, view.lang),
            open=grouped(silent, view.lang),
        ),
        place=place,
        pages=_further(view, rule, nation, place),
        unassessed=tuple(unassessed(view, rule.id, nation)),
        reasons=tuple(reasons(view, totals.of_rule(rule.id))),
        reasons_heading=t("rule.unassessed", n=grouped(silent, view.lang)),
    )


def _example(view: View, rule: Rule, which: Which) -> ShownExample:
    message = view.survey.illustrations[rule.id].in_(view.lang) if which == "breaks" else ""
    rows = tuple(example_rows(rule, which, view.lang))
    return ShownExample(view.t(f"rule.{which}"), rows, message)


def _occurrences(view: View, rule: Rule, area: Area, place: OccurrencesSheet) -> OccurrencesPage:
    t, base = view.t, rule_path(rule.id)
    title = f"{rule.id} {rule.title.in_(view.lang)}"
    return OccurrencesPage(
        links=view.links(numbered(area_path(base, area), place.number)),
        title=area_title(view, title, area, place.number),
        description=rule.meaning.in_(view.lang),
        section="findings",
        crumbs=(
            Crumb(t("nav.findings"), "/findings/"),
            Crumb(t("nav.rules"), "/rules/"),
            *area_crumbs(view, base, rule.id, area),
        ),
        meaning=rule.meaning.in_(view.lang),
        place=place,
        around=AreaLinks(
            siblings=tuple(siblings(view, area, base)), pages=_further(view, rule, area, place)
        ),
    )


def _further(view: View, rule: Rule, area: Area, place: OccurrencesSheet) -> tuple[NamedLink, ...]:
    path = area_path(rule_path(rule.id), area)
    return tuple(pager(view, lambda n: numbered(path, n), place.number, place.count))
