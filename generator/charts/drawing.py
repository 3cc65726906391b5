"""The static drawing: a list of rows, each with its name in HTML and its bar in an SVG of its own.

The SVGs have no viewBox: lengths along a bar are percentages and text keeps its size, so one
drawing serves a phone and a wide screen. Nothing needs a style attribute, which the site's
Content-Security-Policy forbids.
"""

from collections.abc import Iterable
from functools import lru_cache

from generator.bilingual import Lang, han
from generator.charts.chart import Bar, Chart, ChartRow, Design, Link, Series, Value, escaped, shown
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
    design, scale = chart.design, Scale.of(chart)
    rows = [
        f"<li>{_named(design, row, link)}{_drawn(design, scale, row.bar)}</li>"
        for row in chart.rows
    ]
    return f'<ol class="chart-rows">{_head(design, scale)}{"".join(rows)}</ol>'


@lru_cache(maxsize=4096)  # most numbers are small, and stand in many charts
def _drawn(design: Design, scale: Scale, bar: Bar) -> str:
    """The bar of a row with its note."""
    ground = _ground(scale) if scale.ticks else ZERO
    draw = _interval if design.kind == "interval" else _bar
    return (
        f'<svg class="chart-bar" width="100%" height="{HEIGHT}" role="img"'
        f' aria-label="{escaped(spoken(design, bar))}">{ground}{draw(design, bar, scale)}</svg>'
        f'<span class="chart-value">{escaped(bar.note)}</span>'
    )


@lru_cache(maxsize=64)  # nearly all have the same
def _ground(scale: Scale) -> str:
    return "".join(_grid_line(scale.share(tick)) for tick in scale.ticks[1:]) + ZERO


def _named(design: Design, row: ChartRow, link: Link) -> str:
    href = link(row.href) if row.href else ""
    return _name(design.lang, row.label, href, row.sub, design.mark_label if row.marked else "")


@lru_cache(maxsize=1024)  # the charts of an area, one after the other, have the same rows
def _name(lang: Lang, label: str, href: str, sub: str, mark: str) -> str:
    name = han(escaped(label), lang)
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


def spoken(design: Design, bar: Bar) -> str:
    """What the bar of a row shows, in words."""
    zh = design.lang == "zh"
    parts = [
        f"{series.label} {shown(value, design)}"
        for series, value in zip(design.series, bar.values, strict=True)
        if value or (value is not None and len(bar.values) == 1)
    ]
    if bar.low is not None and bar.high is not None:
        parts.append(f"{shown(bar.low, design)}–{shown(bar.high, design)}")
    total = design.total(bar) if design.total_label else None
    if total is not None:
        parts.append(f"{design.total_label} {shown(total, design)}")
    if bar.empty:
        parts.append(bar.empty)
    return ("，" if zh else ", ").join(parts)


def _bar(design: Design, bar: Bar, scale: Scale) -> str:
    pieces, outside, at = list[str](), [], 0.0
    several = len(bar.values) > 1 and sum(map(bool, bar.values)) > 1
    for series, value in zip(design.series, bar.values, strict=True):
        if not value:
            continue
        width = scale.share(value)
        text = shown(value, design)
        pieces.append(_segment(series, text, at, width))
        room = width / 100 * NARROW
        if several and room >= len(text) * DIGIT + 4:
            pieces.append(
                f'<text x="{_percent(at + width / 2)}" y="{TEXT_Y}"'
                f' class="chart-in on-{series.tone}">{text}</text>'
            )
        elif several or (len(design.series) > 1 and room < TELLING):
            outside.append((series, text))
        at += width
    pieces.append(_end(design, bar, at, outside))
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


def _end(design: Design, bar: Bar, at: float, outside: list[tuple[Series, str]]) -> str:
    """The total at the end of a bar, then the numbers that found no room inside it."""
    printed = design.total(bar)
    if printed is None or not at:
        return _at(at, _words(design, bar))
    total = shown(printed, design)
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


def _words(design: Design, bar: Bar) -> str:
    """What stands where nothing can be drawn: zero and "no number" look different."""
    total = design.total(bar)
    if total is None:
        gap = f'<rect x="6" y="{TOP + 3}" width="20" height="{THICK - 6}" class="chart-gap"/>'
        return f'{gap}<text x="32" y="{TEXT_Y}" class="chart-empty">{escaped(bar.empty)}</text>'
    zero = bar.empty or shown(total, design)
    return f'<text x="6" y="{TEXT_Y}" class="chart-empty">{escaped(zero)}</text>'


def _interval(design: Design, bar: Bar, scale: Scale) -> str:
    (value,) = bar.values
    if value is None:
        return _words(design, bar)
    tone = design.series[0].tone
    if bar.low is None or bar.high is None:
        return _dot(scale.share(value), f"c-{tone}")
    low, high = _percent(scale.share(bar.low)), _percent(scale.share(bar.high))
    line = f'<line x1="{low}" x2="{high}" y1="{MIDDLE}" y2="{MIDDLE}" class="chart-range"/>'
    return line + _dot(scale.share(value), f"o-{tone}")


def _dot(at: float, name: str) -> str:
    return f'<circle cx="{_percent(at)}" cy="{MIDDLE}" r="5.5" class="{name}"/>'


def _grid_line(at: float) -> str:
    place = _percent(at)
    return f'<line x1="{place}" x2="{place}" y1="0" y2="{HEIGHT}" class="chart-grid"/>'


@lru_cache(maxsize=256)  # the same as on the page of the same metric of another area
def _head(design: Design, scale: Scale) -> str:
    """What the notes are, and the scale of an interval chart; each bar says its own number."""
    if design.kind == "bars" and not design.notes_label:
        return ""
    labels = "".join(_ticks(design, scale, scale.ticks))
    return (
        '<li class="chart-head" aria-hidden="true"><span class="chart-name"></span>'
        f'<svg class="chart-bar" width="100%" height="{20 if labels else 0}">{labels}</svg>'
        f'<span class="chart-value">{escaped(design.notes_label)}</span></li>'
    )


def _ticks(design: Design, scale: Scale, ticks: Iterable[Value]) -> Iterable[str]:
    for tick in ticks:
        place = scale.share(tick)
        anchor = "start" if place < 5 else "end" if place > 95 else "middle"
        text = shown(tick, design)
        yield f'<text x="{_percent(place)}" y="13" text-anchor="{anchor}">{text}</text>'


def _percent(share: float) -> str:
    return f"{share:.5g}%"
