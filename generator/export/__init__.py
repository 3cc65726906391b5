"""The data folder of the site as a stream of files, each a stream itself; nothing is kept whole.

The data page is written after the stream: it needs only the `Facts` of each file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from tempfile import TemporaryFile

from generator.export.archive import Archive, checksums
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.dictionary import FILES
from generator.export.flavours import Rows, excel, machine, rows_of
from generator.export.package import datapackage
from generator.export.parts import INDEX, Indexed, OfReport, by_province, is_split
from generator.export.readme import readme
from generator.export.written import Chunk, Facts
from generator.model import Dossier, Report
from generator.survey import Survey

__all__ = [
    "FILES",
    "Column",
    "DataFile",
    "Facts",
    "OfReport",
    "Reported",
    "Rows",
    "data_files",
    "rows_about",
]


# The rows of a table, by its name, about some reports.
Reported = Callable[[str, Sequence[Report]], Iterable[Rows]]
Stream = tuple[str, Iterable[bytes]]


def rows_about(dossier: Dossier) -> dict[str, OfReport]:
    """The rows about one report, by the name of the file they belong to."""
    report, alone = dossier.report, Survey((dossier,))
    return {
        file.name: OfReport(report.id, rows_of(file, file.fields(alone)))
        for file in FILES.values()
        if file.of_reports
    }


def data_files(
    survey: Survey, facts: list[Facts], reported: Reported | None = None
) -> Iterator[Stream]:
    """Every file of the data folder by its path below it; what is made of the others comes last.

    As soon as the chunks of a file have been taken, its facts are among the `facts`. `reported` are
    the rows about reports that were made where these were at hand.
    """
    reported = reported or _reported(survey)
    with TemporaryFile() as file:
        archive = Archive(file, facts)
        yield archive.add("README.txt", [Chunk(readme(survey.settings))])
        for table in FILES.values():
            yield from _table(archive, table, survey, (facts, reported))
        yield archive.add("datapackage.json", [Chunk(datapackage(facts, survey.settings))])
        yield archive.close("everything.zip")
    sums = checksums(facts)
    facts.append(Facts("checksums.sha256", len(sums), sha256(sums).hexdigest()))
    yield "checksums.sha256", [sums]


def _reported(survey: Survey) -> Reported:
    made = {dossier.report.id: rows_about(dossier) for dossier in survey.dossiers}
    return lambda name, reports: (made[report.id][name].rows for report in reports)


def _table(
    archive: Archive, file: AnyFile, survey: Survey, known: tuple[list[Facts], Reported]
) -> Iterator[Stream]:
    facts, reported = known
    if is_split(file, survey):
        index: list[Indexed] = []
        for part in by_province(file, survey):
            yield from _pair(archive, part.name, file, partial(reported, file.name, part.reports))
            counted = facts[-1].rows or 0
            index.append(Indexed(f"{part.name}.csv", part.province, len(part.reports), counted))
        rows = rows_of(INDEX, INDEX.fields_of(index))
        yield from _pair(archive, f"{file.name}/{INDEX.name}", INDEX, lambda: [rows])
    elif file.of_reports:
        reports = [dossier.report for dossier in survey.dossiers]
        yield from _pair(archive, file.name, file, lambda: reported(file.name, reports))
    else:
        rows = rows_of(file, file.fields(survey))
        yield from _pair(archive, file.name, file, lambda: [rows])


def _pair(
    archive: Archive, name: str, file: AnyFile, rows: Callable[[], Iterable[Rows]]
) -> Iterator[Stream]:
    """A table for programs and for Excel."""
    yield archive.add(f"{name}.csv", machine(file, rows()), file.name)
    yield archive.add(f"excel/{name}.csv", excel(file, rows()), file.name, excel=True)
