"""The six sections of a report page: official tables, prose, and the numbers stated in it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.form import TableKey
from generator.fragments import CellWords, Flag, Marks, Original, escaped, official_table
from generator.model import Agreement, Dossier, Severity
from generator.pages.base import View, once, report_path
from generator.pages.prepared import ComparedClaim, Laid, Prepared


class ShownSection(NamedTuple):
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


def part_path(dossier: Dossier, number: int) -> str:
    """The logical path of a part of the original; the first is on the report page."""
    base = report_path(dossier)
    return base if number == 1 else f"{base}original/{number}/"


def sections(view: View, prepared: Prepared) -> Iterator[ShownSection]:
    """The sections of a report's page."""
    marks = Marks(_flags(view, prepared.dossier), _at_line(view, prepared), prepared.plain)
    for laid in prepared.sections:
        yield _section(view, prepared, laid, marks)


def _section(view: View, prepared: Prepared, laid: Laid, marks: Marks) -> ShownSection:
    dossier, section, printed = prepared.dossier, laid.section, laid.printed
    table, caption = "", ""
    if section and section.table:
        table = official_table(dossier.report, section.table, marks, _words(view))
        caption = _caption(view, prepared, section.table)
    heading = view.t("report.opening")
    if section:
        heading = section.numbered.in_(view.lang)
    differs = printed and section and printed.heading != section.heading
    return ShownSection(
        anchor=section.key if section else "opening",
        heading=heading,
        printed=printed.heading if printed and differs else "",
        place=_line(dossier, printed.line, prepared.original) if printed else "",
        caption=caption,
        note="",
        table=table,
        paragraphs=laid.paragraphs,
        claims="".join([_claim(view, marks, one) for one in laid.stated]),
        empty="" if table or laid.paragraphs else view.t("report.empty_section"),
    )


def _caption(view: View, prepared: Prepared, table: TableKey) -> str:
    """How many cells of a table were read, with a word on sums that do not add up."""
    if not prepared.dossier.report.tables[table].found:
        return view.t("report.caption_absent")
    read, expected = prepared.coverage[table]
    return view.t("report.caption", read=read, expected=expected)


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


def _at_line(view: View, prepared: Prepared) -> Callable[[int], str]:
    dossier, parts = prepared.dossier, prepared.original
    if len(parts) == 1:
        return "#L{}".format
    links = view.links(report_path(dossier))
    return lambda line: links.page(_line(dossier, line, parts))


def _claim(view: View, marks: Marks, stated: ComparedClaim) -> str:
    """A number of the prose beside the number of the table, as a row."""
    t, claim = view.t, stated.claim
    table_value = escaped(t("report.no_cell"))
    if stated.cell:
        said = stated.number or escaped(t("report.unread_cell"))
        table_value = f'<a href="#{stated.cell}">{said}</a>'
    approximate = escaped(t("report.approximately")) if claim.approximate else ""
    href = marks.at_line(claim.line)
    return (
        f"{_what(view, claim.key)}"
        f'<td class="n"><a href="{href}">{approximate}{claim.value}</a></td>'
        f'<td class="n">{table_value}</td>{_agreement(view, claim.agreement)}'
    )


@once
def _what(view: View, key: str) -> str:
    return f'<tr><th scope="row">{escaped(view.t(f"claim.{key}"))}</th>'


@once
def _agreement(view: View, agreement: Agreement) -> str:
    return f"<td>{escaped(view.t(f'agreement.{agreement}'))}</td></tr>\n"
