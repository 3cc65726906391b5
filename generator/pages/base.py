"""What every page has, and what page builders need to know."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar, TypeVarTuple

from generator.areas import Area, Region
from generator.bilingual import Lang
from generator.gazetteer.pinyin import pinyin
from generator.links import Addresses, Links
from generator.messages import Translate, translator
from generator.metrics.headline import headline_of
from generator.model import Body, Dossier, Township
from generator.page import Crumb, Page
from generator.surroundings import AreaSurroundings, Surroundings, surroundings_of
from generator.survey import Survey

__all__ = [
    "Anchored",
    "Crumb",
    "NamedLink",
    "Page",
    "PlaceName",
    "View",
    "metric_path",
    "once",
    "pair_anchor",
    "report_path",
    "rule_path",
    "township_path",
]

Facts = TypeVarTuple("Facts")
Made = TypeVar("Made")


class PlaceName(NamedTuple):
    """A place as pages print it: `where` are its ancestors, `pinyin` is given on English pages.

    `named` is False where a word of ours stands for a name that the report does not print.
    """

    name: str
    where: str
    pinyin: str
    named: bool = True

    @property
    def spoken(self) -> str:
        """The name, on English pages with its pinyin."""
        return f"{self.name} {self.pinyin}".rstrip()


def once(make: "Callable[[View, *Facts], Made]") -> "Callable[[View, *Facts], Made]":
    """What is made of a view and hashable facts, made once and kept as long as the view."""

    @wraps(make)
    def kept(view: "View", *facts: *Facts) -> Made:
        key = (make, *facts)
        try:
            found: Made = view.made[key]
        except KeyError:
            found = view.made[key] = make(view, *facts)
        return found

    return kept


class NamedLink(NamedTuple):
    """Words that lead to a page (`path`, logical) or a file (`path`, below the output folder)."""

    text: str
    path: str


class Anchored(NamedTuple):
    """An entry of the contents of a page: words that lead to a place on it."""

    text: str
    anchor: str


@dataclass(frozen=True)
class View:
    """The survey as seen in one language.

    When the survey holds only some of the reports, `given` is what stands around townships, and
    `area_surroundings` around an area. `made` is what was made `once`.
    """

    survey: Survey
    lang: Lang
    given: Mapping[str, Surroundings] | None = None
    area_surroundings: AreaSurroundings | None = None
    made: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def t(self) -> Translate:
        """The words of this language."""
        return translator(self.lang)

    @cached_property
    def by_id(self) -> dict[str, Dossier]:
        """Dossiers by report id."""
        return {dossier.report.id: dossier for dossier in self.survey.dossiers}

    @cached_property
    def townships(self) -> dict[str, Township]:
        """Townships by id."""
        return {township.id: township for township in self.survey.townships}

    @cached_property
    def surroundings(self) -> Mapping[str, Surroundings]:
        """What stands around each township, by its id."""
        if self.given is not None:
            return self.given
        return surroundings_of(
            self.survey, {one.report.id: headline_of(one) for one in self.survey.dossiers}
        )

    @cached_property
    def areas(self) -> dict[str, Area]:
        """All areas by code."""
        return {area.code: area for area in _all(self.survey.nation)}

    @property
    def main_year(self) -> int | None:
        """The latest of the years that have the most reports of the nation."""
        return self.area_surroundings.main_year if self.area_surroundings else self.survey.main_year

    @once
    def area(self, area: Area | Region) -> PlaceName:
        """An area's name and where it is."""
        if not area.names:
            return PlaceName(self.t(f"area.{area.code or 'nation'}"), "", "", named=False)
        *above, own = area.names
        return PlaceName(own, " › ".join(self.spoken(above)), self._pinyin(own))

    def _pinyin(self, name: str) -> str:
        return pinyin(name) if self.lang == "en" else ""

    def spoken(self, names: Iterable[str]) -> list[str]:
        """Names of places, each with its pinyin on English pages."""
        return [PlaceName(name, "", self._pinyin(name)).spoken for name in names]

    def links(self, path: str) -> Links:
        """The links of the page at a logical path."""
        return Links(self.lang, path)

    @once
    def addresses(self, root: str) -> Addresses:
        """The addresses of other pages from those from which `root` is the way up to the root."""
        return Addresses(root, self.lang)

    def place(self, body: Body) -> PlaceName:
        """A body's name and where it is."""
        steps = [body.province, body.city, body.county]
        known = self.spoken(dict.fromkeys(step for step in steps if step))
        name = body.name or body.printed
        return PlaceName(
            name or self.t("word.unnamed"),
            " › ".join(known),
            self._pinyin(body.name),
            bool(name),
        )

    def report_name(self, dossier: Dossier) -> str:
        """`柴关乡 2023`, as links and findings call a report."""
        body = dossier.report.body
        return f"{body.name or body.printed or dossier.report.id} {self.year(dossier)}"

    def year(self, dossier: Dossier) -> str:
        """The year of a report in words that also fit when it is not known."""
        return self.dated(dossier.report.year)

    def dated(self, year: int | None) -> str:
        """A year in words that also fit when it is not known."""
        return self.t("word.dated", year=year) if year else self.t("word.undated")


def _all(area: Area) -> Iterator[Area]:
    yield area
    for part in area.parts:
        yield from _all(part)


def report_path(dossier: Dossier) -> str:
    """The logical path of a report page."""
    return f"/reports/{dossier.report.id}/"


def township_path(township: str) -> str:
    """The logical path of a township page."""
    return f"/townships/{township}/"


def metric_path(metric: str) -> str:
    """The logical path of a metric page."""
    return f"/metrics/{metric}/"


def rule_path(rule: str) -> str:
    """The logical path of a rule page."""
    return f"/rules/{rule.lower()}/"


def pair_anchor(ids: frozenset[str]) -> str:
    """What a pair of reports is called in addresses, whatever other pairs there are."""
    return "-and-".join(sorted(ids))
