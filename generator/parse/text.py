"""Chinese report text made comparable: what conversions add or change is taken away for matching.

The original is never changed; offsets into a line stay valid after `cleaned`.
"""

import re
import unicodedata
from functools import lru_cache

from generator.simplified import simplified

RESIDUE = re.compile(
    r"\[bookmark:[^\]]*\]|</?o:p>|&(?:nbsp|ensp|emsp|#160|#xa0);|[\u00ad\u200b-\u200d\u2060\ufeff]"
)

PAGE_NUMBER = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页.{0,12}")
_NUMBERING = re.compile(
    r"""^(?:
        [(（][一二三四五六七八九十]{1,3}[)）]      # （一）
      | [一二三四五六七八九十]{1,3}\s*[、,，.．]   # 一、
      | [(（]\d{1,2}[)）]                          # （1）
      | \d{1,2}\s*[、,，.．]                       # 1.
    )\s*""",
    re.VERBOSE,
)
_NOT_WORDS = re.compile(r"[\W_]+")


def cleaned(line: str) -> str:
    """The line with conversion residue blanked out, character for character."""
    return RESIDUE.sub(lambda found: " " * len(found[0]), line)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place in a line."""
    first = max(text.rfind(mark, 0, start) for mark in "。；;") + 1
    ends = [place for place in (text.find(mark, end) for mark in "。；;") if place >= 0]
    return text[first : min(ends, default=len(text) - 1) + 1].strip()


def numbering(text: str) -> str:
    """The numbering a heading or label starts with, as printed: `一、`, `1．`, `（三）`, or ""."""
    found = _NUMBERING.match(text.strip())
    return found[0].strip() if found else ""


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A label without width variants, spaces and punctuation: equal for equal wordings.

    Traditional characters are made simplified.
    """
    return _NOT_WORDS.sub("", simplified(unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Like `bare`, without the numbering it starts with as well."""
    return bare(_NUMBERING.sub("", cleaned(text).strip()))
