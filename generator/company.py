"""Reports → what each of them stands beside; one place for the site, the command line, examples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import NOTHING_USUAL, Company, Report, Typical
from generator.peers import Peers
from generator.rules.outliers import COMPARED
from generator.similarity import Prose, likenesses


def companies(reports: Sequence[Report], prose: Prose | None = None) -> Iterator[Company]:
    """The company of each report but the others of its township, in the order of the reports.

    All have their ids; of their numbers only those that peers are compared by are looked at.
    Without `prose` no texts are compared, as where there is but one.
    """
    peers = Peers(reports, COMPARED)
    found = tuple(likenesses(reports, prose))
    long: dict[str, set[str]] = {}
    for report, likeness in zip(reports, found, strict=True):
        if likeness.comparable:
            long.setdefault(report.township, set()).add(report.id)
    whole = sum(map(len, long.values()))
    for report, likeness in zip(reports, found, strict=True):
        comparable = frozenset(long.get(report.township, ()))
        yield Company(
            typical=dict(_remarkable(report, peers.typical(report))),
            overlaps=likeness.overlaps,
            strangers=whole > len(comparable),
            comparable=comparable,
        )


def _remarkable(
    report: Report, typical: Mapping[str, Typical]
) -> Iterator[tuple[str, Typical | None]]:
    """What is usual for numbers that exceed it, among roughly how many; of the others it is not
    kept, so that what is said of a report does not change with every other of its area."""
    for cell, one in typical.items():
        number = report.cells[cell].value if cell in report.cells else None
        if one.median <= 0:
            yield cell, NOTHING_USUAL
        else:
            yield cell, one.rounded() if number is not None and one.exceeded(number) else None


def with_others(company: Company, report: Report, township: Sequence[Report]) -> Company:
    """A company with the others of a township, oldest first, those of a year as they are given."""
    by_year = sorted(township, key=lambda one: one.year or 0)
    return replace(company, others=tuple(one for one in by_year if one is not report))
