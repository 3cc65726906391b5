"""A document as rows of cells, by how its text is laid out.

A row is *firm* when its own marks say where its cells are, the blank ones too: the rows of a marked
table, rows parted by pipes or tabs, and the cells that start with a tab, as tables copied from
Word do. Any other line is *loose*: what is a cell in it, and which cells are one row, is found out
with the form's labels (`generator.parse.stream`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.model import Document, GridCell
from generator.parse.spare import without_spare_columns
from generator.parse.text import PAGE_NUMBER, cleaned, cleaner, numbering
from generator.regex import regex

_NUMBER = regex(r"^\s*[-+]?(?:\d[\d,]*(?:\.\d+)?)?\s*$")  # `1.` is the start of a label
_PIPES = "|｜│┃¦"
_PIPE = regex(f"[{_PIPES}]")
_RULE = regex(r"[\s|｜│┃¦:=+\-—─━┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬═]*")
_MARKUP = regex(r"</?[a-zA-Z][^<>]{0,200}>|\*{1,3}|\\(?=[!-/:-@\[-`{-~])")
_SIGNS_OF_MARKUP = regex(r"[<*\\]")
_PADS = regex(r"\s*[|｜]\s*[|｜][|｜\s]*")
_DRAWN = regex(r"[├┼┬┴┌┐└┘╔╠╬╚]|\+[-=]{2,}")
_TAB = regex("\t")
_ROW_END = 4  # empty lines
_LONGEST_ROW = 40  # cells
_NEARLY_ALL = 0.9
_FEW_PIPES = 5


@dataclass(slots=True)
class Row:
    """Cells that stand in one row, or one loose line of text; an empty line has no cells.

    A firm row is `marked` when the source itself has it in a table; `further` are the lines on
    which its cells go on, `filled` the cells in which something stands, `worded` the texts of those
    that hold more than digits: the words that the form's labels are looked up for.
    """

    cells: tuple[GridCell, ...]
    firm: bool
    line: int
    marked: bool = False
    further: frozenset[int] = frozenset()
    filled: tuple[GridCell, ...] = field(init=False)
    worded: tuple[str, ...] = field(init=False)

    @property
    def lines(self) -> frozenset[int]:
        """The lines on which it stands."""
        return self.further.union([cell.line for cell in self.cells])

    def __post_init__(self) -> None:
        if not self.cells:
            self.filled, self.worded = (), ()
            return
        filled = [cell for cell in self.cells if cell.text and not cell.text.isspace()]
        self.filled = tuple(filled)
        self.worded = tuple([cell.text for cell in filled if not cell.text.isdecimal()])


def rows_of(document: Document) -> list[Row]:
    """All rows in reading order, whether marked as tables, laid out as such, or plain lines."""
    lines = list(enumerate(document.lines, start=1))
    marked = {row[0].line: row for grid in document.grids for row in without_spare_columns(grid)}
    if not marked:
        return list(_text_rows(lines))
    lines = [(number, "" if number in marked else line) for number, line in lines]
    rows = [row for row in _text_rows(lines) if row.line not in marked]
    rows += [Row(_stripped(row), True, line, True) for line, row in marked.items()]
    return sorted(rows, key=lambda row: row.line)


def _stripped(cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    return tuple(GridCell(plain(cell.text), cell.line, cell.columns, cell.rows) for cell in cells)


def plain(text: str) -> str:
    """The text of a cell without what a conversion left in it and without outer white space."""
    return _without_markup(cleaned(text)).strip()


def _without_markup(text: str) -> str:
    return _MARKUP.sub("", text) if _SIGNS_OF_MARKUP.search(text) else text


def _text_rows(lines: list[tuple[int, str]]) -> Iterator[Row]:
    text = "".join([line for _, line in lines])
    if any(pipe in text for pipe in _PIPES) and _have_pipes(lines):
        whole = sum(len(_PIPE.split(line.strip(" |"))) > 3 for _, line in lines)
        yield from (_piped_lines(lines) if whole >= _FEW_PIPES else _separated_cells(lines, _PIPE))
    elif (tabbed := [line for _, line in lines if "\t" in line]) and _tabs_alone(lines):
        yield from _separated_cells(lines, _TAB)
    elif tabbed and _start_with_tabs(tabbed):
        yield from (_tab_rows(lines, cleaner(text)) if _rows_end(lines) else map(_tab_cell, lines))
    else:
        for number, line in lines:
            if not _is_markup(line):
                yield from _line_rows(number, line)


def _have_pipes(lines: list[tuple[int, str]]) -> bool:
    return sum(bool(_PIPE.search(line)) for _, line in lines) >= _FEW_PIPES


def _line_rows(number: int, line: str) -> Iterator[Row]:
    """A line by itself: parted by tabs it is firm, unless its last cell stands on the next lines.

    So labels are copied from a page whose other cells are paragraphs, an empty line between them.
    """
    if line.endswith("\t") and all(map(_is_word, line[:-1].split("\t"))):
        yield _loose(number, line)
        yield Row((), firm=False, line=number)
    elif "\t" in line.strip() or (line.startswith("\t") and line.strip()):
        cells = tuple(GridCell(plain(part), number) for part in line.rstrip("\r\n").split("\t"))
        yield Row(cells, firm=len(cells) > 1, line=number)
    else:
        yield _loose(number, line)


def _is_number(part: str) -> bool:
    return part.strip()[-1:].isdigit() and _NUMBER.match(part) is not None


def _is_word(part: str) -> bool:
    return bool(part.strip()) and not _NUMBER.match(part)


def _is_markup(line: str) -> bool:
    """Whether nothing but tags stands on a line: it is no blank cell."""
    return bool(line.strip()) and not _without_markup(line).strip()


def _loose(number: int, line: str) -> Row:
    if not line:
        return Row((), firm=False, line=number)
    return Row((GridCell(_without_markup(cleaned(line)), number),), firm=False, line=number)


def _piped_lines(lines: list[tuple[int, str]]) -> Iterator[Row]:
    """Every line with pipes is a row; the pipes at both ends of it close it and part nothing.

    In a drawn table, whose rows are parted by lines with corners, a row may have several lines.
    """
    drawn = sum(bool(_DRAWN.search(line)) for _, line in lines) >= _FEW_PIPES
    closed = _are_closed(lines)
    above: Row | None = None
    for number, line in lines:
        row = _piped_line(number, line, closed=closed)
        if drawn and row and row.firm and above and len(above.cells) == len(row.cells):
            above = _joined(above, row)
            continue
        if above:
            yield above
        above = row if drawn and row and row.firm else None
        if row and not above:
            yield row
    if above:
        yield above


def _are_closed(lines: list[tuple[int, str]]) -> bool:
    """Whether a pipe ends every row, so that nothing stands behind it, not even a blank cell."""
    rows = [line.strip() for _, line in lines if len(_PIPE.findall(line)) >= _FEW_PIPES]
    return sum(bool(_PIPE.match(row[-1])) for row in rows) >= _NEARLY_ALL * len(rows)


def _piped_line(number: int, line: str, *, closed: bool) -> Row | None:
    if _DRAWN.search(line) or (_RULE.fullmatch(line) and set(line) - set("| \t")):
        return None if line.strip() else _loose(number, line)
    if not _PIPE.search(line):
        return _loose(number, line)
    parts = [plain(part) for part in _PIPE.split(line.strip())]
    first = 1 if not parts[0] else 0
    last = len(parts) - 1 if closed and not parts[-1] else len(parts)
    cells = tuple(GridCell(part, number) for part in parts[first:last])
    return Row(cells, firm=True, line=number) if cells else None


def _joined(above: Row, below: Row) -> Row:
    """Two lines of one row; each cell has the line where its text begins."""
    cells = tuple(
        GridCell(upper.text + lower.text, upper.line if upper.text else lower.line)
        for upper, lower in zip(above.cells, below.cells, strict=True)
    )
    return Row(cells, firm=True, line=above.line, further=above.further | {below.line})


def _separated_cells(lines: list[tuple[int, str]], mark: re.Pattern[str]) -> Iterator[Row]:
    """Cells that stand one to a line, parted by marks: a mark behind a mark ends a blank one.

    Several pipes alone on a line are what merged cells leave at the end of a row, and no cells;
    several empty lines end a row, so that its last cell may be blank.
    """
    filled, empty = True, 0  # whether something stood since the last mark, and empty lines since
    for number, line in lines:
        empty = 0 if line else empty + 1
        if empty == _ROW_END and not filled:
            yield Row((GridCell("", number),), firm=False, line=number)
            filled = True
        if _PADS.fullmatch(line):
            continue
        for place, part in enumerate(mark.split(line)):
            if place and not filled:
                yield Row((GridCell("", number),), firm=False, line=number)
            filled = filled and not place
            if plain(part):
                filled = True
                yield Row((GridCell(plain(part), number),), firm=False, line=number)


def _tabs_alone(lines: list[tuple[int, str]]) -> bool:
    """Whether tabs stand on lines of their own, as where cells that hold paragraphs are copied.

    Where numbers have lines of their own (more than the pages have numbers), other tabs may stand
    beside words, but not beside numbers.
    """
    tabbed = [line for _, line in lines if "\t" in line]
    alone = [line.strip(" ") for line in tabbed].count("\t")
    if alone < _FEW_PIPES:
        return False
    if 4 * sum("\t" not in line and _is_number(line) for _, line in lines) < alone:
        return sum(not line.isspace() for line in tabbed) < _FEW_PIPES
    return sum(any(map(_is_number, line.split("\t"))) for line in tabbed) < _FEW_PIPES


def _start_with_tabs(tabbed: list[str]) -> bool:
    """Whether cells start with a tab and none is parted by one, as in tables copied from Word."""
    starting = [line[0] for line in tabbed].count("\t")
    parted = [line for line in tabbed if line.rfind("\t") > 0 and "\t" in line.strip()]
    return starting > 3 * len(parted) and starting >= _FEW_PIPES


def _rows_end(lines: list[tuple[int, str]]) -> bool:
    """Whether something parts the rows of cells that start with a tab."""
    starts = "".join([line[:1] or " " for _, line in lines])
    return "\t" * (_LONGEST_ROW + 1) not in starts


def _tab_cell(numbered: tuple[int, str]) -> Row:
    """A cell by itself, where nothing parts the rows; it may be blank."""
    number, line = numbered
    if not line.startswith("\t"):
        return _loose(number, line)
    return Row((GridCell(cleaned(line).strip(), number),), firm=False, line=number)


def _tab_rows(lines: list[tuple[int, str]], clean: Callable[[str], str]) -> Iterator[Row]:
    """Every cell starts a line with a tab, a line without one continues the cell above it
    (`商业` / `企业`), a blank line ends the row."""
    row: list[GridCell] = []
    further: set[int] = set()
    for number, original in lines:
        if original[:1] == "\t":
            row.append(GridCell(clean(original).strip(), number))
            continue
        text = original.strip() if row else ""
        if text and _is_page_number(text):
            further.add(number)
        elif text and continues(row[-1].text, clean(original)):
            row[-1] = GridCell(row[-1].text + clean(original).strip(), row[-1].line)
            further.add(number)
        else:
            if row:
                yield _tab_row(row, further)
                row, further = [], set()
            yield _loose(number, original)
    if row:
        yield _tab_row(row, further)


def _is_page_number(line: str) -> bool:
    """Whether a line without a tab, amid those with one, is the number of a page."""
    return bool(PAGE_NUMBER.fullmatch(line)) or line.isdecimal()


def _tab_row(cells: list[GridCell], further: set[int]) -> Row:
    return Row(tuple(cells), firm=True, line=cells[0].line, further=frozenset(further))


def continues(cell: str, line: str) -> bool:
    """Whether an untabbed line goes on with the cell above: words follow words, no heading does."""
    return not _NUMBER.match(cell) and not numbering(line)
