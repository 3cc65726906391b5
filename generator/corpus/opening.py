"""One file, opened: what is in its bytes, and who it is by."""

from dataclasses import replace
from pathlib import Path

from generator.corpus.content import Content, Masks, content_of, unread
from generator.corpus.register import Entry
from generator.gazetteer import at, located
from generator.model import (
    UNREAD,
    Body,
    BodyKind,
    Document,
    FileOutcome,
    FileRecord,
    Opened,
    Resolution,
    Source,
)
from generator.parse import NotAReport, parse
from generator.readers import READERS, NotRead

MASK = "■■■■■■"


def open_file(path: Path, entry: Entry, masks: Masks) -> Opened:
    """One file wherever it lies; `entry` is what is known of it, `masks` are lines to hide."""
    return open_content(content_of(path), entry, masks)


def open_content(content: Content, entry: Entry, masks: Masks) -> Opened:
    """What is in a file whose bytes are at hand."""
    digest = content.sha256
    record = replace(unread(entry.file), size=content.size, sha256=digest)
    if content.refusal:
        return Opened(replace(record, reason=content.refusal))
    if record.format not in READERS:
        return Opened(replace(record, reason="unsupported_format"))
    try:
        read = READERS[record.format](content.data)
        document = _masked(read, masks.get(digest, frozenset()))
    except NotRead as error:
        return Opened(replace(record, reason=str(error)))
    if document is None:
        return Opened(replace(record, reason="mask_unclear"))
    return _with_report(record, document, entry)


def _masked(document: Document, hidden: frozenset[int] | None) -> Document | None:
    """Lines that the register hides are hidden before anything is read from them.

    None when it is not certain which lines are meant: rather nothing is shown than too much.
    """
    if hidden is None or max(hidden, default=0) > len(document.lines):
        return None
    if not hidden:
        return document
    lines = (
        MASK if number in hidden else line for number, line in enumerate(document.lines, start=1)
    )
    grids = tuple(
        tuple(
            tuple(cell._replace(text=MASK) if cell.line in hidden else cell for cell in row)
            for row in grid
        )
        for grid in document.grids
    )
    return replace(document, lines=tuple(lines), grids=grids, masked=hidden)


def _with_report(record: FileRecord, document: Document, entry: Entry) -> Opened:
    record = replace(
        record,
        encoding=document.encoding,
        replacement_characters=document.replacement_characters,
    )
    source = Source(
        record.file,
        record.format,
        record.encoding,
        record.size,
        record.sha256,
        record.replacement_characters,
        entry.source_url,
        entry.published_on,
        entry.note,
    )
    report = parse(document, source, entry.year)
    if isinstance(report, NotAReport):
        return Opened(replace(record, reason=report.reason), document)
    unread = sum(1 for reading in report.cells.values() if reading.status in UNREAD)
    outcome = FileOutcome.PARTLY_READ if unread else FileOutcome.READ
    reason = f"cells_unread {unread}/{len(report.cells)}" if unread else ""
    if document.pictures and not any(table.found for table in report.tables.values()):
        reason = "tables_are_pictures"
    report = located(report)
    report = replace(report, body=_registered(report.body, entry))
    return Opened(replace(record, outcome=outcome, reason=reason), document, report)


def _registered(body: Body, entry: Entry) -> Body:
    """The register wins over what was read; what it leaves empty stays as read.

    Where a place lies follows from its code unless the register says otherwise.
    """
    known = entry.kind is not BodyKind.UNKNOWN
    if entry.division_code:
        body = at(body, entry.division_code)
    return replace(
        body,
        name=entry.name or body.name,
        kind=entry.kind if known else body.kind,
        county=entry.county or body.county,
        city=entry.city or body.city,
        province=entry.province or body.province,
        division_code=entry.division_code or body.division_code,
        resolution=Resolution.REGISTER if entry.division_code else body.resolution,
    )
