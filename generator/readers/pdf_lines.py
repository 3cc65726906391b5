"""Characters that stand on one height → a line of text, its gaps as wide as they are printed."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.readers.glyphs import Glyph

# Parts of an em that make a space: with no, one or two Chinese characters beside it. In prose only
# a wide gap is meant, for lines are stretched to fill; between columns less is left.
_PROSE = (0.2, 0.6, 0.8)
_COLUMNS = (0.2, 0.28, 0.35)
_COLUMN = 1.5
_LARGER = 1.3  # times the print of an index box is that of the title beside it
_TITLE = 6  # Chinese characters at least
_HIGHEST_BOX = 10  # lines
_STRETCHED = 10  # pairs of Chinese characters from which the stretch of a line is known


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
    def left(self) -> float:
        """Where the first glyph begins, in points."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where the last glyph ends, in points."""
        return self.glyphs[-1].right

    @property
    def centre(self) -> float:
        """Half way from top to bottom for most of its glyphs."""
        return median(glyph.centre for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The size of most of its glyphs, in points."""
        return median(glyph.size for glyph in self.glyphs)

    @property
    def width(self) -> float:
        """From the first glyph to the last, in points."""
        return self.right - self.left

    @property
    def is_worded(self) -> bool:
        """Whether it holds as many Chinese characters as a title does."""
        return sum(glyph.text >= "\u2e80" for glyph in self.glyphs) >= _TITLE

    @property
    def has_columns(self) -> bool:
        """Whether parts of it stand apart."""
        return any(_is_column(*pair) for pair in self._pairs())

    def text(self) -> str:
        """The line with single spaces."""
        none, one, two = _PROSE
        gaps = (none, one, two + self._stretch())
        spaced = (" " * _is_apart(*pair, gaps) + pair[1].text for pair in self._pairs())
        return self.glyphs[0].text + "".join(spaced)

    def _stretch(self) -> float:
        """What parts all Chinese characters of a line that is stretched to fill, in ems."""
        pairs = [pair for pair in self._pairs() if _wide(*pair) == 2]
        if len(pairs) < _STRETCHED:
            return 0
        gaps = ((after.left - before.right) / (after.size or 1) for before, after in pairs)
        return max(0, median(gaps))

    def _pairs(self) -> Iterator[tuple[Glyph, Glyph]]:
        return pairwise(self.glyphs)


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


def beside_title(lines: list[Line]) -> list[Line]:
    """The lines with an index box that stands beside the title put before it, not into its lines.

    A title is words in print that is larger than what stands on its height.
    """
    cut = {number: parts for number, line in enumerate(lines) if len(parts := _by_size(line)) > 1}
    titles = {part.size for parts in cut.values() for part in parts[1:] if part.is_worded}
    shared = [number for number, parts in cut.items() if parts[-1].size in titles]
    if not shared or shared[-1] - shared[0] > _HIGHEST_BOX:
        return lines
    first, after = shared[0], shared[-1] + 1
    beside = [part for number in range(first, after) for part in cut.get(number, [lines[number]])]
    return lines[:first] + sorted(beside, key=lambda part: part.size) + lines[after:]


def _by_size(line: Line) -> list[Line]:
    """A line cut before its first glyph that is much larger than what stands apart before it."""
    for place, (before, glyph) in enumerate(pairwise(line.glyphs), start=1):
        if glyph.size > _LARGER * before.size and glyph.left - before.right > before.size / 4:
            return [Line(line.glyphs[:place]), Line(line.glyphs[place:])]
    return [line]


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
    return glyph.left - before.right > gaps[_wide(before, glyph)] * max(before.size, glyph.size)


def _wide(before: Glyph, glyph: Glyph) -> int:
    """How many of two glyphs are Chinese."""
    return (before.text[-1] >= "\u2e80") + (glyph.text[0] >= "\u2e80")


def _column(glyph: Glyph, left: float, unit: float) -> int:
    return max(0, min(round((glyph.left - left) / unit), 400))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
