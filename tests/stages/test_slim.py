"""Dossiers as workers hand them on hold all that pages about many reports show."""

from dataclasses import replace
from itertools import chain

import pytest

from generator.bilingual import LANGS, Lang
from generator.charts import plotly_assets
from generator.corpus import open_corpus
from generator.pages import FAMILIES, View
from generator.pages.sheet_files import sheet_files
from generator.pages.sheets import sheets
from generator.render import Asset, Renderer, Site, load_assets
from generator.stages.publishing import KEPT
from generator.survey import Survey
from tests.conftest import ROOT
from tests.examined import examine


@pytest.fixture(scope="module")
def survey() -> Survey:
    return examine(open_corpus(ROOT / "content"))


@pytest.mark.parametrize("lang", LANGS)
def test_pages_about_many_need_no_more_than_is_kept(survey: Survey, lang: Lang) -> None:
    slim = replace(survey, dossiers=tuple(one.slim(KEPT) for one in survey.dossiers))
    assert sum(len(one.report.cells) for one in slim.dossiers) < 5 * len(KEPT) + 1
    whole, kept = View(survey, lang), View(slim, lang)
    plotly = (Asset(*one) for one in plotly_assets())
    assets = (*load_assets(), *plotly, Asset("places.js", b""))
    paths = {asset.name: asset.path for asset in assets}
    render = Renderer(Site(survey.settings, "", paths)).render
    for family in FAMILIES:
        for page, other in zip(family(kept), family(whole), strict=True):
            assert render(page) == render(other), page.links.path
    made = [[*chain.from_iterable(sheet_files(v, s) for s in sheets(v))] for v in (kept, whole)]
    assert made[0] == made[1] != []
