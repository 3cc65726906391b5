"""The numbers of a year beside those of the year before: leaps, and reports that are the same."""

from collections.abc import Iterable, Iterator

from generator import form
from generator.bilingual import Text
from generator.form import term
from generator.model import (
    NotAssessable,
    Number,
    Report,
    ReportContext,
    Severity,
    number_text,
)
from generator.rules import sources
from generator.rules.beside import same_count, year_before
from generator.rules.reading import fact, of_a_known_place
from generator.rules.registry import Hit, rule
from generator.specimen import Specimen

_TIMES = 5
_LEAST = 10
# Every request received is decided or carried forward, so its other rows follow from this one.
_WATCHED = (
    "requests.received.total",
    "appeals.reconsideration.total",
    "appeals.suit_direct.total",
    "appeals.suit_after_reconsideration.total",
)
_PENALTIES = "proactive.penalties.decisions"
_SAID = "平台建设均按要求开展。"


def _counts(report: Report) -> Iterable[str]:
    """Cells whose numbers do not follow from others: table A but for lists of items and changes."""
    of_a_known_place(report)
    table = form.cells_of("proactive", report.tables["proactive"].edition)
    own = (
        address
        for address, cell in table.items()
        if cell.unit in ("count", "wan_yuan") and cell.column.key != "items_last_year"
    )
    return (*own, *_WATCHED)


@rule(
    "CY-JUMP",
    Severity.NOTICE,
    title=Text("与上一年相比没有成倍变化", "No manifold change from the year before"),
    meaning=Text(
        "一个数字增到上一年的五倍以上，或者降到五分之一以下时作出提示，便于核对；"
        "上一年不足10的、由不足50下降的不比较。",
        "A number that grew to five times that of the year before, or fell to a fifth, is pointed "
        "out so that it can be looked at; not where it was below 10, nor where it fell from below "
        "50.",
    ),
    basis=Text(
        "合肥市瑶海区整改时要求“将各项数据与上年进行对比，重点关注数据的增减变化情况”；"
        "五倍和10件是本站的选择。",
        "A district of Hefei, correcting its reports, asked to compare all numbers with those of "
        "the year before and to look at what grew or fell; five times and 10 are choices of this "
        "site.",
    ),
    sources=sources.SELF_CORRECTION + sources.ANOTHER_CHECKER + sources.PENALTIES,
    message=Text(
        "{cell}：{before}年为{old}，本年为{new}。", "{cell}: {old} in {before}, {new} now."
    ),
    exceptions=Text(
        "处罚、许可的数量随权限下放或收回而变（《行政处罚法》第二十四条），专项工作也会使数字大起大落。"
        "格式或法律改变了统计范围的年份（第二部分表格：2020与2021年之间；未经复议直接起诉：2023与2024年之间）不比较。",
        "Penalties and licences change as powers are handed down or taken back (Law on "
        "Administrative Penalties, Art. 24), and a campaign moves numbers too. Years between which "
        "the form or the law changed what is counted are not compared: the table in part two from "
        "2020 to 2021, "
        "suits filed directly from 2023 to 2024.",
    ),
    passes=Specimen(cells={_PENALTIES: "11"}, swaps=((_SAID, f"{_SAID}全年作出行政处罚11件。"),)),
    breaks=Specimen(cells={_PENALTIES: "4"}),
    beside=(Specimen(year=2022, cells={_PENALTIES: "50"}),),
    each=_counts,
)
def number_leaps(report: Report, context: ReportContext, cell: str) -> Iterator[Hit]:
    """No number is five times that of the year before, if that was 10, or a fifth, if 50."""
    before = year_before(report, context)
    if cell not in before.cells:
        raise NotAssessable("series_break", cell)
    old, new = before.value(cell), report.value(cell)
    if _leaps(old, new):
        if not same_count(cell, report, before):
            raise NotAssessable("series_break", cell)
        yield Hit(
            {"before": before.year or 0, "old": fact(old), "new": fact(new)},
            {"cell": term(cell)},
            at=cell,
            cells=(cell,),
            line=report.line_of(cell),
            cause=cell,
        )


def _leaps(old: Number, new: Number) -> bool:
    smaller, larger = sorted((old, new))
    return old >= _LEAST and larger >= _TIMES * max(smaller, _LEAST)


_STOCKS = frozenset({"in_force", "published_total", "items_last_year"})
_FEWEST = 5
# Fewer say enough for a notice when the different ones among them have so many digits together:
# that 108 and 19, or 1251, come again by chance is as unlikely as that five small ones do.
_FEWEST_DIGITS = 4
_REPEATED = {
    "requests.received.natural_person": "5",
    "requests.received.enterprise": "2",
    "requests.granted.natural_person": "5",
    "requests.granted.enterprise": "2",
    "requests.received.total": "7",
    "requests.granted.total": "7",
    "requests.processed.natural_person": "5",
    "requests.processed.enterprise": "2",
    "requests.processed.total": "7",
    _PENALTIES: "3",
}


@rule(
    "CY-COPY",
    Severity.WARNING,
    title=Text("数字与上一年不全部相同", "Not all numbers are those of the year before"),
    meaning=Text(
        "一份报告中大于0的数字全部与上一年相同，可能是沿用了上一年的报告。",
        "Where every number above 0 is that of the year before, last year's report may have been "
        "used again.",
    ),
    basis=Text(
        "国办公开办函〔2021〕30号第（四）点列举了“内容雷同、敷衍塞责”的问题；"
        "泉州市鲤城区的评分标准对年度报告“与往年或与其他单位雷同”扣分。",
        "State Council General Office notice 〔2021〕 No. 30, point (4), names duplicated or "
        "perfunctory content; a score sheet of Licheng district, Quanzhou, takes points off for "
        "reports that duplicate those of other years or bodies.",
    ),
    sources=sources.FORM + sources.SCORE_SHEET + sources.PERIODS,
    message=Text(
        "大于0的{cells}格数字全部与{before}年的报告相同。",
        "All {cells} numbers above 0 are those of the report for {before}.",
    ),
    exceptions=Text(
        "数字少而小时可能只是巧合；除去总计和现行有效件数等存量，不足五格的只作提示，"
        "其中不同的数加起来不足四位的（如19和3）不核对。",
        "Few small numbers may agree by chance; totals and stocks such as documents in force "
        "aside, fewer than five give a notice only, and are not assessed where the different ones "
        "among them have fewer than four digits together, such as 19 and 3.",
    ),
    passes=Specimen(cells={**_REPEATED, _PENALTIES: "4"}),
    breaks=Specimen(cells=_REPEATED),
    beside=(Specimen(year=2022, cells=_REPEATED),),
)
def numbers_of_the_year_before(report: Report, context: ReportContext) -> Iterator[Hit]:
    """Some number above 0 differs from that of the year before."""
    before = year_before(report, context)
    if _differ(report, before):
        return
    above = tuple(address for address, reading in report.cells.items() if reading.value)
    for address in above + tuple(a for a, reading in before.cells.items() if reading.value):
        report.value(address)
        before.value(address)
    free = [address for address in above if _is_free(address, report)]
    different = "".join({number_text(report.value(address)) for address in free})
    if len(free) < _FEWEST and sum(map(str.isdigit, different)) < _FEWEST_DIGITS:
        raise NotAssessable("few_numbers", str(len(free)))
    yield Hit(
        {"before": before.year or 0, "cells": len(above)},
        cells=above,
        line=report.title_line,
        severity=Severity.NOTICE if len(free) < _FEWEST else None,
    )


def _differ(report: Report, before: Report) -> bool:
    """Whether a number that was read in both differs."""
    pairs = (
        (report.cells[a].value, before.cells[a].value)
        for a in report.cells.keys() & before.cells.keys()
    )
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _is_free(address: str, report: Report) -> bool:
    """Whether a number follows from no others of the report and from no other year."""
    sums = {equation.at for equation in report.equations() if equation.kind != "balance"}
    return address not in sums and address.rpartition(".")[2] not in _STOCKS
