"""Wordings about requests for information: how many, and what became of them."""

from generator.parse.claims.subjects import GRANTED_OR_PARTLY
from generator.parse.claims.wording import BARE, CLAUSE_END, COUNTED, ENDED, Nothing, Wording, one
from generator.regex import regex

_GAP = r"[^,;。\d]"
_LAST_YEAR = r"(?:上一?年度?|去年|20\d\d年度?)(?:\(20\d\d年度?\))?"
_NEXT_YEAR = r"(?:下一?年度?|次年|明年|20\d\d年度?)"
_ABOUT_REQUESTS = r"(?:的)?(?:政府信息公开|依申请公开)?(?:申请|案件)?"
_ON = r"(?:结转|转结|顺延|延续|转入)"
_REQUESTED = regex("申请|答复")
_OF_REQUESTS = regex("申请[^。;]*$")
_SOME = regex(r"(?:^|[(、])(?:其中|另有|另外|其余|剩余|余|尚有|还有|有)?$")
_NOT_DONE = "".join(
    rf"(?<!{word})" for word in ("未", "不予", "超期", "逾期", "延期", "合并", "一并")
)
# `未按规定期限答复申请1件`, `超过期限答复1件`: some that went wrong. `6件涉及18条信息,答复18条`.
_NOT_DONE_REQUESTS = regex(
    r"(?:未能?|没有|不能)(?:在|按|于|及时)[^,;。]{0,16}$|超(?:过|出)[^,;。]{0,16}$|\d件[^;。]*\d条$"
)
# The rest of a request's name; other words turn it into something else that is counted.
_NAME = rf"(?:(?!答复|办结|办理|回复|撤|补正|材料|电话|咨询){_GAP}){{0,6}}?"
_INCLUDING = r"(?:\((?:含|包括)上年度?结转[^()]*\))?"
# Whoever may ask, and for whatever: other words say that only one kind of request is meant.
_ANYONE = (
    r"(?:公民|自然人|个人|群众|公众|村民|居民|申请人|任何|各类|法人|(?:其他|其它|社会)?组织|单位|社会"
    r"|主动公开以外|有关|关于|相关|方面|对|向|就|以|需要|要求|希望|依法|依|申请|获取|提供|公开|政府|政务|信息"
    r"|本|我|镇|乡|街道|办事处|机关|形式|方式|书面|提交|提出|递交|和|或|者|及|、|的)"
)
_NOT_OF_REQUESTS = (
    r"(?!人|行政"
    r"|[^。;,、和及或与]{0,12}(?:复议|诉讼|投诉|举报|意见|建议|反馈|异议|质疑|咨询|不满|满意|补正|撤回|撤销|纠纷))"
)
_NOT_OR_NO = (
    r"(?<![有毫若])(?:未有|没有|无|未(?:曾|有)?发生|没有(?:发生|产生|出现)|未产生|未出现|不存在)"
)
# Words that may open a clause before the name of what is counted in it.
_OPENING = r"(?:20\d\d年度?|[全本今]年度?|年内|[我本全](?:[镇乡]|街道|单位|机关)|,)*"
_RECEIVED = "收到|受理|接到|接收|新收|新增"
_NUMBER = r"(?:总数量|数量|件数|总数|总量|数|量)"


_GRANTED = r"(?:(?<!不)(?<!主动)予以公开|(?<!不)同意公开)"


def _outcome(key: str, word: str, name: str = "", cells: tuple[str, ...] = ()) -> Wording:
    return Wording(
        one(key),
        regex(rf"{name or word}(?:的)?(?:政府信息|信息)?(?:申请|案件)?{COUNTED}"),
        word,
        follows=regex(ENDED),
        given=_REQUESTED,
        cells=cells,
    )


BROUGHT_FORWARD = (
    Wording(
        one("requests_brought_forward"),
        regex(
            rf"(?:{_LAST_YEAR}(?:结转|转结|遗留|转入)|(?:结转|转结|承接)(?:上一?年度?|去年))"
            rf"{_ABOUT_REQUESTS}{COUNTED}"
        ),
        "年",
    ),
)
CARRIED_FORWARD = (
    Wording(
        one("requests_carried_forward"),
        regex(
            rf"(?:{_ON}(?:至|到|入)?(?:下一?年度?|次年|明年)|{_ON}(?:至|到|入)20\d\d年度?)"
            rf"(?:继续)?(?:办理|答复|办结|处理)?{_ABOUT_REQUESTS}{COUNTED}"
        ),
        "年",
    ),
    Wording(
        one("requests_carried_forward"),
        regex(r"^[、]?结转$"),
        "结转",
        given=regex(r"(?:办结|答复)[^。;]*结转"),
    ),
    Wording(
        one("requests_carried_forward"),
        _SOME,
        follows=regex(
            rf"(?:政府信息公开)?(?:申请)?(?:按照?[^,;。]{{0,12}}?|依法|将)?{_ON}(?:至|到|入)?{_NEXT_YEAR}"
        ),
    ),
    Wording(
        one("requests_carried_forward"),
        _SOME,
        follows=regex(
            r"(?:申请)?(?:尚|仍|还)?(?:在|处于)(?:法定)?(?:答复|办理)(?:期|期限|时限)内"
            r"|(?:申请)?(?:正在|尚在|仍在)办理"
        ),
        given=_OF_REQUESTS,
    ),
)
PROCESSED = (
    Wording(
        one("requests_processed"),
        regex(
            rf"{_NOT_DONE}(?:(?:处理并|已)?答复|办结)(?:政府信息公开|依申请公开)?(?:申请|事项)?(?:共计|共)?$"
        ),
        units=frozenset(["件", "条", "宗", "份", "起"]),
        follows=regex(rf"{ENDED}|(?:政府信息|依申请|信息)公开|申请"),
        unless=_NOT_DONE_REQUESTS,
    ),
    Wording(
        one("requests_processed"),
        regex(r"^(?:其中:?)?$"),
        given=_OF_REQUESTS,
        follows=regex(
            r"(?:申请)?(?:均|全部|都)?已(?:依法|依规|按期|按时|及时)*(?:答复|办结|办理完毕)"
        ),
    ),
)
RECEIVED = (
    Wording(
        one("requests_received"),
        regex(
            rf"(?<![未不])(?:{_RECEIVED}){_GAP}{{0,30}}?申请(?!人)(?:公开)?"
            rf"{_NAME}{_INCLUDING}$"
        ),
        "申请",
    ),
    Wording(
        one("requests_received"),
        regex(r"依申请公开(?:政府信息)?(?:的)?(?:数量|件数|总数|数)[为是]?:?$"),
        "依申请公开",
        units=BARE,
    ),
    Wording(  # `梳理依申请公开事项12项` counts kinds of information
        one("requests_received"),
        regex(rf"(?<!梳理)(?<!编制)(?<!目录)依申请公开(?:政府信息)?(?:的)?(?:事项|申请){COUNTED}$"),
        "依申请公开",
        units=frozenset({"件", "件次", "宗", ""}),
    ),
    Wording(
        one("requests_received"),
        regex(rf"^[、(]?{_OPENING}(?:政府|政务)?信息公开申请(?:的)?{_NUMBER}[为是]:?$"),
        "申请",
        units=BARE,
        follows=regex(ENDED),
    ),
    Wording(one("requests_received"), regex("新收$"), "新收", given=regex("申请")),
    Wording(
        one("requests_received"),
        regex("(?:收到|受理|接到|新收)(?:了)?$"),
        follows=regex(
            r"(?:政府|政务)?信息公开(?:的)?申请(?!人)|(?:(?:政府|政务)?信息)?依申请公开(?=[,;。)]|$)"
        ),
    ),
    Wording(
        one("requests_received"),
        regex("(?:线上|线下|网上)受理$"),
        "受理",
        follows=regex(r"[^。]*(?:结转|申请|公开)|(?:全部|均)办结"),
    ),
)
# `线下受理4件全部办结`: one number that is said of both.
ALSO_PROCESSED = Wording(
    one("requests_processed"),
    regex("(?:线上|线下|网上)受理$"),
    "受理",
    follows=regex(r"(?:已)?(?:全部|均)(?:已)?办结"),
)
OUTCOMES = (
    _outcome(
        "requests_granted",
        "部分公开",
        r"(?<!不)予以公开(?:及|和|或|、|与)(?:予以)?部分公开",
        (GRANTED_OR_PARTLY,),
    ),
    _outcome("requests_granted", "公开", _GRANTED, (GRANTED_OR_PARTLY,))._replace(
        follows=regex(r"\((?:其中)?(?:含|包括|包含)(?:予以)?部分公开")
    ),
    _outcome("requests_granted", "公开", _GRANTED),
    _outcome("requests_partly_granted", "部分公开", r"(?<![及和或与])(?<!公开、)部分公开"),
    _outcome("requests_withheld", "不予公开"),
    _outcome("requests_unavailable", "无法提供"),
    _outcome("requests_not_handled", "不予处理"),
    _outcome("requests_closed", "其他处理"),
)
# `受理宅基地申请20件`: where information is not named, no other word may say what is asked for.
ANY_REQUESTS = regex(
    rf"(?:{_RECEIVED})(?:{_ANYONE}|各类?|新增?|共计?|有效|网上|网络|线上|线下|当面|现场|信函|邮件|邮寄|传真"
    r"|来自|企业|了)*+(?<=申请)"
)
COUNTED_REQUESTS = (*BROUGHT_FORWARD, *CARRIED_FORWARD, *PROCESSED, *RECEIVED, *OUTCOMES)
NONE_RECEIVED = (
    Nothing(
        one("requests_received"),
        regex(
            rf"(?:未|没有|无)(?:曾|再)?(?:接?收到|接到|受理)过?(?:[和或及]处理|,处理)?"
            rf"(?!的){_ANYONE}{{0,30}}?申请"
            rf"{_NOT_OF_REQUESTS}"
        ),
        ("申请",),
    ),
    Nothing(
        one("requests_received"),
        regex(
            rf"(?:未有|没有|无)(?:任何)?(?:公民|群众|村民|居民|人(?!民)){_ANYONE}{{0,30}}?申请"
            rf"(?:公开)?(?:政府|政务)?(?:信息)?(?:公开)?(?:的(?:情况|情形|事项))?{CLAUSE_END}"
        ),
        ("申请",),
    ),
    Nothing(
        one("requests_received"),
        regex(
            rf"{_NOT_OR_NO}依申请公开(?:政府信息)?(?:的)?(?:情况|事项|申请|件)*(?:发生)?"
            r"(?=[。;,、)]|$)"
        ),
        ("依申请公开",),
    ),
    # `主动公开20件,依申请公开0件` counts what was published, so nothing else may stand before it.
    Nothing(
        one("requests_received"),
        regex(
            rf"(?:^|(?<=。)){_OPENING}(?:依申请公开(?:政府信息)?|申请公开政府信息)(?:受理)?"
            rf"{_NUMBER}?[为是]?[0零][件宗份起]?(?=。|[;,](?!主动|不予|部分)|$)"
        ),
        ("申请公开",),
    ),
    Nothing(
        one("requests_received"),
        regex(
            rf"{_NOT_OR_NO}(?:任何|需要?(?:办理|答复|处理)的)?(?:政府|政务)?信息公开(?:的)?申请"
            rf"(?:情况|事项|件)*(?:发生)?{CLAUSE_END}"
        ),
        ("信息公开申请", "信息公开的申请"),
    ),
)
