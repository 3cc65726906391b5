"""Putting pieces of extracted text together again without making or breaking numbers."""

from collections.abc import Iterable

from generator.regex import regex

HARD_SPACE = "\u00a0"
BREAK = "\n"  # a piece that stands for the end of a line or block within a cell

_BLANKS = regex(r"[ \t\r\n\f]+")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
# Chinese source text is wrapped anywhere, and no space is meant there.
_WRAP = regex(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")
_UNSEEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ud800-\udfff]")
_SPACES = regex("[\x85\xa0\u2028\u2029]")
_EDGES = " \t\r\n\u3000"
_ENDS_WORD = regex(r"[0-9A-Za-z０-９.,%/+-]\Z")
_STARTS_WORD = regex(r"[0-9A-Za-z０-９.,%/+-]")


def flowed(text: str) -> str:
    """Text as a browser flows it, but a line end between Chinese characters is no space."""
    return _BLANKS.sub(" ", _WRAP.sub("", text))


def shown(text: str) -> str:
    """What is seen of a text: no controls, no zero-width characters, no white space at its ends."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(_EDGES)


def line_of(pieces: Iterable[str]) -> str:
    """Inline pieces as one line; nothing is put between them, as 20 and 23 may be one year."""
    return shown("".join(pieces))


def cell_of(pieces: Iterable[str]) -> str:
    """The text of a cell, its lines joined: 商业⏎企业 is one word, but 2⏎3 is never 23."""
    text = ""
    for part in map(shown, "".join(pieces).split(BREAK)):
        if text and _ENDS_WORD.search(text) and _STARTS_WORD.match(part):
            text += " "
        text += part
    return text
