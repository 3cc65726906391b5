"""Wordings about reconsiderations and suits."""

from generator.parse.claims.wording import BARE, COUNTED, ENDED, Nothing, Wording
from generator.regex import regex

_KEYS = {"复议": "reconsiderations", "诉讼": "suits"}
_DISPUTE = r"(?:行政)?(?:复议|诉讼)"
_CASES = r"(?:案件|案|事项|情况)?"
_AND = r"(?:、|,|以及|和|及|与|或)"
# Whoever may go there, and because of what: other words say that only some kind is meant.
_ANYHOW = (
    r"(?:因|由|针对|有关|关于|涉及|本|我|镇|乡|街道|办事处|机关|单位|年度|年|政府|政务|信息|公开|工作"
    r"|事项|事务|申请|引起|引发|导致|产生|提起|提出|发生|收到|的|而|被|及|和|或|与|、|任何|相关|各类|类|公民"
    r"|群众|法人|其他|组织|行政|投诉|举报|信访|对|就|依|向|要求)"
)

DISPUTES = (
    Wording(
        _KEYS | {"依申请公开": "requests_received"},
        regex(
            rf"依申请公开(?:申请)?{_AND}(?:{_DISPUTE}{_CASES}{_AND})*{_DISPUTE}{_CASES}{COUNTED}"
        ),
        "依申请公开",
        units=BARE,
        follows=regex(ENDED),
    ),
    Wording(
        _KEYS,
        regex(rf"(?:{_DISPUTE}{_CASES}{_AND})*{_DISPUTE}{_CASES}{COUNTED}"),
        units=BARE,
        follows=regex(ENDED),
        given=regex("复议|诉讼"),
    ),
    # Who applies for reconsideration of anything at all is not meant by the form.
    Wording(
        _KEYS,
        regex(rf"{_DISPUTE}申请{COUNTED}"),
        "申请",
        follows=regex(ENDED),
        given=regex("信息公开[^。;]*$"),
    ),
)
_NONE = regex(
    r"(?:未|没有|无|不存在)(?:曾|有)?(?:发生|收到|接到|产生|出现|引发|引起|存在|涉及)?过?"
    rf"{_ANYHOW}{{0,24}}?{_DISPUTE}{_CASES}(?:{_AND}(?:被)?(?:提起|申请)?{_DISPUTE}{_CASES})*"
    rf"(?:{_AND}(?:有关的?|相关的?)?(?:申诉|举报申诉|举报|投诉|信访)(?:案件|案|件)?)?"
    r"(?:等)?(?:的)?(?:案件|案|情况|情形|事项|现象|事件|申请|问题)?(?:的)?(?:情况|情形|发生|产生)?"
    rf"(?=[。;,)]|$|、(?!{_DISPUTE}))"
)
NO_DISPUTES = Nothing(_KEYS, _NONE, ("复议", "诉讼"))
