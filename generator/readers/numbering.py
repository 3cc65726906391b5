"""The numbers that Word makes itself: «一、» before a heading is not in the text of the file."""

import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    f"{language}Counting{limit}"
    for language in ("chinese", "japanese", "taiwanese")
    for limit in ("", "Thousand")
)
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: its first number, its kind of numerals, `%1、`."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, Level]]
    styles: dict[str, tuple[str, int]]

    def write(self, body: ET.Element) -> None:
        """Put the number of every numbered paragraph into its text, if that is no number itself."""
        counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        for paragraph in body.iter(f"{W}p"):
            place = self._place(paragraph)
            text = _text(paragraph)
            if place is None or not text:
                continue
            list_id, level = place
            levels = self.levels[list_id]
            _count(counts[list_id], level, levels)
            if not text.isdecimal():  # its digits would join those of the number
                _insert(paragraph, _label(levels, level, counts[list_id]))

    def _place(self, paragraph: ET.Element) -> tuple[str, int] | None:
        """The list and level of a paragraph: its own, else that of its style."""
        own = _numbered(paragraph.find(f"{W}pPr"))
        if own is None:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            own = self.styles.get(_value(style)) if style is not None else None
        if own is None or own[1] not in self.levels.get(own[0], {}):
            return None
        return own


def numbering(lists: ET.Element | None, styles: ET.Element | None) -> Numbering:
    """From the parts `numbering.xml` and `styles.xml`."""
    if lists is None:
        return Numbering({}, {})
    abstract = {
        item.get(f"{W}abstractNumId", ""): _levels(item) for item in lists.iter(f"{W}abstractNum")
    }
    levels = {
        item.get(f"{W}numId", ""): abstract.get(_value(item.find(f"{W}abstractNumId")), {})
        | _levels(item)
        for item in lists.iter(f"{W}num")
    }
    places = {
        style.get(f"{W}styleId", ""): _numbered(style.find(f"{W}pPr"))
        for style in (styles.iter(f"{W}style") if styles is not None else ())
    }
    return Numbering(levels, {name: place for name, place in places.items() if place})


def _levels(item: ET.Element) -> dict[int, Level]:
    return {
        _int(level.get(f"{W}ilvl"), 0): Level(
            _int(_value(level.find(f"{W}start")), 1),
            _value(level.find(f"{W}numFmt")),
            _value(level.find(f"{W}lvlText")),
        )
        for level in item.iter(f"{W}lvl")
    }


def _numbered(properties: ET.Element | None) -> tuple[str, int] | None:
    if properties is None:
        return None
    number = properties.find(f"{W}numPr/{W}numId")
    if number is None:
        return None
    level = _int(_value(properties.find(f"{W}numPr/{W}ilvl")), 0)
    return _value(number), min(max(level, 0), _LEVELS - 1)


def _count(counts: list[int | None], level: int, levels: dict[int, Level]) -> None:
    """The next number on a level; the levels below it begin again."""
    last = counts[level]
    counts[level] = levels[level].start if last is None else last + 1
    counts[level + 1 :] = [None] * (_LEVELS - level - 1)


def _label(levels: dict[int, Level], level: int, counts: list[int | None]) -> str:
    label = levels[level].text if levels[level].form not in {"bullet", "none"} else ""
    for number in range(_LEVELS):
        at = levels.get(number, Level())
        count = counts[number]
        label = label.replace(
            f"%{number + 1}", numeral(at.start if count is None else count, at.form)
        )
    return label


def numeral(number: int, form: str) -> str:
    """A number as Word prints it; what is neither Chinese nor circled is printed in digits."""
    if form in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return (
            ("" if tens < 2 else _DIGITS[tens])
            + ("十" if tens else "")
            + (_DIGITS[ones] if ones else "")
        )
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


def _insert(paragraph: ET.Element, label: str) -> None:
    if not label:
        return
    run = ET.Element(f"{W}r")
    ET.SubElement(run, f"{W}t").text = label
    first = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    paragraph.insert(first, run)


def _text(paragraph: ET.Element) -> str:
    return "".join(part.text or "" for part in paragraph.iter(f"{W}t")).strip()


def _value(element: ET.Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _int(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else default
