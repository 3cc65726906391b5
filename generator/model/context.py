"""What stands beside a report: the others of its township, its peers, and texts it shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.model.document import Number
from generator.model.overlap import Overlap
from generator.model.report import Report
from generator.pickled import pickled_as_call

OUTLIER = 10  # times the median
LEAST_OUTLIER = 10
_MANY = 20  # peers, from which on it is not said how many exactly


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Typical:
    """What is usual for a cell among the townships of one area in one year.

    `area` is the name of the county, city or province, "" for all that are known; `reports` is how
    many others hold a number in the cell, and `median` the middle one of these.
    """

    median: Number
    reports: int
    area: str = ""

    @property
    def of_many(self) -> bool:
        """Whether the others are so many that it is only said how many there are at least."""
        return self.reports >= _MANY

    def rounded(self) -> "Typical":
        """The same with the number of many others rounded down to its first digit, so that it
        stays as it is, unless the median moves, when one more report is known."""
        unit = 10 ** (len(str(self.reports)) - 1)
        return replace(self, reports=self.reports // unit * unit) if self.of_many else self

    def exceeded(self, number: Number) -> bool:
        """Whether a number is so far above the median that a reader should know."""
        return number >= LEAST_OUTLIER and number > OUTLIER * self.median


NOTHING_USUAL = Typical(median=0, reports=0)


@pickled_as_call
@dataclass(frozen=True, slots=True)
class ReportContext:
    """What a report is set beside, all with their ids and without their prose.

    `others` are the other reports of the township, oldest first, then in path order; `typical`
    holds the cells of which enough peers of the same year are known, None for those whose number
    does not exceed what is usual; `overlaps` are the reports
    whose prose is alike, the most alike first. `strangers` says whether the prose was compared with
    that of any other body; `comparable` are the ids of the report and of those of its township
    whose prose is long enough to be compared at all.
    """

    others: tuple[Report, ...] = ()
    typical: Mapping[str, Typical | None] = field(default_factory=dict)
    overlaps: tuple[Overlap, ...] = ()
    strangers: bool = False
    comparable: frozenset[str] = frozenset()

    @property
    def basis(self) -> tuple[object, ...]:
        """All but the others of its township, which is quicker to take a checksum of."""
        return self.typical, self.overlaps, self.strangers, self.comparable


ALONE = ReportContext()
