"""The official tables as printed, walked from the form, every value linked to its line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import chain

from generator import form
from generator.bilingual import Lang
from generator.form import Block, Edition, Item, Table, TableKey
from generator.fragments.visible import visible
from generator.model import ABSENT, Reading, Report, Status

AtLine = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class CellWords:
    """The words of a table that the form does not give, in one language."""

    lang: Lang
    blank: str
    absent: str


@dataclass(frozen=True, slots=True)
class Flag:
    """The mark on a cell of a sum that does not add up, leading to its finding."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What the page of a report puts to its cells: flags, the addresses of their lines, and those
    cells ready made that need neither words nor another page.
    """

    flags: Mapping[str, Flag]
    at_line: AtLine
    plain: Mapping[str, str]


def plain_cells(report: Report) -> dict[str, str]:
    """The cells with a plain number, which nearly all have, from their class on, by address: in
    any language, where the line that they lead to is on the same page.
    """
    return {
        address: f'{"" if value else _ZERO}><a href="#L{line}">{raw}</a></td>'
        for address, (status, value, raw, line, _) in report.cells.items()
        if line is not None and status is Status.REPORTED and raw.isalnum()
    }


_ZERO = ' class="zero"'


def official_table(report: Report, key: TableKey, marks: Marks, words: CellWords) -> str:
    """The rows of one table of a report (`<thead>` and `<tbody>`, without `<table>`)."""
    cells, flags = marks.plain, marks.flags
    tops, addresses, end = _openings(key, report.tables[key].edition, words.lang)
    others = [address for address in addresses if address not in cells or address in flags]
    if others:
        cells = dict(cells)
        for one in others:
            reading = report.cells.get(one, ABSENT)
            cells[one] = _rest(reading, words, flags.get(one), marks.at_line)
    shown = map(cells.__getitem__, addresses)
    return "".join(chain.from_iterable(zip(tops, shown, strict=True))) + end


def _rest(reading: Reading, words: CellWords, flag: Flag | None, at_line: AtLine) -> str:
    """A cell from its class on."""
    status = reading.status
    kind = "" if status is Status.REPORTED else status.value
    if reading.value == 0:
        kind = "zero"
    if flag:
        kind = "broken"
    if status is Status.BLANK:
        shown = words.blank
    elif status is Status.ABSENT:
        shown = words.absent
    else:
        shown = visible(reading.raw)
    if reading.line is not None:
        shown = f'<a href="{at_line(reading.line)}">{shown}</a>'
    if flag:
        shown += f'<a class="flag" href="{flag.href}" aria-label="{escape(flag.label)}">●</a>'
    return f' class="{kind}">{shown}</td>' if kind else f">{shown}</td>"


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a cell goes; `start` is its opening tag up to the class."""

    address: str
    start: str


@cache
def _openings(key: TableKey, edition: Edition, lang: Lang) -> tuple[list[str], list[str], str]:
    """All that stands before the class of each cell, its address, and the end of the table."""
    tops: list[str] = []
    addresses: list[str] = []
    before = ""
    for piece in _skeleton(key, edition, lang):
        if isinstance(piece, str):
            before += piece
        else:
            tops.append(before + piece.start)
            addresses.append(piece.address)
            before = ""
    return tops, addresses, before


def _skeleton(key: TableKey, edition: Edition, lang: Lang) -> Iterator["str | _Slot"]:
    """Everything of a table that is the same for all reports, with slots for the cells."""
    table = form.FORM[key, edition]
    if table.side_by_side:
        yield from _side_by_side(table, lang)
    elif len(table.blocks) > 1:
        for block in table.blocks:
            yield from _block(table, block, lang)
    else:
        yield from _tree(table, lang)


def _slot(table: Table, row: Item, column: Item, span: int = 1) -> _Slot:
    address = f"{table.key}.{row.key}.{column.key}"
    wide = f' colspan="{span}"' if span > 1 else ""
    return _Slot(address, f'<td id="{address}"{wide}')


def _label(item: Item, lang: Lang) -> str:
    return escape(item.label if lang == "zh" else item.en)


def _block(table: Table, block: Block, lang: Lang) -> Iterator["str | _Slot"]:
    """One block of table A: its article, its column headings, its rows, padded to equal width."""
    width = max(len(other.column_leaves()) for other in table.blocks)
    columns = block.column_leaves()
    spans = [width // len(columns)] * len(columns)
    spans[-1] += width - sum(spans)
    yield "<tbody>"
    if block.heading:
        heading = escape(block.heading.in_(lang))
        yield f'<tr class="article"><th scope="rowgroup" colspan="{width + 1}">{heading}</th></tr>'
    yield f'<tr class="heads"><th scope="col">{escape(form.CONTENT_HEADING.in_(lang))}</th>'
    for column, span in zip(columns, spans, strict=True):
        wide = f' colspan="{span}"' if span > 1 else ""
        yield f'<th scope="col"{wide}>{_label(column, lang)}</th>'
    yield "</tr>"
    for row in block.row_leaves():
        yield f'<tr><th scope="row">{_label(row, lang)}</th>'
        for column, span in zip(columns, spans, strict=True):
            yield _slot(table, row, column, span)
        yield "</tr>"
    yield "</tbody>"


def _depth(items: tuple[Item, ...]) -> int:
    return 1 + max((_depth(item.children) for item in items if item.children), default=0)


def _column_heads(columns: tuple[Item, ...], lang: Lang, above: int) -> Iterator[list[str]]:
    """The rows of column headings; `above` is how many rows lead the way down to the leaves."""
    row: list[str] = []
    below: tuple[Item, ...] = ()
    for column in columns:
        if column.children:
            scope = f'scope="colgroup" colspan="{column.width()}"'
            below += column.children
        else:
            scope = 'scope="col"' + (f' rowspan="{above}"' if above > 1 else "")
        row.append(f"<th {scope}>{_label(column, lang)}</th>")
    yield row
    if below:
        yield from _column_heads(below, lang, above - 1)


def _tree(table: Table, lang: Lang) -> Iterator["str | _Slot"]:
    """Table B: rows in up to three levels of labels, columns below their common heading."""
    block = table.blocks[0]
    depth, heads = _depth(block.rows), _depth(block.columns)
    note = escape(table.note.in_(lang)) if table.note else ""
    applicants = escape(form.APPLICANT_HEADING.in_(lang))
    columns = block.column_leaves()
    yield f'<thead><tr><td class="corner" rowspan="{heads + 1}" colspan="{depth}">{note}</td>'
    yield f'<th scope="colgroup" colspan="{len(columns)}">{applicants}</th></tr>'
    for row in _column_heads(block.columns, lang, heads):
        yield f"<tr>{''.join(row)}</tr>"
    yield "</thead>"
    for item in block.rows:
        yield "<tbody>"
        yield from _rows(table, item, "<tr>", depth, lang)
        yield "</tbody>"


def _rows(table: Table, item: Item, opened: str, depth: int, lang: Lang) -> Iterator["str | _Slot"]:
    """The rows at or below an item; `opened` holds the labels of its parents' first row."""
    label = _label(item, lang)
    if item.children:
        span = f' rowspan="{item.width()}"'
        opened += f'<th scope="rowgroup"{span} class="group">{label}</th>'
        for child in item.children:
            yield from _rows(table, child, opened, depth - 1, lang)
            opened = "<tr>"
        return
    span = f' colspan="{depth}"' if depth > 1 else ""
    yield f'{opened}<th scope="row"{span}>{label}</th>'
    for column in table.blocks[0].column_leaves():
        yield _slot(table, item, column)
    yield "</tr>"


def _side_by_side(table: Table, lang: Lang) -> Iterator["str | _Slot"]:
    """Table C: the groups of cases beside each other, their results below, one row of values."""
    block = table.blocks[0]
    results = block.column_leaves()
    heads = _depth(block.rows)
    yield "<thead>"
    for row in _group_heads(block.rows, len(results), heads, lang):
        yield f"<tr>{''.join(row)}</tr>"
    heading = "".join(f'<th scope="col">{_label(result, lang)}</th>' for result in results)
    yield f"<tr>{heading * len(block.row_leaves())}</tr></thead><tbody><tr>"
    for group in block.row_leaves():
        for result in results:
            yield _slot(table, group, result)
    yield "</tr></tbody>"


def _group_heads(
    groups: tuple[Item, ...], width: int, above: int, lang: Lang
) -> Iterator[list[str]]:
    row: list[str] = []
    below: tuple[Item, ...] = ()
    for group in groups:
        below += group.children
        tall = f' rowspan="{above}"' if above > 1 and not group.children else ""
        span = group.width() * width
        row.append(f'<th scope="colgroup" colspan="{span}"{tall}>{_label(group, lang)}</th>')
    yield row
    if below:
        yield from _group_heads(below, width, above - 1, lang)
