"""Part one: its topics in any words, its numbers, and what a government accounts for."""

import pytest

from generator.specimen import Specimen
from tests.rules.judged import judged


def _facts(rule: str, text: str) -> list[object]:
    """What a rule finds in a report with this text as part one."""
    found = judged(Specimen(prose={"overview": text})).of(rule)
    return [finding.facts.get("lacking", "") for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "主动公开、依申请公开、政府信息管理、平台建设、监督保障均按要求开展。",
        "公布信息52条；受理公开申请2件；先审后发；更新政务网站；定期组织业务培训。",
        "及时发布政策文件，妥善答复申请人，严把保密关，维护好“两微一端”，压实责任。",
        "推送信息86条。没有收到公开申请。实行三审三校。开设政务公开专栏。接受群众监督。",
        "（一）主动公开情况\n（二）申请公开情况\n（三）信息管理情况\n（四）网站建设情况\n（五）保障情况。",
    ],
)
def test_topics_in_other_words_are_there(text: str) -> None:
    assert not _facts("STR-S1-TOPICS", text)


@pytest.mark.parametrize(
    ("text", "severity", "lacking"),
    [
        ("主动公开、依申请公开、信息管理、平台均好。", "notice", "supervision"),
        ("主动公开信息20条，审核严格，开展培训，网站更新及时。", "notice", "requests"),
        ("主动公开信息20条，严格审核，开展培训。", "warning", "requests platform"),
        ("主动公开、依申请公开均按规定办理。", "warning", "management platform supervision"),
    ],
)
def test_topics_that_are_missing(text: str, severity: str, lacking: str) -> None:
    [finding] = judged(Specimen(prose={"overview": text})).of("STR-S1-TOPICS")
    assert (finding.severity.value, finding.facts["lacking"]) == (severity, lacking)


def test_a_topic_beside_its_table_is_there() -> None:
    text = "主动公开信息20条，严格审核，更新网站，开展培训。"
    prose = {"overview": text, "requests": "全年未收到政府信息公开申请。"}
    assert judged(Specimen(prose=prose)).of("STR-S1-TOPICS") == []


@pytest.mark.parametrize("text", ["", "（略）", "[图片]", "详见附件。", "（一）主动公开"])
@pytest.mark.parametrize("rule", ["STR-S1-TOPICS", "STR-S1-ACCOUNT", "STR-S1-COUNT"])
def test_what_was_not_read_is_not_missing(rule: str, text: str) -> None:
    result = judged(Specimen(prose={"overview": text}))
    assert result.outcome(rule) == "not_assessable no_prose overview"


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("政务公开纳入年度绩效考评，群众满意度测评为98%。", []),
        ("未发生责任追究情形，社会评议良好。", []),
        ("工作考核优秀，未被问责。", []),
        ("将公开工作列入考核。", ["appraisal accountability"]),
        ("没有责任追究。", ["assessment appraisal"]),
        ("认真监督，强化保障。", ["assessment appraisal accountability"]),
    ],
)
def test_accounts(text: str, lacking: list[str]) -> None:
    assert _facts("STR-S1-ACCOUNT", text) == lacking


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("云岭县青石街道", "not_assessable not_a_government subdistrict"),
        ("云岭县财政局", "not_assessable not_a_government department"),
        ("云岭县青石乡", "fail"),
        ("云岭县", "fail"),
    ],
)
def test_only_governments_account(body: str, outcome: str) -> None:
    specimen = Specimen(body=body, signature="", prose={"overview": "认真监督，强化保障。"})
    assert judged(specimen).outcome("STR-S1-ACCOUNT") == outcome


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开政府信息206条。",
        "发布各类信息三百余条。",
        "通过微信公众号推送文章120篇，村务公开栏张贴45期。",
        "公开政府信息５６条。",
        "今年公开信息近千条。",
        "主动公开各类信息总量达86。\n其中网站40条。",
        "主动公开信息：政策文件类12；动态类30；公示类8。",
        "在县政府网站发布机构职能类信息2条、规划计划类1条。",
        "制发规范性文件3件，全部公开。",
        "信息公开数量：118条",
    ],
)
def test_a_number_disclosed(text: str) -> None:
    assert not _facts("STR-S1-COUNT", text + "。以上为主要情况。")


@pytest.mark.parametrize(
    "text",
    [
        "依法主动公开政府信息，收到政府信息公开申请3件，均已答复。",
        "按照《条例》第二十条主动公开政府信息。",
        "组织培训2次，主动公开内容更加规范。",
        "2023年度，公开工作扎实。依申请公开0件。",
        "依申请公开数量为0，未收到申请。",
        "主动做好公开。接待咨询20人次。",
    ],
)
def test_no_number_disclosed(text: str) -> None:
    assert len(_facts("STR-S1-COUNT", text)) == 1


@pytest.mark.parametrize(
    ("rule", "year", "outcome"),
    [
        ("STR-S1-TOPICS", 2020, "not_assessable before_2021 2020"),
        ("STR-S1-COUNT", 2020, "not_assessable before_2021 2020"),
        ("STR-S1-ACCOUNT", 2018, "not_assessable before_2019 2018"),
        ("STR-S5-BOTH", 2018, "not_assessable before_2019 2018"),
        ("STR-SECTIONS", 2018, "not_assessable before_2019 2018"),
        ("STR-NUMBERING", 2018, "not_assessable before_2019 2018"),
        ("STR-CELLS", 2018, "not_assessable before_2019 2018"),
        ("STR-FORMAT-YEAR", 2018, "not_assessable before_2019 2018"),
    ],
)
def test_rules_of_later_years(rule: str, year: int, outcome: str) -> None:
    specimen = Specimen(
        year=year,
        proactive=2019,
        requests=2019,
        prose={"overview": "主动公开、依申请公开均按规定办理。"},
    )
    assert judged(specimen).outcome(rule) == outcome
