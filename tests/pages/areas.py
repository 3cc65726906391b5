"""The pages of areas, made as a build makes them: from outlines, and one area after the other."""

from collections.abc import Iterator
from dataclasses import replace

from generator.areas import Area
from generator.page import Page
from generator.pages import AREA_FAMILIES, AreaFamily
from generator.pages.area_pages import AreaPages, nearest
from generator.pages.base import View
from generator.render import Renderer, Site, load_assets
from generator.similar_pairs import pair_pages
from generator.surroundings import AreaSurroundings
from generator.survey import Survey


def pages_of(view: View, kind: AreaPages) -> Iterator[Page]:
    """The pages of a kind in one language; `view` is one of the whole survey."""
    family = AREA_FAMILIES[kind.base]
    for own, area in _outlines(view, family):
        for make in family.pages:
            yield from make(own, area)


def files_of(view: View, kind: AreaPages) -> Iterator[tuple[str, bytes]]:
    """The files that belong to them."""
    family = AREA_FAMILIES[kind.base]
    for own, area in _outlines(view, family):
        for make in family.files:
            yield from make(own, area)


def renderer(view: View) -> Renderer:
    """What writes the pages of a view, as a build does."""
    names = {asset.name: asset.path for asset in load_assets()}
    made = {name: name for name in ("places.js", "plotly.min.js", "plotly.css", "traditional.js")}
    return Renderer(Site(view.survey.settings, "0", {**names, **made}))


def _outlines(view: View, family: AreaFamily) -> Iterator[tuple[View, Area]]:
    whole = view.survey
    for area in family.kind.shown(whole.nation):
        members = family.shown(whole, area)
        dossiers = (dossier for body in members for dossier in body.dossiers)
        pairs = {pair.ids: page for pair, page in pair_pages(whole.nation)}
        surroundings = AreaSurroundings(whole.main_year, nearest(whole.nation, area.code), pairs)
        survey = Survey(tuple(dossiers), settings=whole.settings, illustrations=whole.illustrations)
        yield (
            View(survey, view.lang, area_surroundings=surroundings),
            replace(area.outline(family.told), members=survey.townships),
        )
