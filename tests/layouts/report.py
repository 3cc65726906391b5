"""What stands around the tables of a report that tests write, and reading it."""

from collections.abc import Callable, Iterable

from generator.form import SECTIONS, TITLE_WORDS, TableKey
from generator.model import Report, Source
from generator.parse import NotAReport, parse
from generator.readers import read_text
from tests.layouts.tables import Row, Tables

Lines = Callable[[TableKey, list[Row]], Iterable[str]]
Layout = Callable[[Tables], str]

TITLE = f"青石镇2023年{TITLE_WORDS}"
_OPENING = "根据《中华人民共和国政府信息公开条例》要求，现公布本报告。"
_PROSE = "各项工作均按要求开展。"


def laid_out(lines: Lines, joiner: str = "\n") -> Layout:
    """A layout of a whole report from the way in which it writes each table."""

    def write(tables: Tables) -> str:
        found = [TITLE, _OPENING]
        for section in SECTIONS:
            table = section.table
            found += [section.heading, *(lines(table, tables[table]) if table else [_PROSE])]
        return joiner.join(found) + "\n"

    return write


def by_row(line: Callable[[Row], Iterable[str]]) -> Lines:
    """The lines of a table from those of each row."""
    return lambda _, rows: [one for row in rows for one in line(row)]


def read(text: str) -> Report | NotAReport:
    """What is read from a text file."""
    data = text.encode()
    return parse(read_text(data), Source("layout.txt", "txt", "utf-8", len(data), ""))


def read_report(text: str) -> Report:
    """The report in a text file."""
    report = read(text)
    assert isinstance(report, Report), report
    return report
