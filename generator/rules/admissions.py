"""What a report admits of itself, shown to its readers."""

import re
from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.passages import passages
from generator.rules.registry import Hit, rule
from generator.rules.wording import placed, some
from generator.specimen import Specimen

_NOT_PUBLISHED = regex(
    r"[应该](?:当|该)?(?:予以|主动|依法)*公开(?:的(?:政府)?信息)?[，,]?[却而但尚仍还]{0,2}(?:未|没有|没)能?"
    r"(?:予以|主动|依法)*公开"
)
_ANSWERED_LATE = regex(
    r"(?:逾期|超期|超时|超[过出](?:法定|规定)?[期时]限)(?:未|不)?(?:予以|作出|进行)?(?:答复|回复)"
    r"(?P<count>(?:的?申请)?\s*[1-9]\d*\s*[件条宗])?"
)
_NOT_IN_TIME = regex(
    r"未能?(?:在|按)(?:法定|规定)?(?:的)?(?:答复|办理)?(?:期限|时限|时间)内?(?:予以|作出)?(?:答复|回复)"
    r"(?P<count>(?:的?申请)?\s*[1-9]\d*\s*[件条宗])?"
)
_BREACHES = (_NOT_PUBLISHED, _ANSWERED_LATE, _NOT_IN_TIME)
_ADMITS = regex(
    r"存在|出现|发生|仍有|还有|尚有|有个别|有部分|有少数|有的|个别|(?<!没)有\s*[1-9]\d*\s*[件条宗]"
)
_BESIDE = 80  # characters on either side in which a denial would stand
_DENIED = regex(r"[不未没无][^，,。；;]{0,6}(?:存在|出现|发生|发现|有)")
# What rules it out, looks for it, threatens or speaks of others.
_OTHERWISE = regex(
    r"杜绝|避免|防[止范]|严禁|禁止|确保|不得|是否|如[有果发存]"
    r"|若|凡|一经|一律|追责|问责|追究|通报|责令|督[促查]|排查|自查|倒查|坚决|整治|严查|村|社区|下属|各单位|各部门|复议|诉讼"
)


@rule(
    "TX-ADMIT",
    Severity.NOTICE,
    title=Text("报告自己写明的未公开、未按期答复", "What the report itself says was not done"),
    meaning=Text(
        "报告自己写明有应公开而未公开的信息，或者有超过期限的答复；摘出来是请读者注意，不是指责。",
        "The report itself says that information due for publication was not published, or that "
        "answers were late; this is shown for readers, not held against the report.",
    ),
    basis=Text(
        "《政府信息公开条例》要求行政机关公开应当公开的信息、在期限内答复申请；"
        "第五十条要求报告写明存在的主要问题。",
        "The Regulations on Open Government Information require publication and answers in time; "
        "Art. 50 asks reports to name the main problems.",
    ),
    sources=sources.REGULATIONS,
    message=Text("报告写明：{places}。", "The report says: {places}."),
    exceptions=Text(
        "如实写明问题正是条例所要求的；否认、防止、杜绝此类情形的句子不在此列。",
        "Naming problems is what the Regulations ask for; sentences that deny or rule this out are "
        "left alone.",
    ),
    passes=Specimen(
        added={"problems": "没有应公开未公开的情形，存在问题是公开不够及时，下一步将改进。"}
    ),
    breaks=Specimen(
        added={"problems": "存在的主要问题是个别信息应公开而未公开，下一步将加强业务培训。"}
    ),
)
def breach_admitted(report: Report) -> Iterator[Hit]:
    """The report does not say that something due was left out or late."""
    found = [
        (passage.printed[start + first : start + last].strip(), passage.line)
        for passage in passages(report)
        if any(pattern.search(passage.plain) for pattern in _BREACHES)
        for start, sentence in passage.pieces("。；;")
        for first, last in _admitted(sentence)
    ]
    if found:
        yield Hit(
            {"count": len(found), "lines": " ".join(str(line) for _, line in found)},
            {"places": some(placed(*one) for one in found)},
            line=found[0][1],
        )


def _admitted(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a sentence that neither denies nor threatens admits a breach: its clause."""
    if _OTHERWISE.search(sentence):
        return
    admits = _ADMITS.search(sentence)
    for pattern in _BREACHES:
        for found in pattern.finditer(sentence):
            told = found.groupdict().get("count") or (admits and admits.start() < found.start())
            if told and not _DENIED.search(_around(sentence, found)):
                yield _clause(sentence, found)
                break


def _around(sentence: str, found: re.Match[str]) -> str:
    """What stands on either side of a place, without it."""
    start, end = found.span()
    return sentence[max(0, start - _BESIDE) : start] + sentence[end : end + _BESIDE]


def _clause(sentence: str, found: re.Match[str]) -> tuple[int, int]:
    first = max(sentence.rfind(mark, 0, found.start()) for mark in "，,：:") + 1
    ends = [place for mark in "，,。；;" if (place := sentence.find(mark, found.end())) >= 0]
    return first, min(ends, default=len(sentence))
