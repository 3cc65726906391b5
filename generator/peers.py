"""What is usual among the townships of an area in a year, without the township itself.

The numbers of each area are sorted once; a median without one of them is then two look-ups, so a
nation takes time in step with its reports.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model import ABSENT, TOWNSHIP_KINDS, Body, Number, Report, Typical

LEAST = 10  # others in an area; with fewer a median says little
Numbers = tuple[Number | None, ...]  # of a report, in some cells
_Area = tuple[int, str]  # in a year


def numbers_of(report: Report, cells: Iterable[str]) -> Numbers:
    """What a report holds in some cells."""
    return tuple([report.cells.get(cell, ABSENT).value for cell in cells])


class Peers:
    """The numbers that the preferred reports of townships hold in some cells, by year and area.

    Areas are told by the code: its first 6 digits are a county, 4 a city, 2 a province.
    """

    def __init__(self, reports: Iterable[Report], numbers: Iterable[Numbers]) -> None:
        self._own: dict[_Area, Numbers] = {}
        self._known: dict[_Area, list[Numbers]] = {}
        self._sorted: dict[tuple[_Area, int], list[Number]] = {}
        for report, own in zip(reports, numbers, strict=True):
            code, year = report.body.division_code, report.year
            if report.preferred and code and year and report.body.kind in TOWNSHIP_KINDS:
                self._own[year, code] = own
                for digits in (6, 4, 2, 0):
                    self._known.setdefault((year, code[:digits]), []).append(own)

    def typical(self, report: Report, place: int) -> Typical | None:
        """What is usual in the cell at a place, in the narrowest area with enough others."""
        if report.year is None or report.body.kind not in TOWNSHIP_KINDS:
            return None
        known = self._own.get((report.year, report.body.division_code))
        own = known[place] if known else None
        for area, name in _areas(report.body):
            numbers = self._numbers((report.year, area), place)
            others = len(numbers) - (own is not None)
            if others >= LEAST and (name or not area):
                return Typical(_median_without(own, numbers), others, name)
        return None

    def _numbers(self, area: _Area, place: int) -> list[Number]:
        """The numbers of an area in the cell at a place, in order."""
        found = self._sorted.get((area, place))
        if found is None:
            known = [own[place] for own in self._known.get(area, ())]
            found = sorted(number for number in known if number is not None)
            self._sorted[area, place] = found
        return found


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
