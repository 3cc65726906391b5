"""Prose that a report shares with its own year before, or with reports of other bodies.

A finding says what two reports have in common; who wrote it first, and whether both follow a model
that they were given, it cannot know.
"""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import (
    ALIKE,
    LEAST_COMPARED,
    MOSTLY_ALIKE,
    PASSAGE,
    NotAssessable,
    Overlap,
    Report,
    ReportContext,
    Severity,
)
from generator.rules import sources
from generator.rules.beside import year_before
from generator.rules.reading import no_hidden_prose
from generator.rules.registry import Hit, rule
from generator.rules.wording import some
from generator.specimen import Specimen

_BASIS = Text(
    "国办公开办函〔2021〕30号（四）把“内容雷同、敷衍塞责”列为问题；泉州市鲤城区2020年的评分表规定，"
    "年度报告“与往年或与其他单位雷同”扣5分。多少算雷同没有规定，界限是本站定的。",
    "Notice 〔2021〕 No. 30, point (4), names “duplicated or perfunctory content” as a problem; "
    "the score sheet of Licheng District, Quanzhou, for 2020 takes five points off a report that "
    "is like those of earlier years or of other bodies. Neither says how much that is: the "
    "threshold is ours.",
)
_HOW = Text(
    f"比较两份报告的叙述文字：标题、数字、标点、法规名称和地名不计，连续{PASSAGE}字以上相同的才算相同；"
    "许多报告都有的套话不算。",
    "The prose of both is compared without headings, digits, punctuation, titles of laws and names "
    f"of places; only runs of {PASSAGE} characters or more count, and phrases that many reports "
    "have do not.",
)
_OWN_YEAR = (
    "全年公开政府信息52条，围绕春耕备耕和防汛抗旱两项重点工作，在村务公开栏张贴惠农补贴发放名单，接受村民监督。"
    "便民服务大厅设立查阅点，配备专人引导群众查询低保、医保和宅基地审批的办理流程。"
    "微信公众号每周推送天气预警、务工岗位和农产品收购信息，村干部在群众微信群里同步转发。"
    "每季度召开一次院坝会，由分管负责人当面说明道路硬化、饮水管网改造等项目的进度和资金使用情况，"
    "会上提出的问题登记造册，逐条答复。档案室把历年形成的文件按类别编目，"
    "拟公开的文件先由起草人提出意见，再由办公室核对涉密和个人隐私内容，最后由负责人签字。"
    "组织各村信息员参加两次业务学习，讲解申请受理登记、答复文书格式和网站后台操作方法，"
    "工作考核结果在全体干部会上通报，社会评议由村民代表填写问卷完成，没有需要追究责任的情形。"
)
_OTHER_YEAR = (
    "今年公开政府信息41条，把公开的重点放在集镇改造和农村供水上。施工图纸、招标结果和工期安排贴在工地围挡上，"
    "过往行人可以扫码查看。新开的短视频账号由三名年轻干部轮流值守，专门解释养老保险缴费档次怎么选。"
    "政务公开专区搬到了一楼，增加了自助打印机，老年人不会用的由志愿者代办。"
    "收到的申请当天转给承办科室，五日内联系申请人确认所需内容。"
    "政府信息管理方面清理了一批失效文件，在目录里注明废止日期。"
    "平台建设方面关停了一个长期不更新的账号，把栏目并入县里的门户网站。"
    "监督保障方面请人大代表现场查看两次，工作考核列入年终评比，社会评议结果为满意，没有责任追究。"
    "各站所报送稿件的数量按月公布，排在最后的要说明原因并限期补报，年底汇总成册存档备查。"
)
_NEIGHBOUR = "云岭县白水乡"


@rule(
    "TX-SIM-SELF",
    Severity.WARNING,
    title=Text("叙述不是上一年度的文字", "The prose is not that of the year before"),
    meaning=Text(
        "一半以上的叙述文字与本单位上一年度的报告逐字相同时，读者看不出这一年做了什么。",
        "Where more than half of the prose is word for word that of the body's own report of the "
        "year before, readers cannot tell what was done this year.",
    ),
    basis=_BASIS,
    sources=(*sources.FORM, *sources.SCORE_SHEET),
    message=Text(
        "叙述文字{compared}字中有{shared}字（{percent}）与{year}年度的报告相同。",
        "Of {compared} characters of prose, {shared} ({percent}) are as in the report for {year}.",
    ),
    exceptions=Text(
        f"{_HOW.zh}常设的机构、制度年年照写是常情，所以过半才作提示；叙述不足{LEAST_COMPARED}字的不比较。",
        f"{_HOW.en} Standing arrangements are described alike every year, so only more than half "
        f"is reported; prose of less than {LEAST_COMPARED} characters is not compared.",
    ),
    passes=Specimen(prose={"overview": _OTHER_YEAR}),
    breaks=Specimen(prose={"overview": _OWN_YEAR}),
    beside=(Specimen(year=2022, prose={"overview": _OWN_YEAR}),),
)
def like_the_year_before(report: Report, context: ReportContext) -> Iterator[Hit]:
    """At most half of the prose stands word for word in the report of the year before."""
    before = year_before(report, context)
    for one in (report, before):
        if one.id not in context.comparable:
            raise NotAssessable("too_short", str(one.year))
    for found in context.overlaps:
        if found.other.id == before.id and found.share >= MOSTLY_ALIKE:
            yield _hit(found, (found,))
            return
    no_hidden_prose(report)


@rule(
    "TX-SIM-OTHER",
    Severity.WARNING,
    title=Text("叙述不与其他单位雷同", "The prose is not that of another body"),
    meaning=Text(
        "四分之一以上的叙述文字与其他单位的报告逐字相同时，读者难以知道写的是不是这个地方的事。",
        "Where a quarter or more of the prose stands word for word in another body's report, "
        "readers cannot tell whether it speaks of this place.",
    ),
    basis=_BASIS,
    sources=(*sources.FORM, *sources.SCORE_SHEET),
    message=Text(
        "叙述文字{compared}字中有{shared}字（{percent}）与其他单位的报告相同：{others}。",
        "Of {compared} characters of prose, {shared} ({percent}) stand in the report of another "
        "body as well: {others}.",
    ),
    exceptions=Text(
        f"{_HOW.zh}相同不等于抄袭：双方可能采用上级下发的同一份范本。过半为警告，四分之一以上为提示；"
        f"叙述不足{LEAST_COMPARED}字的不比较。",
        f"{_HOW.en} What is alike need not be copied: both may follow a model that they were "
        "given. More than half is a warning, a quarter or more a notice; prose of less than "
        f"{LEAST_COMPARED} characters is not compared.",
    ),
    passes=Specimen(prose={"overview": _OTHER_YEAR}),
    breaks=Specimen(prose={"overview": _OWN_YEAR}),
    beside=(Specimen(body=_NEIGHBOUR, prose={"overview": _OWN_YEAR}),),
)
def like_another_body(report: Report, context: ReportContext) -> Iterator[Hit]:
    """Less than a quarter of the prose stands word for word in a report of another body."""
    if not report.body.division_code and not report.body.name:
        raise NotAssessable("no_code")
    if report.id not in context.comparable:
        raise NotAssessable("too_short" if context.strangers else "nothing_beside")
    if not context.strangers:
        raise NotAssessable("nothing_beside")
    strangers = (one for one in context.overlaps if one.other.township != report.township)
    found = tuple(one for one in strangers if one.share >= ALIKE)
    if found:
        yield _hit(found[0], found)
        return
    no_hidden_prose(report)


def _hit(most: Overlap, all_of_them: tuple[Overlap, ...]) -> Hit:
    """The facts of the report that is the most alike, and the ids and shares of all, in order."""
    longest = max(most.passages, key=lambda passage: passage.length)
    return Hit(
        {
            "reports": " ".join(one.other.id for one in all_of_them),
            "shared": most.shared,
            "compared": most.compared,
            "other_shared": most.other_shared,
            "other_compared": most.other_compared,
            "shares": " ".join(f"{one.share:.3f}" for one in all_of_them),
            "passages": len(most.passages),
        },
        {
            "percent": _percent(most),
            "year": Text(str(most.other.year), str(most.other.year)),
            "others": some(_named(one.other) for one in all_of_them),
        },
        line=longest.line,
        severity=None if most.share >= MOSTLY_ALIKE else Severity.NOTICE,
    )


def _percent(found: Overlap) -> Text:
    shown = f"{found.share:.1%}".replace(".0%", "%")
    return Text(shown, shown)


def _named(report: Report) -> Text:
    name = report.body.name or report.body.printed
    year = report.year
    return Text(f"{name}{year or ''}（{report.id}）", f"{name} {year or ''} ({report.id})")
