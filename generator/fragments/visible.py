"""Text of a report as HTML."""

from html import escape

from generator.regex import regex

_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOT_VISIBLE = regex(r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPECIAL = regex("[&<>\"']")


def visible(text: str) -> str:
    """Escaped; control characters, which HTML forbids, become U+FFFD."""
    if text.isalnum() or not _NOT_VISIBLE.search(text):
        return text
    return escape(_FORBIDDEN.sub("\ufffd", text), quote=False)


def escaped(text: str) -> str:
    """Escaped as templates do it, quotation marks included."""
    if not _SPECIAL.search(text):
        return text
    return escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;")
