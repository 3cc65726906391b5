"""What the rows of charts and tables are about, and their numbers.

An area's numbers are sums over its reports, of those in which they could be read.
"""

from dataclasses import dataclass
from typing import NamedTuple

from generator.charts import Row, Value
from generator.metrics.overview import GROUPS, Values
from generator.metrics.sums import Sums
from generator.model import Dossier, Measure, MeasureStatus
from generator.pages.base import PlaceName, View, once, report_path
from generator.pages.numbers import base, fraction, interval, remark


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A report or all reports of an area in a year.

    `code` is the id of its township, or the code of the area; `sub` is a second, quiet line of its
    name in charts. A report is `flagged` whose equations do not hold.
    """

    code: str
    place: PlaceName
    sub: str
    path: str
    about: Dossier | Sums
    flagged: bool = False

    def measure(self, view: View, metric: str) -> Measure:
        """A metric: that of the report, or Σk/Σn of the area."""
        if isinstance(self.about, Dossier):
            return self.about.measures[metric]
        return self.about.measure(metric, view.survey.settings.thresholds)

    def usable(self, metric: str) -> int:
        """Of how many reports a metric is made."""
        if isinstance(self.about, Dossier):
            return int(self.about.measures[metric].status is not MeasureStatus.NOT_ASSESSABLE)
        return self.about.usable(metric)

    @property
    def reports(self) -> int:
        """How many reports it is about."""
        return 1 if isinstance(self.about, Dossier) else self.about.reports

    @property
    def unbalanced(self) -> int:
        """In how many of them equations do not hold."""
        return int(self.about.unbalanced)

    @property
    def report(self) -> str:
        """The id of the report, "" of an area."""
        return self.about.report.id if isinstance(self.about, Dossier) else ""

    @property
    def sums(self) -> Sums | None:
        """The sums of an area."""
        return None if isinstance(self.about, Dossier) else self.about

    @property
    def outcomes(self) -> Values:
        """The outcomes of requests by group, and then the total that is printed."""
        return self.about.outcomes or (None,) * (len(GROUPS) + 1)

    @property
    def disputes(self) -> Values:
        """Reconsiderations and suits."""
        return self.about.disputes or (None, None)


def reported(view: View, dossier: Dossier) -> Subject:
    """A report as a row."""
    place = view.place(dossier.report.body)
    sub = place.pinyin or place.where.rpartition(" › ")[2]
    path, flagged = report_path(dossier), dossier.unbalanced
    return Subject(dossier.report.township, place, sub, path, dossier, flagged)


class Shown(NamedTuple):
    """A measure, and the words in which tables and charts say it."""

    measure: Measure
    value: str
    base: str
    interval: str
    remark: str


@once
def shown(view: View, subject: Subject, metric: str) -> Shown:
    """A metric of a subject, which all that is compared of it shows in the same words."""
    found = subject.measure(view, metric)
    return Shown(
        found,
        fraction(found, view.t, view.lang),
        base(found, view.lang),
        interval(found),
        remark(found, view.t),
    )


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
