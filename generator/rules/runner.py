"""Rules applied to a report: three outcomes, and findings with their causes.

A rule (or one instance of it, such as one equation) that touches what was not read raises
`NotAssessable` and is left out. The outcome is `fail` when anything was found, else
`not_assessable` when anything was left out, else `pass`.
"""

from collections.abc import Iterable

from generator.model import Assessment, Finding, NotAssessable, Outcome, Report
from generator.rules.causes import Cause, Causes, causes
from generator.rules.registry import Hit, Others, Rule

NO_CAUSE = Cause("")
Judged = tuple[tuple[Finding, ...], dict[str, Assessment]]


def judge(rules: Iterable[Rule], report: Report, others: Others = ()) -> Judged:
    """The findings in the order of the rules and then of the form, and each rule's outcome."""
    found: list[tuple[Rule, str, Hit]] = []
    assessments: dict[str, Assessment] = {}
    for rule in rules:
        hits, assessments[rule.id] = _applied(rule, report, others)
        found += ((rule, hit.at or str(number), hit) for number, hit in enumerate(hits, start=1))
    known = causes(report) if any(hit.equation for _, _, hit in found) else {}
    return tuple(_finding(*one, report, known) for one in found), assessments


def _applied(rule: Rule, report: Report, others: Others) -> tuple[list[Hit], Assessment]:
    hits: list[Hit] = []
    unread: list[NotAssessable] = []
    try:
        applications = rule.applications(report, others)
    except NotAssessable as nothing:
        return [], Assessment(Outcome.NOT_ASSESSABLE, nothing.reason)
    for arguments in applications:
        try:
            for hit in rule.check(*arguments):
                hits.append(hit)  # noqa: PERF402 - what was found before an unread cell stays found
        except NotAssessable as reason:
            unread.append(reason)
    if hits:
        return hits, Assessment(Outcome.FAIL)
    if unread:
        return hits, Assessment(Outcome.NOT_ASSESSABLE, _reason(unread, len(applications)))
    return hits, Assessment(Outcome.PASS)


def _reason(unread: list[NotAssessable], applications: int) -> str:
    """`blank requests.received.total`, or for one of several `blank 3/7: requests.received.total`.

    Of 7 instances 3 could not be assessed, the first of them because that cell is blank.
    """
    first = unread[0]
    if applications == 1:
        return first.reason
    return f"{first.code} {len(unread)}/{applications}: {first.detail}"


def _finding(rule: Rule, at: str, hit: Hit, report: Report, known: Causes) -> Finding:
    cause = known.get(hit.equation, NO_CAUSE) if hit.equation else NO_CAUSE
    return Finding(
        rule.id,
        hit.severity or rule.severity,
        at,
        rule.said(hit),
        cells=hit.cells,
        line=report.line_of(cause.cell) if cause.edits else hit.line,
        facts=hit.facts,
        cause=cause.cell,
        mends=cause.edits,
        identity=hit.equation is not None,
    )
