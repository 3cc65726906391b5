"""What became of requests, and the disputes over them: the counts that charts of both show."""

from functools import cache

from generator.form import Edition
from generator.metrics.definition import Sum
from generator.model import NotAssessable, Number, Report

Values = tuple[Number | None, ...]

# The outcomes of requests by the five tones of charts, from open to closed.
GROUPS = {
    "granted": ("granted",),
    "partly": ("partly_granted",),
    "unavailable": ("unavailable",),
    "withheld": ("withheld",),
    "other": ("not_handled", "closed"),
}
_CASES = {
    "reconsideration": ("appeals.reconsideration.total",),
    "suits": ("appeals.suit_direct.total", "appeals.suit_after_reconsideration.total"),
}
_DECIDED = ("requests.processed.total",)


def outcomes(report: Report) -> Values:
    """The outcomes by group, and then the total that is printed."""
    return tuple(_total(report, cells) for cells in _decided(report.tables["requests"].edition))


def disputes(report: Report) -> Values:
    """Reconsiderations and suits."""
    return tuple(_total(report, cells) for cells in _CASES.values())


@cache
def _decided(edition: Edition) -> tuple[tuple[str, ...], ...]:
    groups = (Sum(tuple(f"requests.{key}.total" for key in keys)) for keys in GROUPS.values())
    return (*(group.cells(edition)[0] for group in groups), _DECIDED)


def _total(report: Report, cells: tuple[str, ...]) -> Number | None:
    """The sum of some cells, None where one was not read."""
    try:
        return report.total(cells)
    except NotAssessable:
        return None
