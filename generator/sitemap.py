"""What search engines are told: addresses of all pages in both languages."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from generator.bilingual import LANGS
from generator.links import Links

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
LIMIT = 10_000  # addresses in a file


def sitemap(base_url: str, pages: Sequence[Links]) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` with the other language of each page; none without a base address.

    Of many pages it is an index of further files, which may hold 50,000 addresses and 50 MB each.
    """
    if not base_url:
        return
    if len(pages) <= LIMIT:
        yield "sitemap.xml", _file("urlset", (_entry(base_url, links) for links in pages))
        return
    names: list[str] = []
    for first in range(0, len(pages), LIMIT):
        names.append(f"sitemap-{len(names) + 1}.xml")
        part = pages[first : first + LIMIT]
        yield names[-1], _file("urlset", (_entry(base_url, links) for links in part))
    entries = (f"<sitemap><loc>{escape(base_url + name)}</loc></sitemap>" for name in names)
    yield "sitemap.xml", _file("sitemapindex", entries)


def _file(root: str, entries: Iterable[str]) -> bytes:
    links = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if root == "urlset" else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{root} xmlns="{_SCHEMA}"{links}>',
        *entries,
        f"</{root}>\n",
    ]
    return "\n".join(lines).encode()


def _entry(base_url: str, links: Links) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}"'
        f' href="{escape(links.on(lang).absolute(base_url))}"/>'
        for lang in LANGS
    )
    return f"<url><loc>{escape(links.absolute(base_url))}</loc>{others}</url>"


def robots(base_url: str) -> tuple[str, bytes]:
    """`robots.txt`: everything may be read."""
    lines = ["User-agent: *", "Allow: /"]
    if base_url:
        lines.append(f"Sitemap: {base_url}sitemap.xml")
    return "robots.txt", ("\n".join(lines) + "\n").encode()
