"""The five samples without their register, and what the page of an ambiguous one shows."""

from pathlib import Path

import pytest

from generator.bilingual import LANGS, Lang
from generator.corpus import open_corpus
from generator.gazetteer import gazetteer
from generator.pages import View
from generator.pages.townships import TownshipPage, township_pages
from generator.specimen import Specimen
from tests.conftest import ROOT
from tests.corpus.content import Content
from tests.examined import examine
from tests.parse.identified import body

SAMPLES = {
    "jugezhuang-2023": ("110118105", "unique_name", 0),
    "heping-2023": ("", "ambiguous", 17),
    "chaiguan-2023": ("130582203", "exact", 0),
    "yujiawu-2023": ("110112209", "exact", 0),
    "xuying-2024": ("410724104", "exact", 0),
}


@pytest.mark.parametrize("stem", SAMPLES)
def test_the_samples_are_found_without_their_register(stem: str) -> None:
    text = (ROOT / f"content/reports/{stem}.txt").read_text(encoding="utf-8")
    found = body(text)
    assert (found.division_code, found.resolution, len(found.candidates)) == SAMPLES[stem]


def _page(folder: Path, lang: Lang, title: str, *register: str) -> TownshipPage:
    content = Content(folder)
    content.report("a.txt", Specimen(title=title, signature="", prose={"overview": "概述。"}))
    content.register(*register)
    (page,) = township_pages(View(examine(open_corpus(content.path)), lang))
    assert isinstance(page, TownshipPage)
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_an_ambiguous_body_lists_all_places(tmp_path: Path, lang: Lang) -> None:
    page = _page(tmp_path, lang, "和平镇2023年政府信息公开工作年度报告")
    places = gazetteer()
    assert [one.code for one in page.candidates] == places.towns["和平镇"].split()
    for one in page.candidates:
        assert all(name in one.names for name in places.path(one.code))
    assert "17" in page.why_no_code
    assert "和平镇" in page.why_no_code
    assert page.code == ""


@pytest.mark.parametrize("lang", LANGS)
def test_a_place_that_changed_its_kind_is_shown(tmp_path: Path, lang: Lang) -> None:
    page = _page(tmp_path, lang, "沙河市柴关镇2023年政府信息公开工作年度报告")
    assert [one.code for one in page.candidates] == ["130582203"]
    assert "柴关镇" in page.why_no_code
    assert "沙河市" in page.place.where


def test_the_register_settles_it(tmp_path: Path) -> None:
    title = "和平镇2023年政府信息公开工作年度报告"
    page = _page(tmp_path, "zh", title, "a.txt,141034103,,,,,,,,,,,")
    assert (page.code, page.resolution) == ("141034103", "register")
    assert (page.candidates, page.why_no_code) == ((), "")
    assert page.place.where == "山西省 › 临汾市 › 汾西县"
