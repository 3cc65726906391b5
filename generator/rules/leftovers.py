"""Statements on the work of another year than the report's: left, it seems, from another text.

A year in a report is mostly right: a comparison, a plan, a law, the age of an institution. Only a
clause that begins with the year and goes on to tell what the body did, counted or did not receive
is taken to speak of the reported year, and only when nothing around it says otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.model import Body, Report
from generator.regex import regex
from generator.rules.passages import Passage, passages

_SENTENCE = "。！!？?"
_PLANS = "problems"  # the section that tells what next year will bring
_NEXT = 3  # lines on either side among which years may be set beside each other
_NEAR = 40  # characters behind a year that say what it is about
_FAR = 200  # and those that tell what was done

# Where a clause begins: a sentence, behind a comma or colon, behind a heading that runs on.
_SIGNS_OF_A_YEAR = ("今年", "本年", "20")
_CLAUSE = regex(
    r"(?<![^，,：:；;\s)）])(?:(?P<this>今年|本年)度?|(?P<until>(?:截至|截止)[到至]?\s*)?"
    r"(?P<year>20[0-4]\d)\s*年(?P<end>年?底|末|\s*12\s*月\s*(?:31\s*日|底))?)"
    r"(?:度|全年|期间)*+(?!\s*(?:[\d至到、—–~～-]|[和与及或]\s*20))[，,]?+\s*+(?!\d)"
)
_KINDS = {
    "received": "收到|受理|接到|接收|新收",
    "answered": "办理|办结|答复|处理",
    "published": "公开|公布|发布|更新",
    "issued": "制发|制定|印发",
    "fees": "收取|收费|发出",
}
_DEEDS = "|".join(rf"(?P<{kind}>(?:{verbs})(?!的))" for kind, verbs in _KINDS.items())
_COUNTED = regex(
    rf"(?P<before>[^。；;]{{0,45}}?)(?:{_DEEDS})[^。；;]{{0,30}}?\d+\s*[余多]?(?:件|条|份|次|篇|宗|起|例|元)"
)
_ATTRIBUTE = regex("(?!在)[^，,。；;]{1,10}的")  # `2022年获批的项目，我镇均已公开`
_NOTHING = regex(
    r"(?P<before>[^。；;，,]{0,24}?)(?:未|没有|无|尚未)[能曾]?"
    r"(?:收到|接到|接收|受理|发生|出现|收取|产生|被|有|因|向|制发|公民|依申请|信息|政府信息|行政)"
)
_CARRIED_OUT = (
    "(?:始终|继续|一直|能够)?(?:认真|坚持|严格|高度重视|积极|深入|持续|全面|不断|进一步|围绕|紧紧|紧扣|扎实"
    "|切实|着力|加强|强化|按照|根据|依据|依法|依规|完善|规范|健全|推进|优化|拓宽|提升|深化|丰富|扩大|在?政?[府务]?信?息?公开|贯彻|落实|充分|立足|聚焦|大力"
    "|以习近平|以“|以公开)"
)
_WORK = regex(rf"[，,]?(?:在[^，,。；;]{{2,30}}下[，,])?[^，,。；;]{{0,4}}?{_CARRIED_OUT}")
_OFFICE = "(?:人民政府|政府|办事处|党委、?政府)?"
_OURS = regex(
    "(?:(?:我|本)(?:镇|乡|街道?|办|单位|机关|行政机关|局|委|苏木|区|县|市)|全(?:镇|乡|街道))"
    + _OFFICE
)
_KIND_OF_BODY = regex("(?:.族)?(?:乡|镇|街道|苏木)$")
# Words before a deed that make it another's, one of a part of the year, or a document's.
_OTHERS = regex(
    "国|省|市|县|区|中央|上级|村|部门|单位|季度|半年|月|决算|预算|经费|补贴|计划|总结|公报|名单|资金|报告"
)

# What makes a sentence a comparison, or one about another document or event.
_COMPARED = regex(
    r"亦|同样|也[未没无]|(?<!比)较(?!好|大|多|强|快|高|为|少|低)|同比|环比|相比|对比|比20|比上|比去|与20|增加了?\s*\d|增长"
    r"|更正|应为|有误|减少了?\s*\d|下降|上升|持平|结转|遗留|延续|上一?年|去年|前年|历年|往年|次年|翌年|年来|至今|以来|起至"
)
# `上年结转2件` and `结转下年度1件` belong to the balance of whichever year is told of.
_BALANCE = regex(
    r"[，,、（(]\s*[由从]?上一?年度?(?:结转|遗留)[^，,。；;]*|[，,、][^，,。；;]{0,8}结转[至到]?下一?年度?[^，,。；;]*"
)
_EVENT = regex(
    r"考核|考评|评估|测评|审计|巡[察视]|整改|指出|反馈|通报|荣获|获评|获得|评为|授予|表彰|命名|入选|列为|确定为"
    r"|试点|示范|率先|首次|首批|开通|上线|启用|启动|建成|建立的|成立|组建|合并|撤[乡镇并销]|设立|更名|机构改革"
    r"|搬迁|区划|换届|竣工|年报|年度报告|修订|施行|颁布"
    r"|^[^，,。；;]{0,8}未(?:办结|答复|办理|完成|公开)|^起|^[^，,。；;]{0,12}(?:后|起|前|时|期间|前夕|之际)[，,]"
    r"|^[^，,。；;]{0,8}(?:收到|受理|接收|发布|印发|制定|(?<![务息])公开)的"
    r"|^(?:政府|部门|单位|财政|镇级|乡级|本级)*(?:预决算|决算|预算|统计|要点|总结|计划|工作[要总计报])"
)
_AHEAD = regex(
    "将|拟|计划|力争|争取|预计|预期|目标|规划|下一?步|打算|不少于|不低于|达到|继续|进一步|要(?!求)"
)
_ANNOUNCED = regex(
    r"(?:现将|现就|现向|现予|现公布|现公开|现发布|现编制|特将|特向|特公布|兹将|兹公布)[^。；;\d]{0,30}"
    r"(?P<year>20[0-4]\d)\s*年度?(?![^。；;，,]{0,25}(?:通知|要求|要点|方案|意见|打算|计划|安排))"
    r"[^。；;\d]{0,25}?(?:信息公开|政务公开)"
)
# The report by its title: `编制了《青石镇2022年政府信息公开工作年度报告》`.
_ENTITLED = regex(
    r"(?:编制|形成|撰写|现发布|现公布)(?:并发布|并公布|完成)?了?《[^《》]*?(?P<year>20[0-4]\d)\s*年度?"
    r"[^《》\d]{0,20}(?:年度报告|年报)》(?!的?(?:通知|要求|格式))"
)
_TITLE_YEAR = regex(r"(?<!\d)20[0-4]\d(?!\d)")


class Leftover(NamedTuple):
    """A statement on another year: the year, what is printed from there on, and its line."""

    year: int
    printed: str
    line: int


@dataclass(frozen=True)
class _Told:
    """What is told of a year (0 for this year): where, in what words, in which sentence.

    `ended` says that it is told of the time up to the end of the year.
    """

    year: int
    start: int
    rest: str
    sentence: str
    body: Body
    ended: bool

    @cached_property
    def kind(self) -> str:
        """The kind of deed; most clauses are on the year of the report, and nobody asks."""
        return _kind(self.rest, self.body, ended=self.ended)


def leftovers(report: Report, wanted: int) -> Iterator[Leftover]:
    """Every statement that tells of another year's work as if it were the wanted one's."""
    yield from _in_title(report, wanted)
    known = passages(report)
    told = [tuple(_told(passage, report.body)) if passage.section else () for passage in known]
    for place, passage in enumerate(known):
        yield from _announced(passage, wanted)
        others = [one for one in told[place] if one.year not in (0, wanted) and one.kind]
        beside = _beside(told, known, place) if others else ()
        told_rightly = {one.kind for one in beside if one.year in (0, wanted)}
        for one in others:
            if one.kind not in told_rightly and not _is_meant(one, passage.section, wanted):
                yield Leftover(one.year, passage.near(one.start, _NEAR), passage.line)


def _beside(
    told: list[tuple[_Told, ...]], known: tuple[Passage, ...], place: int
) -> Iterator[_Told]:
    """What is told on a line, and on the lines of a list of years that it is part of."""
    yield from told[place]
    for step in (-1, 1):
        near = place + step
        while (
            0 <= near < len(known)
            and told[near]
            and abs(near - place) <= _NEXT
            and known[near].section == known[place].section
        ):
            yield from told[near]
            near += step


def _in_title(report: Report, wanted: int) -> Iterator[Leftover]:
    printed = [int(found) for found in _TITLE_YEAR.findall(report.title)]
    if printed and wanted not in printed and report.title_line:
        yield Leftover(printed[0], report.title, report.title_line)


def _announced(passage: Passage, wanted: int) -> Iterator[Leftover]:
    """`现将2022年度政府信息公开工作情况报告如下`, or the title above the first heading."""
    named = () if passage.section else _ENTITLED.finditer(passage.printed)
    announced = _ANNOUNCED.finditer(passage.plain) if "20" in passage.plain else ()
    for found in (*named, *announced):
        stated = int(found["year"])
        if stated != wanted:
            yield Leftover(stated, passage.near(found.start(), _NEAR), passage.line)


def _told(passage: Passage, body: Body) -> Iterator[_Told]:
    if not any(sign in passage.plain for sign in _SIGNS_OF_A_YEAR):
        return
    for start, text in passage.pieces(_SENTENCE):
        if not any(sign in text for sign in _SIGNS_OF_A_YEAR):
            continue
        for found in _CLAUSE.finditer(text):
            begun_above = passage.continued and not passage.plain[: start + found.start()].strip()
            if begun_above or bool(found["until"]) != bool(found["end"]):
                continue
            rest = text[found.end() : found.end() + _FAR]
            year, ended = int(found["year"] or 0), bool(found["until"])
            yield _Told(year, start + found.start(), rest, text, body, ended)


def _patterns_of(body: Body, text: str) -> Iterator[re.Pattern[str]]:
    """How a text names the body: as ours, by its name, or by the beginning of that (于家务乡 for
    于家务回族乡); a pattern of its own is made only for a text that holds the name."""
    yield _OURS
    stem = _KIND_OF_BODY.sub("", body.name)
    if len(stem) < 2 and body.name and body.name in text:
        yield _by_name(body.name)
    elif len(stem) >= 2 and stem in text:
        yield _by_stem(stem)


@lru_cache(maxsize=1)
def _by_name(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(name) + _OFFICE)


@lru_cache(maxsize=1)
def _by_stem(stem: str) -> re.Pattern[str]:
    words = r"[^，,。；;\d]"
    ends = "(?:乡|镇|街道?|局|办|府|处|$)"
    return re.compile(rf"{words}{{0,12}}{re.escape(stem)}{words}{{0,4}}?{ends}{_OFFICE}")


def _subject(text: str, body: Body) -> re.Match[str] | None:
    """The name of the body itself, with which a text begins."""
    found = (pattern.match(text) for pattern in _patterns_of(body, text))
    return next(filter(None, found), None)


def _kind(rest: str, body: Body, *, ended: bool) -> str:
    """What the words behind a year tell: a kind of deed, `nothing`, `work`, or "" for none."""
    if _ATTRIBUTE.match(rest) and not _subject(rest, body):
        return ""
    counted = _COUNTED.match(rest)
    if counted and _of_own(counted["before"], body):
        return next(kind for kind in _KINDS if counted[kind])
    nothing = _NOTHING.match(rest)
    if nothing and not ended and _of_own(nothing["before"], body):
        return "nothing"
    subject = _subject(rest, body)
    if subject and not ended:
        return "work" if _WORK.match(rest[subject.end() :]) else ""
    return ""


def _of_own(before: str, body: Body) -> bool:
    """Whether words up to a deed name the body itself, or nobody."""
    named = any(pattern.search(before) for pattern in _patterns_of(body, before))
    return named or not _OTHERS.search(before)


def _is_meant(told: _Told, section: str, wanted: int) -> bool:
    """Whether the sentence or its place gives a reason to speak of that year."""
    if _compares(told.sentence, wanted) or _EVENT.search(told.rest[:_NEAR]):
        return True
    ahead = section == _PLANS or bool(_AHEAD.search(told.sentence))
    return told.year > wanted and ahead


def _compares(sentence: str, wanted: int) -> bool:
    """Whether a sentence of a report on the wanted year speaks of several years."""
    years = str(wanted) in sentence or "今年" in sentence or "本年" in sentence
    return years or bool(_COMPARED.search(_BALANCE.sub("", sentence)))
