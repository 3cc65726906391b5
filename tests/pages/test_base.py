"""What is made once for the pages in both languages."""

import gc
from dataclasses import replace

from generator.bilingual import LANGS, Lang
from generator.model import Dossier
from generator.pages.base import View, shared
from generator.pages.townships import township_pages
from generator.render import Renderer, Site, load_assets


def test_what_is_shared_is_made_once_for_a_dossier(views: dict[Lang, View]) -> None:
    made: list[str] = []

    @shared
    def told(dossier: Dossier) -> str:
        made.append(dossier.report.id)
        return f"{dossier.report.id} {len(dossier.findings)}"

    dossiers = views["zh"].survey.dossiers
    for dossier in dossiers:
        assert {told(dossier) for _ in LANGS} == {f"{dossier.report.id} {len(dossier.findings)}"}
    assert made == [dossier.report.id for dossier in dossiers]
    alike = replace(dossiers[0], findings=())
    assert told(alike) == f"{alike.report.id} 0"  # another dossier of the same report


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
