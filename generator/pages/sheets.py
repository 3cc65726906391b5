"""Which townships and years stand on one page of a comparison.

An area with few reports has one page for all its years. One with more has a page for each year; it
lists the parts of the area where it has too many townships, else the townships, and on several
pages those of an area that has no parts. All metrics side by side and every single one are cut in
the same way, so that each leads to the same area on the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.areas import Area
from generator.charts import Chart
from generator.pages.area_pages import (
    COMPARISON,
    AreaLinks,
    YearLink,
    area_path,
    area_title,
    numbered,
    page_count,
    pager,
    siblings,
)
from generator.pages.base import NamedLink, Page, View, once
from generator.pages.figures import own_file
from generator.pages.others import redirect
from generator.pages.subjects import ComparedSubject, reported


@dataclass(frozen=True, slots=True)
class AreaSheet:
    """What one page shows: an area in some of its years.

    `main` is the page at the area's own address; `number` counts the `count` pages that a year
    takes.
    """

    area: Area
    years: tuple[int, ...]
    main: bool = True
    number: int = 1
    count: int = 1

    @property
    def whole(self) -> bool:
        """Whether it is a first page of the nation: each of its charts has a file of its own."""
        return not self.area.code and self.number == 1

    def path(self, base: str) -> str:
        """The logical path of the page, by that of the nation's."""
        path = area_path(base, self.area)
        return numbered(path if self.main else f"{path}{self.years[0]}/", self.number)

    def dated_path(self, base: str) -> str:
        """The logical path by which its year is always found, whatever year the area leads with."""
        return replace(self, main=False).path(base)

    def title(self, view: View, title: str) -> str:
        """The title of the page, by that of the nation's."""
        if not self.main:
            title = view.t("area.title_year", title=title, year=self.years[0])
        return area_title(view, title, self.area, self.number)


@once
def sheets_of(view: View, area: Area) -> tuple[AreaSheet, ...]:
    """The pages of one area."""
    return tuple(_sheets(area, years_of(view, area)))


def _sheets(area: Area, years: tuple[int, ...]) -> Iterator[AreaSheet]:
    if area.totals.reports <= COMPARISON.limit:
        yield AreaSheet(area, years)
        return
    for year in years:
        reports = area.totals.years[year].reports
        count = 1 if area.parts else page_count(reports, COMPARISON.limit)
        for number in range(1, count + 1):
            yield AreaSheet(area, (year,), year == years[0], number, count)


def leading_on(view: View, base: str, area: Area) -> Iterator[Page]:
    """From the addresses of the year that stands at the area's own, where each year has pages."""
    if area.totals.reports > COMPARISON.limit:
        for sheet in sheets_of(view, area):
            if sheet.main:
                yield redirect(view, sheet.dated_path(base), sheet.path(base))


def years_of(view: View, area: Area) -> tuple[int, ...]:
    """The years of an area: first that with the most reports of the nation, then the latest."""
    main = view.main_year
    return tuple(sorted(area.totals.years, key=lambda year: (year != main, -year)))


@dataclass(frozen=True, slots=True)
class Compared:
    """What a page compares in one year: townships, or the parts of an area if they are `areas`.

    `pooled` is the area as a whole.
    """

    sheet: AreaSheet
    year: int
    rows: tuple[ComparedSubject, ...]
    pooled: ComparedSubject
    areas: bool

    def id(self, view: View, name: str) -> str:
        """The id of a chart of it."""
        return f"{self._named(name)}-{view.lang}"

    @property
    def shared_file(self) -> str:
        """The file that all its charts share where none has its own."""
        return f"charts/{self._named('compare')}.csv"

    def file(self, view: View, chart: Chart) -> NamedLink:
        """The link to the file that holds what a chart of it shows."""
        if self.sheet.whole:
            return own_file(view, chart)
        return NamedLink(view.t("chart.csv_shared", year=self.year), self.shared_file)

    def _named(self, name: str) -> str:
        number = str(self.sheet.number) if self.sheet.number > 1 else ""
        return "-".join(filter(None, (name, str(self.year), self.sheet.area.code, number)))

    def title(self, view: View, title: str) -> str:
        """The title of a chart of it, by that of a chart of all townships."""
        return area_title(view, title, self.sheet.area, self.sheet.number)


def compared(view: View, base: str, sheet: AreaSheet, year: int) -> Compared:
    """The rows of a year on a page of the kind at `base`."""
    area = sheet.area
    divided = bool(area.parts) and area.totals.years[year].reports > COMPARISON.limit
    rows = parts(view, base, area, year) if divided else _reports(view, sheet, year)
    return Compared(sheet, year, rows, _whole(view, area, year), divided)


@once
def _whole(view: View, area: Area, year: int) -> ComparedSubject:
    return ComparedSubject(area.code, view.area(area), "", "", area.totals.years[year])


@once
def _reports(view: View, sheet: AreaSheet, year: int) -> tuple[ComparedSubject, ...]:
    """The rows of reports, the same on the pages of every kind."""
    first = (sheet.number - 1) * COMPARISON.limit
    dossiers = sheet.area.by_year[year][first : first + COMPARISON.limit]
    return tuple(reported(view, dossier) for dossier in dossiers)


@once
def parts(view: View, base: str, area: Area, year: int) -> tuple[ComparedSubject, ...]:
    """The parts of an area with reports of a year, in administrative order."""
    dated = ((part, part.totals.years.get(year)) for part in area.parts)
    return tuple(
        ComparedSubject(
            part.code,
            view.area(part),
            view.t("area.report" if sums.reports == 1 else "area.reports", n=sums.reports),
            _place(view, base, part, year),
            sums,
        )
        for part, sums in dated
        if sums
    )


def _place(view: View, base: str, area: Area, year: int) -> str:
    sheet = next(sheet for sheet in sheets_of(view, area) if year in sheet.years)
    return f"{sheet.path(base)}#y{year}" if len(sheet.years) > 1 else sheet.path(base)


def around(view: View, base: str, sheet: AreaSheet) -> AreaLinks:
    """The links around a page of the kind at `base`."""
    return AreaLinks(
        siblings=tuple(siblings(view, sheet.area, base)),
        years=tuple(_years(view, base, sheet)),
        pages=tuple(
            pager(
                view,
                lambda number: replace(sheet, number=number).path(base),
                sheet.number,
                sheet.count,
            )
        ),
    )


def _years(view: View, base: str, sheet: AreaSheet) -> Iterator[YearLink]:
    """All years of its area, the latest first, if there are several."""
    places = {year: _place(view, base, sheet.area, year) for year in sheet.area.totals.years}
    for year in sorted(places, reverse=True) if len(places) > 1 else ():
        key = "pager.main_year" if year == view.main_year else "word.dated"
        shown = year in sheet.years
        path = "" if shown and len(sheet.years) == 1 else places[year]
        yield YearLink(view.t(key, year=year), path, "" if shown else f"y{year}")
