"""Place names in pinyin, for the English pages and the finder.

Made by machine and said to be so: what pypinyin says, mended by what is usual in names of places
(`readings`). Rare names may still come out otherwise than they are spoken, which is why addresses
use codes. What the names of the list are made of was transcribed beforehand (`make gazetteer`);
other names need pypinyin, which takes 0.3 s to load.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from generator.gazetteer.divisions import read_table
from generator.gazetteer.names import with_peoples_apart
from generator.gazetteer.readings import WHOLE, in_names
from generator.regex import regex

PINYIN = "pinyin.csv.gz"
_KINDS = (
    *("自治区", "自治州", "自治县", "自治旗", "街道", "苏木", "地区", "新区", "矿区", "特区"),
    *("左旗", "右旗", "前旗", "中旗", "后旗"),
)
# What zones, farms and offices are called after their names, and what stands before that: words of
# their own (GB/T 28039), as in Jingji Jishu Kaifaqu.
_ZONE_ENDS = (
    "开发区 园区 产业园 工业园 科技园 物流园 示范区 管理区 度假区 旅游区 保护区 保税区 经济区 "
    "合作区 试验区 集中区 集聚区 聚集区 加工区 名胜区 生活区 管委会 委员会 管理处 管理局 办公室 "
    "农场 林场 牧场 渔场 茶场 良种场 原种场 监狱 中心 公司"
)
_BEFORE_THEM = (
    "经济 技术 高新 产业 工业 农业 科技 物流 化工 旅游 生态 风景 综合 国际 国家 民族 出口 现代 "
    "循环 保税 管理 服务 保护 治理 发展 事务 自然 有限 责任 国有 华侨 创业 城乡 一体化"
)
_ZONES, _OF_ZONES = tuple(_ZONE_ENDS.split()), tuple(_BEFORE_THEM.split())
# A consonant before a vowel begins a syllable, else there is an apostrophe.
_SYLLABLE = regex(r"[^\W\d_aeiouü]*[aeiouü]+(?:(?:ng?|r)(?![aeiouü]))?")


@lru_cache(maxsize=65536)
def pinyin(name: str) -> str:
    """`柴关乡` → `Chaiguan Xiang`: syllables joined; peoples and the kind of place apart.

    >>> pinyin("沧州高新技术产业开发区")
    'Cangzhou Gaoxin Jishu Chanye Kaifaqu'
    """
    if whole := WHOLE.get(name):
        return whole
    known = _known()
    return " ".join((known.get(part) or transcribed(part)).capitalize() for part in parts(name))


def parts(name: str) -> tuple[str, ...]:
    """A name, perhaps none, peoples, and words for the kind of place, all transcribed apart."""
    *before, last = with_peoples_apart(name)
    if last.endswith(_ZONES):
        return (*before, *_zone(last))
    kind = next((end for end in _KINDS if last.endswith(end)), last[-1:])
    return tuple(part for part in (*before, last.removesuffix(kind), kind) if part)


def _zone(name: str) -> Iterator[str]:
    """The words of a zone's name, its own first."""
    word = next((word for word in (*_ZONES, *_OF_ZONES) if name.endswith(word)), name)
    if word != name:
        yield from _zone(name.removesuffix(word))
    yield word


def transcribed(part: str) -> str:
    """The syllables of a part of a name, joined, with an apostrophe where they might be misread."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - see above

    syllables = in_names(part, lazy_pinyin(part, errors=_apart, v_to_u=True))
    return "".join(
        f"'{syllable}" if at and syllable[:1] in "aoe" else syllable
        for at, syllable in enumerate(syllables)
    )


def initials(spoken: str) -> str:
    """`Xi'an Shi` → `xas`: the first letter of each syllable of a name in pinyin."""
    return "".join(syllable[0] for syllable in _SYLLABLE.findall(spoken.lower()))


def _apart(others: str) -> Any:
    """Other characters, which stand for themselves, one by one as the syllables."""
    return list(others)


def all_transcribed(names: Iterable[str]) -> dict[str, str]:
    """The syllables of every part of some names."""
    found = sorted({part for name in names for part in parts(name)})
    return {part: transcribed(part) for part in found}


@cache
def _known() -> dict[str, str]:
    return read_table(PINYIN)
