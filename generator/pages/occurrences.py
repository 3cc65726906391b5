"""Where a rule found something, by area, and where it could not be assessed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.areas import Area, nation
from generator.model import Dossier, Finding, Outcome
from generator.pages.area_pages import AreaPages, AreaTable, area_table, page_count
from generator.pages.base import View, report_path, rule_path
from generator.pages.numbers import grouped
from generator.pages.replies import withdrawal_text
from generator.phrases import reason_text

LIMIT = 200  # lines on a page
_REASONS = 20  # that are told apart when they cannot be given report by report


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A report where the rule failed or could not be assessed."""

    path: str
    report_name: str
    year: str
    message: str
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An area and a page of it, with what stands there: occurrences, or the area's parts."""

    area: Area
    number: int
    count: int
    areas: AreaTable | None
    occurrences: tuple[Occurrence, ...]


@dataclass(slots=True)
class Results:
    """What a rule said of all reports: its findings by township, and why it said nothing."""

    found: dict[str, list[tuple[Dossier, Finding]]] = field(default_factory=dict)
    unassessed: list[Dossier] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)


def results(view: View) -> Mapping[str, Results]:
    """The results of every rule, in one pass over the reports."""
    by_rule: dict[str, Results] = {}
    for dossier in view.survey.dossiers:
        for finding in dossier.findings:
            found = by_rule.setdefault(finding.rule, Results()).found
            found.setdefault(dossier.report.township, []).append((dossier, finding))
        for rule, assessment in dossier.assessments.items():
            if assessment.outcome is Outcome.NOT_ASSESSABLE:
                of_rule = by_rule.setdefault(rule, Results())
                of_rule.reasons[assessment.reason] += 1
                if len(of_rule.unassessed) < LIMIT:
                    of_rule.unassessed.append(dossier)
    return by_rule


def pages_of(rule: str, found: Results) -> AreaPages:
    """The pages of a rule, whose size is that of what was found."""
    counted = {township: len(findings) for township, findings in found.found.items()}
    return AreaPages(
        rule_path(rule), "", lambda area: sum(counted[body.id] for body in area.members), LIMIT
    )


def places(view: View, rule: str, found: Results) -> Iterator[Place]:
    """Every page of what a rule found; the first is the rule's own."""
    kind = pages_of(rule, found)
    for area in kind.shown(nation([x for x in view.survey.townships if x.id in found.found])):
        if kind.is_divided(area):
            heads = (view.t("word.reports"), view.t("word.places"))
            table = area_table(
                view, kind, area, lambda part: (_reports(part, found), kind.size(part)), heads
            )
            yield Place(area, 1, 1, table, ())
            continue
        shown = _occurrences(view, area, found)
        count = page_count(len(shown), LIMIT)
        for number in range(1, count + 1):
            first = (number - 1) * LIMIT
            yield Place(area, number, count, None, tuple(shown[first : first + LIMIT]))


def _reports(area: Area, found: Results) -> int:
    """In how many reports of an area the rule found something."""
    reports = (dossier.report.id for body in area.members for dossier, _ in found.found[body.id])
    return len(set(reports))


def _occurrences(view: View, area: Area, found: Results) -> list[Occurrence]:
    """The findings in an area, those withdrawn last and said so."""
    listed = [
        _occurrence(
            view,
            dossier,
            finding.message.in_(view.lang),
            withdrawal_text(view, dossier.withdrawal(finding)),
        )
        for body in area.members
        for dossier, finding in found.found[body.id]
    ]
    return sorted(listed, key=lambda occurrence: bool(occurrence.withdrawn))


def unassessed(view: View, rule: str, found: Results) -> tuple[Occurrence, ...]:
    """The reports where a rule could not be assessed and why, unless they are too many."""
    if found.reasons.total() > LIMIT:
        return ()
    return tuple(
        Occurrence(
            report_path(dossier),
            view.place(dossier.report.body).name,
            view.year(dossier),
            reason_text(dossier.assessed(rule).reason, view.lang),
        )
        for dossier in found.unassessed
    )


def reasons(view: View, found: Results) -> Iterator[str]:
    """Why a rule could not be assessed, where there are too many reports to name them."""
    total = found.reasons.total()
    if total <= LIMIT:
        return
    usual = found.reasons.most_common(_REASONS)
    for reason, count in usual:
        yield _counted(view, reason_text(reason, view.lang), count)
    rest = total - sum(count for _, count in usual)
    if rest:
        yield _counted(view, view.t("rule.other_reasons"), rest)


def _counted(view: View, reason: str, count: int) -> str:
    return view.t("rule.reason", reason=reason, n=grouped(count, view.lang))


def _occurrence(view: View, dossier: Dossier, message: str, withdrawn: str) -> Occurrence:
    name = view.place(dossier.report.body).name
    path = f"{report_path(dossier)}#findings"
    return Occurrence(path, name, view.year(dossier), message, withdrawn)
