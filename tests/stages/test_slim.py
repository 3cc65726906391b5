"""Dossiers as workers hand them on hold all that pages about many reports show."""

from dataclasses import replace

import pytest

from generator.bilingual import LANGS, Lang
from generator.charts import plotly_assets
from generator.corpus import open_corpus
from generator.pages import AREA_FAMILIES, FAMILIES, View
from generator.render import Asset, Renderer, Site, load_assets
from generator.survey import Survey
from tests.conftest import ROOT
from tests.examined import examine
from tests.pages.areas import files_of, pages_of


@pytest.fixture(scope="module")
def survey() -> Survey:
    return examine(open_corpus(ROOT / "content"))


@pytest.mark.parametrize("lang", LANGS)
def test_pages_about_many_need_no_more_than_is_kept(survey: Survey, lang: Lang) -> None:
    slim = replace(survey, dossiers=tuple(one.slim() for one in survey.dossiers))
    assert not any(one.report.cells for one in slim.dossiers)
    whole, kept = View(survey, lang), View(slim, lang)
    plotly = (Asset(*one) for one in plotly_assets())
    made = (Asset(name, b"") for name in ("places.js", "traditional.js"))
    assets = (*load_assets(), *plotly, *made)
    paths = {asset.name: asset.path for asset in assets}
    render = Renderer(Site(survey.settings, "", paths)).render
    for family in FAMILIES:
        for page, other in zip(family(kept), family(whole), strict=True):
            assert render(page) == render(other), page.links.path
    for kind in (family.kind for family in AREA_FAMILIES.values()):
        for page, other in zip(pages_of(kept, kind), pages_of(whole, kind), strict=True):
            assert render(page) == render(other), page.links.path
        assert list(files_of(kept, kind)) == list(files_of(whole, kind))
