"""Charts on pages: as HTML, and the files that belong to them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.charts import Chart, ChartLinks, ChartWords, csv_bytes, figure_html, figure_js
from generator.links import Links
from generator.pages.base import View


def chart_files(view: View, charts: Iterable[Chart]) -> Iterator[tuple[str, bytes]]:
    """The files that belong to charts: exactly what is shown as CSV, and the interactive figure."""
    for chart in charts:
        yield f"charts/{chart.id}.csv", csv_bytes(chart, words(view))
        yield f"charts/{chart.id}.js", figure_js(chart, words(view))


def figure(view: View, links: Links, chart: Chart, level: int = 2, *, files: bool = True) -> str:
    """A chart as HTML for the page at `links`; `files` says whether its files are made."""
    rows = tuple(replace(row, href=links.page(row.href) if row.href else "") for row in chart.rows)
    path = links.file(f"charts/{chart.id}")
    made = ChartLinks(csv=f"{path}.csv", figure=f"{path}.js") if files else ChartLinks()
    return figure_html(replace(chart, rows=rows), words(view), made, level)


def words(view: View) -> ChartWords:
    """The words around every chart."""
    return ChartWords(**{name: view.t(f"chart.{name}") for name in ChartWords.__slots__})
