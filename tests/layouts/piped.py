"""Layouts in which pipes stand between cells."""

from collections.abc import Callable, Iterable, Iterator

from generator.form import TableKey
from tests.layouts.report import Layout, Lines, by_row, laid_out
from tests.layouts.tables import Row


def _rows(line: Callable[[Row, int], Iterable[str]]) -> Layout:
    """A layout from the lines of a row and the number of pads that merged cells leave behind it."""

    def lines(table: TableKey, rows: list[Row]) -> list[str]:
        width = max(len(row.padded) for row in rows)
        return [one for row in rows for one in line(row, width - len(row.cells))]

    return laid_out(lines)


def _in_place(row: Row, pads: int) -> Iterator[str]:
    """What merged cells leave stands where they cover the table, behind the label."""
    behind = [""] * (pads + len(row.cells) - len(row.padded))
    cells = [*row.labels, *behind, *row.values] if row.values else [*row.labels, *behind]
    yield "| " + " | ".join(cells) + " |"


def _broken_headings(row: Row, pads: int) -> Iterator[str]:
    """Headings of columns broken over two rows: `商业`, `科研` above `企业`, `机构`."""
    if row.values or all(len(text) != 4 for text in row.words):
        yield _line(row.padded)
        return
    halves = [(text[:2], text[2:]) if len(text) == 4 else (text, "") for text in row.padded]
    yield _line(upper for upper, _ in halves)
    yield _line(lower for _, lower in halves)


def _cell_ends(row: Row, pads: int) -> Iterator[str]:
    """Every cell ends its line with a pipe; the pads of a row follow on their own line."""
    yield from (f"{text} |".lstrip() for text in row.cells)
    if pads:
        yield "|" * (pads + 1)


def _own_line(row: Row, pads: int) -> Iterator[str]:
    for text in row.cells:
        yield from (text, "|") if text else ("|",)


def _label_first(row: Row, pads: int) -> Iterator[str]:
    """A pipe begins the row and stands on a line of its own behind every cell."""
    for place, text in enumerate(row.cells):
        shown = f"| {text}" if place == 0 else text
        yield from (shown, "|") if text or place == 0 else ("|",)
    if pads:
        yield "|" * (pads + 1)


def _lone_start(row: Row, pads: int) -> Iterator[str]:
    """A lone pipe begins the row; the last cell carries the pads."""
    *before, last = row.cells
    yield "|"
    yield from (f"{text} |".lstrip() for text in before)
    yield f"{last} | {'|' * pads}".strip()


def _small_tables(numbered: bool) -> Lines:
    """Markdown, a table for each row with columns of invented names."""

    def lines(table: TableKey, rows: list[Row]) -> Iterator[str]:
        for row in rows:
            if not row.values:
                yield f"**{'，'.join(row.words)}**"
                continue
            names = [f"数据{place}" for place, _ in enumerate(row.values, start=1)]
            label = row.words[-1] if row.words else ""
            label = label if numbered else label.lstrip("（）一二三四五六七、1234567.")
            yield from ("", _line(["类别", *names]), _rule(len(names) + 1))
            yield from (_line([label, *row.values]), "")

    return lines


def _torn(table: TableKey, rows: list[Row]) -> Iterator[str]:
    """Rows of table B without their labels, each followed by a markdown rule."""
    for row in rows:
        cells = row.values if table == "requests" and row.values else row.cells
        yield from (_line(cells), _rule(len(cells)))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _rule(width: int) -> str:
    return "|" + "---|" * width


LAYOUTS: dict[str, Layout] = {
    "pipes at row end": _rows(lambda row, pads: [" | ".join(row.cells) + " |" + "|" * pads]),
    "pipes at row end, leading pipe": _rows(lambda row, pads: [_line(row.cells) + "|" * pads]),
    "pipes in place": _rows(_in_place),
    "pipes without pads": laid_out(by_row(lambda row: [_line(row.padded)])),
    "pipes, headings broken over rows": _rows(_broken_headings),
    "each cell ended by a pipe": _rows(_cell_ends),
    "pipe on its own line": _rows(_own_line),
    "pipe before the label, pipes on own lines": _rows(_label_first),
    "lone pipe starting rows": _rows(_lone_start),
    "markdown, a table for each row": laid_out(_small_tables(numbered=True)),
    "markdown, a table for each row, no numbering": laid_out(_small_tables(numbered=False)),
    "markdown, labels torn from values": laid_out(_torn),
}
