"""Labels and cells of the three tables: worded as in the form, and all there."""

from collections.abc import Iterator

from generator import form
from generator.bilingual import Text
from generator.form import TableKey, term
from generator.model import NotAssessable, PrintedLabel, Report, Severity
from generator.rules import sources
from generator.rules.reading import (
    bound_by_the_form,
    demand,
    is_missing,
    readings,
    tables,
    without_value,
)
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted, some, table_title
from generator.specimen import Specimen

_DOCUMENTS = form.FORM["proactive", 2021].blocks[0].rows[1]
_CARRIED = form.FORM["requests", 2021].blocks[0].rows[-1]


@rule(
    "STR-LABEL",
    Severity.NOTICE,
    title=Text("行、列名称与统一格式一致", "Rows and columns are labelled as in the form"),
    meaning=Text(
        "表格的行名和列名应当与统一格式一字不差，读者才能确定数字指的是什么。",
        "Rows and columns carry the labels of the form, so that readers know what is counted.",
    ),
    basis=sources.ANNEX,
    sources=sources.FORM,
    message=Text("{title}：{issues}。", "{title}: {issues}."),
    exceptions=Text(
        "空格、换行、标点和序号的差别不计。",
        "Differences in spaces, line breaks, punctuation and numbering do not count.",
    ),
    passes=Specimen(),
    breaks=Specimen(swaps=((f"\t{_DOCUMENTS.zh}\n", f"\t{_DOCUMENTS.aliases[0]}\n"),)),
    each=tables,
)
def labels_worded_otherwise(report: Report, table: TableKey) -> Iterator[Hit]:
    """Row and column labels equal the form's, spaces and punctuation aside."""
    demand(report, table)
    labels = report.tables[table].labels
    if labels:
        yield Hit(
            {"table": table, "labels": len(labels)},
            {"title": table_title(table), "issues": some(_worded(one) for one in labels)},
            line=labels[0].line,
        )


def _worded(one: PrintedLabel) -> Text:
    printed, standard = quoted(one.printed), quoted(one.standard)
    return Text(
        f"印为{printed.zh}，格式为{standard.zh}",
        f"printed {printed.en}, the form has {standard.en}",
    )


@rule(
    "STR-CELLS",
    Severity.WARNING,
    title=Text("每张表的数字个数与格式一致", "Each table has all the cells of the form"),
    meaning=Text(
        "统一格式的每张表有固定的格数；缺少一行，或一行中的数字与列数不符，就无法知道哪个数字属于哪一格。",
        "Each table of the form has a fixed number of cells; where a row is missing, or holds more "
        "or fewer values than columns, values cannot be told apart.",
    ),
    basis=sources.ANNEX,
    sources=sources.FORM,
    message=Text(
        "{title}：格式有{expected}格，读到{found}格；首先缺少的是{first}。",
        "{title}: the form has {expected} cells, {found} were read; the first missing is {first}.",
    ),
    exceptions=Text(
        "原文没有保留表格的格线或分隔符时不核对：缺少的行或空格可能是转换文件时丢失的。"
        "2019年度的报告只是鼓励采用统一格式，仅作提醒。",
        "Not assessed where the text keeps no marks between cells: rows or empty cells may have "
        "been lost when the file was converted. A notice only for 2019, when the form was but "
        "encouraged.",
    ),
    passes=Specimen(),
    breaks=Specimen(swaps=((f"\t{_CARRIED.label}\n" + "\t0\n" * 7, ""),)),
    each=tables,
)
def cells_missing(report: Report, table: TableKey) -> Iterator[Hit]:
    """Every cell of the form was found in a table that is in the report at all."""
    without, bound = without_value(report, table), bound_by_the_form(report)
    cells = readings(report, table) if without else {}
    missing = tuple(address for address in without if is_missing(address, cells))
    if missing and not report.tables[table].marked:
        raise NotAssessable("unmarked", table)
    if missing:
        yield Hit(
            {"table": table, "expected": len(cells), "found": len(cells) - len(missing)},
            {"title": table_title(table), "first": term(missing[0])},
            cells=missing,
            line=report.line_of(missing[0]),
            severity=None if bound else Severity.NOTICE,
        )
