"""The content folder: the only reader of what the maintainer keeps.

`open_corpus` finds out what is there and says at once what cannot be built; `Corpus.read` then
reads one file at a time, so the texts of a nation are never in memory together.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.corpus.problems import Problem
from generator.corpus.register import Entry, read_register
from generator.corpus.replies import read_replies
from generator.corpus.site_toml import base_url, read_settings
from generator.errors import ContentError
from generator.gazetteer import at, resolve
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

__all__ = ["Corpus", "Entry", "Problem", "open_corpus", "open_file"]

LARGEST_FILE = 20_000_000
MASK = "■■■■■■"
# The lines to hide by the checksum of the content; None when it is not clear which.
Masks = Mapping[str, frozenset[int] | None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A content folder, opened: settings, register, replies, and the files in path order."""

    root: Path
    files: tuple[str, ...]
    settings: Settings
    register: Mapping[str, Entry]
    masks: Masks
    replies: tuple[Reply, ...]
    problems: tuple[Problem, ...]

    def read(self, file: str) -> Opened:
        """One file: a record for `files.csv`, and the report when there is one in it."""
        path = self.root / "reports" / file
        return open_file(path, self.register.get(file, Entry(file)), self.masks)

    def page_text(self, lang: str, name: str) -> str | None:
        """The maintainer's own Markdown for a page, or None to use the default."""
        path = self.root / "pages" / lang / f"{name}.md"
        return decode(path.read_bytes())[0] if path.is_file() else None


def open_file(path: Path, entry: Entry, masks: Masks) -> Opened:
    """One file wherever it lies; `entry` is what is known of it, `masks` are lines to hide."""
    extension = path.suffix.lower().lstrip(".")
    record = FileRecord(entry.file, extension, 0, "", FileOutcome.NOT_READ)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return Opened(replace(record, size=size, reason="too_large"))
        data = path.read_bytes()
    except OSError:
        return Opened(replace(record, reason="no_access"))
    digest = hashlib.sha256(data).hexdigest()
    record = replace(record, size=len(data), sha256=digest)
    if extension not in READERS:
        return Opened(replace(record, reason="unsupported_format"))
    try:
        document = _masked(READERS[extension](data), masks.get(digest, frozenset()))
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


def _masks(root: Path, register: Mapping[str, Entry]) -> Masks:
    """The lines to hide by content, so that a copy under another name does not show them."""
    masks: dict[str, frozenset[int] | None] = {}
    for file, entry in register.items():
        path = root / "reports" / file
        if entry.mask_lines == frozenset() or not os.access(path, os.R_OK) or path.is_dir():
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        known = masks.get(digest, frozenset())
        if entry.mask_lines is None or known is None:
            masks[digest] = None
        else:
            masks[digest] = known | entry.mask_lines
    return masks


def open_corpus(root: Path, address: str = "") -> Corpus:
    """Look at a content folder; ContentError when nothing could be built from it.

    `address` is where the site will live, and wins over the settings.
    """
    reports = root / "reports"
    if not reports.is_dir():
        raise ContentError(str(reports), "no such folder", "Make it and put report files into it.")
    problems: list[Problem] = []
    files = tuple(sorted(_files_below(reports, problems)))
    if not files:
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
        if file not in set(files)
    ]
    replies = read_replies(root / "corrections.csv", problems)
    masks = _masks(root, register)
    return Corpus(root, files, settings, register, masks, replies, tuple(problems))


def _files_below(folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Every file but hidden ones; a link that leaves the folder is not followed."""
    home = folder.resolve()
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if any(part.startswith(".") for part in parts) or not _is_file_inside(path, home):
            continue
        name = path.relative_to(folder).as_posix()
        shown = name.encode(errors="backslashreplace").decode()
        if shown == name:
            yield name
        else:
            problems.append(Problem(f"reports/{shown}", "its name is not UTF-8", "Rename it."))


def _is_file_inside(path: Path, home: Path) -> bool:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):  # a link to nothing, or in a circle
        return False
    return real.is_file() and real.is_relative_to(home)


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
    report = replace(report, body=_registered(resolve(report.body), entry))
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
