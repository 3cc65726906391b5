"""A site whose reports disagree with themselves: what is shown is what they print, and said so."""

import csv
from io import StringIO

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.specimen import Specimen
from tests.corpus.content import Content
from tests.site.built import text_of

BLANK, DIFFERS, NOTHING = "110118101", "110118102", "110118103"
CARRIED, FEW, MANY = "130582101", "130582102", "130582001"
OUTCOMES = "charts/outcomes-2023-zh.csv"
RATES = "charts/metric-disclosure_rate-2023-zh.csv"
MARK = "这份报告有等式不成立"
BROKEN = "含 2 份等式不成立的报告"
NO_TOTAL = "未印总计"
UNDECIDED = "没有办结的申请，不计算"


def _requests(**rows: str) -> dict[str, str]:
    """Rows of table B, all of them of natural persons."""
    columns = ("natural_person", "total")
    return {f"requests.{row}.{column}": n for row, n in rows.items() for column in columns}


REPORTS = {
    # 5 decided, but no total printed
    BLANK: ("白石镇", _requests(received="5", granted="3", withheld_by_law="2", processed="")),
    # 4 outcomes of 9 decided; 0 of 6
    DIFFERS: ("黑石镇", _requests(received="9", granted="4", processed="9")),
    NOTHING: ("红石镇", _requests(received="6", processed="6")),
    CARRIED: ("青石镇", _requests(received="3", carried_forward="3")),
    FEW: ("黄石镇", _requests(received="12", granted="9", withheld_by_law="3", processed="12")),
    MANY: ("紫石街道", _requests(received="40", granted="30", closed_other="10", processed="40")),
}
PROVINCES = {"11": "北京市", "13": "河北省"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    content = Content(tmp_path_factory.mktemp("printed"))
    for code, (name, cells) in REPORTS.items():
        content.report(f"{code}.txt", Specimen(body=f"云岭县{name}", cells=cells))
    bureau = _requests(received="50", granted="50", processed="50")
    content.report("bureau.txt", Specimen(body="云岭县农业农村局", cells=bureau))
    content.register(*(f"{code}.txt,{code},,,,,{PROVINCES[code[:2]]},,,,,," for code in REPORTS))
    assert content.build().code == 0
    return content


def _rows(content: Content, chart: str) -> dict[str, dict[str, str]]:
    """The rows of a chart's CSV by township."""
    rows = csv.DictReader(StringIO(content.page(chart), newline=""))
    return {row["乡镇"].split()[0]: row for row in rows}


def _figure(content: Content, page: str, chart: str) -> LexborNode:
    """The figure on a page whose data are offered under that name."""
    figures = LexborHTMLParser(content.page(page)).css("figure")
    (found,) = (f for f in figures if f.css(f'a[href$="{chart}"]'))
    return found


def _bars(figure: LexborNode) -> dict[str, LexborNode]:
    """The drawn row of each township."""
    drawn = figure.css(".chart-rows li:not(.chart-head)")
    return {text_of(row.css(".chart-name a")[0]): row for row in drawn}


def _said(row: LexborNode) -> str:
    return row.css("svg.chart-bar")[0].attributes["aria-label"] or ""


def _cells(figure: LexborNode) -> dict[str, list[str]]:
    """The data table below a figure."""
    rows = ([text_of(cell) for cell in row.css("th, td")] for row in figure.css("tbody tr"))
    return {name.split()[0]: rest for name, *rest in rows}


def test_the_csv_of_a_chart_gives_totals_as_printed(content: Content) -> None:
    found = {name: (row["办结"], row["备注"]) for name, row in _rows(content, OUTCOMES).items()}
    assert found == {
        "白石镇": ("", NO_TOTAL),
        "黑石镇": ("9", MARK),
        "红石镇": ("6", MARK),
        "紫石街道": ("40", ""),
        "青石镇": ("0", "没有办结的申请"),
        "黄石镇": ("12", ""),
    }


@pytest.mark.parametrize("page", ["index.html", "compare/index.html"])
def test_the_data_table_of_a_chart_gives_totals_as_printed(content: Content, page: str) -> None:
    cells = _cells(_figure(content, page, OUTCOMES))
    assert {name: (row[5], row[-1]) for name, row in cells.items()} == {
        name: (row["办结"], row["备注"]) for name, row in _rows(content, OUTCOMES).items()
    }


@pytest.mark.parametrize("page", ["index.html", "compare/index.html"])
def test_a_bar_ends_with_the_total_as_printed(content: Content, page: str) -> None:
    bars = _bars(_figure(content, page, OUTCOMES))
    ends = {
        name: [text_of(text) for text in row.css("svg svg text")][:1] for name, row in bars.items()
    }
    assert ends == {
        "白石镇": [NO_TOTAL],
        "黑石镇": ["9"],
        "红石镇": ["6"],
        "紫石街道": ["40"],
        "青石镇": ["没有办结的申请"],
        "黄石镇": ["12"],
    }
    assert _said(bars["白石镇"]) == f"予以公开 3，不予公开 2，{NO_TOTAL}"
    assert _said(bars["黑石镇"]) == "予以公开 4，办结 9"


@pytest.mark.parametrize(
    ("code", "row"),
    [
        (BLANK, ["3", "0", "0", "2", "0", "", "", NO_TOTAL]),
        (DIFFERS, ["4", "0", "0", "0", "0", "9", "4/9", MARK]),
    ],
)
def test_the_chart_of_a_township_gives_totals_as_printed(
    content: Content, code: str, row: list[str]
) -> None:
    (figure,) = LexborHTMLParser(content.page(f"townships/{code}/index.html")).css("figure.chart")
    assert _cells(figure) == {"2023年": row}
    assert figure.css("[data-chart], a[download]") == []  # a bar alone needs no files
    assert not (content.output / f"charts/township-{code}-zh.csv").exists()


def test_the_interactive_chart_does_not_give_a_sum_as_the_total(
    content: Content, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto((content.output / "compare/index.html").as_uri())
    page.locator("#chart-outcomes-2023-zh button[data-chart]").click()
    plot = page.locator("#chart-outcomes-2023-zh .js-plotly-plot:has(.main-svg)")
    layout = plot.evaluate("plot => plot.layout")
    page.close()
    names = [name.partition("<br>")[0].rstrip() for name in layout["yaxis"]["ticktext"]]
    said = {(names[note["y"]], note["text"]) for note in layout["annotations"]}
    marked = {(name, "●") for name in ("红石镇", "黑石镇")}
    assert said - marked == {("白石镇", NO_TOTAL), ("红石镇", "6"), ("青石镇", "没有办结的申请")}
    assert marked <= said


def test_requests_that_are_all_carried_forward_are_not_called_none(content: Content) -> None:
    page = content.page(f"townships/{CARRIED}/index.html")
    assert UNDECIDED in page
    assert "无申请" not in page
    row = _rows(content, RATES)["青石镇"]
    assert (row["公开率"], row["备注"]) == ("", UNDECIDED)
    assert _said(_bars(_disclosure(content))["青石镇"]) == UNDECIDED


def _disclosure(content: Content) -> LexborNode:
    return _figure(content, "metrics/disclosure_rate/index.html", RATES)


def test_rates_are_drawn_with_intervals_where_two_townships_have_one(content: Content) -> None:
    bars = _bars(_disclosure(content))
    marks = {
        name: [(mark.attributes["cx"], mark.attributes["class"]) for mark in row.css("circle")]
        for name, row in bars.items()
    }
    assert marks == {
        "白石镇": [],
        "黑石镇": [],
        "红石镇": [],
        "紫石街道": [("75%", "c-accent")],
        "青石镇": [],
        "黄石镇": [("75%", "o-accent")],
    }
    assert [name for name, row in bars.items() if row.css(".chart-range")] == ["黄石镇"]
    rows = _rows(content, RATES)
    assert {name: row["分子/分母"] for name, row in rows.items()} == {
        "白石镇": "",
        "黑石镇": "4/9",
        "红石镇": "0/6",
        "紫石街道": "30/40",
        "青石镇": "",
        "黄石镇": "9/12",
    }
    few, many = rows["黄石镇"], rows["紫石街道"]
    # Wilson's interval of 9 of 12, worked out by hand: 46.8 % to 91.1 %
    assert (round(float(few["区间下限"]), 3), round(float(few["区间上限"]), 3)) == (0.468, 0.911)
    assert (few["公开率"], many["公开率"], many["区间下限"]) == ("0.75", "0.75", "")


def test_counts_are_titled_by_what_they_count(content: Content) -> None:
    """No township has ten decided reconsiderations, so no rates are drawn."""
    key = "reconsideration_correction_rate"
    figure = _figure(content, f"metrics/{key}/index.html", f"charts/metric-{key}-2023-zh.csv")
    assert text_of(figure.css(".chart-title")[0]) == "行政复议 · 结果纠正，2023年"
    assert figure.css("circle, .chart-range") == []


def _table(content: Content, page: str, nth: int) -> LexborNode:
    return LexborHTMLParser(content.page(page)).css("table.list")[nth]


def test_a_pooled_row_says_how_many_of_its_reports_do_not_add_up(content: Content) -> None:
    table = _table(content, "metrics/disclosure_rate/index.html", 0)
    pooled = [text_of(cell) for cell in table.css("tfoot th, tfoot td")]
    # 4 + 0 + 30 + 0 + 9 of 9 + 6 + 40 + 0 + 12; the report without a total is not in it
    assert pooled == ["合并计算", "43/67（64.2%）", "", BROKEN]
    english = _table(content, "en/metrics/disclosure_rate/index.html", 0)
    (foot,) = english.css("tfoot")
    assert "Includes reports with a sum that does not add up: 2" in text_of(foot)


def test_a_province_says_how_many_of_its_reports_do_not_add_up(content: Content) -> None:
    table = _table(content, "metrics/disclosure_rate/index.html", 1)
    rows = [[text_of(cell) for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert [row[0] for row in rows] == ["北京市", "河北省"]
    assert rows[0][2].startswith("4/15")
    assert BROKEN in rows[0][-1]
    assert rows[1][2:] == ["39/52（75%）", "", ""]


def test_the_strip_of_the_home_page_says_so_too(content: Content) -> None:
    glance = LexborHTMLParser(content.page("index.html")).css(".glance div")
    assert [text_of(one.css("dd")[0]) for one in glance] == ["6", "75", "43/67", "2"]
    assert text_of(glance[2].css(".extra")[0]) == f"64.2%；{BROKEN}"


def test_a_sub_district_is_compared_and_a_bureau_is_not(content: Content) -> None:
    for page in ("compare/index.html", "metrics/disclosure_rate/index.html", "index.html"):
        for figure in LexborHTMLParser(content.page(page)).css("figure"):
            assert {"紫石街道", "黄石镇"} <= set(_bars(figure))
            assert "农业农村局" not in figure.text()
    compared = text_of(_table(content, "compare/index.html", 0))
    assert "紫石街道" in compared
    assert "农业农村局" not in compared
    assert "农业农村局" in content.page("townships/index.html")
    assert "农业农村局" in content.page("reports/unresolved-bureau-txt-2023/index.html")


def test_the_comparison_has_a_row_for_each_township(content: Content) -> None:
    table = _table(content, "compare/index.html", 0)
    rows = {text_of(row.css("th a")[0]): row for row in table.css("tbody tr")}
    assert list(rows) == [REPORTS[code][0] for code in sorted(REPORTS)]
    assert [name for name, row in rows.items() if row.css(".flagmark")] == ["黑石镇", "红石镇"]
    first = {name: row.css("td")[0] for name, row in rows.items()}
    assert text_of(first["黄石镇"]) == "9/12（75%）46.8–91.1%"
    assert text_of(first["紫石街道"]) == "30/40（75%）"
    assert text_of(first["青石镇"]) == "—"
    assert text_of(first["白石镇"]) == "无法判断"


@pytest.mark.parametrize("code", REPORTS)
def test_the_page_of_a_township_marks_a_year_that_does_not_add_up(
    content: Content, code: str
) -> None:
    said = "这一年的报告中有等式不成立，相关数字照原样列出。"
    assert (said in content.page(f"townships/{code}/index.html")) == (code in {DIFFERS, NOTHING})
