"""Characters that stand on one height → a line of text, its gaps as wide as they are printed."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.readers.glyphs import Glyph

# Parts of an em that make a space: with no, one or two Chinese characters beside it. In prose only
# a wide gap is meant, for lines are stretched to fill; between columns less is left.
_PROSE = (0.2, 0.6, 0.8)
_COLUMNS = (0.2, 0.28, 0.35)
_COLUMN = 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """The glyphs of one line from left to right, spaces left out."""

    glyphs: tuple[Glyph, ...]

    @property
    def top(self) -> float:
        """The upper edge, in points."""
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        """The lower edge, in points."""
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def width(self) -> float:
        """From the first glyph to the last, in points."""
        return self.glyphs[-1].right - self.glyphs[0].left

    @property
    def has_columns(self) -> bool:
        """Whether parts of it stand apart."""
        return any(_is_column(*pair) for pair in self._pairs())

    def text(self) -> str:
        """The line with single spaces."""
        spaced = (" " * _is_apart(*pair, _PROSE) + pair[1].text for pair in self._pairs())
        return self.glyphs[0].text + "".join(spaced)

    def _pairs(self) -> Iterator[tuple[Glyph, Glyph]]:
        return zip(self.glyphs, self.glyphs[1:], strict=False)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Lines from top to bottom; small print on the same height belongs to its line."""
    rows: list[list[Glyph]] = []
    height = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.centre):
        if glyph.text.isspace():
            continue
        if not rows or glyph.centre - height > glyph.size / 2:
            rows.append([])
            height = glyph.centre
        rows[-1].append(glyph)
    return [Line(tuple(sorted(row, key=lambda glyph: glyph.left))) for row in rows]


def aligned(line: Line, left: float, unit: float) -> str:
    """A line in which what stands apart keeps its distance from the left, counted in units.

    `unit` is the width of a digit in points; a Chinese character is two wide.
    """
    first, *rest = line.glyphs
    text = " " * _column(first, left, unit) + first.text
    width = _width(text)
    for before, glyph in zip(line.glyphs, rest, strict=False):
        gap = " " * _is_apart(before, glyph, _COLUMNS)
        if _is_column(before, glyph):
            gap = " " * max(2, _column(glyph, left, unit) - width)
        text += gap + glyph.text
        width += len(gap) + _width(glyph.text)
    return text


def _is_column(before: Glyph, glyph: Glyph) -> bool:
    return glyph.left - before.right > _COLUMN * max(before.size, glyph.size)


def _is_apart(before: Glyph, glyph: Glyph, gaps: tuple[float, float, float]) -> bool:
    """Whether a space is meant between two glyphs."""
    wide = (before.text[-1] >= "\u2e80") + (glyph.text[0] >= "\u2e80")
    return glyph.left - before.right > gaps[wide] * max(before.size, glyph.size)


def _column(glyph: Glyph, left: float, unit: float) -> int:
    return max(0, min(round((glyph.left - left) / unit), 400))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
