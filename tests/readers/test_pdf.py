"""PDF: ruled tables over several pages, columns without rules, scans, locks and page numbers."""

import pytest

from generator.model import Document
from generator.readers import READERS, NotRead
from generator.readers.page_numbers import without_page_numbers
from generator.readers.pdf_page import PdfBlock
from tests.readers.conftest import Printer
from tests.readers.files import FILES, cell, paragraph, row, table, texts, word
from tests.readers.test_layout_files import expected_rows

read = READERS["pdf"]

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
RULED = f"<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>"


def _ruled(*rows: str, widths: tuple[int, ...] = (3000, 1500, 1500)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return table(f"{RULED}<w:tblGrid>{columns}</w:tblGrid>", *rows)


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


@pytest.fixture(scope="session")
def layout(printed: Printer) -> Document:
    return read(printed("043.docx", (FILES / "043.docx").read_bytes()))


def test_a_page_with_ruled_tables_has_all_its_numbers(printed: Printer) -> None:
    document = read(printed("017.html", (FILES / "017.html").read_bytes()))
    rows = [[c.text for c in row] for grid in document.grids for row in grid]
    found = [row[-7:] for row in rows if len(row) >= 8 and row[-1].isdigit() and len(row) < 12]
    assert found == expected_rows("017.html")
    assert document.encoding == "pdf"
    assert document.replacement_characters == 0


def test_rows_of_a_ruled_table_are_lines(printed: Printer) -> None:
    for name in ("017", "020"):
        document = read(printed(f"{name}.html", (FILES / f"{name}.html").read_bytes()))
        assert document.grids
        for cells in (cells for grid in document.grids for cells in grid):
            assert document.lines[cells[0].line - 1] == " | ".join(c.text for c in cells)


def test_merged_cells_keep_their_spans_and_stand_between_the_text(printed: Printer) -> None:
    body = paragraph("前") + _ruled(
        row(cell("第二十条第（一）项", _span(3))),
        row(cell("三、本年度", '<w:vMerge w:val="restart"/>'), cell("予以公开", _span(2))),
        row(cell("", "<w:vMerge/>"), "1", "2"),
    )
    document = read(printed("merged.docx", word(body + paragraph("后"))))
    assert texts(document) == [[["第二十条第（一）项"], ["三、本年度", "予以公开"], ["1", "2"]]]
    assert [[(c.columns, c.rows) for c in row] for row in document.grids[0]] == [
        [(3, 1)],
        [(1, 2), (2, 1)],
        [(1, 1), (1, 1)],
    ]
    assert document.lines == ("前", "第二十条第（一）项", "三、本年度 | 予以公开", "1 | 2", "后")


def test_a_table_over_a_page_break_is_one_grid_on_each_page(printed: Printer) -> None:
    rows = [row(f"第{number}行", str(number), "0") for number in range(60)]
    document = read(printed("long.docx", word(_ruled(*rows))))
    assert len(document.grids) > 1
    numbers = [row[1].text for grid in document.grids for row in grid]
    assert numbers == [str(number) for number in range(60)]


def test_a_number_that_a_narrow_cell_breaks_is_one(printed: Printer) -> None:
    narrow = "<w:tcW w:w='700' w:type='dxa'/>"
    body = _ruled(
        row("行政许可", cell("11398889", narrow), "2"),
        row("两个数", cell("1", narrow).replace("</w:tc>", paragraph("2") + "</w:tc>"), "3"),
        widths=(3000, 700, 1500),
    )
    assert texts(read(printed("narrow.docx", word(body)))) == [
        [["行政许可", "11398889", "2"], ["两个数", "1 2", "3"]]
    ]


def test_columns_without_rules_stay_below_each_other(printed: Printer) -> None:
    document = read(printed("039.docx", (FILES / "039.docx").read_bytes()))
    assert document.grids == ()
    rows = [line.split()[-7:] for line in document.lines]
    for expected in expected_rows("029.html"):
        assert expected in rows


def test_text_is_read_line_by_line(printed: Printer) -> None:
    data = (FILES / "S01.txt").read_bytes()
    document = read(printed("S01.txt", data))
    expected = ["".join(line.split()) for line in data.decode().splitlines()]
    assert "".join("".join(line.split()) for line in document.lines) == "".join(expected)


def test_a_locked_file(printed: Printer) -> None:
    options = (
        '{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"a"}}'
    )
    with pytest.raises(NotRead, match="encrypted"):
        read(printed("locked.txt", "一、总体情况".encode(), options))


def test_a_scan_has_no_text() -> None:
    with pytest.raises(NotRead, match="no_text"):
        read(_pdf(b"1 0 0 1 0 0 cm"))


def test_too_many_pages() -> None:
    with pytest.raises(NotRead, match="too_complex"):
        read(_pdf(b"", pages=201))


def _pdf(content: bytes, pages: int = 1) -> bytes:
    """A file of pages that all show the same; its table of objects is left for the reader."""
    kids = b" ".join(b"%d 0 R" % (number + 10) for number in range(pages))
    objects = [
        b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        b"2 0 obj <</Type /Pages /Count %d /Kids [%s]>> endobj" % (pages, kids),
        b"3 0 obj <</Length %d>> stream\n%s\nendstream endobj" % (len(content), content),
    ]
    objects += [
        b"%d 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R>> endobj"
        % (number + 10)
        for number in range(pages)
    ]
    return b"%PDF-1.4\n" + b"\n".join(objects) + b"\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def _page(*lines: tuple[float, str]) -> list[PdfBlock]:
    return [PdfBlock(top, top + 10, 800, text) for top, text in lines]


def _left(pages: list[list[PdfBlock]]) -> list[list[str]]:
    return [[block.text for block in page] for page in without_page_numbers(pages)]


@pytest.mark.parametrize("number", ["- 3 -", "—3—", "－ 3 －", "第 3 页", "第3页 共9页", "3 / 9"])
def test_a_marked_page_number_is_no_line(number: str) -> None:
    assert _left([_page((100, "一"), (780, number))]) == [["一"]]
    assert _left([_page((20, number), (100, "一"))]) == [["一"]]
    assert _left([_page((100, number), (300, "一"), (600, number))]) == [[number, "一", number]]


def test_bare_numbers_are_page_numbers_only_when_they_count_the_pages() -> None:
    pages = [_page((100, "一"), (780, str(number))) for number in (2, 3, 4)]
    assert _left(pages) == [["一"]] * 3
    values = [_page((100, "一"), (780, number)) for number in ("0", "0", "5")]
    assert _left(values) == [["一", "0"], ["一", "0"], ["一", "5"]]
    assert _left([_page((780, "7"))]) == [["7"]]
