"""Clean reports to plant errors in: real places, numbers that add up, prose that agrees with them.

A draft is a report as its author has it in mind, so that an error can be planted in one place of it
only; `specimen()` is what gets written.
"""

import random
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from generator.form import FORM, Edition
from generator.gazetteer import gazetteer
from generator.gazetteer.names import town_kind
from generator.model import BodyKind
from generator.specimen import Specimen

_BANK: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("prose.toml").read_text(encoding="utf-8")
)
_OWN = {"镇": "我镇", "乡": "我乡", "道": "我街道", "木": "我苏木"}
_TABLE_B = FORM["requests", 2021].blocks[0]
COLUMNS = tuple(item.key for item in _TABLE_B.column_leaves())[:-1]
ROWS = tuple(item.key for item in _TABLE_B.row_leaves())
OUTCOMES = ROWS[2:-2]
CASES = tuple(item.key for item in FORM["appeals", 2021].blocks[0].row_leaves())
RESULTS = ("upheld", "corrected", "other", "pending")
DOCUMENTS = "proactive.normative_documents"


@dataclass(frozen=True, slots=True)
class Place:
    """A township of the list of divisions."""

    code: str
    town: str
    county: str
    province: str

    @property
    def own(self) -> str:
        """How its reports speak of it."""
        return _OWN[self.town[-1]]


@dataclass(slots=True)
class Draft:
    """A report in the making: numbers by address, prose by section, the last day as ISO text."""

    place: Place
    year: int
    cells: dict[str, int]
    prose: dict[str, list[str]]
    date: str
    printed: dict[str, str] = field(default_factory=dict)  # cells that are not plain numbers
    swaps: list[tuple[str, str]] = field(default_factory=list)
    requests: Edition = 2021

    def specimen(self) -> Specimen:
        """The report as it is written."""
        cells = {address: str(number) for address, number in self.cells.items()} | self.printed
        return Specimen(
            body=f"{self.place.county}{self.place.town}",
            year=self.year,
            date=self.date,
            cells=cells,
            prose={section: "\n".join(lines) for section, lines in self.prose.items()},
            swaps=tuple(self.swaps),
            requests=self.requests,
        )

    def sum_up(self) -> None:
        """Write the totals of tables B and C anew."""
        cells = self.cells
        for column in COLUMNS:
            done = sum(cells[f"requests.{row}.{column}"] for row in OUTCOMES)
            cells[f"requests.processed.{column}"] = done
        for row in ROWS:
            cells[f"requests.{row}.total"] = sum(cells[f"requests.{row}.{c}"] for c in COLUMNS)
        for case in CASES:
            cells[f"appeals.{case}.total"] = sum(cells[f"appeals.{case}.{r}"] for r in RESULTS)


@dataclass(slots=True)
class World:
    """What is published of two townships: one with the year before, and one of elsewhere."""

    this: Draft
    last: Draft
    other: Draft


def places() -> tuple[Place, ...]:
    """Every township whose county and name say which one it is."""
    known = gazetteer()
    found = []
    for code, name in known.names.items():
        where = known.where(code)
        plain = town_kind(name) is not BodyKind.UNKNOWN and name.isalpha() and name[-1] in _OWN
        certain = where.county and " " not in known.divisions[where.county]
        if len(code) == 9 and plain and certain:
            found.append(Place(code, name, where.county, where.province))
    return tuple(found)


def world(rng: random.Random, known: tuple[Place, ...]) -> World:
    """Three clean reports, drawn."""
    here = rng.choice(known)
    elsewhere = rng.choice([place for place in rng.sample(known, 50) if _apart(place, here)])
    year = rng.choice((2022, 2023, 2024))
    last = draft(rng, here, year - 1, None)
    return World(draft(rng, here, year, last), last, draft(rng, elsewhere, year, None))


def _apart(one: Place, other: Place) -> bool:
    return one.code[:4] != other.code[:4]


def draft(rng: random.Random, place: Place, year: int, last: Draft | None) -> Draft:
    """A clean report that follows on that of the year before."""
    cells = _requests(rng, last) | _proactive(rng, last) | _appeals(rng, year)
    made = Draft(place, year, cells, {}, f"{year + 1}年1月{rng.randint(5, 28)}日")
    made.sum_up()
    made.prose = _prose(rng, made)
    return made


def _requests(rng: random.Random, last: Draft | None) -> dict[str, int]:
    """Every request due in a column is given an outcome or carried forward."""
    cells = dict.fromkeys((f"requests.{row}.{c}" for row in ROWS for c in (*COLUMNS, "total")), 0)
    shares = (60, 25, 3, 3, 5, 4)
    asked = rng.choice((0, 0, 1, 3, 8, 20, 45, 120))
    for column in rng.choices(COLUMNS, shares, k=rng.randint(asked // 2, asked)):
        cells[f"requests.received.{column}"] += 1
    for column in COLUMNS:
        if last:
            opening = last.cells[f"requests.carried_forward.{column}"]
        else:
            opening = rng.choice((0, 0, 0, 1, 2)) if asked else 0
        cells[f"requests.brought_forward.{column}"] = opening
        due = cells[f"requests.received.{column}"] + opening
        closing = min(due, rng.choice((0, 0, 0, 1, 2))) if due > 1 else 0
        cells[f"requests.carried_forward.{column}"] = closing
        weights = [30, 20, *(rng.choice((0, 1, 5)) for _ in OUTCOMES[2:])]
        for outcome in rng.choices(OUTCOMES, weights, k=due - closing):
            cells[f"requests.{outcome}.{column}"] += 1
    _no_fee_unpaid(cells)
    return cells


def _no_fee_unpaid(cells: dict[str, int]) -> None:
    """The prose says that no fee was charged, so no request was closed for want of one."""
    for column in COLUMNS:
        unpaid = f"requests.closed_fee_unpaid.{column}"
        cells[f"requests.granted.{column}"] += cells[unpaid]
        cells[unpaid] = 0


def _proactive(rng: random.Random, last: Draft | None) -> dict[str, int]:
    before = last.cells if last else {}
    issued, stock = rng.choice((0, 0, 1, 2, 5)), before.get(f"{DOCUMENTS}.in_force")
    repealed = rng.choice((0, 0, 1)) if (stock or 0) > 2 else 0
    if stock is None:
        stock, repealed = rng.choice((0, 3, 12, 27)), 0
    licences, penalties = (
        _near(rng, before.get(f"proactive.{row}.decisions")) for row in ("licences", "penalties")
    )
    rows = {"issued": issued, "repealed": repealed, "in_force": stock + issued - repealed}
    return {f"{DOCUMENTS}.{column}": number for column, number in rows.items()} | {
        "proactive.licences.decisions": licences,
        "proactive.penalties.decisions": penalties,
        "proactive.charges.amount": rng.choice((0, 0, 0, 2, 15)),
    }


def _near(rng: random.Random, before: int | None) -> int:
    """A number as it may follow on that of the year before."""
    if before is None:
        return rng.choice((0, 4, 18, 60, 240, 900))
    return int(before * rng.uniform(0.6, 1.7))


def _appeals(rng: random.Random, year: int) -> dict[str, int]:
    cells = {f"appeals.{case}.{r}": 0 for case in CASES for r in (*RESULTS, "total")}
    if rng.random() < 0.3:
        cases = CASES if year < 2024 else ("reconsideration", "suit_after_reconsideration")
        for _ in range(rng.randint(1, 4)):
            cells[f"appeals.{rng.choice(cases)}.{rng.choice(RESULTS)}"] += 1
    return cells


def _prose(rng: random.Random, made: Draft) -> dict[str, list[str]]:
    """Prose whose numbers are those of the tables."""
    cells = made.cells
    suits = sum(cells[f"appeals.{case}.total"] for case in CASES[1:])
    numbers = {
        "town": made.place.town,
        "own": made.place.own,
        "county": made.place.county,
        "year": made.year,
        "disclosures": rng.randint(31, 900),
        "trainings": rng.randint(2, 6),
        "received": cells["requests.received.total"],
        "opening": cells["requests.brought_forward.total"],
        "processed": cells["requests.processed.total"],
        "closing": cells["requests.carried_forward.total"],
        "issued": cells[f"{DOCUMENTS}.issued"],
        "repealed": cells[f"{DOCUMENTS}.repealed"],
        "in_force": cells[f"{DOCUMENTS}.in_force"],
        "licences": cells["proactive.licences.decisions"],
        "penalties": cells["proactive.penalties.decisions"],
        "reconsiderations": cells["appeals.reconsideration.total"],
        "suits": suits,
    }

    def one(name: str) -> str:
        drawn = dict(zip("abcd", rng.sample(_BANK["topics"], 4), strict=True))
        drawn |= {key: rng.choice(_BANK[key]) for key in ("who", "way")}
        return rng.choice(_BANK[name]).format(**numbers, **drawn)

    disputes = numbers["reconsiderations"] or suits
    overview = [one("lead"), one("disclosed")]
    overview.append(one("requests_some" if numbers["received"] else "requests_none"))
    overview += [one("management"), one("documents"), one("platform"), one("supervision")]
    return {
        "": [one("opening")],
        "overview": overview,
        "proactive": [one("decisions")],
        "appeals": [one("disputes_some" if disputes else "disputes_none")],
        "problems": [one("problems"), one("improvements")],
        "other": [one("fees_none")],
    }
