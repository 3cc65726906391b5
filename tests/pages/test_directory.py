"""The directory: what stands on a page is also listed at its top."""

from itertools import groupby
from pathlib import Path

from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.page import Page
from generator.pages.area_pages import DIRECTORY
from generator.pages.base import View
from generator.render import load_assets
from generator.survey import Survey
from tests.pages.areas import pages_of, renderer
from tests.pages.nationwide import codes, survey
from tests.site.built import attribute, text_of

FEW = survey([code for county in ("110101", "130407", "130503") for code in codes((county,))], 1)
MANY = survey(codes(("11", "13")))


def shown(known: Survey, path: str) -> LexborHTMLParser:
    """A Chinese page of the directory, as it is written."""
    view = View(known, "zh")
    pages: dict[str, Page] = {page.links.path: page for page in pages_of(view, DIRECTORY)}
    return LexborHTMLParser(renderer(view).render(pages[path]).decode())


def contents(page: LexborHTMLParser, where: str) -> dict[str, str]:
    """Where links of the page lead on it, by their words."""
    return {text_of(a): attribute(a, "href") for a in page.css(f"{where} a[href^='#']")}


def test_the_directory_begins_with_its_provinces() -> None:
    page = shown(FEW, "/townships/")
    found = contents(page, "nav.pages")
    assert found == {"北京市": "#11", "河北省": "#13", "未对应到行政区划": "#unresolved"}
    headings = {text_of(h): attribute(h, "id") for h in page.css("h2[id], h3[id]")}
    assert headings == {
        **{name: place.removeprefix("#") for name, place in found.items()},
        "东城区": "110101",
        "邯郸市 › 肥乡区": "130407",
        "邢台市 › 信都区": "130503",
    }


def test_the_page_of_a_city_begins_with_its_counties() -> None:
    page = shown(MANY, "/townships/1301/")
    found = contents(page, "nav.pages")
    assert list(found.items())[:2] == [("长安区", "#130102"), ("桥西区", "#130104")]
    assert len(found) > 20
    assert {f"#{attribute(h, 'id')}" for h in page.css("h2[id]")} == set(found.values())


def test_many_counties_of_a_province_are_listed_below_its_name() -> None:
    page = shown(survey(codes(("11", "110"))[:300]), "/townships/")
    assert contents(page, "nav.pages") == {}  # there is one province only
    found = contents(page, "div.pages")
    assert list(found.items())[:2] == [("东城区", "#110101"), ("西城区", "#110102")]
    assert {f"#{attribute(h, 'id')}" for h in page.css("h3[id]")} == set(found.values())


def test_only_the_page_of_the_nation_has_the_finder() -> None:
    assert len(shown(MANY, "/townships/").css("#finder")) == 1
    assert shown(MANY, "/townships/1301/").css("#finder, script") == []


COLUMNS = """
    Array.from(document.querySelectorAll(".counties ul"), (list) => {
        const heading = list.previousElementSibling;
        return [heading, ...list.children].map((one) => one.getBoundingClientRect().left);
    })
"""


def test_a_few_townships_stand_in_the_column_of_their_county(
    chromium: Browser, tmp_path: Path
) -> None:
    some = [
        code
        for number, (_, county) in enumerate(groupby(codes(("1304", "1305")), lambda c: c[:6]))
        for code in list(county)[: number % 5 + 1]
    ]
    view = View(survey(some), "zh")
    (page,) = pages_of(view, DIRECTORY)
    files = {asset.path: asset.data for asset in load_assets()}
    files[page.file_path] = renderer(view).render(page)
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    tab = chromium.new_page(viewport={"width": 1280, "height": 900})
    tab.goto((tmp_path / page.file_path).as_uri())
    columns = tab.evaluate(COLUMNS)
    tab.close()
    assert len({left for county in columns for left in county}) == 3
    assert [county for county in columns if len(set(county)) > 1] == []
