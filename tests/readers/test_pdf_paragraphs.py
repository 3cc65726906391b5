"""PDF: lines of prose become the paragraphs that were printed, and nothing else is joined."""

from html import escape

import pytest

from generator.model import Report, Source
from generator.parse import parse
from generator.readers import READERS, read_text
from generator.specimen import Specimen, written
from tests.readers.conftest import Printer, WebPrinter
from tests.readers.files import paragraph, word

read = READERS["pdf"]

PLAIN = "body{font:16px/1.8 'Noto Serif CJK SC';margin:0} p{margin:0} h1{text-align:center}"
TABLE = "table{width:100%;font-size:9px} td{border:1px solid}"
STYLES = {
    "indented": "p{text-indent:2em;text-align:justify}",
    "indented, ragged": "p{text-indent:2em}",
    "in the type of official papers": "p{text-indent:2em;font-size:21px;text-align:justify}",
    "spaced": "p{margin:10px 0}",
    "not marked": "",
}

REPORT = Specimen(
    prose={
        "": "根据《中华人民共和国政府信息公开条例》第五十条和《政府信息公开工作年度报告格式》要求，"
        "现公布云岭县青石镇2023年政府信息公开工作年度报告。报告所列数据的统计期限自2023年1月1日起"
        "至2023年12月31日止，电子版可在云岭县人民政府门户网站（http://www.yunling.gov.cn/）下载。",
        "overview": "2023年，青石镇通过政府网站、政务新媒体和政务公开栏主动公开政府信息1286条，"
        "其中通过政府网站公开986条，通过政务新媒体公开300条，内容准确及时\n"
        "全年没有收到政府信息公开申请，也没有因政府信息公开引起的行政复议和行政诉讼；"
        "全年未收到上级转办的投诉举报事项。\n（一）主动公开方面。\n"
        "1.全年制发行政规范性文件0件，废止行政规范性文件0件，现行有效行政规范性文件0件，"
        "均已在制发之日起七日内公开；\n"
        "2.办理行政许可0件、行政处罚0件、行政强制0件，有关数据经镇司法所和综合行政执法队核对。",
    }
)

LONG = "坚持以公开为常态、不公开为例外，及时准确公开政府信息，方便公众查询获取和监督"


def _squeezed(line: str) -> str:
    return "".join(line.split())


def _lines(data: bytes) -> list[str]:
    return [_squeezed(line) for line in read(data).lines]


def _html(text: str) -> str:
    """A report as a page; lines that start with a tab are cells, empty lines end their rows."""
    rows = "<tr>" + text.replace("\n\n", "\n<tr>")
    lines = [
        line if line == "<tr>" else f"<td>{escape(line[1:])}</td>" if line[:1] == "\t" else line
        for line in rows.replace("<tr>", "<tr>\n").splitlines()
    ]
    return "".join(_elements(lines))


def _elements(lines: list[str]) -> list[str]:
    found: list[str] = []
    inside = False
    for line in lines:
        cell = line == "<tr>" or line.startswith("<td>")
        if cell != inside:
            found.append("<table>" if cell else "</table>")
        inside = cell
        found.append(line if cell else f"<p>{escape(line)}</p>")
    return found


def _report(data: bytes, kind: str) -> Report:
    document = read(data) if kind == "pdf" else read_text(data)
    report = parse(document, Source("", kind, "", len(data), ""))
    assert isinstance(report, Report)
    return report


def _both(web_printed: WebPrinter, style: str) -> tuple[Report, Report]:
    """The report as it is read from its text and from a print of it."""
    text = written(REPORT)
    pdf = web_printed(_html(text), PLAIN + TABLE + STYLES[style])
    return _report(text.encode(), "txt"), _report(pdf, "pdf")


@pytest.mark.parametrize("style", STYLES)
def test_a_printed_report_says_what_its_text_says(web_printed: WebPrinter, style: str) -> None:
    expected, found = _both(web_printed, style)
    assert len(expected.claims) > 8
    assert [(c.key, c.value, c.agreement) for c in found.claims] == [
        (c.key, c.value, c.agreement) for c in expected.claims
    ]
    assert [p.last_month for p in found.periods] == [p.last_month for p in expected.periods] == [12]
    assert [s.key for s in found.sections] == [s.key for s in expected.sections]
    assert [c.value for c in found.cells.values()] == [c.value for c in expected.cells.values()]
    assert (found.title, found.year, found.body) == (expected.title, expected.year, expected.body)


@pytest.mark.parametrize("style", sorted(STYLES.keys() - {"not marked"}))
def test_marked_paragraphs_are_those_that_were_printed(web_printed: WebPrinter, style: str) -> None:
    expected, found = _both(web_printed, style)
    assert [(p.section, _squeezed(p.text)) for p in found.paragraphs] == [
        (p.section, _squeezed(p.text)) for p in expected.paragraphs
    ]


def test_a_paragraph_goes_on_over_a_page_break_and_its_page_number(web_printed: WebPrinter) -> None:
    texts = [f"第{number}段，" + f"{LONG}。" * 40 for number in "甲乙丙"]
    body = "".join(f"<p>{text}</p>" for text in texts)
    footer = "<p style='font-size:9px;margin:auto'>— <span class='pageNumber'></span> —</p>"
    assert _lines(web_printed(body, PLAIN + STYLES["indented"], footer)) == texts


@pytest.mark.parametrize("style", STYLES)
def test_a_line_that_is_full_by_chance_is_not_joined_with_a_heading(
    web_printed: WebPrinter, style: str
) -> None:
    texts = [LONG * 3 + "。"]
    for length in range(25, 40):
        texts += [(LONG * 2)[:length] + "。", "总体情况", LONG * 3 + "。", "（二）依申请公开"]
        texts += [(LONG * 2)[:length], "三、其他", LONG * 2 + "。", "2024年1月20日"]
    body = "".join(f"<p>{text}</p>" for text in texts)
    assert _lines(web_printed(body, PLAIN + STYLES[style])) == texts


def test_titles_and_signatures_are_lines_of_their_own(web_printed: WebPrinter) -> None:
    title = ["北京市通州区于家务回族乡人民政府", "2023年政府信息公开工作年度报告"]
    body = f"<h1>{'<br>'.join(title)}</h1><p>{LONG * 3}。</p><p>{LONG * 4}。</p>"
    body += "<p style='text-align:right'>于家务回族乡人民政府</p>"
    body += "<p style='text-align:right'>2024年1月20日</p>"
    expected = [*title, LONG * 3 + "。", LONG * 4 + "。", "于家务回族乡人民政府", "2024年1月20日"]
    assert _lines(web_printed(body, PLAIN + STYLES["indented"])) == expected


def test_rows_of_a_table_without_rules_are_not_joined(web_printed: WebPrinter) -> None:
    labels = ["规章", "行政规范性文件", "行政许可（含变更、延续和注销等各类许可事项）"]
    rows = "".join(f"<tr><td>{x}<td>1<td>0<td>25" for x in labels)
    body = f"<p>{LONG * 3}</p><table style='width:100%'>{rows}</table><p>{LONG * 3}</p>"
    found = _lines(web_printed(body, PLAIN))
    assert found == [LONG * 3, *(f"{label}1025" for label in labels), LONG * 3]


def test_a_line_that_is_stretched_has_no_spaces(printed: Printer) -> None:
    text = f"{LONG}。年度报告通过云岭县人民政府网站http://www.yunling.gov.cn/zwgk/2023/公布。"
    body = "".join(paragraph(text, '<w:jc w:val="both"/>') for _ in range(2))
    found = read(printed("stretched.docx", word(body))).lines
    assert [line.replace("// ", "//") for line in found] == [text, text]


def test_an_index_box_beside_the_title_is_not_in_its_lines(web_printed: WebPrinter) -> None:
    title = "云岭县青石镇2023年政府信息公开工作年度报告"
    box = "<div>索引号：0143/2024-00002</div><div>发布机构：青石镇人民政府</div><div>文号：无</div>"
    body = f"<section>{box}</section><h1>{title}</h1><p>{LONG * 3}。</p>"
    style = "section{float:left;width:30%;font-size:12px} h1{font-size:24px;margin:0} p{clear:left}"
    found = _lines(web_printed(body, PLAIN + style))
    assert found[:3] == ["索引号：0143/2024-00002", "发布机构：青石镇人民政府", "文号：无"]
    assert "".join(found[3:-1]) == title


def test_what_a_browser_prints_around_the_pages_is_left_out(web_printed: WebPrinter) -> None:
    pages = [f"<p style='break-after:page'>{LONG}{number}。</p>" for number in "一二三"]
    body = "<title>青石镇2023年政府信息公开工作年度报告</title>" + "".join(pages)
    found = _lines(web_printed(body, PLAIN, around=True))
    title = "青石镇2023年政府信息公开工作年度报告"
    assert found == [title, *(f"{LONG}{number}。" for number in "一二三")]
