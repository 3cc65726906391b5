"""What a report says of its publisher beside the title: index box, opening, signature, website.

Texts only; whether they name a place, the gazetteer tells.
"""

import re
from collections.abc import Iterator

from generator.model import BodyKind, Paragraph
from generator.model.body import Evidence
from generator.parse.named import kind_of
from generator.parse.text import cleaned, last_lines, spaced
from generator.regex import regex
from generator.simplified import HAN, folded, simplified

_BOX_LABELS = spaced(
    "发布机构 发布单位 发布部门 公开主体 公开单位 公开机构 发文机关 发文机构 信息来源 来源 单位"
)
_BESIDE = r"(?:\s*[|:\]】])*\s*([^\s|:]+)"
_BOX = regex(rf"(?<!{HAN}){_BOX_LABELS}{_BESIDE}")
_AREA = regex(rf"(?<!{HAN}){spaced('所属地区 所属区域 行政区划')}{_BESIDE}")
# 新发布依族乡 publishes nothing: it is a township of the Buyei people.
_OPENING = regex(
    r"(?:公布|发布(?!依族)|公开|编制|现将)([^,。;:、《》()]{2,40}?)(?:20\d\d年?度?)?"
    r"(?:政府信息公开|信息公开|政务公开)[^,。;《》]{0,6}(?:年度报告|年报)"
)
_CONTACT = regex(r"与([^,。;:、《》()]{2,30}?)(?:联系|联络)")
# `由长宁区新华路街道办事处编制`, and no office without a name of its own.
_COMPILED = regex(
    r"由(?!(?:镇|乡|县|区|市|街道)(?:人民)?(?:政府|办))"
    r"([^,。;:、《》()]{2,30}?(?:政府|办事处|街道|镇|乡|苏木)(?:(?:党政(?:综合)?)?办公室|党政办)?)"
    r"(?:编制|制作|综合|按照|根据|负责)"
)
_WEBSITE = regex(rf"({HAN}{{2,25}}?)(?:人民)?政府(?:门户|公众|信息)*(?:网站|网)")
_PAGE_TITLE = regex(rf"(?:报告|年报)\s*[-_—|]+\s*({HAN}{{2,25}}?)(?:人民)?政府")
_PUBLISHED_THERE = regex("公布|发布|下载|查阅|查询|查看|电子版|全文")
_MERE_MENTION = regex("学习|借鉴|参照|赴|参考|考察")
_SENTENCE_ENDS = regex("[。;!?]")
_ADDRESS = regex(rf"(?:地址|住所)[:为]?\s*({HAN}{{3,40}})")
_YEAR = regex(r"20\d\d年?度?$|^20\d\d年?度?")
_DAY = regex(r"20\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?$")
_SITE = regex(r"(?:门户)?(?:网站|网)$")
_STAMP = regex(r"[(（].{0,6}[)）]$")
_NO_NAME = regex(r"[\d\s,。;:、/<>]|^[我本全各该]")
_LONGEST_NAME = 40
_TAIL_LINES = 8
_OPENING_LINES = 8


def read_evidence(
    lines: tuple[str, ...], head: tuple[str, ...], prose: tuple[Paragraph, ...], after: int
) -> Evidence:
    """All statements on the publisher, surest first; `after` is the line of the last heading."""
    box = [folded("\n".join(head))]
    plain = [simplified(folded(p.text)) for p in prose]
    sections = [p.section for p in prose]
    texts = list(zip(sections, plain, strict=True))
    opening = [text for section, text in texts if section in ("", "overview")][:_OPENING_LINES]
    publishers = (
        *_named(_OPENING, [text for text in opening if "报" in text]),
        *_signatures(lines, after),
        *_beside(_BOX, box),
        *_named(_CONTACT, opening),
        *_named(_COMPILED, [text for text in opening if "编制" in text or "制作" in text]),
    )
    regions = (
        *_beside(_AREA, box),
        *_found(_PAGE_TITLE, box),
        *_found(_WEBSITE, _on_websites(texts)),
        *_found(_ADDRESS, [text for text in plain if "地址" in text or "住所" in text]),
    )
    bodies = (name for name in publishers if is_body(name))
    return Evidence(tuple(dict.fromkeys(bodies)), tuple(dict.fromkeys(regions)))


def is_body(name: str) -> bool:
    """Whether a text is the name of a body rather than a word that stands where one is expected."""
    fits = 2 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name)
    return fits and (kind_of(name) is not BodyKind.UNKNOWN or name.endswith("政府"))


def _named(pattern: re.Pattern[str], texts: list[str]) -> Iterator[str]:
    return (_YEAR.sub("", name) for name in _found(pattern, texts))


def _found(pattern: re.Pattern[str], texts: list[str]) -> Iterator[str]:
    return (found[1] for text in texts for found in pattern.finditer(text))


def _on_websites(texts: list[tuple[str, str]]) -> list[str]:
    """Sentences that may name the website of the publisher, and not one that is a mere mention."""
    return [
        sentence
        for section, text in texts
        if "政府" in text
        for sentence in _SENTENCE_ENDS.split(text)
        if "网" in sentence
        and not _MERE_MENTION.search(sentence)
        and (not section or _PUBLISHED_THERE.search(sentence))
    ]


def _beside(label: re.Pattern[str], texts: list[str]) -> Iterator[str]:
    """Values beside or below a label, in a line, in cells, or in lines of their own."""
    return (_SITE.sub("", value) for value in _found(label, texts))


def _signatures(lines: tuple[str, ...], after: int) -> Iterator[str]:
    """The body at the end of a report, alone in its line or before the date."""
    for number, line in reversed(last_lines(lines, _TAIL_LINES)):
        name = _STAMP.sub("", _DAY.sub("", re.sub(r"\s+", "", _plain(line))))
        if number > after and is_body(name):
            yield name


def _plain(text: str) -> str:
    return simplified(folded(cleaned(text)))
