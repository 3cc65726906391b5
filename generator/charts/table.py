"""A chart as rows of plain values: its data table and its CSV file, exactly what is drawn."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.bilingual import Lang, han
from generator.charts.chart import Chart, ChartRow, ChartWords, Design, Link, Value, escaped, shown

ChartCell = str | Value | None


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Column headings, and rows as long as them; the first column names the row.

    `keys` say what a column is: the key of a series, or name, total, low, high, note or remark.
    """

    keys: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[ChartCell, ...], ...]


def table(chart: Chart, words: ChartWords) -> ChartTable:
    """Every number of a chart, with columns only for what it has."""
    keys, header, columns = zip(*_columns(chart, words), strict=True)
    return ChartTable(keys, header, tuple(zip(*columns, strict=True)))


def _columns(chart: Chart, words: ChartWords) -> Iterator[tuple[str, str, list[ChartCell]]]:
    """The key and the heading of each column, and its cells."""
    design, bars = chart.design, [row.bar for row in chart.rows]
    yield "name", design.rows_label, [row.name for row in chart.rows]
    for place, series in enumerate(design.series):
        yield series.key, series.label, [bar.values[place] for bar in bars]
    if len(design.series) > 1:
        yield "total", design.total_label or words.total, [design.total(bar) for bar in bars]
    if any(bar.low is not None for bar in bars):
        yield "low", words.low, [bar.low for bar in bars]
        yield "high", words.high, [bar.high for bar in bars]
    if design.notes_label:
        yield "note", design.notes_label, [bar.note for bar in bars]
    remarks = [_remark(design, row) for row in chart.rows]
    if chart.any_marked or any(remarks):
        yield "remark", words.remark, remarks


def _remark(design: Design, row: ChartRow) -> ChartCell:
    empty, mark = row.bar.empty, design.mark_label if row.marked else ""
    if empty and mark:
        return empty + ("；" if design.lang == "zh" else "; ") + mark
    return empty or mark


def csv_bytes(chart: Chart, words: ChartWords) -> bytes:
    """The table as CSV for machines: UTF-8 without BOM, LF, plain numbers, empty where none is."""
    content = table(chart, words)
    return rows_csv(content.header, content.rows)


def rows_csv(header: Sequence[str], rows: Iterable[Sequence[ChartCell]]) -> bytes:
    """Rows as CSV of the same kind."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def table_html(chart: Chart, words: ChartWords, link: Link = str) -> str:
    """The table as HTML, numbers as readers see them."""
    content, design = table(chart, words), chart.design
    rows = [
        f"<tr>{_name(design.lang, row.name, link(row.href) if row.href else '')}"
        f"{_cells(design, cells[1:])}</tr>"
        for row, cells in zip(chart.rows, content.rows, strict=True)
    ]
    return (
        f"<table><caption>{han(escaped(chart.title), design.lang)}</caption>"
        f"{_head(design, content.keys, content.header)}<tbody>{''.join(rows)}</tbody></table>"
    )


@lru_cache(maxsize=1024)  # the tables of an area, one after the other, have the same rows
def _name(lang: Lang, name: str, href: str) -> str:
    shown = han(escaped(name), lang)
    linked = f'<a href="{escaped(href)}">{shown}</a>' if href else shown
    return f'<th scope="row">{linked}</th>'


@lru_cache(maxsize=4096)  # most numbers are small, and stand in many tables
def _cells(design: Design, cells: tuple[ChartCell, ...]) -> str:
    return "".join(
        [
            f"<td>{escaped(cell)}</td>"
            if isinstance(cell, str)
            else f'<td class="n">{"" if cell is None else escaped(shown(cell, design))}</td>'
            for cell in cells
        ]
    )


@lru_cache(maxsize=256)
def _head(design: Design, keys: tuple[str, ...], header: tuple[str, ...]) -> str:
    """The headings of the columns, with what figure.js needs to know of each."""
    told = {key: f' data-is="{key}"' for key in keys}
    told |= {one.key: f' class="n" data-tone="{one.tone}"' for one in design.series}
    cells = (
        f'<th scope="col"{told[key]}>{escaped(heading)}</th>'
        for key, heading in zip(keys, header, strict=True)
    )
    return f"<thead><tr>{''.join(cells)}</tr></thead>"
