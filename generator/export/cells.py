"""The printed numbers: one row per cell, one row per report, and the numbers of the prose.

A report has 200 cells, so that what can be is fetched without a call of ours.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from generator import form
from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, number, words
from generator.form import Cell, term
from generator.model import ABSENT, Dossier, Reading, Report, Status
from generator.survey import Survey


class PrintedCell(NamedTuple):
    """A cell of the form with what stood there."""

    report: Report
    cell: Cell
    reading: Reading


def _line(printed: PrintedCell) -> str:
    """The line of the original; none where nothing stands."""
    return number(printed.reading.line if printed.reading.raw else None)


def _printed(survey: Survey) -> Iterator[PrintedCell]:
    for dossier in survey.dossiers:
        report = dossier.report
        for address, cell in report.expected().items():
            yield PrintedCell(report, cell, report.cells.get(address, ABSENT))


CELLS: DataFile[PrintedCell] = DataFile(
    "cells",
    Text("单元格", "Cells"),
    Text("一份报告的一个单元格", "cell of the form in each report"),
    (
        Column("report", "string", common.REPORT, attrgetter("report.id")),
        Column("township", "string", common.TOWNSHIP, attrgetter("report.township")),
        Column(
            "year", "integer", common.YEAR, lambda p: number(p.report.year), note=common.NO_YEAR
        ),
        Column("cell", "string", common.CELL, attrgetter("cell.address"), note=common.AS_ADDRESS),
        Column(
            "table", "string", Text("表", "Table"), attrgetter("cell.table"), words=form.TABLE_KEYS
        ),
        Column("row", "string", Text("行", "Row"), attrgetter("cell.row.key")),
        Column("column", "string", Text("列", "Column"), attrgetter("cell.column.key")),
        Column(
            "value",
            "number",
            Text("数值", "Value"),
            lambda p: number(p.reading.value),
            note=Text(
                "单位以表格规定为准，见 wide.csv 各列；没有读出数字时为空，空不等于0。",
                "In the unit of the form (see the columns of wide.csv); empty unless a number was "
                "read, and empty is not 0.",
            ),
        ),
        Column(
            "status",
            "string",
            Text("状态", "Status"),
            lambda p: str(p.reading.status),
            words=words(Status),
        ),
        Column("raw", "string", Text("原样文字", "Text as printed"), attrgetter("reading.raw")),
        Column("unit", "string", Text("所印单位", "Unit as printed"), attrgetter("reading.unit")),
        Column("source_file", "string", common.FILE, attrgetter("report.source.file")),
        Column("line", "integer", common.LINE, _line),
    ),
    _printed,
    key=("report", "cell"),
    references=(common.OF_REPORT,),
    of_reports=True,
    by_province=True,
)


def _wide(address: str, cell: Cell) -> Column[Dossier]:
    basis = "；".join(filter(None, (cell.row.basis, cell.column.basis)))
    return Column(
        address,
        "number",
        term(address),
        lambda d: number(d.report.cells.get(address, ABSENT).value),
        form.UNITS[cell.unit],
        basis,
    )


WIDE: DataFile[Dossier] = DataFile(
    "wide",
    Text("宽表", "Wide table"),
    Text("一份报告，各单元格为列", "report, with a column for each cell"),
    (
        Column("report", "string", common.REPORT, attrgetter("report.id")),
        Column("township", "string", common.TOWNSHIP, attrgetter("report.township")),
        Column("township_name", "string", common.TOWNSHIP_NAME, attrgetter("report.body.name")),
        Column(
            "year", "integer", common.YEAR, lambda d: number(d.report.year), note=common.NO_YEAR
        ),
        *(_wide(address, cell) for address, cell in form.all_cells().items()),
    ),
    lambda survey: survey.dossiers,
    key=("report",),
    references=(common.OF_REPORT,),
    of_reports=True,
)
