"""What the page of a report shows in no language, made once for its pages in all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from generator import form
from generator.bilingual import LANGS
from generator.form import TABLE_KEYS, Section, TableKey, all_cells
from generator.fragments import Original, marked, original_parts, plain_cells
from generator.model import (
    Claim,
    Dossier,
    Opened,
    Outcome,
    Paragraph,
    Report,
    SectionReading,
    Status,
    number_text,
)
from generator.pages.families import family
from generator.rules import RULES

Open = Callable[[str], Opened]
Families = tuple[tuple[tuple[str, str], ...], ...]  # rules of each family, and why, if that is said


class ComparedClaim(NamedTuple):
    """A number of the prose, the first cell it speaks of, "" where the form has none, and the
    number of the table, "" where a part of it was not read."""

    claim: Claim
    cell: str
    number: str


class Laid(NamedTuple):
    """A section with what stands there; None before the first. Paragraphs are HTML."""

    section: Section | None
    printed: SectionReading | None
    paragraphs: tuple[str, ...]
    stated: tuple[ComparedClaim, ...]


@dataclass(frozen=True)
class Prepared:
    """A report with its text."""

    dossier: Dossier
    lines: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def original(self) -> tuple[Original, ...]:
        """The original in parts, the lines tinted that were read as cells."""
        cells = self.dossier.report.cells.values()
        read = {cell.line for cell in cells if cell.line is not None}
        return original_parts(self.lines, read)

    @cached_property
    def plain(self) -> dict[str, str]:
        """The cells that need neither words nor another page."""
        return plain_cells(self.dossier.report) if len(self.original) == 1 else {}

    @cached_property
    def coverage(self) -> dict[TableKey, tuple[int, int]]:
        """How many cells of each table were read, and how many there are."""
        return {table: _read(self.dossier.report, table) for table in TABLE_KEYS}

    @cached_property
    def outcomes(self) -> dict[Outcome, Families]:
        """The rules that had each outcome."""
        found: dict[Outcome, dict[str, list[tuple[str, str]]]] = {one: {} for one in Outcome}
        for rule in RULES:
            said = self.dossier.assessed(rule)
            same = found[said.outcome].setdefault(family(LANGS[0], rule), [])
            same.append((rule, said.reason))
        return {outcome: tuple(map(tuple, named.values())) for outcome, named in found.items()}

    @cached_property
    def sections(self) -> tuple[Laid, ...]:
        """The sections that the report has, or should have because a table belongs there."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[Laid]:
        printed = {found.key: found for found in reversed(self.dossier.report.sections)}
        opening = [one for one in self.paragraphs if not one.section]
        if opening:
            yield self._laid(None, printed.get("opening"), opening)
        for section in form.SECTIONS:
            own = [one for one in self.paragraphs if one.section == section.key]
            if section.table or own or section.key in printed:
                yield self._laid(section, printed.get(section.key), own)

    def _laid(
        self, section: Section | None, printed: SectionReading | None, own: list[Paragraph]
    ) -> Laid:
        lines = {paragraph.line for paragraph in own}
        report = self.dossier.report
        claims = [claim for claim in report.claims if claim.line in lines]
        return Laid(
            section,
            printed,
            tuple([marked(text, [c for c in claims if c.line == line]) for _, line, text in own]),
            tuple([_stated(report, claim) for claim in claims]),
        )


def prepared(dossiers: Iterable[Dossier], reopen: Open) -> Iterator[Prepared]:
    """The reports that have a page; texts are read one by one."""
    for dossier in dossiers:
        opened = reopen(dossier.report.source.file)
        if opened.document and opened.report:
            yield Prepared(dossier, opened.document.lines, opened.report.paragraphs)


def _stated(report: Report, claim: Claim) -> ComparedClaim:
    cells = [report.cells[one] for one in claim.cell.split("+") if one in report.cells]
    if not cells:
        return ComparedClaim(claim, "", "")
    values = [cell.value for cell in cells if cell.value is not None]
    whole = len(values) == len(cells)  # a sum of which a part was not read is no sum
    return ComparedClaim(claim, claim.cell.split("+")[0], number_text(sum(values)) if whole else "")


def _read(report: Report, table: TableKey) -> tuple[int, int]:
    readings = map(report.cells.get, _addresses(table))
    own = [reading.status is Status.REPORTED for reading in readings if reading]
    return sum(own), len(own)


@cache
def _addresses(table: TableKey) -> frozenset[str]:
    """The cells of a table in any edition."""
    return frozenset(address for address, cell in all_cells().items() if cell.table == table)
