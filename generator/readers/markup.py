"""HTML → lines, grids and pictures; what Word files become on their way passes here as well."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import PICTURE, Document
from generator.readers.joining import BREAK, HARD_SPACE, cell_of, flowed, line_of
from generator.readers.layout_tables import layout_tables
from generator.readers.pictures import is_chrome, is_content
from generator.readers.tables import WIDEST, Grid, SourceCell, SourceTable, span
from generator.readers.walk import BLOCKS, CELLS, TEXT, walk
from generator.regex import regex

_RAISED = frozenset({"sup", "sub"})
_RAISING = regex(r"vertical-align\s*:\s*(?:super|sub)", re.IGNORECASE)
_AS_BLOCK = regex(r"(?<![\w-])display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_NOT_SHOWN = frozenset({"hidden", "button", "submit", "reset", "image", "checkbox", "radio"})
# The number of a note behind a number is no digit of it.
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def extract(html: str, encoding: str, *, verbatim: bool = False) -> Document:
    """The visible text of a page; when all of it is hidden (until a script runs), the hidden text.

    `verbatim`: white space is meant as it stands, as in a Word file.
    """
    parser = LexborHTMLParser(html)
    root = parser.root
    if root is None:
        return Document((), encoding=encoding)
    page = _read(root, verbatim, hidden=False)
    if not page.lines:
        page = _read(root, verbatim, hidden=True)
    title = parser.css_first("head > title")
    if title is not None:
        page.put_title(line_of([flowed(title.text())]))
    grids, pictures = tuple(page.grids), frozenset(page.pictures)
    return Document(tuple(page.lines), grids, pictures, encoding, html.count("\ufffd"))


def _read(root: LexborNode, verbatim: bool, hidden: bool) -> "_Page":
    page = _Page(verbatim, layout_tables(root, hidden=hidden))
    for node, entered in walk(root, hidden=hidden):
        if entered:
            page.enter(node)
        else:
            page.leave(node)
    page.end_line()
    return page


@dataclass(slots=True)
class _Page:
    """What was read so far, and the line, cell, row and table that are still open."""

    verbatim: bool
    layout: frozenset[int]
    lines: list[str] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    pictures: set[int] = field(default_factory=set)
    pieces: list[str] = field(default_factory=list)
    table: SourceTable | None = None
    row: list[SourceCell] = field(default_factory=list)
    in_cell: bool = False
    kept_blanks: int = 0  # how many <pre> are open
    chrome: int = 0  # how many headers, menus and the like are open
    raised: int = 0  # how many superscripts and subscripts are open

    def enter(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == TEXT:
            self._add(node.text_content or "")
        elif tag == "img":
            self._picture(node)
        elif tag == "br":
            self._break()
        elif tag == "input":
            self._add(_typed_in(node) if self.in_cell else "")
        else:
            self._open(node, tag or "")

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BLOCKS:
            self._close(node, tag)
        elif _is_styled(node, _AS_BLOCK):
            self._break()
        self.chrome -= is_chrome(node)
        self.raised -= _is_raised(node)

    def end_line(self) -> None:
        """What was gathered is a line, if any of it is seen.

        A hard space alone is a line too: where cells are paragraphs, it stands for a blank one.
        """
        line = line_of(self.pieces)
        blank = not line and any(HARD_SPACE in piece for piece in self.pieces)
        self.pieces.clear()
        if line or (blank and self.table is None):
            self.lines.append(line or HARD_SPACE)

    def put_title(self, title: str) -> None:
        """The page's title becomes the first line when the text does not say it."""
        name = title
        for mark in ("_", "|", "-", "—"):
            name = name.split(mark)[0].strip()
        if title and not any(name in line for line in self.lines):
            self.lines.insert(0, title)
            self.pictures = {number + 1 for number in self.pictures}
            self.grids = [_one_down(grid) for grid in self.grids]

    def _open(self, node: LexborNode, tag: str) -> None:
        self.chrome += is_chrome(node)
        self.raised += _is_raised(node)
        if tag not in BLOCKS:
            if _is_styled(node, _AS_BLOCK):
                self._break()
            return
        self._break()
        self.kept_blanks += tag == "pre"
        if tag == "table" and node.mem_id not in self.layout:
            self.table = SourceTable()
        elif self.table is not None and tag in CELLS:
            self.end_line()
            self.in_cell = True
        elif self.table is not None and tag == "tr":
            self.row = []

    def _close(self, node: LexborNode, tag: str) -> None:
        self.kept_blanks -= tag == "pre"
        if self.table is None or tag not in {"table", "tr", "td", "th"}:
            self._break()
        elif tag in CELLS:
            self._end_cell(node)
        elif tag == "tr":
            self._end_row(node, self.table)
        else:
            self.grids += filter(None, [self.table.grid()])
            self.table = None

    def _end_cell(self, node: LexborNode) -> None:
        attributes = node.attributes
        self.row.append(
            SourceCell(
                cell_of(self.pieces),
                min(span(attributes.get("colspan")), WIDEST),
                span(attributes.get("rowspan"), zero=0),
            )
        )
        self.pieces.clear()
        self.in_cell = False

    def _end_row(self, node: LexborNode, table: SourceTable) -> None:
        self.end_line()
        texts = [cell.text for cell in self.row]
        if texts:
            self.lines.append(" | ".join(texts))
        if PICTURE in texts and not "".join(texts).replace(PICTURE, ""):
            self.pictures.add(len(self.lines))
        parent = node.parent
        table.add(self.row, len(self.lines), parent.mem_id if parent is not None else 0)
        self.row = []

    def _add(self, text: str) -> None:
        text = text.translate(_SUPERSCRIPT) if self.raised else text
        if self.kept_blanks:
            self._add_lines(text)
        else:
            self.pieces.append(text.replace("\n", " ") if self.verbatim else flowed(text))

    def _add_lines(self, text: str) -> None:
        for number, line in enumerate(text.splitlines()):
            if number:
                self._break()
            self.pieces.append(line)

    def _break(self) -> None:
        if self.in_cell:
            self.pieces.append(BREAK)
        else:
            self.end_line()

    def _picture(self, node: LexborNode) -> None:
        if self.chrome or not is_content(node):
            return
        self._break()
        self.pieces.append(PICTURE)
        self._break()
        if not self.in_cell:
            self.pictures.add(len(self.lines))


def _is_styled(node: LexborNode, style: re.Pattern[str]) -> bool:
    return node.tag != TEXT and style.search(node.attributes.get("style") or "") is not None


def _is_raised(node: LexborNode) -> bool:
    return node.tag in _RAISED or _is_styled(node, _RAISING)


def _typed_in(node: LexborNode) -> str:
    """What stands in a field of a form, as where a table is shown as it was filled in."""
    shown = (node.attributes.get("type") or "").lower() not in _NOT_SHOWN
    return (node.attributes.get("value") or "") if shown else ""


def _one_down(grid: Grid) -> Grid:
    return tuple(
        tuple(type(cell)(cell.text, cell.line + 1, cell.columns, cell.rows) for cell in row)
        for row in grid
    )
