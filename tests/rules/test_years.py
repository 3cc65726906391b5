"""TX-YEAR and TX-SINCE: which years belong to another text, and which have every right to stand."""

import pytest

from generator.specimen import Specimen
from tests.rules.judged import judged


def _years(
    text: str, section: str = "overview", year: int = 2023, body: str = "云岭县青石镇"
) -> str:
    """The years that TX-YEAR names in a text, "" when it finds nothing."""
    found = judged(Specimen(body=body, year=year, prose={section: text})).of("TX-YEAR")
    assert all(finding.severity.value == "warning" for finding in found)
    assert len(found) <= 1
    return str(found[0].facts["stated"]) if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "2022年我镇收到依申请公开申请事项0件，在规定时限内答复0件。",
        "（二）依申请公开情况。2022年我镇收到政府信息公开申请3件，均已答复。",
        "（三）政府信息管理情况 2022年，青石镇人民政府办公室共制定规范性文件0件，废止0件。",
        "2022年，我镇通过财政预决算、社会救助等专栏主动公开政府信息共111条。",
        "2022年度，主动公开政府信息共111条。",
        "2022年全年累计发布各类信息520条，其中政务公开平台302条。",
        "2022年，青石镇认真贯彻国家和省、市关于政务公开的有关要求，扎实推进各项工作。",
        "2022年，我镇在县委、县政府的正确领导下，严格按照《条例》要求做好政府信息公开工作。",
        "2022年，我镇坚持以习近平新时代中国特色社会主义思想为指导，深化政务公开。",
        "2022年，我镇在信息公开工作取得一定成效，但还存在公开内容不够全面等问题。",
        "2022年我镇未有依申请公开情况。",
        "2022年，未收到公民、法人和其他组织提出的申请。",
        "2022年度本单位没有收取信息处理费。",
        "2022年收到申请7件，上年结转2件，全年办结8件，结转下年度继续办理1件。",
        "强化服务理念，2022年全镇依法规范办理政府信息公开申请。",
        "截至2022年12月31日，我镇累计主动公开政府信息135条。",
        "截至2022年底，我镇共公开政府信息135条。",
        "现将2022年政务信息公开工作情况报告如下：",
        "现将我镇2022年度政府信息公开工作情况汇报如下。",
        "２０２２年，我镇共受理申请20件。",
        "2022 年，我镇共受理申请 20 件。",
    ],
)
@pytest.mark.parametrize("wrong", [2020, 2022])
def test_work_of_the_year_told_under_another_year(text: str, wrong: int) -> None:
    for written, digits in (("2022", str(wrong)), ("２０２２", str(wrong))):
        text = text.replace(written, digits)
    assert _years(text) == str(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我镇共收到政府信息公开申请3件，均已答复。",
        "2024年，青石镇认真贯彻国家和省、市关于政务公开的有关要求。",
        "2024年度未收到政府信息公开申请。",
    ],
)
def test_a_year_that_lies_ahead(text: str) -> None:
    assert _years(text) == "2024"
    assert _years(text.replace("2024", "2025")) == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我镇主动公开政府信息111条。",
        "2023年，我镇主动公开政府信息111条，较2022年增加11条。",
        "2022年我镇公开信息100条，2023年公开120条，增长20%。",
        "2022年，我镇公开信息100条。2023年，我镇公开信息120条。",
        "2022年，我镇公开信息100条。\n2023年，我镇公开信息120条。",
        "2022年我镇公开信息100条，今年公开120条。",
        "与2022年相比，我镇公开信息增加20条。",
        "与上年相比，2022年我镇收到申请3件，本年5件。",
        "2022年结转申请2件，均已办结。",
        "2022年收到申请7件，其中2件结转本年度继续办理。",
        "上年（2022年）结转申请2件。",
        "2022年度结转的申请已于1月答复。",
        "2022年收到的1件申请已于1月答复1件。",
        "2022年12月收到申请1件，2023年1月答复。",
        "2022年，我镇被列为全省政务公开试点单位，积极探索。",
        "2022年，我镇荣获全县政务公开先进单位，发布信息100条。",
        "2022年，我镇开通微信公众号，共发布信息300条。",
        "2022年，我镇成立政务公开领导小组，持续推进政务公开。",
        "自2008年5月1日《政府信息公开条例》施行以来，我镇不断完善制度。",
        "2019年修订的《中华人民共和国政府信息公开条例》施行后，我镇认真落实。",
        "根据《政府信息公开条例》（2019年修订）和国办公开办函〔2021〕30号要求，编制本报告。",
        "根据国办发（2021）12号文件精神开展工作。",
        "按照《2022年政务公开工作要点》分工，我镇认真落实。",
        "按照县政府关于做好2022年政府信息公开年度报告编制工作的通知要求开展工作。",
        "2022年度政府信息公开工作年度报告已按时发布1份。",
        "按时编制并发布2022年度政府信息公开年度报告。",
        "2022年决算信息1条，2023年预算信息1条。",
        "2022年部门决算公开1条。",
        "2022年度考核中发现的问题，我镇已公开整改情况3条。",
        "2023年度未收取费用。2022年度亦未收取。",
        "2022年也没有收到申请。",
        "2022年，县政府办公室印发文件3件，我镇逐项落实。",
        "2022年，各村公开村务信息300条。",
        "2021—2025年，我镇将实施数字乡村建设。",
        "2021年至2023年，我镇共公开信息300条。",
        "2021年、2022年我镇公开信息各100条。",
        "2022年和2023年我镇均未收到申请。",
        "2022年以来，我镇不断完善公开制度。",
        "2022年来，我镇共公开信息300条。",
        "到2025年，基本建成数字政府，全镇公开信息3000条。",
        "2035年远景目标纲要已公开1件。",
        "我镇网站成立于2009年，2009年起公开信息。",
        "网址为http://www.qingshi.gov.cn/2022年/2022/index.html。",
        "联系电话：2022年8888件。",
        "2022年底，我镇完成机构改革。",
        "2020年疫情发生后，我镇累计公开疫情信息300条。",
        "2019年新修订的《条例》实施后，我镇共公开信息300条。",
        "2024年春节期间，我镇公开信息3条。",
        "2022年获批的项目，我镇均公开实施情况3条。",
        "2022年未办结申请1件，已答复1件。",
        "2022年上级检查发现我镇栏目更新不及时问题1条，已整改公开。",
        "2022年，全县共收到申请100件，我镇收到3件。",
        "2024年起，我镇每月公开信息10条。",
        "2022年第四季度收到申请1件，已于1月答复。",
        "2022年一般公共预算公开1条，“三公”经费公开1条。",
        "2022年度报告中，2022年公开信息100条应为120条。",
        "2021年公开信息100条。\n2022年公开信息110条。\n2023年公开信息120条。",
        "“2022年我镇公开信息100条”是上一份报告的数字。",
        "2022年，我镇按照《条例》完善了公开指南，沿用至今。",
        "截至2022年底，我镇共公开信息100条；截至2023年底共公开220条。",
    ],
)
def test_years_that_may_stand(text: str) -> None:
    assert _years(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我镇将继续坚持以公开为常态，发布信息不少于200条。",
        "2024年，我镇认真做好政务公开，计划开展培训4次，发布信息200条。",
        "2024年，我镇严格按照要求做好公开。",
        "2024年将公开信息200条。",
    ],
)
def test_plans_of_the_next_year(text: str) -> None:
    assert _years(f"存在的主要问题是公开不够及时。下一步打算：{text}", "problems") == ""


def test_a_title_whose_year_was_not_over() -> None:
    title = "云岭县青石镇2024年政府信息公开工作年度报告"
    [finding] = judged(Specimen(title=title)).of("TX-YEAR")
    assert (finding.line, finding.facts["stated"], finding.facts["year"]) == (1, "2024", 2023)
    assert judged(Specimen(title=title.replace("2024", "2023"))).outcome("TX-YEAR") == "pass"


def test_a_wrapped_line_does_not_begin_a_statement() -> None:
    above = "我镇全年主动公开政府信息，数量在全县各乡镇当中排在前列，明显高于"
    assert _years(f"{above}\n2022年我镇公开信息100条。") == ""
    assert _years(f"{above}去年。\n2022年我镇公开信息100条。") == "2022"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("我镇认真编制了《青石镇2022年政府信息公开工作年度报告》。", "2022"),
        ("现发布《青石镇2022年政府信息公开工作年度报告》，请监督。", "2022"),
        ("我镇认真编制了《青石镇2023年政府信息公开工作年度报告》。", ""),
        ("按照《关于做好2022年政府信息公开工作年度报告编制工作的通知》编制本报告。", ""),
        ("参照编制《2022年政府信息公开工作年度报告》的要求编制本报告。", ""),
    ],
)
def test_the_report_by_its_title(text: str, stated: str) -> None:
    said = f"{text}统计期限为2023年1月1日至2023年12月31日。"
    assert _years(said, "") == stated
    assert _years(f"按时{text[2:]}") == ""


def test_above_the_first_heading_only_the_announcement_counts() -> None:
    assert (
        _years(
            "现公布青石镇2022年政府信息公开工作年度报告。统计期限为2023年1月1日至2023年12月31日。",
            "",
        )
        == "2022"
    )
    menu = "2022年政府信息公开年报\n2021年青石镇政府信息公开工作年度报告\n2022年我镇公开信息100条"
    assert _years(menu, "") == ""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("云岭县和平回族乡", "2022年，和平乡坚持以习近平新时代中国特色社会主义思想为指导。"),
        ("云岭区河滨街道", "2022年度云岭区河滨街道收取信息处理费情况为：发出收费通知0件。"),
        ("云岭县人民政府", "2022年，我县认真贯彻落实《条例》。"),
    ],
)
def test_the_body_by_its_name(body: str, text: str) -> None:
    assert _years(text, body=body) == "2022"


def test_the_finding_tells_year_place_and_lines() -> None:
    prose = {"overview": "2022年我镇收到申请0件。\n公开及时。\n2021年度未收取费用。"}
    [finding] = judged(Specimen(prose=prose)).of("TX-YEAR")
    assert finding.line == 4
    assert finding.facts == {"year": 2023, "stated": "2021 2022", "statements": 2, "lines": "4 6"}
    assert finding.message.zh == (
        "报告年度为2023年；文中写有：“2022年我镇收到申请0件”（第4行）；“2021年度未收取费用”（第6行）。"
    )


def test_without_a_year_nothing_can_be_said() -> None:
    specimen = Specimen(
        title="云岭县青石镇政府信息公开工作年度报告", prose={"": "编制本报告。"}, date=""
    )
    result = judged(specimen)
    assert result.outcome("TX-YEAR") == result.outcome("TX-SINCE") == "not_assessable no_year"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2023年以来，我镇扎实推进政务公开。", [4]),
        ("2023年来，我镇扎实推进政务公开。", [4]),
        ("2023年度以来我镇公开信息3条。\n公开及时。\n自2023年以来，共受理0件。", [4, 6]),
        ("2023 年以来，我镇扎实推进政务公开。", [4]),
        ("2022年以来，我镇扎实推进政务公开。", []),
        ("2023年5月以来，我镇开展培训。", []),
        ("2023年来访群众120人次，2023年来信3件。", []),
        ("2023年，我镇扎实推进政务公开。", []),
        ("近年来，我镇扎实推进政务公开。", []),
        ("2023年，我镇学习《关于2023年以来政务公开情况的通报》。", []),
    ],
)
def test_since(text: str, lines: list[int]) -> None:
    found = judged(Specimen(prose={"overview": text})).of("TX-SINCE")
    assert [f.line for f in found] == lines[:1]
    assert [f.facts["count"] for f in found] == [len(lines)] * bool(lines)
    assert all(str(line) in f.message.zh for f in found for line in lines)


def test_a_long_statement_is_shown_as_cut() -> None:
    told = (
        "2022年，青石镇政府办公室共制定规范性文件0件，废止规范性文件0件，现行有效的规范性文件0件。"
    )
    [finding] = judged(Specimen(added={"problems": told})).of("TX-YEAR")
    assert "规范性文件0件，现行有效的…”" in finding.message.zh
