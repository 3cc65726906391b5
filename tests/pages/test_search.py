"""The search on a site with many townships: by area, and all of them at once."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.bilingual import LANGS
from generator.pages.area_pages import SEARCH
from generator.pages.base import View
from generator.pages.search import SearchPage, characters
from generator.render import load_assets
from generator.survey import Survey
from tests.pages.areas import files_of, pages_of, renderer
from tests.pages.nationwide import codes, survey

WORD = "征地"
EVERY = 7  # so many townships from one whose report holds the word to the next


@pytest.fixture(scope="module")
def many() -> Survey:
    known = survey(codes(("11", "46")))
    assert SEARCH.is_divided(known.nation)
    return known


@pytest.fixture(scope="module")
def folder(many: Survey, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages and scripts of the search, with a line of text for each township."""
    files = {asset.path: asset.data for asset in load_assets()}
    files["traditional.js"] = characters()
    for view in (View(many, lang) for lang in LANGS):
        files |= dict(files_of(view, SEARCH))
        files |= {page.file_path: renderer(view).render(page) for page in pages_of(view, SEARCH)}
    for number, township in enumerate(many.townships):
        text = f"涉及{WORD}的申请。" if number % EVERY == 0 else "没有申请。"
        told = {
            "place": {lang: [township.main.name, "", ""] for lang in LANGS},
            "next": "",
            "reports": [[f"{township.id}-2023", 2023, [], [[9, text]]]],
        }
        script = f'(window.texts??={{}})["{township.id}"]={json.dumps(told)};'
        files[f"search/texts/{township.id}.js"] = script.encode()
    made = tmp_path_factory.mktemp("many")
    for path, data in files.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(data)
    return made


def test_all_are_searched_at_once_and_an_area_keeps_the_words(
    chromium: Browser, many: Survey, folder: Path
) -> None:
    page = chromium.new_page()
    page.goto((folder / "en" / "search" / "index.html").as_uri())
    page.get_by_role("searchbox").fill(WORD)
    page.keyboard.press("Enter")
    count = len(many.townships)
    found = -(-count // EVERY)
    said = f"“{WORD}” is in {found} of {count} reports (bodies: {found})."
    expect(page.locator("#search-status")).to_have_text(said)
    expect(page.locator("#search-results > li")).to_have_count(50)
    page.get_by_role("button", name=f"Show {found - 50} more").click()
    expect(page.locator("#search-results > li")).to_have_count(found)
    expect(page.locator("#search-results > li:nth-child(51) > a")).to_be_focused()
    expect(page.locator("#search-more")).to_be_hidden()
    page.locator("main table a", has_text="海南省").click()
    assert page.get_by_role("searchbox").input_value() == WORD
    inside = sum(one.id.startswith("46") for one in many.townships)
    expect(page.locator("#search-status")).to_contain_text(f" of {inside} reports")
    page.locator(".crumbs a").first.click()
    expect(page.locator("#search-status")).to_have_text(said)
    page.close()


def test_an_area_whose_list_does_not_load_is_said_to_be_missing(
    chromium: Browser, folder: Path
) -> None:
    page = chromium.new_page()
    page.route("**/search/areas/46.js", lambda route: route.abort())
    page.goto((folder / "search" / "index.html").as_uri() + f"#q={WORD}")
    expect(page.locator("#search-status")).to_contain_text("有些文字没有载入，不在其中")
    page.close()


def test_too_many_reports_are_searched_by_area_alone(
    many: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("generator.pages.search"), "MOST", len(many.dossiers) - 1)
    forms = {}
    for page in pages_of(View(many, "zh"), SEARCH):
        assert isinstance(page, SearchPage)
        forms[page.links.path] = page.searched is not None
        assert page.searched or page.areas
    assert not forms.pop("/search/")
    assert forms
    assert all(forms.values())
