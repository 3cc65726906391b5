"""The third step: areas → the pages on which they are listed, compared and judged, written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain

from generator.areas import Area
from generator.around import Standing
from generator.bilingual import LANGS, Text
from generator.model import Dossier
from generator.pages import AREA_FAMILIES, AreaFamily, View
from generator.pages.area_pages import nearest
from generator.pickled import pickled_as_call
from generator.progress import Progress
from generator.render import Renderer
from generator.stages.planned import Came, PlanPublisher, Product
from generator.stages.whole import Finished
from generator.stages.written import Written
from generator.store import key_of
from generator.survey import Survey
from generator.workers import Workers


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of one kind of an area that are to be written.

    The area is an outline; the bodies whose reports are shown follow by their ids, with the keys
    under which it is kept what came of them. `illustrations` are what the rule that the pages are
    about says of its own breaking example. `digest` is a checksum of all that the pages are made
    from.
    """

    kind: str
    area: Area
    shown: Mapping[str, str]
    standing: Standing
    illustrations: Mapping[str, Text]
    digest: str

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"{self.kind}{self.area.code}"


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PublishedArea(Product):
    """What came of one plan; `pages` are those that search engines may know."""

    pages: str = ""


@dataclass(frozen=True, slots=True)
class AreaPublisher(PlanPublisher[Plan, PublishedArea]):
    """Writes the pages of areas, of townships that were published.

    `scripts` are the paths of those that follow from all bodies, by their names.
    """

    scripts: Mapping[str, str]

    @property
    def basis(self) -> object:
        """What every page knows of the site."""
        return self.publisher.site_key

    def carried_out(self, plan: Plan) -> PublishedArea:
        """The pages of a plan, written."""
        family = AREA_FAMILIES[plan.kind]
        scripts = {name: self.scripts[name] for name in family.scripts}
        renderer = Renderer(self.publisher.site.with_assets(scripts))
        dossiers = chain.from_iterable(map(self.publisher.dossiers, plan.shown.values()))
        survey = self._survey(tuple(dossiers), plan.illustrations)
        area = replace(plan.area, members=survey.townships)
        written = Written(self.publisher.stage, renderer)
        for lang in LANGS:
            view = View(survey, lang, standing=plan.standing)
            written.add_files(family.files(view, area))
            written.add_pages(page for make in family.pages for page in make(view, area))
        return PublishedArea(written.files, pages=written.pages)

    def _survey(self, dossiers: tuple[Dossier, ...], said: Mapping[str, Text]) -> Survey:
        settings = self.publisher.site.settings
        return Survey(dossiers, settings=settings, illustrations=said)


def publish_areas(
    survey: Survey,
    townships: Mapping[str, Finished],
    publisher: AreaPublisher,
    workers: Workers,
    progress: Progress,
) -> tuple[Came[PublishedArea], ...]:
    """Write the pages of all areas."""
    found = publisher.results(plans(survey, townships, publisher.scripts), townships, workers)
    return tuple(progress(found, "comparing areas", _count(survey)))


def _count(survey: Survey) -> int:
    """How many plans there are."""
    nation = survey.nation
    return sum(1 for family in AREA_FAMILIES.values() for _ in family.kind.shown(nation))


def plans(
    survey: Survey, townships: Mapping[str, Finished], scripts: Mapping[str, str]
) -> Iterator[Plan]:
    """The pages of all areas as they are to be written.

    The townships stand by their ids. `scripts` are those of an `AreaPublisher`.
    """
    whole = cache(_digest)
    near = cache(partial(nearest, survey.nation))
    for kind, family in AREA_FAMILIES.items():
        for area in family.kind.shown(survey.nation):
            members = [townships[body.id] for body in family.shown(survey, area)]
            standing = Standing(
                survey.main_year,
                near(area.code),
                {k: v for one in members for k, v in one.assignment.around.pairs.items()},
            )
            own = [one.outline.digest for one in members]
            parts = [whole(family, part) for part in area.parts]
            loaded = {name: scripts[name] for name in family.scripts}
            whole_area = whole(family, area)
            own_words = {family.rule: survey.illustrations[family.rule]} if family.rule else {}
            digest = key_of(kind, area.above, whole_area, parts, standing, own, loaded)
            shown = {one.assignment.township: one.key for one in members}
            yield Plan(kind, area.outline(family.told), shown, standing, own_words, digest)


def _digest(family: AreaFamily, area: Area) -> str:
    """A checksum of what is told of an area as a whole."""
    return key_of(area.code, area.names, family.told(area.whole))
