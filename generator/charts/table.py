"""A chart as rows of plain values: its data table and its CSV file, exactly what is drawn."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.charts.chart import Chart, ChartWords, Link, Row, Tone, Value, escaped, shown

Cell = str | Value | None


@dataclass(frozen=True, slots=True)
class Table:
    """Column headings, and rows as long as them; the first column names the row.

    `keys` say what a column is: the key of a series, or name, total, low, high, note or remark.
    """

    keys: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(chart: Chart, words: ChartWords) -> Table:
    """Every number of a chart, with columns only for what it has."""
    keys, header, columns = zip(*_columns(chart, words), strict=True)
    return Table(keys, header, tuple(zip(*columns, strict=True)))


def _columns(chart: Chart, words: ChartWords) -> Iterator[tuple[str, str, list[Cell]]]:
    """The key and the heading of each column, and its cells."""
    rows = chart.rows
    yield "name", chart.rows_label, [row.name for row in rows]
    for place, series in enumerate(chart.series):
        yield series.key, series.label, [row.values[place] for row in rows]
    if len(chart.series) > 1:
        yield "total", chart.total_label or words.total, [chart.total(row) for row in rows]
    if any(row.low is not None for row in rows):
        yield "low", words.low, [row.low for row in rows]
        yield "high", words.high, [row.high for row in rows]
    if chart.notes_label:
        yield "note", chart.notes_label, [row.note for row in rows]
    remarks = [_remark(chart, row) for row in rows]
    if chart.any_marked or any(remarks):
        yield "remark", words.remark, remarks


def _remark(chart: Chart, row: Row) -> Cell:
    mark = chart.mark_label if row.marked else ""
    if row.empty and mark:
        return row.empty + ("；" if chart.lang == "zh" else "; ") + mark
    return row.empty or mark


def csv_bytes(chart: Chart, words: ChartWords) -> bytes:
    """The table as CSV for machines: UTF-8 without BOM, LF, plain numbers, empty where none is."""
    content = table(chart, words)
    return rows_csv(content.header, content.rows)


def rows_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV of the same kind."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def table_html(chart: Chart, words: ChartWords, link: Link = str) -> str:
    """The table as HTML, numbers as readers see them."""
    content = table(chart, words)
    tones = {series.key: series.tone for series in chart.series}
    header = "".join(
        f'<th scope="col"{_column(key, tones)}>{escaped(heading)}</th>'
        for key, heading in zip(content.keys, content.header, strict=True)
    )
    rows = [
        f'<tr><th scope="row">{_name(row.name, link(row.href) if row.href else "")}</th>'
        f"{_cells(cells[1:], chart)}</tr>"
        for row, cells in zip(chart.rows, content.rows, strict=True)
    ]
    return (
        f"<table><caption>{escaped(chart.title)}</caption>"
        f"<thead><tr>{header}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


@lru_cache(maxsize=1024)  # the tables of an area, one after the other, have the same rows
def _name(name: str, href: str) -> str:
    return f'<a href="{escaped(href)}">{escaped(name)}</a>' if href else escaped(name)


def _cells(cells: tuple[Cell, ...], chart: Chart) -> str:
    return "".join(
        [
            f"<td>{escaped(cell)}</td>"
            if isinstance(cell, str)
            else f'<td class="n">{"" if cell is None else shown(cell, chart)}</td>'
            for cell in cells
        ]
    )


def _column(key: str, tones: Mapping[str, Tone]) -> str:
    """What figure.js needs to know of a column."""
    return f' class="n" data-tone="{tones[key]}"' if key in tones else f' data-is="{key}"'
