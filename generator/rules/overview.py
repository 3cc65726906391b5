"""Part one of a report: its five topics, how much was disclosed, and what became of the work."""

import re
from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import BodyKind, NotAssessable, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.reading import no_hidden_prose, plain, since, told_in
from generator.rules.registry import Hit, rule
from generator.rules.topics import ACCOUNTS, TOPICS, Topic, lacking
from generator.rules.wording import listed
from generator.specimen import Specimen

_OVERVIEW = "overview"
_ARTICLE_50 = 2019  # the first year whose reports the revised Regulations govern
_GOVERNMENTS = frozenset(
    {BodyKind.TOWNSHIP, BodyKind.COUNTY, BodyKind.CITY, BodyKind.PROVINCE},
)


def _lacks(report: Report, topics: list[Topic], severity: Severity | None = None) -> Hit:
    return Hit(
        {"lacking": " ".join(topic.key for topic in topics)},
        {"lacks": listed(topic.name for topic in topics)},
        line=report.section(_OVERVIEW).line,
        severity=severity,
    )


@rule(
    "STR-S1-TOPICS",
    Severity.WARNING,
    title=Text("第一部分写到五个方面", "Part one covers its five topics"),
    meaning=Text(
        "总体情况综述五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障；"
        "缺少一个方面，读者就不知道这方面做了什么。",
        "Part one reviews five topics: proactive disclosure, disclosure on request, management of "
        "government information, its platforms, supervision and safeguards. Where one is missing "
        "readers cannot tell what was done about it.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号：总体情况“主要包括主动公开、依申请公开、政府信息管理、"
        "政府信息公开平台建设、监督保障”等。",
        "State Council General Office notice 〔2021〕 No. 30: part one mainly covers proactive "
        "disclosure, disclosure on request, management of government information, platforms, "
        "supervision and safeguards.",
    ),
    sources=sources.FORM + sources.FIVE_TOPICS,
    message=Text("第一部分没有写到：{lacks}。", "Part one does not speak of: {lacks}."),
    exceptions=Text(
        "不要求有小标题，文中用其他说法写到的，以及写在第二、第三部分文字中的，都算写到；"
        "只缺一个方面的仅作提醒。",
        "No sub-headings are asked for: other words for a topic count, and so does prose in parts "
        "two and three. A single missing topic is a notice only.",
    ),
    passes=Specimen(),
    breaks=Specimen(
        prose={
            "overview": "青石镇严格审核把关，主动公开政府信息30条，工作考核和社会评议结果为良好。"
        }
    ),
)
def topics_missing(report: Report) -> Iterator[Hit]:
    """The prose of part one, or of the parts beside the tables, has a word of each topic."""
    since(2021, report)
    beside = plain((*report.prose("proactive"), *report.prose("requests")))
    missing = lacking(TOPICS, f"{told_in(report, _OVERVIEW)}\n{beside}")
    if missing:
        no_hidden_prose(report)
        yield _lacks(report, missing, Severity.NOTICE if len(missing) == 1 else None)


@rule(
    "STR-S1-ACCOUNT",
    Severity.NOTICE,
    title=Text(
        "写明工作考核、社会评议和责任追究情况",
        "Performance assessment, public appraisal and accountability are reported",
    ),
    meaning=Text(
        "人民政府的年度报告还要说明政府信息公开工作的考核、社会评议和责任追究结果，"
        "没有发生责任追究的也可以写明。",
        "A people's government also reports how its work on open government information was "
        "assessed and appraised by the public, and who was held to account, if anyone was.",
    ),
    basis=Text(
        "《政府信息公开条例》第五十条第四项：“各级人民政府的政府信息公开工作年度报告还应当包括"
        "工作考核、社会评议和责任追究结果情况”。",
        "Regulations on Open Government Information, Art. 50(4): reports of people's governments "
        "at all levels also include the results of performance assessment, public appraisal and "
        "accountability.",
    ),
    sources=sources.REGULATIONS + sources.FORM,
    message=Text("正文没有写到：{lacks}。", "The prose does not speak of: {lacks}."),
    exceptions=Text(
        "只核对有没有写到，不核对写得是否充分；三项中写到两项的不提示。街道办事处是派出机关，"
        "部门不是一级政府，都不核对。",
        "Only whether they are spoken of is checked, not how fully; two of the three will do. "
        "Sub-district offices are agencies of a government and departments are none, so neither "
        "is checked.",
    ),
    passes=Specimen(),
    breaks=Specimen(
        prose={
            "overview": "主动公开政府信息30条，依申请公开、政府信息管理和平台建设按要求开展。\n"
            "加强监督保障，组织业务培训两次，政务公开纳入年度考核。"
        }
    ),
)
def accounts_missing(report: Report) -> Iterator[Hit]:
    """A people's government speaks of at least two of assessment, appraisal, accountability."""
    since(_ARTICLE_50, report)
    if report.body.kind not in _GOVERNMENTS:
        raise NotAssessable("not_a_government", report.body.kind.value)
    told_in(report, _OVERVIEW)
    missing = lacking(ACCOUNTS, plain(report.prose()))
    if len(missing) > 1:
        no_hidden_prose(report)
        yield _lacks(report, missing)


# `公开信息206条`, `推送三百余条`, `动态类30`; not `第二十条`, `培训2次`, `收到申请3件`.
_NUMBER = (
    r"(?<![第\d零一二三四五六七八九十百千])"
    r"(?:\d[\d,.]{0,15}+|[一二三四五六七八九两数几上]{0,3}[十百千][一二三四五六七八九十百千]{0,12}|[二三四五六七八九])"
    r"(?:[余多几]?万|[余多几])?"
)
_OF_ITEMS = regex(rf"{_NUMBER}(?:条次|条(?!例)|[篇件份则期])")
_OF_ANYTHING = regex(rf"{_NUMBER}(?:[宗项次个]|$)")
_OTHER_COUNTS = regex(
    r"申请|复议|诉讼|培训|会议|收费|建议|提案|咨询|投诉|举报|问政|留言|领导小组|办公室|批次"
)
_DISCLOSED = regex(r"公开|发布|公布|公示|推送|更新|上传|刊[登发载]|转[发载]|信息|文件|解读|宣传")


@rule(
    "STR-S1-COUNT",
    Severity.NOTICE,
    title=Text("第一部分写明主动公开的数量", "Part one says how much was disclosed"),
    meaning=Text(
        "写明全年主动公开了多少条信息，读者才能与往年和其他乡镇比较。",
        "With the number of items disclosed in the year readers can compare it with other years "
        "and other townships.",
    ),
    basis=Text(
        "写明数量是一些地方的要求，如武威市武政办发〔2025〕54号要求分网站、新媒体、公报写明数量；"
        "国家统一格式没有规定，因此仅作提醒。",
        "Some places ask for it, as Wuwei does in its notice 〔2025〕 No. 54 (by website, new "
        "media and gazette); the national form does not, so this is a notice only.",
    ),
    sources=sources.WUWEI,
    message=Text(
        "第一部分没有写明主动公开的数量。", "Part one gives no number of what was disclosed."
    ),
    exceptions=Text(
        "数量可能写在网页的其他位置。", "The number may be given elsewhere on the web page."
    ),
    passes=Specimen(),
    breaks=Specimen(
        prose={
            "overview": "主动公开、依申请公开、政府信息管理和平台建设均按要求开展。\n"
            "加强监督保障，工作考核和社会评议结果为良好，没有需要追究责任的情形。"
        }
    ),
)
def number_disclosed_missing(report: Report) -> Iterator[Hit]:
    """A number of items disclosed is claimed anywhere, or may be one of part one's numbers."""
    since(2021, report)
    told = told_in(report, _OVERVIEW)
    claimed = any(claim.key == "disclosures" for claim in report.claims)
    if not claimed and not any(map(_may_count, re.split(r"[。;\n]", told))):
        no_hidden_prose(report)
        yield Hit({"stated": 0}, line=report.section(_OVERVIEW).line)


def _may_count(sentence: str) -> bool:
    """Whether a number in a sentence may be one of items disclosed."""
    disclosed = bool(_DISCLOSED.search(sentence))
    before = ""
    for clause in sentence.split(","):
        numbered = _OF_ITEMS.search(clause) or (disclosed and _OF_ANYTHING.search(clause))
        about = clause if _DISCLOSED.search(clause) else before + clause
        if numbered and ("主动公开" in clause or not _OTHER_COUNTS.search(about)):
            return True
        before = clause
    return False
