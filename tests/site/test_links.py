"""Every link and asset leads somewhere, from a domain root, a sub-path and a folder on disk."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborNode

from tests.conftest import ADDRESS
from tests.site.built import NOT_FOUND, Page, all_pages, attribute, page_at, pages_of_content

# Attributes that hold an address, and those that make the browser load one.
ADDRESSES = ("href", "src", "srcset", "poster", "data", "xlink:href", "action", "formaction")
# A link that a reader follows may leave the site; so may what only machines read.
LEAVES_FREELY = {"a", "area"}
MACHINE_LINKS = {"canonical", "alternate", "license"}


def _links(page: Page) -> Iterator[tuple[LexborNode, str]]:
    for element in page.elements():
        for name in ADDRESSES:
            if name not in element.attributes:
                continue
            value = attribute(element, name)
            if name == "srcset":
                yield from ((element, entry.split()[0]) for entry in value.split(","))
            else:
                yield element, value


def _may_leave(element: LexborNode) -> bool:
    return element.tag in LEAVES_FREELY or attribute(element, "rel") in MACHINE_LINKS


def _complaint(page: Page, element: LexborNode, address: str) -> str | None:
    parts = urlsplit(address)
    if parts.scheme in {"http", "https", "mailto"}:
        return None if _may_leave(element) else "leaves the site"
    if parts.scheme == "data":
        return None
    if parts.scheme or parts.netloc or address.startswith("/") or not address:
        return "is not relative"
    path, fragment = page.target(address)
    if not (page.site / path).is_file():
        return f"leads to {path}, which is no file"
    is_place = fragment and "=" not in fragment  # else it is a choice that choose.js reads
    if is_place and page_at(page.site, path).by_id(fragment) is None:
        return f"leads to {path}, which has no id {fragment}"
    return "has an empty fragment" if address.endswith("#") else None


def _broken(site: Path) -> list[str]:
    return [
        f"{page.path}: {address} {complaint}"
        for page in all_pages(site)
        for element, address in _links(page)
        if (complaint := _complaint(page, element, address))
    ]


def test_every_link_and_asset_is_there(site: Path) -> None:
    assert _broken(site) == []


def test_every_file_a_style_sheet_names_is_there(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text, sheet
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
            if not address.startswith(("data:", "#")):
                assert not urlsplit(address).scheme, f"{sheet}: {address}"
                assert (sheet.parent / address).is_file(), f"{sheet}: {address}"


def test_every_page_can_be_reached_from_home(site: Path) -> None:
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or not path.endswith(".html"):
            continue
        reached.add(path)
        page = page_at(site, path)
        relative = (href for _, href in _links(page) if not urlsplit(href).scheme)
        waiting += [page.target(href)[0] for href in relative]
    assert {page.path for page in pages_of_content(site)} - reached <= {NOT_FOUND}


def test_old_addresses_lead_to_the_new_ones(site: Path) -> None:
    for page in all_pages(site):
        if page.moved_to is not None:
            path, _ = page.target(page.moved_to)
            assert (site / path).is_file(), f"{page.path}: {page.moved_to}"
            links = [page.target(attribute(link, "href"))[0] for link in page.elements("a[href]")]
            assert path in links, page.path


def test_without_an_address_of_its_own_the_site_claims_none(site: Path) -> None:
    for page in all_pages(site):
        assert page.elements("link[rel=canonical], link[hreflang]") == [], page.path
    assert not (site / "sitemap.xml").exists()


def _public(path: str) -> str:
    return ADDRESS + path.removesuffix("index.html")


def test_with_an_address_links_still_hold(addressed: Path) -> None:
    assert [line for line in _broken(addressed) if not line.startswith(f"{NOT_FOUND}:")] == []


def test_with_an_address_every_page_says_where_it_stands(addressed: Path) -> None:
    for page in pages_of_content(addressed):
        if page.path == NOT_FOUND:
            continue
        chinese = page.path.removeprefix("en/")
        (canonical,) = page.elements("head link[rel=canonical]")
        assert attribute(canonical, "href") == _public(page.path)
        others = {
            attribute(link, "hreflang").split("-")[0]: attribute(link, "href")
            for link in page.elements("head link[rel=alternate][hreflang]")
        }
        assert others.items() >= {"zh": _public(chinese), "en": _public(f"en/{chinese}")}.items()


def test_the_sitemap_lists_every_page(addressed: Path) -> None:
    tree = ET.parse(addressed / "sitemap.xml")  # noqa: S314  (we wrote it a moment ago)
    listed = [place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    expected = {_public(page.path) for page in pages_of_content(addressed)} - {_public(NOT_FOUND)}
    assert len(listed) == len(set(listed))
    assert set(listed) == expected


@pytest.mark.parametrize("language", ["", "en/"])
def test_from_the_top_of_the_findings_all_that_is_below_is_one_step(
    site: Path, language: str
) -> None:
    page = page_at(site, f"{language}findings/index.html")
    (jumps,) = page.elements("main > p.aside")
    targets = [attribute(link, "href") for link in jumps.css("a")]
    sections = [f"#{attribute(heading, 'id')}" for heading in page.elements("section.filtered h2")]
    assert targets[: len(sections)] == sections != []
    for name in ("similar/", "rules/", "corrections/", "findings.csv"):
        assert any(name in target for target in targets), name
