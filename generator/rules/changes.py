"""Changes that the prose states against the tables of both years."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.bilingual import Text
from generator.form import short_term
from generator.model import NotAssessable, Report, ReportContext, Severity, StatedChange
from generator.rules import sources
from generator.rules.beside import same_count, year_before
from generator.rules.reading import fact, of_a_known_place
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted
from generator.specimen import Specimen

_RECEIVED, _OPENING = "requests.received.total", "requests.brought_forward.total"
_Changes = tuple[StatedChange, ...]


def _stated(report: Report) -> Iterable[_Changes]:
    """What the prose states of each cell, or sum of cells; it may do so more than once."""
    if not report.changes:
        raise NotAssessable("no_statement", "change")
    of_a_known_place(report)
    cells = dict.fromkeys(change.cell for change in report.changes)
    return [tuple(change for change in report.changes if change.cell == cell) for cell in cells]


def _granted(number: int) -> dict[str, str]:
    rows = ("received", "granted", "processed")
    columns = ("natural_person", "total")
    return {f"requests.{row}.{column}": str(number) for row in rows for column in columns}


def _three_more(number: int) -> Specimen:
    said = "平台建设均按要求开展。"
    change = f"{said}全年收到政府信息公开申请{number}件，比上年增加3件。"
    return Specimen(cells=_granted(number), swaps=((said, change),))


@rule(
    "NX-DELTA",
    Severity.WARNING,
    title=Text(
        "正文所写增减与两年的表格一致", "Stated changes agree with the tables of both years"
    ),
    meaning=Text(
        "正文写比上年增加或减少多少件、百分之几，本年与上年两份报告表格中的数字相减，应当是同一个数。",
        "Where the prose says by how much or what percentage a number rose or fell, the numbers in "
        "the tables of the two years differ by just that.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号第（四）点列举了“发布内容不准确不全面”的问题；"
        "正文与两年的表格说的是同一件事，增减应当对得上。",
        "State Council General Office notice 〔2021〕 No. 30, point (4), names inaccurate and "
        "incomplete content; the prose and the tables of both years speak of the same things.",
    ),
    sources=sources.FORM,
    message=Text(
        "正文写{words}；{what}：{before}年为{old}，本年为{new}，相差{change}。",
        "The prose says {words}; {what}: {old} in {before}, {new} this year, a change of {change}.",
    ),
    wordings={
        "percent": Text(
            "正文写{words}；{what}：{before}年为{old}，本年为{new}，变化{percent}。",
            "The prose says {words}; {what}: {old} in {before}, {new} this year, {percent}.",
        )
    },
    exceptions=Text(
        "正文可能采用与表格不同的口径，或者上一年的数字在发布后更正过。",
        "The prose may count in another way than the table, or last year's number was corrected "
        "after publication.",
    ),
    passes=_three_more(7),
    breaks=_three_more(6),
    beside=(Specimen(year=2022, cells=_granted(4)),),
    each=_stated,
)
def change_differs(report: Report, context: ReportContext, stated: _Changes) -> Iterator[Hit]:
    """A stated change is n(Y) − n(Y−1); of several on one cell one may be so."""
    before = year_before(report, context)
    cells = tuple(stated[0].cell.split("+"))
    for cell in cells:
        if not same_count(cell, report, before):
            raise NotAssessable("series_break", cell)
    old, new = before.total(cells), report.total(cells)
    counts = [(old, new)]
    if cells == (_RECEIVED,):  # some count those carried over as received
        counts.append((old + before.value(_OPENING), new + report.value(_OPENING)))
    if not any(change.fits(*both) for change in stated for both in counts):
        first = stated[0]
        if first.percent and not old:
            return
        percent = f"{Decimal(new - old) * 100 / old:+.2f}%" if first.percent else ""
        yield Hit(
            {
                "stated": fact(first.amount),
                "before": before.year or 0,
                "old": fact(old),
                "new": fact(new),
                "change": fact(new - old),
            },
            {
                "words": quoted(first.text),
                "what": _named(cells),
                "percent": Text(percent, percent),
            },
            wording="percent" if percent else "",
            at=cells[0],
            cells=cells,
            line=first.line,
        )


def _named(cells: tuple[str, ...]) -> Text:
    terms = [short_term(cell) for cell in cells]
    return Text("＋".join(t.zh for t in terms), " + ".join(t.en for t in terms))
