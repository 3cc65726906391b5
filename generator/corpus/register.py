"""`content/reports.csv`: what the maintainer knows about files, which wins over what was read."""

from pathlib import Path
from typing import NamedTuple

from generator.corpus.problems import Problem
from generator.corpus.table_file import EXTRA, CheckedFields, read_rows
from generator.model import BodyKind
from generator.regex import regex

COLUMNS = (
    "file",
    "division_code",
    "name",
    "kind",
    "county",
    "city",
    "province",
    "year",
    "source_url",
    "published_on",
    "prefer",
    "mask_lines",
    "note",
)
_CODE = regex(r"[1-9][0-9]{8}")
_YEAR = regex(r"20[0-4][0-9]")
_LINES = regex(r"(?P<first>[1-9][0-9]*)(?:-(?P<last>[1-9][0-9]*))?")


class Entry(NamedTuple):
    """One line of the register; what is empty is not known.

    `mask_lines` is None when it was written but not understood: then nothing may be shown.
    """

    file: str
    division_code: str = ""
    name: str = ""
    kind: BodyKind = BodyKind.UNKNOWN
    county: str = ""
    city: str = ""
    province: str = ""
    year: int | None = None
    source_url: str = ""
    published_on: str = ""
    prefer: bool = False
    mask_lines: frozenset[int] | None = frozenset()
    note: str = ""


def read_register(path: Path, problems: list[Problem]) -> dict[str, Entry]:
    """The register by file; a malformed field is left out and said so, its line still counts."""
    entries: dict[str, Entry] = {}
    for where, row in read_rows(path, COLUMNS, ("file",), problems):
        file = row["file"].replace("\\", "/")
        if not file:
            if any(row.values()):
                problems.append(Problem(where, "file is empty", "Name the file below reports/."))
        elif file in entries:
            problems.append(
                Problem(where, f"{file} has a line above already", "Keep one line for a file.")
            )
            if row["mask_lines"]:  # which of the two is meant is not certain
                entries[file] = entries[file]._replace(mask_lines=None)
        else:
            entries[file] = _entry(CheckedFields(where, row, problems), file)
        if file and EXTRA in row:  # a mask may stand in the wrong column
            entries[file] = entries[file]._replace(mask_lines=None)
    return entries


def _entry(fields: CheckedFields, file: str) -> Entry:
    row = fields.row
    return Entry(
        file=file,
        division_code=fields.matching("division_code", _CODE, "9 digits"),
        name=row["name"],
        kind=_kind(fields),
        county=row["county"],
        city=row["city"],
        province=row["province"],
        year=int(fields.matching("year", _YEAR, "a year such as 2023") or 0) or None,
        source_url=fields.address("source_url"),
        published_on=fields.day("published_on"),
        prefer=_prefer(fields),
        mask_lines=_lines(fields),
        note=row["note"],
    )


def _kind(fields: CheckedFields) -> BodyKind:
    value = fields.row["kind"]
    if value and value not in list(BodyKind):
        fields.refuse("kind", "one of " + ", ".join(BodyKind))
        return BodyKind.UNKNOWN
    return BodyKind(value) if value else BodyKind.UNKNOWN


def _prefer(fields: CheckedFields) -> bool:
    value = fields.row["prefer"]
    if value not in ("", "yes"):
        fields.refuse("prefer", "yes or nothing")
    return value == "yes"


def _lines(fields: CheckedFields) -> frozenset[int] | None:
    """`12 40-42` as line numbers, None when it is not of that form."""
    lines: set[int] = set()
    for part in fields.row["mask_lines"].split():
        found = _LINES.fullmatch(part)
        first, last = (
            (int(found["first"]), int(found["last"] or found["first"])) if found else (1, 0)
        )
        if last < first:
            fields.refuse("mask_lines", "line numbers such as 12 40-42")
            return None
        lines.update(range(first, min(last, first + 100_000) + 1))
    return frozenset(lines)
