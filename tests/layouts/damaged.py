"""Layouts in which order, labels or lines are lost: what cannot be told must stay unread."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.form import TableKey
from tests.layouts.report import Layout, Lines, by_row, laid_out
from tests.layouts.tables import Row


def by_columns(rows: Sequence[Row], *, labels_first: bool) -> Iterator[str]:
    """Labels as one column, then the values of every column from top to bottom."""
    labels = [text for row in rows for text in (*row.words, "")]
    columns = zip_longest(*(row.values for row in rows), fillvalue=None)
    values = [text for column in columns for text in (*column, "") if text is not None]
    yield from [*labels, *values] if labels_first else [*values, *labels]


def _scrambled(size: int, *, labels_first: bool = True) -> Lines:
    """Columns instead of rows, in runs of so many rows."""

    def lines(table: TableKey, rows: list[Row]) -> Iterator[str]:
        for start in range(0, len(rows), size):
            yield from by_columns(rows[start : start + size], labels_first=labels_first)

    return lines


def _stacked(table: TableKey, rows: list[Row]) -> Iterator[str]:
    """All labels above each other, then the values row by row."""
    yield from (text for row in rows for text in row.words)
    yield from (text for row in rows for text in row.values)


def distinct(lines: Sequence[str]) -> list[str]:
    """Lines without those that stood before, as some crawlers keep them."""
    return list(dict.fromkeys(lines))


def _distinct(table: TableKey, rows: list[Row]) -> list[str]:
    return distinct([text for row in rows for text in row.cells])


def _groups_only(row: Row) -> Iterator[str]:
    """Labels that begin with a figure are lost: those of the rows of a group."""
    yield from (text for text in row.words if not text[0].isdigit())
    yield from row.values


def _no_labels(table: TableKey, rows: list[Row]) -> Iterator[str]:
    """The labels of table B that stand before values are lost."""
    for row in rows:
        yield from row.values if table == "requests" and row.values else row.cells


LAYOUTS: dict[str, Layout] = {
    "column-scrambled": laid_out(_scrambled(99)),
    "column-scrambled in runs of four": laid_out(_scrambled(4)),
    "column-scrambled in runs of two": laid_out(_scrambled(2)),
    "column-scrambled, values first": laid_out(_scrambled(99, labels_first=False)),
    "column-scrambled in runs of four, values first": laid_out(_scrambled(4, labels_first=False)),
    "labels above all values": laid_out(_stacked),
    "duplicate lines dropped": laid_out(_distinct),
    "sub-row labels lost": laid_out(by_row(_groups_only)),
    "all labels lost": laid_out(_no_labels),
}
