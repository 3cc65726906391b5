"""Relative addresses between pages, in both languages and from every depth."""

import posixpath

import pytest

from generator.bilingual import Lang
from generator.links import Links, packed, unpacked

PATHS = ("/", "/compare/", "/reports/110118105-2023/", "/reports/x-2023/original/2/")


@pytest.mark.parametrize(
    ("lang", "path", "file"),
    [
        ("zh", "/", "index.html"),
        ("en", "/", "en/index.html"),
        ("zh", "/rules/tb-sum/", "rules/tb-sum/index.html"),
        ("en", "/rules/tb-sum/", "en/rules/tb-sum/index.html"),
        ("zh", "/townships/unresolved-和平镇-txt/", "townships/unresolved-和平镇-txt/index.html"),
    ],
)
def test_a_page_stands_at_its_path(lang: Lang, path: str, file: str) -> None:
    assert Links(lang, path).file_path == file


@pytest.mark.parametrize("start", PATHS)
@pytest.mark.parametrize("target", PATHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("to", [None, "zh", "en"])
@pytest.mark.parametrize("fragment", ["", "#L7"])
def test_a_link_leads_to_the_file_of_its_target(
    start: str, target: str, lang: Lang, to: Lang | None, fragment: str
) -> None:
    links = Links(lang, start)
    href, _, mark = links.page(target + fragment, to).partition("#")
    folder = posixpath.dirname(links.file_path)
    found = posixpath.normpath(posixpath.join(folder, href)) if href else links.file_path
    assert found == Links(to or lang, target).file_path
    assert mark == fragment.removeprefix("#")
    assert not href.startswith("/")


def test_a_link_to_the_page_itself_is_short() -> None:
    links = Links("zh", "/compare/")
    assert links.page("/compare/#y2023") == "#y2023"
    assert links.page("#y2023") == "#y2023"
    assert links.page("/compare/") == "index.html"
    assert links.page("/compare/", "en") == "../en/compare/index.html"


@pytest.mark.parametrize(
    ("lang", "path", "expected"),
    [
        ("zh", "/", "./data/cells.csv"),
        ("en", "/", "../data/cells.csv"),
        ("zh", "/data/", "../data/cells.csv"),
        ("en", "/rules/tb-sum/", "../../../data/cells.csv"),
    ],
)
def test_a_file_is_shared_by_both_languages(lang: Lang, path: str, expected: str) -> None:
    assert Links(lang, path).file("data/cells.csv") == expected


def test_the_other_language_is_one_step_away() -> None:
    links = Links("zh", "/compare/")
    assert links.other() == Links("en", "/compare/")
    assert links.other().other() == links
    assert links.on("zh") == links


def test_the_canonical_address_has_the_slash_form() -> None:
    base = "https://example.org/oversight/"
    assert Links("zh", "/").absolute(base) == base
    assert Links("en", "/compare/").absolute(base) == f"{base}en/compare/"


def test_packed_pages_are_the_same_pages() -> None:
    pages = [Links("zh", "/"), Links("en", "/townships/unresolved-东 乡/"), Links("zh", "/about/")]
    assert [*unpacked(packed(pages))] == pages
    assert [*unpacked(packed([]))] == []
