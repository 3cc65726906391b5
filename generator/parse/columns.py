"""The headings of columns: which columns of the form they name, and whether in its order."""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator import form
from generator.form import TableKey
from generator.parse import labels
from generator.parse.appeals import cases
from generator.parse.found import FoundTable
from generator.parse.layout import Row
from generator.parse.text import bare, words
from generator.parse.values import is_value
from generator.regex import regex

_COLUMN = regex(r"[数量额]|备注|[总合小累共]计")  # how a column is named
_NOTE = 20  # characters: no column has so long a name
_UNIT = regex(r"[(（]?(?:单位)?[:：]?\s*(?:万元|亿元|元)\s*[)）]?")
_FEW_HEADINGS = 2


def are_headings(row: Row, table: TableKey) -> bool:
    """Whether nothing but headings and pieces of them stands in a row."""
    if not labels.is_heading_among(row.worded, table):
        return False
    return _are_headings(tuple([cell.text for cell in row.filled]), table)


@lru_cache(maxsize=labels.KEPT)
def _are_headings(texts: tuple[str, ...], table: TableKey) -> bool:
    others = [text for text in texts if not labels.is_heading(text, table)]
    if any(labels.row_at(text, table) for text in others):
        return False
    return len(others) <= 1 or all(labels.is_fragment(text, table) for text in others)


def take_headings(found: FoundTable, row: Row) -> None:
    """Keep the headings of columns that a row holds, and whether they are the form's."""
    found.line = found.line or row.line
    found.empty = None
    found.lines |= row.lines
    headings = _headings(tuple([cell.text for cell in row.filled]), found.key, row.firm)
    found.foreign |= headings.foreign
    found.pieced |= headings.pieced
    for key, text, place in headings.columns:
        known = found.headings.setdefault(key, row.filled[place]._replace(text=text))
        found.foreign |= _is_another_total(key, text, known.text)


def _is_another_total(key: str, text: str, known: str) -> bool:
    """Whether two columns are totals, such as 小计 beside 总计: one of them is not the form's."""
    return key == "total" and bare(text) != bare(known)


def are_other_headings(row: Row, table: TableKey) -> bool:
    """Whether some columns of a row are the form's and several others are not."""
    if len(row.worded) < len(row.filled) or not labels.is_heading_among(row.worded, table):
        return False
    others = [text for text in row.worded if not is_value(text) and not _is_piece(text, table)]
    return len(others) >= _FEW_HEADINGS


class _Headings(NamedTuple):
    """What the headings in a row say, and the columns that they name: key, text and place."""

    foreign: bool
    pieced: bool
    columns: tuple[tuple[str, str, int], ...]


@lru_cache(maxsize=labels.KEPT)  # they are the same in every report
def _headings(printed: tuple[str, ...], table: TableKey, firm: bool) -> _Headings:
    closed = _closed(printed)
    texts = tuple(text for text, _ in closed)
    named = ((labels.column_at(text, table), text, place) for text, place in closed)
    return _Headings(
        foreign=not _columns_fit(texts, table, firm),
        pieced=not all(labels.is_heading(text, table) for text in texts),
        columns=tuple((item.key, text, place) for item, text, place in named if item),
    )


def _columns_fit(texts: tuple[str, ...], table: TableKey, firm: bool) -> bool:
    """Whether the columns of a heading are the form's and stand in its order.

    Loose headings may be stacked, so that the order of some tells little.
    """
    strange = [text for text in texts if len(text) < _NOTE and not _is_piece(text, table)]
    if strange and (firm or any(_COLUMN.search(text) for text in strange)):
        return False
    if table == "appeals" and not _groups_fit(texts):
        return False
    keys = [item.key for text in texts if (item := labels.column_at(text, table))]
    if table == "requests":
        applicants = filter(None, map(labels.applicant, texts))
        return _applicants_in_order(list(dict.fromkeys(applicants)), _in_two_rows(texts, firm))
    if table == "appeals" and not firm and len(keys) != len(cases()):
        return not keys or keys[0] != "total" or len(set(keys)) < _FEW_HEADINGS
    return _in_order(keys, table)


@cache
def _over_bodies() -> str:
    """The headings over the kinds of bodies, a line each."""
    columns = form.FORM["requests", 2021].blocks[0].columns
    return "\n".join(word for one in columns if one.children for word in labels.wordings(one))


def _in_two_rows(texts: tuple[str, ...], firm: bool) -> bool:
    """Whether loose headings of table B are those of two rows, in the upper of which the kinds of
    bodies stand under one heading, whole or in pieces."""
    others = [bare(text) for text in texts if not labels.column_at(text, "requests")]
    return not firm and any(text and text in _over_bodies() for text in others)


def _applicants_in_order(keys: list[str], in_two_rows: bool) -> bool:
    """Whether the columns of table B stand in order.

    Persons and total are printed in a row above the kinds of bodies. Where these two rows are one,
    the total may stand before all of the bodies, but not among them.
    """
    order = [item.key for item in labels.column_items("requests").values()]
    first, *bodies, total = dict.fromkeys(order)
    inner = [keys.index(key) for key in bodies if key in keys]
    if inner != sorted(inner) or (inner and first in keys and keys.index(first) > inner[0]):
        return False
    if not inner or total not in keys:
        return keys[:1] != [total] or len(keys) == 1
    place = keys.index(total)
    return place > inner[-1] or (in_two_rows and 0 < place < inner[0])


def _in_order(keys: list[str], table: TableKey) -> bool:
    """Whether columns stand as in the form: in table C they begin anew for each kind of cases."""
    order = [item.key for item in labels.column_items(table).values()]
    places = [order.index(key) for key in keys]
    if table == "appeals":
        return all(
            above < below or (above == max(places) and below == min(places))
            for above, below in pairwise(places)
        )
    return places == sorted(places)


def _groups_fit(texts: tuple[str, ...]) -> bool:
    """Whether reconsiderations stand before suits, and those of both kinds as in the form."""
    rows = form.FORM["appeals", 2021].blocks[0].rows
    keys = [key for text in texts if (key := _groups().get(words(text)))]
    return all(
        keys.index(first.key) < keys.index(second.key)
        for order in (rows, rows[-1].children)
        for first, second in pairwise(order)
        if first.key in keys and second.key in keys
    )


@cache
def _groups() -> dict[str, str]:
    """The keys of the kinds of cases, and of all suits, by wording."""
    rows = form.FORM["appeals", 2021].blocks[0].rows
    items = (item for row in rows for item in (row, *row.children))
    return {wording: item.key for item in items for wording in labels.wordings(item)}


def _is_piece(text: str, table: TableKey) -> bool:
    """Whether a text belongs to the headings of a table, whole or in part."""
    known = labels.is_heading(text, table) or labels.is_fragment(text, table)
    return known or not bare(text) or all(labels.is_fragment(part, table) for part in text.split())


def _closed(printed: Iterable[str]) -> list[tuple[str, int]]:
    """The texts of a heading, joined where a bracket is still open: a unit may stand in it.

    Each with the place where it begins.
    """
    found: list[tuple[str, int]] = []
    for place, own in enumerate(printed):
        text, first = found[-1] if found else ("", 0)
        if text.count("(") + text.count("（") > text.count(")") + text.count("）") or (
            found and _UNIT.fullmatch(own.strip())
        ):
            found[-1] = (text + own, first)
        else:
            found.append((own, place))
    return found
