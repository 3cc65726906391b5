"""What was read in one file, in words for the maintainer: the answer of `read`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.corpus import Entry
from generator.corpus.opening import open_file
from generator.errors import UsageError
from generator.form import SECTIONS, TABLE_KEYS, term
from generator.model import UNREAD, Body, Claim, Opened, Reading, Report, number_text
from generator.phrases import file_remedy, file_text
from generator.summary import said_of
from generator.terminal import plain
from generator.unread import gaps

NONE = "-"
Row = tuple[str, ...]
_TO_THE_RIGHT = frozenset({"value", "line", "cells"})


def opened(path: Path) -> Opened:
    """One file as a build would read it without a register; UsageError when it cannot be opened."""
    found = open_file(path, Entry(str(path)), {})
    reason = found.record.reason
    if reason == "no_access":
        raise UsageError(str(path), file_text(reason, "en"), file_remedy(reason, "en"))
    return found


def refused(found: Opened) -> str:
    """Why no report was read from the file, and what to do."""
    return said_of(found.record.file, found.record.reason)


def told(report: Report) -> Iterator[str]:
    """All that was read, a line each."""
    yield from _facts(report)
    yield from _table("Cells", ("cell", "value", "status", "line", "label"), _cells(report))
    yield from _table("Sections", ("line", "section", "heading"), _sections(report))
    stated = ("line", "value", "claim", "agreement", "cell", "text")
    yield from _table("Numbers in the prose", stated, map(_claim, report.claims))
    missed = ("what", "cells", "status", "line", "reason")
    yield from _table("Not understood", missed, _gaps(report))


def _facts(report: Report) -> Iterator[str]:
    source = report.source
    yield _fact("file", source.file)
    yield _fact("format", f"{source.format}, {source.size} bytes")
    damaged = source.replacement_characters
    yield _fact("encoding", f"{source.encoding}, {damaged} damaged characters")
    yield _fact("title", f"{_plain(report.title)}{_at(report.title_line)}")
    yield from _identity(report.body)
    yield _fact("year", str(report.year or NONE))
    yield _fact("published on", source.published_on or NONE)
    for key in TABLE_KEYS:
        table = report.tables[key]
        yield _fact(key, f"edition {table.edition}{_at(table.line) or ' (not found)'}")
    read = sum(reading.status not in UNREAD for reading in report.cells.values())
    total = len(report.cells)
    yield _fact("coverage", f"{read}/{total} cells read, {report.reported} hold a number")
    if report.masked_lines:
        yield _fact("masked lines", " ".join(map(str, sorted(report.masked_lines))))


def _identity(body: Body) -> Iterator[str]:
    yield _fact("body as printed", _plain(body.printed))
    yield _fact("name", f"{_plain(body.name)} ({body.kind})")
    yield _fact("county", _plain(body.county))
    yield _fact("city", _plain(body.city))
    yield _fact("province", _plain(body.province))
    yield _fact("division code", f"{body.division_code or NONE} ({body.resolution})")
    if body.candidates:
        yield _fact("candidates", f"{len(body.candidates)}: {' '.join(body.candidates)}")


def _cells(report: Report) -> Iterator[Row]:
    for address, reading in report.cells.items():
        label, line = term(address).zh, _number(reading.line)
        yield address, _value(reading), reading.status.value, line, label


def _sections(report: Report) -> Iterator[Row]:
    for section in report.sections:
        yield str(section.line), section.key, _plain(section.heading)


def _claim(claim: Claim) -> Row:
    value = f"{'about ' if claim.approximate else ''}{claim.value}"
    cell, text = claim.cell or NONE, _plain(claim.text)
    return str(claim.line), value, claim.key, claim.agreement.value, cell, text


def _gaps(report: Report) -> Iterator[Row]:
    found = {section.key for section in report.sections}
    for section in SECTIONS:
        if section.key not in found:
            yield f"section {section.key}", NONE, NONE, NONE, "its heading was not found"
    for gap in gaps(report):
        reason = f"{gap.reason}: {_plain(gap.raw)}" if gap.raw else gap.reason
        yield gap.place, str(gap.cells), gap.status.value, _number(gap.line), reason


def _value(reading: Reading) -> str:
    return NONE if reading.value is None else number_text(reading.value)


def _number(line: int | None) -> str:
    return str(line or NONE)


def _at(line: int | None) -> str:
    return f" (line {line})" if line else ""


def _plain(text: str) -> str:
    return plain(text) or NONE


def _fact(name: str, value: str) -> str:
    return f"{name:16}{value}"


def _table(heading: str, columns: Row, rows: Iterable[Row]) -> Iterator[str]:
    """Rows below a heading; the last column, which may be Chinese, is not padded."""
    known = [columns, *rows]
    yield ""
    if len(known) == 1:
        yield f"{heading}: none"
        return
    yield heading
    widths = [max(len(row[place]) for row in known) for place in range(len(columns) - 1)]
    for row in known:
        padded = (
            text.rjust(width) if column in _TO_THE_RIGHT else text.ljust(width)
            for column, text, width in zip(columns, row, widths, strict=False)
        )
        yield "  " + "  ".join([*padded, row[-1]])
