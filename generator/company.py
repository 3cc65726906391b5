"""Reports → what each of them stands beside; one place for the site, the command line, examples."""

from collections.abc import Iterator

from generator.model import Company, Report
from generator.peers import Peers
from generator.rules.outliers import COMPARED
from generator.similarity import Prose, likenesses


def companies(reports: tuple[Report, ...], prose: Prose | None = None) -> Iterator[Company]:
    """The company of each report, in the order of the reports; all have their ids.

    The others of a township stand oldest first, those of a year in the order of `reports`. Without
    `prose` no texts are compared, as where there is but one.
    """
    by_township: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.year or 0):
        by_township.setdefault(report.township, []).append(report)
    peers = Peers(reports, COMPARED)
    found = tuple(likenesses(reports, prose))
    long = {r.id for r, likeness in zip(reports, found, strict=True) if likeness.comparable}
    for report, likeness in zip(reports, found, strict=True):
        own = by_township[report.township]
        comparable = frozenset(long.intersection(one.id for one in own))
        yield Company(
            others=tuple(r for r in own if r is not report),
            typical=peers.typical(report),
            overlaps=likeness.overlaps,
            strangers=len(long) - len(comparable),
            comparable=comparable,
        )
