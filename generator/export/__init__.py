"""The data folder of the site: tables of rows about reports, written by parts, and all others.

A part is written where the rows about its reports are at hand, piece by piece; the rest follows
from what is said of the parts. Nothing is ever whole in memory. The data page is written last: it
needs only the `FileFacts` of each file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from generator.export.archive import archive, checksums
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.dictionary import FILES
from generator.export.flavours import Fields, Rows, excel_header, machine_header, rows_of
from generator.export.package import datapackage
from generator.export.parts import INDEX, Indexed, Part, by_province, is_split
from generator.export.readme import readme
from generator.export.written import DeflatedPiece, FileFacts, Growing, Member, Write, Written
from generator.model import Dossier
from generator.survey import Survey

__all__ = [
    "FILES",
    "JOINT",
    "OTHERS",
    "SPLIT",
    "Column",
    "DataFile",
    "Fields",
    "FileFacts",
    "GrowingPart",
    "Member",
    "Part",
    "PartPiece",
    "Rows",
    "RowsAbout",
    "Written",
    "WrittenPart",
    "data_files",
    "parts_of",
    "rows_about",
    "rows_of",
]

RowsAbout = Mapping[str, Rows]  # a report, by the name of the table
Stream = tuple[str, Iterable[bytes]]
Grown = tuple[Member, bytes]

# The tables of rows about reports: those that may be split by province, and those never split.
SPLIT = tuple(name for name, file in FILES.items() if file.of_reports and file.by_province)
JOINT = tuple(name for name, file in FILES.items() if file.of_reports and not file.by_province)
OTHERS = tuple(name for name, file in FILES.items() if not file.of_reports)


class WrittenPart(NamedTuple):
    """A part, and in both flavours each of its tables as the archive takes it."""

    part: Part
    members: Mapping[str, tuple[Member, ...]]


def rows_about(dossier: Dossier, tables: Sequence[str]) -> dict[str, Rows]:
    """The rows about one report in some tables, by their names."""
    alone = Survey((dossier,))
    return {name: rows_of(FILES[name], FILES[name].fields(alone)) for name in tables}


def parts_of(survey: Survey) -> Iterator[Part]:
    """The tables of rows about reports, by what is written together."""
    reports = tuple(dossier.report for dossier in survey.dossiers)
    yield Part(JOINT, reports)
    if is_split(FILES[SPLIT[0]], survey):
        yield from by_province(SPLIT, reports)
    else:
        yield Part(SPLIT, reports)


class PartPiece(NamedTuple):
    """The rows about some reports as they are deflated, in both flavours of each table."""

    tables: Mapping[str, tuple[DeflatedPiece, ...]]


class GrowingPart:
    """The tables of a part, written piece by piece with the rows about its reports.

    `write` and `keep` give for a path, as in `FileFacts`, what takes the bytes of that file and
    what takes the bytes that they are deflated to.
    """

    def __init__(self, part: Part, write: Callable[[str], Write], keep: Callable[[str], Write]):
        self.tables = part.tables
        self._growing = {
            table: _begun(table, part.stem(table), write, keep) for table in part.tables
        }

    def add(self, rows: Iterable[RowsAbout]) -> PartPiece:
        """Write the rows about some reports, as a piece."""
        for about in rows:
            for table, (machine, excel) in self._growing.items():
                one = about[table]
                machine.add(one.machine, one.count)
                excel.add(one.excel, one.count)
        cut = ((table, tuple(one.cut() for one in both)) for table, both in self._growing.items())
        return PartPiece(dict(cut))

    def paste(self, piece: PartPiece) -> None:
        """Write a piece that was written before, be it by an earlier build."""
        for table, both in self._growing.items():
            for growing, one in zip(both, piece.tables[table], strict=True):
                growing.paste(one)

    def done(self) -> dict[str, tuple[Written, ...]]:
        """Each table in both flavours, to which nothing is added any more."""
        return {table: tuple(one.done() for one in both) for table, both in self._growing.items()}


def _begun(
    table: str, stem: str, write: Callable[[str], Write], keep: Callable[[str], Write]
) -> tuple[Growing, Growing]:
    """A table for programs and for Excel, each with its header as a piece of its own."""
    path, path_for_excel = f"{stem}.csv", f"excel/{stem}.csv"
    machine = Growing(path, write(path), keep(path), table)
    excel = Growing(path_for_excel, write(path_for_excel), keep(path_for_excel), table, excel=True)
    machine.add(machine_header(FILES[table]))
    excel.add(excel_header(FILES[table]))
    machine.cut()
    excel.cut()
    return machine, excel


def data_files(
    survey: Survey, written: Sequence[WrittenPart], facts: list[FileFacts]
) -> Iterator[Stream]:
    """Every file of the data folder that is not of a part, by its path below it.

    The facts of each file are added to `facts` before the next is asked for; those of parts too.
    """
    members: list[Member] = []
    for member, data in _members(survey, written, facts):
        facts.append(member.facts)
        members.append(member)
        if data is not None:
            yield member.facts.path, [data]
    yield "everything.zip", archive("everything.zip", members, facts)
    sums = checksums(facts)
    facts.append(FileFacts("checksums.sha256", len(sums), sha256(sums).hexdigest()))
    yield "checksums.sha256", [sums]


def _members(
    survey: Survey, written: Sequence[WrittenPart], facts: Sequence[FileFacts]
) -> Iterator[tuple[Member, bytes | None]]:
    """What the archive holds, in its order, with the bytes of what is not written yet."""
    yield _grown("README.txt", readme(survey.settings))
    for name, table in FILES.items():
        for one in written:
            yield from ((member, None) for member in one.members.get(name, ()))
        if is_split(table, survey):
            index = rows_of(INDEX, INDEX.fields_of(list(_indexed(name, written))))
            yield from _both(f"{name}/{INDEX.name}", INDEX, index)
    yield _grown("datapackage.json", datapackage(facts, survey.settings))


def _indexed(table: str, written: Sequence[WrittenPart]) -> Iterator[Indexed]:
    """The parts of a table that is split."""
    for part, members in written:
        if table in members:
            rows = members[table][0].facts.rows or 0
            yield Indexed(f"{part.stem(table)}.csv", part.province, len(part.reports), rows)


def _both(stem: str, table: AnyFile, rows: Rows) -> Iterator[Grown]:
    """A table for programs and for Excel."""
    for path, header, data, excel in (
        (f"{stem}.csv", machine_header(table), rows.machine, False),
        (f"excel/{stem}.csv", excel_header(table), rows.excel, True),
    ):
        yield _grown(path, header + data, rows.count, table.name, excel=excel)


def _grown(path: str, data: bytes, rows: int = 0, table: str = "", *, excel: bool = False) -> Grown:
    deflated: list[bytes] = []
    growing = Growing(path, lambda _: None, deflated.append, table, excel=excel)
    growing.add(data, rows)
    growing.cut()
    return growing.done().member(lambda: deflated), data
