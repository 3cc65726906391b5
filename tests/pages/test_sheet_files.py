"""The file that the charts of an area share: what they show, under the names of the data files."""

import csv
from io import StringIO

import pytest

from generator.export.measures import MEASURES
from generator.metrics import METRICS
from generator.model import MeasureStatus
from generator.pages.area_pages import COMPARISON
from generator.pages.base import View
from generator.pages.metric_charts import metric_chart
from generator.pages.outcome_charts import disputes, outcomes
from generator.pages.sheets import compared, sheets_of
from tests.pages.areas import files_of
from tests.pages.nationwide import YEARS, codes, survey

AREA, COUNTY, YEAR = "46", "110118", YEARS[0]
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def view() -> View:
    return View(survey(codes(("11", AREA)), years=YEARS), "zh")


def rows_of(view: View, code: str) -> Rows:
    """The rows of the file of an area in the first year."""
    name = f"charts/compare-{YEAR}-{code}.csv"
    (data,) = (data for path, data in files_of(view, COMPARISON) if path == name)
    assert data.startswith(b"place,report,name,within,year,reports,unbalanced_reports,")
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("code", [AREA, COUNTY])
def test_it_holds_what_the_charts_show(view: View, code: str) -> None:
    rows = rows_of(view, code)
    (sheet,) = (one for one in sheets_of(view, view.areas[code]) if YEAR in one.years)
    found = compared(view, "/compare/", sheet, YEAR)
    assert [row["name"] for row in rows] == [subject.place.name for subject in found.rows]
    bars = zip(rows, outcomes(view, found).rows, disputes(view, found).rows, strict=True)
    for row, decided, cases in bars:
        shown = (*decided.bar.values, decided.bar.printed_total, *cases.bar.values)
        assert list(row.values())[-len(shown) :] == ["" if n is None else str(n) for n in shown]
    for metric in METRICS:
        chart = metric_chart(view, METRICS[metric], found)
        part = "value" if chart.design.percent else "numerator"
        for row, shown_as in zip(rows, chart.rows, strict=True):
            (value,) = shown_as.bar.values
            if value is None:  # words stand there, for which the file has the status
                unknown = row[f"{metric}_value"] == "" and row[f"{metric}_status"] != "ok"
                assert unknown, (metric, row)
            else:
                assert float(row[f"{metric}_{part}"]) == pytest.approx(float(value), abs=1e-6)


def test_a_row_of_a_report_has_its_metrics_as_the_data_do(view: View) -> None:
    rows = {row["report"]: row for row in rows_of(view, COUNTY)}
    assert {row["place"] for row in rows.values()} > {"110118001"}
    names = [column.name for column in MEASURES.columns]
    checked = 0
    for values in zip(*MEASURES.fields(view.survey), strict=True):
        measure = dict(zip(names, values, strict=True))
        report, metric = measure.pop("report"), measure.pop("metric")
        if report in rows:
            assert measure == {name: rows[report][f"{metric}_{name}"] for name in measure}
            checked += 1
    assert checked == len(rows) * len(METRICS)


def test_a_row_of_an_area_has_sums(view: View) -> None:
    row = rows_of(view, AREA)[0]
    of_city = [
        dossier
        for dossier in view.survey.dossiers
        if dossier.compared
        and dossier.report.year == YEAR
        and dossier.report.township.startswith("4601")
    ]
    assert list(row.values())[:7] == [
        *("4601", "", "海口市", "海南省", str(YEAR)),
        str(len(of_city)),
        str(sum(dossier.unbalanced for dossier in of_city)),
    ]
    for metric in METRICS:
        measures = [dossier.measures[metric] for dossier in of_city]
        usable = [one for one in measures if one.status is not MeasureStatus.NOT_ASSESSABLE]
        assert row[f"{metric}_reports"] == str(len(usable))
        assert row[f"{metric}_numerator"] == str(sum(one.numerator or 0 for one in usable))


def charts_of(view: View) -> list[str]:
    return [path for path, _ in files_of(view, COMPARISON) if path.startswith("charts/")]


def test_it_is_made_once_and_for_each_year(view: View) -> None:
    made = charts_of(view)
    assert {f"charts/compare-{year}-{COUNTY}.csv" for year in YEARS} < set(made)
    assert len(made) == len(set(made))
    english = View(view.survey, "en")
    others = charts_of(english)
    assert others
    assert all(path.endswith("-en.csv") for path in others)
