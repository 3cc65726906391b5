"""Percentages in the prose against the numbers that they are of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from generator import form
from generator.bilingual import Text
from generator.model import Claim, NotAssessable, Number, Paragraph, Report, Severity, statement
from generator.rules import sources
from generator.rules.registry import Hit, rule
from generator.rules.wording import listed, quoted
from generator.specimen import Specimen

_RECEIVED, _OPENING, _PROCESSED = (
    f"requests.{row}.total" for row in ("received", "brought_forward", "processed")
)
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d{1,4})?)\s*[%％]"
# `答复805件，占申请总数的93.7%`: of what, if that is said, has to be all requests of the body.
_SHARE = re.compile(
    r"[，,（(]?占(?:比)?(?:其中|本年度?|全年|总|全部|所有|政府信息公开|依申请公开|信息公开|申请|答复|办结"
    r"|办理|受理|收到|新收|处理|结果|件数|数量|总量|数|量|的|比例|比重|比|为|达到?)*" + _PERCENT
)
_RATE = re.compile(rf"(?<![时期率规])(?:答复|办结|回复)率(?:均)?(?:为|是|达到?)?{_PERCENT}")
_OF_REQUESTS = "requests_"
_OF_WHICH = "其中"
_MOST_NUMBERS = 30  # that a paragraph of prose states


@dataclass(frozen=True, slots=True)
class _Share:
    """A percentage as printed, the number it is of (None for a rate), and where it stands."""

    words: str
    percent: str
    line: int
    part: int | None
    stated: frozenset[int]

    def fits(self, part: Number, whole: Number) -> bool:
        """Whether it is part/whole, rounded or cut off at the last digit that is printed."""
        step = Decimal(1).scaleb(-len(self.percent.partition(".")[2]))
        exact = Decimal(part) * 100 / Decimal(whole)
        return abs(exact - Decimal(self.percent)) < step


@rule(
    "NX-PCT",
    Severity.WARNING,
    title=Text("正文所写百分比与件数相符", "Percentages fit the numbers they are of"),
    meaning=Text(
        "正文写多少件申请占百分之几，或者答复率是百分之几，应当能用正文或表三的件数算出。",
        "Where the prose says what percentage some requests are, or were answered, the numbers of "
        "the prose or of the third table give that percentage.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写{words}；{shares}。",
        "The prose says {words}; {shares}.",
    ),
    exceptions=Text(
        "正文可能以另一个总数为基数；四舍五入和直接截去尾数都视为相符，与上年比较的增减幅度不核对。",
        "The prose may take another whole; rounded and cut-off percentages both fit, and changes "
        "against last year are not compared.",
    ),
    passes=Specimen(
        cells={
            f"requests.{row}.{column}": number
            for row, number in {"received": "3", "granted": "3", "processed": "3"}.items()
            for column in ("natural_person", "total")
        },
        prose={"requests": "全年收到政府信息公开申请3件，予以公开3件，占100%。"},
    ),
    breaks=Specimen(
        cells={
            f"requests.{row}.{column}": number
            for row, number in {
                "received": "3",
                "granted": "2",
                "partly_granted": "1",
                "processed": "3",
            }.items()
            for column in ("natural_person", "total")
        },
        prose={"requests": "全年收到政府信息公开申请3件，予以公开2件，占76.7%。"},
    ),
)
def percentages_not_fitting(report: Report) -> Iterator[Hit]:
    """A percentage is that of its number and some whole, or of some pair of numbers."""
    shares = [share for p in report.prose() for share in _shares(p, report)]
    if not shares:
        raise NotAssessable("no_statement", "percentage")
    known = _totals(report)
    for share in shares:
        wholes = {whole for whole in (*known, *share.stated) if whole}
        parts = wholes if share.part is None else {share.part}
        if wholes and not any(share.fits(part, whole) for part in parts for whole in wholes):
            yield _hit(share, report)


def _hit(share: _Share, report: Report) -> Hit:
    """What the percentage would be of those decided, and of those due."""
    decided = report.value(_PROCESSED)
    due = report.total((_RECEIVED, _OPENING))
    pairs: list[tuple[Number, Number]] = [(decided, due)]
    if share.part is not None:
        pairs = [(share.part, decided), (share.part, due)]
    told = [_told(part, whole) for part, whole in dict.fromkeys(pairs) if whole]
    cells = (_RECEIVED, _OPENING, _PROCESSED)
    words = {"words": quoted(share.words), "shares": listed(told)}
    return Hit({"percent": share.percent}, words, cells=cells, line=share.line)


def _told(part: Number, whole: Number) -> Text:
    percent = f"{Decimal(part) * 100 / Decimal(whole):.2f}%"
    return Text(f"{part}/{whole}为{percent}", f"{part}/{whole} is {percent}")


def _totals(report: Report) -> set[Number]:
    """Every number of all applicants in the third table, and sums that may be taken as a whole."""
    cells = form.cells_of("requests", report.tables["requests"].edition)
    rows = [address for address in cells if address.endswith(".total")]
    values = {address: report.value(address) for address in rows}
    groups = [
        sum(values[f"requests.{row.key}.total"] for row in group.leaves())
        for group in form.outcome_groups()
        if all(f"requests.{row.key}.total" in values for row in group.leaves())
    ]
    due, decided = values[_RECEIVED] + values[_OPENING], values[_PROCESSED]
    return {due, *values.values(), *groups, *(decided - group for group in groups)}


def _shares(paragraph: Paragraph, report: Report) -> Iterator[_Share]:
    """The percentages of a paragraph that are certain to be of the year's requests."""
    text = paragraph.text
    claims = [
        claim
        for claim in report.claims
        if claim.line == paragraph.line and claim.key.startswith(_OF_REQUESTS)
    ]
    if len(claims) > _MOST_NUMBERS:
        return
    stated = frozenset(_sums([claim.value for claim in claims]))
    for claim in claims:
        found = _SHARE.match(text, claim.end)
        if found and not claim.approximate and _is_of_the_year(text, found, report.year):
            words = text[claim.start : found.end()]
            yield _Share(words, found["percent"], paragraph.line, claim.value, stated)
    for found in _RATE.finditer(text):
        if _is_of_requests(text, found, claims) and _is_of_the_year(text, found, report.year):
            yield _Share(found[0], found["percent"], paragraph.line, None, stated)


def _sums(numbers: list[int]) -> Iterable[int]:
    """The numbers, and the sum of any run of them."""
    return (one for first in range(len(numbers)) for one in accumulate(numbers[first:]))


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
