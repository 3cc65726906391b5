"""Rows of a document → rows of the form's three tables.

A main heading or the headings of columns say which table begins; below them each row is recognised
by its label. Which of its cells are its values is settled in `generator.parse.arrangement`.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal

from generator import form
from generator.form import TableKey
from generator.parse import labels
from generator.parse.appeals import take_cases, take_side_by_side
from generator.parse.columns import are_headings, are_other_headings, take_headings
from generator.parse.found import FoundTable, TableTraits
from generator.parse.glued import NUMBERED, main_headings
from generator.parse.layout import Row
from generator.parse.rows import take_row
from generator.parse.sections import heading_of
from generator.parse.shapes import take_other_shape
from generator.parse.stream import cell_gap, grouped
from generator.parse.text import words
from generator.parse.title import is_title, squeezed
from generator.regex import regex

_MONEY = regex(r"(?:单位[:：]?|[(（])\s*([十百千万亿]*元)")
_TWO_HEADINGS = 8  # characters at least: two numbers with their marks, and two names
_MANY_ROWS = 5
_LONGEST_TITLE = 80
_YEAR = regex(r"20\d\d")
_FEW_HEADINGS = 2
_SECTION_TABLES = {section.key: section.table for section in form.SECTIONS}


def read_tables(rows: Iterable[Row]) -> dict[TableKey, FoundTable]:
    """Sort the rows of a document under the three tables."""
    told = TableTraits()
    found = {key: FoundTable(key, told) for key in form.TABLE_KEYS}
    parts = list(_parts(rows))
    gap = cell_gap(row for _, part in parts for row in part)
    for table, part in parts:
        for row in grouped(part, table, gap):
            _take(found[table], row)
    cases = found["appeals"]
    if not cases.rows and cases.empty:
        take_cases(cases, cases.empty)
    if cases.misfit or not cases.rows:
        own = (part for table, part in parts if table == "appeals")
        take_other_shape(cases, chain.from_iterable(own))
    return found


def is_side_by_side(lines: Iterable[str]) -> bool:
    """Whether main headings stand twice on their lines: two reports, printed beside each other."""
    twice = 0
    for line in [line for line in lines if len(line) >= _TWO_HEADINGS]:
        plain = line.lstrip(" \t|#*")
        numbered = NUMBERED.match(plain) and len(NUMBERED.findall(plain)) > 1
        if numbered and main_headings().match(plain):
            found = [words(one) for one in main_headings().findall(plain)]
            twice += len(set(found)) < len(found)
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
    kept = [(row, _section(row) if len(row.filled) == 1 else None) for row in rows]
    own = {section for _, section in kept}
    current: TableKey | None = None
    prose = False
    part: list[Row] = []
    for row, section in kept:
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
    """The table of the main heading that is all of this row, "" where it has none; None else."""
    heading = heading_of(row.filled[0].text)
    return None if heading is None else _SECTION_TABLES[heading[0]] or ""


def heads(row: Row) -> TableKey | None:
    """The table whose column headings this row holds, or None when it is a row of another kind."""
    return _heads(row.worded, len(row.filled), row.firm) if row.worded else None


@lru_cache(maxsize=labels.KEPT)
def _heads(worded: tuple[str, ...], filled: int, firm: bool) -> TableKey | None:
    if filled == 1 and not firm:
        told = (labels.table_of(part) for part in labels.parted(worded[0].strip()))
        return next(filter(None, told), None)
    if not any(map(labels.heads_any, worded)):
        return None
    for table in form.TABLE_KEYS:
        hits = sum(labels.is_heading(text, table) for text in worded)
        own = any(labels.table_of(text) == table for text in worded)
        named = any(labels.column_at(text, table) for text in worded)
        if own and hits >= filled - 1 and (named or hits > 1):
            return table
    return None


def _take(found: FoundTable, row: Row) -> None:
    found.pieced |= not found.rows and bool(row.further - {row.line})
    if not row.filled and not row.firm:
        return
    if found.key == "proactive" and (money := [text for text in row.worded if "元" in text]):
        found.units.update(*map(_MONEY.findall, money))
    if are_headings(row, found.key):
        take_headings(found, row)
    elif found.key == "appeals":
        take_side_by_side(found, row)
    else:
        found.foreign |= found.key == "requests" and are_other_headings(row, found.key)
        take_row(found, row)
