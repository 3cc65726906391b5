"""Above a limit of reports the per-cell files are cut into one part per province."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import AnyFile, Column, DataFile
from generator.model import Report
from generator.regex import regex
from generator.survey import Survey

LIMIT = 2_000
_UNSAFE = regex(r"[\W_]+")


class Part(NamedTuple):
    """Files that are written together: some tables with the rows about some reports.

    `name` and `province` are empty where it is not one of several by province.
    """

    tables: tuple[str, ...]
    reports: tuple[Report, ...]
    name: str = ""
    province: str = ""

    def stem(self, table: str) -> str:
        """The path of one of its tables below `data/`, without the extension."""
        return f"{table}/{self.name}" if self.name else table


def stem(table: str, province: str) -> str:
    """The path below `data/`, without the extension, of the part of a table for a province."""
    return f"{table}/{_slug(province)}"


class Indexed(NamedTuple):
    """A part that was written."""

    file: str
    province: str
    reports: int
    rows: int


INDEX: DataFile[Indexed] = DataFile(
    "index",
    Text("分省文件目录", "Index of the files by province"),
    Text("一个分省文件", "file of one province"),
    (
        Column("file", "string", Text("文件", "File"), lambda i: i.file),
        Column("province", "string", common.PROVINCE, lambda i: i.province),
        Column("reports", "integer", Text("报告数", "Reports"), lambda i: str(i.reports)),
        Column("rows", "integer", Text("行数", "Rows"), lambda i: str(i.rows)),
    ),
    lambda _: (),
    key=("file",),
)


def is_split(file: AnyFile, survey: Survey) -> bool:
    """Whether a file is cut into parts."""
    return file.by_province and len(survey.dossiers) > LIMIT


def by_province(tables: tuple[str, ...], reports: Iterable[Report]) -> Iterator[Part]:
    """The parts of tables that are split; reports without a province have none in the index."""
    grouped: dict[str, list[Report]] = {}
    for report in reports:
        grouped.setdefault(_slug(report.body.province), []).append(report)
    for slug, members in sorted(grouped.items()):
        yield Part(tables, tuple(members), slug, members[0].body.province)


def _slug(province: str) -> str:
    """A name that is safe in a path and cannot be that of the index."""
    slug = _UNSAFE.sub("-", province).strip("-").lower()
    return "unknown" if slug in ("", "index") else slug
