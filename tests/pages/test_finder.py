"""The finder's data: one list of a few places; of many, files of what begins alike."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.pages.area_pages import DIRECTORY
from generator.pages.base import View
from generator.pages.finder import SHARD, Finder, finder
from generator.pages.home import home
from generator.render import Renderer, Site, load_assets
from generator.survey import Survey
from tests.pages.areas import pages_of
from tests.pages.nationwide import codes, survey

MOST = 300_000


def value(script: bytes) -> object:
    """What a script leaves in the window."""
    found: object = json.loads(script.decode().partition("=")[2].rstrip(";\n"))
    return found


@pytest.fixture(scope="module")
def nationwide() -> Survey:
    return survey(codes(("13", "50")), unresolved=20)


@pytest.fixture(scope="module")
def made(nationwide: Survey) -> Finder:
    return finder(nationwide)


@pytest.fixture(scope="module")
def entries(made: Finder) -> list[list[str]]:
    shards = [json.loads(data.decode().partition("]=")[2].rstrip(";\n")) for _, data in made.shards]
    return [entry for shard in shards for entry in shard]


def test_a_few_places_are_one_list() -> None:
    few = finder(survey(codes(("110118",))))
    assert few.shards == ()
    rows = value(few.script)
    assert isinstance(rows, dict)
    assert len(rows["rows"]) == len(codes(("110118",)))


def test_no_file_is_large(made: Finder) -> None:
    assert len(made.shards) > 5
    assert max(len(data) for _, data in made.shards) < 2 * SHARD < MOST
    assert len(made.script) < MOST


def test_the_files_are_one_sorted_list_whose_pieces_the_script_names(
    made: Finder, entries: list[list[str]]
) -> None:
    terms = [entry[0].encode("utf-16-be") for entry in entries]
    assert terms == sorted(terms)
    places = value(made.script)
    assert isinstance(places, dict)
    assert [path for _, path in places["shards"]] == [path for path, _ in made.shards]
    for (first, path), (_, data) in zip(places["shards"], made.shards, strict=True):
        assert data.decode().startswith(f'(window.placeShards??={{}})["{path}"]=[["{first}",')


def test_a_township_is_found_by_every_character_of_its_name_its_pinyin_and_its_code(
    nationwide: Survey, entries: list[list[str]]
) -> None:
    found: dict[str, set[str]] = {}
    for term, place, *_ in entries:
        found.setdefault(place, set()).add(term)
    for township in nationwide.townships:
        name = township.main.name
        assert name in found[township.id]
        if township.main.division_code:
            assert township.id in found[township.id]
            assert any(re.fullmatch("[a-z]+", term) for term in found[township.id])
        if len(name) == 3 and name[-1] in "乡镇":
            assert name[1:] in found[township.id]


def test_the_finder_loads_what_begins_alike_from_disk(
    chromium: Browser, nationwide: Survey, made: Finder, tmp_path: Path
) -> None:
    view = View(nationwide, "zh")
    assets = {asset.name: asset.path for asset in load_assets()}
    others = {name: f"assets/{name}" for name in ("places.js", "plotly.min.js", "plotly.css")}
    renderer = Renderer(Site(nationwide.settings, "0", {**assets, **others}))
    pages = (*home(view, nationwide.nation), *pages_of(view, DIRECTORY))
    files = {page.file_path: renderer.render(page) for page in pages}
    files |= {asset.path: asset.data for asset in load_assets()}
    files |= {"assets/places.js": made.script, **dict(made.shards)}
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    field = page.locator("#finder-input")
    for typed, place in {
        "柴关": "130582203",
        "关乡": "130582203",
        "chaiguan": "130582203",
        "130582203": "130582203",
    }.items():
        field.fill(typed)
        link = page.locator(f'#finder-results a[href$="townships/{place}/index.html"]')
        expect(link).to_be_visible()
    field.fill("沙河市")
    page.locator('#finder-results a[href*="#130582"]').click()
    expect(page.locator('[id="130582"]')).to_be_in_viewport()
    page.go_back()
    page.locator("#finder-input").fill("大")
    expect(page.locator("#finder-results a")).to_have_count(20)
    page.locator("#finder-input").fill("没有这个地方")
    expect(page.locator("#finder-results a")).to_have_count(0)
    shutil.rmtree(tmp_path / "places")
    page.reload()
    page.locator("#finder-input").fill("柴关")
    expect(page.locator("#finder [role=status]")).to_have_text("名单没有载入，请查看名录。")
    page.close()
