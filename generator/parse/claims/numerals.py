"""Counts as the prose writes them: `7件`, `1,234条`, `十五件`, `三百余条`, `18万余条`, `388`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.regex import regex

_HAN = "零〇一二两三四五六七八九十百千"
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_LONGEST = 30  # characters, so that a long row of digits is not gone through from each of them
# Without a unit a number has to end its clause, and `、30` does not end it.
_COUNT = regex(
    rf"(?P<number>[\d{_HAN}](?:[\d,.{_HAN}]{{0,{_LONGEST}}}[\d{_HAN}])?)(?P<size>(?:余|多)?万)?(?P<more>余|多)?"
    r"(?:(?P<unit>条次|件次|条|件|宗|份|篇|起|项|次|个|例|元)(?!工作日|月|百分点)"
    r"(?P<around>左右|上下|以上|以内)?|(?=[。;)(]|[,、](?!\d)|(?:以及|[和及])实|\.?$))"
)
_MOST_DIGITS = 12
_FIGURE = regex(rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,{_MOST_DIGITS}}}(?:\.\d{{1,6}})?")
_ABOUT = regex(r"(?:将近|接近|近|大约|约|超过|突破|超|逾|至少|不足)$")
_NO_COUNT = regex(rf"(?:[第.\-~—–\d{_HAN}]|\d )$")
# `每一件`, `数百条`, `十几件` are no numbers; `一起` and `一次性` are words.
_NO_HAN_BEFORE = regex(r"[每任逐哪某同数几]$")
_HAN_AFTER = regex(r"[,;。)(、:]|其中|均|全部|都|已|$")


class Count(NamedTuple):
    """A number in the prose: where it stands with its unit, and what it says."""

    start: int
    end: int
    value: int
    unit: str
    approximate: bool


def counts(text: str) -> Iterator[Count]:
    """The counts of a plain text in order; percentages, years and `第二十条` are none."""
    for found in _COUNT.finditer(text):
        before = text[max(0, found.start() - 3) : found.start()]
        if not _NO_COUNT.search(before) and _stands_alone(found, before):
            value = _value(found["number"], 10_000 if found["size"] else 1)
            if value is not None:
                yield _count(found, before, value)


def _stands_alone(found: re.Match[str], before: str) -> bool:
    """Whether a Chinese numeral is a number here, not a part of other words."""
    number = found["number"]
    if number[0] not in _HAN:
        return True
    if _NO_HAN_BEFORE.search(before) or not (found["unit"] or number == "零"):
        return False
    return bool(_HAN_AFTER.match(found.string, found.end()))


def _value(number: str, size: int) -> int | None:
    if number.isdecimal() and len(number) <= _MOST_DIGITS:
        return int(number) * size
    if _FIGURE.fullmatch(number):
        exact = Decimal(number.replace(",", "")) * size
        return int(exact) if exact == int(exact) else None
    value = of_han(number)
    return None if value is None else value * size


def _count(found: re.Match[str], before: str, value: int) -> Count:
    about = _ABOUT.search(before)
    start = found.start() - (len(about[0]) if about else 0)
    unit = found["unit"] or ""
    # What is given in ten thousands was rounded, a sum of money apart.
    rounded = found["size"] and unit != "元"
    approximate = bool(about or found["more"] or found["around"] or rounded)
    return Count(start, found.end(), value, unit, approximate)


def of_han(numeral: str) -> int | None:
    """The number that a Chinese numeral below ten thousand writes; None for `三四`, `二〇二三`."""
    total, digit, power = 0, -1, 10_000
    for sign in numeral:
        step = _POWERS.get(sign)
        if step is None:
            if digit > 0 or sign not in _DIGITS:
                return None
            digit = _DIGITS[sign]
        elif step >= power:
            return None
        else:
            total, digit, power = total + (digit if digit > 0 else 1) * step, -1, step
    if digit > 0 and 10 < power < 10_000 and numeral[-2] not in "零〇":
        return None  # `一百五` may be 105 or 150
    return total + max(digit, 0)
