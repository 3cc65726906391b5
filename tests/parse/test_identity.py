"""Title, body, year and main headings, however they are laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import form
from generator.model import BodyKind, Resolution, Source
from generator.parse.title import squeezed
from generator.specimen import Specimen, written
from tests.parse.identified import body, identity
from tests.rules.judged import read

WORDS = "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("title", "body", "name", "kind", "year"),
    [
        (f"沙河市柴关乡2023年{WORDS}", "沙河市柴关乡", "柴关乡", "township", 2023),
        (f"2023年和平镇{WORDS}", "和平镇", "和平镇", "township", 2023),
        ("巨各庄镇2023年政府信息公开年报", "巨各庄镇", "巨各庄镇", "township", 2023),
        (f"获嘉县徐营镇２０２４年{WORDS}", "获嘉县徐营镇", "徐营镇", "township", 2024),
        (f"获嘉县徐营镇 2024 年度{WORDS}", "获嘉县徐营镇", "徐营镇", "township", 2024),
        (
            f"北京市通州区于家务回族乡人民政府2023年{WORDS}",
            "北京市通州区于家务回族乡人民政府",
            "于家务回族乡",
            "township",
            2023,
        ),
        (
            f"白银市白银区人民路街道办事处2022年{WORDS}",
            "白银市白银区人民路街道办事处",
            "人民路街道",
            "subdistrict",
            2022,
        ),
        (f"江岸区大智街道2022年{WORDS}", "江岸区大智街道", "大智街道", "subdistrict", 2022),
        (
            f"巴林右旗索博日嘎苏木2021年{WORDS}",
            "巴林右旗索博日嘎苏木",
            "索博日嘎苏木",
            "township",
            2021,
        ),
        (f"云岭县财政局2023年{WORDS}", "云岭县财政局", "财政局", "department", 2023),
        (f"云岭县人民政府2023年{WORDS}", "云岭县人民政府", "云岭县", "county", 2023),
        (f"关于2023年度云岭县青石镇{WORDS}", "云岭县青石镇", "青石镇", "township", 2023),
    ],
)
def test_a_title_names_body_and_year(
    title: str, body: str, name: str, kind: str, year: int
) -> None:
    found = identity(written(Specimen(title=title, prose={"": "编制本报告。"})))
    assert found.title == title.replace(" ", "")
    assert found.title_line == 1
    assert (found.body.printed, found.body.name) == (body, name)
    assert (found.body.kind, found.year) == (BodyKind(kind), year)
    assert found.body.resolution is Resolution.UNKNOWN
    assert found.body.division_code == ""


def test_a_name_that_reads_as_a_verb_is_no_other_publisher() -> None:
    """The Buyei people (布依族) stand behind a 发 here; nothing is published (发布) by another."""
    name = "威宁彝族回族苗族自治县新发布依族乡"
    found = body(written(Specimen(title=f"{name}2023年{WORDS}", body=name)))
    assert (found.name, found.division_code) == ("新发布依族乡", "520526201")


def test_a_title_on_two_lines_is_joined() -> None:
    report = read(Specimen(title=f"\n云岭县青石镇人民政府\n2023年{WORDS}"))
    assert report.title == f"云岭县青石镇人民政府2023年{WORDS}"
    assert (report.title_line, report.year) == (2, 2023)
    assert report.body.name == "青石镇"


def test_a_title_without_a_year_takes_it_from_the_period() -> None:
    period = "本报告所列数据的统计期限为2022年1月1日起至2022年12月31日止。"
    title = f"云岭县青石镇{WORDS}"
    assert read(Specimen(title=title, prose={"": period})).year == 2022
    assert read(Specimen(title=title, prose={"": "概述。"}, date="2024年1月20日")).year == 2023
    assert read(Specimen(title=title, prose={"": "概述。"}, date="")).year is None


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《政府信息公开条例》要求，编制2023年政府信息公开工作年度报告。",
        "现将2023年政府信息公开工作年度报告公布如下：",
    ],
)
def test_a_sentence_is_no_title(sentence: str) -> None:
    report = read(Specimen(title="", prose={"": sentence}))
    assert (report.title, report.title_line) == ("", None)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("一、总体情况", "一、"),
        ("1．总体情况", "1．"),
        ("1. 总体情况", "1."),
        (" 一、总体情况", "一、"),
        ("\u3000\u3000一、总体情况", "一、"),
        ("[bookmark: _GoBack]一、总体情况", "一、"),
        ("总体情况", ""),
        ("一、总体情况：", "一、"),
        ("## 一、总体情况", "一、"),
        ("一、工作总体情况", "一、"),
    ],
)
def test_a_main_heading_is_found_whatever_its_numbering(printed: str, number: str) -> None:
    report = read(Specimen(swaps=(("一、总体情况", printed),)))
    assert [section.key for section in report.sections] == [s.key for s in form.SECTIONS]
    assert report.sections[0].number == number
    assert report.sections[0].line == 3


@pytest.mark.parametrize(
    "line", ["（一）总体情况", "1、加强培训", "总体情况良好。", "（2）主动公开"]
)
def test_a_sub_heading_is_no_section(line: str) -> None:
    report = read(Specimen(prose={"problems": line}))
    assert [section.key for section in report.sections] == [s.key for s in form.SECTIONS]
    assert [p.text for p in report.prose("problems")] == [line]


def test_prose_belongs_to_the_section_it_stands_in() -> None:
    texts = {section.key: f"这是{section.zh}的一句话。" for section in form.SECTIONS}
    report = read(Specimen(prose={"": "开头。", **texts}, signature="", date=""))
    assert {p.section: p.text for p in report.paragraphs} == {
        **texts,
        "": "开头。",
    }
    assert [p.text for p in report.prose("proactive")] == [texts["proactive"]]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("云岭区住房和城市更新局", "住房和城市更新局"),
        ("云岭市城市管理委员会", "城市管理委员会"),
        ("邹城市城市管理局", "城市管理局"),
        ("云岭县专业市场发展中心", "专业市场发展中心"),
        ("云岭县市场监督管理局", "市场监督管理局"),
        ("云岭县社区服务中心", "社区服务中心"),
        ("云岭市经济开发区管理委员会", "经济开发区管理委员会"),
        ("云岭市工业园区青石街道", "青石街道"),
    ],
)
def test_the_own_name_of_a_body_holds_no_division(printed: str, name: str) -> None:
    assert read(Specimen(body=printed)).body.name == name


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("自2023年1月1日起至2023年12月31日止。", (2023, 2023, 12, 31)),
        ("２０２３年１月１日—１２月３１日。", (2023, 2023, 12, 31)),
        ("2010年1月1日至2009年12月31日。", (2010, 2009, 12, 31)),
        ("统计期限从2023年1月1日至12月31止。", (2023, 2023, 12, 31)),
        ("起止时间为2023年1月1日至12月31号。", (2023, 2023, 12, 31)),
    ],
)
def test_a_statistical_period(sentence: str, period: tuple[int, int, int, int]) -> None:
    (found,) = read(Specimen(prose={"": sentence})).periods
    assert (found.first_year, found.last_year, found.last_month, found.last_day) == period
    assert found.line == 2


@pytest.mark.parametrize(
    ("registered", "shown"), [("", "2024-01-23"), ("2024-02-01", "2024-02-01")]
)
def test_the_register_goes_before_the_printed_day(registered: str, shown: str) -> None:
    found = identity(f"青石镇2023年{WORDS}\n发布日期：2024-01-23\n一、总体情况\n概述。\n")
    source = Source("a.txt", "txt", "utf-8", 0, "", published_on=registered)
    assert found.dated(source).published_on == shown


def test_an_empty_text_has_no_identity() -> None:
    found = identity("")
    assert (found.title, found.title_line, found.year, found.published) == ("", None, None, "")
    assert (found.body.printed, found.body.kind) == ("", BodyKind.UNKNOWN)


PIECES = st.sampled_from(
    [
        *(
            "青石镇",
            "云岭县",
            "人民政府",
            "2023年",
            "二〇二三年",
            "二〇二四年十十月三十日",
            "2024年2月30日",
        ),
        *(
            "政府信息公开",
            "工作年度报告",
            "年报",
            "标题：",
            "发布日期：",
            "发布机构",
            "|",
            "\t",
            "\n",
            "\n\n",
        ),
        *(
            "一、总体情况\n",
            "六、其他需要报告的事项\n",
            "首页 > ",
            "统计期限为20231月1日起至",
            "网站",
            "地址：",
        ),
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_any_text_has_an_identity_or_none(text: str) -> None:
    found = identity(text)
    lines = text.split("\n")
    assert (found.title_line is None) == (found.title == "")
    if found.title_line:
        assert 1 <= found.title_line <= len(lines)
        assert found.title in "".join(map(squeezed, lines))
    assert found.year is None or 2000 <= found.year <= 2050
