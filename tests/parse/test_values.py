"""What one printed cell is read as: each case goes through a whole written report."""

import pytest

from generator.model import Status, number_text
from generator.specimen import Specimen, written
from tests.rules.judged import read, read_lines

COUNT = "requests.received.enterprise"
FEE = "proactive.charges.amount"  # the form counts it in 万元
CHANGE = "proactive.licences.items_change"
PURCHASES = "proactive.procurement.amount"  # the form leaves the unit open; ours is 元
TABLE = ("本年收费金额（单位：万元）", "本年收费金额（单位：元）")

NUMBERS = [
    ("0", "0"),
    ("1251", "1251"),
    ("007", "7"),
    (" 0", "0"),
    ("0 ", "0"),
    ("\u00a00", "0"),
    ("\u30000\u3000", "0"),
    ("\u2003\u202f5\u2009", "5"),
    ("\ufeff5\u200b", "5"),
    ("１２", "12"),
    ("１，２３４", "1234"),
    ("1,234", "1234"),
    ("1,234,567", "1234567"),
    ("1.28", "1.28"),
    ("1.50", "1.5"),
    ("5.0", "5"),
    ("０．５", "0.5"),
    ("-3", "-3"),
    ("- 3", "-3"),
    ("－３", "-3"),
    ("−3", "-3"),
    ("+19", "19"),
    ("22（其中修订16件）", "22"),
    ("22(其中修订16件)", "22"),
    ("3件", "3"),
    ("3 件", "3"),
    ("3\u00a0条", "3"),
    ("98765432109876543210", "98765432109876543210"),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_reported(text: str, value: str) -> None:
    reading = read(Specimen(cells={COUNT: text})).cells[COUNT]
    assert reading.status is Status.REPORTED
    assert reading.value is not None
    assert number_text(reading.value) == value


@pytest.mark.parametrize(
    "text",
    [
        "若干",
        "见附件",
        "约5",
        "5余",
        "5%",
        "1e5",
        "0x10",
        "1.2.3",
        "1,23",
        "12,34",
        "1 2",
        "1\u00a02",
        "1\u30002",
        "5/6",
        "5、6",
        "3～5",
        "3-5",
        "--3",
        "+-3",
        "(5)",
        "5²",
        "①",
        "1①",
        "⑴",
        "½",
        "٣",
        "三",
        "十二",
        "〇",
        "NaN",
        "inf",
        "#REF!",
        "3万元",
        "251000元",
        "5（万元）",
        "5.",
        ".5",
        "\ufffd",
        "<b>5</b>",
        "9" * 41,
        "增加4",
        "减4",
        "减少4",
        "5（2022年）",
        "5（上年4件）",
        "5（应为6）",
        "5（更正为6件）",
        "5()",
        "1.538",
        "12.345.678",
    ],
)
def test_what_is_not_surely_one_number_is_unreadable(text: str) -> None:
    reading = read(Specimen(cells={COUNT: text})).cells[COUNT]
    assert (reading.status, reading.value, reading.raw) == (Status.UNREADABLE, None, text)
    assert reading.line is not None


@pytest.mark.parametrize(
    "text", ["/", "／", "-", "－", "—", "——", "–", "--", "\\", "无", " 无\u3000"]
)
def test_not_applicable_is_no_number(text: str) -> None:
    reading = read(Specimen(cells={COUNT: text})).cells[COUNT]
    assert (reading.status, reading.value) == (Status.NOT_APPLICABLE, None)
    assert reading.raw == text.strip()


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u3000", " \u3000\u00a0", "\u200b"])
def test_blank_is_no_number_and_has_a_line(text: str) -> None:
    report = read(Specimen(cells={COUNT: text}))
    reading = report.cells[COUNT]
    before, after = (
        report.cells[f"requests.received.{column}"]
        for column in ("natural_person", "research_institution")
    )
    assert (reading.status, reading.value, reading.raw) == (Status.BLANK, None, "")
    assert before.line is not None
    assert reading.line == before.line + 1
    assert after.line == reading.line + 1


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        (" 0 ", "0"),
        ("\u00a0\u3000减 4\u3000", "减 4"),
        ("22（其中修订16件） ", "22（其中修订16件）"),
        ("１，２３４", "１，２３４"),
        ("+19", "+19"),
    ],
)
def test_raw_is_what_is_printed_without_outer_space(text: str, raw: str) -> None:
    assert read(Specimen(cells={COUNT: text})).cells[COUNT].raw == raw


@pytest.mark.parametrize(
    ("text", "heading", "value", "unit"),
    [
        ("1.28", "万元", "1.28", "万元"),
        ("1.28万元", "万元", "1.28", "万元"),
        ("251000元", "万元", "25.1", "元"),
        ("251000（元）", "万元", "25.1", "元"),
        ("251000（单位：元）", "万元", "25.1", "元"),
        ("0元", "万元", "0", "元"),
        ("251000", "元", "25.1", "元"),
        ("25.1万元", "元", "25.1", "万元"),
        ("0.5亿元", "万元", "5000", "亿元"),
        ("1,280元", "万元", "0.128", "元"),
        ("1", "元", "0.0001", "元"),
        (
            "123456789012345678901234567890123456789",
            "元",
            "12345678901234567890123456789012345.6789",
            "元",
        ),
    ],
)
def test_fees_are_counted_in_ten_thousands(text: str, heading: str, value: str, unit: str) -> None:
    swaps = (TABLE,) if heading == "元" else ()
    reading = read(Specimen(cells={FEE: text}, swaps=swaps)).cells[FEE]
    assert reading.value is not None
    assert (number_text(reading.value), reading.unit) == (value, unit)


@pytest.mark.parametrize("text", ["3件", "3项（万元）", "百万元", "5元/件"])
def test_a_fee_in_another_unit_is_unreadable(text: str) -> None:
    assert read(Specimen(cells={FEE: text})).cells[FEE].status is Status.UNREADABLE


@pytest.mark.parametrize(
    ("text", "heading", "value"),
    [
        ("251000元", "", "251000"),
        ("251000", "", "251000"),
        ("477.35", "（万元）", "4773500"),
        ("477.35万元", "", "4773500"),
        ("1.505", "（单位：万元）", "15050"),
        ("0.00005万元", "", "0.5"),
    ],
)
def test_purchases_are_counted_in_yuan(text: str, heading: str, value: str) -> None:
    swaps = (("采购总金额", f"采购总金额{heading}"),) if heading else ()
    specimen = Specimen(year=2020, proactive=2019, cells={PURCHASES: text}, swaps=swaps)
    reading = read(specimen).cells[PURCHASES]
    assert reading.value is not None
    assert number_text(reading.value) == value


@pytest.mark.parametrize(("text", "value"), [("减4", -4), ("-8", -8), ("+19", 19), ("增2", 2)])
def test_changes_are_signed(text: str, value: int) -> None:
    specimen = Specimen(year=2020, proactive=2019, cells={CHANGE: text})
    assert read(specimen).cells[CHANGE].value == value


def test_a_cell_broken_over_two_lines_starts_at_the_first() -> None:
    whole = written(Specimen(cells={COUNT: "22（其中修订16件）"}))
    broken = read_lines(whole.replace("22（其中修订16件）", "22（其中\n修订16件）")).cells[COUNT]
    assert (broken.value, broken.raw) == (22, "22（其中修订16件）")
    assert broken.line is not None
    assert whole.split("\n")[broken.line - 1].strip() == "22（其中修订16件）"
