"""Which pictures of a page are part of a report: a table may be one, a logo is not."""

import re

from selectolax.lexbor import LexborNode

from generator.regex import regex

_SMALLEST = 100  # pixels
_CHROME_TAGS = frozenset({"aside", "footer", "header", "nav"})
_CHROME = regex(
    r"(^|[\s_-])(header?|top|foot(er)?|nav(bar)?|menu|banner|logo|share|crumbs?|qrcode|ewm|side)"
    r"($|[\s_-]|\d)",
    re.IGNORECASE,
)
_ORNAMENT = regex(
    r"icon|logo|qrcode|ewm|weixin|wechat|filetype|loading|blank\.|spacer", re.IGNORECASE
)
_SIZE = regex(r"\s*([0-9]{1,6})(\.[0-9]*)?\s*(px)?\s*$")
_STYLE_SIZE = regex(r"(?:^|[;\s])(?:width|height)\s*:\s*([0-9]{1,6})(?:\.[0-9]*)?px", re.IGNORECASE)


def is_chrome(node: LexborNode) -> bool:
    """Whether an element holds what every page of the site has, by its tag, class or id."""
    tag = node.tag
    if tag in _CHROME_TAGS:
        return True
    if tag not in {"div", "ul", "section", "table"}:
        return False
    attributes = node.attributes
    return any(_CHROME.search(attributes.get(name) or "") for name in ("class", "id"))


def is_content(image: LexborNode) -> bool:
    """Whether an image outside such elements is large enough, and not an ornament by its name."""
    attributes = image.attributes
    source = attributes.get("src") or attributes.get("data-src") or ""
    if not source or (not source.startswith("data:") and _ORNAMENT.search(source)):
        return False
    stated = [_SIZE.match(attributes.get(name) or "") for name in ("width", "height")]
    sizes = [int(match[1]) for match in stated if match]
    sizes += map(int, _STYLE_SIZE.findall(attributes.get("style") or ""))
    return all(size >= _SMALLEST for size in sizes)
