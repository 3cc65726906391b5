"""Where pairs of alike reports stand: a few all on one page, many on those of areas."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.areas import PAIRS_ON_A_PAGE
from generator.model import Overlap
from generator.similar_pairs import PairPage, alike, pair_pages
from generator.survey import Survey
from tests.pages.nationwide import codes, survey

HERE = codes(("4601",))[:25]
THERE = codes(("11",))[:8]
NATION = survey(HERE + THERE)
Alike = tuple[str, str, int]  # two townships, and how much of the first the other has too


def with_pairs(pairs: Iterable[Alike]) -> Survey:
    """The survey with some reports whose prose is alike; the first of two leads."""
    reports = {dossier.report.township: dossier.report for dossier in NATION.dossiers}
    overlaps: dict[str, list[Overlap]] = {}
    for first, second, shared in pairs:
        for own, other, leads in ((first, second, True), (second, first, False)):
            found = Overlap(reports[other], shared, 1000, shared, 1000, 1200, 1200, (), leads)
            overlaps.setdefault(own, []).append(found)
    return replace(
        NATION,
        dossiers=tuple(
            replace(dossier, overlaps=tuple(overlaps.get(dossier.report.township, ())))
            for dossier in NATION.dossiers
        ),
    )


def pages(known: Survey) -> Mapping[frozenset[str], PairPage]:
    return {pair.ids: page for pair, page in pair_pages(known.nation)}


def chain(places: list[str]) -> list[Alike]:
    """Each place with the next."""
    return [(one, other, 500) for one, other in pairwise(places)]


def test_a_few_pairs_all_stand_on_the_page_of_the_nation() -> None:
    known = with_pairs(chain(HERE[: PAIRS_ON_A_PAGE + 1]))
    found = pages(known)
    assert len(found) == len(alike(known.nation)) == PAIRS_ON_A_PAGE
    assert {(page.area.code, page.number) for page in found.values()} == {("", 1)}


def test_many_pairs_stand_once_each_in_the_area_of_the_first() -> None:
    across = (THERE[0], HERE[0], 700)
    known = with_pairs([*chain(HERE), across])
    found = pages(known)
    assert len(found) == len(HERE)
    for pair, page in pair_pages(known.nation):
        assert page.area.code
        assert pair.first.report.township.startswith(page.area.code)
    page = found[frozenset(f"{code}-2023" for code in across[:2])]
    assert (page.area.code, page.number) == ("11", 1)


def test_a_pair_elsewhere_moves_none_of_those_of_an_area() -> None:
    before, after = (pages(with_pairs(chain(HERE) + chain(THERE[:end]))) for end in (3, 8))
    assert len(after) == len(before) + 5
    assert {ids: after[ids] for ids in before} == before


def test_different_bodies_come_first_then_the_most_alike() -> None:
    places, shares = HERE[:5], (300, 900, 500, 500)
    known = with_pairs((*two, share) for two, share in zip(pairwise(places), shares, strict=True))
    first = next(d for d in known.dossiers if d.report.township == places[0])
    own = replace(first.led[0], other=replace(first.report, id="old", year=2022), shared=1000)
    again = replace(first, overlaps=(own, *first.overlaps))
    known = replace(known, dossiers=tuple(again if d is first else d for d in known.dossiers))
    found = alike(known.nation)
    assert [(pair.same_body, pair.overlap.shared) for pair in found] == [
        (False, 900),
        (False, 500),
        (False, 500),
        (False, 300),
        (True, 1000),
    ]
    assert [pair.first.report.township for pair in found[1:3]] == places[2:4]
