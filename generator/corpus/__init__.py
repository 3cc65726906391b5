"""The content folder: the only reader of what the maintainer keeps.

`open_corpus` finds out what is there and says at once what cannot be built; `Corpus.read` then
reads one file at a time, so the texts of a nation are never in memory together.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.corpus.found import Found, bytes_of, existing, found_below
from generator.corpus.problems import Problem
from generator.corpus.register import Entry, read_register
from generator.corpus.replies import read_replies
from generator.corpus.site_toml import base_url, read_settings
from generator.errors import ContentError
from generator.gazetteer import at, located
from generator.model import (
    UNREAD,
    Body,
    BodyKind,
    Document,
    FileOutcome,
    FileRecord,
    Opened,
    Reply,
    Resolution,
    Source,
)
from generator.parse import NotAReport, parse
from generator.readers import READERS, NotRead
from generator.readers.text import decode
from generator.settings import Settings

__all__ = ["Corpus", "Entry", "Found", "Problem", "existing", "open_corpus", "open_file"]

MASK = "■■■■■■"
# The lines to hide by the checksum of the content; None when it is not clear which.
Masks = Mapping[str, frozenset[int] | None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A content folder, opened: settings, register, replies, and the files in path order."""

    root: Path
    found: Mapping[str, Found]
    settings: Settings
    register: Mapping[str, Entry]
    masks: Masks
    replies: tuple[Reply, ...]
    problems: tuple[Problem, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files found, also of those that are not opened."""
        return tuple(self.found)

    def read(self, file: str) -> Opened:
        """One file: a record for `files.csv`, and the report when there is one in it."""
        one = self.found[file]
        if one.refusal:
            return Opened(replace(_unread(file), reason=one.refusal))
        if self._stands_for_another(one):
            return _linked(file, self.read(one.target))
        return open_file(one.path, self.register.get(file, Entry(file)), self.masks)

    def _stands_for_another(self, one: Found) -> bool:
        """Whether it is a link to a file that is read, unless it is the link that is registered."""
        target = self.found.get(one.target)
        known = one.name in self.register and one.target not in self.register
        return target is not None and not target.refusal and not known

    def page_text(self, lang: str, name: str) -> str | None:
        """The maintainer's own Markdown for a page, or None to use the default."""
        path = self.root / "pages" / lang / f"{name}.md"
        return decode(path.read_bytes())[0] if path.is_file() else None


def open_file(path: Path, entry: Entry, masks: Masks) -> Opened:
    """One file wherever it lies; `entry` is what is known of it, `masks` are lines to hide."""
    record = _unread(entry.file)
    try:
        size, data = bytes_of(path)
    except OSError:
        return Opened(replace(record, reason="no_access"))
    if data is None:
        return Opened(replace(record, size=size, reason="too_large"))
    digest = hashlib.sha256(data).hexdigest()
    record = replace(record, size=size, sha256=digest)
    if record.format not in READERS:
        return Opened(replace(record, reason="unsupported_format"))
    try:
        document = _masked(READERS[record.format](data), masks.get(digest, frozenset()))
    except NotRead as error:
        return Opened(replace(record, reason=str(error)))
    if document is None:
        return Opened(replace(record, reason="mask_unclear"))
    return _with_report(record, document, entry)


def _linked(link: str, opened: Opened) -> Opened:
    """A link to a report is a copy of it; of any other file the same is said as of that file."""
    record = replace(opened.record, file=link)
    if opened.report:
        same = f"same_as {opened.record.file}"
        record = replace(record, outcome=FileOutcome.DUPLICATE, reason=same)
    return Opened(record)


def _unread(file: str) -> FileRecord:
    """The record of a file before it is opened; its format is what its name says."""
    extension = PurePosixPath(file).suffix.lower().lstrip(".") if file[-1:] != "/" else ""
    return FileRecord(file, extension, 0, "", FileOutcome.NOT_READ)


def _masked(document: Document, hidden: frozenset[int] | None) -> Document | None:
    """Lines that the register hides are hidden before anything is read from them.

    None when it is not certain which lines are meant: rather nothing is shown than too much.
    """
    if hidden is None or max(hidden, default=0) > len(document.lines):
        return None
    lines = (
        MASK if number in hidden else line for number, line in enumerate(document.lines, start=1)
    )
    grids = tuple(
        tuple(
            tuple(replace(cell, text=MASK) if cell.line in hidden else cell for cell in row)
            for row in grid
        )
        for grid in document.grids
    )
    return replace(document, lines=tuple(lines), grids=grids, masked=hidden)


def _masks(found: Mapping[str, Found], register: Mapping[str, Entry]) -> Masks:
    """The lines to hide by content, so that a copy under another name does not show them."""
    masks: dict[str, frozenset[int] | None] = {}
    for file, entry in register.items():
        digest = _digest(found.get(file)) if entry.mask_lines != frozenset() else ""
        if not digest:
            continue
        known = masks.get(digest, frozenset())
        if entry.mask_lines is None or known is None:
            masks[digest] = None
        else:
            masks[digest] = known | entry.mask_lines
    return masks


def _digest(one: Found | None) -> str:
    """The checksum of a file's content, "" when it may not be opened.

    A hidden file is not shown, but what the register hides of it is hidden in copies too.
    """
    if one is None or one.refusal not in ("", "hidden"):
        return ""
    try:
        data = bytes_of(one.path)[1]
    except OSError:
        return ""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def open_corpus(root: Path, address: str = "") -> Corpus:
    """Look at a content folder; ContentError when nothing could be built from it.

    `address` is where the site will live, and wins over the settings.
    """
    reports = root / "reports"
    if not reports.is_dir():
        raise ContentError(str(reports), "no such folder", "Make it and put report files into it.")
    problems: list[Problem] = []
    found = found_below(reports)
    if all(one.refusal == "hidden" for one in found.values()):
        raise ContentError(
            str(reports),
            "no report files in it",
            "Put at least one report, such as a .txt, into it.",
        )
    settings = read_settings(root / "site.toml", problems)
    if address:
        settings = replace(settings, base_url=base_url(address, "--base-url"))
    register = read_register(root / "reports.csv", problems)
    problems += [
        Problem(f"reports.csv: {file}", "no such file below reports/", "Correct or remove it.")
        for file in register
        if file not in found
    ]
    replies = read_replies(root / "corrections.csv", problems)
    masks = _masks(found, register)
    return Corpus(root, found, settings, register, masks, replies, tuple(problems))


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
