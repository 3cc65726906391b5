"""Rules applied to a report: three outcomes, and findings with their causes.

A rule (or one instance of it, such as one equation) that touches what was not read raises
`NotAssessable` and is left out. The outcome is `fail` when anything was found, else
`not_assessable` when anything was left out, else `pass`. A rule that reads prose and finds nothing
is not assessable while lines of it are hidden.
"""

from collections.abc import Iterable

from generator.model import (
    ALONE,
    Agreement,
    Assessment,
    Company,
    Edit,
    Finding,
    NotAssessable,
    Outcome,
    Report,
)
from generator.rules.causes import Cause, Causes, causes
from generator.rules.hidden import without_prose
from generator.rules.registry import Hit, Rule

NO_CAUSE = Cause("")
MASKED = Assessment(Outcome.NOT_ASSESSABLE, "masked")
Judged = tuple[tuple[Finding, ...], dict[str, Assessment]]


def judge(rules: Iterable[Rule], report: Report, company: Company = ALONE) -> Judged:
    """The findings in the order of the rules and then of the form, and each rule's outcome."""
    found: list[tuple[Rule, str, Hit]] = []
    assessments: dict[str, Assessment] = {}
    unseen = without_prose(report)
    for rule in rules:
        hits, assessments[rule.id] = _applied(rule, report, company)
        if unseen and not hits:
            _, blind = _applied(rule, unseen, company)
            assessments[rule.id] = blind if blind == MASKED else assessments[rule.id]
        found += ((rule, hit.at or str(number), hit) for number, hit in enumerate(hits, start=1))
    needed = any(hit.equation or hit.mended_by for _, _, hit in found)
    known = _supported(report, found) if needed else {}
    return tuple(_finding(*one, report, known) for one in found), assessments


def _supported(report: Report, found: list[tuple[Rule, str, Hit]]) -> Causes:
    """Of several edits that would do alike, the one first that something else calls for as well.

    Else the first that leaves every number alone that the prose states as well.
    """
    called_for = {edit for _, _, hit in found for edit in hit.mended_by}
    stated = {claim.cell for claim in report.claims if claim.agreement is Agreement.AGREE}

    def led(cause: Cause) -> Cause:
        called = (edit for edit in cause.edits if edit in called_for)
        left_alone = (edit for edit in cause.edits if edit.cell not in stated)
        return _led_by(next(called, None) or next(left_alone, None), cause)

    return {equation: led(cause) for equation, cause in causes(report).items()}


def _led_by(edit: Edit | None, cause: Cause) -> Cause:
    if edit is None:
        return cause
    return Cause(edit.cell, (edit, *(other for other in cause.edits if other != edit)))


def _applied(rule: Rule, report: Report, company: Company) -> tuple[list[Hit], Assessment]:
    hits: list[Hit] = []
    unread: list[NotAssessable] = []
    try:
        applications = rule.applications(report, company)
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

    Of 7 instances 3 could not be assessed, the first of them because that cell is blank. What is so
    for all of them alike is said once.
    """
    first = unread[0]
    if len(unread) == applications and {one.reason for one in unread} == {first.reason}:
        return first.reason
    return f"{first.code} {len(unread)}/{applications}: {first.detail}"


def _cause(hit: Hit, known: Causes) -> Cause:
    """The cause of a broken identity, or the one that would mend what the hit is about as well."""
    if hit.equation:
        return known.get(hit.equation, NO_CAUSE)
    joined = (c for c in known.values() if not set(c.edits).isdisjoint(hit.mended_by))
    return next(joined, Cause(hit.cause))


def _finding(rule: Rule, at: str, hit: Hit, report: Report, known: Causes) -> Finding:
    cause = _cause(hit, known)
    return Finding(
        rule.id,
        hit.severity or rule.severity,
        at,
        rule.said(hit),
        cells=hit.cells,
        line=report.line_of(cause.cell) if hit.equation and cause.edits else hit.line,
        facts=hit.facts,
        cause=cause.cell,
        mends=cause.edits,
        identity=hit.equation is not None,
    )
