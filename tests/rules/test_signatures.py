"""TX-PLACE and TX-LEVEL on who signs: another township, or the own name as that of another kind."""

import pytest

from generator.model import Severity
from generator.specimen import Specimen
from tests.rules.judged import Judged, judged

PLACE, LEVEL = "TX-PLACE", "TX-LEVEL"
XUYING = "获嘉县徐营镇"  # 新乡市, 河南省


def signed(signature: str, body: str = XUYING, date: str | None = None) -> Judged:
    """What the rules say of a report with this signature above its date."""
    return judged(Specimen(body=body, signature=signature, date=date))


@pytest.mark.parametrize(
    ("signature", "name", "where"),
    [
        ("怀集县诗洞镇人民政府", "怀集县诗洞镇人民政府", "441224114，广东省 › 肇庆市 › 怀集县"),
        ("诗洞镇政府办公室", "诗洞镇政府办公室", "441224114，广东省 › 肇庆市 › 怀集县"),
        ("  诗 洞 鎮 人 民 政 府（盖章）", "诗洞镇人民政府", "441224114，广东省 › 肇庆市 › 怀集县"),
        ("诗洞镇", "诗洞镇", "441224114，广东省 › 肇庆市 › 怀集县"),
        ("黄堤镇人民政府", "黄堤镇人民政府", "410724102，河南省 › 新乡市 › 获嘉县"),
        ("获嘉县中和镇人民政府", "获嘉县中和镇人民政府", "410724103，河南省 › 新乡市 › 获嘉县"),
        ("青石镇人民政府", "青石镇人民政府", ""),  # not in the list
        ("和平镇人民政府", "和平镇人民政府", ""),  # of which there are many
    ],
)
def test_another_township_that_signs_is_found(signature: str, name: str, where: str) -> None:
    result = signed(signature)
    (found,) = result.of(PLACE)
    assert found.severity is Severity.WARNING
    there = f"（区划代码{where}）" if where else ""
    assert found.message.zh == f"标题写的是{XUYING}，落款写的是{name}{there}。"
    assert f"The title says {XUYING}; the signature says {name}" in found.message.en
    line = next(p.line for p in result.report.paragraphs if p.text.strip() == signature.strip())
    assert found.line == line


def test_the_date_may_stand_in_the_line_of_the_signature_or_be_missing() -> None:
    for signature, date in (
        ("诗洞镇人民政府 2024年1月20日", ""),
        ("诗洞镇人民政府", ""),
        ("诗洞镇人民政府", "二〇二四年一月二十日"),
    ):
        assert len(signed(signature, date=date).of(PLACE)) == 1, (signature, date)


def test_the_contradiction_leaves_the_body_unresolved() -> None:
    body = signed("怀集县诗洞镇人民政府").report.body
    assert (body.division_code, body.resolution.value) == ("", "unknown")


def test_what_the_prose_names_is_still_looked_up_from_the_title() -> None:
    specimen = Specimen(
        body=XUYING, signature="怀集县诗洞镇人民政府", added={"problems": "柴关乡将完善目录。"}
    )
    assert [one.facts["name"] for one in judged(specimen).of(PLACE)] == [
        "怀集县诗洞镇人民政府",
        "柴关乡",
    ]


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        (XUYING, "徐营镇人民政府"),
        (XUYING, "徐营镇政府"),
        (XUYING, "河南省新乡市获嘉县徐营镇人民政府"),
        (XUYING, "獲嘉縣徐營鎮人民政府"),
        (XUYING, "徐营镇人民政府办公室"),
        (XUYING, "徐营镇党政综合办公室"),
        (XUYING, "中共徐营镇委员会"),
        (XUYING, "徐营乡人民政府"),
        (XUYING, "徐营街道办事处"),
        (XUYING, "获嘉县人民政府"),
        (XUYING, "怀集县人民政府"),
        (XUYING, "获嘉县政务公开办公室"),
        (XUYING, "诗洞镇便民服务中心"),
        (XUYING, "我镇"),
        (XUYING, "抄送：诗洞镇人民政府"),
        ("徐营镇", "获嘉县徐营镇人民政府"),
        ("徐营镇人民政府", "徐营镇"),
        ("北京市通州区于家务回族乡", "于家务乡人民政府"),
        ("于家务乡", "于家务回族乡人民政府"),
        ("荔湾区南源街道", "南源街道办事处"),
        ("荔湾区南源街道办事处", "广州市荔湾区人民政府南源街道办事处"),
        ("朝阳区南磨房地区办事处", "南磨房乡人民政府"),
        ("房山区拱辰街道", "良乡地区办事处"),
        ("沙河市柴关镇", "柴关乡人民政府"),
        ("云岭县青石镇", "青石镇人民政府"),
        ("青石镇", "云岭县青石镇人民政府"),
        ("获嘉县财政局", "诗洞镇人民政府"),
        ("获嘉县", "诗洞镇人民政府"),
    ],
)
def test_the_same_name_in_another_form_or_no_township_is_no_finding(
    body: str, signature: str
) -> None:
    assert signed(signature, body=body).of(PLACE) == []


def test_a_list_of_townships_below_a_report_is_no_signature() -> None:
    for signature, date in (
        ("徐营镇人民政府\n2024年1月20日\n诗洞镇人民政府", "2024年1月20日"),
        ("诗洞镇人民政府\n2024年1月20日\n黄堤镇人民政府", "2024年1月20日"),
        ("诗洞镇", ""),
        ("诗洞镇人民政府\n责任编辑", ""),
    ):
        assert signed(signature, date=date).of(PLACE) == [], signature


def test_a_title_without_a_township_is_not_set_against_the_signature() -> None:
    title = "2023年政府信息公开工作年度报告"
    found = judged(Specimen(body=XUYING, title=title, signature="诗洞镇人民政府")).of(PLACE)
    assert not [one for one in found if "titled" in one.facts]


def said(sentence: str, body: str = XUYING) -> Judged:
    """What the rules say of a report with this sentence in its overview."""
    return judged(Specimen(body=body, added={"overview": sentence}))


@pytest.mark.parametrize(
    ("sentence", "printed", "kind"),
    [
        ("2022年，徐营乡认真落实县委、县政府部署。", "徐营乡", "乡"),
        ("徐营街道认真落实县委、县政府部署。", "徐营街道", "街道"),
        ("今年徐营乡党委高度重视公开工作。", "徐营乡", "乡"),
        ("获嘉县徐营乡政府严格落实各项要求。", "徐营乡", "乡"),
        ("徐營鄉積極公開信息。", "徐營鄉", "乡"),
    ],
)
def test_the_own_name_as_that_of_another_kind_is_found(
    sentence: str, printed: str, kind: str
) -> None:
    (found,) = said(sentence).of(LEVEL)
    assert (found.facts["printed"], found.severity) == (printed, Severity.NOTICE)
    assert f"写作“{printed}”；徐营镇是镇。" in found.message.zh
    english = {"乡": "township", "街道": "sub-district"}[kind]
    assert f"“{printed}” ({english})" in found.message.en


def test_a_signature_by_another_kind_is_found_at_its_line() -> None:
    result = signed("徐营乡人民政府")
    (found,) = result.of(LEVEL)
    assert found.facts["printed"] == "徐营乡"
    line = next(p.line for p in result.report.paragraphs if p.text == "徐营乡人民政府")
    assert found.line == line


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (XUYING, "徐营镇认真落实各项要求。"),
        (XUYING, "徐营乡派出所认真落实各项要求。"),
        (XUYING, "徐营乡中心小学按照要求公开。"),
        (XUYING, "徐营街道路已硬化，徐营街道两侧已绿化。"),
        (XUYING, "原徐营乡政府认真落实各项要求，大徐营乡认真落实。"),
        (XUYING, "地址：徐营乡政府院内。"),
        (XUYING, "学习《徐营乡认真落实方案》。"),
        (XUYING, "徐营乡认真落实各项要求，2022年撤乡设镇。"),
        (XUYING, "徐营乡认真落实各项要求，后更名为徐营镇。"),
        ("和平镇", "和平乡认真落实各项要求。"),  # there are such places
        ("沙河市柴关镇", "柴关乡认真落实各项要求。"),  # the list has the older name
        ("获嘉县财政局", "徐营乡认真落实各项要求。"),
    ],
)
def test_institutions_history_and_other_places_are_no_misnomers(body: str, sentence: str) -> None:
    assert said(sentence, body=body).of(LEVEL) == []
