"""The township that signs a report whose title names another one.

Only what is certain: both are names of townships, and neither holds the other's. A department, a
county, the same name as that of another kind or with another ending, says nothing against a title.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.mentions import place_of
from generator.gazetteer.names import plain, stem
from generator.gazetteer.printed import Printed, split
from generator.gazetteer.resolve import inside
from generator.model import Mention, Paragraph, Report
from generator.regex import regex
from generator.simplified import HAN

_TAIL_LINES = 8
_YEAR = "(?:20[0-9]{2}|二[〇○零O0][〇○零一二三四五六七八九]{2})"
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_DAY = regex(rf"{_YEAR}[年./-]{_NUMBER}[月./-](?:{_NUMBER}[日号]?)?$")
_STAMP = regex(r"\(.{0,6}\)$")
_NAME = regex(rf"{HAN}{{3,30}}")
_GOVERNS = regex("人民政府|[乡镇]政府|街道办事处")
# One office may govern both a 地区 and a township or subdistrict of another name.
_NO_NAME = regex("^[我本各全该]|地区")
_SHORTEST_STEM = 2


class Signature(NamedTuple):
    """A line at the end that names a township, alone or with the date: its name, taken apart."""

    paragraph: Paragraph
    name: str
    parts: Printed


def titled(report: Report) -> str:
    """The township that the title names, as a key of the gazetteer, or ""."""
    printed = report.body.printed
    town = split(printed, gazetteer()).town if printed and printed in report.title else ""
    return town if _is_certain(town, "", gazetteer()) else ""


def signatures(report: Report) -> tuple[Signature, ...]:
    """All townships that sign: the line is dated, or the last one and names a government."""
    after = report.sections[-1].line if report.sections else 0
    tail = [one for one in report.paragraphs[-_TAIL_LINES:] if one.line > after]
    return tuple(_signatures(tail, gazetteer()))


def other_township(report: Report, signed: tuple[Signature, ...]) -> Mention | None:
    """The one township that signs where the title names another."""
    town = titled(report)
    if not town or len({one.parts.town for one in signed}) != 1:
        return None
    line, name, parts = signed[0]
    if _is_alike(town, plain(report.body.printed), parts.town, name):
        return None
    places = gazetteer()
    codes = inside(places.towns.get(parts.town, "").split(), parts.regions, places)
    return Mention(name, tuple(map(place_of, codes)), line.line, line.text.strip(), 0)


def _signatures(tail: list[Paragraph], places: Gazetteer) -> Iterator[Signature]:
    texts = [*(plain(one.text) for one in tail), ""]
    for paragraph, (text, below) in zip(tail, pairwise(texts), strict=True):
        name = _STAMP.sub("", _DAY.sub("", text))
        dated = bool(name) and (name != text or bool(_DAY.match(below)))
        if not _NAME.fullmatch(name) or not (dated or (not below and _GOVERNS.search(name))):
            continue
        parts = split(name, places)
        if _is_certain(parts.town, name, places):
            yield Signature(paragraph, name, parts)


def _is_certain(town: str, name: str, places: Gazetteer) -> bool:
    """Whether a name is surely that of a township: a listed one, or one said to have a government.

    The title of a report needs not say so.
    """
    if not _NAME.fullmatch(town) or _NO_NAME.search(town):
        return town in places.towns and not _NO_NAME.search(town)
    governs = not name or bool(_GOVERNS.search(name))
    return town in places.towns or (governs and len(stem(town)) >= _SHORTEST_STEM)


def _is_alike(town: str, printed: str, other: str, name: str) -> bool:
    """Whether either township's name, without its kind, stands in what is printed of the other."""
    return _stem(town) in name or _stem(other) in printed


def _stem(town: str) -> str:
    """The name without its kind, unless too little of it is left to tell anything."""
    found = stem(town)
    return found if len(found) >= _SHORTEST_STEM else town
