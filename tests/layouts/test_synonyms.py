"""Columns and rows under other words than the form's: read where they can mean nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Report, Status
from tests.corpus.content import Content
from tests.layouts.report import read_report
from tests.layouts.serialisations import LAYOUTS
from tests.layouts.tables import (
    Row,
    Tables,
    expected_of,
    numbers,
    printed,
    relabelled,
    scored,
    tables_of,
)
from tests.layouts.webpage import page_of, read_page, row_of
from tests.site.built import rows_of

TEXTS = numbers(2021, "busy")
WRITTEN = ["one cell per line", "cells that start with a tab", "rows parted by tabs"]
layouts = pytest.mark.parametrize("layout", [*WRITTEN, "pipes in place", "web page"])


def _page(tables: Tables) -> str:
    return page_of(tables, lambda _, rows: [row_of(row.padded) for row in rows])


def _read(layout: str, tables: Tables) -> Report:
    web = layout == "web page"
    return read_page(_page(tables)) if web else read_report(LAYOUTS[layout](tables))


def _renamed(names: dict[str, str]) -> Tables:
    tables = relabelled(tables_of(2021, TEXTS), lambda label: names.get(label, label))
    assert tables != tables_of(2021, TEXTS)
    return tables


def _statuses(report: Report, table: str) -> set[Status]:
    return {one.status for at, one in report.cells.items() if at.startswith(f"{table}.")}


@layouts
@pytest.mark.parametrize("word", ["合计", "小计", "总数", "合 计"])
def test_a_total_by_another_name_is_the_total_and_is_told(layout: str, word: str) -> None:
    report = _read(layout, _renamed({"总计": word, "（七）总计": f"（七）{word}"}))
    assert scored(report, expected_of(TEXTS)).right == TEXTS.keys()
    told = [label.printed for table in report.tables.values() for label in table.labels]
    assert sorted(told) == sorted([word, f"（七）{word}", word])


@layouts
@pytest.mark.parametrize(
    ("standard", "word"),
    [
        ("科研机构", "科研院所"),
        ("社会公益组织", "社会组织"),
        ("法律服务机构", "律师事务所"),
        ("自然人", "公民"),
        ("一、本年新收政府信息公开申请数量", "一、本年新收申请"),
        ("6.属于四类过程性信息", "6.过程性信息"),
        ("结果维持", "维持结果"),
        ("规章", "政府规章"),
        ("本年处理决定数量", "本年处理决定件数"),
    ],
)
def test_another_word_for_a_row_or_column_is_read_and_told(
    layout: str, standard: str, word: str
) -> None:
    report = _read(layout, _renamed({standard: word}))
    assert scored(report, expected_of(TEXTS)).right == TEXTS.keys()
    assert [one.printed for table in report.tables.values() for one in table.labels] == [word]


@layouts
@pytest.mark.parametrize(
    "names",
    [
        {"法人或其他组织": "法人和其他组织"},
        {"未经复议直接起诉": "未经复议直接诉讼"},
        {"行政复议": "行政复议情况", "行政诉讼": "行政诉讼情况"},
    ],
)
def test_another_word_over_columns_takes_nothing_away(layout: str, names: dict[str, str]) -> None:
    report = _read(layout, _renamed(names))
    assert scored(report, expected_of(TEXTS)).right == TEXTS.keys()


@layouts
@pytest.mark.parametrize("word", ["小计", "合计"])
@pytest.mark.parametrize("kind", ["busy", "busy, zeros blank", "zeros"])
def test_a_sum_beside_the_total_is_no_column_of_the_form(layout: str, word: str, kind: str) -> None:
    """`小计` of the bodies before `总计` of all."""
    tables = tables_of(2021, printed(2021, kind))
    rows = [_with_sum(row, word) for row in tables["requests"]]
    report = _read(layout, tables | {"requests": rows})
    assert Status.REPORTED not in _statuses(report, "requests")


def _with_sum(row: Row, word: str) -> Row:
    if row.values:
        summed = sum(int(text or 0) for text in row.values[1:-1])
        return replace(row, values=(*row.values[:-1], str(summed or ""), row.values[-1]))
    if "其他" in row.labels:
        return replace(row, labels=(*row.labels, word))
    return row


@layouts
@pytest.mark.parametrize("word", ["合计", "总数"])
def test_another_word_for_the_total_before_its_parts_is_not_read_as_a_part(
    layout: str, word: str
) -> None:
    tables = tables_of(2021, TEXTS)
    columns = (word, "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    rows = [
        replace(row, values=(row.values[-1], *row.values[:-1]))
        for row in tables["requests"]
        if row.values
    ]
    headed = [Row(("申请人情况", "", "", *columns)), *rows]
    report = _read(layout, tables | {"requests": headed})
    assert Status.REPORTED not in _statuses(report, "requests")


@layouts
@pytest.mark.parametrize(
    "names",
    [
        {"商业企业": "科研院所", "科研机构": "商业机构"},
        {"科研机构": "其他机构", "其他": "科研院所"},
        {"商业企业": "科研院所", "科研机构": "企业"},
        {"商业企业": "事业单位", "科研机构": "部队"},
    ],
)
def test_columns_of_other_words_in_another_order_are_not_read(
    layout: str, names: dict[str, str]
) -> None:
    report = _read(layout, _renamed(names))
    assert Status.REPORTED not in _statuses(report, "requests")


@pytest.mark.parametrize("layout", WRITTEN)
def test_a_sum_without_a_number_is_not_that_of_all_outcomes(layout: str) -> None:
    """`合计` below the rows of a group may be the sum of these."""
    report = _read(layout, _renamed({"（七）总计": "合计"}))
    values = [report.cells[at].value for at in TEXTS if at.startswith("requests.processed.")]
    assert values == [None] * 7


def test_the_numbers_below_another_word_reach_the_file_of_cells(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.html", _page(_renamed({"总计": "合计", "科研机构": "科研院所"})))
    assert content.build().lines
    cells = {row["cell"]: row["value"] for row in rows_of(content.output, "cells")}
    assert {at: cells[at] for at in TEXTS} == TEXTS
    told = [row["message_zh"] for row in rows_of(content.output, "findings")]
    assert any("印为“科研院所”，格式为“科研机构”" in one for one in told), told
