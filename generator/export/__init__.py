"""The data folder of the site as a stream of files; nothing here opens one.

The data page is written after the stream: it needs only the `Facts` of each file.
"""

from collections.abc import Iterator

from generator.export.archive import Archive, checksums
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.dictionary import FILES
from generator.export.flavours import flavours
from generator.export.package import datapackage
from generator.export.parts import INDEX, Indexed, by_province, indexed, is_split
from generator.export.readme import readme
from generator.export.written import Facts, Written, written
from generator.survey import Survey

__all__ = ["FILES", "Column", "DataFile", "Facts", "Written", "data_files", "write_data"]


def data_files(survey: Survey) -> Iterator[tuple[str, bytes]]:
    """Every file of the data folder: its path below the site's root and its bytes."""
    for file in write_data(survey):
        yield f"data/{file.facts.path}", file.data


def write_data(survey: Survey) -> Iterator[Written]:
    """Every file of the data folder with its facts; what is made of the others comes last."""
    archive = Archive()
    yield archive.add(written("README.txt", readme(survey.settings)))
    for file in FILES.values():
        yield from map(archive.add, _table(file, survey))
    yield archive.add(written("datapackage.json", datapackage(archive.facts, survey.settings)))
    everything = written("everything.zip", archive.close())
    yield everything
    yield written("checksums.sha256", checksums([*archive.facts, everything.facts]))


def _table(file: AnyFile, survey: Survey) -> Iterator[Written]:
    if not is_split(file, survey):
        yield from _pair(file.name, file, file.rows(survey))
        return
    index: list[Indexed] = []
    for part in by_province(file, survey):
        machine, excel = _pair(part.name, file, file.rows(part.survey))
        yield machine
        yield excel
        index.append(indexed(part, machine.facts.rows or 0))
    rows = ([column.get(line) for column in INDEX.columns] for line in index)
    yield from _pair(f"{file.name}/{INDEX.name}", INDEX, rows)


def _pair(name: str, file: AnyFile, rows: Iterator[list[str]]) -> tuple[Written, Written]:
    both = flavours(file, rows)
    return (
        written(f"{name}.csv", both.machine, file.name, both.rows),
        written(f"excel/{name}.csv", both.excel, file.name, both.rows, excel=True),
    )
