"""What a printed name is made of: the divisions it lies in, and the township or none.

`河北省沙河市柴关乡人民政府` lies in 河北省 and 沙河市 and names 柴关乡. A name is split only
where all of it can be accounted for by the list; the longest name of a township wins, so that
湖南镇 is no town of Hunan.
"""

from functools import lru_cache
from typing import NamedTuple

from generator.gazetteer.divisions import Gazetteer
from generator.gazetteer.names import is_town, plain, town_key
from generator.regex import regex

_LONGEST_BODY = 60
_LONGEST_DIVISION = 16
_OFFICE = regex(
    r"(?<=[乡镇道木])(?:政府|(?:政府|办事处)?办公室|(?:办事处)?党政(?:综合)?办公室|党政办|政府办)$"
)
_PARTY = regex(r"^中共.{2,30}?委员会(?=..)")  # which some reports name beside the government
# Zones are no divisions: they say nothing of where a place is, neither for nor against.
_ZONE = regex(r"[^省市县]{0,8}(?:开发区|高新区|新区|示范区|管理区|度假区|风景区|产业园区)")
_DIVISION = regex(r"..+[省市县区旗州盟]$|..+地区$")
_OFTEN_NO_NAMES = frozenset({"城区", "郊区", "矿区"})


class Printed(NamedTuple):
    """A name in parts; `town` is a key of the gazetteer's towns, or one that it does not hold.

    `whole` says that the name is that of the last of `regions`; `zone` that an area stands in it
    of which the list knows nothing; `strange` that it is a county or city not listed.
    """

    regions: tuple[str, ...] = ()
    town: str = ""
    whole: bool = False
    zone: bool = False
    strange: bool = False


@lru_cache(maxsize=256)  # a report is asked again and again for the name in its title
def split(name: str, places: Gazetteer) -> Printed:
    """The parts of the name of a body."""
    text = _OFFICE.sub("", _PARTY.sub("", plain(name)).replace("人民政府", "").replace("·", ""))
    if not text or len(text) > _LONGEST_BODY:
        return Printed()
    town = _town(text, places) if is_town(text) else None
    if town:
        return town
    chain = _chain(text, places)
    regions = _known(chain, places) if chain else leading(text, places)
    return Printed(
        regions,
        whole=bool(chain) and chain == regions,
        zone=chain is not None and chain != regions,
        strange=chain is None and bool(_DIVISION.search(text)),
    )


def _town(text: str, places: Gazetteer) -> Printed | None:
    """A township and where it lies; None for an 办事处 not listed, which may be of anything."""
    for start in range(len(text) - 1):
        key = town_key(text[start:])
        chain = _chain(text[:start], places) if key in places.towns else None
        if chain is not None:
            regions = _known(chain, places)
            return Printed(regions, key, zone=chain != regions)
    if town_key(text).endswith("办事处"):
        return None
    regions = leading(text, places)
    return Printed(regions, town_key(text[len("".join(regions)) :]) or text)


def _chain(text: str, places: Gazetteer) -> tuple[str, ...] | None:
    """A text as names of divisions and zones one after the other; None when it is not that."""
    if not text:
        return ()
    for end in range(min(len(text), _LONGEST_DIVISION), 1, -1):
        if text[:end] in places.divisions or _ZONE.fullmatch(text[:end]):
            rest = _chain(text[end:], places)
            if rest is not None:
                return (text[:end], *rest)
    return None


def _known(chain: tuple[str, ...], places: Gazetteer) -> tuple[str, ...]:
    return tuple(name for name in chain if name in places.divisions)


def leading(text: str, places: Gazetteer) -> tuple[str, ...]:
    """The full names of divisions that a text begins with."""
    for end in range(min(len(text), _LONGEST_DIVISION), 1, -1):
        if text[:end] in places.full:
            return (text[:end], *leading(text[end:], places))
    return ()


def within(text: str, places: Gazetteer) -> tuple[str, ...]:
    """The full names of divisions that a passage begins with (address) or ends in (website)."""
    passage = plain(text)
    for start in range(len(passage) - 1):
        found = leading(passage[start:], places)
        whole = start + sum(map(len, found)) == len(passage)
        if found and found[0] not in _OFTEN_NO_NAMES and (start == 0 or whole):
            return found
    return ()
