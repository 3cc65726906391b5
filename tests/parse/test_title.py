"""Titles as they are printed on real pages, and the bodies they name."""

import csv

import pytest

from generator.model import BodyKind
from generator.parse.title import body_of
from generator.simplified import simplified
from tests.conftest import ROOT
from tests.parse.identified import body, identity

WORDS = "政府信息公开工作年度报告"
DATA = ROOT / "tests/layouts/data"
with (DATA / "index.csv").open(encoding="utf-8") as _index:
    LAYOUTS = [row for row in csv.DictReader(_index) if row["file"].endswith(".txt")]
REST = "\n一、总体情况\n概述。\n"

# line as printed, body without its higher divisions, year, kind
TITLES = [
    (f"衢江区湖南镇2021年{WORDS}", "湖南镇", 2021, "township"),
    (f"越秀区人民政府北京街道办事处2020年{WORDS}", "北京街道", 2020, "subdistrict"),
    ("2024年托云县夏镇人民政府信息公开工作年度报告", "夏镇", 2024, "township"),
    (f"2022年度螺镇{WORDS}", "螺镇", 2022, "township"),
    ("昌河县七家镇2023年政府信息公开 工作告年度报", "七家镇", 2023, "township"),
    (f"青石街道办事处2022年度 {WORDS}", "青石街道", 2022, "subdistrict"),
    ("青石乡政务公开年报", "青石乡", None, "township"),
    (f"彭江苗族土家族自治县走马乡人民政府\n2023年{WORDS}", "走马乡", 2023, "township"),
    ("云岭市青石局2024年度部门政府信息公开年度报告", "青石局", 2024, "department"),
    ("沅江縣二酉苗族鄉人民政府2020年政府信息公開工作年度報告", "二酉苗族乡", 2020, "township"),
    (f"青石镇2024年{WORDS}", "青石镇", 2024, "township"),
    ("2024 年上海市科委政府信息公开工作\n年度报告", "科委", 2024, "department"),
    (f"北京市通州区于家务回族乡人民政府\n\n2023年\n\n{WORDS}", "于家务回族乡", 2023, "township"),
    (f"沙河市柴关乡\n二〇二三年度{WORDS}", "柴关乡", 2023, "township"),
    (f"  青 石 镇 2 0 2 3 年 {WORDS}  ", "青石镇", 2023, "township"),
    ("青石镇2023政府信息公开工作年度报告", "青石镇", 2023, "township"),
    ("青石镇2023年信息公开年度报告", "青石镇", 2023, "township"),
    (f"关于２０２３年度云岭县青石镇{WORDS}", "青石镇", 2023, "township"),
    (f"【年报】青石镇2023年{WORDS}", "青石镇", 2023, "township"),
    (f"番禺区市桥街道2023年{WORDS}", "市桥街道", 2023, "subdistrict"),
    ("2023年青石镇政府信息公开工作报告", "青石镇", 2023, "township"),
    ("青石镇2023年度政府信息公开报告", "青石镇", 2023, "township"),
    ("青石镇2023年政府信息公开工作情况报告", "青石镇", 2023, "township"),
    (f"武昌区徐家棚街道办事处办公室2022年{WORDS}", "徐家棚街道", 2022, "subdistrict"),
    (f"浙江省金华市婺城区\n塔石乡人民政府\n2024年度{WORDS}", "塔石乡", 2024, "township"),
    (f"大余县\n河洞乡2024年{WORDS}", "河洞乡", 2024, "township"),
    (f"大余县河洞乡（2024年）{WORDS}", "河洞乡", 2024, "township"),
    (f"大余县河洞乡〔2024〕年{WORDS}", "河洞乡", 2024, "township"),
    (f"大余县河洞乡——2024年{WORDS}", "河洞乡", 2024, "township"),
    (f"大余县河洞乡人民政府——2024年{WORDS}", "河洞乡", 2024, "township"),
    (f"大余县河洞乡{WORDS}\n（2024年度）", "河洞乡", 2024, "township"),
]


@pytest.mark.parametrize(("printed", "name", "year", "kind"), TITLES)
def test_a_title_names_body_and_year(printed: str, name: str, year: int | None, kind: str) -> None:
    found = identity(printed + REST)
    assert found.title == "".join(printed.split())
    assert found.title_line == 1
    assert (found.body.name, found.year, found.body.kind) == (name, year, BodyKind(kind))
    assert found.body.printed in found.title


TITLE = f"沙河市柴关乡2023年{WORDS}"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("", 1),
        ("\n\n正文\n", 4),
        ("当前位置： 首页 > 政府信息公开 > 政府信息公开年报\n", 2),
        ("政务公开年报\n信息公开年报   其他    报告\n", 3),
        (f"标题：{TITLE}-沙河市政府网\n来源：http://e.org/2019/202601/\n", 3),
        (f"名称 | {TITLE} | ||\n", 2),
        (f"{TITLE}\n字号：大 中 小\n", 1),
        ("全县\n", 2),
        ("政务公开专区\n", 2),
        ("沙河市人民政府\n", 2),
        ("政府信息公开指南\n政府信息公开年度报告\n", 3),
    ],
)
def test_the_fullest_title_counts(before: str, line: int) -> None:
    found = identity(before + TITLE + REST)
    assert (found.title, found.title_line) == (TITLE, line)


@pytest.mark.parametrize(
    "printed",
    [
        f"标题：{TITLE}-沙河市政府网",
        f"标题：{TITLE}",
        f"邢台市人民政府-{TITLE}",
        f"沙河市政府网 _ {TITLE}",
        f"《{TITLE}》",
        f"{TITLE}-沙河市人民政府",
        f"{TITLE} 2024-01-28",
        f"{TITLE}（2024年1月28日）",
        f"当前位置：首页 > 年报 > {TITLE}",
        f"| 名 称 | {TITLE} | ||",
        f"名称\t{TITLE}\t\t",
        TITLE + "为做好政府信息公开工作，" * 12,
    ],
)
def test_a_title_that_stands_nowhere_else(printed: str) -> None:
    found = identity(printed + REST)
    assert (found.title, found.title_line) == (TITLE, 1)
    assert body(printed + REST).division_code == "130582203"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("本报告由汾西县和平镇人民政府编制。", "141034103"),
        ("本报告由汾西县和平镇党政综合办公室根据各站所数据编制。", "141034103"),
        ("本报告由镇人民政府办公室编制。", ""),
        ("本报告由党政办公室负责编制。", ""),
        ("全文由总体情况、主动公开等六部分组成，由汾西县政府办公室指导编制。", ""),
    ],
)
def test_who_compiled_a_report_tells_whose_it_is(sentence: str, code: str) -> None:
    assert body(f"2023年{WORDS}\n{sentence}{REST}").division_code == code
    assert body(f"和平镇2023年{WORDS}\n{sentence}{REST}").division_code == code


def test_the_site_behind_a_title_tells_where_the_place_lies() -> None:
    text = f"和平镇2023年{WORDS}-汾西县人民政府{REST}"
    assert identity(text).title == f"和平镇2023年{WORDS}"
    assert body(text).division_code == "141034103"


@pytest.mark.parametrize(
    "line",
    [
        "根据《政府信息公开条例》要求，编制2023年政府信息公开工作年度报告。",
        "现将2023年政府信息公开工作年度报告公布如下：",
        "《中华人民共和国政府信息公开工作年度报告格式》",
        "政府信息公开年报",
        "主动公开政府信息情况",
    ],
)
def test_other_lines_are_no_title(line: str) -> None:
    found = identity(line + REST)
    assert (found.title, found.title_line, found.body.printed) == ("", None, "")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "根据要求，现公布云岭县青石镇人民政府2023年政府信息公开工作年度报告。" + REST,
            "云岭县青石镇人民政府",
        ),
        (
            "| 发布机构 | 云岭县青石镇人民政府 | 发布日期 | 2024-01-15 17:36 |" + REST,
            "云岭县青石镇人民政府",
        ),
        ("发 布 机 构\n|\n青石镇人民政府\n|\n分类" + REST, "青石镇人民政府"),
        ("来源：沙河市柴关乡人民政府" + REST, "沙河市柴关乡人民政府"),
        (REST + "六、其他需要报告的事项\n无。\n柴关乡人民政府\n2024年1月17日\n", "柴关乡人民政府"),
        (
            REST + "六、其他需要报告的事项\n无。\n柴关乡人民政府（盖章） 2024年1月17日",
            "柴关乡人民政府",
        ),
        (
            f"2023年{WORDS}" + REST + "六、其他需要报告的事项\n无。\n青石镇人民政府",
            "青石镇人民政府",
        ),
        ("为做好我街道政府信息公开工作，编制本街道政府信息公开年度报告。" + REST, ""),
    ],
)
def test_without_a_name_in_the_title_others_name_the_body(text: str, printed: str) -> None:
    assert identity(text).body.printed == printed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{t}\n地址：山西省汾西县和平镇人民政府。", "141034103"),
        ("{t}\n请登录汾西县人民政府门户网站查询。", "141034103"),
        ("{t}\n如有疑问，请与汾西县和平镇人民政府办公室联系。", "141034103"),
        ("{t}\n所属地区：山西省 汾西县", "141034103"),
        ("来源：汾西县人民政府网\n{t}", "141034103"),
        ("{t}\n学习汾西县的经验。", ""),
        ("{t}\n参加县政府网站培训。", ""),
    ],
)
def test_the_region_may_stand_elsewhere(text: str, code: str) -> None:
    text = text.format(t=f"和平镇2023年{WORDS}")
    assert body(text + REST).division_code == code


@pytest.mark.parametrize("row", LAYOUTS, ids=lambda row: str(row["id"]))
def test_title_body_and_year_of_every_layout(row: dict[str, str]) -> None:
    text = (DATA / "files" / row["file"]).read_text(encoding="utf-8")
    found = identity(text)
    title = row["title"].replace(" ", "")
    assert found.title == (title if title in "".join(text.split()) else "")
    assert str(found.year) == row["year"]
    if found.title:  # the title may be shorter: 青石镇 for 云岭县青石镇人民政府
        own = found.body.printed.removesuffix("人民政府")
        assert own
        assert row["body"].removesuffix("人民政府").endswith(own)
    assert found.body.evidence.publishers or found.body.printed or not found.title


def test_the_name_of_a_body_is_read_from_traditional_characters() -> None:
    printed = body_of("沅江縣二酉苗族鄉人民政府2020年政府信息公開工作年度報告")
    assert printed == "沅江縣二酉苗族鄉人民政府"
    assert simplified(printed) == "沅江县二酉苗族乡人民政府"


@pytest.mark.parametrize(
    ("printed", "title", "name"),
    [
        (f"# 和平镇2023年{WORDS}", f"和平镇2023年{WORDS}", "和平镇"),
        (f"## 和平镇2023年{WORDS}", f"和平镇2023年{WORDS}", "和平镇"),
        (f"**和平镇2023年{WORDS}**", f"和平镇2023年{WORDS}", "和平镇"),
        (f"# **和平镇人民政府**\n# **2023年{WORDS}**", f"和平镇人民政府2023年{WORDS}", "和平镇"),
        (f"于家务回族乡2023年{WORDS}", f"于家务回族乡2023年{WORDS}", "于家务回族乡"),
        (f"2023年于集镇{WORDS}", f"2023年于集镇{WORDS}", "于集镇"),
        (f"关于于城镇2023年{WORDS}", f"关于于城镇2023年{WORDS}", "于城镇"),
        (f"关山镇关于2023年{WORDS}", f"关山镇关于2023年{WORDS}", "关山镇"),
        (f"2023年和平镇的{WORDS}", f"2023年和平镇的{WORDS}", "和平镇"),
        (
            f"于家务乡政办发〔2022〕30号 2023年{WORDS}",
            f"于家务乡政办发〔2022〕30号2023年{WORDS}",
            "",
        ),
    ],
)
def test_marks_and_words_around_a_name_are_taken_off(printed: str, title: str, name: str) -> None:
    found = identity(printed + REST)
    assert (found.title, found.body.name, found.year) == (title, name, 2023)


@pytest.mark.parametrize(
    ("sentence", "regions"),
    [
        ("学习借鉴长兴县人民政府门户网站栏目设置经验。", ()),
        ("赴长兴县政府网站运维中心学习。", ()),
        ("参照北京市政府网站标准发布信息。", ()),
        ("加强长兴县政府网站建设。", ()),
        ("本报告电子版可在长兴县人民政府门户网站下载。", ("本报告电子版可在长兴县",)),
    ],
)
def test_a_website_that_is_merely_mentioned_is_no_evidence(
    sentence: str, regions: tuple[str, ...]
) -> None:
    found = identity(f"和平镇2023年{WORDS}{REST}{sentence}\n")
    assert found.body.evidence.regions == regions


def test_a_title_holds_no_control_characters() -> None:
    found = identity(f"云岭县青石镇\x0b2023年\x1b{WORDS}\x07{REST}")
    assert found.title == f"云岭县青石镇2023年{WORDS}"
