"""The report's own name with the word for another kind: 徐营乡 in a report of 徐营镇.

Only where a sentence begins with it that tells what a government did, or where it signs; not where
a place of that name lies near, nor where the report tells of a change of its kind.
"""

import re
from collections.abc import Iterator

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.names import stem, town_key
from generator.gazetteer.signed import Signature, titled
from generator.model import Body, Mention, Report
from generator.regex import regex
from generator.simplified import HAN, simplified

_KINDS = ("乡", "镇", "街道", "苏木")
_QUOTED = regex(r"《[^《》]*》|“[^“”]{0,80}”")
_ACTS = (
    r"(?=(?:人民)?(?:政府)?(?:认真|高度重视|积极|严格(?:落实|执行|按照)|坚持|始终|扎实|切实|深入贯彻"
    r"|按照|根据|结合|紧紧围绕|主动公开|共(?:主动)?(?:公开|收到|受理)|党委|党工委|政务公开|政府信息公开))"
)
_CHANGED = regex(
    r"撤[乡镇县]|[乡镇]改|改(?:设|为|称|名)|更名|升格|挂牌|设立.{0,8}(?:镇|街道)|合并|并入"
)
_SHORTEST_STEM = 2


def misnamed(report: Report, body: Body, signed: tuple[Signature, ...]) -> tuple[Mention, ...]:
    """Where the text or a signature calls the township of the title by another kind, in order."""
    town = titled(report)
    kind = next((kind for kind in _KINDS if town.endswith(kind)), "")
    own = stem(town)
    if not kind or len(own) < _SHORTEST_STEM:
        return ()
    found = [*_in_prose(report, own, kind), *_in_signature(signed, own, kind)]
    if not found or any(_CHANGED.search(simplified(one.text)) for one in report.paragraphs):
        return ()
    places = gazetteer()
    return tuple(one for one in found if not _is_listed_near(town_key(one.name), body, places))


def _in_prose(report: Report, own: str, kind: str) -> Iterator[Mention]:
    others = tuple(own + one for one in _KINDS if one != kind)
    lines = [(one, simplified(one.text)) for one in report.paragraphs]
    lines = [(one, text) for one, text in lines if any(name in text for name in others)]
    if not lines:
        return
    # names of places have no special characters; what is before them ends a word
    pattern = re.compile(rf"(?:(?<!{HAN})|(?<=[年县区旗]))(?P<name>{'|'.join(others)}){_ACTS}")
    for paragraph, text in lines:
        plain = _QUOTED.sub(lambda quoted: "《" * len(quoted[0]), text)
        for found in pattern.finditer(plain):
            start, end = found.span("name")
            printed = paragraph.text[start:end]
            yield Mention(printed, (), paragraph.line, paragraph.text, start)


def _in_signature(signed: tuple[Signature, ...], own: str, kind: str) -> Iterator[Mention]:
    if len(signed) == 1:
        ((paragraph, name, parts),) = signed
        if (
            stem(parts.town) == own
            and parts.town.endswith(_KINDS)
            and not parts.town.endswith(kind)
        ):
            yield Mention(parts.town, (), paragraph.line, name, name.find(parts.town))


def _is_listed_near(key: str, body: Body, places: Gazetteer) -> bool:
    """Whether a township of that name lies in the body's province, or in any where none is known.

    In its own city, names are compared without their kind.
    """
    codes = places.towns.get(key, "").split()
    if not body.province or any(places.where(c).province == body.province for c in codes):
        return bool(codes)
    city = body.division_code[:4]
    around = places.towns_of(city) if city else ()
    return any(
        stem(places.names[code]) == stem(key) and code != body.division_code for code in around
    )
