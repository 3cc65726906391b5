"""Pairs of reports whose prose is alike, and on which pages they stand side by side.

A pair stands once, on the pages of an area that the report lies in which leads it; the other may
lie elsewhere. So where a pair stands follows from the pairs of that area, and from nothing else but
whether those around it are so many that they are divided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.areas import PAIRS_ON_A_PAGE, Area, Region, is_divided, pairs, region, shown
from generator.model import Dossier, Overlap


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports whose prose is alike; `overlap` is seen from the first, which leads the pair.

    Of the second no more is known than who and when.
    """

    first: Dossier
    second: Dossier
    overlap: Overlap

    @property
    def same_body(self) -> bool:
        """Whether they are two years of one body."""
        return self.first.report.township == self.second.report.township

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the two."""
        return frozenset((self.first.report.id, self.second.report.id))


class PairPage(NamedTuple):
    """The page, from 1, of an area on which a pair stands."""

    area: Region
    number: int


PairPages = Mapping[frozenset[str], PairPage]  # by the ids of two reports


def pair_pages(nation: Area) -> Iterator[tuple[Pair, PairPage]]:
    """All pairs, and where they stand."""
    for area in shown(nation, pairs, PAIRS_ON_A_PAGE):
        if not is_divided(area, pairs, PAIRS_ON_A_PAGE):
            for place, pair in enumerate(alike(area)):
                yield pair, PairPage(region(area), 1 + place // PAIRS_ON_A_PAGE)


def alike(area: Area) -> tuple[Pair, ...]:
    """The pairs that stand in an area, those of different bodies first, by share."""
    found = (
        Pair(dossier, Dossier(overlap.other, (), {}), overlap)
        for body in area.members
        for dossier in body.dossiers
        for overlap in dossier.led
    )
    return tuple(sorted(found, key=_rank))


def _rank(pair: Pair) -> tuple[bool, float, str, str]:
    ids = pair.first.report.id, pair.second.report.id
    return pair.same_body, -pair.overlap.share, *ids
