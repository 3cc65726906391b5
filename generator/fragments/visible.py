"""Text of a report as HTML."""

from html import escape

_FORBIDDEN = {
    code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"
}


def visible(text: str) -> str:
    """Escaped; control characters, which HTML forbids, become U+FFFD."""
    return escape(text.translate(_FORBIDDEN), quote=False)
