"""Pages of areas are made again when something of their area changed, and only then."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.example_messages import example_messages
from generator.metrics.headline import headline_of
from generator.model import Dossier, Overlap, Reply, ReplyStatus
from generator.pages import AREA_FAMILIES, View
from generator.pages.compare import ComparePage
from generator.pages.finder import FINDER
from generator.stages.area_plans import Plan, Planning
from generator.stages.pipeline import PublishedTownship
from generator.stages.publishing import Assignment, Outline
from generator.store import key_of
from generator.surroundings import surroundings_of
from generator.survey import Survey
from tests.pages.nationwide import YEARS, codes, survey

TOWNSHIP = "460107101"  # of 海口市琼山区
AROUND = {"", "46", "4601"}  # a district of few townships is no page of its own
Change = Callable[[Dossier], Dossier]


@pytest.fixture(scope="module")
def before() -> Survey:
    """So many pairs of alike reports that they stand on the pages of provinces."""
    known = replace(survey(codes(("11", "46"))), illustrations=example_messages())
    *most, _ = pairwise(known.dossiers[:14])
    found = {one.report.id: alike(one, other) for one, other in [*most, known.dossiers[-2:]]}
    return replace(known, dossiers=tuple(found.get(d.report.id, d) for d in known.dossiers))


def alike(dossier: Dossier, other: Dossier) -> Dossier:
    found = Overlap(other.report, 300, 900, 300, 950, 1000, 1000, (), leads=True)
    return replace(dossier, overlaps=(found,))


def planned(known: Survey, places: str = FINDER) -> dict[str, Plan]:
    around = surroundings_of(known, {d.report.id: headline_of(d) for d in known.dossiers})
    finished = {
        body.id: PublishedTownship(
            Assignment(body.id, (), {}, around[body.id]),
            body.id,
            Outline((), key_of([d.slim() for d in body.dossiers]), {}),
        )
        for body in known.townships
    }
    planning = Planning(known, finished, {FINDER: places})
    areas = (area for group in planning.groups() for area in planning.areas(group))
    return {plan.label: plan for area in areas for plan in planning.plans(*area)}


def made(plan: Plan, known: Survey) -> list[object]:
    """All that stands on the pages of a plan, and in the files of their charts."""
    family, shown = AREA_FAMILIES[plan.kind], set(plan.shown)
    dossiers = tuple(one for one in known.dossiers if one.report.township in shown)
    survey = Survey(dossiers, settings=known.settings, illustrations=known.illustrations)
    area = replace(plan.area, members=survey.townships)
    view = View(survey, "zh", area_surroundings=plan.surroundings)
    return [
        *(file for make in family.files for file in make(view, area)),
        *(page for make in family.pages for page in make(view, area)),
    ]


def counted(dossier: Dossier) -> Dossier:
    received = dossier.measures["requests_received"]
    more = received._replace(numerator=(received.numerator or 0) + 1)
    return replace(dossier, measures={**dossier.measures, received.metric: more})


def named(dossier: Dossier) -> Dossier:
    body = replace(dossier.report.body, name="新名镇")
    return replace(dossier, report=replace(dossier.report, body=body))


def found(dossier: Dossier) -> Dossier:
    (first, *_) = next(d.findings for d in survey(["110118105"]).dossiers if d.findings)
    return replace(dossier, findings=(*dossier.findings, replace(first, at="9")))


def answered(dossier: Dossier) -> Dossier:
    reply = Reply(dossier.report.id, "TB-SUM", "", ReplyStatus.EXPLAINED, "说明", "", "2024-01-01")
    return replace(dossier, replies=(reply,))


def moved(dossier: Dossier) -> Dossier:
    body = replace(dossier.report.body, county="新名区")
    return replace(dossier, report=replace(dossier.report, body=body))


def copied(dossier: Dossier) -> Dossier:
    return alike(dossier, survey(["460107102"]).dossiers[0])


@pytest.mark.parametrize("change", [counted, named, found, answered, moved, copied])
def test_only_areas_around_a_change_are_made_again(before: Survey, change: Change) -> None:
    assert any(dossier.report.township == TOWNSHIP for dossier in before.dossiers)
    after = replace(
        before,
        dossiers=tuple(
            change(dossier) if dossier.report.township == TOWNSHIP else dossier
            for dossier in before.dossiers
        ),
    )
    old, new = planned(before), planned(after)
    assert list(old) == list(new)
    again = {label for label, plan in new.items() if plan.digest != old[label].digest}
    assert again
    assert {new[label].area.code for label in again} <= AROUND | {"460107"}
    for label in new.keys() - again:
        assert made(new[label], after) == made(old[label], before), label


def test_only_pages_of_the_nation_are_made_again_when_the_finder_knows_another_place(
    before: Survey,
) -> None:
    old, new = planned(before), planned(before, "another.js")
    again = {label for label in new if new[label].digest != old[label].digest}
    assert again == {"/", "/townships/", "/compare/"}


def test_of_an_area_with_many_reports_those_of_a_year_with_few_are_named() -> None:
    known = replace(survey(codes(("11",))[:62], years=YEARS), illustrations=example_messages())
    assert [sums.reports for sums in known.nation.totals.years.values()] == [29, 62]
    plan = planned(known)["/compare/"]
    pages = {page.links.path: page for page in made(plan, known) if isinstance(page, ComparePage)}
    assert [year.areas for year in pages["/compare/"].years] == [True]
    (few,) = pages["/compare/2022/"].years
    assert not few.areas
    assert few.rows.count("<tr>") == 29


def test_areas_beside_a_new_township_stay(before: Survey) -> None:
    fewer = tuple(d for d in before.dossiers if d.report.township != TOWNSHIP)
    old, new = planned(replace(before, dossiers=fewer)), planned(before)
    kept = [label for label in old if label in new and old[label].digest == new[label].digest]
    own = ("/compare/11", "/compare/110118", "/townships/11", "/findings/11", "/similar/11")
    assert set(own) <= set(kept)
    for label in kept:
        assert made(new[label], before) == made(old[label], before), label
