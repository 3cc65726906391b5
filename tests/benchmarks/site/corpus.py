"""Reports of real townships to build a large site from, and what has to come back out of it.

Townships come in an order drawn from the seed, each with one to three reports of years in a row, so
the first reports of a large corpus are those of a small one. Reports up to 2020 use the edition of
2019. One number of every twentieth is misprinted so that a sum no longer adds up.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from generator.form import all_cells, cells_expected
from generator.gazetteer import resolve
from generator.model import Body
from generator.specimen import Specimen, written
from tests.benchmarks.rules.drafts import DOCUMENTS, Draft, Place, World, draft, places
from tests.benchmarks.rules.slips import SLIPS

SEED = 20261128
FIRST_YEAR, LAST_YEAR = 2019, 2025
SPANS = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3)  # years of a township: 1.4 on average
ALL_YEARS = (6, 7)  # of each township, so that the nation has enough of them
PLANTED_EVERY = 20
CORRECTED = "proactive.coercive_measures.decisions"
MISPRINTS = ("total_off", "part_off", "digit_doubled", "total_forgotten", "digits_swapped")


@dataclass(frozen=True, slots=True)
class Made:
    """A report as written: its id on the site, its text, and what must be read from it.

    `values` are the numbers in the order of `form.all_cells()`, empty where the edition has no such
    cell; `misprinted` is the address of the planted error, "" when it is clean.
    """

    id: str
    text: str
    values: tuple[str, ...]
    misprinted: str

    @property
    def file(self) -> str:
        """Its name below `reports/`."""
        return f"{self.id}.txt"


@dataclass(frozen=True, slots=True)
class Series:
    """Reports of one township: of how many years from which on, and the number of the first."""

    place: Place
    first: int
    years: int
    number: int


def planned(size: int, spans: tuple[int, ...] = SPANS) -> Iterator[Series]:
    """Whose reports make up a corpus of a size, in order; townships have so many years each."""
    rng = random.Random(SEED)  # noqa: S311 - nothing here is secret
    known = list(places())
    rng.shuffle(known)
    number = 0
    for place in filter(_named_for_certain, known):
        span = rng.choice(spans)
        first = rng.randint(FIRST_YEAR, LAST_YEAR - span + 1)
        yield Series(place, first, min(span, size - number), number)
        number += span
        if number >= size:
            return
    raise ValueError(f"{size} reports: the list of divisions has places for {number}")


def _named_for_certain(place: Place) -> bool:
    """Whether the name in the title is enough; that of two places in the whole list is not."""
    return resolve(Body(printed=place.county + place.town)).division_code == place.code


Through = Callable[[Callable[[Series], list[Made]], Iterable[Series]], Iterable[list[Made]]]


def reports(size: int, through: Through = map, spans: tuple[int, ...] = SPANS) -> Iterator[Made]:
    """The reports of a corpus; `through` is a `map`, such as that of a pool of processes."""
    return chain.from_iterable(through(made, planned(size, spans)))


def made(series: Series, corrected: int = -1) -> list[Made]:
    """The reports of one township, each following on that of the year before.

    In the one with the number `corrected` one more cell is filled in.
    """
    rng = random.Random(f"{SEED} {series.place.code}")  # noqa: S311
    found: list[Made] = []
    last: Draft | None = None
    for number, year in enumerate(range(series.first, series.first + series.years), series.number):
        last = draft(rng, series.place, year, last)
        printed = deepcopy(last)
        if year <= 2020:
            _set_in_old_form(rng, printed)
        misprinted = _misprinted(rng, printed) if number % PLANTED_EVERY == 0 else ""
        if number == corrected:
            printed.cells[CORRECTED] = 7
        found.append(_made(printed, misprinted))
    return found


def report(size: int, number: int, *, corrected: bool = False) -> Made:
    """One report of a corpus, as it is or with one number corrected after publication."""
    series = next(s for s in planned(size) if s.number <= number < s.number + s.years)
    return made(series, number if corrected else -1)[number - series.number]


def _set_in_old_form(rng: random.Random, report: Draft) -> None:
    """The same report in the edition of 2019, whose table A asks for other things."""
    SLIPS["old_edition"].plant(rng, World(report, report, report))
    cells = report.cells
    issued, in_force = (cells[f"{DOCUMENTS}.{column}"] for column in ("issued", "in_force"))
    cells |= {
        f"{DOCUMENTS}.made": issued,
        f"{DOCUMENTS}.published": issued,
        f"{DOCUMENTS}.published_total": in_force,
        "proactive.licences.items_last_year": rng.choice((0, 6, 40)),
        "proactive.licences.items_change": rng.choice((0, 0, 2)),
        "proactive.procurement.projects": rng.choice((0, 1, 5)),
    }
    expected = cells_expected(2019, 2019)
    report.cells = {address: n for address, n in cells.items() if address in expected}


def _misprinted(rng: random.Random, report: Draft) -> str:
    """Misprint one number of a sum, of zeros a total sooner or later; the address of its cell."""
    while True:
        for name in rng.sample(MISPRINTS, len(MISPRINTS)):
            edit = SLIPS[name].plant(rng, World(report, report, report))
            if edit:
                return edit.cell


def _made(report: Draft, misprinted: str) -> Made:
    specimen = replace(report.specimen(), proactive=report.requests)
    name = f"{report.place.code}-{report.year}"
    return Made(name, written(specimen), tuple(_values(specimen)), misprinted)


def _values(specimen: Specimen) -> Iterator[str]:
    expected = cells_expected(specimen.proactive, specimen.requests)
    for address in all_cells():
        yield specimen.cells.get(address, "0") if address in expected else ""


def write(folder: Path, some: Iterable[Made]) -> Iterator[Made]:
    """Write reports into a content folder, one after the other, and hand them on."""
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    for one in some:
        (folder / "reports" / one.file).write_text(one.text, encoding="utf-8", newline="\n")
        yield one
