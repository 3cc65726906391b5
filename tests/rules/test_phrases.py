"""Rules on phrases, repetitions, broken sentences, marks and admissions, on many sentences."""

import pytest

from generator.specimen import Specimen
from tests.rules.judged import judged


def _found(rule: str, text: str, section: str = "overview", year: int = 2023) -> int:
    """How many places a rule finds in a text; at most one finding, a notice."""
    found = judged(Specimen(year=year, prose={section: text})).of(rule)
    assert all(finding.severity.value == "notice" for finding in found)
    assert len(found) <= 1
    return sum(
        int(found[0].facts.get(key, 0)) for key in ("count", "lists", "clauses", "marks") if found
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("公开社会保障、安全生产，脱贫攻坚等信息。", 1),
        ("公开脱贫攻坚、乡村振兴等重点领域信息。", 1),
        ("坚决打赢脱贫攻坚战，公开相关政策。", 1),
        ("公开脱贫攻坚信息。\n围绕脱贫攻坚开展工作。", 2),
        ("了解基层党建、扫黑除恶专项斗争、安全生产等重点工作的落实情况。", 1),
        ("巩固拓展脱贫攻坚成果。", 0),
        ("做好巩固脱贫攻坚成果同乡村振兴有效衔接工作。", 0),
        ("公开脱贫攻坚与乡村振兴有效衔接政策。", 0),
        ("公开脱贫攻坚成果巩固情况。", 0),
        ("推进乡村振兴与脱贫攻坚有效衔接。", 0),
        ("脱贫攻坚取得全面胜利后，公开乡村振兴信息。", 0),
        ("弘扬脱贫攻坚精神，公开乡村振兴信息。", 0),
        ("2020年完成脱贫攻坚任务，公开相关信息。", 0),
        ("更新网站“脱贫攻坚”专栏和脱贫攻坚专栏。", 1),
        ("更新脱贫攻坚专栏。", 0),
        ("宣传《关于打赢脱贫攻坚战的决定》。", 0),
        ("常态化开展扫黑除恶斗争。", 0),
        ("推进常态化扫黑除恶专项斗争。", 0),
        ("扫黑除恶专项斗争常态化开展。", 0),
        ("公开扫黑除恶信息。", 0),
        ("公开扶贫、教育、医疗、社会保障等政策。", 0),
        ("公开精准扶贫、乡村振兴信息。", 0),
    ],
)
def test_campaigns(text: str, places: int) -> None:
    assert _found("TX-STALE", text) == places
    assert _found("TX-STALE", text, year=2021) == 0


def test_each_campaign_has_its_finding() -> None:
    text = "围绕脱贫攻坚、扫黑除恶专项斗争公开信息。"
    first, second = judged(Specimen(prose={"overview": text})).of("TX-STALE")
    assert [first.facts["phrase"], second.facts["phrase"]] == ["脱贫攻坚", "扫黑除恶专项斗争"]
    assert (first.at, second.at) == ("1", "2")


@pytest.mark.parametrize(
    "text",
    [
        "现将有关情况汇报如下现将一年来政府信息公开工作总结如下：",
        "现将工作情况报告如下：现将2023年政务公开工作情况汇报如下：",
        "进一步规范政府信息管理，加强和规范政府信息管理，做好公开。",
        "不断提高信息公开工作质量，着力提高信息公开工作质量。",
        "保障公开的权威性和准确性和及时性。",
        "提高公开的广度和深度和力度和精度。",
        "进一步进一步加强业务培训。",
        "我镇加强加强组织领导。",
        "成立政务公开领导小组领导小组，办公室设在党政办。",
        "通过通过微信公众号发布信息。",
        "按照县政府的的要求做好公开。",
        "保障群众的知情权、参与权、知情权。",
        "及时公开群众关心的行政许可、行政处罚、行政许可，接受监督。",
        "拓宽公开渠道，拓宽公开渠道，提升质量。",
        "明确专人负责信息发布，做到有人管，明确专人负责信息发布。",
        "我镇高度重视政务公开工作，落实专人负责。加强培训。我镇高度重视政务公开工作，落实专人负责。",
    ],
)
def test_words_that_stand_twice(text: str) -> None:
    assert _found("TX-DUPPHRASE", text) == 1


def test_what_stands_twice_is_told_once() -> None:
    said = "存在问题。现将有关情况报告如下现将有关情况报告如下。下一步将改进。"
    (finding,) = judged(Specimen(prose={"problems": said})).of("TX-DUPPHRASE")
    assert finding.facts["count"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "遵循“谁主管谁负责”、“先审核后公开”和“谁公开谁负责”的原则。",
        "保障人民群众的知情权、参与权、表达权和监督权。",
        "增强信息公开的有效性、科学性和合理性，增强信息公开的广度和深度。",
        "深化重点领域信息公开，推进财政信息公开，规范行政权力信息公开。",
        "云岭县青石镇人民政府政府信息公开工作由党政办负责。",
        "加强政府信息公开工作工作人员培训。",
        "设立政府信息公开公开栏、政务公开公开专区。",
        "未发生因政府信息公开引起的行政复议，未发生因政府信息公开引起的行政诉讼。",
        "共受理因政府信息公开提起的行政复议申请0件，共受理因政府信息公开提起的行政诉讼0件。",
        "完善政府信息公开工作领导机制，规范政府信息公开工作，充分发挥平台作用。",
        "一是加强组织领导，明确责任；二是加强队伍建设，明确责任。",
        "以便民为目的的公开，以群众满意为目的的服务。",
        "逐条逐项梳理，一件一件核对，一步一步推进。",
        "坚持应公开尽公开，应上网尽上网，应解读尽解读。",
        "主动公开政府信息12条，其中政策文件12条。",
        "建立健全考核监督、社会评议和责任追究制度，规范落实法定义务。",
        "提高工作人员的业务水平，提高群众的满意度。",
        "公开《青石镇公开制度》，学习《青石镇公开制度》。",
        "对属于公开范围的信息及时公开，对不属于公开范围的信息依法保密。",
        "及时更新政务公开目录、及时更新政务公开指南。",
        "做好主动公开工作，做好依申请公开工作。",
        "收到申请0件，办结0件，结转0件，收到复议0件，收到诉讼0件。",
        "为了了解群众的需求，开展了问卷调查。",
        "和平区和平区街道由城关镇城关镇村代管。",
        "线上加强政策宣传解读，线下加强政策宣传解读。",
        "公开，公开，再公开，做到应公开尽公开。",
        "保障公众的知情权、参与权、监督权，维护群众的知情权、表达权。",
        "内容涉及权威性和准确性，形式讲究多样性和便民性。",
    ],
)
def test_repetitions_that_are_meant(text: str) -> None:
    assert _found("TX-DUPPHRASE", text) == 0


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("主要问题：认识有待加强；二是内容不够全面；三是形式不够丰富。", 1),
        ("一是认识有待加强；三是形式不够丰富。", 1),
        ("一是认识有待加强；二是内容不全；二是形式不够丰富。", 1),
        ("一是认识不足。\n二是内容不全。\n四是形式单一。", 1),
        (
            "一是认识不足；二是内容不全；三是形式单一。措施：加强培训；二是丰富内容；三是创新形式。",
            1,
        ),
        ("按照政府信息公开的职责和任务，的政府信息公开工作领导小组负责日常工作。", 1),
        ("加强审查、的制度。", 1),
        ("主动公开信息12条，。", 1),
        ("共公开行政许可24件,。", 1),
        ("加强培训。。做好公开。", 1),
        ("公开机构职能、，领导信息。", 1),
        ("一是认识不足；二是内容不全；三是形式单一。", 0),
        ("一是认识不足。\n二是内容不全。\n三是形式单一。", 0),
        ("一是认识不足；二是内容不全。改进措施：一是加强培训；二是丰富内容。", 0),
        ("一是制度：一是审核；二是发布；三是归档。二是培训。三是考核。", 0),
        ("首先是认识不足；二是内容不全。", 0),
        ("第一，认识不足；二是内容不全。", 0),
        ("一要提高认识；二要丰富内容；三要加强培训。", 0),
        ("一是提高认识；二要丰富内容；三是加强培训。", 0),
        ("—是提高认识；二是丰富内容。", 0),
        ("1.提高认识；二是丰富内容。", 0),
        ("（一）提高认识；二是丰富内容。", 0),
        ("一、提高认识；二是丰富内容。", 0),
        ("一方面提高认识；二是丰富内容。", 0),
        ("做到一是一、二是二，实事求是。", 0),
        ("公开内容，的确不够全面。", 0),
        ("等等。。。做好公开。", 0),
        ("公开内容包括：《条例》、“三公”经费、（含附件）等。", 0),
        ("网址：，电话：1234567。", 0),
        ("所做的，是公开透明的。", 0),
        ("要落实三是原则，第二是要求。", 0),
    ],
)
def test_broken_sentences(text: str, places: int) -> None:
    assert _found("TX-BROKEN", text) == places


def test_what_is_broken_is_told_one_after_the_other() -> None:
    text = "问题：认识不足；二是内容不全，。\n按照任务，的领导小组负责。"
    [finding] = judged(Specimen(prose={"problems": text})).of("TX-BROKEN")
    assert finding.message.zh == (
        "列举以“二是”开头（第387行）；分句以“的”开头：“按照任务，的领导小组负责。”（第388行）；"
        "两个标点相连：“足；二是内容不全，。”（第387行）。"
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("强化责任机制,遵循“谁主管谁负责”的原则，做好公开。", 1),
        ("收到申请7件，处理并答复7件.\n做好公开，加强培训。", 0),
        ("做好公开。收到申请7件，处理并答复7件.", 1),
        ("做好公开，一是加强培训;二是拓宽渠道；三是加强考核；四是改进。", 1),
        ("主要问题如下:认识不足，内容不全。改进措施：加强培训。目标：做好公开。", 1),
        ("学习《条例》,落实“三审三校”,做好公开，加强培训，定期检查。", 2),
        ("公开(含网站)信息，做好公开。", 0),
        ("网址www.qingshi.gov.cn，电话:0319-1234567，邮编:054100。", 0),
        ("上午9:30至12:00，收费1,280.50元，比例3:1，公开率99.5%。", 0),
        ("1.加强培训，做好公开。2.拓宽渠道，做好公开。", 0),
        ("一.加强培训，做好公开。二.拓宽渠道，做好公开。", 0),
        ("关注微信号:qingshi，做好公开。", 0),
        ("采用Word,Excel等格式，做好公开。", 0),
        ("做好公开，加强培训；定期检查：制度健全。", 0),
        ("做好公开,加强培训,定期检查,公开财政信息9条；其他信息7条；制度1条。", 0),
    ],
)
def test_half_width_marks(text: str, places: int) -> None:
    assert _found("TX-PUNCT", text) == places


def test_a_text_whose_marks_were_all_converted_is_not_judged() -> None:
    specimen = Specimen(
        prose={
            "": "编制本报告。",
            "overview": "做好公开,加强培训,定期检查。",
            "problems": "不够丰富,将改进。",
            "other": "无。",
        }
    )
    assert judged(specimen).outcome("TX-PUNCT") == "not_assessable converted"


@pytest.mark.parametrize(
    "text",
    [
        "网站更新不及时，出现公开信息不完整、应公开却未公开现象。",
        "存在个别信息应公开而未公开的问题。",
        "还有应当主动公开而没有公开的信息。",
        "有的信息应该公开但未公开。",
        "存在应公开的政府信息未公开的情况。",
        "存在超期答复现象。",
        "收到申请9件，其中逾期答复2件。",
        "全年超期答复申请1件。",
        "有个别申请存在逾期未答复的情形。",
        "有2件申请超期答复。",
        "未按规定期限答复申请1件。",
        "存在未在法定时限内答复的情形。",
    ],
)
def test_what_is_admitted(text: str) -> None:
    assert _found("TX-ADMIT", text, "problems") == 1


@pytest.mark.parametrize(
    "text",
    [
        "公开不及时、不全面。",
        "存在应公开而未及时公开的现象。",
        "坚持应公开尽公开，以公开为常态、不公开为例外。",
        "尚未发现应主动公开政府信息而未予公开的情况。",
        "没有出现应公开未公开的情形。",
        "不存在应公开未公开、超期答复等现象。",
        "均在规定时间内答复，不存在不答复、超期等现象。",
        "杜绝出现应公开未公开的问题。",
        "防止发生应公开而未公开的情况。",
        "对存在应公开未公开问题的单位予以通报。",
        "如存在应公开而未公开的，责令改正。",
        "发现有应公开未公开的，一律追责。",
        "重点整治存在的应公开未公开等问题。",
        "检查各村是否存在应公开未公开的情况。",
        "部分村存在应公开未公开的现象。",
        "收到申请9件，逾期答复0件。",
        "申请人无正当理由逾期不补正3件。",
        "未出现超期答复情况。",
        "无逾期答复。",
        "没有未按期限答复的情形，收到申请3件。",
        "未在法定期限内答复的，依法追责。",
        "全面自查是否有应公开而未公开的信息。",
    ],
)
def test_what_is_denied_ruled_out_or_said_of_others(text: str) -> None:
    assert _found("TX-ADMIT", text, "problems") == 0


_LINE = "公开群众关心的信息。"  # ten characters


@pytest.mark.parametrize(
    ("body", "year", "lines", "outcome"),
    [
        ("武威市凉州区青石镇", 2025, 100, "pass"),
        ("武威市凉州区青石镇", 2025, 101, "fail"),
        ("甘肃省武威市凉州区青石镇", 2026, 150, "fail"),
        ("武威市凉州区青石镇", 2024, 101, "not_assessable elsewhere"),
        ("云岭县青石镇", 2025, 101, "not_assessable elsewhere"),
    ],
)
def test_the_length_of_part_one(body: str, year: int, lines: int, outcome: str) -> None:
    prose = {"overview": "\n".join([_LINE] * lines)}
    assert judged(Specimen(body=body, year=year, prose=prose)).outcome("TX-LEN") == outcome


def test_the_length_is_told() -> None:
    prose = {"overview": "\n".join([_LINE] * 123)}
    [finding] = judged(Specimen(body="武威市凉州区青石镇", year=2025, prose=prose)).of("TX-LEN")
    assert finding.facts == {"characters": 1230, "most": 1000}
    assert "1230字" in finding.message.zh
