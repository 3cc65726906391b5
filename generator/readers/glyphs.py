"""The characters of a PDF page: what each is, and where it stands."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page

from generator.regex import regex

_UNKNOWN = regex(r"\(cid:\d+\)")
# Fonts that are cut down for a file may name a character by the radical that looks the same.
_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾",
    "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户",
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character; places in points from the left and upper edges."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Half way from top to bottom."""
        return (self.top + self.bottom) / 2


def glyphs_of(page: Page) -> list[Glyph]:
    """All that is printed, once (bold is often the same twice), without slanted watermarks."""
    characters = page.dedupe_chars(tolerance=1).chars
    upright = [character for character in characters if character["upright"]]
    if len(upright) * 2 < len(characters):  # the page itself is turned
        upright = characters
    return [glyph for glyph in map(_glyph, upright) if glyph.text]


def _glyph(character: dict[str, Any]) -> Glyph:
    return Glyph(
        _text(character["text"]),
        float(character["x0"]),
        float(character["x1"]),
        float(character["top"]),
        float(character["bottom"]),
        float(character["size"]),
    )


def _text(text: str) -> str:
    text = _UNKNOWN.sub("\ufffd", text).translate(_RADICALS)
    if len(text) == 1 and "\u2f00" <= text <= "\u2fdf":
        text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"})
