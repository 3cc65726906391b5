"""A chart as rows: the data table and the CSV file hold exactly what is drawn."""

import csv
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.charts import Bar, Chart, ChartRow, csv_bytes, figure_html, table
from generator.charts.chart import shown
from tests.charts.samples import HOSTILE, PRINTED, RATES, SINGLE, STACKED, WORDS, ZH_SINGLE


def test_a_stacked_chart() -> None:
    content = table(STACKED, WORDS)
    outcomes = tuple(series.label for series in STACKED.design.series)
    assert content.header == ("乡镇", *outcomes, "办结", "公开/办结", "备注")
    first, marked, *_, zero, gap, hostile = content.rows
    assert first == ("巨各庄镇", 3, 15, 1, 0, 0, 19, "18/19", "")
    assert marked[-1] == STACKED.design.mark_label
    assert zero == ("柴关乡", 0, 0, 0, 0, 0, 0, "", "无申请")
    assert gap == ("缺数镇", 4, None, 0, 0, 0, None, "", "部分公开一栏空白")
    assert hostile[0] == f"{HOSTILE} {HOSTILE}"


def test_totals_are_those_that_are_printed() -> None:
    content = table(PRINTED, WORDS)
    assert content.header[6] == "办结"
    assert [row[6] for row in content.rows] == [4, 9, None, 6, 0, 4]
    assert [row.bar.length for row in PRINTED.rows] == [4, 4, 4, 0, 0, None]
    remarks = ["", PRINTED.design.mark_label, "未印总计", "", "没有办结的申请", "部分公开一栏空白"]
    assert [row[-1] for row in content.rows] == remarks


def test_rates_with_their_intervals() -> None:
    content = table(RATES, WORDS)
    assert content.header == (
        *("乡镇", "公开率", "95% 区间下限", "95% 区间上限"),
        *("公开/办结", "备注"),
    )
    assert content.rows[1] == ("乙镇", 0.15, 0.052, 0.36, "3/20（15%）", "")
    assert content.rows[2] == ("丙镇", None, None, None, "3/7", "分母不足 10，不计算")


@pytest.mark.parametrize("chart", [STACKED, PRINTED, SINGLE, RATES], ids=lambda chart: chart.id)
def test_the_csv_reads_back(chart: Chart) -> None:
    written = csv_bytes(chart, WORDS)
    assert not written.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in written
    header, *rows = csv.reader(written.decode().splitlines())
    content = table(chart, WORDS)
    assert tuple(header) == content.header
    expected = [["" if cell is None else str(cell) for cell in row] for row in content.rows]
    assert rows == expected


def test_the_table_on_the_page_shows_the_same_numbers() -> None:
    page = LexborHTMLParser(figure_html(RATES, WORDS))
    rows = [[cell.text() for cell in row.css("th, td")] for row in page.css("tbody tr")]
    assert rows[0] == ["甲镇", "75%", "", "", "300/400（75%）", ""]
    assert rows[1] == ["乙镇", "15%", "5.2%", "36%", "3/20（15%）", ""]
    page = LexborHTMLParser(figure_html(STACKED, WORDS))
    (link,) = page.css("tbody a[href='b.html']")
    assert link.text() == "于家务回族乡"


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [(0, "0", "0"), (9999, "9999", "9,999"), (12345, "12,345", "12,345"), (1.28, "1.28", "1.28")],
)
def test_thousands_are_separated_as_the_language_has_it(value: float, zh: str, en: str) -> None:
    assert shown(value, ZH_SINGLE.design) == zh
    assert shown(value, SINGLE.design) == en


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0%"), (0.0004, "<0.1%"), (0.0005, "0.1%"), (0.9996, ">99.9%")]
)
def test_a_rate_is_said_as_tables_say_it(share: float, said: str) -> None:
    rare = Bar((share,), "1/2,500", low=share, high=share)
    chart = replace(RATES, rows=(ChartRow("甲镇", rare),))
    page = LexborHTMLParser(figure_html(chart, WORDS))
    (label,) = [svg.attributes["aria-label"] or "" for svg in page.css("li svg[aria-label]")]
    assert said in label
    assert page.css("tbody td")[0].text() == said
