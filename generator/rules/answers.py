"""Sentences that say of all the year's requests that they were answered: told as done, not as due.

Reports speak of answers in the same words where they tell a rule, a hope or a demand; such a
sentence says nothing of what was done, nor does one that denies it or speaks of something else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Paragraph, Report, statement
from generator.regex import regex

_KEPT = (
    r"(?:依法|依规|按时|按期|及时|如期|全部|逐一|规范"
    r"|(?:严格)?(?:在|按照?|依照?)(?:[^。；;，,未不没答办回]|(?:答复|办理)[期时]){0,20}"
    r"(?:时限|时间|期限|限|间|程序|规定|要求|格式)内?)*+"
)
_ALL_DONE = regex(
    r"(?<![未没能非])(?<!没有)(?:均|全部|都)(?:(?P<done>已经?|做到了)|做到|能够?)?"
    rf"{_KEPT}(?:予以|进行了?|作出了?|完成了?)?(?:规范|有效)?"
    r"(?:答复|办结|(?:办理|处理)完毕|回复)(?!的|制度|要求|目标|承诺|时限|期限|人员)"
    r"|(?P<rate>(?:按时|按期|及时)?(?:答复|办结)率(?:均|都|已)?(?:为|达到?)?\s*100\s*[%％])"
)
# What makes of the words before a duty, a hope or a denial.
_DUTY = regex(
    r"应当?(?!急|用)|必须|须|凡|要求|确保|保证|力争|争取|力求|努力|推动|推进|促进|实现|明确|规定|承诺|写明|以便"
    r"|使|让|将|如(?!期|实|下)|若|一旦|难以|不能|未能|没能|并非|部分(?!公开)|个别|原则"
)
_TOLD = regex(r"\d\s*[件宗份起条]|[一二三四五六七八九十]件|收到的|受理的|接到的|提出的|提交的")
_AHEAD = regex(r"力争|争取|下一?步|今后|下一?年|明年|来年")
# `受理宅基地申请20件` names another kind of request.
_FOR_INFORMATION = regex(r"公开|信息|(?:收到|受理|接到|新收|的|所有|全部|[件宗份起条])申请|^申请")
# The clause has no other subject: `，均已答复`, `，我镇均依法答复`, `，3件均已答复`.
_NO_SUBJECT = regex(
    r"(?:[我本全该](?:镇|乡|街道|单位|机关)|目前|现|也|已|并|共|对此|所有|以上|上述|其中"
    r"|\d+\s*[件宗份起条]|[一二三四五六七八九十]+件)*"
)


class AllAnswered(NamedTuple):
    """`phrase` are the words that say so of what `about` names, the sentence up to there; `rest` is
    what follows. `certain` says that it is told as done, not only that no word speaks against."""

    about: str
    phrase: str
    rest: str
    certain: bool
    paragraph: Paragraph

    @property
    def words(self) -> str:
        """The words that name the requests, and what is said of them."""
        start = max(self.about.rfind(mark, 0, self.about.rfind("申请")) for mark in "，,：:") + 1
        return self.about[start:].strip() + self.phrase

    @property
    def whole(self) -> str:
        """The sentence."""
        return self.about + self.phrase + self.rest


def answered(report: Report) -> Iterator[AllAnswered]:
    """Every sentence that says so of requests for information of the year."""
    for paragraph in report.prose():
        text = paragraph.text
        if "申请" not in text:
            continue
        for found in _ALL_DONE.finditer(text):
            about = statement.before(text, found.start())
            rest = statement.after(text, found.end())
            certain = bool(found["done"] or found["rate"]) or about[-1:] == "已" or rest[:1] == "了"
            if _of_requests(about, report.year) and not _is_due(about, certain):
                yield AllAnswered(about, found[0], rest, certain, paragraph)


def _of_requests(about: str, year: int | None) -> bool:
    """Whether requests of the year, and nothing else, are what was answered."""
    clause = statement.last_clause(about)
    return (
        "申请" in about
        and bool(_FOR_INFORMATION.search(about))
        and ("申请" in clause or bool(_NO_SUBJECT.fullmatch(clause)))
        and not statement.of_other_matters(about)
        and statement.of_the_year(about, year)
    )


def _is_due(about: str, certain: bool) -> bool:
    """Whether the words before make it a duty or a hope; of what is told as done, the clause."""
    if _AHEAD.search(about):
        return True
    told = certain or _TOLD.search(about)
    return bool(_DUTY.search(statement.last_clause(about) if told else about))
