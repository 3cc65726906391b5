"""The last row of a table on one page and the first on the next: whether they are one, cut in two.

Every cell is asked: what stands in it may go on from the cell above, speak against that, or say
nothing. `tight` is the least that any line of the table leaves free in its cell, so that a line
which leaves more had room for the next character.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from unicodedata import category

from generator.readers.pdf_lines import Line
from generator.readers.pdf_paragraphs import NUMBERED
from generator.readers.pdf_table import SAME, BoxedCell, Rows, text_of
from generator.readers.text_column import held

_UNSURE = 0.1  # of an em that a font may claim for a character and not need
_VALUES = frozenset("无/／-—–")  # what stands for a number

Row = tuple[BoxedCell, ...]
Pair = tuple[BoxedCell, BoxedCell]


class Bearing(Enum):
    """What a cell says of whether its row goes on in the one below it."""

    NOTHING = "nothing"
    BELOW = "below"  # it holds nothing, the one below it does
    ON = "on"
    AGAINST = "against"


def mended(upper: Rows, lower: Rows) -> tuple[Rows, Rows]:
    """Both tables, with what the page break cut whole in the upper one."""
    last = _last_cells(upper)
    pairs = list(_pairs(last, lower[0]))
    tight = _tight([*upper, *lower])
    asked = [(pair, _bearing(pair, tight)) for pair in pairs]
    if len(pairs) == len(last) == len(lower[0]) and _is_cut(asked):
        single = [pair for pair in pairs if not _is_merged(pair)]
        return _with(upper, _wholes(single + _cut_merged(asked))), _carried(lower, asked)
    cut = _cut_merged(asked)
    return _with(upper, _wholes(cut)), _with(lower, _emptied(cut))


def _last_cells(rows: Rows) -> list[BoxedCell]:
    """The cells that reach down to the lower edge."""
    edge = max(cell.box[3] for row in rows for cell in row)
    return [cell for row in rows for cell in row if cell.box[3] > edge - SAME]


def _pairs(last: Sequence[BoxedCell], first: Row) -> Iterator[Pair]:
    """The cells that stand below each other between the same rules."""
    for above in last:
        for below in first:
            if are_below(above, below):
                yield above, below


def are_below(above: BoxedCell, below: BoxedCell) -> bool:
    """Whether two cells stand between the same rules from left to right."""
    return all(abs(above.box[side] - below.box[side]) <= SAME for side in (0, 2))


def _tight(rows: Sequence[Row]) -> float:
    """What the lines leave free; brackets at their ends may hang over the edge."""
    free = (
        cell.width - line.width
        for row in rows
        for cell in row
        for line in cell.lines
        if not _has_hanging_end(line)
    )
    return max(0, min(free, default=0))


def _has_hanging_end(line: Line) -> bool:
    return any(category(end.text[0])[0] == "P" for end in (line.glyphs[0], line.glyphs[-1]))


def _bearing(pair: Pair, tight: float) -> Bearing:
    above, below = pair
    if not below.lines:
        return Bearing.NOTHING
    if not above.lines:
        return Bearing.BELOW
    on = _is_filled(above, below, tight) and _fit(above.text, below.text)
    return Bearing.ON if on else Bearing.AGAINST


def _is_filled(above: BoxedCell, below: BoxedCell, tight: float) -> bool:
    """Whether what the lower cell begins with had no room in the last line of the upper one."""
    line, first = above.lines[-1], below.lines[0]
    return above.width - line.width - tight < held(first) + _UNSURE * first.size


def _fit(above: str, below: str) -> bool:
    """Whether two texts may be one: parts of a number, or words that begin nothing new."""
    if above[-1:].isdigit() or below[:1].isdigit():
        return above.isdigit() and below.isdigit()
    return not (NUMBERED.match(below) or _VALUES.issuperset(below) or _VALUES.issuperset(above))


def _is_merged(pair: Pair) -> bool:
    return any(cell.rows > 1 for cell in pair)


Asked = Sequence[tuple[Pair, Bearing]]


def _is_cut(asked: Asked) -> bool:
    """Whether two rows whose cells all stand below each other are one."""
    if any(bearing is Bearing.AGAINST for _, bearing in asked):
        return False
    single = [(pair, bearing) for pair, bearing in asked if not _is_merged(pair)]
    going_on = [pair for pair, bearing in single if bearing is Bearing.ON]
    filled = [pair for pair, _ in single if pair[0].lines or pair[1].lines]
    if going_on:
        return len(filled) > 1
    return _is_label_above_values([pair for pair, _ in single])


def _is_label_above_values(pairs: Sequence[Pair]) -> bool:
    """Whether a label stands alone at the end of a page, and values without one on the next."""
    if len(pairs) < 2:
        return False
    (label, before), *others = pairs
    alone = label.lines and not any(above.lines for above, _ in others)
    return bool(alone) and not before.lines and all(below.lines for _, below in others)


def _cut_merged(asked: Asked) -> list[Pair]:
    """The cells over several rows whose words the page break cut."""
    return [
        pair
        for pair, bearing in asked
        if _is_merged(pair) and bearing is Bearing.ON and not pair[0].text.isdigit()
    ]


def _wholes(pairs: Sequence[Pair]) -> dict[int, BoxedCell]:
    """The upper cells with the lines of both, by their identities."""
    found = {}
    for above, below in pairs:
        lines = above.lines + below.lines
        found[id(above)] = replace(above, text=text_of(lines, above.width), lines=lines)
    return found


def _emptied(pairs: Sequence[Pair]) -> dict[int, BoxedCell]:
    return {id(below): replace(below, text="", lines=()) for _, below in pairs}


def _with(rows: Rows, cells: Mapping[int, BoxedCell]) -> Rows:
    return tuple(tuple(cells.get(id(cell), cell) for cell in row) for row in rows)


def _carried(rows: Rows, asked: Asked) -> Rows:
    """A table without its first row; the cells that reach below it begin in the next."""
    first, *others = _with(rows, _emptied(_cut_merged(asked)))
    long = [replace(cell, rows=cell.rows - 1) for cell in first if cell.rows > 1]
    if not any(others):
        return ()
    second = sorted([*long, *others[0]], key=lambda cell: cell.box[0])
    return (tuple(second), *others[1:])
