"""Tables that look like the form's and are not laid out like it: better unread than wrong."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model import Report, Status
from tests.layouts.report import read_report
from tests.layouts.serialisations import LAYOUTS
from tests.layouts.tables import Row, expected_of, printed, relabelled, scored, tables_of

STRANGE = Path(__file__).parent / "data" / "strange"


def strange(name: str) -> Report:
    return read_report((STRANGE / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("swapped_headers.md", "proactive.normative_documents."),
        ("empty_and_last_year.md", "proactive.normative_documents."),
        ("last_year_column.md", "proactive.licences."),
        ("suits_first.md", "appeals.reconsideration."),
        ("cases_of_two_years.md", "appeals."),
    ],
)
def test_columns_that_are_not_those_of_the_form_are_not_read(name: str, row: str) -> None:
    cells = strange(name).cells
    statuses = {cells[address].status for address in cells if address.startswith(row)}
    assert statuses == {Status.UNREADABLE}


def test_a_unit_below_its_heading_counts() -> None:
    amount = strange("unit_next_line.txt").cells["proactive.charges.amount"]
    assert (amount.value, amount.unit) == (Decimal("1.28"), "元")


def test_the_end_of_a_broken_amount_is_not_the_amount() -> None:
    assert strange("spaced_amount.txt").cells["proactive.charges.amount"].value is None


def test_a_row_among_the_rows_is_not_that_of_the_form() -> None:
    """`其中：部分公开` below `予以公开` is not the row `部分公开`."""
    cells = strange("among_them.md").cells
    assert cells["requests.partly_granted.enterprise"].value == 536


SWAPPED = {"商业企业": "科研机构", "科研机构": "商业企业"}


@pytest.mark.parametrize(
    "layout",
    ["one cell per line", "label and numbers on one line", "rows parted by tabs", "pipes in place"],
)
def test_columns_in_another_order_are_not_read(layout: str) -> None:
    tables = tables_of(2021, printed(2021, "small"))
    whole = read_report(LAYOUTS[layout](tables))
    swapped = read_report(LAYOUTS[layout](relabelled(tables, lambda text: SWAPPED.get(text, text))))
    assert (_statuses(whole), _statuses(swapped)) == ({Status.REPORTED}, {Status.UNREADABLE})


@pytest.mark.parametrize("layout", ["rows parted by tabs", "pipes in place", "pipes without pads"])
def test_a_table_without_one_of_its_columns_is_not_read(layout: str) -> None:
    tables = tables_of(2021, printed(2021, "small"))
    text = LAYOUTS[layout](relabelled(tables, lambda text: "" if text == "商业企业" else text))
    assert _statuses(read_report(text)) == {Status.UNREADABLE}


def test_headings_that_a_printed_table_lost_take_nothing_away() -> None:
    """A drawn table whose upper row of headings is taken for lines."""
    upper = ("自然人", "法人或其他组织", "总计")
    tables = tables_of(2021, printed(2021, "small"))
    lost = relabelled(tables, lambda text: "" if text in upper else text)
    assert _statuses(read_report(LAYOUTS["rows parted by tabs"](lost))) == {Status.REPORTED}


@pytest.mark.parametrize("layout", ["rows parted by tabs", "one cell per line"])
def test_digits_without_end_are_no_number(layout: str) -> None:
    """A row without its label, whose sum would have to name it."""
    row = "requests.withheld_by_law."
    numbers = printed(2021, "small")
    endless = {at: "9" * 5000 if at.startswith(row) else text for at, text in numbers.items()}
    tables = relabelled(
        tables_of(2021, endless), lambda text: "" if text.startswith("2.其他法律") else text
    )
    report = read_report(LAYOUTS[layout](tables))
    assert {one.value for at, one in report.cells.items() if at.startswith(row)} == {None}


LOOSE = ("one cell per line", "label and numbers on one line")
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


@pytest.mark.parametrize("layout", [*LOOSE, "rows parted by tabs"])
@pytest.mark.parametrize(
    "headings",
    [("总计", *COLUMNS), ("合计", *COLUMNS), (COLUMNS[0], "总计", *COLUMNS[1:]), ()],
    ids=["first", "first by another name", "second", "no headings"],
)
def test_a_total_before_its_parts_is_not_read_as_a_part(
    layout: str, headings: tuple[str, ...]
) -> None:
    tables = tables_of(2021, printed(2021, "small"))
    place = headings.index("总计") if "总计" in headings else 0
    rows = [
        replace(row, values=_moved(row.values, place)) for row in tables["requests"] if row.values
    ]
    tables["requests"] = [*([Row(("申请人情况", "", "", *headings))] if headings else []), *rows]
    assert _statuses(read_report(LAYOUTS[layout](tables))) == {Status.UNREADABLE}


def _moved(values: tuple[str, ...], place: int) -> tuple[str, ...]:
    """The last of the values put at another place."""
    *parts, total = values
    return (*parts[:place], total, *parts[place:])


@pytest.mark.parametrize("layout", [*LOOSE, "rows parted by tabs", "pipes without pads"])
def test_a_row_that_lost_a_number_is_not_filled_from_a_column_without_a_heading(
    layout: str,
) -> None:
    tables = tables_of(2021, printed(2021, "small"))
    rows = [
        replace(row, values=(*row.values, "7")) if row.values else row for row in tables["requests"]
    ]
    rows[8] = replace(rows[8], values=rows[8].values[1:])
    assert _statuses(read_report(LAYOUTS[layout](tables | {"requests": rows}))) == {
        Status.UNREADABLE
    }


@pytest.mark.parametrize("layout", ["rows parted by tabs", "pipes without pads"])
@pytest.mark.parametrize("place", [0, 7])
def test_a_column_without_a_heading_beside_blank_cells_is_seen(layout: str, place: int) -> None:
    tables = tables_of(2021, printed(2021, "busy, zeros blank"))
    rows = [
        replace(row, values=(*row.values[:place], "7", *row.values[place:])) if row.values else row
        for row in tables["requests"]
    ]
    statuses = _statuses(read_report(LAYOUTS[layout](tables | {"requests": rows})))
    assert Status.REPORTED not in statuses


@pytest.mark.parametrize("layout", ["rows parted by tabs", "pipes without pads"])
def test_a_sum_before_a_blank_total_is_the_total_of_a_row_that_lost_a_cell(layout: str) -> None:
    row = "requests.granted."
    numbers = printed(2021, "small")
    values = ("2", "0", "3", "0", "0", "5", "")
    lost = numbers | dict(zip([at for at in numbers if at.startswith(row)], values, strict=True))
    report = read_report(LAYOUTS[layout](tables_of(2021, lost)))
    statuses = {one.status for at, one in report.cells.items() if at.startswith(row)}
    assert statuses == {Status.UNREADABLE}


@pytest.mark.parametrize("layout", [*LOOSE, "rows parted by tabs"])
def test_suits_in_another_order_are_not_read(layout: str) -> None:
    names = {"未经复议直接起诉": "复议后起诉", "复议后起诉": "未经复议直接起诉"}
    tables = tables_of(2021, printed(2021, "small"))
    report = read_report(LAYOUTS[layout](relabelled(tables, lambda text: names.get(text, text))))
    own = {one.status for at, one in report.cells.items() if at.startswith("appeals.")}
    assert own == {Status.UNREADABLE}


@pytest.mark.parametrize("layout", LOOSE)
def test_a_foreign_column_in_place_of_one_of_the_form_is_seen(layout: str) -> None:
    names = {"法律服务机构": "其他", "其他": "上年总计"}
    tables = tables_of(2021, printed(2021, "small"))
    text = LAYOUTS[layout](relabelled(tables, lambda text: names.get(text, text)))
    assert _statuses(read_report(text)) == {Status.UNREADABLE}


def _statuses(report: Report) -> set[Status]:
    return {one.status for at, one in report.cells.items() if at.startswith("requests.")}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("本年收费金额", "12800"),
        ("本年收费金额（单位：万元、元）", "12800"),
        ("本年收费金额（单位：万元）", "1.28(亿)"),
    ],
)
def test_an_amount_in_a_unit_that_is_not_certain_is_not_read(heading: str, text: str) -> None:
    tables = tables_of(2021, printed(2021, "small") | {"proactive.charges.amount": text})
    form = "本年收费金额（单位：万元）"
    written = LAYOUTS["rows parted by tabs"](tables)
    assert form in written
    report = read_report(written.replace(form, heading))
    assert report.cells["proactive.charges.amount"].status is Status.UNREADABLE


@pytest.mark.parametrize("layout", [*LOOSE, "rows parted by tabs", "pipes in place"])
@pytest.mark.parametrize(("one", "other"), [("结果维持", "结果纠正"), ("尚未审结", "总计")])
def test_outcomes_in_another_order_are_not_read(layout: str, one: str, other: str) -> None:
    names = {one: other, other: one}
    tables = tables_of(2021, printed(2021, "small"))
    report = read_report(LAYOUTS[layout](relabelled(tables, lambda text: names.get(text, text))))
    own = {cell.status for at, cell in report.cells.items() if at.startswith("appeals.")}
    assert own == {Status.UNREADABLE}


@pytest.mark.parametrize("layout", ["one cell per line", "rows parted by tabs"])
def test_a_number_by_itself_is_no_row_that_is_missing(layout: str) -> None:
    """It may be that of a page: `行政处罚` is not there."""
    tables = tables_of(2021, printed(2021, "small"))
    rows = [Row(("7",)) if "行政处罚" in row.labels else row for row in tables["proactive"]]
    report = read_report(LAYOUTS[layout](tables | {"proactive": rows}))
    assert report.cells["proactive.penalties.decisions"].value is None


@pytest.mark.parametrize("layout", ["rows parted by tabs", "pipes in place"])
@pytest.mark.parametrize("every", [2, 5])
def test_a_column_without_a_heading_that_is_filled_here_and_there_is_seen(
    layout: str, every: int
) -> None:
    numbers = printed(2021, "busy, zeros blank")
    tables = tables_of(2021, numbers)
    rows = [
        replace(row, values=(*row.values, "" if place % every else "无")) if row.values else row
        for place, row in enumerate(tables["requests"])
    ]
    report = read_report(LAYOUTS[layout](tables | {"requests": rows}))
    score = scored(report, expected_of(numbers))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
