"""What the rows of charts and tables are about, and their numbers.

An area's numbers are sums over its reports, of those in which they could be read.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.charts import Row, Value
from generator.model import Dossier, Measure, NotAssessable, Number
from generator.pages.base import PlaceName, View, report_path

Values = tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A report or, where `area` is the code of one, all reports of an area in a year.

    `sub` is a second, quiet line of its name in charts.
    """

    place: PlaceName
    sub: str
    path: str
    dossiers: tuple[Dossier, ...]
    year: int | None = None
    area: str = ""

    def measure(self, view: View, metric: str) -> Measure:
        """A metric: that of the report, or Σk/Σn of the area."""
        if self.area and self.year:
            return view.pools.of(self.area, self.year, metric).measure
        return self.dossiers[0].measures[metric]

    def usable(self, view: View, metric: str) -> int:
        """Of how many reports a metric is made."""
        if self.area and self.year:
            return view.pools.of(self.area, self.year, metric).reports
        return 1

    @property
    def flagged(self) -> bool:
        """Whether it is a report whose equations do not hold."""
        return not self.area and self.dossiers[0].unbalanced

    def values(self, of: Callable[[Dossier], Values]) -> Values:
        """Numbers of the report, or their sums where all of them are known."""
        found = [of(dossier) for dossier in self.dossiers]
        if not self.area:
            return found[0]
        known = [tuple(n for n in values if n is not None) for values in found]
        whole = [values for values in known if len(values) == len(found[0])]
        return tuple(map(sum, zip(*whole, strict=True))) or (None,) * len(found[0])


def reported(view: View, dossier: Dossier) -> Subject:
    """A report as a row."""
    place = view.place(dossier.report.body)
    sub = place.pinyin or place.where.rpartition(" › ")[2]
    return Subject(place, sub, report_path(dossier), (dossier,), dossier.report.year)


def row(view: View, subject: Subject, values: tuple[Value | None, ...], note: str) -> Row:
    """A row of a chart."""
    return Row(
        label=subject.place.name,
        sub=subject.sub,
        values=values,
        href=subject.path,
        note=note,
        empty=view.t("measure.not_assessable") if None in values else "",
        marked=subject.flagged,
    )


def total(dossier: Dossier, cells: tuple[str, ...]) -> Number | None:
    """The sum of some cells, None where one was not read."""
    try:
        return dossier.report.total(cells)
    except NotAssessable:
        return None
