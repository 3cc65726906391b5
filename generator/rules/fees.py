"""The figures of the information-processing fee that the prose states, beside each other."""

import re
from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import Claim, NotAssessable, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.registry import Hit, rule
from generator.rules.statements import exact, words_of
from generator.rules.wording import quoted, row_label
from generator.specimen import Specimen

_NOTICES, _CHARGED, _COLLECTED = "fee_notices", "fee_charged", "fee_collected"
_CHARGES = row_label("proactive.charges.amount").zh  # which are no fee for information
_OF_ONE_KIND = regex("按件|按量|按页|除|以外|之外|免收|减免|部分")
_THREE = "2023年度发出收费通知{}件，总金额{}元，实际收取总金额{}元。"


@rule(
    "NX-FEE",
    Severity.WARNING,
    title=Text("信息处理费各项数字相互一致", "The figures of the fee fit each other"),
    meaning=Text(
        "没有发出收费通知就没有收费金额，有通知就有金额；实际收取的不多于应收的；"
        "写明未收取的，就没有收取的金额。",
        "Without fee notices no amount was charged, and with them one was; no more was collected "
        "than charged; where nothing was collected, no amount collected is stated.",
    ),
    basis=Text(
        "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定了信息处理费；"
        "各项数字之间的关系由其含义得出。",
        "State Council General Office letter 〔2020〕 No. 109 regulates the fee; how the figures "
        "relate follows from what they mean.",
    ),
    sources=sources.FEES,
    message=Text(
        "正文写实际收取{collected}元，多于总金额{charged}元。",
        "The prose states {collected} yuan collected, more than the {charged} yuan charged.",
    ),
    wordings={
        "notices": Text(
            "正文写发出收费通知{notices}件，总金额{charged}元；两者应同为0或同大于0。",
            "The prose states {notices} fee notices and {charged} yuan charged; both are 0 or "
            "neither is.",
        ),
        "none": Text(
            "正文写{phrase}，又写收取{collected}元。",
            "The prose says {phrase} (none was collected) and states {collected} yuan collected.",
        ),
    },
    exceptions=Text(
        "上年通知、本年缴纳的费用计入不同年度时，数字可能不一致。第二部分表格的行政事业性收费是另一回事，不作比较。",
        "A fee of last year's notice that was paid this year may be counted in different years. "
        "The administrative charges of the table in part two are another matter and not compared.",
    ),
    passes=Specimen(prose={"other": _THREE.format(2, 300, 200)}),
    breaks=Specimen(prose={"other": _THREE.format(2, 300, 400)}),
)
def fees_contradicting(report: Report) -> Iterator[Hit]:
    """Notices and charges are both 0 or neither is; collected ≤ charged; none is not some."""
    stated = {
        key: tuple(claim for claim in claims if _CHARGES not in claim.text)
        for key, claims in exact(report, _NOTICES, _CHARGED, _COLLECTED).items()
    }
    figures = {key: {claim.value for claim in claims} for key, claims in stated.items()}
    known = {key: values.pop() for key, values in figures.items() if len(values) == 1}
    collected = stated[_COLLECTED]
    if len(known) <= 1 and len({claim.value for claim in collected}) <= 1:
        raise NotAssessable("no_statement", _COLLECTED)
    line = next(claim.line for claims in stated.values() for claim in claims)
    if known.keys() >= {_NOTICES, _CHARGED} and bool(known[_NOTICES]) != bool(known[_CHARGED]):
        numbers = {"notices": known[_NOTICES], "charged": known[_CHARGED]}
        yield Hit(numbers, line=line, wording="notices")
    if known.keys() >= {_CHARGED, _COLLECTED} and known[_COLLECTED] > known[_CHARGED]:
        yield Hit({"collected": known[_COLLECTED], "charged": known[_CHARGED]}, line=line)
    yield from _none_and_some(report, collected)


def _none_and_some(report: Report, claims: tuple[Claim, ...]) -> Iterator[Hit]:
    """Words that say that nothing was collected, beside an amount that was."""
    amounts = [claim for claim in claims if claim.value]
    for claim in claims:
        words = words_of(report, claim)
        in_words = not claim.value and not re.search(r"\d", words)
        if amounts and in_words and not _OF_ONE_KIND.search(claim.text):
            yield Hit(
                {"collected": amounts[0].value},
                {"phrase": quoted(words)},
                line=claim.line,
                wording="none",
            )
            return
