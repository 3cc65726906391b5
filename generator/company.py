"""Reports → what each of them stands beside; one place for the site, the command line, examples."""

from collections.abc import Iterator

from generator.model import Company, Report
from generator.peers import Peers
from generator.rules.outliers import COMPARED


def companies(reports: tuple[Report, ...]) -> Iterator[Company]:
    """The company of each report, in the order of the reports; all have their ids.

    The others of a township stand oldest first, those of a year in the order of `reports`.
    """
    by_township: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.year or 0):
        by_township.setdefault(report.township, []).append(report)
    peers = Peers(reports, COMPARED)
    for report in reports:
        yield Company(
            others=tuple(r for r in by_township[report.township] if r is not report),
            typical=peers.typical(report),
        )
