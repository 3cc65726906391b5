"""Cells of a report that were not read, and why: said by the summary of a build and by `read`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.form import TABLE_KEYS, TableKey
from generator.model import UNREAD, Reading, Report, Status
from generator.rules.reading import is_missing

NO_TABLE = "the table was not found"
NO_ROW = "the row was not found"
MISFIT = "more or fewer values than columns"
UNSURE = "no number, or not certain which"
MASKED = "lines of the table are masked"


@dataclass(frozen=True, slots=True)
class Gap:
    """Cells that were not read for one reason: a whole table, a row, or a single cell.

    `place` is the common part of their addresses; `raw` is what stood there.
    """

    place: str
    cells: int
    status: Status
    reason: str
    raw: str = ""
    line: int | None = None


CellCounts = Mapping[tuple[Status, str], int]


def tally(reports: Iterable[Report]) -> CellCounts:
    """How many cells there are by status and by the reason why they were not read, "" for none."""
    counted: Counter[tuple[Status, str]] = Counter()
    for report in reports:
        counted.update((reading.status, "") for reading in report.cells.values())
        for gap in gaps(report):
            counted[gap.status, gap.reason] += gap.cells
            counted[gap.status, ""] -= gap.cells
    return {kind: n for kind, n in counted.items() if n}


def together(tallies: Iterable[CellCounts]) -> CellCounts:
    """The cells of several groups of reports."""
    counted: Counter[tuple[Status, str]] = Counter()
    for one in tallies:
        counted.update(one)
    return counted


def gaps(report: Report) -> Iterator[Gap]:
    """What was not read, in the order of the form."""
    headings = {section.line for section in report.sections}
    for table in TABLE_KEYS:
        own = {a: r for a, r in report.cells.items() if a.startswith(f"{table}.")}
        start = report.tables[table].line
        if start is None:
            yield Gap(table, len(own), Status.ABSENT, NO_TABLE)
            continue
        lines = headings | {reading.line for reading in own.values() if reading.line}
        for gap in _within(table, own):
            around = _around(gap.line, lines) if gap.line else _around(start, headings)
            masked = any(line in around for line in report.masked_lines)
            yield replace(gap, reason=MASKED) if masked else gap


def _around(line: int, known: set[int]) -> range:
    """The lines between what is known to stand above a line and what is known to stand below."""
    above = max((one for one in known if one < line), default=0)
    below = min((one for one in known if one > line), default=sys.maxsize)
    return range(above + 1, below)


def _within(table: TableKey, cells: dict[str, Reading]) -> Iterator[Gap]:
    unread = [address for address, reading in cells.items() if reading.status in UNREAD]
    for row, addresses in groupby(unread, lambda address: address.split(".")[1]):
        members = list(addresses)
        if all(is_missing(address, cells) for address in members):
            yield _gap(f"{table}.{row}", len(members), cells[members[0]])
        else:
            yield from (_single(address, cells[address]) for address in members)


def _gap(row: str, n: int, reading: Reading) -> Gap:
    reason = NO_ROW if reading.status is Status.ABSENT else MISFIT
    return Gap(row, n, reading.status, reason, reading.raw, reading.line)


def _single(address: str, reading: Reading) -> Gap:
    return Gap(address, 1, reading.status, UNSURE, reading.raw, reading.line)
