"""Rules applied to a report: three outcomes, and findings with their causes.

A rule (or one instance of it, such as one equation) that touches what was not read raises
`NotAssessable` and is left out. The outcome is `fail` when anything was found, else
`not_assessable` when anything was left out, else `pass`. A rule that reads prose and finds nothing
is not assessable while lines of it are hidden.
"""

from collections.abc import Iterable

from generator.model import (
    ALONE,
    PASSED,
    Agreement,
    Assessment,
    Edit,
    Finding,
    NotAssessable,
    Outcome,
    Report,
    ReportContext,
)
from generator.rules.causes import Cause, Causes, causes
from generator.rules.hidden import without_prose
from generator.rules.registry import Hit, Rule

NO_CAUSE = Cause("")
MASKED = Assessment(Outcome.NOT_ASSESSABLE, "masked")
Edits = tuple[Edit, ...]
Verdict = tuple[tuple[Finding, ...], dict[str, Assessment]]


def judge(
    rules: Iterable[Rule],
    report: Report,
    context: ReportContext = ALONE,
    told: Iterable[Finding] = (),
) -> Verdict:
    """The findings in the order of the rules and then of the form, and each rule's outcome.

    `told` are findings of other rules on the report; what is found may be part of their stories.
    """
    found: list[tuple[Rule, str, Hit]] = []
    assessments: dict[str, Assessment] = {}
    unseen = without_prose(report)
    for rule in rules:
        hits, assessments[rule.id] = _applied(rule, report, context)
        if unseen and not hits:
            _, blind = _applied(rule, unseen, context)
            assessments[rule.id] = blind if blind == MASKED else assessments[rule.id]
        for number, hit in enumerate(hits, start=1):
            found.append((rule, hit.at or str(number), hit))
    put_down = _put_down([hit for _, _, hit in found], report, told)
    findings = (_finding(*one, report, cause) for one, cause in zip(found, put_down, strict=True))
    return tuple(findings), assessments


def _put_down(hits: list[Hit], report: Report, told: Iterable[Finding]) -> list[Cause]:
    """The cause of each hit: of a broken identity, or one that would mend the hit as well.

    Of several edits that would do alike only those are kept that every hit of the cause calls for;
    a hit that calls for none of what the others call for is no part of that story.
    """
    known = causes(report) if any(hit.equation for hit in hits) else {}
    offered = {finding.cause: finding.mends for finding in told if finding.mends}
    offered |= {cause.cell: cause.edits for cause in known.values() if cause.edits}
    joined = [_joined(hit, offered) for hit in hits]
    stated = {claim.cell for claim in report.claims if claim.agreement is Agreement.AGREE}
    stories = {cell: _led(edits, stated) for cell, edits in offered.items()}
    return [
        stories[cell] if cell else _own(hit, known, stories)
        for hit, cell in zip(hits, joined, strict=True)
    ]


def _joined(hit: Hit, offered: dict[str, Edits]) -> str:
    """The cause that would mend a hit as well, "" for none; it keeps the edits that both need."""
    for cell, edits in offered.items():
        common = tuple(edit for edit in edits if edit in hit.mended_by)
        if common:
            offered[cell] = common
            return cell
    return ""


def _led(edits: Edits, stated: set[str]) -> Cause:
    """First the edit that leaves every number alone that the prose states as well."""
    first = next((edit for edit in edits if edit.cell not in stated), edits[0])
    return Cause(first.cell, (first, *(other for other in edits if other != first)))


def _own(hit: Hit, known: Causes, stories: dict[str, Cause]) -> Cause:
    """The cause of a hit that joined none; an identity may need the edits of two causes."""
    if not hit.equation:
        pairs = (cause for cause in known.values() if set(cause.together) & set(hit.mended_by))
        return next(pairs, Cause(hit.cause))
    cause = known.get(hit.equation, NO_CAUSE)
    if cause.together:
        return cause
    story = stories.get(cause.cell, cause)
    return story if cause.edits else Cause(story.cell)


def _applied(rule: Rule, report: Report, context: ReportContext) -> tuple[list[Hit], Assessment]:
    hits: list[Hit] = []
    unread: list[NotAssessable] = []
    try:
        applications = rule.applications(report, context)
    except NotAssessable as nothing:
        return [], Assessment(Outcome.NOT_ASSESSABLE, nothing.reason)
    for arguments in applications:
        try:
            for hit in rule.check(*arguments):
                hits.append(hit)  # noqa: PERF402 - what was found before an unread cell stays found
        except NotAssessable as reason:
            # Its traceback holds this very frame, and with it the report: both would stay in memory
            # until Python looks for objects that refer to each other.
            unread.append(reason.with_traceback(None))
    if hits:
        return hits, Assessment(Outcome.FAIL)
    if unread:
        return hits, Assessment(Outcome.NOT_ASSESSABLE, _reason(unread, len(applications)))
    return hits, PASSED


def _reason(unread: list[NotAssessable], applications: int) -> str:
    """`blank requests.received.total`, or for one of several `blank 3/7: requests.received.total`.

    Of 7 instances 3 could not be assessed, the first of them because that cell is blank. What is so
    for all of them alike is said once.
    """
    first = unread[0]
    if len(unread) == applications and all(one.args == first.args for one in unread):
        return first.reason
    return f"{first.code} {len(unread)}/{applications}: {first.detail}"


def _finding(rule: Rule, at: str, hit: Hit, report: Report, cause: Cause) -> Finding:
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
        together=cause.together,
        identity=hit.equation is not None,
    )
