"""Words by which a report calls its own level and the one above, and those that do not fit.

Narrow, because most words with 县, 区 or 乡 in them speak of no level: 县域, 社区, 乡镇, 县级以上,
and 市、县（区） counts levels up.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Body, NotAssessable, Report
from generator.regex import regex
from generator.simplified import simplified

OWN = ("乡", "镇", "街道", "苏木")
ABOVE = ("县", "区", "旗")
_QUOTED = regex(r"《[^《》]*》|“[^“”]{0,80}”")
_OF_OURS = regex(
    r"(?:我(?<![自忘]我)|本(?<![村一两每这那基根日资成样文版标书脚原剧课亏]本)|全(?<![安健完齐保周]全))"
    r"(?P<word>乡(?![乡镇村土亲愁情贤间俗音里]|本土|以外)|镇(?![镇乡街定静压痛])|街道(?![路边两])|苏木)(?![（(/／、和及或与])"
)
# `在乡党委、政府的领导下`: at the start of a clause, where no levels are counted up.
_OF_OUR_OFFICES = regex(
    r"(?:^|[，,。；;：:])\s*(?:在|由|经)?"
    r"(?P<word>乡|镇|街道|苏木)(?:党委|党工委|(?:人民)?政府|办事处|党政办|人大|纪委)"
)
_OF_ABOVE = regex(
    r"(?:(?:参加|参与|落实|贯彻|执行|按照|根据|依据|遵照|接受|配合|围绕|紧扣|报|经|由|向|在|受|对)了?[全我本]?"
    r"(?=.(?:委(?!员)|(?:人民)?政府|组织(?!部)|里(?!的)|人大|政务|政数|大数据"
    r"|有关|相关|统一|主管|纪委|司法局|审计局|财政局))"
    r"|(?<![自忘])我)(?P<word>[县区旗])(?![级域])"
)
_ZONE = regex(r"管委会|管理委员会|区党工委|开发区|高新区|经开区|示范区|新区|管理区|工业园|产业园")


class Misnomer(NamedTuple):
    """A word for a level, where it stands in a line, and the kind of the place of that level."""

    word: str
    place: str
    kind: str
    text: str
    start: int
    line: int
    printed: str


def misnomers(report: Report) -> Iterator[Misnomer]:
    """The first use of each word that does not fit; NotAssessable when the county is not known."""
    body = report.body
    kind = next((word for word in OWN if body.name.endswith(word)), "")
    if kind and "（" not in body.printed:
        yield from _of_ours(report, (body.name, kind))
    county, kind = _county(body)
    if not kind:
        raise NotAssessable("no_place")
    if _is_of_its_time(report, county, kind):
        yield from _others(report, _OF_ABOVE, _foreign_to(report, kind), (county, kind))


def _of_ours(report: Report, known: tuple[str, str]) -> Iterator[Misnomer]:
    """Other words for the own kind, behind 我 and the like or behind the own name."""
    told: set[str] = set()
    for pattern in (_OF_OURS, _OF_OUR_OFFICES):
        for found in _others(report, pattern, {*OWN} - {known[1]} - told, known):
            told.add(found.word)
            yield found
    for one in report.misnamed:
        word = next(word for word in OWN if simplified(one.name).endswith(word))
        if word not in told:
            told.add(word)
            yield Misnomer(word, *known, one.sentence, one.start, one.line, one.name)


def _others(
    report: Report, pattern: re.Pattern[str], words: set[str], known: tuple[str, str]
) -> Iterator[Misnomer]:
    told: set[str] = set()
    for paragraph in report.prose():
        if not any(word in paragraph.text for word in words):
            continue
        for found in pattern.finditer(_unquoted(paragraph.text)):
            word = found["word"]
            if word in words and word not in told:
                told.add(word)
                yield Misnomer(word, *known, paragraph.text, found.start(), paragraph.line, word)


def _unquoted(text: str) -> str:
    return _QUOTED.sub(lambda quotation: "　" * len(quotation[0]), text)


def _county(body: Body) -> tuple[str, str]:
    """The county above, in the gazetteer or else in print, and the word for its kind; or ""."""
    before, named, _ = body.printed.partition(body.name or body.printed)
    county = body.county or (before if named else "")
    kind = county[-1:]
    return county, kind if kind in (*ABOVE, "市") and (body.county or kind != "市") else ""


def _is_of_its_time(report: Report, county: str, kind: str) -> bool:
    """Whether the report itself uses the word: a county may have become a district since."""
    words = (county, f"{kind}委", f"{kind}政府", f"{kind}人民政府")
    text = _text(report)
    return county in report.body.printed or any(word in text for word in words)


def _foreign_to(report: Report, kind: str) -> set[str]:
    """The words for other kinds; 区 may mean an autonomous region, a prefecture or a zone."""
    body = report.body
    words = {*ABOVE} - {kind}
    wider = not body.province.endswith(("省", "市")) or body.city.endswith("地区")
    if wider or _ZONE.search(body.printed) or _ZONE.search(_text(report)):
        words.discard("区")
    return words


def _text(report: Report) -> str:
    return "\n".join([paragraph.text for paragraph in report.prose()])
