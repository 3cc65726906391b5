"""Document → Report. One path for every format; nothing here opens a file."""

from typing import NamedTuple

from generator import form
from generator.form import TABLE_KEYS, Edition, TableKey
from generator.model import Document, Reading, Report, Source, TableReading
from generator.parse.arrangement import Arrangement
from generator.parse.cells import cells_of, edition_of, without_cut_totals
from generator.parse.claims import read_changes, read_claims
from generator.parse.found import FoundTable
from generator.parse.glued import relined, unglued
from generator.parse.identity import read_identity, read_periods
from generator.parse.layout import Row, rows_of
from generator.parse.sections import outside, read_artefacts, read_paragraphs, read_sections
from generator.parse.tables import is_read_twice, is_side_by_side, read_tables

LAST_YEAR_OF_2019_EDITION = 2020
# A report has some 500 lines and 10,000 characters; reading takes time in step with them.
MOST_LINES = 20_000
MOST_CHARACTERS = 500_000
# What table B shows of the layout, where its sums tell glued values apart, holds for the others.
_SUREST_FIRST: tuple[TableKey, ...] = ("requests", "appeals", "proactive")


class NotAReport(NamedTuple):
    """Why a document is not read as a report, in a code that the messages explain."""

    reason: str


def parse(document: Document, source: Source, year: int | None = None) -> Report | NotAReport:
    """Read a report; `year` is what the register says and wins over what is printed."""
    if not any(line.strip() for line in document.lines):
        return NotAReport("empty")
    if len(document.lines) > MOST_LINES or sum(map(len, document.lines)) > MOST_CHARACTERS:
        return NotAReport("too_long")
    if is_side_by_side(document.lines):
        return NotAReport("two_reports")
    document, numbers = unglued(document)
    report = _read(document, source, year, run_on=bool(numbers))
    return report if isinstance(report, NotAReport) else relined(report, numbers)


def _read(
    document: Document, source: Source, year: int | None, *, run_on: bool
) -> Report | NotAReport:
    """Read a report; `run_on` says that it had lost its line breaks."""
    rows = rows_of(document)
    found = read_tables(rows)
    if is_read_twice(found.values(), document.lines):
        return NotAReport("two_reports")
    text = outside(document.lines, table_lines(rows, found))
    sections = read_sections(text)
    prose = read_paragraphs(text, sections)
    who = read_identity(document.lines, sections, prose, year)
    tables, cells = _tables(found, who.year, run_on=run_on)
    claims = read_claims(prose, cells, who.year)
    if not sections and not any(table.found for table in tables.values()):
        return NotAReport("no_form")
    return Report(
        source=who.dated(source),
        title=who.title,
        title_line=who.title_line,
        year=who.year,
        body=who.body,
        tables=tables,
        cells=cells,
        sections=sections,
        claims=claims,
        changes=read_changes(prose, claims, cells, who.year),
        periods=read_periods(prose),
        artefacts=read_artefacts(document.lines),
        paragraphs=prose,
        masked_lines=document.masked,
    )


def table_lines(rows: list[Row], found: dict[TableKey, FoundTable]) -> frozenset[int]:
    """The numbers of the lines that belong to tables, so that the others are prose."""
    lines: set[int] = set()
    lines.update(*(table.lines for table in found.values()))
    for row in rows:
        if row.firm and len(row.cells) > 1:
            lines.update(row.further, [cell.line for cell in row.cells])
    return frozenset(lines)


def _tables(
    found: dict[TableKey, FoundTable], year: int | None, *, run_on: bool
) -> tuple[dict[TableKey, TableReading], dict[str, Reading]]:
    editions = {key: edition_of(found[key]) for key in TABLE_KEYS}
    tables: dict[TableKey, TableReading] = {}
    cells: dict[str, Reading] = {}
    for key in _SUREST_FIRST:
        arranged = Arrangement(editions[key] or _edition_elsewhere(editions, year), found[key])
        tables[key], readings = cells_of(arranged)
        cells |= readings
        told = found[key].told
        told.glued |= bool(arranged.decoded)
        told.scrambled |= arranged.scrambled
        told.blank |= key == "requests" and bool(arranged.rows) and arranged.blank
        told.padded |= key == "requests" and arranged.blanks.padded
        told.blanks_show |= arranged.blanks.show
        told.cut |= run_on and key == "requests" and arranged.ragged
    known = without_cut_totals(tables.values(), cells)
    ordered = form.cells_expected(tables["proactive"].edition, tables["requests"].edition)
    return {key: tables[key] for key in TABLE_KEYS}, {at: known[at] for at in ordered}


def _edition_elsewhere(editions: dict[TableKey, Edition | None], year: int | None) -> Edition:
    """A table that does not show its edition has that of the others, else that of the year."""
    shown = [edition for edition in editions.values() if edition]
    if shown:
        return shown[0]
    return 2019 if year and year <= LAST_YEAR_OF_2019_EDITION else 2021
