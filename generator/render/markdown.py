"""Markdown pages → HTML with links between pages made relative and `[[names]]` filled in."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.bilingual import Lang, han
from generator.page import RenderedProse
from generator.regex import regex

_FOLDER = Path(__file__).parents[2] / "site_templates" / "pages"
_WORDS = regex(r"(?<=>)[^<]+(?=<)")
_FILLING = regex(r"<p>\[\[([a-z_]+)\]\]</p>")


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables; raw HTML is shown as text."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def default_text(lang: str, name: str) -> str:
    """The Markdown that ships with the program."""
    return (_FOLDER / lang / f"{name}.md").read_text(encoding="utf-8")


def prose(
    text: str, lang: Lang, fillings: Mapping[str, str], link: Callable[[str], str]
) -> RenderedProse:
    """Render a page of text; a `[[name]]` that is not known stays as it is written."""
    tokens = _parser().parse(text)
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")
        for child in token.children or ():
            _point(child, link)
    html = _parser().renderer.render(tokens, _parser().options, {})
    opened = (
        f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">'
        f'<table class="list"><caption class="vh">{name}</caption>'
        for name in map(escape, _names(tokens))
    )
    html = re.sub("<table>", lambda _: next(opened), html)
    html = html.replace("</table>", "</table></div>")
    html = _WORDS.sub(lambda found: han(found[0], lang), html)
    html = _FILLING.sub(lambda found: fillings.get(found[1], found[0]), html)
    return RenderedProse(_plain(tokens, "heading_open"), _plain(tokens, "paragraph_open"), html)


def _point(token: Token, link: Callable[[str], str]) -> None:
    """Links such as `/rules/` are logical paths of this site."""
    href = token.attrGet("href")
    if isinstance(href, str) and href.startswith("/"):
        token.attrSet("href", link(href))


def _names(tokens: list[Token]) -> Iterator[str]:
    """What each table is called: by the heading that it stands under, the second there by `2`."""
    under: Counter[str] = Counter()
    heading = ""
    for opening, inside in pairwise(tokens):
        if opening.type == "heading_open":
            heading = _words(inside)
        if opening.type == "table_open":
            under[heading] += 1
            yield heading if under[heading] == 1 else f"{heading} {under[heading]}"


def _plain(tokens: list[Token], kind: str) -> str:
    """The first heading or paragraph as plain text."""
    inside = (after for opening, after in pairwise(tokens) if opening.type == kind)
    return next(map(_words, inside), "")


def _words(inside: Token) -> str:
    return "".join(child.content for child in inside.children or () if child.content).strip()
