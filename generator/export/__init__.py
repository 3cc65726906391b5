"""The data folder of the site as a stream of files; nothing here opens one.

The data page is written after the stream: it needs only the `Facts` of each file.
"""

from collections.abc import Callable, Iterable, Iterator

from generator.export.archive import Archive, checksums
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.dictionary import FILES
from generator.export.flavours import Rows, rows_of, table
from generator.export.package import datapackage
from generator.export.parts import INDEX, Indexed, OfReport, by_province, indexed, is_split
from generator.export.readme import readme
from generator.export.written import Facts, Written, written
from generator.model import Dossier
from generator.survey import Survey

__all__ = [
    "FILES",
    "Column",
    "DataFile",
    "Facts",
    "OfReport",
    "Reported",
    "Written",
    "data_files",
    "rows_about",
    "write_data",
]


Reported = Callable[[str], Iterable[OfReport]]  # by the name of the file, sorted by report


def rows_about(dossier: Dossier) -> dict[str, OfReport]:
    """The rows about one report, by the name of the file they belong to."""
    report, alone = dossier.report, Survey((dossier,))
    return {
        file.name: OfReport(report.id, report.body.province, rows_of(file, file.rows(alone)))
        for file in FILES.values()
        if file.of_reports
    }


def data_files(survey: Survey) -> Iterator[tuple[str, bytes]]:
    """Every file of the data folder: its path below the site's root and its bytes."""
    for file in write_data(survey):
        yield f"data/{file.facts.path}", file.data


def write_data(survey: Survey, reported: Reported | None = None) -> Iterator[Written]:
    """Every file of the data folder with its facts; what is made of the others comes last.

    `reported` are the rows about reports that were made where these were at hand.
    """
    reported = reported or _reported(survey)
    archive = Archive()
    yield archive.add(written("README.txt", readme(survey.settings)))
    for file in FILES.values():
        yield from map(archive.add, _table(file, survey, reported))
    yield archive.add(written("datapackage.json", datapackage(archive.facts, survey.settings)))
    everything = written("everything.zip", archive.close())
    yield everything
    yield written("checksums.sha256", checksums([*archive.facts, everything.facts]))


def _reported(survey: Survey) -> Reported:
    made = [rows_about(dossier) for dossier in survey.dossiers]
    return lambda name: (rows[name] for rows in made)


def _table(file: AnyFile, survey: Survey, reported: Reported) -> Iterator[Written]:
    if is_split(file, survey):
        index: list[Indexed] = []
        for part in by_province(file, reported(file.name)):
            yield from _pair(part.name, file, part.rows)
            index.append(indexed(part, sum(rows.count for rows in part.rows)))
        rows = ([column.get(line) for column in INDEX.columns] for line in index)
        yield from _pair(f"{file.name}/{INDEX.name}", INDEX, [rows_of(INDEX, rows)])
    elif file.of_reports:
        yield from _pair(file.name, file, (one.rows for one in reported(file.name)))
    else:
        yield from _pair(file.name, file, [rows_of(file, file.rows(survey))])


def _pair(name: str, file: AnyFile, parts: Iterable[Rows]) -> tuple[Written, Written]:
    both = table(file, parts)
    return (
        written(f"{name}.csv", both.machine, file.name, both.count),
        written(f"excel/{name}.csv", both.excel, file.name, both.count, excel=True),
    )
