"""What one year leaves to the next: requests carried forward, and documents in force."""

from collections.abc import Iterable, Iterator

from generator import form
from generator.bilingual import Text
from generator.model import ABSENT, Edit, NotAssessable, Number, Report, ReportContext, Severity
from generator.rules import sources
from generator.rules.beside import same_count, year_before
from generator.rules.reading import demand, fact, of_a_known_place
from generator.rules.registry import Hit, rule
from generator.rules.wording import column_label, quoted, row_label
from generator.specimen import Specimen

_OPENING, _CLOSING = "requests.brought_forward", "requests.carried_forward"
_OPENING_LABEL = row_label(f"{_OPENING}.total")
_CLOSING_LABEL = row_label(f"{_CLOSING}.total")
_ONE_LEFT = Specimen(
    year=2022,
    cells={
        f"requests.{row}.{column}": "1"
        for row in ("received", "carried_forward")
        for column in ("natural_person", "total")
    },
)


def _columns(report: Report) -> Iterable[str]:
    """The columns of the requests, once it is sure which reports are of the same body."""
    of_a_known_place(report)
    demand(report, "requests")
    edition = report.tables["requests"].edition
    blocks = form.FORM["requests", edition].blocks
    return tuple(column.key for block in blocks for column in block.column_leaves())


@rule(
    "CY-CARRY",
    Severity.WARNING,
    title=Text(
        "上年结转数与上一年报告一致",
        "Requests carried over are those that the year before left",
    ),
    meaning=Text(
        "上一年结转下来的申请就是今年一开始手上的申请，两份报告中的这个数字应当相同。",
        "What one year carries forward is what the next starts with, so both reports give the "
        "same number.",
    ),
    basis=Text(
        f"统一格式第三部分表格两行的含义：{quoted(_CLOSING_LABEL.zh).zh}与次年的"
        f"{quoted(_OPENING_LABEL.zh).zh}是同一批申请。"
        "美国同类年报的填表说明同样要求与上一年年末未结的数字一致。",
        "The meaning of two rows of the table in part three: requests carried forward to the next "
        "year "
        "and, a year later, those carried over from the previous year are the same requests. The "
        "form for annual FOIA reports in the United States asks for the same match.",
    ),
    sources=sources.FORM + sources.ANOTHER_CHECKER + sources.US_FORM,
    message=Text(
        "{column}：{before}年报告结转下年{left}件，本年报告上年结转{opening}件。",
        "{column}: the report for {before} carries {left} forward to the next year; this one has "
        "{opening} carried over.",
    ),
    exceptions=Text(
        "上一年的数字发布后更正过，或者申请人类别改过，两年就会对不上；也可能是上一年报告的数字需要核对。",
        "Numbers corrected after publication, or applicants sorted into other kinds, lead to a "
        "difference; it may also be last year's number that needs a look.",
    ),
    passes=Specimen(
        cells={
            f"requests.{row}.{column}": "1"
            for row in ("brought_forward", "granted", "processed")
            for column in ("natural_person", "total")
        }
    ),
    breaks=Specimen(),
    beside=(_ONE_LEFT,),
    each=_columns,
)
def opening_differs(report: Report, context: ReportContext, column: str) -> Iterator[Hit]:
    """f of the year before equals c, column by column; columns that differ are one story."""
    before = year_before(report, context)
    here = f"{_OPENING}.{column}"
    left, opening = before.value(f"{_CLOSING}.{column}"), report.value(here)
    if left != opening:
        yield Hit(
            {"before": before.year or 0, "left": fact(left), "opening": fact(opening)},
            {"column": column_label(here)},
            at=here,
            cells=(here,),
            line=report.line_of(here),
            mended_by=(Edit(here, opening, left),),
            cause=_told_at(report, before),
        )


def _told_at(report: Report, before: Report) -> str:
    """The cell at which all columns that differ are told: the total if it does, else the first."""
    differing = [
        f"{_OPENING}.{column}"
        for column in _columns(report)
        if None not in (pair := _pair(column, report, before)) and pair[0] != pair[1]
    ]
    return next((cell for cell in differing if cell == f"{_OPENING}.total"), differing[0])


def _pair(column: str, report: Report, before: Report) -> tuple[Number | None, Number | None]:
    left = before.cells.get(f"{_CLOSING}.{column}", ABSENT)
    return left.value, report.cells[f"{_OPENING}.{column}"].value


_GOVERNMENT_RULES = "proactive.government_rules"
_DOCUMENTS = "proactive.normative_documents"
_COLUMNS = ("issued", "repealed", "in_force")
_HEADS = tuple(column_label(f"{_DOCUMENTS}.{column}") for column in _COLUMNS)


def _rows(report: Report) -> Iterable[str]:
    of_a_known_place(report)
    demand(report, "proactive")
    return (_GOVERNMENT_RULES, _DOCUMENTS)


@rule(
    "CY-STOCK",
    Severity.WARNING,
    title=Text(
        "现行有效件数与上一年及本年增减衔接",
        "Documents in force follow from last year's and this year's changes",
    ),
    meaning=Text(
        "上一年现行有效的文件，加上本年制发的，减去本年废止的，就是今年现行有效的。",
        "Documents in force a year ago, plus those issued and less those repealed this year, are "
        "those in force now.",
    ),
    basis=Text(
        f"统一格式第二部分表格三个栏目的含义：{'、'.join(label.zh for label in _HEADS)}。",
        f"The meaning of the three column heads in the table in part two: "
        f"{', '.join(label.en for label in _HEADS)}.",
    ),
    sources=sources.FORM,
    message=Text(
        "{row}：{before}年现行有效{stock}件，本年制发{issued}件、废止{repealed}件，得{due}件；"
        "印为{printed}件。",
        "{row}: {stock} in force in {before}, {issued} issued and {repealed} repealed this year "
        "come to {due}; printed {printed}.",
    ),
    exceptions=Text(
        "文件失效、到期或者清理后不再计入，统计口径由本机关文件改为全部现行文件，都会使数字不衔接。"
        "2021年以前的格式没有现行有效件数，不能衔接。",
        "Documents that lapsed, expired or were dropped in a review, and a change of scope, break "
        "the link too. Editions before 2021 do not ask for the number in force.",
    ),
    passes=Specimen(
        cells={f"{_DOCUMENTS}.issued": "2", f"{_DOCUMENTS}.in_force": "5"},
    ),
    breaks=Specimen(
        cells={f"{_DOCUMENTS}.issued": "2", f"{_DOCUMENTS}.in_force": "3"},
    ),
    beside=(Specimen(year=2022, cells={f"{_DOCUMENTS}.in_force": "3"}),),
    each=_rows,
)
def stock_does_not_follow(report: Report, context: ReportContext, row: str) -> Iterator[Hit]:
    """In force a year ago + issued − repealed = in force, where both tables are of one edition."""
    before = year_before(report, context)
    cells = tuple(f"{row}.{column}" for column in _COLUMNS)
    if report.tables["proactive"].edition == 2019 or not same_count(cells[2], report, before):
        raise NotAssessable("series_break", cells[2])
    stock = before.value(cells[2])
    issued, repealed, printed = (report.value(cell) for cell in cells)
    due = stock + issued - repealed
    if due != printed:
        yield Hit(
            {
                "before": before.year or 0,
                "stock": fact(stock),
                "issued": fact(issued),
                "repealed": fact(repealed),
                "due": fact(due),
                "printed": fact(printed),
            },
            {"row": row_label(cells[2])},
            at=cells[2],
            cells=cells,
            line=report.line_of(cells[2]),
            cause=cells[2],
        )
