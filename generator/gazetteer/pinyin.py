"""Place names in pinyin, for the English pages and the finder.

Made by machine and said to be so: names with rare readings (长垣, 浚县) may come out otherwise than
they are spoken, which is why addresses use codes. What the names of the list are made of was
transcribed beforehand (`make gazetteer`); other names need pypinyin, which takes 0.3 s to load.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from generator.gazetteer.divisions import read_table
from generator.gazetteer.names import with_peoples_apart

PINYIN = "pinyin.csv.gz"
_KINDS = ("自治区", "自治州", "自治县", "自治旗", "街道", "苏木")


@lru_cache(maxsize=65536)
def pinyin(name: str) -> str:
    """`柴关乡` → `Chaiguan Xiang`: syllables joined; peoples and the kind of place apart."""
    known = _known()
    return " ".join((known.get(part) or transcribed(part)).capitalize() for part in parts(name))


def parts(name: str) -> tuple[str, ...]:
    """A name, perhaps none, peoples, and the kind of place, which are transcribed apart."""
    *before, last = with_peoples_apart(name)
    kind = next((end for end in _KINDS if last.endswith(end)), last[-1:])
    return tuple(part for part in (*before, last.removesuffix(kind), kind) if part)


def transcribed(part: str) -> str:
    """The syllables of a part of a name, joined."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - see above

    return "".join(lazy_pinyin(part))


def all_transcribed(names: Iterable[str]) -> dict[str, str]:
    """The syllables of every part of some names."""
    found = sorted({part for name in names for part in parts(name)})
    return {part: transcribed(part) for part in found}


@cache
def _known() -> dict[str, str]:
    return read_table(PINYIN)
