"""The data folder of the site: tables of rows about reports, written by parts, and all others.

A part is written where the rows about its reports are at hand, row by row; the rest follows from
what is said of the parts. Nothing is ever whole in memory. The data page is written last: it needs
only the `Facts` of each file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from tempfile import TemporaryFile
from typing import NamedTuple

from generator.export.archive import Archive, checksums
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.dictionary import FILES
from generator.export.flavours import Rows, excel_header, machine_header, rows_of
from generator.export.package import datapackage
from generator.export.parts import INDEX, Indexed, Part, by_province, is_split
from generator.export.readme import readme
from generator.export.written import Facts, Growing, Member, Write
from generator.model import Dossier
from generator.survey import Survey

__all__ = [
    "FILES",
    "JOINT",
    "SPLIT",
    "Column",
    "DataFile",
    "Facts",
    "Member",
    "Part",
    "Rows",
    "RowsAbout",
    "WrittenPart",
    "data_files",
    "parts_of",
    "rows_about",
    "write_part",
]

RowsAbout = Mapping[str, Rows]  # a report, by the name of the table
Stream = tuple[str, Iterable[bytes]]
Grown = tuple[Member, bytes]

# The tables of rows about reports: those that may be split by province, and those never split.
SPLIT = tuple(name for name, file in FILES.items() if file.of_reports and file.by_province)
JOINT = tuple(name for name, file in FILES.items() if file.of_reports and not file.by_province)


class WrittenPart(NamedTuple):
    """A part, and in both flavours each of its tables as written."""

    part: Part
    members: Mapping[str, tuple[Member, Member]]

    @property
    def files(self) -> Iterator[Member]:
        """All of its files."""
        return chain.from_iterable(self.members.values())


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


def write_part(part: Part, rows: Iterable[RowsAbout], write: Callable[[str], Write]) -> WrittenPart:
    """Write the tables of a part, given the rows about each of its reports; paths as in `Facts`."""
    growing = {table: tuple(_begun(table, part.stem(table), write)) for table in part.tables}
    for about in rows:
        for table, (machine, excel) in growing.items():
            one = about[table]
            machine.add(one.machine, one.count)
            excel.add(one.excel, one.count)
    members = {table: (machine.done(), excel.done()) for table, (machine, excel) in growing.items()}
    return WrittenPart(part, members)


def _begun(table: str, stem: str, write: Callable[[str], Write]) -> Iterator[Growing]:
    """A table for programs and for Excel, each with its header."""
    path, path_for_excel = f"{stem}.csv", f"excel/{stem}.csv"
    machine = Growing(path, write(path), table)
    machine.add(machine_header(FILES[table]))
    yield machine
    excel = Growing(path_for_excel, write(path_for_excel), table, excel=True)
    excel.add(excel_header(FILES[table]))
    yield excel


def data_files(
    survey: Survey, written: Sequence[WrittenPart], facts: list[Facts]
) -> Iterator[Stream]:
    """Every file of the data folder that is not of a part, by its path below it.

    The facts of each file are added to `facts` before the next is asked for; those of parts too.
    """
    with TemporaryFile() as file:
        archive = Archive(file)
        for member, data in _members(survey, written, facts):
            facts.append(member.facts)
            archive.add(member)
            if data is not None:
                yield member.facts.path, [data]
        of_archive, pieces = archive.close("everything.zip")
        facts.append(of_archive)
        yield of_archive.path, pieces
    sums = checksums(facts)
    facts.append(Facts("checksums.sha256", len(sums), sha256(sums).hexdigest()))
    yield "checksums.sha256", [sums]


def _members(
    survey: Survey, written: Sequence[WrittenPart], facts: Sequence[Facts]
) -> Iterator[tuple[Member, bytes | None]]:
    """What the archive holds, in its order, with the bytes of what is not written yet."""
    yield _grown("README.txt", readme(survey.settings))
    for name, table in FILES.items():
        for one in written:
            yield from ((member, None) for member in one.members.get(name, ()))
        if not table.of_reports:
            yield from _both(name, table, table.fields(survey))
        elif is_split(table, survey):
            index = INDEX.fields_of(list(_indexed(name, written)))
            yield from _both(f"{name}/{INDEX.name}", INDEX, index)
    yield _grown("datapackage.json", datapackage(facts, survey.settings))


def _indexed(table: str, written: Sequence[WrittenPart]) -> Iterator[Indexed]:
    """The parts of a table that is split."""
    for part, members in written:
        if table in members:
            rows = members[table][0].facts.rows or 0
            yield Indexed(f"{part.stem(table)}.csv", part.province, len(part.reports), rows)


def _both(stem: str, table: AnyFile, columns: Sequence[Sequence[str]]) -> Iterator[Grown]:
    """A table for programs and for Excel."""
    rows = rows_of(table, columns)
    for path, header, data, excel in (
        (f"{stem}.csv", machine_header(table), rows.machine, False),
        (f"excel/{stem}.csv", excel_header(table), rows.excel, True),
    ):
        yield _grown(path, header + data, rows.count, table.name, excel=excel)


def _grown(path: str, data: bytes, rows: int = 0, table: str = "", *, excel: bool = False) -> Grown:
    growing = Growing(path, lambda _: None, table, excel=excel)
    growing.add(data, rows)
    return growing.done(), data
