"""What is made once for the pages in both languages."""

import gc

from generator.bilingual import LANGS, Lang
from generator.corpus import Corpus
from generator.pages.base import View
from generator.pages.prepared import prepared
from generator.pages.reports import ReportPage, report_pages
from generator.pages.townships import township_pages
from generator.render import Renderer, Site, load_assets


def test_what_is_said_in_no_language_is_made_once(views: dict[Lang, View], samples: Corpus) -> None:
    texts = tuple(prepared(views["zh"].survey.dossiers, samples.read))
    assert [one.dossier for one in texts] == list(views["zh"].survey.dossiers)
    zh, en = ([*report_pages(views[lang], texts)] for lang in LANGS)
    for one, other in zip(zh, en, strict=True):
        assert isinstance(one, ReportPage)
        assert isinstance(other, ReportPage)
        assert one.original is other.original
        for section, same in zip(one.sections, other.sections, strict=True):
            assert section.paragraphs is same.paragraphs


def test_a_rendered_page_leaves_nothing_to_collect(views: dict[Lang, View]) -> None:
    assets = {asset.name: asset.path for asset in load_assets()}
    renderer = Renderer(Site(views["zh"].survey.settings, "1", assets | dict.fromkeys(_LATER, "")))
    pages = list(township_pages(views["zh"]))
    renderer.render(pages[0])
    gc.collect()
    for page in pages:
        renderer.render(page)
    assert gc.collect() == 0


_LATER = ("plotly.min.js", "plotly.css")
