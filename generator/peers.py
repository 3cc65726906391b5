"""What is usual among the townships of an area in a year, without the township itself.

The numbers of each area are sorted once; a median without one of them is then two look-ups, so a
nation takes time in step with its reports.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model import ABSENT, TOWNSHIP_KINDS, Body, Number, Report, Typical

LEAST = 10  # others in an area; with fewer a median says little
Numbers = tuple[Number | None, ...]  # of a report, in some cells
_Area = tuple[int, str]  # in a year


def numbers_of(report: Report, cells: Iterable[str]) -> Numbers:
    """What a report holds in some cells."""
    return tuple([report.cells.get(cell, ABSENT).value for cell in cells])


class _Column(NamedTuple):
    """The numbers of an area in one cell, in order; without one, no median is below `lowest`."""

    numbers: list[Number]
    lowest: Typical


class Among(NamedTuple):
    """The numbers of an area that a number is compared with, its own among them if it has one."""

    column: _Column
    own: Number | None
    area: str

    @property
    def typical(self) -> Typical:
        """What is usual among the others."""
        numbers, own = self.column.numbers, self.own
        return Typical(_median_without(own, numbers), len(numbers) - (own is not None), self.area)

    def may_be_exceeded(self, number: Number | None) -> bool:
        """Whether the median has to be known to tell that nothing is to be said of a number."""
        lowest = self.column.lowest
        return lowest.median <= 0 or (number is not None and lowest.exceeded(number))


class Peers:
    """The numbers that the preferred reports of townships hold in some cells, by year and area.

    Areas are told by the code: its first 6 digits are a county, 4 a city, 2 a province.
    """

    def __init__(
        self, cells: Sequence[str], reports: Iterable[Report], numbers: Iterable[Numbers]
    ) -> None:
        self._cells = cells
        self._own: dict[_Area, Numbers] = {}
        known: dict[_Area, list[Numbers]] = {}
        for report, own in zip(reports, numbers, strict=True):
            code, year = report.body.division_code, report.year
            if report.preferred and code and year and report.body.kind in TOWNSHIP_KINDS:
                self._own[year, code] = own
                for digits in (6, 4, 2, 0):
                    known.setdefault((year, code[:digits]), []).append(own)
        self._columns = {
            area: dict(zip(cells, map(_column, zip(*some, strict=True)), strict=True))
            for area, some in known.items()
            if len(some) >= LEAST
        }

    def among(self, report: Report) -> Iterator[tuple[str, Among]]:
        """By cell, in the narrowest area that has enough others with a number there."""
        year, body = report.year, report.body
        if year is None or body.kind not in TOWNSHIP_KINDS:
            return
        wide = [
            (columns, name)
            for area, name in _areas(body)
            if (columns := self._columns.get((year, area))) and (name or not area)
        ]
        mine = self._own.get((year, body.division_code), (None,) * len(self._cells))
        for cell, own in zip(self._cells, mine, strict=True):
            for columns, name in wide:
                if len(columns[cell].numbers) - (own is not None) >= LEAST:
                    yield cell, Among(columns[cell], own, name)
                    break


def _column(found: Iterable[Number | None]) -> _Column:
    numbers = sorted([number for number in found if number is not None])
    below = numbers[max(len(numbers) - 2, 0) // 2] if numbers else 0
    return _Column(numbers, Typical(below, len(numbers)))


def _areas(body: Body) -> Iterator[tuple[str, str]]:
    """The areas a township lies in with their names, the narrowest first; "" is all that is known.

    A township whose code is not known is compared with all, and is no peer itself.
    """
    if body.division_code:
        for digits, name in ((6, body.county), (4, body.city), (2, body.province)):
            yield body.division_code[:digits], name
    yield "", ""


def _median_without(own: Number | None, numbers: list[Number]) -> Number:
    """The middle of sorted numbers, one of them left out unless it is None."""
    left_out = len(numbers) if own is None else bisect_left(numbers, own)
    count = len(numbers) - (own is not None)
    low, high = (
        numbers[place if place < left_out else place + 1]
        for place in ((count - 1) // 2, count // 2)
    )
    middle = Decimal(low + high) / 2
    return int(middle) if middle == int(middle) else middle
