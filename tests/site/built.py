"""The built site as its readers get it: which pages there are, and what stands on one."""

import csv
import posixpath
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

REPORT = "110112209-2023"  # the sample whose tables do not add up
REPORTS = (
    "110118105-2023",
    "130582203-2023",
    REPORT,
    "410724104-2024",
    "unresolved-heping-2023-txt-2023",
)

# One page of every type; each is looked at in both languages.
PAGE_TYPES = {
    "home": "index.html",
    "townships": "townships/index.html",
    "township": "townships/110112209/index.html",
    "report": f"reports/{REPORT}/index.html",
    "metric": "metrics/disclosure_rate/index.html",
    "compare": "compare/index.html",
    "findings": "findings/index.html",
    "search": "search/index.html",
    "rules": "rules/index.html",
    "similar": "similar/index.html",
    "rule": "rules/tb-balance/index.html",
    "corrections": "corrections/index.html",
    "data": "data/index.html",
    "about": "about/index.html",
    "methodology": "methodology/index.html",
    "glossary": "glossary/index.html",
    "accessibility": "accessibility/index.html",
}
NOT_FOUND = "404.html"  # one page in both languages
SAMPLES = {
    **{f"{kind}-zh": path for kind, path in PAGE_TYPES.items()},
    **{f"{kind}-en": f"en/{path}" for kind, path in PAGE_TYPES.items()},
    "404": NOT_FOUND,
}


@dataclass(frozen=True)
class Page:
    """One parsed page; `path` is its place below the root, with slashes."""

    site: Path
    path: str
    tree: LexborHTMLParser

    @property
    def language(self) -> str:
        return "en" if self.path.startswith("en/") else "zh"

    @property
    def moved_to(self) -> str | None:
        """Where a page leads that only stands at an old address; other pages lead nowhere."""
        for refresh in self.elements('meta[http-equiv="refresh"]'):
            return attribute(refresh, "content").partition("url=")[2]
        return None

    def elements(self, selector: str = "*") -> list[LexborNode]:
        return self.tree.css(selector)

    def by_id(self, identifier: str) -> LexborNode | None:
        return self._by_id.get(identifier)

    @cached_property
    def _by_id(self) -> dict[str, LexborNode]:
        return {attribute(element, "id"): element for element in self.elements("[id]")}

    @property
    def ids(self) -> list[str]:
        return [attribute(element, "id") for element in self.elements("[id]")]

    def target(self, href: str) -> tuple[str, str]:
        """Where a relative link leads: the path below the root, and the fragment."""
        parts = urlsplit(href)
        path = self.path
        if parts.path:
            path = posixpath.join(posixpath.dirname(self.path), unquote(parts.path))
        return posixpath.normpath(path), unquote(parts.fragment)


@cache
def page_at(site: Path, path: str) -> Page:
    return Page(site, path, LexborHTMLParser((site / path).read_text(encoding="utf-8")))


def all_pages(site: Path) -> list[Page]:
    """Every page, by path; an empty site is no site."""
    paths = sorted(found.relative_to(site).as_posix() for found in site.rglob("*.html"))
    assert paths, f"{site} holds no page"
    return [page_at(site, path) for path in paths]


def pages_of_content(site: Path) -> list[Page]:
    """Every page but those that only lead on from an old address."""
    return [page for page in all_pages(site) if page.moved_to is None]


def attribute(element: LexborNode, name: str) -> str:
    return element.attributes.get(name) or ""


def text_of(element: LexborNode) -> str:
    return squeezed(element.text())


def squeezed(text: str) -> str:
    """Text with every run of white space as one space, as a browser shows it."""
    return " ".join(text.split())


def stands_in(value: str, text: str) -> bool:
    """Whether a printed value stands in a text by itself, so that 0 does not stand in 10."""
    alone = rf"(?<![\d.]){re.escape(squeezed(value))}(?![\d.]*\d)"
    return re.search(alone, squeezed(text)) is not None


def rows_of(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
