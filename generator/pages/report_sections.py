"""The six sections of a report page: official tables, prose, and the numbers stated in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator import form
from generator.form import TABLE_KEYS, Section, TableKey, all_cells
from generator.fragments import (
    CellWords,
    Flag,
    Marks,
    Original,
    escaped,
    marked,
    official_table,
    plain_cells,
)
from generator.model import Claim, Dossier, Paragraph, Report, Severity, Status, number_text
from generator.pages.base import View, once, report_path, shared


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One of the six sections: its table when it has one, its prose, the numbers stated there.

    The table, its rows of numbers that the prose states beside its own, and paragraphs are HTML.
    """

    anchor: str
    heading: str
    printed: str
    place: str
    caption: str
    note: str
    table: str
    paragraphs: tuple[str, ...]
    claims: str
    empty: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """A report as its page shows it; `prose` are its paragraphs as HTML, by line."""

    view: View
    dossier: Dossier
    parts: tuple[Original, ...]
    marks: Marks
    prose: Mapping[int, str]


def part_path(dossier: Dossier, number: int) -> str:
    """The logical path of a part of the original; the first is on the report page."""
    base = report_path(dossier)
    return base if number == 1 else f"{base}original/{number}/"


def sections(
    view: View,
    dossier: Dossier,
    paragraphs: tuple[Paragraph, ...],
    parts: tuple[Original, ...],
) -> Iterator[ShownSection]:
    report = dossier.report
    plain = _plain(dossier) if len(parts) == 1 else {}
    marks = Marks(_flags(view, dossier), _at_line(view, dossier, parts), plain)
    shown = _Shown(view, dossier, parts, marks, _prose(paragraphs, report.claims))
    before = tuple(p for p in paragraphs if not p.section)
    if before:
        yield _section(shown, None, before)
    for section in form.SECTIONS:
        own = tuple(p for p in paragraphs if p.section == section.key)
        printed = any(found.key == section.key for found in report.sections)
        if section.table or own or printed:
            yield _section(shown, section, own)


def _section(
    shown: _Shown, section: Section | None, paragraphs: tuple[Paragraph, ...]
) -> ShownSection:
    view, report = shown.view, shown.dossier.report
    key = section.key if section else "opening"
    printed = next((found for found in report.sections if found.key == key), None)
    lines = {paragraph.line for paragraph in paragraphs}
    claims = [claim for claim in report.claims if claim.line in lines]
    table, caption = "", ""
    if section and section.table:
        table = official_table(report, section.table, shown.marks, _words(view))
        caption = _caption(view, shown.dossier, section.table)
    heading = view.t("report.opening")
    if section:
        heading = section.heading if view.lang == "zh" else section.en
    return ShownSection(
        anchor=key,
        heading=heading,
        printed=printed.heading
        if printed and section and printed.heading != section.heading
        else "",
        place=_line(shown.dossier, printed.line, shown.parts) if printed else "",
        caption=caption,
        note="",
        table=table,
        paragraphs=tuple(shown.prose[paragraph.line] for paragraph in paragraphs),
        claims="".join([_claim(shown, claim) for claim in claims]),
        empty="" if table or paragraphs else view.t("report.empty_section"),
    )


@lru_cache(maxsize=32)  # a report is shown in two languages, one township after the other
def _prose(paragraphs: tuple[Paragraph, ...], claims: tuple[Claim, ...]) -> dict[int, str]:
    """The paragraphs as HTML, by line."""
    by_line: dict[int, list[Claim]] = {}
    for claim in claims:
        by_line.setdefault(claim.line, []).append(claim)
    return {line: marked(text, by_line.get(line, ())) for _, line, text in paragraphs}


def _caption(view: View, dossier: Dossier, table: TableKey) -> str:
    """How many cells of a table were read, with a word on sums that do not add up."""
    if not dossier.report.tables[table].found:
        return view.t("report.caption_absent")
    read, expected = coverage(dossier)[table]
    return view.t("report.caption", read=read, expected=expected)


@shared
def _plain(dossier: Dossier) -> dict[str, str]:
    return plain_cells(dossier.report)


@shared
def coverage(dossier: Dossier) -> dict[TableKey, tuple[int, int]]:
    """How many cells of each table were read, and how many there are."""
    return {table: _read(dossier.report, table) for table in TABLE_KEYS}


def _read(report: Report, table: TableKey) -> tuple[int, int]:
    readings = map(report.cells.get, _addresses(table))
    own = [reading.status is Status.REPORTED for reading in readings if reading]
    return sum(own), len(own)


@cache
def _addresses(table: TableKey) -> frozenset[str]:
    """The cells of a table in any edition."""
    return frozenset(address for address, cell in all_cells().items() if cell.table == table)


@once
def _words(view: View) -> CellWords:
    return CellWords(lang=view.lang, blank=view.t("cell.blank"), absent=view.t("cell.absent"))


def _flags(view: View, dossier: Dossier) -> dict[str, Flag]:
    """The cells of sums that do not add up, and of errors, each leading to its cause."""
    flags: dict[str, Flag] = {}
    for number, group in enumerate(dossier.causes.values(), start=1):
        for finding in group:
            marked = finding.severity is Severity.ERROR and not dossier.withdrawal(finding)
            if marked and finding.at in dossier.report.cells:
                label = view.t("cell.broken" if finding.identity else "cell.flagged")
                flags[finding.at] = Flag(f"#cause-{number}", label)
    return flags


def _part_of(line: int, parts: tuple[Original, ...]) -> int:
    return next((part.number for part in parts if part.first <= line <= part.last), 1)


def _line(dossier: Dossier, line: int, parts: tuple[Original, ...]) -> str:
    """The logical path to a line of the original, on whichever part it stands."""
    return f"{part_path(dossier, _part_of(line, parts))}#L{line}"


def _at_line(view: View, dossier: Dossier, parts: tuple[Original, ...]) -> Callable[[int], str]:
    if len(parts) == 1:
        return "#L{}".format
    links = view.links(report_path(dossier))
    return lambda line: links.page(_line(dossier, line, parts))


def _claim(shown: _Shown, claim: Claim) -> str:
    """A number of the prose beside the number of the table, as a row."""
    t, known = shown.view.t, shown.dossier.report.cells
    cells = [known[address] for address in claim.cell.split("+") if address in known]
    values = [cell.value for cell in cells if cell.value is not None]
    table_value = escaped(t("report.no_cell"))
    if cells:  # a sum of which a part was not read is no sum
        whole = len(values) == len(cells)
        said = number_text(sum(values)) if whole else t("report.unread_cell")
        table_value = f'<a href="#{claim.cell.split("+")[0]}">{escaped(said)}</a>'
    approximate = escaped(t("report.approximately")) if claim.approximate else ""
    href = shown.marks.at_line(claim.line)
    return (
        f'<tr><th scope="row">{escaped(t(f"claim.{claim.key}"))}</th>'
        f'<td class="n"><a href="{href}">{approximate}{claim.value}</a></td>'
        f'<td class="n">{table_value}</td>'
        f"<td>{escaped(t(f'agreement.{claim.agreement}'))}</td></tr>\n"
    )
