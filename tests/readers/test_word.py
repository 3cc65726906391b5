"""Word files: merged cells, tracked changes, numbers that Word makes, and what is refused."""

import pytest

from generator.model import GridCell
from generator.readers import READERS, NotRead
from tests.readers import files
from tests.readers.files import cell, paragraph, row, run, table, texts, word

read = READERS["docx"]

START, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def _wide(columns: str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_paragraphs_are_lines_and_rows_are_lines() -> None:
    document = read(word(paragraph("前") + table(row("规章", "0")) + paragraph("后")))
    assert document.lines == ("前", "规章 | 0", "后")
    assert document.grids == (((GridCell("规章", 2), GridCell("0", 2)),),)
    assert document.encoding == "utf-8"


def test_merged_cells_stand_once_with_their_spans() -> None:
    document = read(
        word(
            table(
                row(cell("三、本年度办理结果", START), cell("（一）予以公开", _wide("2")), "1"),
                row(cell("", GOES_ON), cell("（三）", START), "1.属于", "2"),
                row(cell("", GOES_ON), cell("", GOES_ON), "2.其他", "3"),
            )
        )
    )
    assert texts(document)[0] == [
        ["三、本年度办理结果", "（一）予以公开", "1"],
        ["（三）", "1.属于", "2"],
        ["2.其他", "3"],
    ]
    first, second, _ = document.grids[0]
    assert [(c.columns, c.rows) for c in first] == [(1, 3), (2, 1), (1, 1)]
    assert second[0].rows == 2


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ("<w:vanish/>", "9"),
        ("<w:dstrike/>", "9"),
        ("<w:strike/>", "9"),
        ('<w:vertAlign w:val="superscript"/>', "9²"),
        ('<w:vanish w:val="0"/>', "92"),
    ],
)
def test_what_is_no_digit_of_a_number_is_not_read_as_one(properties: str, text: str) -> None:
    other = run("2").replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")
    assert read(word(f"<w:p>{run('9')}{other}</w:p>")).lines == (text,)


def test_a_bookmark_between_rows_does_not_undo_merges() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="a"/>'
    document = read(word(table(row(cell("a", START), "b"), mark, row(cell("", GOES_ON), "c"))))
    assert texts(document) == [[["a", "b"], ["c"]]]
    assert document.grids[0][0][0].rows == 2


def test_columns_that_a_row_skips_are_an_empty_cell() -> None:
    skip = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    document = read(word(table(row("a", "b", "c"), row("d").replace("<w:tr>", f"<w:tr>{skip}"))))
    assert texts(document) == [[["a", "b", "c"], ["", "d"]]]
    assert document.grids[0][1][0].columns == 2


@pytest.mark.parametrize("width", ["", "abc", "-1", "1000000000"])
def test_odd_widths_are_harmless(width: str) -> None:
    grid = read(word(table(row(cell("a", _wide(width)), "b")))).grids[0]
    assert grid[0][0].columns in {1, 100}


def test_insertions_are_kept_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{run('收到')}<w:ins>{run('12')}</w:ins>"
        f"<w:del><w:r><w:delText>11</w:delText></w:r></w:del>{run('件')}</w:p>"
    )
    assert read(word(body)).lines == ("收到12件",)


def test_a_sum_that_word_makes_is_kept() -> None:
    total = f'<w:p><w:fldSimple w:instr=" =SUM(LEFT) ">{run("12")}</w:fldSimple></w:p>'
    assert texts(read(word(table(row("总计", f"<w:tc>{total}</w:tc>"))))) == [[["总计", "12"]]]


@pytest.mark.parametrize(
    ("properties", "rows"),
    [
        ("<w:hidden/>", [["b", "2"]]),
        ('<w:hidden w:val="0"/>', [["a", "1"], ["b", "2"]]),
        ('<w:del w:id="1"/>', [["b", "2"]]),
    ],
)
def test_a_row_that_is_not_shown_is_none(properties: str, rows: list[list[str]]) -> None:
    first = row("a", "1").replace("<w:tr>", f"<w:tr><w:trPr>{properties}</w:trPr>")
    assert texts(read(word(table(first, row("b", "2"))))) == [rows]


def test_a_cell_whose_removal_is_tracked_is_none() -> None:
    removed = cell("9", '<w:cellDel w:id="1" w:author="a"/>')
    assert texts(read(word(table(row("a", removed, "1"))))) == [[["a", "1"]]]


def test_content_controls_links_and_text_boxes_are_kept() -> None:
    box = f"<w:txbxContent>{paragraph('在框里')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('在控件里')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink></w:p>"
        f"<w:p><w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{box.replace('框', '新框')}</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )
    assert read(word(body)).lines == ("在控件里", "链接", "在框里", "在新框里")


def test_breaks_and_tabs() -> None:
    body = f"<w:p>{run('一')}<w:r><w:br/></w:r>{run('规章')}<w:r><w:tab/></w:r>{run('0')}</w:p>"
    assert read(word(body)).lines == ("一", "规章\t0")


def test_a_number_over_two_runs_is_one_and_over_two_paragraphs_is_not() -> None:
    runs = f"<w:tc><w:p>{run('2')}{run('3')}</w:p></w:tc>"
    paragraphs = f"<w:tc>{paragraph('2')}{paragraph('3')}</w:tc>"
    assert texts(read(word(table(row(runs, paragraphs))))) == [[["23", "2 3"]]]


def test_a_table_within_a_cell_makes_its_table_layout() -> None:
    inner = f"<w:tc>{table(row('规章', '0'))}{paragraph('后')}</w:tc>"
    document = read(word(table(row("左", inner))))
    assert document.lines == ("左", "规章 | 0", "后")
    assert texts(document) == [[["规章", "0"]]]


def _level(level: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = files.part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7">'
    + _level(0, "chineseCountingThousand", "%1、")
    + _level(1, "japaneseCounting", "（%2）")
    + _level(2, "bullet", "·")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
)
STYLES = files.part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>",
)


def _numbered(text: str, level: int = 0, list_id: str = "1") -> str:
    number = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    return paragraph(text, f"<w:numPr>{number}</w:numPr>")


def test_numbers_that_word_makes_are_written_out() -> None:
    body = (
        _numbered("总体情况")
        + _numbered("主动公开", 1)
        + _numbered("依申请公开", 1)
        + _numbered("点", 2)
        + paragraph("主动公开政府信息情况", '<w:pStyle w:val="H"/>')
        + _numbered("又一", 1)
        + _numbered("9", 1)
        + _numbered("不在表里", 0, "9")
        + paragraph("没有编号")
    )
    assert read(word(body, NUMBERING | STYLES)).lines == (
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "点",
        "二、主动公开政府信息情况",
        "（一）又一",
        "9",
        "不在表里",
        "没有编号",
    )


def test_many_headings_are_numbered_in_chinese() -> None:
    lines = read(word(_numbered("x") * 101, NUMBERING)).lines
    assert [lines[n - 1] for n in (10, 11, 20, 21, 99, 100)] == [
        "十、x",
        "十一、x",
        "二十、x",
        "二十一、x",
        "九十九、x",
        "100、x",
    ]


def test_the_text_may_stand_in_a_part_of_another_name() -> None:
    relations = files.relations("/word/document2.xml")
    body = f'<w:document xmlns:w="{files.WORD}"><w:body>{paragraph("一")}</w:body></w:document>'
    data = files.package({"_rels/.rels": relations, "word/document2.xml": body})
    assert read(data).lines == ("一",)


def test_names_that_lead_elsewhere_are_not_looked_at() -> None:
    data = word(paragraph("一"), {"../../evil.xml": "<a", "/etc/x.xml": "<a", "word/a.png": "x"})
    assert read(data).lines == ("一",)


ENTITIES = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word("").replace(b"document", b"dokument"), "damaged"),
        (files.package({"xl/workbook.xml": "<a/>"}), "damaged"),
        (files.package({"word/document.xml": "<a><b></a>"}), "damaged"),
        (
            files.package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "damaged",
        ),
        (word("", {"word/styles.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}), "damaged"),
        (word("<w:p>" * 500 + "</w:p>" * 500), "too_complex"),
        (word("<w:tbl><w:tr><w:tc>" * 12 + "</w:tc></w:tr></w:tbl>" * 12), "too_complex"),
        (word("", {f"a{number}.xml": "<a/>" for number in range(6000)}), "too_complex"),
        (word("", {"word/footer1.xml": "0" * 3_000_000}), "too_complex"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(NotRead) as caught:
        read(data)
    assert caught.value.reason == reason
