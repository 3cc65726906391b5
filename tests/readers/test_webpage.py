"""Web pages: lines as a reader sees them, tables as grids that can be trusted."""

import pytest

from generator.model import Document, GridCell
from generator.readers import READERS
from tests.readers.files import texts


def page(markup: str) -> Document:
    return READERS["html"](f"<!doctype html><html><body>{markup}</body></html>".encode())


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>一</p><p>二</p>", ("一", "二")),
        ("<div>一<div>二</div>三</div>", ("一", "二", "三")),
        ("一<br>二<br/>三", ("一", "二", "三")),
        ("<p>20</span><span>23</span>年", ("2023年",)),
        ("<p>20</p><p>23</p>", ("20", "23")),
        ("<p>报告\n   所列</p>", ("报告所列",)),
        ("<p>2023\n  2024  a</p>", ("2023 2024 a",)),
        ("<p>　　一&nbsp;</p><p>&nbsp;</p><p>　</p>", ("一", "\u00a0")),
        ("<p>规章&nbsp;&nbsp;0&nbsp;&nbsp;3</p>", ("规章  0  3",)),
        ("<ul><li>一<li>二</ul>", ("一", "二")),
        ("<pre>一  1\n二  2</pre>", ("一  1", "二  2")),
        ("<p>a&#0;b&#x200B;c&#xD800;</p>", ("a\ufffdbc\ufffd",)),
        ("<p>&lt;script&gt;&amp;amp;</p>", ("<script>&amp;",)),
        ("<p>一<script>x</script><style>y</style><!-- z --></p>", ("一",)),
        ("<noscript>请启用</noscript><template><p>x</template><p>一", ("一",)),
        ("<p>9<sup>2</sup>、8<sub>1</sub></p>", ("9²、8¹",)),
        ('<p>9<span style="color:red;vertical-align: super">2</span></p>', ("9²",)),
        ('<p>9<span style="display: block">2</span>件</p>', ("9", "2", "件")),
        ("<p>搜索<input value='关键词'></p>", ("搜索",)),
        ("<p><del>8</del><ins>9</ins>件，<s>7</s>6件</p>", ("9件，6件",)),
        ('<p><span style="text-decoration: line-through">8</span>9</p>', ("9",)),
        ("<p><ruby>乡<rp>(</rp><rt>1</rt><rp>)</rp></ruby></p>", ("乡",)),
        ('<p hidden>x</p><p style="DISPLAY : none">y</p><p>一</p>', ("一",)),
        ('<p style="display:none">一</p><script>show()</script>', ("一",)),
        ("<nav>首页</nav><header>县政府</header><p>一</p>", ("首页", "县政府", "一")),
        ('<a href="javascript:alert(1)" onclick="x()">一</a>', ("一",)),
        ("", ()),
    ],
)
def test_lines(markup: str, lines: tuple[str, ...]) -> None:
    assert page(markup).lines == lines


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>商业</p><p>企业</p>", "商业企业"),
        ("本年新<br />制作数量", "本年新制作数量"),
        ("<p>2</p><p>3</p>", "2 3"),
        ("2<br>3", "2 3"),
        ("1<br>.5", "1 .5"),
        ('2<span style="display:block">3</span>', "2 3"),
        ('<input value="5" readonly>', "5"),
        ('<input type="hidden" value="5">6', "6"),
        ("<span>2</span><font>3</font>", "23"),
        ("第<br>20<br>条", "第20条"),
        ("&nbsp;", ""),
        ("　", ""),
        ("<o:p>&nbsp;</o:p>", ""),
        ("<p> 5 </p>", "5"),
        ("三<br>、<br>本<br>年", "三、本年"),
        ("<p>22（其中修订</p><p>16 件）</p>", "22（其中修订16 件）"),
        ("<img src='t.png'>", "[图片]"),
    ],
)
def test_the_text_of_a_cell(cell: str, text: str) -> None:
    assert texts(page(f"<table><tr><td>{cell}</td><td>x</td></tr></table>")) == [[[text, "x"]]]


def test_a_row_is_one_line_and_its_cells_have_its_number() -> None:
    document = page(
        "<p>前</p><table><caption>表</caption><tr><td>规章<td>0<td></tr>"
        "<tr><td>行政<br>许可<td>1<td>2</table><p>后</p>"
    )
    assert document.lines == ("前", "表", "规章 | 0 | ", "行政许可 | 1 | 2", "后")
    assert [[cell.line for cell in row] for row in document.grids[0]] == [[3] * 3, [4] * 3]


@pytest.mark.parametrize(
    ("attribute", "columns", "rows"),
    [
        ("colspan=2 rowspan=2", 2, 2),
        ("colspan=0", 1, 1),
        ("colspan=1000000000", 100, 1),
        (f"colspan={'9' * 5000}", 100, 1),
        ("colspan=-3 rowspan=-3", 1, 1),
        ("colspan=abc rowspan=''", 1, 1),
        ("colspan=' 2x'", 2, 1),
        ("rowspan=0", 1, 3),
        ("rowspan=1000000000", 1, 3),
        ("rowspan=٣", 1, 1),
    ],
)
def test_spans_are_bounded(attribute: str, columns: int, rows: int) -> None:
    grid = page(f"<table><tr><td {attribute}>a<td>b<tr><td>c<td>d<tr><td>e</table>").grids[0]
    assert grid[0][0] == GridCell("a", 1, columns, rows)


def test_rows_without_cells_do_not_count() -> None:
    document = page(
        "<table><tr><td rowspan=4>a<td>b</tr><tr></tr><tr><td>c</tr><tr></tr><tr><td>d<td>e</table>"
    )
    assert texts(document) == [[["a", "b"], ["c"], ["d", "e"]]]
    assert [row[0].rows for row in document.grids[0]] == [2, 1, 1]


def test_a_span_to_the_end_is_to_the_end_of_its_part() -> None:
    grid = page(
        "<table><thead><tr><th rowspan=0>a<th>b<tr><th>c</thead><tbody><tr><td>d<td>e</table>"
    ).grids[0]
    assert [row[0].rows for row in grid] == [2, 1, 1]


def test_markup_that_is_not_closed_is_read_as_a_browser_reads_it() -> None:
    document = page("<table><tr><td>规章<td>0<tr><td>许可<td>1<p>2</table>后")
    assert texts(document) == [[["规章", "0"], ["许可", "1 2"]]]
    assert document.lines[-1] == "后"


def test_a_table_that_holds_tables_is_layout() -> None:
    document = page(
        "<table><tr><td>菜单</td><td><p>一、总体情况</p>"
        "<table><tr><td>规章<td>0</table></td></tr></table>"
    )
    assert document.lines == ("菜单", "一、总体情况", "规章 | 0")
    assert texts(document) == [[["规章", "0"]]]


def test_a_table_of_prose_is_layout() -> None:
    prose = "".join(f"<p>{number}、{'主动公开政府信息' * 10}</p>" for number in range(8))
    document = page(f"<table><tr><td>左</td><td>{prose}</td></tr></table>")
    assert len(document.lines) == 9
    assert document.grids == ()


def test_a_table_of_one_column_is_lines() -> None:
    document = page("<table><tr><td><p>一</p><p>二</p></td></tr><tr><td>三</td></tr></table>")
    assert document.lines == ("一", "二", "三")
    assert document.grids == ()


def test_hidden_cells_are_no_cells() -> None:
    document = page("<table><tr><td>a<td style='display: none'>x<td>b<tr hidden><td>y</table>")
    assert texts(document) == [[["a", "b"]]]


@pytest.mark.parametrize(
    ("image", "is_content"),
    [
        ("<img src=table2.png>", True),
        ("<img data-src=a.jpg width=600 height='400px'>", True),
        ("<img src='data:image/png;base64,AAAA'>", True),
        ("<img src=a.png width=16>", False),
        ("<img src=a.png style='width: 20px; height: 20px'>", False),
        ("<img src=/images/logo.png>", False),
        ("<img src=icon_doc.gif>", False),
        ("<img>", False),
        ("<header><img src=a.png></header>", False),
        ("<div class='page-footer'><img src=a.png></div>", False),
        ("<p style='display:none'><img src=a.png></p>", False),
    ],
)
def test_a_picture_that_may_be_a_table_is_a_line(image: str, is_content: bool) -> None:
    document = page(f"<p>二、主动公开{image}三、收到</p>")
    assert (document.lines.count("[图片]") == 1) is is_content
    assert document.pictures == (frozenset({2}) if is_content else frozenset())


def test_a_row_of_pictures_is_a_picture() -> None:
    document = page("<table><tr><td><img src=a.png><td><tr><td>b<td><img src=c.png></table>")
    assert document.lines == ("[图片] | ", "b | [图片]")
    assert document.pictures == {1}


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("青石镇2023年年报", "青石镇2023年年报"),
        ("一、总体情况", "一、总体情况"),
        ("一、总体情况-青石镇人民政府", "一、总体情况"),
        ("", "一、总体情况"),
    ],
)
def test_the_title_is_a_line_only_when_the_text_lacks_it(title: str, first: str) -> None:
    document = READERS["htm"](
        f"<html><head><title>{title}</title></head><p>一、总体情况</p>"
        "<img src=a.png><table><tr><td>a<td>b</table>".encode()
    )
    shift = first != "一、总体情况"
    assert document.lines[0] == first
    assert len(document.lines) == 3 + shift
    assert document.pictures == {2 + shift}
    assert document.grids[0][0][0].line == 3 + shift


def test_damaged_bytes_of_a_page_are_counted() -> None:
    data = "<p>政府信息公开工作</p><p>年度报告</p>".encode("gbk").replace(
        b"</p><p>", b"\xff</p><p>"
    )
    document = READERS["html"](data)
    assert document.lines == ("政府信息公开工作\ufffd", "年度报告")
    assert document.replacement_characters == 1
