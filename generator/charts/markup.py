"""The whole figure: title, legend, drawing, data table, source and ways to take the numbers."""

from collections.abc import Iterable
from functools import lru_cache

from generator.bilingual import han
from generator.charts.chart import Chart, ChartWords, Design, Download, Link, escaped
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
    id_, design = f"chart-{escaped(chart.id)}", chart.design
    title = han(escaped(chart.title), design.lang)
    percent = " data-percent" if design.percent else ""
    return (
        f'<figure class="chart" id="{id_}" aria-labelledby="{id_}-title"'
        f' data-kind="{design.kind}"{percent}>'
        f'<h{level} class="chart-title" id="{id_}-title">{title}</h{level}>'
        f"{_above(design, words)}{drawing(chart, link)}{_mark(chart)}"
        f'<p class="chart-source">{escaped(design.source)}</p>'
        f"{_tools(words, download) if download else ''}{_data(chart, words, link)}"
        "</figure>"
    )


@lru_cache(maxsize=256)
def _above(design: Design, words: ChartWords) -> str:
    """What stands between the title and the drawing."""
    subtitle = f'<p class="chart-subtitle">{escaped(design.subtitle)}</p>'
    return subtitle + _legend(design, words)


def _legend(design: Design, words: ChartWords) -> str:
    if design.kind == "interval":
        tone = design.series[0].tone
        dots = ((f"c-{tone}", words.plain), (f"o-{tone}", words.hollow))
        return _list(
            f'<li><svg width="14" height="14" aria-hidden="true">'
            f'<circle cx="7" cy="7" r="5.5" class="{name}"/></svg>{escaped(label)}</li>'
            for name, label in dots
        )
    if len(design.series) < 2:
        return ""
    return _list(
        f'<li><svg width="12" height="12" aria-hidden="true">'
        f'<rect width="12" height="12" class="c-{series.tone}"/></svg>{escaped(series.label)}</li>'
        for series in design.series
    )


def _list(items: Iterable[str]) -> str:
    return f'<ul class="chart-legend">{"".join(items)}</ul>'


def _mark(chart: Chart) -> str:
    if not chart.any_marked:
        return ""
    mark = '<span class="chart-mark" aria-hidden="true">●</span>'
    return f'<p class="chart-key">{mark} {escaped(chart.design.mark_label)}</p>'


def _tools(words: ChartWords, download: Download) -> str:
    href, text = map(escaped, download)
    return (
        '<div class="chart-tools">'
        f'<button type="button" data-chart hidden>{escaped(words.interactive)}</button>'
        f'<a href="{href}" download>{text}</a>'
        '<span class="chart-status" role="status"></span></div>'
    )


def _data(chart: Chart, words: ChartWords, link: Link) -> str:
    label = escaped(words.data) + ("：" if chart.design.lang == "zh" else ": ")
    return (
        f'<details class="chart-data"><summary>{escaped(words.data)}</summary>'
        f'<div class="scroll" role="region" tabindex="0"'
        f' aria-label="{label}{escaped(chart.title)}">{table_html(chart, words, link)}'
        "</div></details>"
    )
