"""Rows → the bytes of a CSV file, for programs and for Excel, column by column."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.export.declare import AnyFile
from generator.export.excel import EXACT, protected
from generator.pickled import pickled_as_call

Fields = Sequence[str]  # of one column


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table twice: `machine` in UTF-8 with LF, `excel` with CRLF; `count` of them."""

    machine: bytes
    excel: bytes
    count: int


@lru_cache(maxsize=65_536)
def quoted(value: str) -> str:
    """A value as the csv module writes it. A lone CR would end the row for many readers, so every
    line break becomes LF.
    """
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if "," in value or '"' in value or "\n" in value:
        return '"' + value.replace('"', '""') + '"'
    return value


@lru_cache(maxsize=65_536)
def _guarded(value: str) -> str:
    return quoted(protected(value))


def joined(columns: Iterable[Fields], end: str) -> bytes:
    """Two or more columns of values that are quoted, as rows."""
    rows = [*map(",".join, zip(*columns, strict=True)), ""]
    return end.join(rows).encode()


def rows_of(file: AnyFile, columns: Sequence[Fields]) -> Rows:
    """The rows of a table, given by its columns, in both flavours."""
    if not columns[0]:
        return Rows(b"", b"", 0)
    machine: list[Fields] = []
    excel: list[Fields] = []
    for column, values in zip(file.columns, columns, strict=True):
        exact = column.type in EXACT  # and so without anything to quote
        machine.append(values if exact else _each(quoted, values))
        excel.append(values if exact else _each(_guarded, values))
    return Rows(joined(machine, "\n"), joined(excel, "\r\n"), len(columns[0]))


def _each(written: Callable[[str], str], values: Fields) -> Fields:
    """Every value as it is written; what all rows about a report have alike is written once."""
    if values.count(values[0]) == len(values):
        return [written(values[0])] * len(values)
    return list(map(written, values))


def machine_header(file: AnyFile) -> bytes:
    """The first line of a table for programs."""
    return joined([[quoted(column.name)] for column in file.columns], "\n")


def excel_header(file: AnyFile) -> bytes:
    """The first line of the same for Excel, after a byte-order mark."""
    return BOM_UTF8 + joined([[quoted(column.title.zh)] for column in file.columns], "\r\n")
