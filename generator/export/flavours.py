"""Rows → the bytes of a CSV file, for programs and for Excel, in one pass."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from generator.export.declare import AnyFile
from generator.export.excel import EXACT, protected


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table twice: `machine` in UTF-8 with LF, `excel` with CRLF; `count` of them."""

    machine: bytes
    excel: bytes
    count: int


class Lines:
    """A CSV file in the making.

    Most rows need no quotes: they are joined, which is many times faster than the csv module.
    """

    def __init__(self, end: str) -> None:
        self._buffer = StringIO(newline="")
        self._end = end
        self._careful = csv.writer(self._buffer, lineterminator=end)

    def add(self, row: list[str]) -> None:
        """Add a row. A lone CR would end it for many readers, so every line break becomes LF."""
        line = ",".join(row)
        if "\r" in line:
            row = [value.replace("\r\n", "\n").replace("\r", "\n") for value in row]
        elif line.count(",") == len(row) - 1 and '"' not in line and "\n" not in line:
            self._buffer.write(line + self._end)
            return
        self._careful.writerow(row)

    def encoded(self) -> bytes:
        """The file."""
        return self._buffer.getvalue().encode("utf-8")


def rows_of(file: AnyFile, rows: Iterable[list[str]]) -> Rows:
    """Some rows of a table in both flavours; they may come from a generator."""
    machine, excel = Lines("\n"), Lines("\r\n")
    texts = [place for place, column in enumerate(file.columns) if column.type not in EXACT]
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the last count is the number of rows
        machine.add(row)
        for place in texts:
            row[place] = protected(row[place])
        excel.add(row)
    return Rows(machine.encoded(), excel.encoded(), count)


def table(file: AnyFile, parts: Iterable[Rows]) -> Rows:
    """A whole table, `excel` with a byte-order mark: its header and then its rows in parts."""
    machine, excel = Lines("\n"), Lines("\r\n")
    machine.add([column.name for column in file.columns])
    excel.add([column.title.zh for column in file.columns])
    whole = [machine.encoded()], [BOM_UTF8 + excel.encoded()]
    count = 0
    for part in parts:
        whole[0].append(part.machine)
        whole[1].append(part.excel)
        count += part.count
    return Rows(b"".join(whole[0]), b"".join(whole[1]), count)
