"""Numbers that the prose states, with the cell of the form that they speak of.

Patterns are narrow on purpose: a sentence that is not understood is left alone, because a claim
that was never made would accuse a township falsely.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model import Agreement, Claim, Paragraph, Reading
from generator.parse.text import sentence

_COUNT = r"(?P<about>将近|近|大约|约|超过|逾)?\s*(?P<value>\d+)\s*(?P<approximate>余|多)?\s*"
_ITEMS = r"(?:条次|条|件次|件|宗|份|起|篇|项|次)"
_CLAUSE = r"[^。；;，,\d]"
_RECEIVED = "requests.received.total"
_OPENING = "requests.brought_forward.total"
_PROCESSED = "requests.processed.total"


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
        _RECEIVED,
    ),
    _wording(
        "requests_received", rf"依申请公开(?:的)?(?:数量|件数|总数)[为是]?\s*{_COUNT}", _RECEIVED
    ),
    _wording(
        "requests_received",
        rf"(?:未|没有|无)(?:曾|再)?(?:收到|接到|受理){_CLAUSE}{{0,45}}?申请(?!人)",
        _RECEIVED,
    ),
    _wording(
        "requests_received",
        r"(?:未有|没有|未发生|不存在|无)依申请公开(?:政府信息)?(?:的)?(?:情况|事项|申请|件)",
        _RECEIVED,
    ),
    _wording(
        "requests_processed",
        rf"(?:(?:处理并|已)?答复|办结)(?:政府信息公开)?(?:申请)?\s*{_COUNT}(?:件|条|宗|份|起)",
        _PROCESSED,
    ),
    _wording("fee_notices", rf"收费通知(?:的)?(?:件数)?[为是]?\s*{_COUNT}件"),
    _wording("fee_charged", r"(?<!实际收取)(?<!实际收取的)总金额[为是]?\s*(?P<value>\d+)\s*元"),
    _wording("fee_collected", r"实际收取(?:的)?(?:总)?金额[为是]?\s*(?P<value>\d+)\s*元"),
    _wording(
        "fee_collected",
        r"(?:未|没有|不|无)(?:发生过?|存在)?(?:向申请人)?收取(?:任何)?(?:政府信息公开)?(?:信息处理)?费用?",
    ),
)

# Requests of other kinds, and answers to other things, that reports count in the same words.
_OTHER_MATTERS = re.compile(
    r"复议|诉讼|许可|审批|审核|登记|低保|救助|补贴|信访|举报|投诉|建议|提案|热线|12345|留言|工单|诉求|咨询"
)
_DISPUTES = re.compile(r"复议|诉讼")

_OPENING_INCLUDED = re.compile(r"[(（]?(?:含|包括)上年(?:度)?结转")


def read_claims(prose: tuple[Paragraph, ...], cells: Mapping[str, Reading]) -> tuple[Claim, ...]:
    """Every number that the prose states, in reading order, compared with the tables."""
    found = [claim for paragraph in prose for claim in _in_paragraph(paragraph)]
    return tuple(_compared(claim, cells) for claim in found)


def _in_paragraph(paragraph: Paragraph) -> Iterator[Claim]:
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
            claims.append(_claim(wording, match, paragraph))
    yield from sorted(claims, key=lambda claim: claim.start)


def _of_another_kind(match: re.Match[str]) -> bool:
    """Whether the words, or their sentence up to here, speak of requests of another kind."""
    if "公开" in match[0]:
        return bool(_DISPUTES.search(match[0]))
    so_far = sentence(match.string[: match.end()], match.start(), match.end())
    return bool(_OTHER_MATTERS.search(so_far))


def _claim(wording: _Wording, match: re.Match[str], paragraph: Paragraph) -> Claim:
    groups = match.groupdict()
    cell = wording.cell
    if cell == _RECEIVED and _OPENING_INCLUDED.match(paragraph.text, match.end()):
        cell = f"{_RECEIVED}+{_OPENING}"
    return Claim(
        wording.key,
        int(groups.get("value") or 0),
        sentence(paragraph.text, match.start(), match.end()),
        paragraph.line,
        match.start(),
        match.end(),
        approximate=bool(groups.get("approximate") or groups.get("about")),
        cell=cell,
    )


def _compared(claim: Claim, cells: Mapping[str, Reading]) -> Claim:
    if not claim.cell or claim.approximate:
        return claim
    values = [cells[address].value for address in claim.cell.split("+") if address in cells]
    if len(values) != claim.cell.count("+") + 1 or None in values:
        return claim
    total = sum(value for value in values if value is not None)
    agreement = Agreement.AGREE if total == claim.value else Agreement.DIFFER
    return replace(claim, agreement=agreement)
