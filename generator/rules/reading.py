"""What rules look at, or `NotAssessable` where it was not read; identities one by one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from generator import form
from generator.form import Edition, Equation, TableKey, term
from generator.form.layout import Identity
from generator.model import (
    PICTURE,
    NotAssessable,
    Number,
    Paragraph,
    Reading,
    Report,
    SectionReading,
    Status,
    number_text,
)
from generator.regex import regex
from generator.rules.registry import Each, Fact, Hit
from generator.rules.wording import column_label, row_label
from generator.simplified import folded, simplified

FIRST_YEAR_OF_THE_FORM = 2019

_SECTIONS = {section.key: section for section in form.SECTIONS}
# `[图片]`, `详见下表`, `具体情况见附件`, `(略)`: what stands there is not in the prose.
_LEFT_OUT = regex(
    rf"{re.escape(PICTURE)}|[见如](?:以?下|附|后|上|此)?(?:图|表|附件|附图|附表)(?!现)"
    r"|^[^\w\n]*略[^\w\n]*$|\(\W{0,4}\w{0,4}略\W",
    re.MULTILINE,
)
# A line without any mark may be a sub-heading whose text was lost.
_SENTENCE = regex(r"[。;,]|^.{20,}$", re.MULTILINE)

# Every code that a reason can start with, beside the statuses of a cell that has no value.
CODES = (
    "no_table",
    "no_section",
    "no_headings",
    "no_title",
    "no_year",
    "no_statement",
    "not_comparable",
    "no_code",
    "no_place",
    "not_a_township",
    "no_prose",
    "before_2019",
    "before_2021",
    "before_2024",
    "not_a_government",
    "masked",
    "derived",
    "unmarked",
    "no_date",
    "unreadable_period",
    "told_by",
    "no_year_before",
    "no_earlier_year",
    "not_preferred",
    "series_break",
    "few_numbers",
    "few_peers",
    "median_zero",
    "elsewhere",
    "converted",
    "too_short",
    "nothing_beside",
)


def tables(report: Report) -> Iterable[TableKey]:
    """The three tables, for rules that look at each; all of their lines can be seen."""
    if not report.masked_lines:
        return form.TABLE_KEYS
    starts = {table.line: True for table in report.tables.values() if table.line}
    starts |= {section.line: bool(_SECTIONS[section.key].table) for section in report.sections}
    for line in report.masked_lines:
        above = max((start for start in starts if start <= line), default=0)
        if starts.get(above):
            raise NotAssessable("masked")
    return form.TABLE_KEYS


def has_hidden_prose(report: Report) -> bool:
    """Whether a line is hidden that does not stand amid a table."""
    return any(not _amid_a_table(line, report) for line in report.masked_lines)


def no_hidden_prose(report: Report) -> None:
    """What was not found is missing only when no line is hidden in which it may stand."""
    if has_hidden_prose(report):
        raise NotAssessable("masked")


def _amid_a_table(line: int, report: Report) -> bool:
    """Whether a line stands between the headings of a table and the last of its cells."""
    for table, reading in report.tables.items():
        lines = [r.line for a, r in report.cells.items() if a.startswith(f"{table}.") and r.line]
        if reading.line and lines and reading.line <= line <= max(lines):
            return True
    return False


def demand(report: Report, table: TableKey) -> None:
    """NotAssessable when a table is not in the report."""
    if not report.tables[table].found:
        raise NotAssessable("no_table", table)


def addresses(report: Report, table: TableKey) -> Iterable[str]:
    """The cells of a table that is in the report, in the order of the form."""
    demand(report, table)
    return form.cells_of(table, report.tables[table].edition)


def readings(report: Report, table: TableKey) -> dict[str, Reading]:
    """What was read in them."""
    known = addresses(report, table)
    return dict(zip(known, map(report.cells.__getitem__, known), strict=True))


def without_value(report: Report, table: TableKey) -> dict[str, Reading]:
    """The same of those that hold no number."""
    cells, known = report.cells, addresses(report, table)
    return {address: one for address in known if (one := cells[address]).value is None}


def is_missing(address: str, cells: dict[str, Reading]) -> bool:
    """Whether the row was not found, or its values do not fit its columns.

    A row that does not fit is read as unreadable as a whole, every cell with the text of all.
    """
    reading = cells[address]
    if reading.status is not Status.UNREADABLE:
        return reading.status is Status.ABSENT
    row = address.rpartition(".")[0] + "."
    shared = {other.raw for name, other in cells.items() if name.startswith(row)} == {reading.raw}
    return shared and (" " in reading.raw or not reading.raw)


def headings(report: Report) -> tuple[SectionReading, ...]:
    """The main headings of a report that has any."""
    if not report.sections:
        raise NotAssessable("no_headings")
    return report.sections


def year(report: Report) -> int:
    """The year of the report."""
    if report.year is None:
        raise NotAssessable("no_year")
    return report.year


def bound_by_the_form(report: Report) -> bool:
    """Whether the uniform form binds a report; in its first year, 2019, it was but encouraged.

    A report of an earlier year cannot be judged by it; one without a year is taken for a later one.
    """
    if report.year is not None and report.year < FIRST_YEAR_OF_THE_FORM:
        raise NotAssessable("before_2019", str(report.year))
    return report.year != FIRST_YEAR_OF_THE_FORM


def since(first: int, report: Report) -> int:
    """The year of a report that is not older than what a rule rests on."""
    known = year(report)
    if known < first:
        raise NotAssessable(f"before_{first}", str(known))
    return known


def plain(prose: Iterable[Paragraph]) -> str:
    """Lines of prose as one simplified text without white space, all characters plain twins."""
    return "\n".join([_squeezed(paragraph.text) for paragraph in prose])


@lru_cache(maxsize=256)  # the lines of a report, which many rules ask for
def _squeezed(line: str) -> str:
    return simplified("".join(folded(line).split()))


def told_in(report: Report, key: str) -> str:
    """The `plain` prose of a section.

    NotAssessable where a part of it stands in a picture or elsewhere, or was not read at all.
    """
    report.section(key)
    text = plain(report.prose(key))
    if not _is_told(text):
        raise NotAssessable("no_prose", key)
    return text


@lru_cache(maxsize=2)  # the sections that several rules ask for
def _is_told(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not _LEFT_OUT.search(text)


def of_a_known_place(report: Report) -> int:
    """The year of a report that is of the same body as the others beside it.

    Without a code every report stands alone: its body may well have published others.
    """
    known = year(report)
    if not report.body.division_code:
        raise NotAssessable("no_code")
    return known


@cache
def _identities(
    table: TableKey, kind: Identity, proactive: Edition, requests: Edition
) -> tuple[Equation, ...]:
    known = form.equations(proactive, requests)
    return tuple(one for one in known if (one.table, one.kind) == (table, kind))


def identities(table: TableKey, kind: Identity) -> Each:
    """The identities of one kind that a table prints, one by one."""

    def each(report: Report) -> Iterable[Equation]:
        demand(report, table)
        editions = report.tables["proactive"].edition, report.tables["requests"].edition
        return _identities(table, kind, *editions)

    return each


def unequal(report: Report, equation: Equation, left: str, right: str) -> Iterator[Hit]:
    """The hit when the two sides of an identity differ; `left` and `right` name them as facts.

    An identity that the reader needed to tell values apart cannot test them.
    """
    if (equation.kind, equation.at) in report.tables[equation.table].derived:
        raise NotAssessable("derived", equation.at)
    sums = report.total(equation.left), report.total(equation.right)
    if sums[0] != sums[1]:
        yield Hit(
            {left: fact(sums[0]), right: fact(sums[1])},
            {
                "cell": term(equation.at),
                "row": row_label(equation.at),
                "column": column_label(equation.at),
            },
            at=equation.at,
            cells=equation.cells,
            line=report.line_of(equation.at),
            equation=equation,
        )


def fact(number: Number) -> Fact:
    """A number as it is published: an integer, or the exact text of a decimal."""
    return number if isinstance(number, int) else number_text(number)
