"""The third step: areas → the pages on which they are listed, compared and judged, written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from generator.alike import PairPages
from generator.areas import Area
from generator.around import Standing
from generator.bilingual import LANGS
from generator.links import Links
from generator.model import Township
from generator.pages import AREA_FAMILIES, View
from generator.pages.area_pages import nearest
from generator.pickled import pickled_as_call
from generator.program import program_key
from generator.progress import Progress
from generator.render import Renderer, Site
from generator.stages.whole import Done
from generator.stages.written import staged, standing
from generator.store import Store, key_of
from generator.survey import Survey
from generator.workers import Workers
from generator.writer import Stage, Staged


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of one kind of an area that are to be written.

    The area is an outline; `digest` is a checksum of all that they are made from.
    """

    kind: str
    area: Area
    standing: Standing
    digest: str

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"{self.kind}{self.area.code}"


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PublishedArea:
    """What came of one plan; `links` are the pages that search engines may know."""

    files: tuple[Staged, ...]
    links: tuple[Links, ...]
    reused: bool = False


@dataclass(frozen=True, slots=True)
class AreaPublisher:
    """Writes the pages of areas; `site` is what every page knows of the site."""

    store: Store
    stage: Stage
    site: Site

    def __call__(self, plans: Sequence[Plan]) -> tuple[PublishedArea, ...]:
        """Write the pages of some plans."""
        renderer = Renderer(self.site)
        made = tuple(self._published(plan, renderer) for plan in plans)
        self.store.put(self.key(plans), made)
        return made

    def known(self, plans: Sequence[Plan]) -> tuple[PublishedArea, ...] | None:
        """What an earlier build wrote of these plans, and still stands."""
        return standing(self.store, self.stage, self.key(plans))

    def key(self, plans: Sequence[Plan]) -> str:
        """Under which key it is kept what came of some plans."""
        return key_of("areas", program_key(), self.site, [plan.digest for plan in plans])

    def _published(self, plan: Plan, renderer: Renderer) -> PublishedArea:
        family, area = AREA_FAMILIES[plan.kind], plan.area
        survey = Survey(
            tuple(dossier for body in area.members for dossier in body.dossiers),
            settings=self.site.settings,
        )
        files: list[Staged] = []
        links: list[Links] = []
        for lang in LANGS:
            view = View(survey, lang, standing=plan.standing)
            pages = (page for make in family.pages for page in make(view, area))
            done, indexed = staged(self.stage, renderer, family.files(view, area), pages)
            files += done
            links += indexed
        return PublishedArea(tuple(files), tuple(links))


@dataclass(frozen=True, slots=True)
class PublishedAreas:
    """What came of all areas, and the keys under which it is kept."""

    published: tuple[PublishedArea, ...]
    keys: tuple[str, ...]


def publish_areas(
    survey: Survey, done: Done, publisher: AreaPublisher, workers: Workers, progress: Progress
) -> PublishedAreas:
    """Write the pages of all areas."""
    planned = plans(survey, dict(done.digests), dict(done.pairs))
    runs = [[plan] for plan in planned]  # each takes long enough
    found = chain.from_iterable(workers.map(publisher, runs, publisher.known))
    published = progress(found, "comparing areas", len(runs))
    return PublishedAreas(tuple(published), tuple(map(publisher.key, runs)))


def plans(
    survey: Survey, digests: Mapping[str, str], pairs: Mapping[str, PairPages]
) -> Iterator[Plan]:
    """The pages of all areas as they are to be written.

    `digests` are checksums of the reports of each township, `pairs` the pages of the pairs of
    alike reports that it has a part in, by its id.
    """
    whole = cache(_digest)
    for kind, family in AREA_FAMILIES.items():
        for area in family.kind.shown(survey.nation):
            members = family.shown(area)
            standing = Standing(
                survey.main_year, nearest(survey.nation, area.code), _all(pairs, members)
            )
            own = [digests[body.id] for body in members]
            parts = [whole(part) for part in area.parts]
            digest = key_of(kind, area.above, whole(area), parts, standing, own)
            yield Plan(kind, area.outline(members), standing, digest)


def _digest(area: Area) -> str:
    """A checksum of an area as a whole."""
    return key_of(area.code, area.names, area.whole)


def _all(pairs: Mapping[str, PairPages], members: Sequence[Township]) -> PairPages:
    """The pairs of alike reports that some bodies have a part in."""
    return {ids: page for body in members for ids, page in pairs[body.id].items()}
