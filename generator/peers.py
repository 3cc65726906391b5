"""What is usual among the townships of an area in a year, without the township itself.

The numbers of each area are sorted once; a median without one of them is then two look-ups, so a
nation takes time in step with its reports.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model import TOWNSHIP_KINDS, Body, Number, Report, Typical

LEAST = 10  # others in an area; with fewer a median says little
_Group = tuple[int, str, str]  # year, area, cell


class Peers:
    """The numbers that the preferred reports of townships hold in some cells, by year and area.

    Areas are told by the code: its first 6 digits are a county, 4 a city, 2 a province.
    """

    def __init__(self, reports: Iterable[Report], cells: tuple[str, ...]) -> None:
        self._cells = cells
        self._known: dict[_Group, list[Number]] = {}
        self._own: dict[tuple[int, str, str], Number] = {}
        for report in reports:
            code, year = report.body.division_code, report.year
            if report.preferred and code and year and report.body.kind in TOWNSHIP_KINDS:
                for cell in cells:
                    self._add(report, year, cell)
        for numbers in self._known.values():
            numbers.sort()

    def _add(self, report: Report, year: int, cell: str) -> None:
        reading = report.cells.get(cell)
        if reading is not None and reading.value is not None:
            self._own[year, report.body.division_code, cell] = reading.value
            for area, _ in _areas(report.body):
                self._known.setdefault((year, area, cell), []).append(reading.value)

    def typical(self, report: Report) -> dict[str, Typical]:
        """By cell, in the narrowest area that has enough others with a number there."""
        if report.year is None or report.body.kind not in TOWNSHIP_KINDS:
            return {}
        found = ((cell, self._in_the_narrowest(report, report.year, cell)) for cell in self._cells)
        return {cell: typical for cell, typical in found if typical}

    def _in_the_narrowest(self, report: Report, year: int, cell: str) -> Typical | None:
        own = self._own.get((year, report.body.division_code, cell))
        for area, name in _areas(report.body):
            numbers = self._known.get((year, area, cell), [])
            others = len(numbers) - (own is not None)
            if others >= LEAST and (name or not area):
                return Typical(_median_without(own, numbers), others, name)
        return None


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
