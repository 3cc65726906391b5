"""What the pages of a township show of the rest of the site, found once for all townships."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from generator.areas import Region, listed_in
from generator.export import parts
from generator.metrics.headline import Headline
from generator.model import Body, Dossier, Township
from generator.pickled import pickled_as_call
from generator.similar_pairs import PairPage, PairPages, pair_pages
from generator.store import key_of
from generator.survey import Survey


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Neighbour:
    """A body of the same county, as lists show it; `told` is that of the years it has a report of.

    Only reports that enter comparisons are told of.
    """

    id: str
    body: Body
    years: tuple[int | None, ...]
    told: Mapping[int, Headline]


SHOWN_NEIGHBOURS = 40
Headlines = Mapping[str, Headline | None]


@pickled_as_call
@dataclass(frozen=True, slots=True)
class County:
    """The bodies of a county in the order of their codes: of many the first, and `count` of all.

    `digest` is a checksum of the rest, for it is asked for by every body of the county.
    """

    bodies: tuple[Neighbour, ...] = ()
    count: int = 0
    digest: str = ""

    @property
    def others(self) -> int:
        """How many there are beside one of them."""
        return self.count - 1

    @property
    def is_shown_whole(self) -> bool:
        """Whether the page of each shows all others."""
        return self.others <= SHOWN_NEIGHBOURS

    def beside(self, township: str) -> tuple[Neighbour, ...]:
        """The bodies that the page of one of them shows."""
        others = (one for one in self.bodies if one.id != township)
        return tuple(islice(others, SHOWN_NEIGHBOURS))


_UNKNOWN = County()
_NOBODY: frozenset[str] = frozenset()  # one object for most townships


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a township, in its `county` and beyond.

    `listed_in` are the areas by which the directory leads to it. `namesakes` are those of its
    reports whose name and year another report has too; `pairs` are the pages on which the pairs of
    alike reports stand that its own belong to. `is_split` says whether tables are cut by province.
    """

    county: County = _UNKNOWN
    listed_in: tuple[Region, ...] = ()
    namesakes: frozenset[str] = frozenset()
    pairs: PairPages = field(default_factory=dict)
    is_split: bool = False

    @property
    def basis(self) -> tuple[object, ...]:
        """All of it in a form that is quick to take a checksum of."""
        pairs = sorted((sorted(ids), page) for ids, page in self.pairs.items())
        names = sorted(self.namesakes)
        ways = [tuple(region) for region in self.listed_in]
        return self.county.digest, ways, names, pairs, self.is_split


class AreaSurroundings(NamedTuple):
    """What the pages of an area show of the rest of the site.

    The years of the nation are led by its main one; `nearest` are the smallest areas around it, or
    itself, that have a page of each kind, by the address of that kind. `pairs` are the pages on
    which the pairs of alike reports stand that its own belong to.
    """

    main_year: int | None
    nearest: Mapping[str, Region]
    pairs: PairPages


def surroundings_of(survey: Survey, told: Headlines) -> dict[str, Surroundings]:
    """What stands around each township, by its id; of a report no more is needed than its card.

    What is `told` of reports is given by their ids.
    """
    counties = _counties(survey.townships, told)
    names = Counter(map(_name, survey.dossiers))
    pairs: dict[str, dict[frozenset[str], PairPage]] = {}
    for pair, page in pair_pages(survey.nation):
        for dossier in (pair.first, pair.second):
            pairs.setdefault(dossier.report.township, {})[pair.ids] = page
    ways = listed_in(survey.nation)
    return {
        township.id: Surroundings(
            counties.get(township.main.division_code[:6], _UNKNOWN),
            ways[township.id],
            frozenset(d.report.id for d in township.dossiers if names[_name(d)] > 1) or _NOBODY,
            pairs.get(township.id, {}),
            len(survey.dossiers) > parts.LIMIT,
        )
        for township in survey.townships
    }


def _counties(townships: Iterable[Township], told: Headlines) -> dict[str, County]:
    """The counties by the first six digits of the codes of their bodies."""
    found: dict[str, list[Township]] = {}
    for township in townships:
        if code := township.main.division_code:
            found.setdefault(code[:6], []).append(township)
    return {code: _county(members, told) for code, members in found.items()}


def _county(members: Sequence[Township], told: Headlines) -> County:
    shown = tuple(_neighbour(one, told) for one in members[: SHOWN_NEIGHBOURS + 1])
    known = [
        (one.id, one.body.basis, one.years, [(year, *said) for year, said in one.told.items()])
        for one in shown
    ]
    return County(shown, len(members), key_of(known, len(members)))


def _neighbour(township: Township, told: Headlines) -> Neighbour:
    reports = [dossier.report for dossier in township.dossiers]
    compared = [dossier.report for dossier in township.dossiers if dossier.compared]
    return Neighbour(
        township.id,
        township.main,
        tuple(dict.fromkeys(report.year for report in reports)),
        {one.year: said for one in compared if one.year and (said := told[one.id])},
    )


def _name(dossier: Dossier) -> tuple[str, int | None]:
    """What a report is called, see `View.report_name`."""
    body = dossier.report.body
    return body.name or body.printed or dossier.report.id, dossier.report.year
