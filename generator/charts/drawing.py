"""The static drawing: a list of rows, each with its name in HTML and its bar in an SVG of its own.

The SVGs have no viewBox: lengths along a bar are percentages and text keeps its size, so one
drawing serves a phone and a wide screen. Nothing needs a style attribute, which the site's
Content-Security-Policy forbids.
"""

from collections.abc import Iterable
from functools import lru_cache

from generator.charts.chart import Chart, Link, Row, Series, Value, escaped, shown
from generator.charts.scale import Scale

HEIGHT = 28  # of a row, in px: the lines at zero of all rows touch
TOP, THICK = 5, 18
MIDDLE = HEIGHT // 2
TEXT_Y = MIDDLE + 4.5
# Estimates, in px, to decide which numbers find room: a bar column on a 320 px screen and one that
# charts.css calls roomy, a digit, and the least width whose colour can be told.
NARROW, ROOMY = 280, 560
DIGIT, TELLING = 8, 6
ZERO = f'<line x1="-1" x2="-1" y1="0" y2="{HEIGHT}" class="chart-zero"/>'


def drawing(chart: Chart, link: Link = str) -> str:
    """The rows of a chart, names and notes included."""
    scale = Scale.of(chart)
    draw = _interval if chart.kind == "interval" else _bar
    ground = _ground(scale) if scale.ticks else ZERO
    rows = [
        f"<li>{_named(chart, row, link)}{_BAR}{escaped(spoken(chart, row))}"
        f'">{ground}{draw(chart, row, scale)}</svg>'
        f'<span class="chart-value">{escaped(row.note)}</span></li>'
        for row in chart.rows
    ]
    return f'<ol class="chart-rows">{_head(chart, scale)}{"".join(rows)}</ol>'


_BAR = f'<svg class="chart-bar" width="100%" height="{HEIGHT}" role="img" aria-label="'


@lru_cache(maxsize=64)  # nearly all have the same
def _ground(scale: Scale) -> str:
    return "".join(_grid_line(scale.share(tick)) for tick in scale.ticks[1:]) + ZERO


def _named(chart: Chart, row: Row, link: Link) -> str:
    href = link(row.href) if row.href else ""
    return _name(row.label, href, row.sub, chart.mark_label if row.marked else "")


@lru_cache(maxsize=1024)  # the charts of an area, one after the other, have the same rows
def _name(label: str, href: str, sub: str, mark: str) -> str:
    name = escaped(label)
    if href:
        name = f'<a href="{escaped(href)}">{name}</a>'
    if mark:
        words = escaped(mark)
        name += (
            f' <span class="chart-mark" role="img" aria-label="{words}" title="{words}">●</span>'
        )
    if sub:
        name += f' <span class="chart-sub">{escaped(sub)}</span>'
    return f'<span class="chart-name">{name}</span>'


def spoken(chart: Chart, row: Row) -> str:
    """What the bar of a row shows, in words."""
    zh = chart.lang == "zh"
    parts = [
        f"{series.label} {shown(value, chart)}"
        for series, value in zip(chart.series, row.values, strict=True)
        if value or (value is not None and len(row.values) == 1)
    ]
    if row.low is not None and row.high is not None:
        parts.append(f"{shown(row.low, chart)}–{shown(row.high, chart)}")
    total = chart.total(row) if chart.total_label else None
    if total is not None:
        parts.append(f"{chart.total_label} {shown(total, chart)}")
    if row.empty:
        parts.append(row.empty)
    return ("，" if zh else ", ").join(parts)


def _bar(chart: Chart, row: Row, scale: Scale) -> str:
    pieces, outside, at = list[str](), [], 0.0
    several = len(row.values) > 1 and sum(map(bool, row.values)) > 1
    for series, value in zip(chart.series, row.values, strict=True):
        if not value:
            continue
        width = scale.share(value)
        text = shown(value, chart)
        pieces.append(_segment(series, text, at, width))
        room = width / 100 * NARROW
        if several and room >= len(text) * DIGIT + 4:
            pieces.append(
                f'<text x="{_percent(at + width / 2)}" y="{TEXT_Y}"'
                f' class="chart-in on-{series.tone}">{text}</text>'
            )
        elif several or (len(chart.series) > 1 and room < TELLING):
            outside.append((series, text))
        at += width
    pieces.append(_end(chart, row, at, outside))
    return "".join(pieces)


def _segment(series: Series, text: str, at: float, width: float) -> str:
    place = _percent(at)
    line = ""
    if at and width / 100 * NARROW >= TELLING:  # a cut must not eat a thin segment
        line = f'<line x1="{place}" x2="{place}" y1="{TOP}" y2="{TOP + THICK}" class="chart-cut"/>'
    return (
        f'<rect x="{place}" y="{TOP}" width="{_percent(width)}" height="{THICK}"'
        f' class="c-{series.tone}"><title>{escaped(series.label)} {text}</title></rect>'
        f"{line}"
    )


def _end(chart: Chart, row: Row, at: float, outside: list[tuple[Series, str]]) -> str:
    """The total at the end of a bar, then the numbers that found no room inside it."""
    printed = chart.total(row)
    if printed is None or not at:
        return _at(at, _words(chart, row))
    total = shown(printed, chart)
    x = 6 + len(total) * DIGIT + 8
    parts = ""
    for series, text in outside:
        parts += (
            f'<rect x="{x}" y="{MIDDLE - 4}" width="8" height="8" class="c-{series.tone}"/>'
            f'<text x="{x + 11}" y="{TEXT_Y}">{text}</text>'
        )
        x += 11 + len(text) * DIGIT + 6
    left = 1 - at / 100  # all of the parts or none of them
    if x > ROOMY * left:
        parts = ""
    elif x > NARROW * left:
        parts = f'<g class="chart-roomy">{parts}</g>'
    return _at(at, f'<text x="6" y="{TEXT_Y}" class="chart-total">{total}</text>{parts}')


def _at(place: float, content: str) -> str:
    """Content whose own places are px, put where a bar ends."""
    return f'<svg x="{_percent(place)}" overflow="visible">{content}</svg>'


def _words(chart: Chart, row: Row) -> str:
    """What stands where nothing can be drawn: zero and "no number" look different."""
    total = chart.total(row)
    if total is None:
        gap = f'<rect x="6" y="{TOP + 3}" width="20" height="{THICK - 6}" class="chart-gap"/>'
        return f'{gap}<text x="32" y="{TEXT_Y}" class="chart-empty">{escaped(row.empty)}</text>'
    zero = row.empty or shown(total, chart)
    return f'<text x="6" y="{TEXT_Y}" class="chart-empty">{escaped(zero)}</text>'


def _interval(chart: Chart, row: Row, scale: Scale) -> str:
    (value,) = row.values
    if value is None:
        return _words(chart, row)
    tone = chart.series[0].tone
    if row.low is None or row.high is None:
        return _dot(scale.share(value), f"c-{tone}")
    low, high = _percent(scale.share(row.low)), _percent(scale.share(row.high))
    line = f'<line x1="{low}" x2="{high}" y1="{MIDDLE}" y2="{MIDDLE}" class="chart-range"/>'
    return line + _dot(scale.share(value), f"o-{tone}")


def _dot(at: float, name: str) -> str:
    return f'<circle cx="{_percent(at)}" cy="{MIDDLE}" r="5.5" class="{name}"/>'


def _grid_line(at: float) -> str:
    place = _percent(at)
    return f'<line x1="{place}" x2="{place}" y1="0" y2="{HEIGHT}" class="chart-grid"/>'


def _head(chart: Chart, scale: Scale) -> str:
    """What the notes are, and the scale of an interval chart; each bar says its own number."""
    if chart.kind == "bars" and not chart.notes_label:
        return ""
    labels = "".join(_ticks(chart, scale, scale.ticks))
    return (
        '<li class="chart-head" aria-hidden="true"><span class="chart-name"></span>'
        f'<svg class="chart-bar" width="100%" height="{20 if labels else 0}">{labels}</svg>'
        f'<span class="chart-value">{escaped(chart.notes_label)}</span></li>'
    )


def _ticks(chart: Chart, scale: Scale, ticks: Iterable[Value]) -> Iterable[str]:
    for tick in ticks:
        place = scale.share(tick)
        anchor = "start" if place < 5 else "end" if place > 95 else "middle"
        text = shown(tick, chart)
        yield f'<text x="{_percent(place)}" y="13" text-anchor="{anchor}">{text}</text>'


def _percent(share: float) -> str:
    return f"{share:.5g}%"
