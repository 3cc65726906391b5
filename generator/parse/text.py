"""Chinese report text made comparable: what conversions add or change is taken away for matching.

The original is never changed; offsets into a line stay valid after `cleaned`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from generator.regex import regex
from generator.simplified import folded, simplified

RESIDUE = regex(
    r"\[bookmark:[^\]]*\]|</?(?:o:p|br|p|span|div|font|td|tr|table)\b[^<>]{0,200}>"
    r"|&(?:nbsp|ensp|emsp|lt|gt|amp|quot|[lr]dquo|[lr]squo|mdash|hellip|middot|#x?[0-9a-f]{2,5});"
    r"|\{\s*(?:PAGEREF|HYPERLINK|TOC|REF)\s[^{}]{0,200}\}|错误[!！]\s*未(?:找到引用源|定义书签)[。.]?"
    r"|[\u00ad\u200b-\u200d\u2060\ufeff]"
)

_SIGNS_OF_RESIDUE = "[<&{误\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGN_OF_RESIDUE = regex(f"[\\{_SIGNS_OF_RESIDUE}]")

PAGE_NUMBER = regex(r"[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页.{0,12}")
_NUMBERING = regex(
    r"""^(?:
        [(（][一二三四五六七八九十]{1,3}[)）]      # （一）
      | [一二三四五六七八九十]{1,3}(?:\s*[、,，.．]|\s)  # 一、
      | [(（]\d{1,2}[)）]                          # （1）
      | \d{1,2}\s*[、,，.．]                       # 1.
    )\s*""",
    re.VERBOSE,
)
_NOT_WORDS = regex(r"[\W_]+")


def cleaned(line: str) -> str:
    """The line with conversion residue blanked out, character for character."""
    if not _SIGN_OF_RESIDUE.search(line):
        return line
    return RESIDUE.sub(lambda found: " " * len(found[0]), line)


def cleaner(text: str) -> Callable[[str], str]:
    """`cleaned` for the lines of a text, or `str`, which leaves them alone, if it is clean."""
    return cleaned if any(sign in text for sign in _SIGNS_OF_RESIDUE) else str


def residue(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What a conversion left behind, as printed, each with the number of its line."""
    if cleaner("".join(lines)) is str:
        return
    for number, line in enumerate(lines, start=1):
        if _SIGN_OF_RESIDUE.search(line):
            yield from ((number, found[0]) for found in RESIDUE.finditer(line))


def spaced(labels: str) -> str:
    """A pattern for any of some labels, between whose characters a space may stand."""
    return "(?:" + "|".join(r"\s?".join(label) for label in labels.split()) + ")"


def last_lines(lines: Sequence[str], count: int) -> list[tuple[int, str]]:
    """The last lines on which something stands, with their numbers."""
    found: list[tuple[int, str]] = []
    for number in range(len(lines), 0, -1):
        if len(found) == count:
            break
        if lines[number - 1].strip():
            found.append((number, lines[number - 1]))
    return found[::-1]


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place in a line."""
    first, last = 0, len(text)
    for mark in "。；;":
        first = max(first, text.rfind(mark, first, start) + 1)
        place = text.find(mark, end, last)
        last = place + 1 if place >= 0 else last
    return text[first:last].strip()


def numbering(text: str) -> str:
    """The numbering a heading or label starts with, as printed: `一、`, `1．`, `（三）`, or ""."""
    found = _NUMBERING.match(text.strip())
    return found[0].strip() if found else ""


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A label without width variants, spaces and punctuation: equal for equal wordings.

    Traditional characters are made simplified, and 其它 is the form's 其他.
    """
    return _NOT_WORDS.sub("", simplified(folded(text))).replace("其它", "其他")


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Like `bare`, without the numbering it starts with as well."""
    return bare(_NUMBERING.sub("", cleaned(text).strip()))
