"""The interactive version: a plotly figure as a classic script, loaded when a reader asks for it.

It holds no colours: each trace names its tone in `meta`, and charts.js takes the colour from the
style sheet, so that light, dark and the static drawing agree. It holds no template of plotly's
either, which would be 93 % of its bytes. It is written without plotly's classes, which take 20 ms a
figure; the tests hand it to them, and they refuse what plotly does not know.
"""

import json
from html import escape
from typing import Any

from generator.charts.chart import Chart, ChartWords, Row, Value, shown

ROW_HEIGHT = 30
AROUND = 100  # legend and axis
LONGEST_NAME = 16  # plotly.js stops with an error when names leave no room for the bars
AT_ZERO = {"x": 0, "xanchor": "left", "xshift": 4, "yref": "y", "showarrow": False}
HOVER = "%{customdata[0]}<br>%{fullData.name} %{text}%{customdata[1]}<extra></extra>"
# What plotly.js calls its buttons; the one that saves a picture is made in charts.js.
BUTTONS = {"Zoom in": "zoom_in", "Zoom out": "zoom_out", "Reset axes": "reset"}


def figure_js(chart: Chart, words: ChartWords) -> bytes:
    """A script that leaves the figure in `window.charts` under the chart's id."""
    text = json.dumps(figure(chart, words), separators=(",", ":"), sort_keys=True)
    return f"(window.charts??={{}})[{json.dumps(chart.id)}]={text};\n".encode()


def figure(chart: Chart, words: ChartWords) -> dict[str, Any]:
    """The figure as plotly takes it: data, layout and config."""
    return {
        "data": _interval(chart) if chart.kind == "interval" else _bars(chart),
        "layout": _layout(chart),
        "config": _config(words),
        "image": {"name": words.save_image, "file": chart.id, "layout": _image(chart)},
    }


def _bars(chart: Chart) -> list[dict[str, Any]]:
    return [
        {
            **_trace(chart, number),
            "type": "bar",
            "orientation": "h",
            "textposition": "none" if len(chart.series) > 1 else "outside",
            "cliponaxis": False,
        }
        for number in range(len(chart.series))
    ]


def _interval(chart: Chart) -> list[dict[str, Any]]:
    rows = [(row, row.values[0]) for row in chart.rows]
    above = [_gap(row.high, value) for row, value in rows]
    below = [_gap(value, row.low) for row, value in rows]
    symbols = ["circle" if row.low is None else "circle-open" for row in chart.rows]
    return [
        {
            **_trace(chart, 0),
            "type": "scatter",
            "mode": "markers",
            "marker": {"size": 11, "symbol": symbols, "line": {"width": 2}},
            "error_x": {
                "type": "data",
                "symmetric": False,
                "array": above,
                "arrayminus": below,
                "width": 0,
                "thickness": 2,
            },
        }
    ]


def _gap(high: Value | None, low: Value | None) -> float:
    return 0.0 if high is None or low is None else max(0.0, float(high) - float(low))


def _trace(chart: Chart, number: int) -> dict[str, Any]:
    series = chart.series[number]
    values = [row.values[number] for row in chart.rows]
    texts = ["" if value is None else shown(value, chart) for value in values]
    return {
        "name": _plain(series.label),
        "meta": {"tone": series.tone},
        "x": [_number(value) for value in values],
        "y": list(range(len(chart.rows))),
        "text": texts,
        "customdata": [[_plain(row.name), _hover_note(chart, row)] for row in chart.rows],
        "hovertemplate": HOVER,
    }


def _hover_note(chart: Chart, row: Row) -> str:
    return f"<br>{_plain(chart.notes_label)} {_plain(row.note)}" if row.note else ""


def _layout(chart: Chart) -> dict[str, Any]:
    # Two places may share a name, so rows stand at numbers and names are only written beside them.
    names = [_plain(_short(row.label)) + (" ●" if row.marked else "") for row in chart.rows]
    return {
        "template": {"layout": {"font": {"size": 13}}},
        "barmode": "stack",
        "bargap": 0.35,
        "height": AROUND + ROW_HEIGHT * len(chart.rows),
        "margin": {"l": 8, "r": 24, "t": 44, "b": 40, "pad": 6},
        "showlegend": len(chart.series) > 1,
        "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        "hovermode": "closest",
        "dragmode": "zoom",
        "xaxis": _x_axis(chart),
        "yaxis": {
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "range": [len(names) - 0.5, -0.5],
            "fixedrange": True,
            "automargin": True,
            "zeroline": False,
            "showgrid": False,
        },
        **({"annotations": notes} if (notes := _notes(chart)) else {}),
    }


def _notes(chart: Chart) -> list[dict[str, Any]]:
    """What stands beside the rows that have nothing to draw."""
    return [
        {**AT_ZERO, "y": place, "text": _plain(row.empty or shown(chart.total(row) or 0, chart))}
        for place, row in enumerate(chart.rows)
        if row.empty or not row.drawn(chart.kind)
    ]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _x_axis(chart: Chart) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "rangemode": "tozero",
        "zeroline": True,
        "separatethousands": chart.lang == "en",
    }
    if chart.percent:
        return axis | {"tickformat": ".0%", "range": [-0.02, 1.02]}
    known = [value for row in chart.rows for value in row.known]
    few = chart.kind == "bars" and all(isinstance(n, int) for n in known) and sum(known) < 6
    return axis | ({"dtick": 1} if few else {})


def _image(chart: Chart) -> dict[str, Any]:
    """What a saved picture has beside the figure: the words that stand around it on the page."""
    around = AROUND + 132
    return {
        "width": 1000,
        "height": around + ROW_HEIGHT * len(chart.rows),
        "margin": {"l": 24, "r": 24, "t": 144, "b": 72, "pad": 6},
        "title": {
            "text": _plain(chart.title),
            "subtitle": {"text": _plain(chart.subtitle), "font": {"size": 14}},
            "font": {"size": 20},
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"l": 24, "t": 28},
        },
        "annotations": [
            {
                "text": _plain(_below(chart)),
                "showarrow": False,
                "font": {"size": 12},
                "xref": "paper",
                "yref": "paper",
                "x": 1,
                "y": 0,
                "xanchor": "right",
                "yanchor": "top",
                "yshift": -36,
            }
        ],
    }


def _below(chart: Chart) -> str:
    return f"● {chart.mark_label}  {chart.source}" if chart.any_marked else chart.source


def _config(words: ChartWords) -> dict[str, Any]:
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "showTips": False,
        "responsive": True,
        "displayModeBar": True,
        "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d"]],
        "locale": "site",
        "locales": {"site": {"dictionary": _dictionary(words), "format": {}}},
    }


def _dictionary(words: ChartWords) -> dict[str, str]:
    return {plotly: getattr(words, ours) for plotly, ours in BUTTONS.items()}


def _number(value: Value | None) -> float | None:
    return value if value is None or isinstance(value, int) else float(value)


def _plain(text: str) -> str:
    """Plotly reads a little HTML in its texts; escaped, a text is shown as it stands."""
    return escape(text, quote=False)
