"""The national form of the annual report, both editions, as data.

Parser, rules, CSV headers, HTML tables, glossary and data dictionary are walks over these values;
no label of the form is spelled anywhere else.

Sources: the 2021 edition is the annex of 国办公开办函〔2021〕30号, the 2019 edition that of
国办公开办函〔2019〕60号; the legal basis of the rows are articles of 《政府信息公开条例》 (2019).
"""

from functools import cache

from generator.form.applicants import APPLICANT_HEADING
from generator.form.editions import FORM
from generator.form.layout import (
    EDITIONS,
    TABLE_KEYS,
    UNITS,
    Block,
    Cell,
    Edition,
    Equation,
    Item,
    Table,
    TableKey,
    Unit,
)
from generator.form.proactive import CONTENT_HEADING
from generator.form.requests import outcome_groups
from generator.form.sections import SECTIONS, TITLE_WORDS, Section
from generator.form.terms import short_term, term

__all__ = [
    "APPLICANT_HEADING",
    "CONTENT_HEADING",
    "EDITIONS",
    "FORM",
    "SECTIONS",
    "TABLE_KEYS",
    "TITLE_WORDS",
    "UNITS",
    "Block",
    "Cell",
    "Edition",
    "Equation",
    "Item",
    "Section",
    "Table",
    "TableKey",
    "Unit",
    "all_cells",
    "cells_expected",
    "cells_of",
    "equations",
    "outcome_groups",
    "rows_of",
    "short_term",
    "tables_of",
    "term",
]


@cache
def cells_of(table: TableKey, edition: Edition) -> dict[str, Cell]:
    """The cells of a table by address, in the order of the form."""
    return {cell.address: cell for cell in FORM[table, edition].cells()}


@cache
def rows_of(table: TableKey, edition: Edition) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """The rows of a table by their keys, in the order of the form, each with its cells."""
    rows: dict[str, list[Cell]] = {}
    for cell in cells_of(table, edition).values():
        rows.setdefault(cell.row.key, []).append(cell)
    return tuple((key, tuple(cells)) for key, cells in rows.items())


def tables_of(proactive: Edition, requests: Edition) -> tuple[Table, Table, Table]:
    """The three tables of a report, whose editions may differ; `appeals` is the same in both."""
    return FORM["proactive", proactive], FORM["requests", requests], FORM["appeals", requests]


@cache
def cells_expected(proactive: Edition, requests: Edition) -> dict[str, Cell]:
    """The cells that a report of these editions has: 200, 198, 212 or 186 of them."""
    found: dict[str, Cell] = {}
    for table in tables_of(proactive, requests):
        found |= cells_of(table.key, table.edition)
    return found


@cache
def all_cells() -> dict[str, Cell]:
    """The cells of both editions row by row, in an order that is the form's in each of the two."""
    found: dict[str, Cell] = {}
    for key in TABLE_KEYS:
        newer, older = cells_of(key, 2021), cells_of(key, 2019)
        cells = older | newer
        merged = [cells[address] for address in _merged([*newer], [*older])]
        rows = list(dict.fromkeys(cell.row.key for cell in merged))
        merged.sort(key=lambda cell: rows.index(cell.row.key))
        found |= {cell.address: cell for cell in merged}
    return found


def _merged(newer: list[str], older: list[str]) -> list[str]:
    """All of both, what only the older has right before the next that they share."""
    merged = [*newer]
    place = len(merged)
    for address in reversed(older):
        if address in newer:
            place = merged.index(address)
        else:
            merged.insert(place, address)
    return merged


@cache
def equations(proactive: Edition, requests: Edition) -> tuple[Equation, ...]:
    """Every identity that the form prints: sums along rows and columns, and the balances."""
    return tuple(
        equation for table in tables_of(proactive, requests) for equation in table.equations()
    )
