"""Percentages in the prose against the numbers that they are of."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from generator import form
from generator.bilingual import Text
from generator.model import Claim, NotAssessable, Number, Paragraph, Report, Severity, statement
from generator.regex import regex
from generator.rules import sources
from generator.rules.enumerations import Odd, odd_parts
from generator.rules.registry import Fact, Hit, rule
from generator.rules.wording import listed, quoted
from generator.specimen import Specimen, of_persons

_RECEIVED, _OPENING, _PROCESSED, _CARRIED = (
    f"requests.{row}.total"
    for row in ("received", "brought_forward", "processed", "carried_forward")
)
_DUE = (_RECEIVED, _OPENING)
_DECIDED, _IN_HAND = Text("办结", "decided"), Text("应办理", "due")
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d{1,4})?)\s*[%％](?!以上|以内|左右|上下|多|强)"
# `答复805件，占申请总数的93.7%`: of what, if that is said, has to be all requests of the body.
_SHARE = regex(
    r"[，,（(]?占(?:比)?(?:其中|本年度?|全年|总|全部|所有|政府信息公开|依申请公开|信息公开|申请|答复|办结"
    r"|办理|受理|收到|新收|处理|结果|件数|数量|总量|数|量|的|比例|比重|比|为|达到?){0,8}" + _PERCENT
)
# Not `按时答复率` or `满意率`, which are of others.
_RATE = regex(
    rf"(?:^|[，,；;。、（(]|申请|公开)(?:的)?(?P<words>(?:答复|办结|回复)率(?:为|是|达到?)?{_PERCENT})"
)
_OF_REQUESTS = "requests_"
_NOT_DONE = {"requests_received", "requests_brought_forward", "requests_carried_forward"}
_THREE = of_persons(received=3, granted=2, partly_granted=1, processed=3)
_OF_WHICH = "其中"
_MOST_NUMBERS = 30  # that a paragraph of prose states


class _Share(NamedTuple):
    """A percentage as printed, where it stands, the numbers it may be of, and those it may be a
    part of beside the ones of the table; a rate may be that of the table's number as well."""

    words: str
    percent: str
    line: int
    parts: frozenset[int]
    stated: frozenset[int]
    rate: bool = False

    def fits(self, part: Number, whole: Number) -> bool:
        """Whether it is part/whole, rounded or cut off at the last digit that is printed."""
        step = Decimal(1).scaleb(-len(self.percent.partition(".")[2]))
        excess = Decimal(part) * 100 / Decimal(whole) - Decimal(self.percent)
        return -step / 2 <= excess < step


@rule(
    "NX-PCT",
    Severity.WARNING,
    title=Text("正文所写百分比与件数相符", "Percentages fit the numbers they are of"),
    meaning=Text(
        "正文写多少件申请占百分之几，或者答复率是百分之几，应当能用正文或第三部分表格的件数算出；"
        "逐项列出的数量和百分比也应当相符。",
        "Where the prose says what percentage some requests are, or were answered, the numbers of "
        "the prose or of the table in part three give that percentage; so do the numbers of an "
        "enumeration that gives each part its percentage.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写{words}；{shares}。",
        "The prose says {words}; {shares}.",
    ),
    wordings={
        "listed": Text(
            "正文写{words}；{part}{unit}占{whole}{unit}的{share}。",
            "The prose says {words}; {part} of {whole} is {share}.",
        )
    },
    exceptions=Text(
        "正文可能以另一个总数为基数；四舍五入和直接截去尾数都视为相符，与上年比较的增减幅度不核对。",
        "The prose may take another whole; rounded and cut-off percentages both fit, and changes "
        "against last year are not compared.",
    ),
    passes=Specimen(
        cells=_THREE, prose={"requests": "全年收到政府信息公开申请3件，予以公开2件，占66.7%。"}
    ),
    breaks=Specimen(
        cells=_THREE, prose={"requests": "全年收到政府信息公开申请3件，予以公开2件，占76.7%。"}
    ),
)
def percentages_not_fitting(report: Report) -> Iterator[Hit]:
    """A percentage is that of its number and some whole."""
    prose = report.prose()
    shares = [share for p in prose for share in _shares(p, report)]
    told = {(share.line, share.percent) for share in shares}
    odd = [one for p in prose for one in odd_parts(p) if (one.line, one.percent) not in told]
    if not shares and not odd:
        raise NotAssessable("no_statement", "percentage")
    yield from map(_listed, odd)
    if shares:
        yield from _not_fitting(shares, report)


def _listed(odd: Odd) -> Hit:
    numbers: dict[str, Fact] = {"percent": odd.percent, "part": odd.part, "whole": odd.whole}
    share = Text(percent := f"{Decimal(odd.part) * 100 / odd.whole:.2f}%", percent)
    words = {"words": quoted(odd.words), "unit": Text(odd.unit, odd.unit), "share": share}
    return Hit(numbers, words, line=odd.line, wording="listed")


def _not_fitting(shares: list[_Share], report: Report) -> Iterator[Hit]:
    known, decided, due = _totals(report), report.value(_PROCESSED), report.total(_DUE)
    for share in shares:
        wholes = [whole for whole in (*known, *share.stated) if whole > 0]
        parts: set[Number] = {*share.parts, *([decided] if share.rate else [])}
        if due and not any(share.fits(part, whole) for part in parts for whole in wholes):
            part = decided if share.rate else max(share.parts)
            told = [] if share.rate or decided in (0, due) else [_told(part, decided, _DECIDED)]
            yield Hit(
                {"percent": share.percent},
                {
                    "words": quoted(share.words),
                    "shares": listed((*told, _told(part, due, _IN_HAND))),
                },
                cells=(*_DUE, _PROCESSED),
                line=share.line,
            )


def _told(part: Number, whole: Number, said: Text) -> Text:
    percent = f"{Decimal(part) * 100 / Decimal(whole):.2f}%"
    return Text(
        f"{part}件占表中{said.zh}{whole}件的{percent}",
        f"{part} of {whole} {said.en} in the table is {percent}",
    )


def _totals(report: Report) -> set[Number]:
    """Every number of all applicants in the table in part three, and sums that may be taken as a "
    "whole."""
    cells = form.cells_of("requests", report.tables["requests"].edition)
    rows = [address for address in cells if address.endswith(".total")]
    values = {address: report.value(address) for address in rows}
    groups = [
        sum(values[f"requests.{row.key}.total"] for row in group.leaves())
        for group in form.outcome_groups()
        if all(f"requests.{row.key}.total" in values for row in group.leaves())
    ]
    due, decided = values[_RECEIVED] + values[_OPENING], values[_PROCESSED]
    known = {due, *values.values(), *groups, *(decided - group for group in groups)}
    return known | {values[_RECEIVED] - values[_CARRIED], due - values[_CARRIED]}


def _shares(paragraph: Paragraph, report: Report) -> Iterator[_Share]:
    """The percentages of a paragraph that are certain to be of the year's requests."""
    text = paragraph.text
    if "%" not in text and "％" not in text:
        return
    claims = [
        claim
        for claim in report.claims
        if claim.line == paragraph.line and claim.key.startswith(_OF_REQUESTS)
    ]
    if len(claims) > _MOST_NUMBERS:
        return
    stated = frozenset(_sums(claim.value for claim in claims))
    for claim in claims:
        found = _SHARE.match(text, claim.end)
        if found and not claim.approximate and _is_of_the_year(text, found, report.year):
            words, parts = text[claim.start : found.end()], frozenset([claim.value])
            yield _Share(words, found["percent"], paragraph.line, parts, stated)
    for found in _RATE.finditer(text):
        if _is_of_requests(text, found, claims) and _is_of_the_year(text, found, report.year):
            done = frozenset(_sums(claim.value for claim in claims if claim.key not in _NOT_DONE))
            yield _Share(found["words"], found["percent"], paragraph.line, done, stated, rate=True)


def _sums(numbers: Iterable[int]) -> Iterable[int]:
    """The numbers, and the sum of any run of them."""
    found = tuple(numbers)
    return (one for first in range(len(found)) for one in accumulate(found[first:]))


def _is_of_the_year(text: str, found: re.Match[str], year: int | None) -> bool:
    """Whether a percentage is of this body and year; what it is a part of is another matter."""
    said = statement.before(text, found.start())
    return statement.of_the_year(said.replace(_OF_WHICH, ""), year)


def _is_of_requests(text: str, found: re.Match[str], claims: list[Claim]) -> bool:
    """A rate of 100 % may be one of those that were due; another is of requests that are counted
    in its own sentence."""
    said = statement.before(text, found.start())
    first = found.start() - len(said)
    counted = [claim for claim in claims if first <= claim.start < found.start()]
    exact = len(counted) > 1 and not any(claim.approximate for claim in counted)
    return exact and Decimal(found["percent"]) < 100 and not statement.of_other_matters(said)
