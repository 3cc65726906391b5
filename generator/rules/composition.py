"""How many parts a report says it has, and those that it names in the same sentence."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generator.bilingual import Text
from generator.form import SECTIONS
from generator.model import NotAssessable, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.reading import plain
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted
from generator.specimen import Specimen

_FIRST, _LAST = SECTIONS[0].key, SECTIONS[-1].key
# The words by which a list names each part of the form; an item with words of two parts, or of
# none, makes the whole list uncertain.
_WORDS = {
    "overview": regex(r"总体|概述|概况|总述|基本情况"),
    "proactive": regex(r"主动公开"),
    "requests": regex(
        r"(?<!被)(?<!信息公开)申请(?!行政复议|复议)|公开申请(?!行政复议|复议)|依申请"
    ),
    "appeals": regex(r"复议|诉讼"),
    "problems": regex(r"问题|不足|困难|改进|整改"),
    "other": regex(r"其[他它]"),
}
_BEFORE_ITEM = regex(r"(?:收到|受理|接收|因政府信息公开工作|因政府信息公开)$")
_NUMERALS = {numeral: n for n, numeral in enumerate("一二三四五六七八九十", start=1)}
_PARTS = r"(?P<number>[一二三四五六七八九十]|\d{1,2})(?:个|大)?(?:部分|方面|章节|板块)"
_NUMBER_OF_PARTS = regex(_PARTS)
_SIGN_OF_PARTS = regex(r"(?:部分|方面|章节|板块)(?<=[一二三四五六七八九十\d个大]..)")  # soon found
_LISTED_BEFORE = regex(
    rf"(?:由|从|包括|包含|涵盖|分为|:)(?P<list>(?:(?!由|从|包括|包含|涵盖|分为|:)[^。])+?)"
    rf"(?P<so_on>等)?,?(?:以上|上述|这|共计|共|合计|总共|计)?(?<!第){_PARTS}"
)
_LISTED_BEHIND = regex(
    rf"(?<!第){_PARTS}(?:的?内容|组成|构成)?,?(?:它们|具体|分别|依次|即|主要)*[为是有]?(?:包括)?[:,(]"
    r"(?P<list>[^。)]+?)(?P<so_on>等)?(?=[。)]|$)"
)
_NUMBERING = regex(
    r"[(][一二三四五六七八九十\d]{1,2}[)]|第?[一二三四五六七八九十\d]{1,2}(?:[、.]|是|部分[为是:]?)"
)
_DISPUTES = regex(r"(复议[^、,;]{0,4})[、,](?=[^、,;]{0,4}诉讼)")  # one part of the form
_BETWEEN = regex(r"[、,;“”‘’\"《》]+")
_WITHIN = regex(r"以及|及其(?!他)|[和及与]")
_FEWEST = 3


class _Composition(NamedTuple):
    """A stated number of parts, the parts listed beside it, and the most that they may count as.

    `存在的问题、改进措施` are one part of the form that may count as two.
    """

    stated: int
    parts: tuple[str, ...]
    most: int
    so_on: bool
    text: str
    line: int

    @property
    def differs(self) -> bool:
        """Whether the number is not that of the list; one with `等` may break off before its end,
        unless it reaches from the first part to the last."""
        whole = not self.so_on or (self.parts[0], self.parts[-1]) == (_FIRST, _LAST)
        return self.stated < len(self.parts) or (whole and self.stated > self.most)


@rule(
    "STR-PARTCOUNT",
    Severity.NOTICE,
    title=Text("所说的部分数与所列一致", "The number of parts stated is that of the parts listed"),
    meaning=Text(
        "报告开头写“由……等六部分组成”时，列出的应当正好是六个部分。",
        "Where a report says of how many parts it is made up, and lists them, it lists as many.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号附件的格式有六个部分；所说的部分数与所列应当相符是写作的常理，"
        "因此仅作提醒。",
        "The form in the annex of State Council General Office notice 〔2021〕 No. 30 has six "
        "parts; that a number fits its list is common sense, so this is a notice only.",
    ),
    sources=sources.FORM,
    message=Text(
        "写明有{stated}个部分，列出{listed}个：{list}。",
        "It states {stated} parts and lists {listed}: {list}.",
    ),
    exceptions=Text(
        "只在所列各项都能认出是格式的哪一部分时核对；“等”字前没有列完的不核对。",
        "Compared only where every item listed is known as a part of the form, and not where the "
        "list breaks off with “等” (and so on).",
    ),
    passes=Specimen(
        prose={
            "": "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
            "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成，"
            "所列数据的统计期限为2023年1月1日至2023年12月31日。"
        }
    ),
    breaks=Specimen(
        prose={
            "": "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
            "存在的主要问题及改进情况、其他需要报告的事项等六部分组成，"
            "所列数据的统计期限为2023年1月1日至2023年12月31日。"
        }
    ),
)
def parts_stated_and_listed(report: Report) -> Iterator[Hit]:
    """A number of parts is that of the parts listed in the same sentence."""
    found = tuple(_compositions(report))
    if not found:
        raise NotAssessable("no_statement", "parts")
    other = next((one for one in found if one.differs), None)
    if other:
        yield Hit(
            {"stated": other.stated, "listed": len(other.parts), "parts": " ".join(other.parts)},
            {"list": quoted(other.text)},
            line=other.line,
        )


def _compositions(report: Report) -> Iterator[_Composition]:
    """Every stated number of parts whose list is certain."""
    prose = report.prose()
    if not _SIGN_OF_PARTS.search(plain(prose)):
        return
    for paragraph in prose:
        text = plain([paragraph])
        if not _NUMBER_OF_PARTS.search(text):
            continue
        for pattern in (_LISTED_BEFORE, _LISTED_BEHIND):
            for found in pattern.finditer(text):
                stated = _NUMERALS.get(found["number"]) or int(found["number"])
                items = _items(found["list"])
                parts = tuple(key for key, _ in groupby(key for item in items for key in item))
                if len(set(parts)) == len(parts) >= _FEWEST <= stated:
                    most, so_on = sum(map(len, items)), bool(found["so_on"])
                    yield _Composition(stated, parts, most, so_on, found["list"], paragraph.line)


def _items(text: str) -> list[tuple[str, ...]]:
    """The parts of the form that each item of a list names; [] when one item is not certain."""
    found: list[tuple[str, ...]] = []
    for item in _BETWEEN.split(_NUMBERING.sub("、", _DISPUTES.sub(r"\1", text))):
        if item and not _BEFORE_ITEM.search(item):
            keys = tuple(key for key, _ in groupby(map(_part, _pieces(item))))
            if not all(keys):
                return []
            found.append(keys)
    return found


def _pieces(item: str) -> list[str]:
    """An item at its conjunctions, where `收到` and the like belong to what follows."""
    pieces = [piece for piece in _WITHIN.split(item) if piece]
    return [piece for piece in pieces if not _BEFORE_ITEM.search(piece)] or [item]


def _part(piece: str) -> str:
    """The one part of the form whose words a piece of a list has, else ""."""
    keys = [key for key, words in _WORDS.items() if words.search(piece)]
    return keys[0] if len(keys) == 1 else ""
