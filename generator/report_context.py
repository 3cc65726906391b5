"""Reports → what each of them stands beside; one place for the site, the command line, examples."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import NOTHING_USUAL, Number, Report, ReportContext, Typical
from generator.peers import Among, Numbers, Peers
from generator.rules.outliers import COMPARED
from generator.similarity import Likeness


def contexts_of(
    reports: Sequence[Report], numbers: Sequence[Numbers], likeness: Sequence[Likeness]
) -> Iterator[ReportContext]:
    """The context of each report but the others of its township, in the order of the reports.

    All have their ids; with them come their numbers in the cells that are `COMPARED`, and what
    their prose has in common.
    """
    peers = Peers(COMPARED, reports, numbers)
    found: dict[str, list[str]] = {}
    for report, one in zip(reports, likeness, strict=True):
        if one.comparable:
            found.setdefault(report.township, []).append(report.id)
    long = {township: frozenset(ids) for township, ids in found.items()}
    whole = sum(map(len, long.values()))
    nothing: frozenset[str] = frozenset()
    unremarkable: dict[tuple[str, ...], Mapping[str, Typical | None]] = {}
    for report, own, one in zip(reports, numbers, likeness, strict=True):
        comparable = long.get(report.township, nothing)
        typical: Mapping[str, Typical | None] = dict(
            _remarkable(dict(zip(COMPARED, own, strict=True)), peers.among(report))
        )
        if not any(typical.values()):
            typical = unremarkable.setdefault(tuple(typical), typical)
        yield ReportContext(
            typical=typical,
            overlaps=one.overlaps,
            strangers=whole > len(comparable),
            comparable=comparable,
        )


def _remarkable(
    numbers: Mapping[str, Number | None], around: Iterable[tuple[str, Among]]
) -> Iterator[tuple[str, Typical | None]]:
    """What is usual for numbers that exceed it, among roughly how many; of the others it is not
    kept, so that what is said of a report does not change with every other of its area."""
    for cell, among in around:
        number = numbers[cell]
        typical = among.typical if among.may_be_exceeded(number) else None
        if typical and typical.median <= 0:
            yield cell, NOTHING_USUAL
        elif typical and number is not None and typical.exceeded(number):
            yield cell, typical.rounded()
        else:
            yield cell, None


def with_others(
    context: ReportContext, report: Report, township: Sequence[Report]
) -> ReportContext:
    """A context with the others of a township, oldest first, those of a year as they are given."""
    by_year = sorted(township, key=lambda one: one.year or 0)
    return replace(context, others=tuple(one for one in by_year if one is not report))
