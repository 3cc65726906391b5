"""The column that the running text of a PDF fills: its edges, its leading, its paragraph marks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from generator.readers.glyphs import Glyph
from generator.readers.pdf_lines import Line
from generator.regex import regex

Pair = tuple[Line, Line]  # a line and the next below it

_NARROWEST = 20  # ems; cells of tables are narrower than running text
_NEAR = 0.6  # of an em: an opening bracket may be set half a character to the left
_INDENT = 4.5  # ems that the first line of a paragraph may stand in
_NOT_HELD = 0.5  # of an em that fonts and hanging punctuation leave uncertain
_LONGEST_HELD = 8  # ems of an address or a number that no line end may part
_CLOSE = 1.12  # leadings from a line to the next of its paragraph
_PARTED = 1.25  # leadings that clearly part two paragraphs
_USUAL = 0.75  # of the paragraphs that show how paragraphs are marked
_SHARE = 0.1  # of the long lines that end where the column does
_LETTERS = 4  # for each space: more spaces are those of a row of cells
_CHINESE = regex("[\u2e80-\u9fff，；：？！）]")
_CLOSES = "，。、；：？！”’）》〉】〕」』,.;:?!)%％"
_OPENS = "“‘（《〈【〔「『("


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Edges and leading in points, the size of its type, and how its paragraphs are marked.

    `indented`: by their first lines; `marked`: by these or by the space between them.
    """

    left: float
    right: float
    leading: float
    em: float
    indented: bool
    marked: bool

    def holds(self, line: Line) -> bool:
        """Whether a line begins where lines of a paragraph do, the first or a further one."""
        return -_NEAR < (line.left - self.left) / self.em < _INDENT

    def is_further(self, line: Line) -> bool:
        """Whether a line begins at the left edge, as all but the first of a paragraph do."""
        return abs(line.left - self.left) < _NEAR * self.em

    def is_close(self, above: Line, below: Line) -> bool:
        """Whether two lines stand no farther from each other than those of one paragraph."""
        return below.centre - above.centre < _CLOSE * self.leading


def column_of(pairs: Sequence[Pair]) -> TextColumn | None:
    """The column of the lines that stand below each other; None where no running text is."""
    lines = list(dict.fromkeys(line for pair in pairs for line in pair))
    prose = [line for line in lines if is_prose(line) and line.width > _NARROWEST * line.size]
    right = _right_edge(prose)
    text = [pair for pair in pairs if all(map(is_prose, pair))]
    filled = [pair for pair in text if is_filled(*pair, right)]
    if not filled:
        return None
    left = _left_edge([below for _, below in filled])
    em = median(line.size for line in prose) or 1
    leading = _leading([pair for pair in filled if abs(pair[1].left - left) < _NEAR * em])
    ended = _ended(text, filled)
    stand_in = [below.left - left > em for _, below in ended]
    apart = [below.centre - above.centre > _PARTED * leading for above, below in ended]
    marked = [any(marks) for marks in zip(stand_in, apart, strict=True)]
    return TextColumn(left, right, leading, em, _is_usual(stand_in), _is_usual(marked))


def is_prose(line: Line) -> bool:
    """Whether a line may be running text: Chinese, and not words that stand apart."""
    text = line.text()
    spaces = text.count(" ")
    return (
        not line.has_columns
        and _CHINESE.search(text) is not None
        and len(text) - spaces >= _LETTERS * spaces
    )


def is_filled(above: Line, below: Line, right: float) -> bool:
    """Whether a line reaches so far to the right that the start of the next had no room in it."""
    if above.width * 2 < _NARROWEST * above.size:
        return False
    return right - above.right < held(below) + _NOT_HELD * above.size


def held(line: Line) -> float:
    """The width of what no line end may part at the start of a line."""
    last = line.glyphs[0]
    for glyph in line.glyphs[1:]:
        if not _hold_together(last, glyph):
            break
        last = glyph
    return min(last.right - line.left, _LONGEST_HELD * line.size)


def _hold_together(before: Glyph, glyph: Glyph) -> bool:
    if glyph.text in _CLOSES or before.text in _OPENS:
        return True
    narrow = before.text[-1] < "\u2e80" and glyph.text[0] < "\u2e80"
    return narrow and glyph.left - before.right < before.size / 5


def _right_edge(lines: list[Line]) -> float:
    """The farthest place where several long lines end; one that sticks out does not count."""
    if not lines:
        return inf
    ends = sorted(line.right for line in lines)
    em = median(line.size for line in lines)
    enough = max(2, _SHARE * len(ends))
    good = (end for end in reversed(ends) if _between(ends, end - em, end) >= enough)
    return next(good, inf)


def _left_edge(lines: list[Line]) -> float:
    """Where most lines begin, of equals the farthest to the left."""
    places = sorted(line.left for line in lines)
    near = _NEAR * median(line.size for line in lines)
    return max(places, key=lambda place: (_between(places, place - near, place + near), -place))


def _between(places: list[float], first: float, last: float) -> int:
    """How many of the places, in order, lie there."""
    return bisect_right(places, last) - bisect_right(places, first)


def _ended(text: list[Pair], filled: list[Pair]) -> list[Pair]:
    """The pairs between which a paragraph ends, as one of them belongs to one of several lines."""
    further = {below for _, below in filled}
    begun = {above for above, _ in filled}
    return [
        (above, below)
        for above, below in text
        if above not in begun and (above in further or below in begun)
    ]


def _leading(pairs: list[Pair]) -> float:
    return median(below.centre - above.centre for above, below in pairs)


def _is_usual(signs: list[bool]) -> bool:
    return len(signs) > 1 and sum(signs) >= _USUAL * len(signs)
