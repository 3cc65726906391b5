"""Statements of the prose that can be held against a table; narrow, to accuse nobody falsely.

Which numbers can be compared, and how they do, is decided where they are read.
"""

from collections.abc import Callable

from generator.model import Agreement, Claim, Edit, NotAssessable, Report, statement

# Why a statement cannot be held against a table though all of that was read, the truest first.
_NOT_STATED = ("not_comparable", "no_statement")


def differing(report: Report, key: str, wanted: Callable[[Claim], bool]) -> tuple[Claim, ...]:
    """The comparable statements when none of them is true of the table, else nothing.

    NotAssessable when there is no such statement, or none that can be compared, or none that agrees
    and a cell was not read.
    """
    stated = [claim for claim in report.claims_on(key) if wanted(claim)]
    if not stated:
        raise NotAssessable("no_statement", key)
    found = [claim for claim in stated if claim.cell and not claim.approximate]
    if not found:
        raise NotAssessable("not_comparable", key)
    if all(claim.agreement is not Agreement.AGREE for claim in found):
        for claim in found:
            report.total(tuple(claim.cell.split("+")))
    return tuple(claim for claim in found if claim.agreement is Agreement.DIFFER)


def contradicting(report: Report, *keys: str) -> tuple[Claim, ...]:
    """Of each of some things the first statement that is not true of the table.

    NotAssessable when nothing was found and a cell was not read, or nothing can be compared.
    """
    found: list[Claim] = []
    left_out: list[NotAssessable] = []
    for key in keys:
        try:
            found += differing(report, key, _whatever)[:1]
        except NotAssessable as reason:
            left_out.append(reason.with_traceback(None))  # which would hold this frame, and it them
    unread = [reason for reason in left_out if reason.code not in _NOT_STATED]
    if not found and (unread or len(left_out) == len(keys)):
        raise (unread or sorted(left_out, key=lambda reason: _NOT_STATED.index(reason.code)))[0]
    return tuple(found)


def edits(report: Report, *claims: Claim) -> tuple[Edit, ...]:
    """The edits of single cells each of which would make one of the statements true."""
    found: list[Edit] = []
    for claim in claims:
        cells = tuple(claim.cell.split("+"))
        lacking = claim.value - report.total(cells)
        printed = {cell: report.value(cell) for cell in cells}
        found += (
            Edit(cell, number, number + lacking)
            for cell, number in printed.items()
            if number + lacking >= 0
        )
    return tuple(found)


def exact(report: Report, *keys: str) -> dict[str, tuple[Claim, ...]]:
    """What the prose states of some things of the year, approximate numbers and parts left out."""
    return {
        key: tuple(
            claim
            for claim in report.claims
            if claim.key == key
            and not claim.approximate
            and statement.of_the_year(claim.text, report.year)
        )
        for key in keys
    }


def words_of(report: Report, claim: Claim) -> str:
    """The words of the original that make a claim."""
    line = next(p for p in report.prose() if p.line == claim.line)
    return line.text[claim.start : claim.end]


def _whatever(_: Claim) -> bool:
    return True


def positive(claim: Claim) -> bool:
    return claim.value > 0


def zero(claim: Claim) -> bool:
    return claim.value == 0
