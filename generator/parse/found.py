"""What was found of the three tables while the rows of a document go by."""

from dataclasses import dataclass, field

from generator.form import TableKey
from generator.model import GridCell
from generator.parse.layout import Row

Cells = tuple[GridCell, ...]


@dataclass(slots=True)
class FoundRow:
    """A row by its key ("" when nothing names it): its label and all cells behind it.

    `row` is the row as it stood; `group` says that the label is that of a group of rows,
    `unknown` that words stand before the values which the form does not have. It is `firm` when
    marks of its own say where its cells are; `filled` counts the values that hold something, and
    `of_digits` says that nothing but digits and blanks stands in them, as in most rows.
    """

    key: str
    label: GridCell
    values: Cells
    row: Row
    group: bool = False
    unknown: bool = False
    firm: bool = field(init=False)
    filled: int = field(init=False)
    of_digits: bool = field(init=False)

    def __post_init__(self) -> None:
        texts = [value.text for value in self.values]
        text = "".join(texts)
        self.firm = self.row.firm
        self.filled = len(texts) - texts.count("")
        self.of_digits = not text or (text.isdecimal() and text.isascii())


@dataclass(slots=True)
class TableTraits:
    """What one table tells of the layout of all: table B, whose sums and rows show the most.

    Values are `glued` together, or `cut` by spaces within numbers; labels and values are
    `scrambled`; blank lines are blank cells (`blanks_show`); the form was not filled in (`blank`);
    rows have cells beyond their columns (`padded`).
    """

    glued: bool = False
    cut: bool = False
    scrambled: bool = False
    blanks_show: bool = False
    blank: bool = False
    padded: bool = False


@dataclass(slots=True)
class FoundTable:
    """What was found of one table: headings, rows as they stand, and the rows by key.

    `repeated` counts rows that were met again, `doubtful` are the keys of those with other values;
    `shifted` says that a blank cell before the values was left out, `misfit` that the values are
    not as many as the columns, `foreign` that the columns are not those of the form, `pieced` that
    their headings are not all whole; `units` are
    the units of money named anywhere in it; `empty` is a row of blank cells that may hold the
    values.
    """

    key: TableKey
    told: TableTraits = field(default_factory=TableTraits)
    line: int | None = None
    headings: dict[str, GridCell] = field(default_factory=dict)
    listed: list[FoundRow] = field(default_factory=list)
    rows: dict[str, FoundRow] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    repeated: int = 0
    doubtful: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    shifted: bool = False
    misfit: bool = False
    foreign: bool = False
    pieced: bool = False
    empty: Row | None = None


def blank_outside(cells: Cells, width: int) -> list[int]:
    """Where the values of a row may begin, so that nothing but blanks is left out."""
    filled = [place for place, cell in enumerate(cells) if cell.text]
    first, last = (filled[0], filled[-1]) if filled else (len(cells), -1)
    most = len(cells) - width
    return list(range(max(0, last - width + 1), min(first, most) + 1))
