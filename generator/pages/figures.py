"""Charts on pages: as HTML, and the files with what they show."""

from collections.abc import Iterable, Iterator

from generator.charts import Chart, ChartWords, Download, csv_bytes, figure_html
from generator.links import Links
from generator.messages import Translate
from generator.pages.base import NamedLink, View, once


def chart_files(view: View, charts: Iterable[Chart]) -> Iterator[tuple[str, bytes]]:
    """The file of each chart: exactly what is shown, as CSV."""
    for chart in charts:
        yield own_file(view, chart).path, csv_bytes(chart, _words(view))


def own_file(view: View, chart: Chart) -> NamedLink:
    """The link to the file that holds this chart alone."""
    return NamedLink(view.t("chart.csv"), f"charts/{chart.id}.csv")


def figure(view: View, links: Links, chart: Chart, file: NamedLink | None, level: int = 2) -> str:
    """A chart as HTML for the page at `links`; one without a file is not interactive either."""
    download = Download(links.file(file.path), file.text) if file else None
    link = view.addresses(links.root).__getitem__
    return figure_html(chart, _words(view), download, level, link)


def summed(t: Translate, key: str, areas: bool, **facts: str) -> str:
    """The subtitle of a chart, which tells of areas that their numbers are sums."""
    subtitle = t(key, **facts)
    return t("chart.summed", subtitle=subtitle) if areas else subtitle


def rows_label(t: Translate, areas: bool) -> str:
    """What the rows of a chart are."""
    return t("word.area" if areas else "word.township")


@once
def _words(view: View) -> ChartWords:
    """The words around every chart."""
    return ChartWords(**{name: view.t(f"chart.{name}") for name in ChartWords.__slots__})
