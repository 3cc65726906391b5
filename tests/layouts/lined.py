"""Layouts without marks between cells: cells on lines of their own, rows on lines, all glued."""

from collections.abc import Callable, Iterator

from generator.form import TableKey
from tests.layouts.report import Layout, by_row, laid_out
from tests.layouts.tables import Row

_NARROW = 13


def _by_cell(cell: Callable[[str], list[str]]) -> Layout:
    return laid_out(by_row(lambda row: [line for text in row.cells for line in cell(text)]))


def _label_and_numbers(row: Row) -> Iterator[str]:
    yield " ".join(text for text in row.cells if text)


def _wrapped(row: Row) -> Iterator[str]:
    """The numbers beside the first line of a label that is too long for its column."""
    yield from row.words[:-1]
    label = row.words[-1] if row.words else ""
    numbers = " ".join(value for value in row.values if value)
    if not numbers or len(label) <= _NARROW:
        yield f"{label} {numbers}".strip()
        return
    yield from (label[:_NARROW], numbers, label[_NARROW:])


def _values_first(row: Row) -> Iterator[str]:
    if row.values:
        yield " ".join(row.values)
    yield from row.words


def _page_numbers(table: TableKey, rows: list[Row]) -> list[str]:
    lines = [text for row in rows for text in row.cells]
    for page, place in enumerate(range(len(lines) - 5, 10, -60), start=3):
        lines.insert(place, f"- {page} -")
    return lines


def _repeated_headings(table: TableKey, rows: list[Row]) -> Iterator[str]:
    """Headings of columns once more behind a page break."""
    headings = [text for row in rows[:3] if not row.values for text in row.words]
    for place, row in enumerate(rows, start=1):
        yield from row.cells
        if table == "requests" and place in (10, 18):
            yield from headings


def _vertical(row: Row) -> Iterator[str]:
    """The label of all outcomes one character to a line, as a narrow column prints it."""
    for text in row.cells:
        yield from list(text) if text.endswith("办理结果") else [text]


def _broken_headings(start: str) -> Callable[[Row], Iterator[str]]:
    """Headings of columns broken in two lines, of which the first begins with `start`."""

    def lines(row: Row) -> Iterator[str]:
        for text in row.padded if start else row.cells:
            breaks = not row.values and len(text) == 4
            yield from (start + text[:2], text[2:]) if breaks else (start + text,)
        if start:
            yield ""

    return lines


def _split_digits(row: Row) -> str:
    """A row glued, in table B with a space amid its digits."""
    digits = "".join(row.values)
    half = len(digits) // 2 if len(row.values) == 7 else 0
    return f"{''.join(row.words)}{digits[:half]} {digits[half:]}".strip()


def _glued(table: TableKey, rows: list[Row]) -> list[str]:
    return ["".join(text for row in rows for text in row.cells)]


def _spaced(table: TableKey, rows: list[Row]) -> list[str]:
    return [" ".join(text for row in rows for text in row.cells if text)]


def _tab_started(row: Row) -> list[str]:
    return [*("\t" + text for text in row.padded), ""]


def _tabs_and_pages(table: TableKey, rows: list[Row]) -> list[str]:
    """Numbers of pages among cells that start with a tab, also amid a row."""
    lines = [line for row in rows for line in _tab_started(row)]
    for page, place in enumerate(range(len(lines) - 7, 10, -41), start=3):
        lines.insert(place, (f"- {page} -", str(page))[page % 2])
    return lines


LAYOUTS: dict[str, Layout] = {
    "one cell per line": _by_cell(lambda text: [text]),
    "blank-line separated": _by_cell(lambda text: ["", text or " "]),
    "blank-line separated, no-break spaces": _by_cell(
        lambda text: ["", " " + text if text else "\u00a0"]
    ),
    "cells that start with a tab": laid_out(by_row(_tab_started)),
    "cells that start with a tab, page numbers": laid_out(_tabs_and_pages),
    "cells that start with a tab, rows not parted": laid_out(
        by_row(lambda row: ["\t" + text for text in row.padded])
    ),
    "rows parted by tabs, one behind each": laid_out(
        by_row(lambda row: ["\t".join(row.padded) + "\t", ""])
    ),
    "pipes in place of line breaks": laid_out(
        by_row(lambda row: [text for text in row.cells if text]), "|"
    ),
    "rows parted by tabs": laid_out(by_row(lambda row: ["\t".join(row.padded)])),
    "indented by spaces": _by_cell(lambda text: [" " * 30 + text]),
    "label and numbers on one line": laid_out(by_row(_label_and_numbers)),
    "wrapped labels": laid_out(by_row(_wrapped)),
    "line breaks of markup": _by_cell(lambda text: [(text or "&#160;") + "<br/>"]),
    "numbers on one line before their label": laid_out(by_row(_values_first)),
    "values before their label": laid_out(by_row(lambda row: [*row.values, *row.words])),
    "a label printed vertically": laid_out(by_row(_vertical)),
    "page numbers inside tables": laid_out(_page_numbers),
    "repeated headings": laid_out(_repeated_headings),
    "headings broken over lines": laid_out(by_row(_broken_headings(""))),
    "cells that start with a tab, headings broken": laid_out(by_row(_broken_headings("\t"))),
    "glued by row": laid_out(by_row(lambda row: ["".join(row.cells)])),
    "glued by section": laid_out(_glued),
    "glued on one line": laid_out(_glued, ""),
    "glued by row, spaces inside": laid_out(by_row(lambda row: [_split_digits(row)])),
    "glued on one line, spaces inside": laid_out(
        lambda _, rows: [" ".join(_split_digits(row) for row in rows)], ""
    ),
    "single spaces by section": laid_out(_spaced),
    "single spaces on one line": laid_out(_spaced, " "),
}
