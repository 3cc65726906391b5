"""Wordings about the information-processing fee."""

from generator.parse.claims.wording import CLAUSE_END, MONEY, Nothing, Wording, one
from generator.regex import regex

_IS = r"(?:共计|共|合计|总计)?[为是]?:?$"

_AND = r"(?:、|,|以及|和|及|与)"
_ALL = r"(?:金额|费用)"

FEES = (
    # `收费通知的件数、总金额和实际收取的总金额均为0`
    Wording(
        {"通知": "fee_notices", "金额": "fee_charged", "实际收取": "fee_collected"},
        regex(
            rf"收费通知书?(?:的)?(?:件数|数量)?{_AND}(?:收费)?(?:的)?总?{_ALL}"
            rf"(?:{_AND}实际收取(?:的)?(?:信息处理费)?(?:的)?总?{_ALL})?(?:均|都)[为是]?:?$"
        ),
        "通知",
        units=frozenset({"件", "元", ""}),
    ),
    Wording(
        one("fee_notices"),
        regex(rf"收费通知书?(?:的)?(?:件数|数量)?{_IS}"),
        "收费通知",
        units=frozenset({"件", "份", ""}),
    ),
    Wording(
        one("fee_collected"),
        regex(
            rf"(?:实收|实际收取(?:的)?(?:信息处理费)?(?:总)?(?:金额|费用)?"
            rf"|(?<![应未不])收取(?:的)?(?:政府信息公开)?信息处理费用?(?:总金额|金额)?){_IS}"
        ),
        "收",
        units=MONEY | {""},
    ),
    Wording(
        one("fee_charged"),
        regex(rf"(?:^[、(]?|费用?|通知|的)总金额{_IS}"),
        "总金额",
        units=MONEY | {""},
        given=regex("费[^。]*总金额"),
    ),
)
NO_FEES = (
    Nothing(
        one("fee_notices"),
        regex(
            rf"(?:未|没有|无)(?:发出|发送|开具)?过?(?:任何)?(?:信息处理费)?收费通知书?{CLAUSE_END}"
        ),
        ("收费通知",),
    ),
    Nothing(
        one("fee_collected"),
        regex(
            r"(?:未|没有|不|无)(?:发生过?|存在)?(?:向申请人)?收取(?:任何)?(?:政府信息公开)?(?:信息处理)?费用?"
        ),
        ("收取",),
    ),
    Nothing(
        one("fee_collected"),
        regex(
            rf"(?:未|没有|无)(?:发生|产生|存在)?过?(?:任何)?收费(?:的)?(?:情况|行为|现象)?{CLAUSE_END}"
        ),
        ("收费",),
    ),
)
