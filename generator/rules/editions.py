"""The edition of the form that a table is laid out by, and the year of the report."""

from collections.abc import Iterable, Iterator
from functools import cache

from generator import form
from generator.bilingual import Text
from generator.form import Edition, TableKey, term
from generator.model import NotAssessable, Report, Severity, Status
from generator.rules import sources
from generator.rules.reading import demand, tables, year
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted, table_title
from generator.specimen import Specimen

_FIRST_YEAR_OF: dict[int, Edition] = {2021: 2021, 2019: 2019}  # the later edition first


def _with_editions(report: Report) -> Iterable[TableKey]:
    """The tables that are not the same in both editions."""
    return [table for table in tables(report) if table in _changed()]


@cache
def _changed() -> tuple[TableKey, ...]:
    known = form.TABLE_KEYS
    return tuple(t for t in known if form.cells_of(t, 2019) != form.cells_of(t, 2021))


@rule(
    "STR-FORMAT-YEAR",
    Severity.WARNING,
    title=Text(
        "表格为报告年度适用的格式", "The tables are those of the edition for the report's year"
    ),
    meaning=Text(
        "2019、2020年度的报告用2019年版格式，2021年度起用2021年版格式；"
        "两版统计的内容不同，数字不能放在一起比较。",
        "Reports for 2019 and 2020 use the 2019 edition of the form, those from 2021 on the 2021 "
        "edition; the two count different things, so their numbers cannot be compared.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号、〔2019〕60号附件所印的表格。〔2019〕60号第二点：2019年度报告"
        "“鼓励按照统一格式发布，确实存在现实困难的，可参照统一格式发布”，因此2019年度仅作提醒。",
        "The tables in the annexes of State Council General Office notices 〔2021〕 No. 30 and "
        "〔2019〕 No. 60. Point 2 of the latter encourages the form for 2019 and lets reports "
        "follow it loosely, so for 2019 this is a notice only.",
    ),
    sources=sources.FORM + sources.OLD_FORM + sources.TRIAL_FORM,
    message=Text(
        "{title}：印有{printed}年版格式的{first}；{year}年度的报告适用{due}年版格式。",
        "{title}: it has the {first} of the {printed} edition; reports for {year} use the {due} "
        "edition.",
    ),
    passes=Specimen(year=2020, proactive=2019, requests=2019),
    breaks=Specimen(proactive=2019),
    each=_with_editions,
)
def edition_of_another_year(report: Report, table: TableKey) -> Iterator[Hit]:
    """A table whose cells are of one edition only is of the edition for the year."""
    due = _due(year(report))
    demand(report, table)
    printed, cells = report.tables[table].edition, report.cells
    peculiar = _peculiar(table, printed)
    first = next((a for a in peculiar if cells[a].status is Status.REPORTED), None)
    if first is None:
        raise NotAssessable(cells[peculiar[0]].status.value, peculiar[0])
    if printed != due:
        name = term(first)
        yield Hit(
            {"table": table, "printed": printed, "due": due, "year": year(report)},
            {"title": table_title(table), "first": Text(quoted(name.zh).zh, quoted(name.en).en)},
            line=report.tables[table].line,
            severity=Severity.NOTICE if report.year == 2019 else None,
        )


@cache
def _peculiar(table: TableKey, edition: Edition) -> tuple[str, ...]:
    """The cells of a table that are of one edition only."""
    other = form.cells_of(table, 2019 if edition == 2021 else 2021)
    return tuple(address for address in form.cells_of(table, edition) if address not in other)


def _due(of_year: int) -> Edition:
    for first, edition in _FIRST_YEAR_OF.items():
        if of_year >= first:
            return edition
    raise NotAssessable("before_2019", str(of_year))
