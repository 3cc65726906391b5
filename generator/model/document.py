"""What is in a file: lines and tables of text, where each thing stands, and where it came from."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.form import Edition, TableKey
from generator.pickled import pickled_as_call

Number = int | Decimal

PICTURE = "[图片]"  # stands in the text of a document for a picture in it


class Status(StrEnum):
    """What stood in a cell. Only `REPORTED` has a value; blank is never 0."""

    REPORTED = "reported"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"
    ABSENT = "absent"


# What such a cell holds is not known; a blank one is known to hold nothing.
UNREAD = frozenset({Status.UNREADABLE, Status.ABSENT})


class GridCell(NamedTuple):
    """One cell of a table in the source: its text, its line (from 1), and how far it spans.

    A merged cell stands once, in its first row, with its spans; the places it covers hold no cell.
    """

    text: str
    line: int
    columns: int = 1
    rows: int = 1


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Document:
    """A source file as text, whatever its format was.

    `lines` are the lines of the original that the report page shows: of a text file its own lines,
    else the extracted text, in which a row of a table is one line, its cells parted by ` | `.
    `grids` are the tables that the source itself marks as tables (none in plain text, where layout
    has to be inferred); every cell of a row has the line of that row. `pictures` are the numbers of
    lines that stand for a picture; `masked` are those that the register hides.
    """

    lines: tuple[str, ...]
    grids: tuple[tuple[tuple[GridCell, ...], ...], ...] = ()
    pictures: frozenset[int] = frozenset()
    encoding: str = "utf-8"
    replacement_characters: int = 0
    masked: frozenset[int] = frozenset()


class Reading(NamedTuple):
    """What was read in one cell: `value` in the unit of the form, `raw` as printed."""

    status: Status
    value: Number | None = None
    raw: str = ""
    line: int | None = None
    unit: str = ""


ABSENT = Reading(Status.ABSENT)


class PrintedLabel(NamedTuple):
    """A row or column label that differs from the form's wording."""

    standard: str
    printed: str
    line: int


@pickled_as_call
@dataclass(frozen=True, slots=True)
class TableReading:
    """How a table was found: its edition, the line where it starts, labels that differ.

    `derived` are the places (`Equation.at`, with its kind) of the identities that its values were
    told apart by, so that they prove nothing about the report. `marked` says that marks of its
    own part its cells, so that a cell which is missing is missing in the original as well.
    """

    key: TableKey
    edition: Edition
    line: int | None = None
    labels: tuple[PrintedLabel, ...] = ()
    derived: frozenset[tuple[str, str]] = frozenset()
    marked: bool = True

    @property
    def found(self) -> bool:
        """Whether the table is in the report at all."""
        return self.line is not None


class SectionReading(NamedTuple):
    """A main section: its heading as printed, split in number and words, and where it stands.

    `worded` says whether the heading is worded as the form or common usage has it.
    """

    key: str
    number: str
    heading: str
    line: int
    worded: bool = True


class Paragraph(NamedTuple):
    """A line of prose and the section it stands in ("" before the first heading)."""

    section: str
    line: int
    text: str


class Artefact(NamedTuple):
    """Something a conversion left behind, such as `[bookmark: _GoBack]`."""

    text: str
    line: int


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from; `file` is the path below `reports/`."""

    file: str
    format: str
    encoding: str
    size: int
    sha256: str
    replacement_characters: int = 0
    url: str = ""
    published_on: str = ""
    note: str = ""
