"""Which encoding a Chinese text was saved in: byte-order mark, valid UTF-8, then a contest.

In the contest every candidate decodes the same sample, and the one in which the most characters
are common in Chinese wins. That stays right when bytes are damaged, where «the first codec that
does not fail» takes the wrong one for the whole file because of a single byte.
"""

import codecs
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from generator.regex import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # starts with the mark of UTF-16 LE, so it is tried before it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_HINTS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 20_000
_NOT_ASCII = regex(rb"[\x80-\xff\x00]")
_SURE = regex("[\u2000-\U0010ffff]")

# Frequent in running text and in this kind of report, in simplified and traditional script.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两"
    "体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新"
    "线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已"
    "通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较"
    "将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百"
    "规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教"
    "速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温"
    "土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周"
    "委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛"
    "申请镇乡街村县收到予公开申请诉讼复议受处罚强制许可费第项项目规章范性件废止效涉及密督促监保"
    "這個們來為國時說發對會過後產種經進著麼沒與關從業當點開還應學體機當實現兩無將計別運農區強決"
    "則務萬每報證轉單風東導壓爭濟階術極聯認權資訊公開年度報告機關申請處理鎮鄉縣總數條項規範行政"
    "，。、；：！？（）《》“”〔〕「」　"
)


def decode(data: bytes, hint: str = "") -> tuple[str, str]:
    """The text and the name of its encoding; damaged bytes become U+FFFD. Never raises.

    `hint` is what the file says of itself (`<meta charset>`); it only decides between equals.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            # Some publishing systems put the UTF-8 mark before a text in another encoding.
            if encoding != "utf-8-sig" or "\ufffd" not in text:
                return text, encoding
            rest = data[len(mark) :]
            best = _winner(rest, hint)
            return (text, encoding) if best == "utf-8" else (rest.decode(best, "replace"), best)
    encoding = "utf-8" if _surely_utf8(data) else _winner(data, hint)
    return data.decode(encoding, "replace"), encoding


def _surely_utf8(data: bytes) -> bool:
    """Valid, no NUL (ASCII in UTF-16 is valid UTF-8), and not by chance.

    Two bytes of GBK can be one valid Latin or Cyrillic letter; three bytes that make a Chinese
    character hardly ever come about like that.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return "\0" not in text and (text.isascii() or _SURE.search(text) is not None)


def _winner(data: bytes, hint: str) -> str:
    first = _NOT_ASCII.search(data)
    if first is None:
        return "utf-8"
    # Long runs of ASCII (scripts, styles) say nothing; the cut keeps pairs of bytes together.
    start = max(0, first.start() - 64) // 4 * 4
    sample = data[start : start + _SAMPLE]
    return max(_ladder(hint), key=lambda encoding: _score(sample, encoding))


def _ladder(hint: str) -> Iterator[str]:
    """The candidates, the hinted one first: `max` keeps the first of equals."""
    hint = hint.strip().lower()
    hint = _HINTS.get(hint, hint)
    if hint in _CANDIDATES:
        yield hint
    yield from _CANDIDATES


def _score(sample: bytes, encoding: str) -> float:
    """How Chinese the sample looks, per byte, so that codecs of other widths can be compared.

    A common character counts for what is hardly chance, a lost one and what no text holds (private
    use, controls, half of a Korean syllable block) against it.
    """
    text = sample.decode(encoding, "replace")
    counts = Counter(text).items()
    return sum(_weight(character) * count for character, count in counts) / (len(sample) or 1)


@lru_cache(maxsize=1 << 16)
def _weight(character: str) -> float:  # noqa: PLR0911  # a table of ranges
    if character in _COMMON:
        return 10 * _width(character)
    if "\u4e00" <= character <= "\u9fff":
        return 0.25
    if character == "\ufffd":
        return -1
    if character in "\t\r\n" or " " <= character <= "~":
        return 1
    if character < "\xa0" or "\u0400" <= character <= "\u04ff":
        return -4
    if "\uac00" <= character <= "\uf8ff":
        return -2
    return -0.5


def _width(character: str) -> float:
    return 1 if character >= "\u2000" else 0.5
