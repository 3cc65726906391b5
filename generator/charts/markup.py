"""The whole figure: title, legend, drawing, data table, source and ways to take the numbers."""

from collections.abc import Iterable

from generator.charts.chart import Chart, ChartWords, Download, Link, escaped
from generator.charts.drawing import drawing
from generator.charts.table import table_html


def figure_html(
    chart: Chart,
    words: ChartWords,
    download: Download | None = None,
    level: int = 2,
    link: Link = str,
) -> str:
    """A `<figure>` to be put into a page as it stands; `level` is that of its heading.

    Without a download it is no interactive one either. The data attributes are what figure.js needs
    beside the words and numbers.
    """
    title_id = f"chart-{escaped(chart.id)}-title"
    percent = " data-percent" if chart.percent else ""
    return (
        f'<figure class="chart" id="chart-{escaped(chart.id)}" aria-labelledby="{title_id}"'
        f' data-kind="{chart.kind}"{percent}>'
        f'<h{level} class="chart-title" id="{title_id}">{escaped(chart.title)}</h{level}>'
        f'<p class="chart-subtitle">{escaped(chart.subtitle)}</p>'
        f"{_legend(chart, words)}{drawing(chart, link)}{_mark(chart)}"
        f'<p class="chart-source">{escaped(chart.source)}</p>'
        f"{_tools(words, download) if download else ''}{_data(chart, words, link)}"
        "</figure>"
    )


def _legend(chart: Chart, words: ChartWords) -> str:
    if chart.kind == "interval":
        tone = chart.series[0].tone
        dots = ((f"c-{tone}", words.plain), (f"o-{tone}", words.hollow))
        return _list(
            f'<li><svg width="14" height="14" aria-hidden="true">'
            f'<circle cx="7" cy="7" r="5.5" class="{name}"/></svg>{escaped(label)}</li>'
            for name, label in dots
        )
    if len(chart.series) < 2:
        return ""
    return _list(
        f'<li><svg width="12" height="12" aria-hidden="true">'
        f'<rect width="12" height="12" class="c-{series.tone}"/></svg>{escaped(series.label)}</li>'
        for series in chart.series
    )


def _list(items: Iterable[str]) -> str:
    return f'<ul class="chart-legend">{"".join(items)}</ul>'


def _mark(chart: Chart) -> str:
    if not chart.any_marked:
        return ""
    mark = '<span class="chart-mark" aria-hidden="true">●</span>'
    return f'<p class="chart-key">{mark} {escaped(chart.mark_label)}</p>'


def _tools(words: ChartWords, download: Download) -> str:
    href, text = map(escaped, download)
    return (
        '<div class="chart-tools">'
        f'<button type="button" data-chart hidden>{escaped(words.interactive)}</button>'
        f'<a href="{href}" download>{text}</a>'
        '<span class="chart-status" role="status"></span></div>'
    )


def _data(chart: Chart, words: ChartWords, link: Link) -> str:
    label = f"{escaped(words.data)}：" if chart.lang == "zh" else f"{escaped(words.data)}: "
    return (
        f'<details class="chart-data"><summary>{escaped(words.data)}</summary>'
        f'<div class="scroll" role="region" tabindex="0"'
        f' aria-label="{label}{escaped(chart.title)}">{table_html(chart, words, link)}'
        "</div></details>"
    )
