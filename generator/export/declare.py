"""What a data file is: its columns declared once, and how a value becomes text.

Header, Excel header, dictionary, package description and data page all follow from these values.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Literal, TypeVar

from generator.bilingual import Text
from generator.model import Number, number_text
from generator.survey import Survey

Type = Literal["string", "integer", "number", "boolean", "date", "object", "array"]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: `type` is one of Table Schema, `get` gives the text to write, "" when unknown."""

    name: str
    type: Type
    title: Text
    get: Callable[[Row], str]
    unit: Text | None = None
    basis: str = ""
    note: Text | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values stand in the column of the same or another name of another file."""

    column: str
    file: str
    target: str


@dataclass(frozen=True, slots=True)
class DataFile(Generic[Row]):
    """One CSV file.

    `of_reports` says that its rows are those of each report in turn, so that they can be made
    where the report is at hand; `by_province` that it is split when there are very many reports.
    """

    name: str
    title: Text
    row: Text
    columns: tuple[Column[Row], ...]
    records: Callable[[Survey], Iterable[Row]]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    of_reports: bool = False
    by_province: bool = False

    def fields(self, survey: Survey) -> list[list[str]]:
        """The values of each column as text."""
        return self.fields_of(list(self.records(survey)))

    def fields_of(self, records: Sequence[Row]) -> list[list[str]]:
        """The same of some records."""
        return [list(map(column.get, records)) for column in self.columns]


AnyFile = DataFile[Any]


def words(values: type[StrEnum]) -> tuple[str, ...]:
    """The closed list of a column's values."""
    return tuple(member.value for member in values)


def number(value: Number | None) -> str:
    """An exact number, or nothing."""
    if value is None:
        return ""
    return str(value) if type(value) is int else number_text(value)  # nearly all are


def rate(value: float | None) -> str:
    """Six decimal places, or nothing."""
    return "" if value is None else f"{value:.6f}"


def flag(value: bool) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


def listed(values: Iterable[object]) -> str:
    """A list, separated by one space."""
    return " ".join(map(str, values))


def compact(value: object) -> str:
    """JSON on one line, keys sorted; exact decimals as numbers."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=float
    )
