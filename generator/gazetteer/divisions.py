"""The list of divisions: codes, names and how they lie within each other.

Codes have 2 digits for a province, 4 for a prefecture, 6 for a county and 9 for a township, and
begin with the code of what they lie in. The list is as of 30 June 2023, the last one published;
a place that was founded or renamed since is not in it.
"""

import gzip
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.gazetteer.names import division_names, is_plain_town, is_town, town_keys

DATA = "divisions.csv.gz"
# Rows of the list that only group others, such as the districts of a municipality.
_NO_PLACES = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


class Where(NamedTuple):
    """The divisions that a place lies in, "" where there is none or it is not known."""

    province: str
    city: str
    county: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by code, and codes by every name that may be printed.

    `towns` holds townships and subdistricts only; `full` those names of higher divisions that say
    what they are (沙河市), `divisions` their short forms (沙河) as well.
    """

    names: Mapping[str, str]
    codes: tuple[str, ...]
    towns: Mapping[str, Sequence[str]]
    divisions: Mapping[str, tuple[str, ...]]
    full: frozenset[str]

    def path(self, code: str) -> tuple[str, ...]:
        """The names from the province down to the place itself; () for a code not listed."""
        if code not in self.names:
            return ()
        above = [code[:digits] for digits in (2, 4, 6) if digits < len(code)]
        known = [self.names[one] for one in (*above, code)]
        return tuple(dict.fromkeys(name for name in known if name not in _NO_PLACES))

    def where(self, code: str) -> Where:
        """Where the place of a code lies, or what a shorter code names, as far as it is listed."""
        province, city, county = (
            self.names.get(code[:digits], "") if len(code) >= digits else "" for digits in (2, 4, 6)
        )
        return Where(
            province,
            city="" if city in _NO_PLACES else city,
            # a city without counties (东莞) has a row of its own name in their place
            county="" if county == city or county in _NO_PLACES else county,
        )

    def towns_of(self, county: str) -> tuple[str, ...]:
        """The codes of all townships and subdistricts whose code starts so."""
        first = bisect_left(self.codes, county)
        last = bisect_left(self.codes, county + "~")
        return tuple(
            code for code in self.codes[first:last] if len(code) == 9 and is_town(self.names[code])
        )


@cache
def gazetteer() -> Gazetteer:
    """The list that comes with the program, read once and only when it is wanted."""
    data = files("generator.gazetteer").joinpath(DATA).read_bytes()
    _, _, rows = gzip.decompress(data).decode("utf-8").partition("\n")
    fields = rows.replace("\n", ",").split(",")  # no name holds a comma
    return indexed(dict(zip(fields[::2], fields[1::2], strict=False)))


def indexed(names: Mapping[str, str]) -> Gazetteer:
    """A gazetteer of names by code, these in order."""
    divisions: dict[str, tuple[str, ...]] = {}
    full: set[str] = set()
    for code, name in names.items():
        if len(code) < 9 and name not in _NO_PLACES:
            variants = division_names(name)
            full.update(one for one in variants if one[-1] in "省市区县旗州盟")
            for variant in variants:
                divisions[variant] = (*divisions.get(variant, ()), code)
    return Gazetteer(names, tuple(names), _towns(names), divisions, frozenset(full))


def _towns(names: Mapping[str, str]) -> dict[str, list[str]]:
    """The codes of townships and subdistricts by key; most names are their only key."""
    towns: dict[str, list[str]] = {}
    for code, name in names.items():
        if len(code) == 9:
            towns.setdefault(name, []).append(code)
    for name in [name for name in towns if not is_plain_town(name)]:
        codes = towns.pop(name)
        for key in town_keys(name):
            towns[key] = sorted((*towns.get(key, ()), *codes))
    return towns
