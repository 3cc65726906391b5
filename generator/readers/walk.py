"""A walk over an HTML tree that only meets what a reader of the page would see, and not struck."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from generator.regex import regex

TEXT = "-text"
_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main
    menu nav ol p plaintext pre section summary table tbody td tfoot th thead tr ul xmp
"""
_DROPPED = """
    audio canvas datalist del embed head iframe math noembed noframes noscript object rp rt s script
    select strike style svg template textarea video
"""
BLOCKS = frozenset(_BLOCKS.split())
DROPPED = frozenset(_DROPPED.split())
CELLS = frozenset({"td", "th"})
_HIDING = regex(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|text-decoration(?:-line)?\s*:[^;]*line-through",
    re.IGNORECASE,
)


def walk(root: LexborNode, *, hidden: bool = False) -> Iterator[tuple[LexborNode, bool]]:
    """Every node twice, entered (True) and left (False), in reading order; `hidden` ones on demand.

    Not by recursion: a page may nest deeper than Python's stack.
    """
    node: LexborNode | None = root
    while node is not None:
        if _seen(node, hidden):
            yield node, True
            if node.child is not None:
                node = node.child
                continue
            yield node, False
        while node is not None and (node.mem_id == root.mem_id or node.next is None):
            node = node.parent if node.mem_id != root.mem_id else None
            if node is not None:
                yield node, False
        node = node.next if node is not None else None


def _seen(node: LexborNode, hidden: bool) -> bool:
    tag = node.tag
    if tag == TEXT:
        return True
    if tag is None or tag == "-comment" or tag in DROPPED:
        return False
    if hidden:
        return True
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDING.search(attributes.get("style") or "")
