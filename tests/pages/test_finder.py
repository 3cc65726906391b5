"""The finder's data: one list of a few places; of many, files of what begins alike."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.bilingual import LANGS
from generator.pages.area_pages import DIRECTORY
from generator.pages.base import View
from generator.pages.finder import SHARD, Finder, finder
from generator.pages.home import home
from generator.render import load_assets
from generator.survey import Survey
from tests.pages.areas import pages_of, renderer
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


def written(known: Survey, made: Finder, folder: Path) -> Path:
    """The pages that have a finder, with its data, as they lie on a disk."""
    files = {asset.path: asset.data for asset in load_assets()}
    files |= {"places.js": made.script, **dict(made.shards)}
    for view in (View(known, lang) for lang in LANGS):
        for page in (*home(view, known.nation), *pages_of(view, DIRECTORY)):
            files[page.file_path] = renderer(view).render(page)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    few = survey(codes(("130281", "130321", "130407", "130503", "130582", "500151")))
    return written(few, finder(few), tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def large(nationwide: Survey, made: Finder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(nationwide, made, tmp_path_factory.mktemp("large"))


@pytest.fixture(params=["small", "large"])
def opened(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """The home page of a site with few or with many places, opened from disk."""
    folder: Path = request.getfixturevalue(request.param)
    page = chromium.new_page()
    page.goto((folder / "index.html").as_uri())
    yield page
    page.close()


TIANTAISHAN = "130407101"  # 河北省 › 邯郸市 › 肥乡区
NANSHIMEN = "130503102"  # 河北省 › 邢台市 › 信都区
LVFENG = "500151123"  # 重庆市 › 铜梁区
SHUANGSHAN = "500151109"  # 重庆市 › 铜梁区; its code is behind that of 双山子镇
SHUANGSHANZI = "130321103"  # 河北省 › 秦皇岛市 › 青龙满族自治县
XIXIAYING = "130281203"  # 西下营满族乡 of 河北省 › 唐山市 › 遵化市
# What is typed, and the place that is found first.
FOUND = {
    "天台山": TIANTAISHAN,
    "天台山镇": TIANTAISHAN,
    "台山": TIANTAISHAN,
    "天台山镇人民政府": TIANTAISHAN,
    "天台山街道办事处": TIANTAISHAN,
    "天台山镇政府": TIANTAISHAN,
    "天台山街道办": TIANTAISHAN,
    "肥乡区天台山镇": TIANTAISHAN,
    "肥乡区 天台山镇": TIANTAISHAN,
    "邯郸 天台山": TIANTAISHAN,
    "邯郸，天台山": TIANTAISHAN,
    "天台山 邯郸": TIANTAISHAN,
    "河北省天台山": TIANTAISHAN,
    "河北省邯郸市肥乡区天台山镇人民政府": TIANTAISHAN,
    "天臺山": TIANTAISHAN,
    "肥鄉區天臺山鎮人民政府": TIANTAISHAN,
    "tts": TIANTAISHAN,
    "TTSZ": TIANTAISHAN,
    "邯郸 tts": TIANTAISHAN,
    "tiantai": TIANTAISHAN,
    "tian tai shan": TIANTAISHAN,
    "Tian'tai'shan": TIANTAISHAN,
    "Tiantaishan Zhen": TIANTAISHAN,
    "handan tiantaishan": TIANTAISHAN,
    "Han dan tian tai shan": TIANTAISHAN,
    "he bei sheng han dan shi fei xiang qu tian tai shan zhen": TIANTAISHAN,
    "130407101": TIANTAISHAN,
    "１３０４０７１０１": TIANTAISHAN,
    "信都区南石门镇": NANSHIMEN,
    "信都 石门": NANSHIMEN,
    "xindu nanshimen": NANSHIMEN,
    "xindu qu nan shi men": NANSHIMEN,
    "lüfeng": LVFENG,
    "lvfeng": LVFENG,
    "lu feng": LVFENG,
    "铜梁区侣俸镇": LVFENG,
    "双山": SHUANGSHAN,
    "shuangshan": SHUANGSHAN,
    "双山子": SHUANGSHANZI,
    "青龙县双山子镇": SHUANGSHANZI,
    "青龙满族自治县双山子镇": SHUANGSHANZI,
    "青龙自治县 双山": SHUANGSHANZI,
    "qinglong xian shuangshanzi": SHUANGSHANZI,
    "西下营乡": XIXIAYING,
    "西下营满族乡": XIXIAYING,
    "遵化市西下营乡": XIXIAYING,
    "xixiaying xiang": XIXIAYING,
}
# The county, as it is typed in full or in short.
WITHIN = {
    "信都区": ["xindu", "xin du", "xindu qu", "信都", "信都区", "邢台市信都区", "邢台 信都区"],
    "青龙满族自治县": ["青龙县", "青龙自治县", "青龍縣", "秦皇岛市青龙县", "Qinglong Zizhixian"],
}
# Areas are found beside townships of a large site only: those that are called so come first.
AREAS = {
    "围场县": "130828",
    "大厂县": "131028",
    "彭水县": "500243",
    "酉阳自治县": "500242",
    "石柱县": "500240",
    "weichang xian": "130828",
    "沙河": "130582",
    "shahe": "130582",
    "qinglong xian": "130321",
    "新华": "130105",
    "chengde": "1308",
    "li": "130635",  # 蠡县, of whose beginning there are more than one file holds
    "承德": "1308",
}
NOWHERE = [
    "邢台 天台山",
    "邢台市天台山镇",
    "ttx",
    "没有这个地方",
    "<b>天台山",
    "镇",
    "人民政府",
    "镇政府",
    "山 " * 40,
]


def links(page: Page) -> Locator:
    return page.locator("#finder-results a")


def test_places_are_found_as_they_are_typed(opened: Page) -> None:
    field = opened.locator("#finder-input")
    for typed, place in FOUND.items():
        field.fill(typed)
        expect(links(opened).first, typed).to_have_attribute(
            "href", re.compile(rf"/{place}/index\.html$")
        )
        field.fill("")
        expect(links(opened)).to_have_count(0)


def test_what_lies_in_a_county_is_found_by_its_name(opened: Page) -> None:
    for typed, county in ((typed, county) for county, names in WITHIN.items() for typed in names):
        opened.locator("#finder-input").fill(typed)
        within = links(opened).filter(has_text=county)
        expect(within, typed).to_have_count(20)
        opened.locator("#finder-input").fill("")


def test_nothing_is_found_where_a_word_fits_no_place_around(opened: Page) -> None:
    for typed in NOWHERE:
        opened.locator("#finder-input").fill(typed)
        expect(opened.locator("#finder [role=status]"), typed).to_contain_text(
            "没有找到。换用名称中的一个字，或查看名录。"
        )
        expect(links(opened)).to_have_count(0)
        opened.locator("#finder-input").fill("")


def test_enter_opens_what_is_found_alone(opened: Page) -> None:
    field = opened.locator("#finder-input")
    home_page = opened.url
    field.fill("南")
    expect(links(opened)).not_to_have_count(0)
    field.press("Enter")
    assert opened.url == home_page
    field.fill("天台山")
    expect(links(opened)).to_have_count(1)
    with opened.expect_request(re.compile(rf"/{TIANTAISHAN}/index\.html$")):
        field.press("Enter")


def test_arrows_go_through_what_is_found_and_back(opened: Page) -> None:
    field, found = opened.locator("#finder-input"), links(opened)
    field.fill("南")
    expect(found).not_to_have_count(0)
    assert found.count() > 2
    opened.keyboard.press("ArrowDown")
    expect(found.nth(0)).to_be_focused()
    opened.keyboard.press("ArrowDown")
    expect(found.nth(1)).to_be_focused()
    for _ in range(2):
        opened.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    for _ in range(found.count() + 1):
        opened.keyboard.press("ArrowDown")
    expect(found.last).to_be_focused()


@pytest.mark.parametrize("path", ["townships/index.html", "en/townships/index.html"])
@pytest.mark.parametrize("site", ["small", "large"])
def test_the_directory_has_the_finder_too(
    request: pytest.FixtureRequest, chromium: Browser, site: str, path: str
) -> None:
    folder: Path = request.getfixturevalue(site)
    page = chromium.new_page()
    page.goto((folder / path).as_uri())
    page.locator("#finder-input").fill("肥乡区天台山镇")
    found = links(page).first
    expect(found).to_be_visible()
    assert (
        found.evaluate("link => link.href")
        == (folder / path.replace("index.html", f"{TIANTAISHAN}/index.html")).as_uri()
    )
    page.close()


def test_an_area_that_is_called_so_comes_first(large: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((large / "index.html").as_uri())
    for typed, code in AREAS.items():
        page.locator("#finder-input").fill(typed)
        expect(links(page).first, typed).to_have_attribute("href", re.compile(rf"#?{code}\b"))
        expect(links(page).first, typed).to_contain_text(f"· {code}")
        page.locator("#finder-input").fill("")
    page.close()


def test_many_places_have_their_counties_among_them(large: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((large / "index.html").as_uri())
    page.locator("#finder-input").fill("沙河市")
    page.locator('#finder-results a[href*="#130582"]').click()
    expect(page.locator('[id="130582"]')).to_be_in_viewport()
    page.go_back()
    page.locator("#finder-input").fill("大")
    expect(links(page)).to_have_count(20)
    page.close()


def test_how_many_places_there_are_is_printed_as_other_numbers_are(large: Path) -> None:
    english = (large / "en/index.html").read_text(encoding="utf-8")
    assert re.search(r">Directory of all \d,\d{3} bodies<", english)
    chinese = (large / "index.html").read_text(encoding="utf-8")
    assert re.search(r">全部 \d{4} 个单位的名录<", chinese)


def test_a_list_that_does_not_load_is_said(
    nationwide: Survey, made: Finder, chromium: Browser, tmp_path: Path
) -> None:
    written(nationwide, made, tmp_path)
    shutil.rmtree(tmp_path / "places")
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("#finder-input").fill("柴关")
    expect(page.locator("#finder [role=status]")).to_have_text("名单没有载入，请查看名录。")
    page.close()
