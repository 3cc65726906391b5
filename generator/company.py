"""Reports → what each of them stands beside; one place for the site, the command line, examples."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Company, Report
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
            typical=peers.typical(report),
            overlaps=likeness.overlaps,
            strangers=whole - len(comparable),
            comparable=comparable,
        )


def with_others(company: Company, report: Report, township: Sequence[Report]) -> Company:
    """A company with the others of a township, oldest first, those of a year as they are given."""
    by_year = sorted(township, key=lambda one: one.year or 0)
    return replace(company, others=tuple(one for one in by_year if one is not report))
