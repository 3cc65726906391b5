"""Every page is valid, safe and well-formed HTML, and shows the numbers of the data files."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from tests.conftest import ROOT
from tests.site.built import (
    NOT_FOUND,
    REPORTS,
    Page,
    all_pages,
    attribute,
    page_at,
    pages_of_content,
    rows_of,
    squeezed,
    stands_in,
    text_of,
)
from tests.site.validator import html_problems

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
DATA_SCRIPTS = {"application/json", "application/ld+json"}


def test_the_html_checker_finds_nothing(site: Path) -> None:
    assert html_problems(site) == []


def _policy(page: Page) -> dict[str, str]:
    (meta,) = page.elements('head meta[http-equiv="Content-Security-Policy"]')
    directives = (entry.split(maxsplit=1) for entry in attribute(meta, "content").split(";"))
    return {name: sources for name, sources in directives if name != "connect-src"}


def test_every_page_has_the_strict_policy_before_anything_it_governs(site: Path) -> None:
    for page in all_pages(site):
        assert _policy(page) == POLICY, page.path
        assert "default-src 'none'; script-src 'self'" in (site / page.path).read_text("utf-8")
        heads = [element.tag for element in page.elements("head > *")]
        governed = [heads.index(tag) for tag in ("link", "script") if tag in heads]
        policy = next(
            index
            for index, element in enumerate(page.elements("head > *"))
            if attribute(element, "http-equiv") == "Content-Security-Policy"
        )
        assert all(policy < index for index in governed), page.path


def test_only_own_files_are_asked_of_the_origin_by_scripts(site: Path) -> None:
    for page in all_pages(site):
        (meta,) = page.elements('head meta[http-equiv="Content-Security-Policy"]')
        match = re.search(r"connect-src ([^;]*)", attribute(meta, "content"))
        assert match is None or match[1].strip() == "'self'", page.path


def test_no_page_holds_inline_style_or_code(site: Path) -> None:
    found = [
        f"{page.path}: <{element.tag} {name}={value!r}>"
        for page in all_pages(site)
        for element in page.elements()
        for name, value in element.attributes.items()
        if name == "style" or name.startswith("on") or (value or "").startswith("javascript:")
    ]
    found += [
        f"{page.path}: {element.html}"
        for page in all_pages(site)
        for element in page.elements("style, base, iframe, object, embed")
    ]
    assert found == []


def test_scripts_are_classic_deferred_files(site: Path) -> None:
    for page in all_pages(site):
        for script in page.elements("script"):
            kind = attribute(script, "type")
            if kind not in DATA_SCRIPTS:
                assert attribute(script, "src"), f"{page.path}: {script.html}"
                assert "defer" in script.attributes, f"{page.path}: {script.html}"
                assert not kind, f"{page.path}: {script.html}"


def test_every_page_names_its_language_and_itself(site: Path) -> None:
    titles: dict[str, Counter[str]] = {"zh": Counter(), "en": Counter()}
    for page in all_pages(site):
        (root,) = page.elements("html")
        assert attribute(root, "lang").split("-")[0] == page.language, page.path
        headings = [text_of(heading) for heading in page.elements("h1")]
        assert len(headings) == 1, f"{page.path}: {headings}"
        assert headings[0], page.path
        (title,) = page.elements("head > title")
        assert text_of(title), page.path
        titles[page.language][text_of(title)] += page.moved_to is None
    for counted in titles.values():
        assert [title for title, times in counted.items() if times > 1] == []


def _unmarked(element: LexborNode, lang: str) -> Iterator[str]:
    """Texts with Chinese in them that are not said to be Chinese."""
    for child in element.iter(include_text=True):
        if child.tag == "-text":
            if lang != "zh" and re.search("[\u3400-\u9fff]", child.text_content or ""):
                yield squeezed(child.text_content or "")
        elif child.tag != "script":
            yield from _unmarked(child, attribute(child, "lang") or lang)


def test_chinese_in_english_pages_is_said_to_be_chinese(site: Path) -> None:
    for page in pages_of_content(site):
        if page.language == "en" and page.tree.body:
            assert list(_unmarked(page.tree.body, "en")) == [], page.path


def test_every_page_exists_in_both_languages(site: Path) -> None:
    paths = {page.path for page in all_pages(site)} - {NOT_FOUND}
    english = {path.removeprefix("en/") for path in paths if path.startswith("en/")}
    assert english == {path for path in paths if not path.startswith("en/")}


def test_ids_are_unique(site: Path) -> None:
    for page in all_pages(site):
        assert [name for name, times in Counter(page.ids).items() if times > 1] == [], page.path


def test_the_page_for_wrong_addresses_needs_no_asset(site: Path) -> None:
    page = page_at(site, NOT_FOUND)  # is shown at any depth, so no relative address holds
    loading = "[src], link[href]:not([href^='data:']), use"
    assert [element.html for element in page.elements(loading)] == []


@pytest.mark.parametrize("language", ["", "en/"], ids=["zh", "en"])
@pytest.mark.parametrize("report", REPORTS)
def test_every_cell_shows_what_is_printed_and_leads_to_its_line(
    site: Path, report: str, language: str
) -> None:
    page = page_at(site, f"{language}reports/{report}/index.html")
    cells = [row for row in rows_of(site, "cells") if row["report"] == report]
    assert cells
    for row in cells:
        cell = page.by_id(row["cell"])
        assert cell is not None, row["cell"]
        if not row["raw"]:
            continue
        assert stands_in(row["raw"], text_of(cell)), f"{row['cell']}: {text_of(cell)!r}"
        links = [cell, *cell.css("a[href]")]
        targets = [page.target(attribute(link, "href")) for link in links]
        (path,) = [path for path, fragment in targets if fragment == f"L{row['line']}"]
        line = page_at(site, path).by_id(f"L{row['line']}")
        assert line is not None, f"{row['cell']}: {path}#L{row['line']}"
        assert stands_in(row["raw"], text_of(line)), f"{row['cell']}: {text_of(line)!r}"


@pytest.mark.parametrize("language", ["", "en/"], ids=["zh", "en"])
@pytest.mark.parametrize("report", REPORTS)
def test_every_line_of_the_original_is_shown(site: Path, report: str, language: str) -> None:
    (row,) = [row for row in rows_of(site, "reports") if row["report"] == report]
    (source,) = (ROOT / "content" / "reports").rglob(Path(row["source_file"]).name)
    lines = re.split(r"\r\n|\r|\n", source.read_bytes().decode(row["source_encoding"]))
    shown = {
        identifier: text_of(element)
        for page in all_pages(site)
        if page.path.startswith(f"{language}reports/{report}/")
        for identifier in page.ids
        if re.fullmatch(r"L\d+", identifier) and (element := page.by_id(identifier)) is not None
    }
    for number, line in enumerate(lines, start=1):
        if line.strip("\ufeff \t"):
            assert squeezed(line.lstrip("\ufeff")) in shown[f"L{number}"]
