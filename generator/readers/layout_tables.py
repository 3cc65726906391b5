"""Which tables of a page only place things beside each other, and so hold no rows of data."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from generator.readers.walk import BLOCKS, CELLS, TEXT, walk

# A cell of prose has this many lines and characters; a label that is set upright has only lines.
_MANY_LINES = 5
_MANY_CHARACTERS = 300


@dataclass(slots=True)
class _Open:
    """A table while the walk is in it."""

    id: int
    cells: int = 0
    widest: int = 0
    lines: int = 0
    characters: int = 0
    prose: bool = False

    def end_row(self) -> None:
        self.widest = max(self.widest, self.cells)
        self.cells = 0

    def start_cell(self) -> None:
        self.cells += 1
        self.lines = self.characters = 0

    def end_cell(self) -> None:
        self.prose |= self.lines >= _MANY_LINES and self.characters >= _MANY_CHARACTERS


def layout_tables(root: LexborNode, *, hidden: bool) -> frozenset[int]:
    """The ids of tables that hold other tables, prose, or never two cells in a row."""
    found: set[int] = set()
    tables: list[_Open] = []
    for node, entered in walk(root, hidden=hidden):
        tag = node.tag or ""
        if tag == "table" and entered:
            found.update(table.id for table in tables[-1:])
            tables.append(_Open(node.mem_id))
        elif tag == "table":
            table = tables.pop()
            if table.prose or table.widest < 2:
                found.add(table.id)
        elif tables:
            _note(tables[-1], tag, node, entered)
    return frozenset(found)


def _note(table: _Open, tag: str, node: LexborNode, entered: bool) -> None:
    if tag == TEXT and entered:
        table.characters += len((node.text_content or "").strip())
    elif tag in CELLS:
        (table.start_cell if entered else table.end_cell)()
    elif tag == "tr" and not entered:
        table.end_row()
    elif entered and (tag == "br" or tag in BLOCKS):
        table.lines += 1
