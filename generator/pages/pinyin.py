"""Place names in pinyin, for the English pages and the finder.

Made by machine and said to be so: names with rare readings (长垣, 浚县) may come out otherwise than
they are spoken, which is why addresses use codes.
"""

from functools import lru_cache


@lru_cache(maxsize=65536)
def pinyin(name: str) -> str:
    """`柴关乡` → `Chaiguan Xiang`: syllables of the name joined, the kind of place apart."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionaries take 0.1 s to load

    suffix = next((end for end in ("街道", "苏木", "民族乡") if name.endswith(end)), name[-1:])
    stem = name[: -len(suffix)] if len(name) > len(suffix) else ""
    words = ("".join(lazy_pinyin(part)).capitalize() for part in (stem, suffix) if part)
    return " ".join(words)
