"""PDF: tables that the page cuts at a side or that have no rule there; numbers that overflow."""

from generator.readers import READERS
from tests.readers.conftest import WebPrinter
from tests.readers.files import texts

read = READERS["pdf"]

RULED = "table { border-collapse: collapse } td { border: 1px solid }"
LOST = "\ufffd"


def _table(*rows: str, style: str = "") -> str:
    lines = "".join(f"<tr><td>{row.replace(' ', '<td>')}" for row in rows)
    return f"<table style='{style}'>{lines}</table>"


def _digits(found: list[list[str]]) -> set[str]:
    return {cell for row in found for cell in row if cell.strip(LOST) and cell.isdigit()}


def test_a_column_that_the_page_cuts_holds_no_number(web_printed: WebPrinter) -> None:
    rows = [f"第{number}行 {number + 10} 7777777" for number in range(6)]
    style = RULED + "td { min-width: 80mm } td:last-child { text-align: center }"
    (found,) = texts(read(web_printed(_table(*rows), style)))
    assert [row[:2] for row in found] == [[f"第{n}行", str(n + 10)] for n in range(6)]
    assert all(LOST in row[2] for row in found)


def test_a_table_without_rules_at_its_sides_is_whole(web_printed: WebPrinter) -> None:
    rows = ["名称 本年 合计", "甲 1 3", "乙 2 4"]
    style = RULED + "td:first-child { border-left: 0 } td:last-child { border-right: 0 }"
    body = _table(*rows, style="width: 100%")
    assert texts(read(web_printed(body, style))) == [[row.split() for row in rows]]


def test_rules_of_one_table_move_none_of_another(web_printed: WebPrinter) -> None:
    """They stand a millimetre apart, and numbers begin at their rules."""
    style = RULED + "td { padding: 0; font-size: 9pt } p { font-size: 6pt; margin: 5mm }"
    upper = "<table><tr><td style='width: 51mm'>甲<td style='width: 30mm'>1<td>2</table>"
    lower = upper.replace("51mm", "50mm").replace("甲", "乙").replace("1<", "3<")
    document = read(web_printed((upper + "<p>下</p>" + lower + "<p>下</p>") * 3, style))
    assert texts(document) == [[["甲", "1", "2"]], [["乙", "3", "2"]]] * 3


def test_a_number_that_goes_beyond_its_cell_is_none(web_printed: WebPrinter) -> None:
    style = RULED + "table { table-layout: fixed; width: 60mm } td { font-size: 12pt; padding: 0 }"
    body = "<table><tr><td style='width: 40mm'>甲<td>123456789012<td>34<td>5</table>"
    (found,) = texts(read(web_printed(body, style)))
    assert not _digits([row[:3] for row in found])


def test_rows_without_rules_among_shaded_ones_are_not_lost(web_printed: WebPrinter) -> None:
    """The shades of one row and of a cell over all rows make a box around the rows between."""
    rows = "".join(f"<tr><td>第{n}行<td>{n + 10}<td>{n + 30}" for n in range(2, 6))
    style = "table { border-collapse: collapse; width: 100% } td { padding: 2mm }"
    style += "tr:nth-child(odd) td { background: #ccc }"
    body = f"<table><tr><td rowspan=5>组<td>第1行<td>11<td>31{rows}</table>"
    document = read(web_printed(body, style))
    numbers = [one for line in document.lines for one in line.replace("|", " ").split()]
    assert sorted(one for one in numbers if one.isdigit()) == sorted(
        str(n + more) for n in range(1, 6) for more in (10, 30)
    )
