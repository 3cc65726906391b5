"""Place names in pinyin, for the English pages and the finder.

Made by machine and said to be so: names with rare readings (长垣, 浚县) may come out otherwise than
they are spoken, which is why addresses use codes. What the names of the list are made of was
transcribed beforehand (`make gazetteer`); other names need pypinyin, which takes 0.3 s to load.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from generator.gazetteer.divisions import read_table

PINYIN = "pinyin.csv.gz"


@lru_cache(maxsize=65536)
def pinyin(name: str) -> str:
    """`柴关乡` → `Chaiguan Xiang`: syllables of the name joined, the kind of place apart."""
    known = _known()
    return " ".join((known.get(part) or transcribed(part)).capitalize() for part in parts(name))


def parts(name: str) -> tuple[str, ...]:
    """A name, perhaps none, and the kind of place, which are transcribed apart."""
    suffix = next((end for end in ("街道", "苏木", "民族乡") if name.endswith(end)), name[-1:])
    stem = name[: -len(suffix)] if len(name) > len(suffix) else ""
    return tuple(part for part in (stem, suffix) if part)


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
