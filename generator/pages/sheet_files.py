"""The files with what a comparison shows.

Of the nation's first pages each chart has a file of its own, in the words of the page. Those of
areas, of which there are many, share one for each year, in no language: a row for each place shown
with all its metrics and counts, under the names that the files in `data/` use.
"""

from collections.abc import Iterator

from generator.areas import Area
from generator.bilingual import LANGS
from generator.charts import Chart, Value, rows_csv
from generator.export.declare import number
from generator.export.measures import MEASURES, Measured
from generator.metrics import METRICS
from generator.pages.area_pages import COMPARISON
from generator.pages.base import View
from generator.pages.figures import chart_files
from generator.pages.metric_charts import metric_chart
from generator.pages.outcome_charts import COUNTED, counted, disputes, outcomes
from generator.pages.sheets import Compared, compared, sheets_of
from generator.pages.subjects import ComparedSubject

_PLACE = ("place", "report", "name", "within", "year", "reports", "unbalanced_reports")
_OF_METRIC = MEASURES.columns[2:]  # without the report and the metric


def area_files(view: View, area: Area) -> Iterator[tuple[str, bytes]]:
    """All files of the charts on the pages of an area: path below the site's root, content.

    Those in no language come with the first, whose names they give.
    """
    for sheet in sheets_of(view, area):
        for year in sheet.years:
            found = compared(view, COMPARISON.base, sheet, year)
            if sheet.whole:
                yield from chart_files(view, _charts(view, found))
            elif view.lang == LANGS[0]:
                rows = [tuple(_row(view, found, subject)) for subject in found.rows]
                yield found.shared_file, rows_csv(tuple(_header()), rows)


def _charts(view: View, found: Compared) -> Iterator[Chart]:
    """Every chart of a year, on the pages of all metrics and of single ones."""
    yield outcomes(view, found)
    yield disputes(view, found)
    for metric in METRICS.values():
        yield metric_chart(view, metric, found)


def _header() -> Iterator[str]:
    yield from _PLACE
    for metric in METRICS:
        yield f"{metric}_reports"
        yield from (f"{metric}_{column.name}" for column in _OF_METRIC)
    yield from COUNTED


def _row(view: View, found: Compared, subject: ComparedSubject) -> Iterator[Value | str]:
    yield subject.code
    yield subject.report
    yield subject.place.name if subject.place.named else ""
    yield subject.place.where
    yield found.year
    yield subject.reports
    yield subject.unbalanced
    for metric in METRICS:
        measure = subject.measure(view, metric)
        yield subject.usable(metric)
        yield from (column.get(Measured("", measure)) for column in _OF_METRIC)
    yield from map(number, counted(subject))
