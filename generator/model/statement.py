"""Whether a sentence of the prose speaks of all requests of the year, or of fewer, or of others.

The one notion of what can be held against the tables, for reading numbers and for rules alike. It
is narrow: in doubt a statement is left aside, because comparing it would accuse falsely.
"""

from functools import lru_cache

from generator.regex import regex
from generator.simplified import folded

_ENDS = regex(r"[。；;]")
_CLAUSE_ENDS = regex(r"[，,：:]")
_PART = regex(
    r"其中|其余|剩余|余下|另有|另外|半年|季度|\d\s*月|截至|截止|累计"
    r"|上年|上一年|去年|此前|(?<!可)以前|之前|前年|历年|往年|近年|[近几多两二三四五]年来|近[两二三四五\d]年|较|比|办公室|我办|本级"
    r"|线上|线下|网上|网络|互联网|信函|信件|邮|传真|当面|现场|窗口|口头|电话"
)
# Wider or other bodies than the one that reports; `健全县` and `安全区域` are other words.
_OTHER_BODIES = regex(
    r"(?<![安健完])全[县区市州省旗盟](?!域)|各(?:个)?(?:行政)?(?:村|社区|单位|部门|乡镇|镇|乡|街道)"
    r"|村级|(?:村|居)(?:\(居\)|民)?委|[镇街乡]属|事业单位|服务中心|网格|(?:所|下)[辖属][^,，。；;]{0,4}(?:村|社区|单位|部门)"
    r"|(?:[县区市州省旗盟]|上级)(?:人民)?政府(?:办公?室?)?(?=[^,，。；;的]{0,6}(?:收到|受理|接到|未|没有|办理|答复))"
)
# `2023年累计收到`: of a year that is named no more than its whole.
_IN_ALL = regex(r"(?:20\d\d年度?|全年|本年度?|年内)[^,，。；;]{0,12}?累计")
_MORE = regex(
    r"\d件[^,;。]{0,4}告知|其余|剩余|余下|另(?!行)|此外|余\d|\([^()]{0,4}(?:本年|今年|当年)新收\)"
)
# `，较上年增加2件，` between two statements says nothing of either.
_ASIDE = regex(r"[,，(（](?:较|比|同比|环比|与)[^,，)）]*(?:增|减|持平|升|降|多|少|相同)[^,，)）]*")
# `上年结转6件` and `另有5件顺延到下年度` belong to the balance of this year.
_CARRIED = regex(
    r"(?:上一?年度?|去年|20\d\d年度?)(?:\(20\d\d年度?\))?(?:结转|转结|遗留)[^,;。\d]{0,12}\d+件?"
    r"|(?:结转|转结|顺延|转入)(?:至|到|入)?(?:上一?年度?|下一?年度?|20\d\d年度?)[^,;。\d]{0,8}\d+件?"
)
_AHEAD = regex(r"(?:另有|其余|剩余|余)?\d+件[^,;。)]{0,16}?(?:顺延|结转|转结)[^,;。)]*")
_WHOLE_YEAR = regex(
    r"(?P<from>20\d\d年)?0?1月0?1日(?:起|开始)?(?:至|到|[-—–~～])+(?P<to>20\d\d年)?12月31日(?:止|期间)?"
)
# `13件（11件网上申请，2件信函申请）`: what is said of one number, closed before the next.
_OF_ONE_NUMBER = regex(r"(?<=\d[件条宗份起次])[(（][^()（）]*[)）]")
_YEAR = regex(r"(20\d\d)(?=\s*年)")
_HANDLING = regex(r"答复|办结|办理|处理|予以")
# Requests of other kinds, and answers to other things, that reports count in the same words.
_OTHER_MATTERS = regex(
    r"复议|诉讼|许可|审批|审核|登记|低保|救助|补贴|信访|举报|投诉|建议|提案|热线|12345|留言|工单|诉求|咨询"
    r"|政务服务|便民服务|服务事项|各类申请|信箱|来信|有效信件|来电|来访|问政|网民|接访|纠纷"
)


def before(text: str, place: int) -> str:
    """The sentence that a place in a text stands in, up to there."""
    return _ENDS.split(text[:place])[-1]


def after(text: str, place: int) -> str:
    """The rest of the sentence behind a place."""
    return _ENDS.split(text[place:])[0]


def last_clause(said: str) -> str:
    """The clause that words which lead up to a place end in."""
    return _CLAUSE_ENDS.split(said)[-1].strip()


@lru_cache(maxsize=256)  # a sentence with several numbers, which several rules look at
def of_the_year(said: str, year: int | None) -> bool:
    """Whether words that lead up to a statement leave it one about the whole of the year, and
    about no wider or other body."""
    plain = _CARRIED.sub("", _ASIDE.sub("", _OF_ONE_NUMBER.sub("", folded(said))))
    if "累计" in plain:
        plain = _IN_ALL.sub(lambda found: found[0][:-2], plain)
    if "月" in plain:
        plain = _WHOLE_YEAR.sub(r"\g<from>\g<to>", plain)
    if _PART.search(plain) or _OTHER_BODIES.search(plain):
        return False
    return {int(n) for n in _YEAR.findall(plain)} <= {year}


def of_all(rest: str, *, received: bool) -> bool:
    """Whether what follows a number adds no others to it; how requests received were handled
    is another matter."""
    if received:
        return not _MORE.search(_HANDLING.split(rest)[0])
    return not _MORE.search(_AHEAD.sub("", rest))


def of_other_matters(said: str) -> bool:
    """Whether words speak of something else than requests for information."""
    return bool(_OTHER_MATTERS.search(said))
