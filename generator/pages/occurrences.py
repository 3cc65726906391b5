"""Where a rule found something, by area, and where it could not be assessed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.areas import Area
from generator.model import Dossier, Outcome
from generator.numerals import grouped
from generator.pages.area_pages import AreaPages, AreaTable, area_table, page_count
from generator.pages.base import PlaceName, View, report_path, rule_path
from generator.pages.replies import withdrawal_text
from generator.phrases import reason_text
from generator.survey import FEW
from generator.totals import RuleCounts

LIMIT = 200  # lines on a page
_REASONS = 20  # that are told apart when they cannot be given report by report


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A report where the rule failed or could not be assessed."""

    path: str
    place: PlaceName
    year: str
    message: str
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class OccurrencesSheet:
    """A page of an area, with what stands there: occurrences, or the area's parts."""

    number: int
    count: int
    areas: AreaTable | None
    occurrences: tuple[Occurrence, ...]


def of_rule(rule: str) -> AreaPages:
    """The pages of a rule, whose size is that of what it found."""
    return AreaPages(rule_path(rule), "", lambda area: area.totals.of_rule(rule).findings, LIMIT)


def places(view: View, rule: str, area: Area) -> Iterator[OccurrencesSheet]:
    """The pages of what a rule found in an area."""
    kind = of_rule(rule)
    if kind.is_divided(area):
        heads = (view.t("word.reports"), view.t("word.places"))
        table = area_table(
            view, kind, area, lambda part: _counted(part.totals.of_rule(rule)), heads
        )
        yield OccurrencesSheet(1, 1, table, ())
        return
    shown = _occurrences(view, rule, area)
    count = page_count(len(shown), LIMIT)
    for number in range(1, count + 1):
        first = (number - 1) * LIMIT
        yield OccurrencesSheet(number, count, None, tuple(shown[first : first + LIMIT]))


def _counted(said: RuleCounts) -> tuple[int, int]:
    """In how many reports a rule found something, and how much."""
    return said.failed, said.findings


def _occurrences(view: View, rule: str, area: Area) -> list[Occurrence]:
    """The findings in an area, those withdrawn last and said so."""
    listed = [
        _occurrence(
            view,
            dossier,
            finding.message.in_(view.lang),
            withdrawal_text(view, dossier.withdrawal(finding)),
        )
        for body in area.members
        for dossier in sorted(body.dossiers, key=_id)
        for finding in dossier.findings
        if finding.rule == rule
    ]
    return sorted(listed, key=lambda occurrence: bool(occurrence.withdrawn))


def _id(dossier: Dossier) -> str:
    return dossier.report.id


def unassessed(view: View, rule: str, area: Area) -> Iterator[Occurrence]:
    """The reports where a rule could not be assessed and why, unless they are too many."""
    if area.totals.of_rule(rule).silent > FEW:
        return
    for dossier in sorted(view.survey.dossiers, key=_id):
        assessment = dossier.assessed(rule)
        if assessment.outcome is Outcome.NOT_ASSESSABLE:
            why = reason_text(assessment.reason, view.lang)
            yield _occurrence(view, dossier, why, "", "")


def reasons(view: View, said: RuleCounts) -> Iterator[str]:
    """Why a rule could not be assessed, where there are too many reports to name them."""
    total = said.silent
    if total <= FEW:
        return
    often_first = sorted(said.unassessed, key=lambda pair: (-pair[1], pair[0]))
    for reason, count in often_first[:_REASONS]:
        yield _with_count(view, reason_text(reason, view.lang), count)
    rest = sum(count for _, count in often_first[_REASONS:])
    if rest:
        yield _with_count(view, view.t("rule.other_reasons"), rest)


def _with_count(view: View, reason: str, count: int) -> str:
    return view.t("rule.reason", reason=reason, n=grouped(count, view.lang))


def _occurrence(
    view: View, dossier: Dossier, message: str, withdrawn: str, anchor: str = "#findings"
) -> Occurrence:
    place = view.place(dossier.report.body)
    path = f"{report_path(dossier)}{anchor}"
    return Occurrence(path, place, view.year(dossier), message, withdrawn)
