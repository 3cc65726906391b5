"""The static drawing: what stands in its markup, and how long it draws what."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.charts import Bar, Chart, ChartRow, Download, drawing, figure_html
from tests.charts.samples import DOWNLOAD, HOSTILE, PRINTED, RATES, SINGLE, STACKED, WORDS

SHOWN = HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
every_chart = pytest.mark.parametrize(
    "chart", [STACKED, PRINTED, SINGLE, RATES], ids=lambda chart: chart.id
)


def rows_of(chart: Chart) -> list[ET.Element]:
    tree = ET.fromstring(drawing(chart))  # noqa: S314  (we wrote it a moment ago)
    return [row for row in tree.findall("li") if row.get("class") != "chart-head"]


def row_named(chart: Chart, name: str) -> ET.Element:
    (found,) = (
        row for row, its in zip(rows_of(chart), chart.rows, strict=True) if its.label == name
    )
    return found


def percent(element: ET.Element, attribute: str) -> float:
    value = element.get(attribute, "")
    assert value.endswith("%"), value
    return float(value[:-1])


def texts(element: ET.Element) -> list[str]:
    return [text.text or "" for text in element.iter("text")]


@every_chart
def test_is_well_formed_and_has_a_row_for_each(chart: Chart) -> None:
    assert len(rows_of(chart)) == len(chart.rows)


@every_chart
def test_has_no_style_attribute(chart: Chart) -> None:
    page = LexborHTMLParser(figure_html(chart, WORDS, DOWNLOAD))
    assert page.css("[style], style, script:not([src])") == []


@pytest.mark.parametrize("chart", [STACKED, replace(SINGLE, rows=STACKED.rows[:0])])
def test_hostile_texts_stay_texts(chart: Chart) -> None:
    unknown = (None,) * len(chart.design.series)
    hostile = replace(
        chart,
        title=HOSTILE,
        design=replace(
            chart.design,
            subtitle=HOSTILE,
            source=HOSTILE,
            mark_label=HOSTILE,
            rows_label=HOSTILE,
        ),
        rows=(*chart.rows, ChartRow(HOSTILE, Bar(unknown, empty=HOSTILE), marked=True)),
    )
    page = LexborHTMLParser(figure_html(hostile, WORDS, DOWNLOAD))
    assert page.css("img, script") == []
    assert page.css("[onerror], [onload]") == []
    heading = page.css_first(".chart-title")
    assert heading is not None
    assert heading.text() == SHOWN
    labels = [node.text() for node in page.css(".chart-name")]
    assert any(label.startswith(SHOWN) for label in labels)
    assert SHOWN in [node.text() for node in page.css("svg text")]


def test_bars_are_as_long_as_their_numbers() -> None:
    unit = set()
    for row, its in zip(rows_of(STACKED), STACKED.rows, strict=True):
        bars = [rect for rect in row.findall("svg/rect") if rect.get("class", "")[:2] == "c-"]
        values = [value for value in its.bar.values if value]
        assert len(bars) == len(values)
        at = 0.0
        for bar, value in zip(bars, values, strict=True):
            assert percent(bar, "x") == pytest.approx(at, rel=1e-3)
            at += percent(bar, "width")
            unit.add(round(percent(bar, "width") / float(value), 5))
    assert max(unit) - min(unit) <= 2e-5
    assert max(unit) * 1453 <= 100


def test_a_segment_says_its_number_inside_when_it_has_room_and_beside_the_bar_else() -> None:
    assert texts(row_named(STACKED, "大数镇")) == ["700", "400", "300", "1453", "50", "3"]
    small = row_named(STACKED, "小数镇")
    assert texts(small) == ["3", "2", "1"]
    beside = [rect.get("class") for rect in small.findall("svg/svg/rect")]
    assert beside == ["c-granted", "c-unavailable"]


def test_zero_and_no_number_look_different() -> None:
    zero, missing = row_named(STACKED, "柴关乡"), row_named(SINGLE, "C")
    assert texts(zero) == ["无申请"]
    assert texts(missing) == ["left blank"]
    assert [len(list(row.iter("rect"))) for row in (zero, missing)] == [0, 1]
    assert texts(row_named(SINGLE, "B")) == ["0"]


def test_a_row_with_a_gap_has_no_total() -> None:
    assert texts(row_named(STACKED, "缺数镇")) == ["部分公开一栏空白"]


@pytest.mark.parametrize(
    ("name", "end", "said"),
    [
        ("合计相符", "4", "予以公开 3，部分公开 1，办结 4"),
        ("合计不符", "9", "予以公开 3，部分公开 1，办结 9"),
        ("没有合计", "未印总计", "予以公开 3，部分公开 1，未印总计"),
        ("只有合计", "6", "办结 6"),
        ("都是零", "没有办结的申请", "办结 0，没有办结的申请"),
        ("缺数镇", "4", "予以公开 3，办结 4，部分公开一栏空白"),
    ],
)
def test_a_bar_ends_with_the_total_that_is_printed(name: str, end: str, said: str) -> None:
    row = row_named(PRINTED, name)
    (svg,) = row.findall("svg")
    assert svg.attrib["aria-label"] == said
    (last,) = svg.findall("svg")
    assert texts(last)[0] == end


def test_a_bar_is_as_long_as_its_parts_whatever_total_is_printed() -> None:
    widths = {
        name: [percent(bar, "width") for bar in row_named(PRINTED, name).findall("svg/rect")]
        for name in ("合计相符", "合计不符", "没有合计", "只有合计")
    }
    assert widths["只有合计"] == []
    assert widths["合计相符"] == widths["合计不符"] == widths["没有合计"] == [60, 20]


def test_points_stand_at_their_rates_and_small_bases_are_hollow() -> None:
    solid, hollow, none, full = rows_of(RATES)
    assert [len(list(row.iter("circle"))) for row in (solid, hollow, none, full)] == [1, 1, 0, 1]
    (point,) = solid.iter("circle")
    assert (percent(point, "cx"), point.get("class")) == (75, "c-accent")
    (point,) = hollow.iter("circle")
    assert (percent(point, "cx"), point.get("class")) == (15, "o-accent")
    (interval,) = (line for line in hollow.iter("line") if line.get("class") == "chart-range")
    assert (percent(interval, "x1"), percent(interval, "x2")) == (5.2, 36)
    assert not [line for line in solid.iter("line") if line.get("class") == "chart-range"]


def test_a_scale_beyond_one_holds_the_highest_number() -> None:
    rows = (ChartRow("A", Bar((12.5,))), ChartRow("B", Bar((120.0,), low=60.0, high=170.0)))
    page = LexborHTMLParser(
        drawing(replace(RATES, design=replace(RATES.design, percent=False), rows=rows))
    )
    labels = [node.text() for node in page.css(".chart-head text")]
    assert labels == ["0", "50", "100", "150", "200"]
    points = [node.attributes["cx"] for node in page.css("circle")]
    assert points == ["6.25%", "60%"]


def test_a_marked_row_is_explained() -> None:
    page = LexborHTMLParser(figure_html(STACKED, WORDS, DOWNLOAD))
    marks = page.css(".chart-rows .chart-mark")
    assert [mark.attributes["title"] for mark in marks] == [STACKED.design.mark_label]
    assert [STACKED.design.mark_label in node.text() for node in page.css(".chart-key")] == [True]
    plain = figure_html(SINGLE, WORDS, DOWNLOAD)
    assert "chart-mark" not in plain


def test_every_bar_is_said_in_words() -> None:
    said = [row.find("svg").attrib["aria-label"] for row in rows_of(STACKED)]  # type: ignore[union-attr]
    assert said[0] == "予以公开 3，部分公开 15，无法提供 1，办结 19"
    assert said[4] == "办结 0，无申请"
    assert said[5] == "予以公开 4，部分公开一栏空白"


@pytest.mark.parametrize(("download", "texts"), [(DOWNLOAD, [DOWNLOAD.text]), (None, [])])
def test_offers_only_what_there_is(download: Download | None, texts: list[str]) -> None:
    page = LexborHTMLParser(figure_html(STACKED, WORDS, download, level=3))
    links = page.css("a[download]")
    assert [(link.attributes["href"], link.text()) for link in links] == [
        (DOWNLOAD.href, text) for text in texts
    ]
    assert len(page.css("button[data-chart][hidden]")) == len(texts)
    assert len(page.css("h3")) == 1
