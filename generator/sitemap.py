"""What search engines are told: addresses of all pages in both languages."""

from collections.abc import Iterator, Sequence
from html import escape

from generator.bilingual import LANGS
from generator.links import Links

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(base_url: str, pages: Sequence[Links]) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` with the other language of each page; none without a base address."""
    if not base_url:
        return
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
        *(_entry(base_url, links) for links in pages),
        "</urlset>\n",
    ]
    yield "sitemap.xml", "\n".join(lines).encode()


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
