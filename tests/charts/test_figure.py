"""The interactive figure, compared as data."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest
from plotly import graph_objects as go

from generator.charts import Chart, Row, figure, figure_js
from tests.charts.samples import PRINTED, RATES, SINGLE, STACKED, WORDS
from tests.conftest import ROOT


def test_bars_hold_the_numbers_of_the_chart() -> None:
    made = figure(STACKED, WORDS)
    assert [trace["name"] for trace in made["data"]] == [s.label for s in STACKED.series]
    assert [trace["meta"] for trace in made["data"]] == [{"tone": s.tone} for s in STACKED.series]
    for number, trace in enumerate(made["data"]):
        assert list(trace["x"]) == [row.values[number] for row in STACKED.rows]
        assert list(trace["y"]) == list(range(len(STACKED.rows)))
        assert (trace["type"], trace["orientation"]) == ("bar", "h")
    assert made["layout"]["barmode"] == "stack"


def test_rows_without_a_bar_say_why() -> None:
    said = [(note["y"], note["text"]) for note in figure(STACKED, WORDS)["layout"]["annotations"]]
    assert said == [(4, "无申请"), (5, "部分公开一栏空白")]
    said = [(note["y"], note["text"]) for note in figure(SINGLE, WORDS)["layout"]["annotations"]]
    assert said == [(1, "0"), (2, "left blank")]


def test_a_row_without_a_bar_gives_the_total_that_is_printed() -> None:
    said = [(note["y"], note["text"]) for note in figure(PRINTED, WORDS)["layout"]["annotations"]]
    assert said == [
        (2, "未印总计"),
        (3, "6"),
        (4, "没有办结的申请"),
        (5, "部分公开一栏空白"),
    ]


def test_rates_hold_their_intervals_and_two_places_of_one_name() -> None:
    made = figure(RATES, WORDS)
    (trace,) = made["data"]
    assert list(trace["x"]) == [0.75, 0.15, None, 1.0]
    assert list(trace["marker"]["symbol"]) == ["circle", "circle-open", "circle", "circle-open"]
    assert list(trace["error_x"]["array"]) == pytest.approx([0, 0.21, 0, 0])
    assert list(trace["error_x"]["arrayminus"]) == pytest.approx([0, 0.098, 0, 0.243])
    assert list(made["layout"]["yaxis"]["ticktext"]) == ["甲镇", "乙镇", "丙镇", "甲镇"]


def test_names_are_escaped_because_plotly_reads_html() -> None:
    text = json.dumps(figure(STACKED, WORDS))
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_nothing_is_sent_away_and_no_logo_is_shown() -> None:
    config = figure(STACKED, WORDS)["config"]
    assert (config["showSendToCloud"], config["displaylogo"]) == (False, False)
    assert config["locales"]["site"]["dictionary"]["Zoom in"] == WORDS.zoom_in


@pytest.mark.parametrize("chart", [STACKED, PRINTED, SINGLE, RATES], ids=lambda chart: chart.id)
def test_the_script_is_small_and_always_the_same(chart: Chart) -> None:
    script = figure_js(chart, WORDS)
    assert script == figure_js(replace(chart), WORDS)
    assert len(script) < 8_000
    assert not re.search(rb"#[0-9a-f]{6}|rgb\(", script)  # colours are the style sheet's
    start, _, rest = script.decode().partition("=")  # (window.charts ??= {})
    assert (start, rest[:2]) == ("(window.charts??", "{}")
    name, _, value = rest.removeprefix("{})[").partition("]=")
    assert json.loads(name) == chart.id
    assert json.loads(value.rstrip(";\n")) == json.loads(json.dumps(figure(chart, WORDS)))


def test_amounts_of_money_are_numbers() -> None:
    chart = replace(SINGLE, rows=(Row("A", (Decimal("1.28"),)),))
    assert list(figure(chart, WORDS)["data"][0]["x"]) == [1.28]


@pytest.mark.parametrize(
    "chart",
    [STACKED, PRINTED, SINGLE, RATES, replace(SINGLE, rows=SINGLE.rows[:1])],
    ids=["stacked", "printed", "single", "rates", "nothing to say"],
)
def test_plotly_takes_the_figure_as_it_is(chart: Chart) -> None:
    made = figure(chart, WORDS)
    taken = go.Figure(data=made["data"], layout=made["layout"]).to_plotly_json()
    assert _as_json(taken) == _as_json({name: made[name] for name in taken})
    image = made["image"]["layout"]
    assert _as_json(go.Layout(image).to_plotly_json()) == _as_json(image)


def _as_json(value: object) -> object:
    return json.loads(json.dumps(value))


def test_plotly_is_not_imported_to_make_a_figure() -> None:
    code = (
        "import sys; from generator.charts import figure_js, plotly_assets;"
        "from tests.charts.samples import RATES, WORDS;"
        "figure_js(RATES, WORDS); list(plotly_assets()); print('plotly' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == b"False"
