"""All data files in the order they are published, and the dictionary of their columns."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.bilingual import Text
from generator.export.assessments import ASSESSMENTS, RULES_APPLIED
from generator.export.cells import CELLS, WIDE
from generator.export.claims import CLAIMS
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.findings import FINDINGS
from generator.export.measures import MEASURES
from generator.export.parts import INDEX, is_split
from generator.export.reports import REPORTS, TOWNSHIPS
from generator.export.sources import CORRECTIONS, FILES_FOUND
from generator.survey import Survey


class DescribedColumn(NamedTuple):
    """A column of a file."""

    file: str
    column: Column[Any]


def _entries(survey: Survey) -> Iterator[DescribedColumn]:
    for file in FILES.values():
        yield from (DescribedColumn(f"{file.name}.csv", column) for column in file.columns)
        if is_split(file, survey):
            yield from (
                DescribedColumn(f"{file.name}/index.csv", column) for column in INDEX.columns
            )


def _unit(entry: DescribedColumn) -> str:
    return " / ".join(entry.column.unit or ())


DICTIONARY: DataFile[DescribedColumn] = DataFile(
    "dictionary",
    Text("数据字典", "Data dictionary"),
    Text("一个文件的一列", "column of each file"),
    (
        Column("file", "string", Text("文件", "File"), lambda e: e.file),
        Column("column", "string", Text("列名", "Column"), lambda e: e.column.name),
        Column(
            "type",
            "string",
            Text("类型", "Type"),
            lambda e: e.column.type,
            note=Text("Table Schema 的类型名。", "A type of Table Schema."),
        ),
        Column("unit", "string", Text("单位", "Unit"), _unit),
        Column(
            "title_zh", "string", Text("中文名称", "Title, Chinese"), lambda e: e.column.title.zh
        ),
        Column(
            "title_en", "string", Text("英文名称", "Title, English"), lambda e: e.column.title.en
        ),
        Column("basis", "string", Text("依据", "Basis"), lambda e: e.column.basis),
    ),
    _entries,
    key=("file", "column"),
)
_ALL: tuple[AnyFile, ...] = (
    FILES_FOUND,
    REPORTS,
    CELLS,
    WIDE,
    CLAIMS,
    MEASURES,
    FINDINGS,
    ASSESSMENTS,
    RULES_APPLIED,
    TOWNSHIPS,
    CORRECTIONS,
    DICTIONARY,
)
FILES: dict[str, AnyFile] = {file.name: file for file in _ALL}
