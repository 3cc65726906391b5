"""A place that the prose names."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place of the gazetteer: its code and where it lies, "" where there is no such division.

    The code has 9 digits for a township, 6 for a county and 4 for a city.
    """

    code: str
    province: str
    city: str
    county: str


class Mention(NamedTuple):
    """The name of a township, county or city in the prose, with all places that it may be.

    `line` is that of the original; `sentence` is the one that the name stands in and `start` the
    place of the name in it.
    """

    name: str
    places: tuple[Place, ...]
    line: int
    sentence: str
    start: int
