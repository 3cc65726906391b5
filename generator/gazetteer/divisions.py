"""The list of divisions: codes, names and how they lie within each other.

Codes have 2 digits for a province, 4 for a prefecture, 6 for a county and 9 for a township, and
begin with the code of what they lie in. The list is as of 30 June 2023, the last one published;
a place that was founded or renamed since is not in it.
"""

import gzip
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from generator.gazetteer.names import is_town

# Codes and names of what has another key than its name, or none: all divisions above townships,
# farms and zones, places of two names. All other names follow from the keys in TOWNS.
DIVISIONS = "divisions.csv.gz"
TOWNS = "towns.csv.gz"
NAMES = "names.csv.gz"  # all that names of provinces, cities and counties may be printed as
# Rows of the list that only group others, such as the districts of a municipality.
NO_PLACES = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


class Where(NamedTuple):
    """The divisions that a place lies in, "" where there is none or it is not known."""

    province: str
    city: str
    county: str


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Names by code, and codes by every name that may be printed.

    `listed` holds the names of all divisions above townships, and of those places that have not
    their name as their only key. `towns` holds townships and subdistricts only, the codes by key
    with spaces between them; `divisions` likewise those of higher divisions by name (沙河市) and
    short form (沙河), `full` only the names that say what they are.
    """

    listed: Mapping[str, str]
    towns: Mapping[str, str]
    divisions: Mapping[str, str]
    full: frozenset[str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """All names by code, in the order of the codes; slow to make, and few reports need it."""
        towns = {code: key for key, codes in self.towns.items() for code in codes.split()}
        return dict(sorted((towns | dict(self.listed)).items()))

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All codes, in order."""
        return tuple(self.names)

    def name(self, code: str, key: str) -> str:
        """The name of a place that was found by a key or near it."""
        found = code in self.towns.get(key, "")
        return self.listed.get(code, key) if found else self.names[code]

    def path(self, code: str, key: str = "") -> tuple[str, ...]:
        """The names from the province down to the place itself; () for a code not listed.

        It is found sooner by the key that the place was found by.
        """
        if not code or (code not in self.towns.get(key, "") and code not in self.names):
            return ()
        above = (self.listed[code[:digits]] for digits in (2, 4, 6) if digits < len(code))
        known = (*above, self.name(code, key))
        return tuple(dict.fromkeys(name for name in known if name not in NO_PLACES))

    def where(self, code: str) -> Where:
        """Where the place of a code lies, or what a shorter code names, as far as it is listed."""
        province, city, county = (
            self.listed.get(code[:digits], "") if len(code) >= digits else ""
            for digits in (2, 4, 6)
        )
        return Where(
            province,
            city="" if city in NO_PLACES else city,
            # a city without counties (东莞) has a row of its own name in their place
            county="" if county == city or county in NO_PLACES else county,
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
    divisions = read_table(NAMES)
    full = frozenset(name for name in divisions if name[-1] in "省市区县旗州盟")
    return Gazetteer(read_table(DIVISIONS), read_table(TOWNS), divisions, full)


def read_table(file: str) -> dict[str, str]:
    """The two columns of a table that comes with the program."""
    data = Path(__file__).with_name(file).read_bytes()
    _, _, rows = gzip.decompress(data).decode("utf-8").partition("\n")
    fields = rows.replace("\n", ",").split(",")  # no name holds a comma
    return dict(zip(fields[::2], fields[1::2], strict=False))
