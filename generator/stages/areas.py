"""The third step: areas → the pages on which they are listed, compared and judged, written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from generator.bilingual import LANGS, Text
from generator.model import Dossier
from generator.pages import AREA_FAMILIES, View
from generator.pickled import pickled_as_call
from generator.program import program_key
from generator.progress import Progress
from generator.render import Renderer
from generator.stages.area_plans import AreaGroup, Plan, Planning
from generator.stages.pipeline import PublishedTownship
from generator.stages.planned import KeyedProduct, PlanPublisher, Product
from generator.stages.written import StagedPages
from generator.staging import FileStates, joined_states
from generator.store import key_of
from generator.survey import Survey
from generator.workers import Workers


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PublishedArea(Product):
    """The result of one plan; `pages` are those that search engines may know."""

    pages: str = ""


@dataclass(frozen=True, slots=True)
class AreaPublisher(PlanPublisher[Plan, PublishedArea]):
    """Writes the pages of areas, of townships that were published.

    `scripts` are the paths of those that follow from all bodies, by their names.
    """

    scripts: Mapping[str, str]

    @property
    def product(self) -> type[PublishedArea]:
        """The pages of a plan."""
        return PublishedArea

    @property
    def basis(self) -> object:
        """What every page knows of the site."""
        return self.publisher.site_key

    def carried_out(self, plans: Sequence[Plan]) -> Iterator[PublishedArea]:
        """The pages of some plans, written."""
        dossiers = cache(self.publisher.dossiers)  # of one area, its plans show mostly the same
        return (self._written(plan, dossiers) for plan in plans)

    def _written(self, plan: Plan, known: Callable[[str], Iterable[Dossier]]) -> PublishedArea:
        family = AREA_FAMILIES[plan.kind]
        scripts = {name: self.scripts[name] for name in family.loaded(plan.area)}
        renderer = Renderer(self.publisher.site.with_assets(scripts))
        dossiers = chain.from_iterable(map(known, plan.shown.values()))
        survey = self._survey(tuple(dossiers), plan.illustrations)
        area = replace(plan.area, members=survey.townships)
        written = StagedPages(self.publisher.stage, renderer)
        for lang in LANGS:
            view = View(survey, lang, area_surroundings=plan.surroundings)
            written.add_files(file for make in family.files for file in make(view, area))
            written.add_pages(page for make in family.pages for page in make(view, area))
        return PublishedArea(written.files, pages=written.pages)

    def _survey(self, dossiers: tuple[Dossier, ...], said: Mapping[str, Text]) -> Survey:
        settings = self.publisher.site.settings
        return Survey(dossiers, settings=settings, illustrations=said)


class PublishedGroup(NamedTuple):
    """The results of the plans of a group; `keys` are those of all that is kept of it."""

    keys: tuple[str, ...]
    files: FileStates
    pages: str


class PublishedAreas(NamedTuple):
    """All pages of areas as written, and the keys of all that is kept of them."""

    keys: tuple[str, ...]
    files: tuple[FileStates, ...]
    pages: tuple[str, ...]


def publish_areas(
    survey: Survey,
    townships: Mapping[str, PublishedTownship],
    publisher: AreaPublisher,
    workers: Workers,
    progress: Progress,
) -> PublishedAreas:
    """Write the pages of all areas."""
    planning = Planning(survey, townships, publisher.scripts)
    groups = list(planning.groups())
    kept = [_kept(group, publisher) for group in groups]
    missing = [group for group, found in zip(groups, kept, strict=True) if found is None]
    areas = [list(planning.areas(group)) for group in missing]
    counts = [sum(len(kinds) for _, kinds in own) for own in areas]
    plans = (planning.plans(*one) for one in chain.from_iterable(areas))
    found = publisher.results(plans, townships, workers)
    made = iter(progress(found, "comparing areas", sum(counts)))
    results = (list(islice(made, count)) for count in counts)
    new = (_together(*one, publisher) for one in zip(missing, results, strict=True))
    done = [next(new) if found is None else found for found in kept]
    return PublishedAreas(
        tuple(chain.from_iterable(group.keys for group in done)),
        tuple(group.files for group in done),
        tuple(group.pages for group in done),
    )


def _name(group: AreaGroup, publisher: AreaPublisher) -> str:
    """The key of the result of a group."""
    return key_of("areas", program_key(), publisher.basis, group.digest)


def _kept(group: AreaGroup, publisher: AreaPublisher) -> PublishedGroup | None:
    """What an earlier build has kept of a group, if it still stands."""
    if not group.digest:
        return None
    stage = publisher.publisher.stage
    found = publisher.publisher.reader.store.get(_name(group, publisher), PublishedGroup)
    if found and stage.unchanged(found.files):
        return found._replace(files=found.files.none_new())
    return None


def _together(
    group: AreaGroup, results: Sequence[KeyedProduct[PublishedArea]], publisher: AreaPublisher
) -> PublishedGroup:
    """The results of the plans of a group, kept from now on."""
    keys = tuple(one.key for one in results)
    files = joined_states(one.product.files for one in results)
    pages = "".join(one.product.pages for one in results)
    if not group.digest:
        return PublishedGroup(keys, files, pages)
    name = _name(group, publisher)
    found = PublishedGroup((name, *keys), files, pages)
    publisher.publisher.reader.store.put(name, found._replace(files=files.none_new()))
    return found
