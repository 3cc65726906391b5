"""A report as a web page whose rows hold what the rows of its tables do, and reading it."""

from generator.form import TableKey
from generator.model import Report, Source
from generator.parse import parse
from generator.readers import READERS
from tests.layouts.report import Lines, laid_out
from tests.layouts.tables import Row, Tables


def page_of(tables: Tables, cells: Lines) -> str:
    """The page; `cells` gives the HTML of the rows of a table from those rows."""

    def lines(key: TableKey, rows: list[Row]) -> list[str]:
        return ["<table>", *cells(key, rows), "</table>"]

    return laid_out(lines)(tables).replace("\n", "\n<p>")


def read_page(page: str) -> Report:
    """The report on a page."""
    data = page.encode()
    report = parse(READERS["html"](data), Source("page.html", "html", "utf-8", len(data), ""))
    assert isinstance(report, Report)
    return report


def row_of(cells: tuple[str, ...]) -> str:
    """A row of a table in HTML."""
    return f"<tr><td>{'<td>'.join(cells)}"
