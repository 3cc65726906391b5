"""What the rows of charts and tables are about, and their numbers.

An area's numbers are sums over its reports, of those in which they could be read.
"""

from dataclasses import dataclass

from generator.charts import Bar, ChartRow, Value
from generator.messages import Translate
from generator.metrics.overview import GROUPS, Values
from generator.metrics.sums import Sums
from generator.model import Dossier, Measure, MeasureStatus
from generator.pages.base import PlaceName, View, once, report_path


@dataclass(frozen=True, slots=True, eq=False)
class ComparedSubject:
    """A report or all reports of an area in a year.

    `code` is the id of its township, or the code of the area; `sub` is what stands in charts on a
    second, quiet line of its name, after the pinyin. A report is `flagged` whose equations do not
    hold.
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
        return _pooled(view, self.about, metric)

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


def reported(view: View, dossier: Dossier) -> ComparedSubject:
    """A report as a row."""
    place = view.place(dossier.report.body)
    sub = "" if place.pinyin else place.where.rpartition(" › ")[2]
    path, flagged = report_path(dossier), dossier.unbalanced
    return ComparedSubject(dossier.report.township, place, sub, path, dossier, flagged)


@once
def _pooled(view: View, sums: Sums, metric: str) -> Measure:
    """A metric of an area, which charts, tables and files show."""
    return sums.measure(metric, view.survey.settings.thresholds)


def row(subject: ComparedSubject, bar: Bar) -> ChartRow:
    """A row of a chart."""
    sub = " · ".join(filter(None, (subject.place.pinyin, subject.sub)))
    return ChartRow(subject.place.name, bar, subject.path, sub, subject.flagged)


def bar(t: Translate, values: tuple[Value | None, ...], note: str = "") -> Bar:
    """Numbers of a row, with the word for those that were not read."""
    return Bar(values, note, t("measure.not_assessable") if None in values else "")
