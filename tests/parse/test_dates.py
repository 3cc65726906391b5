"""The year of a report and the day it came out, against everything that looks like one."""

import pytest

from generator.parse.dates import published_on, signed_on
from tests.parse.identified import identity

TITLE = "青石镇政府信息公开工作年度报告\n"
OVERVIEW = "一、总体情况\n"
OTHER = "六、其他需要报告的事项\n无。\n"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # the period, also with swallowed characters
        ("统计期限为2023年1月1日至2023年12月31日。", 2023),
        ("统计期限从20231月1日起至202312月31日止。", 2023),
        ("统计期限为202011日至1231日。", 2020),
        ("所列数据的统计期限自202111日起至20211230日止。", 2021),
        ("统计期限为2020年1月1日至202020年12月31日。", 2020),
        ("统计期限为２０２２年１月１日—１２月３１日。", 2022),
        ("统计期限为二〇二三年1月1日至12月31日。", 2023),
        # the sentence that announces it
        ("现公布云岭县青石镇人民政府2023年政府信息公开工作年度报告。", 2023),
        # what is no year of the report
        ("依据国办公开办函〔2019〕60号编制。", None),
        ("条例自2019年5月15日起施行。", None),
        ("网址 http://e.org/2019/202601/t20260115_1.html", None),
        ("2022年收到申请0件的情况不再列出。", None),
    ],
)
def test_the_year_of_a_title_without_one(text: str, year: int | None) -> None:
    assert identity(TITLE + text + "\n" + OVERVIEW + "概述。\n").year == year


@pytest.mark.parametrize(
    ("title", "text", "year"),
    [
        ("青石镇2023年", "统计期限为2022年1月1日至2022年12月31日。", 2023),
        ("青石镇2023年", "0件转结2024年办结，2022年收到申请0件。", 2023),
        ("2024年青石镇", "依据国办公开办函〔2019〕60号编制。", 2024),
        ("青石镇二〇二三年", "", 2023),
        ("青石镇2023", "", 2023),
        ("青石镇2022-2023年", "统计期限为2023年1月1日至2023年12月31日。", 2023),
        ("青石镇2022-2023年", "", None),
    ],
)
def test_a_year_in_the_title_decides(title: str, text: str, year: int | None) -> None:
    text = f"{title}政府信息公开工作年度报告\n{text}\n{OVERVIEW}"
    assert identity(text).year == year
    assert identity(text, 2019).year == 2019  # the register wins


@pytest.mark.parametrize(
    ("told", "signed", "year"),
    [
        ("2019年，青石乡认真贯彻条例。", "", 2019),
        ("2019年，青石乡认真贯彻条例。", "2020年1月20日", 2019),
        ("2019年，青石乡认真贯彻条例。", "2019年12月28日", 2019),
        ("2019年，青石乡认真贯彻条例。", "2022年1月20日", None),
        ("2019年以来，青石乡持续推进。", "", None),
        ("2024年，青石乡将继续努力。", "", None),
        ("2019年，青石乡认真贯彻条例。2020年，将继续努力。", "", None),
        ("青石乡认真贯彻条例。", "2024年1月20日", 2023),
        ("青石乡认真贯彻条例。", "二〇二四年一月二十日", 2023),
        ("青石乡认真贯彻条例。", "2024年9月20日", None),
        ("青石乡认真贯彻条例。", "", None),
    ],
)
def test_prose_and_signature_must_agree(told: str, signed: str, year: int | None) -> None:
    text = f"{TITLE}{OVERVIEW}{told}\n{OTHER}青石乡人民政府\n{signed}\n"
    assert identity(text).year == year


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024年1月17日", "2024-01-17"),
        ("  2024年 1月 17日  ", "2024-01-17"),
        ("２０２４年１月１７日", "2024-01-17"),
        ("二〇二四年一月十七日", "2024-01-17"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("二〇二四年十月二十日", "2024-10-20"),
        ("2024-01-17", "2024-01-17"),
        ("2024.1.17", "2024-01-17"),
        ("青石镇人民政府 2024年1月17日", "2024-01-17"),
        ("青石镇人民政府2024年1月17日", "2024-01-17"),
        ("日期：2024年1月17日", "2024-01-17"),
        ("2024年2月30日", ""),
        ("2024年13月1日", ""),
        ("2024年1月17日起，本镇收取信息处理费。", ""),
        ("自2024年1月17日至2024年1月20日", ""),
        ("", ""),
    ],
)
def test_the_day_of_the_signature(line: str, day: str) -> None:
    assert signed_on(("无。", "青石镇人民政府", line)) == day
    assert signed_on(("无。", "青石镇人民政府", line), after=3) == ""


BOXES = [
    ("发布日期：2024-01-15 17:36", "2024-01-15"),
    ("| 发布机构 | 青石镇 | 发布日期 | 2024-01-15 17:36 |", "2024-01-15"),
    ("公开日期\n|\n2024-01-15\n|", "2024-01-15"),
    ("公开日期\n\n2024年01月15日", "2024-01-15"),
    ("[发 布 时 间] 2024/1/15", "2024-01-15"),
    ("成文日期：2024-01-10 发布日期：2024-01-15", "2024-01-15"),
    ("成文日期：2024-01-10", "2024-01-10"),
    ("采集时间：2025-12-30", ""),
    ("2025年12月30日 星期二", ""),
    ("青石镇2023年政府信息公开工作年度报告\n来源：青石镇 时间：2024-01-15", "2024-01-15"),
    ("青石镇2023年政府信息公开工作年度报告 2024-01-15", "2024-01-15"),
    ("青石镇2023年政府信息公开工作年度报告\n（2024年1月15日）", "2024-01-15"),
    ("青石镇2023年政府信息公开工作年度报告\n2024-01-15 10:27:52 办公室 字体：大", "2024-01-15"),
    ("青石镇2023年政府信息公开工作年度报告\n2024年01月15日来源:1", "2024-01-15"),
    ("2024-01-15\n青石镇2023年政府信息公开工作年度报告", ""),
    ("青石镇2023年政府信息公开工作年度报告\n2024年1月15日起征求意见", ""),
]


@pytest.mark.parametrize(("box", "day"), BOXES)
def test_the_day_of_the_index_box(box: str, day: str) -> None:
    head = tuple(box.split("\n"))
    assert published_on((), head, "", 2023) == day


@pytest.mark.parametrize(
    ("day", "year", "counts"),
    [
        ("2023-11-02", 2023, True),
        ("2023-10-31", 2023, False),
        ("2026-12-31", 2023, True),
        ("2027-01-01", 2023, False),
        ("2024-01-15", None, False),
    ],
)
def test_a_day_that_cannot_be_is_left_out(day: str, year: int | None, counts: bool) -> None:
    assert published_on((), (f"发布日期：{day}",), "", year) == (day if counts else "")


def test_a_labelled_day_goes_before_the_signature_and_that_before_the_day_of_writing() -> None:
    signed = "2024-01-20"
    assert published_on((), ("发布日期：2024-01-22",), signed, 2023) == "2024-01-22"
    assert published_on((), ("成文日期：2024-01-10",), signed, 2023) == signed
    assert published_on((), ("发布日期：2030-01-10",), signed, 2023) == signed
    for page in ("2024-01-22", "来源：青石镇 日期：2024-01-22"):
        assert published_on((), ("青石镇2023年年报", page), signed, 2023) == signed
    assert published_on(("发布时间：2024-01-22",), (), signed, 2023) == "2024-01-22"


def test_the_day_of_a_whole_report() -> None:
    text = f"青石镇2023年{TITLE[3:]}{OVERVIEW}概述。\n{OTHER}青石镇人民政府\n2024年1月23日\n"
    assert identity(text).published == "2024-01-23"


@pytest.mark.parametrize(
    ("printed", "said", "day", "year"),
    [
        (2032, "统计期限为2023年1月1日至2023年12月31日。", "2024-01-10", 2023),
        (2024, "统计期限为2023年1月1日至2023年12月31日。", "2024-01-10", 2023),
        (2024, "统计期限为2023年1月1日至2023年12月31日。", "发布日期：2024-01-10", 2023),
        (2024, "2023年，青石镇认真贯彻条例。", "2024-01-10", 2023),
        (2023, "统计期限为2022年1月1日至2022年12月31日。", "2024-01-10", 2023),
        (2023, "统计期限为2022年1月1日至2022年12月31日。", "2023-12-28", 2023),
        (2024, "统计期限为2023年1月1日至2023年12月31日。", "", 2024),
        (2024, "概述。", "2024-01-10", 2024),
    ],
)
def test_a_year_that_was_not_over_gives_way(printed: int, said: str, day: str, year: int) -> None:
    text = f"青石镇{printed}年{TITLE[3:]}{OVERVIEW}{said}\n{OTHER}青石镇人民政府\n{day}\n"
    assert identity(text).year == year


def test_a_signature_of_the_year_itself_is_taken_as_printed() -> None:
    assert published_on((), (), "2023-01-20", 2023) == "2023-01-20"
    assert published_on((), ("发布日期：2024-01-22",), "2023-01-20", 2023) == "2024-01-22"
    assert published_on((), ("发布日期：2023-01-22",), "", 2023) == ""
    assert published_on((), (), "2022-12-30", 2023) == ""
