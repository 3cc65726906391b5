"""Rows of a document → rows of the form's three tables.

A main heading or the headings of columns say which table begins; below them each row is recognised
by its label. Which of its cells are its values is settled in `generator.parse.arrangement`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from generator import form
from generator.form import TableKey
from generator.model import GridCell
from generator.parse import labels
from generator.parse.appeals import take_cases, take_side_by_side
from generator.parse.found import FoundTable, Told
from generator.parse.glued import main_headings
from generator.parse.layout import Row
from generator.parse.rows import take_row
from generator.parse.sections import heading_of
from generator.parse.stream import cell_gap, grouped
from generator.parse.text import bare, words
from generator.parse.title import is_title, squeezed

_MONEY = re.compile(r"(?:单位[:：]?|[(（])\s*([十百千万亿]*元)")
_COLUMN = re.compile(r"[数量额]|备注")  # how a column is named
_NOTE = 20  # characters: no column has so long a name
_MANY_ROWS = 5
_LONGEST_TITLE = 80
_YEAR = re.compile(r"20\d\d")
_FEW_HEADINGS = 2
_UNIT = re.compile(r"[(（]?(?:单位)?[:：]?\s*(?:万元|亿元|元)\s*[)）]?")
_SECTION_TABLES = {section.key: section.table for section in form.SECTIONS}


def read_tables(rows: Iterable[Row]) -> dict[TableKey, FoundTable]:
    """Sort the rows of a document under the three tables."""
    told = Told()
    found = {key: FoundTable(key, told) for key in form.TABLE_KEYS}
    parts = list(_parts(rows))
    gap = cell_gap(row for _, part in parts for row in part)
    for table, part in parts:
        for row in grouped(part, table, gap):
            _take(found[table], row)
    cases = found["appeals"]
    if not cases.rows and cases.empty:
        take_cases(cases, cases.empty)
    return found


def is_side_by_side(lines: Iterable[str]) -> bool:
    """Whether main headings stand twice on their lines: two reports, printed beside each other."""
    headings = main_headings()
    twice = 0
    for line in lines:
        first = headings.match(line.lstrip(" \t|#*"))
        if first:
            twice += len(set(found := [words(one) for one in headings.findall(line)])) < len(found)
    return twice >= _FEW_HEADINGS


def is_read_twice(tables: Iterable[FoundTable], lines: Iterable[str]) -> bool:
    """Whether another report stands below or beside the first: rows were met again.

    The same report printed twice is one; rows that differ, or titles of two years, tell it from
    two.
    """
    found = list(tables)
    if sum(table.repeated for table in found) < _MANY_ROWS:
        return False
    titles = [squeezed(line) for line in lines if len(line) < _LONGEST_TITLE]
    years = {year for title in titles if is_title(title) for year in _YEAR.findall(title)}
    return len(years) > 1 or any(table.doubtful for table in found)


def _parts(rows: Iterable[Row]) -> Iterator[tuple[TableKey, list[Row]]]:
    """The rows from where each table begins to the next heading.

    A table that has a section of its own is not looked for in sections of prose: other numbers
    stand there under the same words.
    """
    kept = list(rows)
    own = {_section(row) for row in kept}
    current: TableKey | None = None
    prose = False
    part: list[Row] = []
    for row in kept:
        section = _section(row)
        begins = heads(row) if section is None else section
        if prose and section is None and begins in own:
            begins = None
        if begins is not None and (begins or None) != current:
            if current:
                yield current, part
            current, part = begins or None, []
        if section is None:
            part.append(row)
        else:
            prose = section == ""
    if current:
        yield current, part


def _section(row: Row) -> TableKey | Literal[""] | None:
    """The table of the main heading in this row, "" where it has none; None for no heading."""
    filled = row.filled
    heading = heading_of(filled[0].text) if len(filled) == 1 else None
    return None if heading is None else _SECTION_TABLES[heading[0]] or ""


def heads(row: Row) -> TableKey | None:
    """The table whose column headings this row holds, or None when it is a row of another kind."""
    filled = row.filled
    if len(filled) == 1 and not row.firm:
        told = (labels.table_of(part) for part in labels.parted(filled[0].text.strip()))
        return next(filter(None, told), None)
    if not any(labels.heads_any(cell.text) for cell in filled):
        return None
    for table in form.TABLE_KEYS:
        hits = sum(1 for cell in filled if labels.is_heading(cell.text, table))
        own = any(labels.table_of(cell.text) == table for cell in filled)
        named = any(labels.column_at(cell.text, table) for cell in filled)
        if own and hits >= len(filled) - 1 and (named or hits > 1):
            return table
    return None


def _take(found: FoundTable, row: Row) -> None:
    if not row.filled and not row.firm:
        return
    if found.key == "proactive":
        found.units |= {unit for cell in row.filled for unit in _MONEY.findall(cell.text)}
    if _are_headings(row, found.key):
        _take_headings(found, row)
    elif found.key == "appeals":
        take_side_by_side(found, row)
    else:
        take_row(found, row)


def _are_headings(row: Row, table: TableKey) -> bool:
    """Whether nothing but headings and pieces of them stands in a row."""
    filled = row.filled
    known = [cell for cell in filled if labels.is_heading(cell.text, table)]
    others = [cell for cell in filled if cell not in known]
    if not known or any(labels.row_at(cell.text, table) for cell in others):
        return False
    return len(others) <= 1 or all(labels.is_fragment(cell.text, table) for cell in others)


def _take_headings(found: FoundTable, row: Row) -> None:
    found.line = found.line or row.line
    found.empty = None
    found.lines |= row.lines
    headings = _closed(row.filled)
    found.foreign |= not columns_fit(row, headings, found.key)
    for cell in headings:
        item = labels.column_at(cell.text, found.key)
        if item:
            found.headings.setdefault(item.key, cell)


def columns_fit(row: Row, headings: Iterable[GridCell], table: TableKey) -> bool:
    """Whether the columns of a heading are the form's and stand in its order.

    Loose headings may be stacked, so that their order tells nothing unless the sum comes first.
    """
    texts = [cell.text for cell in headings]
    strange = [text for text in texts if len(text) < _NOTE and not is_piece(text, table)]
    if strange and (row.firm or any(_COLUMN.search(text) for text in strange)):
        return False
    order = list(labels.column_items(table).values())
    keys = [item.key for text in texts if (item := labels.column_at(text, table))]
    places = [order.index(next(i for i in order if i.key == key)) for key in keys]
    if table == "appeals" and not _groups_fit(texts):
        return False
    if not row.firm and table != "proactive":
        return not keys or keys[0] != "total" or len(set(keys)) < _FEW_HEADINGS
    if table == "requests":
        places = [place for place, key in zip(places, keys, strict=True) if key != "total"]
        if keys[:1] == ["total"] and len(keys) > 1:
            return False
    if table == "appeals":
        groups = [bare(text) for text in texts if labels.row_items(table).get(words(text))]
        known = list(labels.row_items(table))
        ordered = [known.index(words(text)) for text in groups]
        runs = set(places) == set(range(len(order)))
        return ordered == sorted(ordered) and not (runs and places[0] != 0)
    return places == sorted(places)


def _groups_fit(texts: list[str]) -> bool:
    """Whether reconsiderations stand before suits where both are named."""
    first, second = (bare(row.zh) for row in form.FORM["appeals", 2021].blocks[0].rows)
    plain = [bare(text) for text in texts]
    return first not in plain or second not in plain or plain.index(first) < plain.index(second)


def is_piece(text: str, table: TableKey) -> bool:
    """Whether a text belongs to the headings of a table, whole or in part."""
    known = labels.is_heading(text, table) or labels.is_fragment(text, table)
    return known or not bare(text) or all(labels.is_fragment(part, table) for part in text.split())


def _closed(cells: Iterable[GridCell]) -> list[GridCell]:
    """The cells of a heading, joined where a bracket is still open: a unit may stand in it."""
    found: list[GridCell] = []
    for cell in cells:
        text = found[-1].text if found else ""
        if text.count("(") + text.count("（") > text.count(")") + text.count("）") or (
            found and _UNIT.fullmatch(cell.text.strip())
        ):
            found[-1] = GridCell(text + cell.text, found[-1].line)
        else:
            found.append(cell)
    return found
