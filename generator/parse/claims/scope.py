"""The cell that a number can be held against: none when it is not one about the whole."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from generator.model import statement
from generator.parse.claims.subjects import BROUGHT_FORWARD, RECEIVED, SUBJECTS, Scope
from generator.regex import regex
from generator.simplified import HAN

_OPENING_INCLUDED = regex(r"\(?(?:含|包括)上年度?结转")
_YEAR = regex(r"20\d\d(?=年)")
_NEXT_YEAR = regex(r"[^,;。\d]*(?:20\d\d年)?")
_INFORMATION = regex("信息公开|政务公开|依申请公开")
# `答复20件,其中予以公开12件`: parts of the whole that the table has rows for.
_OF_WHICH = regex(r"((?:答复|办结)[^,;。\d]{0,12}\d+件[,(])其中:?")
_THE_YEAR = regex(r"全年|本年|年度|20\d\d年")
# Teams, campaigns and kinds of cases decide less than the body as a whole.
_ONE_FIELD = regex(
    r"队|站|所|中心|办公室|科|局|专项|行动|领域|整治|巡查|涉|类|综合|城管|立案|查处|罚款|违法|违章"
    r"|违规|简易|普通程序|一般程序|公示|公开|发布|归集|录入|上传|执法"
)
_AT_THE_END = regex(r"(?:截至|截止)(?:到|至)?(20\d\d年)?(?:年?底|年?末|12月(?:31日|底))")
# `制发规范性文件3件(含废止1件)`: a number that adds up several things done.
_WITH_OTHERS = regex(r"[(,](?:其中)?(?:含|包括|包含)")
# `审结行政复议3件`, `新增行政诉讼2件`: cases that came to an end, or were not pending before.
_SOME_CASES = regex(r"审结|办结|结案|了结|新增|新收|新发生|败诉|胜诉|维持|纠正|撤销|驳回|应诉")
# `行政复议2件,其中上年度受理1件`
_EARLIER_TOO = regex(r"[,(]?其中:?[^,;。\d]{0,8}(?:上一?年|去年|往年|以前|20\d\d年)")
_OTHER_DOCUMENTS = regex("上级|学习|宣传|清理|备案|审查|审核|评估|解读|草案|征求|转发|党|区|县|市")
# Other applications, all but some, what is hoped for, what was left undone: not the whole.
_NOT_THE_WHOLE = regex(
    r"政务服务申请|征求意见函|以(?<!主动公开以)外的|之(?<!主动公开之)外的|除[^,;。]{1,20}外,|力争|争取"
    r"|因未|因不|代[区县市旗省]|代为"
)
# `县自然资源局收到`, `镇财政所、卫生院分别收到`, `村（社区）受理`; not `我局收到`.
_ANOTHER_BODY = regex(
    rf"(?:[局所院站队科村](?<={HAN}.)(?<![我本该].)|社区\)?)(?:分别|共计?|累计|全年|年内|本年)*$"
)
# `收到自然人申请6件,法人申请1件`: requests of one kind of applicant.
_PERSONS = regex("自然人|公民|个人|村民|居民|群众")
_ONE_PERSON = regex("自然人|个人")
_BODIES = regex("法人|企业|公司|组织")
_AHEAD = 12  # characters


class Stated(NamedTuple):
    """A number as its sentence states it: the sentence up to the end of the number, the words that
    make the claim, and the rest of the sentence."""

    key: str
    value: int
    said: str
    words: str
    rest: str
    cells: tuple[str, ...] = ()


def cell_of(stated: Stated, year: int | None, known: Collection[str]) -> str:
    """The cell, or the sum of cells, that a report with these cells has for a number."""
    subject = SUBJECTS[stated.key]
    if not subject.cells or _is_of_others(stated) or not _IS_WHOLE[subject.scope](stated, year):
        return ""
    if stated.key == "requests_received" and _includes_opening(stated):
        return f"{RECEIVED}+{BROUGHT_FORWARD}"
    return next((cell for cell in stated.cells or subject.cells if _all(cell, known)), "")


def _is_of_others(stated: Stated) -> bool:
    """Whether a number is another body's, or its sentence says that it is not one of all."""
    before = stated.said.removesuffix(stated.words)
    return bool(
        _NOT_THE_WHOLE.search(stated.said + stated.rest[:_AHEAD]) or _ANOTHER_BODY.search(before)
    )


def _includes_opening(stated: Stated) -> bool:
    return bool(
        _OPENING_INCLUDED.match(stated.rest)
        or (stated.words.count("(") and _OPENING_INCLUDED.search(stated.words))
    )


def _all(cell: str, known: Collection[str]) -> bool:
    return all(address in known for address in cell.split("+"))


def _of_the_year(stated: Stated, year: int | None) -> bool:
    """Whether it is about all that there was in the year."""
    received = stated.key == "requests_received"
    if received and stated.value and _of_one_kind(stated):
        return False
    said = stated.said if stated.value else _none_by_its_end(stated.said)
    return statement.of_the_year(said, year) and statement.of_all(stated.rest, received=received)


def _none_by_its_end(said: str) -> str:
    """Where there was none up to the last day of the year, there was none in it."""
    return _AT_THE_END.sub(r"\1", said).replace("累计", "")


def _of_one_kind(stated: Stated) -> bool:
    """Whether only persons or only bodies are named that asked; the public may be everybody."""
    if not _PERSONS.search(stated.words):
        return bool(_BODIES.search(stated.words))
    if _BODIES.search(stated.words):
        return False
    return bool(_BODIES.search(stated.rest) or _ONE_PERSON.search(stated.words))


def _requests(stated: Stated, year: int | None) -> bool:
    if stated.key == "requests_brought_forward":
        return _before(stated, year) and _named_years(stated.words, year, -1)
    if stated.key == "requests_carried_forward":
        ahead = _NEXT_YEAR.match(stated.rest)
        words = stated.words + (ahead[0] if ahead else "")
        return _before(stated, year) and _named_years(words, year, +1)
    return _of_the_year(stated, year)


def _before(stated: Stated, year: int | None) -> bool:
    """The same of the words before: these name another year, or `另有` that are carried forward."""
    said = _OF_WHICH.sub(r"\1", stated.said.removesuffix(stated.words))
    return statement.of_the_year(said, year)


def _named_years(words: str, year: int | None, offset: int) -> bool:
    """Whether the words name no year but the one before or behind that of the report."""
    return all(year is not None and int(n) == year + offset for n in _YEAR.findall(words))


def _outcomes(stated: Stated, year: int | None) -> bool:
    said = _OF_WHICH.sub(r"\1", stated.said)
    return statement.of_the_year(said, year) and statement.of_all(stated.rest, received=False)


def _disputes(stated: Stated, year: int | None) -> bool:
    """Where there were none at all, there were none about information."""
    about = not stated.value or _INFORMATION.search(stated.said)
    if _EARLIER_TOO.match(stated.rest):
        return False
    return bool(about) and not _SOME_CASES.search(stated.said) and _of_the_year(stated, year)


def _documents(stated: Stated, year: int | None) -> bool:
    lapsed_too = stated.key.endswith("_repealed") and "失效" in stated.said + stated.rest
    other = lapsed_too or _OTHER_DOCUMENTS.search(stated.said)
    mixed = _WITH_OTHERS.search(stated.said) or _WITH_OTHERS.match(stated.rest)
    if stated.key.endswith("_in_force"):  # which is a number of the year's last day
        stated = stated._replace(said=_AT_THE_END.sub(r"\1", stated.said))
    return not (other or mixed) and _of_the_year(stated, year)


def _decisions(stated: Stated, year: int | None) -> bool:
    """Only where the sentence names the year: prose often counts one team or one campaign."""
    said = stated.said
    whole = bool(_THE_YEAR.search(said)) and not _ONE_FIELD.search(said)
    return whole and _of_the_year(stated, year)


_IS_WHOLE: dict[Scope, Callable[[Stated, int | None], bool]] = {
    Scope.REQUESTS: _requests,
    Scope.OUTCOMES: _outcomes,
    Scope.DISPUTES: _disputes,
    Scope.DOCUMENTS: _documents,
    Scope.DECISIONS: _decisions,
}
