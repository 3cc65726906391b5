"""Dossiers as workers hand them on hold all that pages about many reports show."""

from dataclasses import replace

import pytest

from generator.bilingual import LANGS, Lang
from generator.charts import figure_js
from generator.corpus import open_corpus
from generator.pages import FAMILIES, View
from generator.pages.figures import words
from generator.pages.metrics import metric_charts
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
    paths = {asset.name: asset.path for asset in (*load_assets(), Asset("places.js", b""))}
    render = Renderer(Site(survey.settings, "", paths)).render
    for family in FAMILIES:
        for page, other in zip(family(kept), family(whole), strict=True):
            assert render(page) == render(other), page.links.path
    for one, other in zip(metric_charts(kept), metric_charts(whole), strict=True):
        assert figure_js(one, words(kept)) == figure_js(other, words(whole))
