"""Wordings about what was published: information, documents, decisions."""

from generator.parse.claims.wording import (
    BARE,
    CLAUSE_END,
    COUNTED,
    ENDED,
    Wording,
    one,
)
from generator.regex import regex

_PUBLISHED = (
    r"(?<!予以)(?<!不予)(?<!部分)(?<!申请)(?<!拒绝)(?<![未不])(?<!免[于予])"
    r"(?:主动公开|公开发布|公开|发布|公布|更新)[了的]?"
)
_OF_GOVERNMENT = r"(?:政府|政务)?"
# A part of the whole is no claim about it.
_PART = regex("其中")
_ENDED = regex(ENDED)

DISCLOSURES = (
    Wording(
        one("disclosures"),
        regex(
            rf"(?:{_PUBLISHED}(?:各类|各项|各种|各)?(?:公开)?{_OF_GOVERNMENT}信息"
            rf"|主动公开(?:了)?(?:各类)?{_OF_GOVERNMENT}文件){COUNTED}"
        ),
        unless=_PART,
    ),
    Wording(
        one("disclosures"),
        regex(
            rf"^[、(]?(?:[^,;。申收理]{{0,14}}(?:镇|乡|街道|处|年|年度))?(?:政府|政务)信息公开{COUNTED}"
        ),
        "信息公开",
        units=frozenset({"条", "条次"}),
        unless=_PART,
    ),
    Wording(
        one("disclosures"),
        regex(rf"{_PUBLISHED}(?:共)?$"),
        units=frozenset({"条", "条次"}),
        follows=regex(rf"(?:各类)?{_OF_GOVERNMENT}信息{CLAUSE_END}"),
        unless=_PART,
    ),
)

_DECISION = r"行政(?:许可|处罚|强制)(?:决定书?|案件|案|措施|执行)?"
DECISIONS = (
    Wording(
        {"行政许可": "licences", "行政处罚": "penalties", "行政强制": "coercive_measures"},
        regex(rf"(?:{_DECISION}(?:、|和|及|与|或|以及))*{_DECISION}{COUNTED}"),
        "行政",
        units=BARE - {"条", "条次", "篇", "个"},  # of what was published about them
        follows=_ENDED,
        # Lists of powers count kinds of decisions, and not how many were made.
        unless=regex(r"清单|权责|职权|权力|事项|承接|下放|赋权|划转|委托|目录"),
    ),
)
