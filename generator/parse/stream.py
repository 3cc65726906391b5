"""Loose lines of a table → rows: the form's labels say where a row begins.

Values stand behind their label, one to a line or several; what is not a value is a label, a
heading, a piece of either, or unknown. Unknown text begins a row of its own, so that its values
never join the row above.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from generator import form
from generator.form import TableKey
from generator.model import GridCell
from generator.parse import labels
from generator.parse.layout import Row
from generator.parse.text import PAGE_NUMBER, numbering
from generator.regex import regex

_VALUE = r"(?:[-+−]?\d[\d,]*(?:\.\d+)?(?:[万亿]元?|[元件条项宗个次份起])?|[增减]\s?\d+|[-—–/]+|无)"
_NOTED = regex(rf"{_VALUE}(?:\s?件)?\s*(?:[(（][^()（）]*[)）])?")
# Where a number should stand, in words: it is a cell of its row, though none that can be read.
_NUMBER_IN_WORDS = regex(
    r"[约近超逾共计]{0,2}(?:[\d,.]+|[零〇一二两三四五六七八九十百千万亿]+)[余多]?[万亿]?"
    r"[年元件条项宗个次份起人]?(?:左右|以上|以内)?"
)
_ONLY_VALUES = regex(rf"{_VALUE}(?:\s+{_VALUE})*")
_ENDS_IN_VALUES = regex(
    rf"(?P<text>.*?[^\d\s.,，](?:[.,，]+|\d*))\s+(?P<values>{_VALUE}(?:\s+{_VALUE})*)"
)
_GAP = regex(r"\s{2,}|\t")
_RULE = regex(r"[-=—_─━\s]{6,}")
_GLUED = regex(r"(?P<text>.*[^\d\s.,，])(?P<digits>\d{2,}|\d)")
_UNIT = regex(r"[(（]?\s*(?:单位)?\s*[:：]?\s*[十百千万亿]*元?\s*[)）]?")
_COLUMN = regex(
    r"(?:上|去|本|今|\d{4})年?.{0,8}(?:[数量额]|总计|合计)|备\s*注|[合小累共]\s*计|总数"
)
_LONGEST_LINE = 2_000
_NO_SLIP = 2  # labels that agree
_LONGEST_LABEL = 5  # lines that a label may be broken into


class PieceKind(Enum):
    TEXT = "text"
    VALUE = "value"
    BLANK = "blank"


class Piece(NamedTuple):
    """A label, a value or a blank cell with its line."""

    kind: PieceKind
    text: str
    line: int

    @property
    def cell(self) -> GridCell:
        """The piece as a cell of a row."""
        return GridCell(self.text, self.line)


def grouped(rows: Iterable[Row], table: TableKey, gap: int | None) -> list[Row]:
    """The rows of a table with its loose lines joined to rows; firm rows stay as they are.

    `gap` is the document's `cell_gap`.
    """
    found: list[Row] = []
    loose: list[Row] = []
    for row in rows:
        if not row.firm:
            loose.append(row)
            continue
        if loose:
            found += _joined(loose, table, gap)
            loose = []
        found.append(row)
    return found + _joined(loose, table, gap)


def _joined(loose: Sequence[Row], table: TableKey, gap: int | None) -> list[Row]:
    """The rows that loose lines make; where nothing stands on any of them, none."""
    if not any(row.filled for row in loose):
        return []
    return _Cutter(table).cut(pieces(loose, gap))


def pieces(rows: Sequence[Row], gap: int | None) -> list[Piece]:
    """The pieces of loose lines, blank cells among them where blank lines show them."""
    found: list[Piece] = []
    empty: list[Row] = []
    for row in rows:
        own = _of_line(row) if row.filled else []
        if not own:
            empty += [row] if not row.filled else []  # a page number is no blank cell
            continue
        found += [Piece(PieceKind.BLANK, "", one.line) for one in _blank_cells(empty, gap)]
        found += own
        empty = []
    found += [Piece(PieceKind.BLANK, "", one.line) for one in _blank_cells(empty, gap)]
    return list(_without_broken_words(found))


def _without_broken_words(found: Sequence[Piece]) -> Iterator[Piece]:
    """`无` is a value, but not where a label is printed a character to a line."""
    for piece, below in zip_longest(found, found[1:]):
        broken = below and below.kind is PieceKind.TEXT and len(below.text) == 1
        is_text = piece.kind is PieceKind.VALUE and piece.text == "无" and broken
        yield piece._replace(kind=PieceKind.TEXT) if is_text else piece


def _of_line(row: Row) -> list[Piece]:
    text = row.cells[0].text.strip() if row.cells else ""
    return [Piece(kind, part, row.line) for kind, part in _parts(text)]


@lru_cache(maxsize=labels.KEPT)
def _parts(text: str) -> tuple[tuple[PieceKind, str], ...]:
    """The labels and values that a line holds."""
    if not text or PAGE_NUMBER.fullmatch(text) or _RULE.fullmatch(text):
        return ()
    if len(text) > _LONGEST_LINE:
        return ((PieceKind.TEXT, text),)
    found: list[tuple[PieceKind, str]] = []
    for chunk in _GAP.split(text):
        if _NOTED.fullmatch(chunk) or _is_number_in_words(chunk):
            found.append((PieceKind.VALUE, chunk))
            continue
        words, values = _parted(chunk)
        found += [
            (PieceKind.TEXT, part.strip()) for part in (labels.parted(words) if words else ())
        ]
        found += [(PieceKind.VALUE, value) for value in values.split()]
    return tuple(found)


def _is_number_in_words(chunk: str) -> bool:
    pieces_of_labels = (labels.is_fragment(chunk, table) for table in form.TABLE_KEYS)
    return bool(_NUMBER_IN_WORDS.fullmatch(chunk)) and not any(pieces_of_labels)


def _parted(chunk: str) -> tuple[str, str]:
    """The words that a chunk begins with and the values it ends in, also where none parts them."""
    if _ONLY_VALUES.fullmatch(chunk):
        return "", chunk
    ending = _ENDS_IN_VALUES.fullmatch(chunk)
    words, values = (ending["text"], ending["values"]) if ending else (chunk, "")
    glued = _GLUED.fullmatch(words)
    if glued and labels.names_row(glued["text"]):
        return glued["text"], f"{glued['digits']} {values}"
    return words, values


def cell_gap(rows: Iterable[Row]) -> int | None:
    """How many empty lines part a label from its first cell, None when lines hold several cells.

    Only where every cell has a line of its own can an empty line be a blank cell. The least gap
    counts, if it is not a mere slip: behind others there may be blank cells.
    """
    gaps: Counter[int] = Counter()
    empty, labelled, values = 0, False, False
    for row in rows:
        if not row.cells:
            empty += 1
            continue
        own = _of_line(row) if row.filled and not row.firm else []
        values |= any(piece.kind is PieceKind.VALUE for piece in own)
        if len(own) > 1 and own[-1].kind is PieceKind.VALUE:
            return None
        space = not own and not row.filled
        if labelled and (space or (own and own[0].kind is PieceKind.VALUE)):
            gaps[empty] += 1
            labelled = False
        if own:
            labelled = own[-1].kind is PieceKind.TEXT
        empty = 0
    known = [gap for gap in gaps if gaps[gap] >= _NO_SLIP] or list(gaps)
    return min(known, default=None if values else 0)


def _blank_cells(empty: list[Row], gap: int | None) -> list[Row]:
    """Those of several empty lines that are blank cells; a line of white space is one for sure."""
    if gap is None:
        return []
    spaces = [row for row in empty if row.cells]
    if gap and spaces and len(spaces) < len(empty):
        return spaces
    count = (len(empty) - gap) // (gap + 1) if gap else len(empty)
    return empty[gap :: gap + 1][: max(count, 0)]


class _Cutter:
    """Cuts pieces into rows, from one label to the next."""

    def __init__(self, table: TableKey) -> None:
        self.table = table
        self.rows: list[Row] = []
        self.cells: list[GridCell] = []
        self.pieces: set[int] = set()  # the lines of what says nothing by itself
        self.heading = False  # whether the cells so far are headings of columns
        self.last = ""  # the key of the row above, to know short labels by their place

    def cut(self, found: Sequence[Piece]) -> list[Row]:
        """The rows, each beginning with its label where it has one."""
        place = 0
        while place < len(found):
            piece = found[place]
            if piece.kind is PieceKind.TEXT:
                place += self._text(found, place)
            else:
                self._value(piece)
                place += 1
        self._close()
        return self.rows

    def _close(self) -> None:
        if self.cells:
            line = self.cells[0].line
            self.rows.append(Row(tuple(self.cells), False, line, further=frozenset(self.pieces)))
        self.cells, self.heading, self.pieces = [], False, set()

    def _begin(self, text: str, line: int) -> None:
        self._close()
        self.cells = [GridCell(text, line)]

    def _value(self, piece: Piece) -> None:
        if self.heading:
            self._close()
        self.cells.append(piece.cell)

    def _text(self, found: Sequence[Piece], place: int) -> int:
        """Take a label, a heading or a piece of one; how many pieces it took."""
        piece = found[place]
        taken = self._label(found, place)
        if taken:
            return taken
        if labels.is_heading(piece.text, self.table) or (
            self.heading and _UNIT.fullmatch(piece.text)
        ):
            if not (self.heading or self._is_column()):
                self._close()
            self.cells.append(piece.cell)
            self.heading = True
        elif self.heading and _COLUMN.fullmatch(piece.text):
            self.cells.append(piece.cell)  # a column that the form does not have
        elif labels.is_group(piece.text, self.table) or not self._continues(piece.text):
            self._begin(piece.text, piece.line)
        elif self.heading and self.table == "requests" and labels.applicant(piece.text):
            self.cells.append(piece.cell)  # in its order among the columns
        else:
            self.pieces.add(piece.line)
        return 1

    def _is_column(self) -> bool:
        """Whether nothing but the name of a column that the form does not have stood before."""
        return len(self.cells) == 1 and _COLUMN.fullmatch(self.cells[0].text) is not None

    def _label(self, found: Sequence[Piece], place: int) -> int:
        """How many pieces make up the label of a row that stands here, 0 when there is none."""
        if self.table == "appeals":
            return 0
        text = ""
        for count, piece in enumerate(found[place : place + _LONGEST_LABEL], start=1):
            if piece.kind is not PieceKind.TEXT:
                break
            text += piece.text
            item = labels.row_at(text, self.table, "" if self.heading else self.last)
            if item:
                self._begin(text, found[place].line)
                self.pieces |= {one.line for one in found[place : place + count]}
                self.last = item.key
                return count
        item = labels.row_beginning(found[place].text, self.table)
        if item and item.key != self.last:
            self._begin(item.zh, found[place].line)
            self.last = item.key
            return 1
        return 0

    def _continues(self, text: str) -> bool:
        """Whether a text is a piece of a label or heading, and nothing by itself.

        Behind the values of a row a number begins another label.
        """
        if len(self.cells) > 1 and numbering(text):
            return False
        return all(labels.is_fragment(part, self.table) for part in text.split())
