"""Hazards of layout: a value stays in its column, or it is not read at all."""

import pytest

from generator import form
from generator.model import NotAssessable, Report, Status
from generator.parse import NotAReport, parse
from generator.readers import read_text
from generator.specimen import Specimen, written
from tests.export.samples import read_sample
from tests.rules.judged import balanced, judged, printed, read, read_lines

APPEALS = form.SECTIONS[3].heading
NUMBERED = {a: str(n) for n, a in enumerate(form.cells_expected(2021, 2021), start=1)}


def values(report: Report, row: str) -> list[int | str]:
    """The values of a row of cells, the status where there is none."""
    return [
        int(reading.value) if reading.value is not None else reading.status.value
        for address, reading in report.cells.items()
        if address.startswith(f"{row}.")
    ]


def numbered(*swaps: tuple[str, str]) -> Report:
    """A report whose cells hold 1 to 200, in which passages are replaced."""
    return read(Specimen(cells=NUMBERED, swaps=swaps))


WHOLE = numbered()
FIRST = int(NUMBERED["requests.received.natural_person"])


@pytest.mark.parametrize("column", range(7))
def test_a_blank_cell_stays_in_its_column(column: int) -> None:
    report = numbered((f"\t{FIRST + column}\n", "\t\n"))
    expected: list[int | str] = list(range(FIRST, FIRST + 7))
    expected[column] = "blank"
    assert values(report, "requests.received") == expected


def test_several_blank_cells_in_a_row_stay_in_their_columns() -> None:
    report = numbered(*((f"\t{FIRST + n}\n", "\t\u3000\n") for n in (0, 2, 3, 6)))
    row = ["blank", FIRST + 1, "blank", "blank", FIRST + 4, FIRST + 5, "blank"]
    assert values(report, "requests.received") == row


@pytest.mark.parametrize("column", range(15))
def test_a_blank_case_stays_in_its_column(column: int) -> None:
    first = int(NUMBERED["appeals.reconsideration.upheld"])
    report = numbered((f"\t{first + column}\n", "\t\n"))
    expected: list[int | str] = list(range(first, first + 15))
    expected[column] = "blank"
    assert values(report, "appeals") == expected


def test_a_table_of_cases_left_blank_as_a_whole_is_blank() -> None:
    addresses = [a for a in NUMBERED if a.startswith("appeals.")]
    result = judged(Specimen(cells=dict.fromkeys(addresses, "")))
    assert values(result.report, "appeals") == ["blank"] * 15
    lines = [result.report.cells[address].line for address in addresses]
    assert lines == list(range(lines[0] or 0, (lines[0] or 0) + 15))
    assert result.outcome("STR-CELLS") == "pass"
    assert [(f.rule, f.facts["blank"]) for f in result.findings] == [("STR-BLANK", 15)]


def test_empty_cells_among_the_headings_of_cases_are_no_values() -> None:
    case = "appeals.reconsideration.upheld"
    empty = "\n" + "\t\n" * 15 + "\n"
    text = written(Specimen(cells={case: "3"}))
    heading = "\t未经复议直接起诉\n\t复议后起诉\n"
    assert heading in text
    report = read_lines(text.replace(heading, heading + empty))
    assert values(report, "appeals") == [3] + [0] * 14
    without = text.replace(heading, heading + empty).partition("\t3\n")[0]
    assert values(read_lines(without), "appeals") == ["absent"] * 15


@pytest.mark.parametrize("column", range(7))
def test_a_row_with_fewer_cells_is_unreadable(column: int) -> None:
    report = numbered((f"\t{FIRST + column}\n", ""))
    assert values(report, "requests.received") == ["unreadable"] * 7
    raws = {report.cells[a].raw for a in report.cells if a.startswith("requests.received.")}
    kept = [str(FIRST + n) for n in range(7) if n != column]
    assert raws == {" ".join(kept)}
    assert values(report, "requests.brought_forward") == list(range(FIRST + 7, FIRST + 14))


@pytest.mark.parametrize("kept", range(15))
def test_fewer_cases_than_columns_are_unreadable(kept: int) -> None:
    first = int(NUMBERED["appeals.reconsideration.upheld"])
    report = numbered(*((f"\t{n}\n", "") for n in range(first + kept, first + 15)))
    status = "unreadable" if kept else "absent"
    assert values(report, "appeals") == [status] * 15


def test_one_cell_too_many_is_unreadable_and_empty_ones_do_not_count() -> None:
    last = FIRST + 6
    more = numbered((f"\t{last}\n", f"\t{last}\n\t9\n"))
    assert values(more, "requests.received") == ["unreadable"] * 7
    empty = numbered((f"\t{last}\n", f"\t{last}\n\t\n\t \n"))
    assert values(empty, "requests.received") == list(range(FIRST, last + 1))
    case = int(NUMBERED["appeals.suit_after_reconsideration.total"])
    assert values(numbered((f"\t{case}\n", f"\t{case}\n\t5\n")), "appeals") == ["unreadable"] * 15
    assert values(numbered((f"\t{case}\n", f"\t{case}\n\t\n")), "appeals") == list(
        range(case - 14, case + 1)
    )


def test_a_row_cut_in_two_by_a_lost_tab_is_unreadable() -> None:
    report = numbered((f"\t{FIRST + 3}\n", "\n"))
    assert values(report, "requests.received") == ["unreadable"] * 7
    assert values(report, "requests.brought_forward") == values(WHOLE, "requests.brought_forward")


def test_a_row_that_is_not_there_is_absent() -> None:
    row = "3.其他"
    before, _, rest = written(Specimen(cells=NUMBERED)).partition(f"\t\n\t\n\t{row}\n")
    assert rest
    report = read_lines(before + rest.partition("\n\n")[2])
    assert values(report, "requests.closed_other") == ["absent"] * 7
    assert [a for a, r in report.cells.items() if r.status is Status.ABSENT] == [
        a for a in NUMBERED if a.startswith("requests.closed_other.")
    ]


@pytest.mark.parametrize("section", [1, 2, 3])
def test_a_table_that_is_not_there_is_absent(section: int) -> None:
    heading, following = form.SECTIONS[section], form.SECTIONS[section + 1]
    before, _, rest = written(Specimen(cells=NUMBERED)).partition(heading.heading)
    after = following.heading + rest.partition(following.heading)[2]
    report = read_lines(f"{before}{heading.heading}\n本年无。\n{after}")
    assert heading.table
    assert not report.tables[heading.table].found
    for address, reading in report.cells.items():
        absent = address.startswith(f"{heading.table}.")
        assert reading.status is (Status.ABSENT if absent else Status.REPORTED), address
        assert (reading.line is None) == absent
    assert len(report.cells) == 200


def test_without_any_table_all_cells_are_absent() -> None:
    headings = "\n".join(section.heading for section in form.SECTIONS)
    report = read_lines(f"云岭县青石镇2023年政府信息公开工作年度报告\n{headings}\n")
    assert {reading.status for reading in report.cells.values()} == {Status.ABSENT}
    assert (len(report.cells), report.reported) == (200, 0)
    with pytest.raises(NotAssessable, match=r"absent requests\.received\.total"):
        report.value("requests.received.total")


@pytest.mark.parametrize(
    "text", ["通知\n各村：\n请于周五前报送材料。", "<html><body>404</body></html>"]
)
def test_what_has_neither_heading_nor_table_is_no_report(text: str) -> None:
    source = read_sample("heping-2023").source
    assert parse(read_text(text.encode()), source) == NotAReport("no_form")


def test_nothing_but_white_space_is_empty() -> None:
    source = read_sample("heping-2023").source
    for text in ("", "\n\n", " \u3000\n\t\n"):
        assert parse(read_text(text.encode()), source) == NotAReport("empty")


@pytest.mark.parametrize(
    "swap",
    [
        ("商业企业", "商业\n企业"),
        ("本年制发件数", "本年\n制发件数"),
        ("结果纠正", "结果\n纠正"),
        ("结果纠正", "结果\u3000纠正"),
        ("行政规范性文件", "行政规范性\n文件"),
        ("1.属于国家秘密", "1、属于国家秘密"),
        ("1.属于国家秘密", "1．属于 国家秘密"),
        ("（一）予以公开", "(一)予以公开"),
        ("危及“三安全一稳定”", '危及"三安全一稳定"'),
        ("一、本年新收", "\u00a0一、本年新收"),
        ("申请人无正当理由逾期不补正、", "申请人无正当理由逾期\n不补正、"),
        ("（七）总计", "（七） 总 计"),
    ],
    ids=lambda swap: swap[1].replace("\n", "|"),
)
def test_a_label_laid_out_otherwise_is_the_same_label(swap: tuple[str, str]) -> None:
    report = numbered(swap)
    assert {a: r.value for a, r in report.cells.items()} == {
        a: r.value for a, r in WHOLE.cells.items()
    }


def test_a_misspelt_label_is_read_and_kept_as_printed() -> None:
    report = numbered(("属于三类内部事务信息", "属于三类内容事务信息"))
    assert values(report, "requests.withheld_internal_affairs") == values(
        WHOLE, "requests.withheld_internal_affairs"
    )
    (label,) = report.tables["requests"].labels
    assert (label.standard, label.printed) == ("5.属于三类内部事务信息", "5.属于三类内容事务信息")


def test_swapped_rows_keep_their_own_values() -> None:
    licences, penalties = (
        "\t行政许可\n\t{}\n".format(NUMBERED["proactive.licences.decisions"]),
        "\t行政处罚\n\t{}\n".format(NUMBERED["proactive.penalties.decisions"]),
    )
    report = numbered((licences, "@"), (penalties, licences), ("@", penalties))
    assert values(report, "proactive.licences") == values(WHOLE, "proactive.licences")
    assert values(report, "proactive.penalties") == values(WHOLE, "proactive.penalties")


def test_every_cell_of_two_tables_full_of_numbers_is_read() -> None:
    numbers = balanced()
    report = read(printed(numbers))
    assert {a: r.value for a, r in report.cells.items() if a in numbers} == numbers
