"""Enumerations that give each part its percentage: `公开信息80条，其中动态54条，占67.5%；…`.

What the percentages are of is never said for certain. A percentage counts as wrong only where those
beside it are of the number that the enumeration begins with, and it is of no number nearby at all.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from generator.model import Paragraph
from generator.regex import regex
from generator.simplified import folded

_UNIT = r"(?:条次|件次|条|件|宗|份|篇|起|项|次|个)"
_BEGINNING = regex(
    rf"(?<![\d.,])(?P<whole>\d{{1,6}})(?P<unit>{_UNIT})[,。;:(]?(?:其中|包括|分别|分为|主要|具体)"
)
_PART = regex(
    rf"(?<![\d.,])(?P<part>\d{{1,6}})(?P<unit>{_UNIT})[,(]?占(?:比)?"
    r"(?:总数|总量|总|全部|信息|申请|件数|数量|数|量|的|比例|比重|比|为|达到?|:){0,6}"
    r"(?P<percent>\d{1,2}(?:\.\d{1,4})?)\s*%(?!以上|以内|左右|上下|多|强)"
)
_NUMBER = regex(rf"(?<![\d.,])\d{{1,6}}(?={_UNIT})")
_MOST_NUMBERS = 30  # that an enumeration holds


class Odd(NamedTuple):
    """A part whose percentage fits no number around it, and the whole that the others are of."""

    words: str
    percent: str
    part: int
    whole: int
    unit: str
    line: int


def odd_parts(paragraph: Paragraph) -> Iterator[Odd]:
    """The parts of a paragraph's enumerations whose percentage is that of no number there."""
    text = folded(paragraph.text)
    if text.count("%") < 2:
        return
    beginnings = list(_BEGINNING.finditer(text))
    numbers = [int(found[0]) for found in _NUMBER.finditer(text)]
    if len(numbers) > _MOST_NUMBERS:
        return
    wholes = {one for first in range(len(numbers)) for one in accumulate(numbers[first:])}
    for place, found in enumerate(beginnings):
        last = beginnings[place + 1].start() if place + 1 < len(beginnings) else len(text)
        for odd in _odd(found, text, last, wholes):
            words = paragraph.text[odd.start() : odd.end()]
            whole = int(found["whole"])
            yield Odd(words, odd["percent"], int(odd["part"]), whole, odd["unit"], paragraph.line)


def _odd(
    beginning: re.Match[str], text: str, last: int, wholes: set[int]
) -> Iterator[re.Match[str]]:
    whole, unit = int(beginning["whole"]), beginning["unit"]
    parts = [part for part in _PART.finditer(text, beginning.end(), last) if part["unit"] == unit]
    if sum(int(part["part"]) for part in parts) > whole or len(parts) < 2:
        return
    loose = len(parts) + 1  # shares may have been made to add up to 100
    others = [part for part in parts if not _fits(part, whole, loose)]
    if len(others) == 1 and not any(_fits(others[0], one, loose) for one in wholes):
        yield others[0]


def _fits(found: re.Match[str], whole: int, steps: int) -> bool:
    """Whether a percentage is part/whole but for some steps of half its last digit."""
    step = Decimal(1).scaleb(-len(found["percent"].partition(".")[2]))
    share = Decimal(found["part"]) * 100 / whole if whole else Decimal(0)
    return abs(share - Decimal(found["percent"])) <= step * steps / 2
