"""One report as read, and what rules and metrics may ask of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from itertools import starmap
from operator import attrgetter
from typing import Any, NamedTuple

from generator import form
from generator.form import Equation, TableKey
from generator.model.body import Body
from generator.model.document import (
    ABSENT,
    Artefact,
    Number,
    Paragraph,
    Reading,
    SectionReading,
    Source,
    Status,
    TableReading,
)
from generator.model.mention import Mention


class Agreement(StrEnum):
    """How a number in the prose compares with the table."""

    AGREE = "agree"
    DIFFER = "differ"
    NOT_COMPARABLE = "not_comparable"


class Claim(NamedTuple):
    """A number that the prose states, and the cell it speaks of.

    `start` and `end` count characters in the line of the original; `cell` may be a sum `a+b`, and
    is empty where the form has no such number.
    """

    key: str
    value: int
    text: str
    line: int
    start: int
    end: int
    approximate: bool = False
    cell: str = ""
    agreement: Agreement = Agreement.NOT_COMPARABLE


class StatedChange(NamedTuple):
    """How much more (or, below 0, less) there was than in the year before, as the prose states it.

    `cell` is that of the claim on what changed; it may be a sum `a+b`. With `percent` the amount is
    one of every hundred, with the digits that are printed.
    """

    cell: str
    amount: Number
    text: str
    line: int
    percent: bool = False

    def fits(self, old: Number, new: Number) -> bool:
        """Whether two numbers changed so, a percentage rounded or cut off at its last digit."""
        if not self.percent:
            return new - old == self.amount
        if not old:
            return False
        stated = Decimal(self.amount)
        step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
        share = Decimal(new - old) * 100 / Decimal(old)
        return share * stated >= 0 and -step / 2 <= abs(share) - abs(stated) < step


class Period(NamedTuple):
    """A span of dates from 1 January on that the prose states, with the sentence it stands in."""

    first_year: int
    last_year: int
    last_month: int
    last_day: int
    text: str
    line: int

    @property
    def is_whole_year(self) -> bool:
        """Whether it ends on 31 December of the year it begins in."""
        end = (self.last_year, self.last_month, self.last_day)
        return end == (self.first_year, 12, 31)


class NotAssessable(Exception):  # noqa: N818 - an outcome, not an error
    """A rule or metric touched something that was not read; `reason` is a code and its detail."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code, self.detail = code, detail
        super().__init__(code, detail)

    def __str__(self) -> str:
        return self.reason

    @property
    def reason(self) -> str:
        """`code detail`, as `assessments.csv` prints it."""
        return f"{self.code} {self.detail}".strip()


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: numbers, places of things in the original, and (until slimmed) prose.

    `titled` is the body as far as the title alone tells, where other statements contradict it;
    `misnamed` are places where its township is called by the word for another kind, and `signed` is
    another township that signs the report, if one does.
    """

    source: Source
    title: str
    title_line: int | None
    year: int | None
    body: Body
    tables: Mapping[TableKey, TableReading]
    cells: Mapping[str, Reading]
    sections: tuple[SectionReading, ...] = ()
    claims: tuple[Claim, ...] = ()
    changes: tuple[StatedChange, ...] = ()
    periods: tuple[Period, ...] = ()
    mentions: tuple[Mention, ...] = ()
    titled: Body | None = None
    misnamed: tuple[Mention, ...] = ()
    signed: Mention | None = None
    artefacts: tuple[Artefact, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    id: str = ""
    township: str = ""
    preferred: bool = True
    masked_lines: frozenset[int] = frozenset()

    def value(self, address: str) -> Number:
        """The reported value of a cell; raises NotAssessable when there is none."""
        reading = self.cells.get(address, ABSENT)
        if reading.value is None:
            raise NotAssessable(reading.status.value, address)
        return reading.value

    def total(self, addresses: tuple[str, ...]) -> Number:
        """The sum of several cells; raises NotAssessable when one of them has no value."""
        reading = self.cells.get
        values = [reading(address, ABSENT).value for address in addresses]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            self.value(addresses[values.index(None)])
        return sum(known)

    def line_of(self, address: str) -> int | None:
        """The line of the original where a cell stands."""
        return self.cells.get(address, ABSENT).line

    def equations(self) -> tuple[Equation, ...]:
        """The identities that the form prints for the editions of this report."""
        return form.equations(self.tables["proactive"].edition, self.tables["requests"].edition)

    def expected(self) -> Mapping[str, form.Cell]:
        """The cells that the editions of this report have, in the order of the form."""
        return form.cells_expected(
            self.tables["proactive"].edition, self.tables["requests"].edition
        )

    def section(self, key: str) -> SectionReading:
        """A main section by key; raises NotAssessable when its heading was not found."""
        for section in self.sections:
            if section.key == key:
                return section
        raise NotAssessable("no_section", key)

    def prose(self, section: str | None = None) -> tuple[Paragraph, ...]:
        """The lines of prose, of one section or of the whole report."""
        if section is None:
            return tuple(self.paragraphs)
        return tuple([p for p in self.paragraphs if p.section == section])

    def claims_on(self, *keys: str) -> tuple[Claim, ...]:
        """The numbers that the prose states about some things; NotAssessable when none."""
        found = tuple(claim for claim in self.claims if claim.key in keys)
        if not found:
            raise NotAssessable("no_statement", " ".join(keys))
        return found

    @property
    def reported(self) -> int:
        """How many cells hold a number."""
        return sum([reading.status is Status.REPORTED for reading in self.cells.values()])

    def __reduce__(self) -> tuple[object, ...]:
        """How it is pickled: its cells by column, which is a fraction of the work of one by one.

        Their addresses are left out where they are those of the form.
        """
        if not self.cells:
            return Report, _FIELDS(self)
        columns = tuple(zip(*self.cells.values(), strict=True))
        addresses = tuple(self.cells)
        of_the_form = self.tables and addresses == tuple(self.expected())
        return _unpickled, (_BUT_CELLS(self), () if of_the_form else addresses, columns)

    def slim(self) -> "Report":
        """The same without its prose: what is kept of a report after it was judged."""
        return replace(self, paragraphs=(), mentions=(), titled=None, misnamed=(), signed=None)


_FIELDS = attrgetter(*(one.name for one in fields(Report)))
_NAMES = [one.name for one in fields(Report) if one.name != "cells"]
_BUT_CELLS = attrgetter(*_NAMES)


def _unpickled(
    values: Iterable[Any], addresses: Iterable[str], columns: Iterable[Iterable[Any]]
) -> Report:
    cells: dict[str, Reading] = {}
    report = Report(**dict(zip(_NAMES, values, strict=True)), cells=cells)
    readings = starmap(Reading, zip(*columns, strict=True))
    cells.update(zip(addresses or (report.expected() if columns else ()), readings, strict=True))
    return report


def number_text(value: Number) -> str:
    """A number exactly and without exponent or trailing zeros: `1.28`, `251000`."""
    if isinstance(value, int):
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
