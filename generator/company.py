"""Reports → what each of them stands beside; one place for the site, the command line, examples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import NOTHING_USUAL, Company, Number, Report, Typical
from generator.peers import Numbers, Peers
from generator.rules.outliers import COMPARED
from generator.similarity import Likeness


def companies(
    reports: Sequence[Report], numbers: Sequence[Numbers], likeness: Sequence[Likeness]
) -> Iterator[Company]:
    """The company of each report but the others of its township, in the order of the reports.

    All have their ids; with them come their numbers in the cells that are `COMPARED`, and what
    their prose has in common.
    """
    peers = Peers(reports, numbers)
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
        typical: Mapping[str, Typical | None] = dict(_remarkable(report, own, peers))
        if not any(typical.values()):
            typical = unremarkable.setdefault(tuple(typical), typical)
        yield Company(
            typical=typical,
            overlaps=one.overlaps,
            strangers=whole > len(comparable),
            comparable=comparable,
        )


def _remarkable(
    report: Report, numbers: Numbers, peers: Peers
) -> Iterator[tuple[str, Typical | None]]:
    """What is usual for numbers that exceed it, among roughly how many; of the others it is not
    kept, so that what is said of a report does not change with every other of its area."""
    for place, (cell, number) in enumerate(zip(COMPARED, numbers, strict=True)):
        typical = peers.typical(report, place)
        if typical:
            yield cell, _beside(number, typical)


def _beside(number: Number | None, typical: Typical) -> Typical | None:
    if typical.median <= 0:
        return NOTHING_USUAL
    return typical.rounded() if number is not None and typical.exceeded(number) else None


def with_others(company: Company, report: Report, township: Sequence[Report]) -> Company:
    """A company with the others of a township, oldest first, those of a year as they are given."""
    by_year = sorted(township, key=lambda one: one.year or 0)
    return replace(company, others=tuple(one for one in by_year if one is not report))
