"""Numbers that the prose states, with the cell of the form that they speak of.

Patterns are narrow on purpose: a sentence that is not understood is left alone, because a claim
that was never made would accuse a township falsely.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Claim, Paragraph, Reading, statement
from generator.parse.comparison import BROUGHT_FORWARD, PROCESSED, RECEIVED, compared
from generator.parse.text import sentence

_COUNT = r"(?P<about>将近|近|大约|约|超过|逾)?\s*(?P<value>\d+)\s*(?P<approximate>余|多)?\s*"
_ITEMS = r"(?:条次|条|件次|件|宗|份|起|篇|项|次)"
_CLAUSE = r"[^。；;，,\d]"
# Whoever may ask, and for whatever: other words say that only one kind of request is meant.
_ANYONE = (
    r"(?:公民|自然人|个人|群众|公众|村民|居民|申请人|任何|各类|法人|(?:其他|其它|社会)?组织|单位|社会"
    r"|主动公开以外|有关|关于|相关|对|向|就|以|需要|要求|希望|依法|依|申请|获取|提供|公开|政府|政务|信息"
    r"|本|我|镇|乡|街道|办事处|机关|形式|方式|书面|提交|提出|递交|和|或|者|及|、|的)"
)
_ONE_KIND = re.compile(r"法人|组织|(?<![本我])单位")
_ANY_KIND = re.compile(r"公民|自然人|个人|群众|公众")
_NOT_DONE = "".join(rf"(?<!{word})" for word in ("未", "不予", "超期", "逾期", "延期"))


@dataclass(frozen=True, slots=True)
class _Wording:
    """A way to state a number. Without a group `value` the wording itself means zero."""

    key: str
    pattern: re.Pattern[str]
    cell: str = ""


def _wording(key: str, pattern: str, cell: str = "") -> _Wording:
    return _Wording(key, re.compile(pattern), cell)


WORDINGS = (
    _wording(
        "disclosures",
        rf"(?:主动公开|公开发布|累计公开|共公开|发布|公开)(?:各类)?(?:政府|政务)?信息{_CLAUSE}{{0,6}}?{_COUNT}{_ITEMS}",
    ),
    _wording(
        "requests_received",
        rf"(?:收到|受理|接到|接收){_CLAUSE}{{0,30}}?申请(?:公开)?{_CLAUSE}{{0,6}}?{_COUNT}{_ITEMS}",
        RECEIVED,
    ),
    _wording(
        "requests_received", rf"依申请公开(?:的)?(?:数量|件数|总数)[为是]?\s*{_COUNT}", RECEIVED
    ),
    _wording(
        "requests_received",
        rf"(?:未|没有|无)(?:曾|再)?(?:收到|接到|受理)过?(?!的){_ANYONE}{{0,30}}?申请"
        r"(?!人|行政|[^。；;，,、和及或与]{0,10}(?:复议|诉讼|投诉|举报))",
        RECEIVED,
    ),
    _wording(
        "requests_received",
        r"(?:未有|没有|未发生|不存在|无)依申请公开(?:政府信息)?(?:的)?(?:情况|事项|申请|件)+(?:发生)?"
        r"(?=\s*(?:[。；;，,、）)]|$))",
        RECEIVED,
    ),
    _wording(
        "requests_processed",
        rf"{_NOT_DONE}(?:(?:处理并|已)?答复|办结)(?:政府信息公开)?(?:申请)?\s*{_COUNT}(?:件|条|宗|份|起)",
        PROCESSED,
    ),
    _wording("fee_notices", rf"收费通知(?:的)?(?:件数)?[为是]?\s*{_COUNT}件"),
    _wording("fee_charged", r"(?<!实际收取)(?<!实际收取的)总金额[为是]?\s*(?P<value>\d+)\s*元"),
    _wording("fee_collected", r"实际收取(?:的)?(?:总)?金额[为是]?\s*(?P<value>\d+)\s*元"),
    _wording(
        "fee_collected",
        r"(?:未|没有|不|无)(?:发生过?|存在)?(?:向申请人)?收取(?:任何)?(?:政府信息公开)?(?:信息处理)?费用?",
    ),
)

_DISPUTES = re.compile(r"复议|诉讼")

_OPENING_INCLUDED = re.compile(r"[(（]?(?:含|包括)上年(?:度)?结转")


def read_claims(
    prose: tuple[Paragraph, ...], cells: Mapping[str, Reading], year: int | None
) -> tuple[Claim, ...]:
    """Every number that the prose states, in reading order, compared with the tables."""
    return compared([c for paragraph in prose for c in _in_paragraph(paragraph, year)], cells)


def _in_paragraph(paragraph: Paragraph, year: int | None) -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    claims: list[Claim] = []
    for wording in WORDINGS:
        for match in wording.pattern.finditer(paragraph.text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            if wording.cell and _of_another_kind(match):
                continue
            taken.append((start, end))
            claims.append(_claim(wording, match, paragraph, year))
    yield from sorted(claims, key=lambda claim: claim.start)


def _of_another_kind(match: re.Match[str]) -> bool:
    """Whether the words, or their sentence up to here, speak of requests of another kind."""
    if "value" not in match.re.groupindex and _ONE_KIND.search(match[0]):
        return not _ANY_KIND.search(match[0])
    if "公开" in match[0]:
        return bool(_DISPUTES.search(match[0]))
    return statement.of_other_matters(statement.before(match.string, match.end()))


def _claim(
    wording: _Wording, match: re.Match[str], paragraph: Paragraph, year: int | None
) -> Claim:
    groups = match.groupdict()
    return Claim(
        wording.key,
        int(groups.get("value") or 0),
        sentence(paragraph.text, match.start(), match.end()),
        paragraph.line,
        match.start(),
        match.end(),
        approximate=bool(groups.get("approximate") or groups.get("about")),
        cell=_cell(wording, match, year),
    )


def _cell(wording: _Wording, match: re.Match[str], year: int | None) -> str:
    """The cell that a number can be held against: none when it is not about the whole year."""
    text, end = match.string, match.end()
    whole = statement.of_the_year(statement.before(text, end), year) and statement.of_all(
        statement.after(text, end), received=wording.cell == RECEIVED
    )
    if not whole:
        return ""
    if wording.cell == RECEIVED and _OPENING_INCLUDED.match(text, end):
        return f"{RECEIVED}+{BROUGHT_FORWARD}"
    return wording.cell
