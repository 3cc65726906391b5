"""The data page: every download with its rows and size, checksums, licence, dictionary."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from generator.export import FILES, FileFacts
from generator.model import FileOutcome, FileRecord
from generator.numerals import grouped
from generator.pages.base import NamedLink, Page, View
from generator.pages.citation import cited_data
from generator.phrases import file_text

LIMIT = 200  # files in a list


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One data file in both flavours."""

    name: str
    path: str
    excel_path: str
    title: str
    row: str
    rows: str
    size: str
    excel_size: str


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of a data file."""

    name: str
    type: str
    unit: str
    title: str
    basis: str


@dataclass(frozen=True, slots=True)
class ShownDictionary:
    """The columns of one file."""

    name: str
    columns: tuple[ShownColumn, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A file found below `reports/`, and what became of it."""

    file: str
    outcome: str
    reason: str
    path: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The files found; where they are too many, how many came to what, and those not read whole."""

    caption: str
    files: tuple[Covered, ...]
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page):
    """All downloads."""

    template: ClassVar[str] = "pages/data.html"

    files: tuple[ShownFile, ...]
    extras: tuple[NamedLink, ...]
    zip_size: str
    licence: str
    citation: str
    checksums: tuple[FileFacts, ...]
    coverage: Coverage
    dictionary: tuple[ShownDictionary, ...]


def data_page(view: View, facts: Sequence[FileFacts]) -> Iterator[Page]:
    """The data page, which needs the facts of the files already written."""
    t = view.t
    by_path = {fact.path: fact for fact in facts}
    yield DataPage(
        links=view.links("/data/"),
        title=t("data.title"),
        description=t("data.lead"),
        section="data",
        files=tuple(_files(view, by_path)),
        extras=(
            NamedLink("README.txt", "data/README.txt"),
            NamedLink("datapackage.json", "data/datapackage.json"),
            NamedLink("checksums.sha256", "data/checksums.sha256"),
        ),
        zip_size=size_text(by_path["everything.zip"].size),
        licence=view.survey.settings.licence,
        citation=cited_data(view),
        checksums=tuple(facts),
        coverage=coverage(view),
        dictionary=tuple(_dictionary(view)),
    )


def size_text(size: int) -> str:
    """A size in the unit that gives a small number."""
    for unit, step in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} B"


def coverage(view: View) -> Coverage:
    """Every file found, accounted for: by name, or counted where they are too many for a page."""
    records = view.survey.files
    if len(records) <= LIMIT:
        files = tuple(_covered(view, record) for record in records)
        return Coverage(view.t("data.coverage_text"), files)
    counted = Counter(record.outcome for record in records)
    unread = (record for record in records if record.outcome is not FileOutcome.READ)
    return Coverage(
        caption=view.t("data.coverage_unread", n=LIMIT),
        files=tuple(_covered(view, record) for record in islice(unread, LIMIT)),
        counts=tuple(
            view.t("data.counted", outcome=view.t(f"outcome.{one}"), n=grouped(n, view.lang))
            for one in FileOutcome
            if (n := counted[one])
        ),
    )


def _covered(view: View, record: FileRecord) -> Covered:
    path = f"/reports/{record.reports[0]}/" if record.reports else ""
    reason = file_text(record.reason, view.lang) if record.reason else ""
    return Covered(record.file, record.outcome, reason, path)


def _files(view: View, by_path: dict[str, FileFacts]) -> Iterator[ShownFile]:
    for name, file in FILES.items():
        path = f"{name}.csv" if f"{name}.csv" in by_path else f"{name}/index.csv"
        machine, excel = by_path[path], by_path[f"excel/{path}"]
        yield ShownFile(
            name,
            f"data/{path}",
            f"data/excel/{path}",
            file.title.in_(view.lang),
            file.row.in_(view.lang),
            grouped(machine.rows or 0, view.lang),
            size_text(machine.size),
            size_text(excel.size),
        )


def _dictionary(view: View) -> Iterator[ShownDictionary]:
    for name, file in FILES.items():
        columns = tuple(
            ShownColumn(
                column.name,
                column.type,
                column.unit.in_(view.lang) if column.unit else "",
                column.title.in_(view.lang),
                column.basis,
            )
            for column in file.columns
        )
        yield ShownDictionary(name, columns)
