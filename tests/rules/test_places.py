"""TX-PLACE and TX-LEVEL: sentences that clerks write, and those that were written elsewhere."""

import pytest

from generator.model import Severity
from generator.specimen import Specimen
from tests.rules.judged import Judged, judged

PLACE, LEVEL = "TX-PLACE", "TX-LEVEL"
XUYING = "获嘉县徐营镇"  # 新乡市, 河南省
YUJIAWU = "北京市通州区于家务回族乡"
CHAIGUAN = "沙河市柴关乡"  # 邢台市, 河北省


def said(sentence: str, body: str = XUYING, **also: str) -> Judged:
    """What the rules say of a report with this sentence among its problems."""
    problems = f"存在的主要问题是公开形式不够丰富。{sentence}下一步将加强业务培训，改进不足。"
    return judged(Specimen(body=body, prose={"problems": problems, **also}))


FOREIGN = [
    # sentence, place as named, where it is, severity
    ("定期研究部署诗洞镇政务公开工作。", "诗洞镇", "广东省 › 肇庆市 › 怀集县", "warning"),
    ("诗洞镇将进一步拓宽公开渠道。", "诗洞镇", "广东省 › 肇庆市 › 怀集县", "warning"),
    ("群众可到诗洞镇便民服务中心查阅。", "诗洞镇", "广东省 › 肇庆市 › 怀集县", "warning"),
    ("结合巨各庄镇实际，完善公开目录。", "巨各庄镇", "北京市 › 密云区", "warning"),
    ("按照怀集县政府的统一部署推进公开。", "怀集县", "广东省 › 肇庆市", "warning"),
    ("严格落实宜宾市委、市政府有关要求。", "宜宾市", "四川省", "warning"),
    ("柴关乡党委高度重视公开工作。", "柴关乡", "河北省 › 邢台市 › 沙河市", "warning"),
    ("落实河北省沙河市柴关乡的公开要求。", "柴关乡", "河北省 › 邢台市 › 沙河市", "warning"),
    ("落实北京市朝阳区政府的要求。", "朝阳区", "北京市", "warning"),
    (
        "通过怀集县人民政府门户网站主动公开信息134条。",
        "怀集县",
        "广东省 › 肇庆市",
        "warning",
    ),
    ("在怀集县人民政府门户网站公开信息134条。", "怀集县", "广东省 › 肇庆市", "warning"),
    ("积极落实怀集县关于政务公开的部署。", "怀集县", "广东省 › 肇庆市", "warning"),
    ("依托肇庆市政府门户网站发布信息。", "肇庆市", "广东省", "warning"),
    ("落实怀集县委、怀集县政府会议精神。", "怀集县", "广东省 › 肇庆市", "warning"),
    ("诗洞镇开展法律援助、应急救援和防洪工作。", "诗洞镇", "广东省 › 肇庆市 › 怀集县", "warning"),
    ("诗洞镇明确专人负责、部门分工协作。", "诗洞镇", "广东省 › 肇庆市 › 怀集县", "warning"),
    (
        "如有疑问，请与诗洞镇人民政府办公室联系（电话：0758-5501234）。",
        "诗洞镇",
        "广东省 › 肇庆市 › 怀集县",
        "warning",
    ),
    (
        "诗洞镇创新公开模式，开展知识竞赛。",
        "诗洞镇",
        "广东省 › 肇庆市 › 怀集县",
        "warning",
    ),
]


@pytest.mark.parametrize(("sentence", "name", "where", "severity"), FOREIGN)
def test_a_place_of_elsewhere_is_found(sentence: str, name: str, where: str, severity: str) -> None:
    result = said(sentence)
    (found,) = result.of(PLACE)
    assert (found.facts["name"], found.facts["places"]) == (name, 1)
    assert found.severity is Severity(severity)
    assert f"{name}（区划代码{found.facts['code']}）在{where}，不在新乡市" in found.message.zh
    assert f"{name} (division code {found.facts['code']}) is in {where}, not in" in found.message.en
    line = next(p.line for p in result.report.paragraphs if sentence in p.text)
    assert found.line == line


def test_a_name_of_several_places_is_a_notice_and_says_how_many() -> None:
    (found,) = said("夏庄镇将拓宽公开渠道。", body=YUJIAWU).of(PLACE)
    assert found.severity is Severity.NOTICE
    assert found.facts == {"name": "夏庄镇", "places": 5}
    assert "名单中名为夏庄镇的地方有5个，都不在北京市" in found.message.zh


def test_each_name_is_told_once() -> None:
    result = said("诗洞镇将拓宽渠道。诗洞镇将加强培训。柴关乡将完善目录。")
    assert [found.facts["name"] for found in result.of(PLACE)] == ["诗洞镇", "柴关乡"]


AT_HOME = [
    # within the body's own county, city or province
    "徐营镇认真落实各项要求。",
    "获嘉县徐营镇认真落实获嘉县政府的要求。",
    "在照镜镇、史庄镇召开现场会。",
    "与原阳县政府有关部门和齐街镇一同部署。",
    "按照新乡市政府的要求推进公开。",
    "落实郑州市政府信息公开的有关规定。",
    "城关镇群众可就近查询。",  # one of the 88 is in the province
    "太平镇将拓宽渠道。",
    # elsewhere, with a reason
    "赴怀集县诗洞镇考察学习政务公开经验。",
    "组织干部到诗洞镇观摩。",
    "借鉴诗洞镇政务公开的做法。",
    "与诗洞镇开展交流，取长补短。",
    "向诗洞镇学习。",
    "做好与怀集县政府的结对帮扶工作。",
    "对口支援诗洞镇，公开资金使用情况。",
    "落实东西部协作，公开诗洞镇劳务输出信息。",
    "公开诗洞镇招商引资信息。",
    "公开来自诗洞镇的务工人员信息。",
    "及时公开诗洞镇疫情防控信息。",
    "当事人不服，向怀集县政府申请行政复议。",
    "由怀集县人民法院受理，诗洞镇的当事人已撤诉。",
    "中标单位为诗洞镇某建筑有限公司。",
    "公开与诗洞镇接壤的道路养护信息。",
    "原诗洞镇的档案已移交。",
    "诗洞镇已并入徐营镇，相关信息同步公开。",
    "《怀集日报》报道了诗洞镇。",
    "详见诗洞镇政府网站。",
    "借助怀集县政府网站学习先进地区主动公开信息的做法。",
    "通过怀集县政府网站转载主动公开信息。",
    "赴诗洞镇学习，通过怀集县政府网站了解主动公开信息的情况。",
    "推广诗洞镇政务公开新模式。",
    "推行“诗洞镇模式”。",
    "公开参加诗洞镇龙舟赛的情况。",
    "援助诗洞镇抗震救灾。",
    "弘扬诗洞镇起义精神。",
    "学习《怀集县诗洞镇政府信息公开指南》。",
    # no places
    "推进小城镇、中心镇建设，发展乡村旅游，统筹城乡。",
    "新建镇便民服务中心，联合镇纪委检查，发放镇公开手册。",
    "比如县政府网站更新不及时。",
    "负责人和镇政府干部参加，工作中镇党委靠前指挥。",
    "云岭县和平镇的材料。",
]


@pytest.mark.parametrize("sentence", AT_HOME)
def test_a_place_of_here_or_with_a_reason_is_no_finding(sentence: str) -> None:
    assert said(sentence).outcome(PLACE) == "pass"


@pytest.mark.parametrize(
    ("body", "sentence", "outcome"),
    [
        (XUYING, "", "pass"),
        ("云岭县青石镇", "诗洞镇将拓宽渠道。", "not_assessable no_place"),
        ("河北省云岭县青石镇", "诗洞镇将拓宽渠道。", "fail"),
        ("河北省云岭县青石镇", "柴关乡将拓宽渠道。", "pass"),
        ("河北省云岭县青石镇", "兴隆镇将拓宽渠道。", "pass"),
        ("沙河市柴关镇", "诗洞镇将拓宽渠道。", "fail"),  # renamed: its county is known
        ("沙河市柴关镇", "柴关乡将拓宽渠道。", "pass"),
        ("和平镇", "诗洞镇将拓宽渠道。", "pass"),  # one 和平镇 lies in the province of 诗洞镇
        ("和平镇", "于家务回族乡将拓宽渠道。", "fail"),  # none lies in Beijing
        ("和平镇", "和平镇将拓宽渠道。", "pass"),
        ("获嘉县财政局", "诗洞镇将拓宽渠道。", "not_assessable not_a_township department"),
        (YUJIAWU, "巨各庄镇将拓宽渠道。", "pass"),  # a municipality is one city
        (YUJIAWU, "按照通州区政府要求推进。于家务乡、于家务回族乡及时公开。", "pass"),
        (YUJIAWU, "柴关乡将拓宽渠道。", "fail"),
    ],
)
def test_it_depends_on_what_is_known_of_the_body(body: str, sentence: str, outcome: str) -> None:
    assert said(sentence, body=body).outcome(PLACE) == outcome


def test_for_an_ambiguous_body_the_place_is_outside_of_all_candidates() -> None:
    (found,) = said("于家务回族乡将拓宽渠道。", body="和平镇").of(PLACE)
    assert "不在可能的发布单位所在的任何省份" in found.message.zh
    assert "not in any province that the body of this report may lie in" in found.message.en


WRONG_LEVELS = [
    # body, sentence, printed, kind
    (YUJIAWU, "要求业务人员积极参加县组织的各类培训会议。", "县", "区"),
    (YUJIAWU, "按照县政府有关要求及时更新。", "县", "区"),
    (YUJIAWU, "认真贯彻县委、县政府决策部署。", "县", "区"),
    (YUJIAWU, "及时向县里有关部门报告。", "县", "区"),
    (YUJIAWU, "在县政府网站公开。", "县", "区"),
    (YUJIAWU, "我县高度重视政务公开。", "县", "区"),
    (CHAIGUAN, "按照县政府统一部署推进。", "县", "市"),
    (XUYING, "在乡党委、政府的领导下有序推进。", "乡", "镇"),
    (YUJIAWU, "镇人民政府办公室负责日常工作。", "镇", "乡"),
    (XUYING, "按照区政府的统一部署推进各项工作。", "区", "县"),
    (XUYING, "积极参加区组织的各类业务培训。", "区", "县"),
    (XUYING, "贯彻旗委要求。", "旗", "县"),
    (XUYING, "我乡将进一步拓宽渠道。", "乡", "镇"),
    (XUYING, "全乡公开信息更加规范。", "乡", "镇"),
    (XUYING, "结合我街道实际。", "街道", "镇"),
    (YUJIAWU, "我镇将进一步拓宽渠道。", "镇", "乡"),
    (CHAIGUAN, "本镇政务公开更加规范。", "镇", "乡"),
    ("荔湾区南源街道", "我镇将进一步拓宽渠道。", "镇", "街道"),
    ("云岭县青石镇", "我乡将进一步拓宽渠道。", "乡", "镇"),
    ("青石镇", "我乡将进一步拓宽渠道。", "乡", "镇"),
]


@pytest.mark.parametrize(("body", "sentence", "printed", "kind"), WRONG_LEVELS)
def test_a_word_for_another_kind_is_found(
    body: str, sentence: str, printed: str, kind: str
) -> None:
    (found,) = said(sentence, body=body).of(LEVEL)
    assert (found.facts["printed"], found.facts["kind"]) == (printed, kind)
    assert f"写作“{printed}”；{found.facts['place']}是{kind}。" in found.message.zh


RIGHT_LEVELS = [
    (YUJIAWU, "按照区政府要求，我乡认真落实，全乡上下重视。"),
    (YUJIAWU, "落实市区政府、市、区两级要求，向市政府报告。"),
    (YUJIAWU, "根据县级以上人民政府的规定，县域、县城、市县政府、各县（区）、县（区）级部门。"),
    (YUJIAWU, "按照市、县政府要求，落实省市县政府部署，国家和省、市、县的规定。"),
    (YUJIAWU, "根据《通县政府信息公开办法》执行，“按照县政府要求”一栏已更新。"),
    (YUJIAWU, "乡镇、镇村干部参加，镇里的企业，城镇居民，各乡镇，小城镇，村镇。"),
    (YUJIAWU, "自我镇定，重新审视；保全镇静；样本镇已公布；我镇（乡）统一要求。"),
    (XUYING, "按照县政府要求，我镇认真落实，全镇重视，本镇公开。"),
    (XUYING, "落实市政府办关于做好政府信息公开工作的有关文件精神。"),
    (XUYING, "省、市、县、乡政府逐级公开，乡镇政府负责，在乡镇党委领导下推进。"),
    (YUJIAWU, "我县级市的身份，自我区分。"),
    (XUYING, "社区、小区、园区、景区、片区、辖区、地区、市区，各社区组织活动。"),
    (XUYING, "我乡村干部，热爱我乡土，全乡镇干部，全乡（镇）要求，乡村振兴。"),
    (XUYING, "依靠本乡本土人才，在本村本乡和本乡以外从业，全街道路硬化，本街道路养护。"),
    (CHAIGUAN, "编纂一本镇志，每本镇志赠送村史馆，周全镇定应对。"),
    (YUJIAWU, "县里的亲戚来访，我乡由县里的单位对口联系。"),
    (XUYING, "由园区管委会负责，向社区政务服务站报送，区别对待，区域合作。"),
    (XUYING, "配合开发区管委会工作，按照区政务服务局要求公开。"),
    (CHAIGUAN, "按照市政府要求，贯彻市委决策，我乡认真落实。"),
    ("德保县荣华乡", "贯彻区党委要求，按照区政府的部署，全区统一。"),  # 自治区
    ("荔湾区南源街道", "街道党工委、我街道、本街道按照区政府要求落实。"),
    ("朝阳区南磨房地区办事处", "我乡认真落实，按照区政府要求推进。"),
    ("巴林右旗查干诺尔镇", "按照旗政府要求，我镇落实，自治区和市统一要求。"),
]


@pytest.mark.parametrize(("body", "sentence"), RIGHT_LEVELS)
def test_right_words_and_other_words_are_no_finding(body: str, sentence: str) -> None:
    result = said(sentence, body=body)
    assert result.of(LEVEL) == []
    assert result.outcome(LEVEL) == "pass"


def test_a_county_that_the_report_never_calls_a_district_may_not_have_been_one_yet() -> None:
    old = said("按照县政府要求推进，参加县组织的培训。", body="巨各庄镇")
    assert old.report.body.county == "密云区"
    assert old.outcome(LEVEL) == "pass"
    mixed = said("按照县政府要求推进，落实区政府部署。", body="巨各庄镇")
    assert [found.facts["printed"] for found in mixed.of(LEVEL)] == ["县"]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("青石镇", "not_assessable no_place"),
        ("云岭县青石镇", "pass"),
        ("云岭县财政局", "not_assessable not_a_township department"),
    ],
)
def test_the_level_above_has_to_be_known(body: str, outcome: str) -> None:
    assert said("按照县政府要求推进。", body=body).outcome(LEVEL) == outcome


def test_each_wrong_word_is_told_once_where_it_first_stands() -> None:
    result = said("我乡按照区政府要求推进。我乡参加区组织的培训。")
    assert [found.facts["printed"] for found in result.of(LEVEL)] == ["乡", "区"]
