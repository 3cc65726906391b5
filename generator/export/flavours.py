"""Rows → the bytes of a CSV file, for programs and for Excel, in one pass."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from generator.export.declare import AnyFile
from generator.export.excel import EXACT, protected


@dataclass(frozen=True, slots=True)
class Flavours:
    """One table twice: `machine` in UTF-8 with LF, `excel` with a byte-order mark and CRLF."""

    machine: bytes
    excel: bytes
    rows: int


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


def flavours(file: AnyFile, rows: Iterable[list[str]]) -> Flavours:
    """Both flavours of a table; the rows may come from a generator."""
    machine, excel = Lines("\n"), Lines("\r\n")
    machine.add([column.name for column in file.columns])
    excel.add([column.title.zh for column in file.columns])
    texts = [place for place, column in enumerate(file.columns) if column.type not in EXACT]
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the last count is the number of rows
        machine.add(row)
        for place in texts:
            row[place] = protected(row[place])
        excel.add(row)
    return Flavours(machine.encoded(), BOM_UTF8 + excel.encoded(), count)
