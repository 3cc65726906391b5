"""The interactive figure as figure.js makes it in a browser of a chart on a page, as data."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.charts import Bar, Chart, ChartRow, table
from tests.charts.samples import (
    HOSTILE,
    OUTCOMES,
    PRINTED,
    RATES,
    SAID,
    SINGLE,
    STACKED,
    WORDS,
    ZH_SINGLE,
    write_assets,
    write_page,
)
from tests.conftest import ROOT

CHINESE = (
    *(STACKED, PRINTED, RATES),
    ZH_SINGLE,
    replace(ZH_SINGLE, id="money", rows=(ChartRow("A", Bar((Decimal("1.28"),))),)),
    replace(ZH_SINGLE, id="few", rows=(ChartRow("A", Bar((2,))), ChartRow("B", Bar((3,))))),
    replace(RATES, id="none", rows=(ChartRow("A", Bar((0.0,), "0/10", low=0.0, high=0.278)),)),
)
ENGLISH = (SINGLE,)
CHARTS = {chart.id: chart for chart in (*CHINESE, *ENGLISH)}
# What plotly says against a figure; that something is not used, such as a legend, is nothing.
CHECK = """
    window.complaints = (data, layout) =>
        (Plotly.validate(data, layout) ?? []).filter(({ code }) => code !== "unused");
"""
DRAWN = """(plot) => ({
    data: plot.data, layout: plot.layout, cloud: plot._context.showSendToCloud,
    logo: plot._context.displaylogo, words: plot._context.locales.site.dictionary,
    complaints: complaints(plot.data, plot.layout),
})"""
SAVED = """async (plot) => {
    let given;
    Plotly.downloadImage = (figure, options) => { given = { ...figure, options }; };
    plot.querySelector("[data-attr=save], .modebar-btn").click();
    return { ...given, complaints: complaints(given.data, given.layout) };
}"""
Drawn = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def pages(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Page]]:
    """Pages on which all interactive charts are shown."""
    folder = tmp_path_factory.mktemp("figures")
    write_assets(folder)
    opened = [
        _opened(chromium, folder / f"{lang}.html", lang, charts)
        for lang, charts in {"zh-Hans": CHINESE, "en": ENGLISH}.items()
    ]
    yield opened
    for page in opened:
        page.close()


def _opened(chromium: Browser, path: Path, lang: str, charts: tuple[Chart, ...]) -> Page:
    write_page(path, lang, charts)
    page = chromium.new_page(viewport={"width": 1000, "height": 800}, color_scheme="light")
    page.add_init_script(CHECK)
    page.goto(path.as_uri())
    for number, chart in enumerate(charts):
        page.locator("button[data-chart]").nth(number).click()
        page.locator(f"#chart-{chart.id} .js-plotly-plot .main-svg").first.wait_for()
    return page


def _plots(pages: list[Page]) -> Iterator[tuple[str, Locator]]:
    for page, charts in zip(pages, (CHINESE, ENGLISH), strict=True):
        for chart in charts:
            yield chart.id, page.locator(f"#chart-{chart.id} .js-plotly-plot")


@pytest.fixture(scope="module")
def drawn(pages: list[Page]) -> Drawn:
    return {name: plot.evaluate(DRAWN) for name, plot in _plots(pages)}


def beside(figure: dict[str, Any]) -> list[tuple[int, str]]:
    """The words beside rows, by row."""
    notes = figure["layout"]["annotations"]
    return [(note["y"], note["text"]) for note in notes if note["text"] != "●"]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_traces_hold_the_numbers_of_the_table(chart: Chart, drawn: Drawn) -> None:
    traces, content = drawn[chart.id]["data"], table(chart, WORDS)
    assert [trace["name"] for trace in traces] == [series.label for series in chart.design.series]
    for column, trace in enumerate(traces, start=1):
        cells = [row[column] for row in content.rows]
        assert trace["x"] == pytest.approx([None if n is None else float(n) for n in cells])
        assert trace["y"] == list(range(len(chart.rows)))
        notes = [note.rpartition(" ")[2] for _, note in trace["customdata"]]
        assert notes == [_escaped(row.bar.note).rpartition(" ")[2] for row in chart.rows]
        assert [name for name, _ in trace["customdata"]] == [_escaped(r.name) for r in chart.rows]


def _escaped(text: str) -> str:
    text = text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_bars_are_stacked_and_lie(drawn: Drawn) -> None:
    made = drawn[STACKED.id]
    assert {(trace["type"], trace["orientation"]) for trace in made["data"]} == {("bar", "h")}
    assert made["layout"]["barmode"] == "stack"
    assert made["layout"]["showlegend"]
    assert made["data"][0]["text"][2] == "700"
    assert not drawn[SINGLE.id]["layout"]["showlegend"]


def test_colours_are_those_of_the_static_drawing(drawn: Drawn, pages: list[Page]) -> None:
    for series, trace in zip(OUTCOMES, drawn[STACKED.id]["data"], strict=True):
        static = pages[0].locator(f"#chart-{STACKED.id} .chart-legend .c-{series.tone}")
        assert trace["marker"]["color"] == static.evaluate("it => getComputedStyle(it).fill")


def test_rows_without_a_bar_say_why(drawn: Drawn) -> None:
    assert beside(drawn[STACKED.id]) == [(4, "无申请"), (5, "部分公开一栏空白")]
    assert beside(drawn[SINGLE.id]) == [(1, "0"), (2, "left blank")]
    assert beside(drawn["few"]) == []


def test_words_stand_where_the_bar_ends(drawn: Drawn) -> None:
    notes = drawn[STACKED.id]["layout"]["annotations"]
    assert [note["x"] for note in notes if note["text"] != "●"] == [0, 4]


def test_a_row_without_a_bar_gives_the_total_that_is_printed(drawn: Drawn) -> None:
    assert beside(drawn[PRINTED.id]) == [
        (2, "未印总计"),
        (3, "6"),
        (4, "没有办结的申请"),
        (5, "部分公开一栏空白"),
    ]


def test_marked_rows_keep_their_mark_in_its_colour(drawn: Drawn, pages: list[Page]) -> None:
    layout = drawn[PRINTED.id]["layout"]
    marks = [note for note in layout["annotations"] if note["text"] == "●"]
    static = pages[0].locator(f"#chart-{PRINTED.id} .chart-rows .chart-mark")
    colour = static.evaluate("mark => getComputedStyle(mark).color")
    assert [(mark["y"], mark["font"]["color"]) for mark in marks] == [(1, colour)]
    room = "\u2003"  # for the mark
    assert layout["yaxis"]["ticktext"][:2] == ["合计相符", f"合计不符{room}"]


def test_the_second_line_of_a_name_stands_below_it(drawn: Drawn) -> None:
    labels = drawn[SINGLE.id]["layout"]["yaxis"]["ticktext"]
    assert labels == ["A镇<br>A Zhen", "B", "C"]
    assert drawn[SINGLE.id]["layout"]["height"] > drawn["chinese"]["layout"]["height"]


def test_rates_hold_their_intervals_and_two_places_of_one_name(drawn: Drawn) -> None:
    made = drawn[RATES.id]
    (trace,) = made["data"]
    assert trace["x"] == pytest.approx([0.75, 0.15, None, 1.0])
    assert (trace["type"], trace["mode"], trace["text"]) == (
        *("scatter", "markers"),
        ["75%", "15%", "", "100%"],
    )
    assert trace["marker"]["symbol"] == ["circle", "circle-open", "circle", "circle-open"]
    assert trace["error_x"]["array"] == pytest.approx([0, 0.21, 0, 0])
    assert trace["error_x"]["arrayminus"] == pytest.approx([0, 0.098, 0, 0.243])
    assert made["layout"]["yaxis"]["ticktext"] == ["甲镇", "乙镇", "丙镇", "甲镇"]
    assert beside(made) == [(2, "分母不足 10，不计算")]
    assert made["layout"]["xaxis"]["range"] == [-0.02, 1.02]


def test_a_rate_of_nothing_is_drawn(drawn: Drawn) -> None:
    (trace,) = drawn["none"]["data"]
    assert (trace["x"], trace["text"], beside(drawn["none"])) == ([0], ["0%"], [])
    assert trace["error_x"]["array"] == pytest.approx([0.278])


def test_numbers_are_separated_as_the_language_has_it(drawn: Drawn) -> None:
    assert drawn[SINGLE.id]["data"][0]["x"][0] == 12345
    assert drawn[SINGLE.id]["data"][0]["text"][0] == "12,345"
    assert drawn[SINGLE.id]["layout"]["xaxis"]["separatethousands"]
    assert not drawn["chinese"]["layout"]["xaxis"]["separatethousands"]
    assert drawn["few"]["layout"]["xaxis"]["dtick"] == 1
    assert drawn["chinese"]["layout"]["xaxis"].get("dtick") != 1


def test_amounts_of_money_are_numbers(drawn: Drawn) -> None:
    assert drawn["money"]["data"][0]["x"] == [1.28]


def test_names_are_escaped_because_plotly_reads_html(drawn: Drawn) -> None:
    text = repr(drawn[STACKED.id])
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)" in text
    last = drawn[STACKED.id]["layout"]["yaxis"]["ticktext"][-1]
    assert last == "<br>".join([f"{_escaped(HOSTILE[:31])}…"] * 2)


def test_nothing_is_sent_away_and_no_logo_is_shown(drawn: Drawn) -> None:
    for made in drawn.values():
        assert (made["cloud"], made["logo"]) == (False, False)
        assert made["words"]["Zoom in"] == SAID["zoom-in"]
        assert made["words"]["Zoom out"] == SAID["zoom-out"]
        assert made["words"]["Reset axes"] == SAID["reset"]


def test_plotly_takes_the_figure_as_it_is(drawn: Drawn) -> None:
    assert {name: made["complaints"] for name, made in drawn.items() if made["complaints"]} == {}


def test_a_picture_has_the_words_that_stand_around_the_figure(pages: list[Page]) -> None:
    for name, plot in _plots(pages):
        chart, saved = CHARTS[name], plot.evaluate(SAVED)
        layout = saved["layout"]
        assert layout["title"]["text"] == _escaped(chart.title)
        assert layout["title"]["subtitle"]["text"] == _escaped(chart.design.subtitle)
        below = layout["annotations"][-1]["text"]
        mark = f"● {chart.design.mark_label}  " if any(row.marked for row in chart.rows) else ""
        assert below == mark + chart.design.source
        assert saved["options"]["filename"] == name
        assert saved["complaints"] == []


def test_the_script_has_no_colours_of_its_own() -> None:
    script = (ROOT / "site_templates" / "assets" / "figure.js").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-f]{6}|rgb\(", script)  # they are the style sheet's


def test_plotly_is_not_imported_to_make_a_figure() -> None:
    code = (
        "import sys; from generator.charts import figure_html, plotly_assets;"
        "from tests.charts.samples import RATES, WORDS;"
        "figure_html(RATES, WORDS); list(plotly_assets()); print('plotly' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == b"False"
