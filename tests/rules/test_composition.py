"""What a report rests on, of how many parts it is made up, its edition, and its part five."""

import pytest

from generator.form import SECTIONS, Edition
from generator.specimen import Specimen
from tests.rules.judged import judged

_FORM_2019 = "国办公开办函〔2019〕60号"
_PERIOD = "所列数据的统计期限为2023年1月1日至2023年12月31日。"
_FIVE = "、".join(section.zh for section in SECTIONS[:-1])
_LAST = SECTIONS[-1].zh
_QUOTED = "".join(f"“{section.zh}”" for section in SECTIONS[:-1])


def _opening(text: str) -> Specimen:
    return Specimen(prose={"": f"{text}\n{_PERIOD}"})


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"根据{_FORM_2019}要求，编制本报告。", "form_2019"),
        ("依据国办公开办函[2019]60号文件编制。", "form_2019"),
        ("依据国办公开办函【2019】60 号文件编制。", "form_2019"),
        ("依据国办公开办函（２０１９）６０号文件编制。", "form_2019"),
        ("依据国办公开办函201960号编制。", "form_2019"),
        ("按照《政府信息公开工作年度报告格式（试行）》编制。", "form_2019"),
        (
            f"根据《政府信息公开条例》（国务院令第711号，以下简称《条例》）和{_FORM_2019}等文件编制。",
            "form_2019",
        ),
        ("根据《政府信息公开条例》（国务院令第492号）编制。", "regulations_2007"),
        ("依据国务院第492号令编制。", "regulations_2007"),
        ("依照《政府信息公开条例》（2007年国务院令第492号）编制。", "regulations_2007"),
        ("根据《政府信息公开条例》第三十一条规定，现公布本年度报告。", "old_articles"),
        ("根据《条例》第三十一条、第三十二条的规定编制本年度报告。", "old_articles"),
    ],
)
def test_superseded_texts(text: str, cited: str) -> None:
    [finding] = judged(_opening(text)).of("STR-SUPERSEDED")
    assert (finding.severity.value, finding.facts["cited"]) == ("warning", cited)


@pytest.mark.parametrize(
    "text",
    [
        "自2008年《条例》（国务院令第492号）施行以来，公开工作不断进步。",
        "根据修订前的《政府信息公开条例》（国务院令第492号），报告于3月公布。",
        "根据《条例》（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订）编制。",
        "根据《政府信息公开条例》（国务院令第711号）编制。",
        f"根据国办公开办函〔2021〕30号编制，{_FORM_2019}同时废止。",
        f"根据《条例》（国务院令第711号）、国办公开办函〔2021〕30号和{_FORM_2019}编制。",
        f"不再按照{_FORM_2019}的格式编制。",
        f"2020年度报告按照{_FORM_2019}编制。",
        f"《{_FORM_2019}》",
        "根据国办公开办函〔2019〕61号编制。",
        "按照国办函〔2019〕60号要求推进工作。",
        "按照京政办发〔2019〕60号要求推进公开。",
        "根据《条例》第四十九条、第五十条编制本报告。",
        "根据《条例》第三十二条规定书面征求第三方意见3次。",
        "依据《信访工作条例》第三十二条编制信访年度报告。",
    ],
)
def test_the_past_and_other_texts_are_left_alone(text: str) -> None:
    assert judged(_opening(text)).outcome("STR-SUPERSEDED") == "pass"


def test_the_trial_form_is_right_for_its_years() -> None:
    specimen = Specimen(
        year=2020, proactive=2019, requests=2019, added={"": f"根据{_FORM_2019}编制。"}
    )
    assert judged(specimen).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        f"本报告由{_FIVE}、{_LAST}六部分组成。",
        f"本报告由{_FIVE}和{_LAST}等六个部分组成。",
        f"全文包括{_FIVE}及{_LAST}，共6个部分。",
        f"本报告共分六个部分：{_FIVE}、{_LAST}。",
        f"本报告由{_QUOTED}“{_LAST}”六部分组成。",
        "本报告包括以下六部分：" + "；".join(section.heading for section in SECTIONS) + "。",
        (
            "由总体情况，主动公开情况，申请处理情况，因政府信息公开工作被申请行政复议、提起行政诉讼情况，"
            "存在的主要问题及改进情况，其他需要报告的事项六部分组成。"
        ),
        "由总体情况、主动公开、依申请公开、行政复议和诉讼、存在问题、改进措施、其他七个部分组成。",
    ],
)
def test_as_many_parts_as_stated(text: str) -> None:
    assert judged(_opening(text)).outcome("STR-PARTCOUNT") == "pass"


@pytest.mark.parametrize(
    ("text", "stated", "listed"),
    [
        (f"本报告由{_FIVE}、{_LAST}七部分组成。", 7, 6),
        (f"本报告由{_FIVE}、{_LAST}等五部分组成。", 5, 6),
        (f"本报告由{_FIVE.replace(SECTIONS[4].zh + '、', '')}六部分组成。", 6, 5),
        (f"全文包括{_FIVE}六个部分。", 6, 5),
        (f"本报告共分六个部分：{_FIVE}。", 6, 5),
        (f"本报告由{_QUOTED}六部分组成。", 6, 5),
        (f"本报告由总体情况、主动公开、依申请公开、存在问题、{_LAST}等六部分组成。", 6, 5),
    ],
)
def test_more_or_fewer_parts_than_stated(text: str, stated: int, listed: int) -> None:
    [finding] = judged(_opening(text)).of("STR-PARTCOUNT")
    assert (finding.severity.value, finding.facts["stated"], finding.facts["listed"]) == (
        "notice",
        stated,
        listed,
    )


@pytest.mark.parametrize(
    "text",
    [
        "报告由总体情况、主动公开情况等六部分组成。",
        "报告由概述、主动公开情况、依申请公开情况、收费情况、复议诉讼情况、附表八部分组成。",
        "从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面开展。",
        "本报告由六部分组成。",
        "一部分群众对主动公开、依申请公开、复议诉讼了解不够。",
        f"由{_FIVE}、{_LAST}等部分组成。",
    ],
)
def test_lists_that_are_not_certain_are_left_alone(text: str) -> None:
    assert judged(_opening(text)).of("STR-PARTCOUNT") == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("存在公开不及时的问题，下一步将加强培训。", ""),
        ("（一）存在的主要问题\n一是公开不及时。\n（二）改进情况\n一是组织培训。", ""),
        ("无。", ""),
        ("本年度不存在问题。", ""),
        ("（一）存在的主要问题：\n无。\n（二）改进情况：\n无。", ""),
        (
            "工作中存在以下问题：一是公开内容的深度还不够；二是业务能力有待提高。\n无",
            "improvements",
        ),
        (
            "工作中存在以下问题：一是公开内容的深度还不够；二是业务能力有待提高。\n无。",
            "improvements",
        ),
        ("一是公开内容不全面，二是时效较差。\n无", "improvements"),
        ("一是公开内容不全面，二是更新较慢，今后将改进。\n无", ""),
        ("一是更新不及时。对此，我镇已安排专人每周更新网站。", ""),
        ("队伍力量薄弱。2024年拟增加1名工作人员。", ""),
        ("业务能力仍需进一步提升。今后定期组织学习。", ""),
        ("存在人员不足的短板；一是需加强学习；二是需配齐人员。", ""),
        ("公开内容仍不够全面。", "improvements"),
        ("问题是信息未能及时更新，目录没有细化。", "improvements"),
        ("问题是信息未能及时更新，已安排专人更新。", ""),
        ("公开意识有待增强，能力仍需进一步提升，内容不够丰富。", "improvements"),
        ("能力还需进一步提高，时效有待加强，制度不够完善。", "improvements"),
        ("下一步，继续做好政府信息公开，加强队伍建设。", "problems"),
    ],
)
def test_problems_and_improvements(text: str, lacking: str) -> None:
    found = judged(Specimen(prose={"problems": text})).of("STR-S5-BOTH")
    assert [(f.severity.value, f.facts["lacking"]) for f in found] == (
        [("warning", lacking)] if lacking else []
    )


@pytest.mark.parametrize("text", ["略。", "详见下表。", "[图片]", "（一）主要问题", ""])
def test_a_part_five_that_was_not_read(text: str) -> None:
    result = judged(Specimen(prose={"problems": text}))
    assert result.outcome("STR-S5-BOTH") == "not_assessable no_prose problems"


@pytest.mark.parametrize(
    ("year", "proactive", "requests", "found"),
    [
        (2023, 2021, 2021, []),
        (2023, 2019, 2021, [("warning", "proactive")]),
        (2023, 2019, 2019, [("warning", "proactive"), ("warning", "requests")]),
        (2020, 2021, 2019, [("warning", "proactive")]),
        (2019, 2021, 2021, [("notice", "proactive"), ("notice", "requests")]),
        (2019, 2019, 2019, []),
    ],
)
def test_editions(year: int, proactive: Edition, requests: Edition, found: list[object]) -> None:
    specimen = Specimen(year=year, proactive=proactive, requests=requests)
    assert [
        (f.severity.value, f.facts["table"]) for f in judged(specimen).of("STR-FORMAT-YEAR")
    ] == found


def test_what_the_form_asks_for_is_a_notice_in_its_first_year() -> None:
    specimen = Specimen(
        year=2019, proactive=2019, requests=2019, swaps=((SECTIONS[3].heading + "\n", ""),)
    )
    [finding] = judged(specimen).of("STR-SECTIONS")
    assert finding.severity.value == "notice"
