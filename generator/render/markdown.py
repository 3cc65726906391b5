"""Markdown pages → HTML with links between pages made relative and `[[names]]` filled in."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from itertools import count, pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.page import Prose
from generator.regex import regex

_FOLDER = Path(__file__).parents[2] / "site_templates" / "pages"
_FILLING = regex(r"<p>\[\[([a-z_]+)\]\]</p>")


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables; raw HTML is shown as text."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def default_text(lang: str, name: str) -> str:
    """The Markdown that ships with the program."""
    return (_FOLDER / lang / f"{name}.md").read_text(encoding="utf-8")


def prose(text: str, fillings: Mapping[str, str], link: Callable[[str], str]) -> Prose:
    """Render a page of text; a `[[name]]` that is not known stays as it is written."""
    tokens = _parser().parse(text)
    for token in tokens:
        for child in token.children or ():
            _point(child, link)
    html = _parser().renderer.render(tokens, _parser().options, {})
    title = _plain(tokens, "heading_open")
    regions = (
        f'<div class="scroll" role="region" aria-label="{escape(title)} {number}" tabindex="0">'
        for number in count(1)
    )
    html = re.sub("<table>", lambda _: next(regions) + '<table class="list">', html)
    html = html.replace("</table>", "</table></div>")
    html = _FILLING.sub(lambda found: fillings.get(found[1], found[0]), html)
    return Prose(title, _plain(tokens, "paragraph_open"), html)


def _point(token: Token, link: Callable[[str], str]) -> None:
    """Links such as `/rules/` are logical paths of this site."""
    href = token.attrGet("href")
    if isinstance(href, str) and href.startswith("/"):
        token.attrSet("href", link(href))


def _plain(tokens: list[Token], kind: str) -> str:
    """The first heading or paragraph as plain text."""
    for opening, inside in pairwise(tokens):
        if opening.type == kind and inside.children is not None:
            return "".join(child.content for child in inside.children if child.content).strip()
    return ""
