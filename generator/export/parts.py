"""Above a limit of reports the per-cell files are cut into one part per province."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import AnyFile, Column, DataFile
from generator.export.flavours import Rows
from generator.model import Report
from generator.regex import regex
from generator.survey import Survey

LIMIT = 2_000
_UNSAFE = regex(r"[\W_]+")


class OfReport(NamedTuple):
    """The rows of a table that are about one report."""

    report: str
    rows: Rows


class Part(NamedTuple):
    """A part of a file: its name without extension, its province, its reports."""

    name: str
    province: str
    reports: tuple[Report, ...]


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


def by_province(file: AnyFile, survey: Survey) -> Iterator[Part]:
    """The parts of a file that is split; reports without a province have none in the index."""
    grouped: dict[str, list[Report]] = {}
    for dossier in survey.dossiers:
        grouped.setdefault(_slug(dossier.report.body.province), []).append(dossier.report)
    for slug, members in sorted(grouped.items()):
        yield Part(f"{file.name}/{slug}", members[0].body.province, tuple(members))


def _slug(province: str) -> str:
    """A name that is safe in a path and cannot be that of the index."""
    slug = _UNSAFE.sub("-", province).strip("-").lower()
    return "unknown" if slug in ("", "index") else slug
