"""The text of a cell → what stands there. A guess is never `reported`."""

import re
from decimal import Context, Decimal
from functools import lru_cache

from generator.form import Cell, Unit
from generator.model import Number, Reading, Status
from generator.regex import regex
from generator.simplified import simplified

_NOT_APPLICABLE = frozenset({"/", "-", "--", "—", "——", "–", "\\", "无"})
_NUMBER = regex(
    r"""^(?P<sign>[-+−]|增加?|减少?)?
    (?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?
    (?P<unit>亿元|万元|元|件|条|项|宗|个|次|份|起)?
    (?:\((?P<note>[^()]+)\))?$""",
    re.VERBOSE | re.ASCII,
)
_THOUSANDS = regex(r"[-+−]?[1-9]\d{0,2}(?:\.\d{3})+")  # of a count, or three decimals?
_NOTED_UNIT = regex(r"(?:单位:?)?(亿元|万元|元)")
_AMOUNT = regex(r"[十百千万亿元]")
_HEADING_UNIT = regex(r"([十百千万亿]*元)")
_NEGATIVE = frozenset({"-", "−", "减", "减少"})
_YUAN: dict[str, int] = {
    "元": 1,
    "千元": 1_000,
    "万元": 10_000,
    "百万元": 1_000_000,
    "亿元": 100_000_000,
}
_MONEY = ("wan_yuan", "yuan")
# A note that gives the number of another year, or another number in its place.
_TAKEN_BACK = regex(r"(?:19|20)\d\d年|[上去前]年|更正|[应改实]为|有误")
_LONGEST = 40
_EXACT = Context(prec=2 * _LONGEST)

# Full-width forms and wide spaces as their plain twins. Superscripts, circled and other digits stay
# what they are: `5²` is not 52.
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    [0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)], " "
)
_LOOSE_SPACE = regex(r"(?<![0-9]) +| +(?![0-9])")


def strip(text: str) -> str:
    """Without outer white space of any kind, the invisible kinds included."""
    return text.strip().strip("\u200b\ufeff\u00a0\u3000 \t")


def read_value(text: str, line: int, cell: Cell, heading: str = "") -> Reading:
    """What one cell holds, its value converted to the unit of the form.

    `heading` is the printed heading of the column, which may name another unit of money than the
    form does.
    """
    own = cell.unit
    status, value, raw, unit = _content(text, own, heading if own in _MONEY else "")
    return Reading(status, value, raw, line, unit)


def read_digits(text: str, line: int) -> Reading:
    """The same of a cell of a count in which nothing but plain digits stand, if anything."""
    if not text:
        return Reading(Status.BLANK, None, "", line)
    if len(text) > _LONGEST:
        return Reading(Status.UNREADABLE, None, text, line)
    return Reading(Status.REPORTED, int(text), text, line)


@lru_cache(maxsize=8192)  # the same few numbers stand in most cells
def _content(text: str, own: Unit, heading: str) -> tuple[Status, Number | None, str, str]:
    """Status, value, raw text and printed unit of a cell whose unit in the form is `own`."""
    raw = strip(text)
    plain = _LOOSE_SPACE.sub("", simplified(raw.translate(_PLAIN)))
    if not raw:
        return Status.BLANK, None, "", ""
    if plain in _NOT_APPLICABLE:
        return Status.NOT_APPLICABLE, None, raw, ""
    found = _NUMBER.match(plain) if len(plain) <= _LONGEST else None
    money = own in _MONEY
    if (
        found is None
        or _is_of_something_else(found, own)
        or (not money and _THOUSANDS.fullmatch(plain))
    ):
        return Status.UNREADABLE, None, raw, ""
    noted = _NOTED_UNIT.fullmatch(found["note"] or "")
    printed = found["unit"] or (noted[1] if noted else "") or money_in(heading)
    open_unit = money and not noted and _AMOUNT.search(found["note"] or "")
    if open_unit or ((printed and printed not in _YUAN) if money else printed in _YUAN):
        return Status.UNREADABLE, None, raw, printed
    value = _number(found)
    return Status.REPORTED, _in_form_unit(value, printed, own) if money else value, raw, printed


def _is_of_something_else(found: re.Match[str], own: Unit) -> bool:
    """Whether a number says how much more there was (`增加5`), or a note takes it back."""
    change_in_words = (found["sign"] or "").startswith(("增", "减"))
    return (change_in_words and own != "change") or bool(_TAKEN_BACK.search(found["note"] or ""))


def plain_count(text: str) -> int | None:
    """The number that nothing but digits says, None of any other text."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST else None


def is_value(text: str) -> bool:
    """Whether a text is what a cell of numbers holds: a number, or a mark for none."""
    plain = _LOOSE_SPACE.sub("", strip(text).translate(_PLAIN))
    return plain in _NOT_APPLICABLE or (len(plain) <= _LONGEST and _NUMBER.match(plain) is not None)


def _number(found: re.Match[str]) -> Number:
    digits = found["digits"].replace(",", "") + (found["fraction"] or "")
    value: Number = Decimal(digits) if found["fraction"] else int(digits)
    return -value if found["sign"] in _NEGATIVE else value


def money_in(heading: str) -> str:
    """The unit of money that a heading names, or "": it names none, or several."""
    found = set(_HEADING_UNIT.findall(simplified(heading)))
    return found.pop() if len(found) == 1 else ""


def _in_form_unit(value: Number, printed: str, unit: Unit) -> Number:
    own = 10_000 if unit == "wan_yuan" else 1
    factor = Decimal(_YUAN.get(printed, own)) / own
    converted = _EXACT.multiply(Decimal(value), factor)
    return int(converted) if converted == converted.to_integral_value() else converted
