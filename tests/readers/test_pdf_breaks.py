"""PDF: rows that a page break cuts are whole again, and whole rows stay as they are."""

import pytest

from generator.model import Document
from generator.readers import READERS
from tests.readers.conftest import Printer, WebPrinter
from tests.readers.files import FILES, cell, paragraph, row, table, texts, word

read = READERS["pdf"]

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
FIXED = f'<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
SMALL = (
    '<w:sectPr><w:pgSz w:w="8000" w:h="5000"/>'
    '<w:pgMar w:top="900" w:bottom="900" w:left="800" w:right="800"/></w:sectPr>'
)
WORDS = "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请"
WIDTHS = (2400, 1200, 600)
LINES = "第二列的名称很长"
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"
WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"


def _table(*rows: str, widths: tuple[int, ...] = WIDTHS) -> bytes:
    """A table on small pages; each cell of its rows is given its width."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return word(table(f"{FIXED}<w:tblGrid>{columns}</w:tblGrid>", *rows) + SMALL)


def _row(*texts_: str, properties: str = "", widths: tuple[int, ...] = WIDTHS) -> str:
    cells = (
        cell(text, f'<w:tcW w:w="{width}" w:type="dxa"/>')
        for text, width in zip(texts_, widths, strict=True)
    )
    return row(*cells).replace("<w:tr>", f"<w:tr>{properties}")


def _rows(document: Document) -> list[list[str]]:
    return [cells for grid in texts(document) for cells in grid]


def _labels(count: int) -> list[str]:
    """Labels of one to six lines, so that breaks fall within and between rows."""
    return [f"{number + 1}.{WORDS[: 5 + number * 7 % 31]}" for number in range(count)]


def test_rows_that_page_breaks_cut_are_whole(printed: Printer) -> None:
    expected = [[label, str(100 + n), "0"] for n, label in enumerate(_labels(40))]
    document = read(printed("cut.docx", _table(*(_row(*cells) for cells in expected))))
    assert len(document.grids) > 5
    assert _rows(document) == expected


def test_rows_that_no_page_break_cuts_stay(printed: Printer) -> None:
    expected = [[label, str(100 + n), "0"] for n, label in enumerate(_labels(40))]
    rows = (_row(*cells, properties=WHOLE) for cells in expected)
    assert _rows(read(printed("kept.docx", _table(*rows)))) == expected


def test_blank_rows_are_never_joined(printed: Printer) -> None:
    """Labels fill their lines, so only their values could tell the rows from pieces of one."""
    expected = [[WORDS[:10], "", ""] for _ in range(40)]
    rows = (_row(*cells, properties=WHOLE) for cells in expected)
    assert _rows(read(printed("blank.docx", _table(*rows)))) == expected


def test_a_heading_that_is_printed_again_is_there_once(printed: Printer) -> None:
    body = [[label, str(100 + n), "0"] for n, label in enumerate(_labels(30))]
    head = _row("信息内容", LINES, "总计", properties=HEAD)
    document = read(printed("again.docx", _table(head, *(_row(*cells) for cells in body))))
    assert len(document.grids) > 5
    assert _rows(document) == [["信息内容", LINES, "总计"], *body]


def test_a_number_that_a_page_break_cuts_is_one(printed: Printer) -> None:
    """It is broken in its narrow cell, and at every break the first or the second line is last."""
    widths = (2400, 500, 600)
    expected = [["合计", str(2345678 + n), "0"] for n in range(30)]
    rows = (_row(*cells, widths=widths) for cells in expected)
    document = read(printed("number.docx", _table(*rows, widths=widths)))
    assert len(document.grids) > 3
    assert _rows(document) == expected


def test_a_merged_label_that_a_page_break_cuts_is_whole(printed: Printer) -> None:
    widths = (700, 2400, 600)
    merged = ("restart", *["continue"] * 11)
    rows = []
    for number, state in enumerate(merged):
        text = "三本年度办理结果及其他情况说明" if number == 0 else ""
        first = cell(text, f'<w:tcW w:w="700" w:type="dxa"/><w:vMerge w:val="{state}"/>')
        rows.append(row(first, str(number) + ".属于国家秘密", str(number + 50)))
    document = read(printed("merged-cut.docx", _table(*rows, widths=widths)))
    assert len(document.grids) > 1
    found = _rows(document)
    assert [cells[-2:] for cells in found] == [
        [f"{number}.属于国家秘密", str(number + 50)] for number in range(12)
    ]
    assert "".join(cells[0] for cells in found if len(cells) == 3) == (
        "三本年度办理结果及其他情况说明"
    )


STYLE = "table{border-collapse:collapse} td,th{border:1px solid #000;padding:5px;font-size:24px}"


@pytest.mark.parametrize("space", [0, 40, 80, 120, 160, 200, 240])
def test_a_row_that_a_browser_cuts_and_leaves_open_is_whole(
    web_printed: WebPrinter, space: int
) -> None:
    data = (FILES / "017.html").read_bytes()
    style = f"{STYLE} body{{padding-top:{space}px}}"
    found = read(web_printed(data.decode(), style))
    assert _with_values(found) == _with_values(READERS["html"](data))


def _with_values(document: Document) -> list[list[str]]:
    """The label and the seven numbers of the rows that have them, without spaces."""
    rows = [["".join(text.split()) for text in cells[-8:]] for cells in _rows(document)]
    return [cells for cells in rows if len(cells) == 8 and all(map(str.isdigit, cells[1:]))]


def test_lines_that_stand_on_every_page_do_not_part_a_row(web_printed: WebPrinter) -> None:
    rows = "".join(
        f"<tr><td>{n + 1}.{WORDS[: 7 + n * 5 % 27]}</td><td>{n + 100}</td></tr>" for n in range(60)
    )
    footer = (
        '<p style="font-size:9px;margin-left:25mm">青石镇第<span class="pageNumber"></span>张</p>'
    )
    style = (
        f"{STYLE} td:first-child{{width:9em}} table{{font-size:24px;table-layout:fixed;width:14em}}"
    )
    found = _rows(read(web_printed(f"<table>{rows}</table>", style, footer)))
    assert [cells[0] for cells in found] == [
        f"{n + 1}.{WORDS[: 7 + n * 5 % 27]}" for n in range(60)
    ]


def test_text_between_two_tables_keeps_them_apart(printed: Printer) -> None:
    rows = [_row(*cells) for cells in [["1." + WORDS[:9], "100", "0"]] * 4]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    one = table(f"{FIXED}<w:tblGrid>{columns}</w:tblGrid>", *rows)
    document = read(printed("two.docx", word(one + paragraph("说明") + one + SMALL)))
    assert _rows(document) == [["1." + WORDS[:9], "100", "0"]] * 8
