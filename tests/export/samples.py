"""The five sample reports as a survey, and readers of what was exported."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from io import StringIO
from typing import NamedTuple

from generator import form
from generator.export import (
    FILES,
    OTHERS,
    FileFacts,
    GrowingPart,
    Part,
    RowsAbout,
    WrittenPart,
    data_files,
    parts_of,
    rows_about,
)
from generator.export import rows_of as rows_of_table
from generator.metrics import measured
from generator.model import (
    Body,
    BodyKind,
    Dossier,
    FileOutcome,
    FileRecord,
    Reply,
    ReplyStatus,
    Report,
    Resolution,
    Source,
)
from generator.parse import parse
from generator.readers import read_text
from generator.rules import assess
from generator.settings import Settings
from generator.survey import Survey
from tests.conftest import ROOT

Rows = list[dict[str, str]]
EXPECTED = ROOT / "tests" / "expected"


class Written(NamedTuple):
    """A file of the data folder, and what is said of it."""

    facts: FileFacts
    data: bytes


def exported(survey: Survey) -> dict[str, Written]:
    """Every file of the data folder by its path."""
    facts: list[FileFacts] = []
    files: dict[str, bytearray] = defaultdict(bytearray)
    by_id = {dossier.report.id: dossier for dossier in survey.dossiers}
    written = [
        _written(part, [rows_about(by_id[one.id], part.tables) for one in part.reports], files)
        for part in parts_of(survey)
    ]
    for table in OTHERS:
        rows = rows_of_table(FILES[table], FILES[table].fields(survey))
        written.append(_written(Part((table,), ()), [{table: rows}], files))
    for path, chunks in data_files(survey, written, facts):
        files[path].extend(b"".join(chunks))
    assert sorted(one.path for one in facts) == sorted(files)
    return {one.path: Written(one, bytes(files[one.path])) for one in facts}


def _written(part: Part, rows: Iterable[RowsAbout], files: Mapping[str, bytearray]) -> WrittenPart:
    """A part, in pieces with the rows about one report."""
    deflated: dict[str, list[bytes]] = defaultdict(list)
    growing = GrowingPart(part, lambda path: files[path].extend, lambda path: deflated[path].append)
    for about in rows:
        growing.add([about])
    members = {
        table: tuple(one.member(partial(deflated.__getitem__, one.facts.path)) for one in both)
        for table, both in growing.done().items()
    }
    return WrittenPart(part, members)


class Place(NamedTuple):
    """Where a sample is from; the codes are those of the issue."""

    code: str
    county: str
    city: str
    province: str


PLACES = {
    "chaiguan-2023": Place("130582203", "沙河市", "邢台市", "河北省"),
    "heping-2023": Place("", "", "", ""),
    "jugezhuang-2023": Place("110118105", "密云区", "", "北京市"),
    "xuying-2024": Place("410724104", "获嘉县", "新乡市", "河南省"),
    "yujiawu-2023": Place("110112209", "通州区", "", "北京市"),
}
IDS = {
    stem: f"{place.code or 'unresolved-heping-2023-txt'}-{stem[-4:]}"
    for stem, place in PLACES.items()
}
REPLY = Reply(
    "110112209-2023",
    "TB-SUM",
    "requests.processed.natural_person",
    ReplyStatus.EXPLAINED,
    "录入有误，应为7件。",
    "https://example.org/a?b=1&c=2",
    "2026-01-15",
)


def read_sample(stem: str) -> Report:
    """A sample as the corpus would give it."""
    place = PLACES[stem]
    data = (ROOT / "content" / "reports" / f"{stem}.txt").read_bytes()
    source = Source(f"{stem}.txt", "txt", "utf-8", len(data), sha256(data).hexdigest())
    report = parse(read_text(data), source)
    assert isinstance(report, Report)
    resolution = Resolution.REGISTER if place.code else Resolution.AMBIGUOUS
    body = replace(
        report.body,
        kind=BodyKind.TOWNSHIP,
        county=place.county,
        city=place.city,
        province=place.province,
        division_code=place.code,
        resolution=resolution,
    )
    township = place.code or "unresolved-heping-2023-txt"
    return replace(report, id=IDS[stem], township=township, body=body)


def judged(report: Report) -> Dossier:
    """A report with what is found and measured in it."""
    findings, assessments = assess(report)
    return measured(Dossier(report.slim(), findings, assessments))


def surveyed(dossiers: Iterable[Dossier]) -> Survey:
    """A survey of some reports, with the records of their files."""
    ordered = tuple(sorted(dossiers, key=lambda d: d.report.id))
    files = sorted((_record(d.report) for d in ordered), key=lambda record: record.file)
    return Survey(ordered, tuple(files), (REPLY,), Settings(publisher="某社"))


def _record(report: Report) -> FileRecord:
    source = report.source
    return FileRecord(
        source.file,
        source.format,
        source.size,
        source.sha256,
        FileOutcome.READ,
        source.encoding,
        reports=(report.id,),
    )


def bodies(dossier: Dossier, **changes: str) -> Dossier:
    """The same report by another body."""
    body: Body = replace(dossier.report.body, **changes)  # type: ignore[arg-type]
    return replace(dossier, report=replace(dossier.report, body=body))


def rows_of(data: bytes) -> Rows:
    """A machine CSV, read back."""
    return list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))


def lists_of(data: bytes) -> list[list[str]]:
    """The same for the Excel flavour, without its byte-order mark."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def as_shown(value: str) -> str:
    """What a spreadsheet shows of a value of the Excel flavour, without the protecting mark."""
    formula = re.fullmatch(r'="([^"]*)"', value)
    return formula[1] if formula else value.removeprefix("'")


def printed(stem: str) -> dict[str, tuple[str, int]]:
    """The numbers and lines of a sample, typed from the report by hand, by address."""
    found: dict[str, tuple[str, int]] = {}
    with (EXPECTED / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        for typed in csv.DictReader(file):
            columns = [
                address
                for address in form.cells_expected(2021, 2021)
                if address.startswith(f"{typed['table']}.{typed['row']}.")
            ]
            lines = range(int(typed["first_line"]), int(typed["first_line"]) + len(columns))
            found |= {
                address: (value, line)
                for address, value, line in zip(
                    columns, typed["raw"].split(" "), lines, strict=True
                )
            }
    return found
