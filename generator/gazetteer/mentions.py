"""Places that the prose names in full: 诗洞镇, 怀集县诗洞镇, 怀集县政府.

Only names that are sure to be meant as such: those of the list, the longest that fits, not within
the title of a document, not an ordinary word, and of counties and cities only where an authority
of theirs is spoken of. What such a mention is worth, the rules tell.
"""

from collections.abc import Iterator
from functools import cache

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.ordinary import is_ordinary
from generator.gazetteer.resolve import inside
from generator.model import Mention, Paragraph, Place
from generator.regex import regex
from generator.simplified import simplified

_DIVISIONS = "省市县区旗州盟"
_LONGEST = 15
_SHORTEST = 3
# Behind these a level is meant and no name: 我镇, 各乡镇, 负责人和镇政府, 工作中镇党委.
_BEFORE_A_LEVEL = "我本全各该村城和及与或由在向对等将给让从把以为到是中上下前后内外里"
_END = regex(
    rf"镇(?<![乡{_BEFORE_A_LEVEL}]镇)(?![镇乡村街域化级区直])"
    rf"|乡(?<![家老同故他异水回返{_BEFORE_A_LEVEL}]乡)(?![乡镇村亲土愁情贤间俗音域级直])"
    rf"|街道(?<![镇{_BEFORE_A_LEVEL}]街道)(?![路巷道乡镇])|苏木"
    r"|[县市区旗](?<![我本全各该省市县].)(?=(?:人民)?政府|委(?!员)|人大|政务|信息公开|有关|相关|关于|统一|各)"
)
_TITLE = regex(r"《[^《》]*》")
_RUNNING_TEXT = regex("[，。；,;]")
_SENTENCE_END = regex("[。；;!?！？]")
_SENTENCE = 80  # characters to either side, at most


def read_mentions(prose: tuple[Paragraph, ...]) -> tuple[Mention, ...]:
    """The mentions in running text, in its order, of each name the first in every line."""
    places = gazetteer()
    return tuple(
        mention
        for paragraph in prose
        if _RUNNING_TEXT.search(paragraph.text)
        for mention in _mentions(paragraph, places)
    )


def _mentions(paragraph: Paragraph, places: Gazetteer) -> Iterator[Mention]:
    text = simplified(paragraph.text)
    if "《" in text:
        text = _TITLE.sub(lambda title: " " * len(title[0]), text)
    seen = set()
    for found in _END.finditer(text):
        end = found.end()
        start = _start(text, end, places)
        name = text[start:end]
        if name and name not in seen and not is_ordinary(name):
            codes = _codes(name, text[:start][-3 * _LONGEST :], places)
            if codes:
                seen.add(name)
                yield _mention(paragraph, start, end, codes)


def _mention(paragraph: Paragraph, start: int, end: int, codes: tuple[str, ...]) -> Mention:
    sentence, offset = _sentence(paragraph.text, start, end)
    known = tuple(place_of(code) for code in codes)
    return Mention(paragraph.text[start:end], known, paragraph.line, sentence, offset)


@cache
def place_of(code: str) -> Place:
    """A code with the divisions that it lies in."""
    return Place(code, *gazetteer().where(code))


def _start(text: str, end: int, places: Gazetteer) -> int:
    """Where the longest name begins that ends here; `end` itself when there is none."""
    known = places.full if text[end - 1] in _DIVISIONS else places.towns
    for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1):
        if text[start:end] in known:
            return start
    return end


def _codes(name: str, before: str, places: Gazetteer) -> tuple[str, ...]:
    """The places of a name that lie where the words before it say; none when these are unknown."""
    towns = places.towns.get(name, "").split()
    named = towns or [code for code in places.divisions[name].split() if len(code) > 2]
    regions = []
    while before and before[-1] in _DIVISIONS:
        start = _start(before, len(before), places)
        if start == len(before):
            return ()
        regions.append(before[start:])
        before = before[:start]
    return inside(named, tuple(regions), places)


def _sentence(text: str, start: int, end: int) -> tuple[str, int]:
    """The sentence around a name, or the nearest part of a long one, and where it is in that."""
    first = max(0, start - _SENTENCE)
    before = _SENTENCE_END.split(text[first:start])[-1].lstrip()
    after = _SENTENCE_END.split(text[end : end + _SENTENCE])[0]
    return before + text[start:end] + after, len(before)
