"""Statements of the prose that can be held against a table; narrow, to accuse nobody falsely.

A statement about a part of the year or of the requests, or about another year, is left aside, and
so are approximate numbers. When several numbers are stated, one that agrees is enough, and so is
their sum.
"""

import re
from collections.abc import Callable

from generator.model import Claim, NotAssessable, Number, Paragraph, Report

_PARTIAL = re.compile(r"其中|累计|历年|上半年|下半年|季度|线上|线下|当面|网络|信函|截至|截止")
_YEAR = re.compile(r"20\d\d(?=\s*年)")
_ALL_DONE = re.compile(
    r"(?:均|全部|都)(?:已)?(?:在[^。；，,]{0,12}(?:时限|时间|期限)内)?(?:予以)?"
    r"(?:依法|依规|按时|按期|及时|按规定|如期|全部)*(?:予以)?(?:答复|办结|办理完毕|回复)"
    r"|(?:答复|办结)率(?:为|达到?)?\s*100\s*[%％]"
)
_OTHER_MATTERS = re.compile(
    r"建议|提案|热线|12345|信访|投诉|举报|留言|咨询|工单|诉求|许可|复议|诉讼"
)


def stated(report: Report, key: str, wanted: Callable[[Claim], bool]) -> tuple[Claim, ...]:
    """Exact statements about the whole of this year; NotAssessable when there is none."""
    found = tuple(
        claim
        for claim in report.claims_on(key)
        if wanted(claim)
        and not claim.approximate
        and not _PARTIAL.search(_up_to(report, claim))
        and {int(year) for year in _YEAR.findall(_up_to(report, claim))} <= {report.year}
    )
    if not found:
        raise NotAssessable("no_statement", key)
    return found


def _up_to(report: Report, claim: Claim) -> str:
    """The sentence of a claim as far as its number: what follows speaks of its parts."""
    text = next(p.text for p in report.prose() if p.line == claim.line)
    return re.split(r"[。；;]", text[: claim.end])[-1]


def positive(claim: Claim) -> bool:
    return claim.value > 0


def fits(claims: tuple[Claim, ...], numbers: set[Number]) -> bool:
    stated = {claim.value for claim in claims}
    return bool(numbers & {*stated, sum(stated)})


def all_answered(report: Report) -> tuple[str, Paragraph]:
    """The first sentence that says so of requests for information, and of nothing else."""
    for paragraph in report.prose():
        for sentence in re.split(r"[。；;]", paragraph.text):
            found = _ALL_DONE.search(sentence)
            about = sentence[: found.start()] if found else ""
            if found and "申请" in about and not _OTHER_MATTERS.search(about):
                return found[0], paragraph
    raise NotAssessable("no_statement", "all_answered")
