"""What a chart shows, in one language and ready to be written in any of its forms."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Literal, NamedTuple

from generator.bilingual import Lang
from generator.model import Number
from generator.numerals import grouped, percent
from generator.regex import regex

Value = Number | float
Kind = Literal["bars", "interval"]
Link = Callable[[str], str]  # the address of a row, as the page needs it
# A colour of charts.css: the five outcomes of requests from open to closed, one accent, one grey.
Tone = Literal["granted", "partly", "unavailable", "withheld", "other", "accent", "grey"]


@dataclass(frozen=True, slots=True)
class Series:
    """One thing counted in every row."""

    key: str
    label: str
    tone: Tone = "accent"


class Bar(NamedTuple):
    """The numbers of a row: `values` follow the series, None where there is no number.

    `empty` are the words that stand where nothing can be drawn (`无申请`, `空白`); `note` stands at
    the right (`18/20`). For `interval` charts `low` and `high` are given exactly when the mark has
    to be hollow.
    """

    values: tuple[Value | None, ...]
    note: str = ""
    empty: str = ""
    printed_total: Value | None = None
    low: float | None = None
    high: float | None = None

    @property
    def length(self) -> Value | None:
        """The sum of all values, which the bar is as long as; None when one is missing."""
        if len(self.values) == 1:  # as in most charts
            return self.values[0]
        return None if None in self.values else sum(self.known)

    @property
    def known(self) -> tuple[Value, ...]:
        """The values that are numbers."""
        return tuple(value for value in self.values if value is not None)


class ChartRow(NamedTuple):
    """One township or year: `sub` is a second, quiet line of its name, `marked` ones get the ●."""

    label: str
    bar: Bar
    href: str = ""
    sub: str = ""
    marked: bool = False

    @property
    def name(self) -> str:
        """Both lines of the name."""
        return f"{self.label} {self.sub}".rstrip()


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """What many charts have in common, in one language: all but the title and the numbers.

    `bars` (stacked when there are several series) are counts, drawn to one scale from zero. An
    `interval` chart has one series of rates: with `percent` from 0 to 1 and shown as percentages,
    else from 0 to a round number.
    """

    kind: Kind
    lang: Lang
    subtitle: str
    source: str
    series: tuple[Series, ...]
    rows_label: str
    notes_label: str = ""
    total_label: str = ""
    mark_label: str = ""
    percent: bool = False
    printed_totals: bool = False

    def total(self, bar: Bar) -> Value | None:
        """The total of a row: as its source prints it where it does, else the sum."""
        return bar.printed_total if self.printed_totals else bar.length


@dataclass(frozen=True, slots=True)
class Chart:
    """A comparison of rows."""

    id: str
    title: str
    design: Design
    rows: tuple[ChartRow, ...]

    @property
    def any_marked(self) -> bool:
        """Whether the ● has to be explained."""
        return any(row.marked for row in self.rows)


class Download(NamedTuple):
    """The file with a chart's numbers: its address, relative to the page, and what links say."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The words around every chart, in one language."""

    interactive: str
    data: str
    remark: str
    total: str
    low: str
    high: str
    hollow: str
    plain: str


def shown(value: Value, design: Design) -> str:
    """A number as readers see it, in tables as well; it is to be escaped in markup."""
    if design.percent:
        return percent(float(value))
    return grouped(
        Decimal(str(round(value, 2))) if isinstance(value, float) else value, design.lang
    )


# HTML and XML forbid these; a file that was read may hold them.
_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPECIAL = regex(r"""[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f&<>"']""")


def escaped(text: str) -> str:
    """A text as it may stand in markup, also inside an attribute."""
    return escape(_FORBIDDEN.sub("\ufffd", text)) if _SPECIAL.search(text) else text
