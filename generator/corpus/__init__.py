"""The content folder: the only reader of what the maintainer keeps.

`open_corpus` finds out what is there and says at once what cannot be built, so it waits for nothing
that is needed to read a report; `Corpus.read` then reads one file at a time, and the texts of a
nation are never in memory together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.corpus.checksums import Checksums
from generator.corpus.content import Content, Masks, content_of, unread
from generator.corpus.found import Found, existing, found_below
from generator.corpus.problems import Problem
from generator.corpus.register import Entry, read_register
from generator.corpus.replies import read_replies
from generator.corpus.site_toml import base_url, read_settings
from generator.corpus.texts import read_texts
from generator.errors import ContentError
from generator.model import FileOutcome, FileRecord, Opened, Reply
from generator.settings import Settings

__all__ = [
    "Checksums",
    "Content",
    "Corpus",
    "Entry",
    "Found",
    "Masks",
    "Problem",
    "ReadTask",
    "content_of",
    "existing",
    "open_corpus",
]


class ReadTask(NamedTuple):
    """A file to be read: its place and its name, and its line of the register, if it has one."""

    place: str
    file: str
    registered: Entry | None = None

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.place)

    @property
    def entry(self) -> Entry:
        """What the register says of it."""
        return self.registered or Entry(self.file)

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"reports/{self.file}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A content folder, opened: settings, register, replies, and the files in path order.

    `texts` are the pages that the maintainer wrote, by language and name such as `zh/about`.
    """

    root: Path
    found: Mapping[str, Found]
    settings: Settings
    register: Mapping[str, Entry]
    masks: Masks
    replies: tuple[Reply, ...]
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files found, also of those that are not opened."""
        return tuple(self.found)

    def read(self, file: str) -> Opened:
        """One file: a record for `files.csv`, and the report when there is one in it."""
        from generator.corpus.opening import open_file  # noqa: PLC0415 - imports all that reads

        task = self.task(file)
        if task:
            return open_file(task.path, task.entry, self.masks)
        return Opened(self.record_of_unopened(file, lambda target: self.read(target).record))

    def task(self, file: str) -> ReadTask | None:
        """What to open, and what is known of it; None for a file that is not opened itself."""
        one = self.found[file]
        if one.refusal or (one.target and self._stands_for_another(one)):
            return None
        return ReadTask(one.place, file, self.register.get(file))

    def record_of_unopened(self, file: str, record: Callable[[str], FileRecord]) -> FileRecord:
        """The record of a file that is not opened itself; `record` gives that of another file.

        A link to a report is a copy of it; of any other file the same is said as of that file.
        """
        one = self.found[file]
        if one.refusal:
            return replace(unread(file), reason=one.refusal)
        target = record(one.target)
        linked = replace(target, file=file)
        if target.outcome is FileOutcome.NOT_READ:
            return linked
        same = f"same_as {target.file}"
        return replace(linked, outcome=FileOutcome.DUPLICATE, reason=same)

    def _stands_for_another(self, one: Found) -> bool:
        """Whether it is a link to a file that is read, unless it is the link that is registered."""
        target = self.found.get(one.target)
        known = one.name in self.register and one.target not in self.register
        return target is not None and not target.refusal and not known


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
    return content_of(one.path).sha256


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
    texts = read_texts(root / "pages", problems)
    return Corpus(root, found, settings, register, masks, replies, texts, tuple(problems))
