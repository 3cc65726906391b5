"""The bytes of one file, and its record before anything is read from them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from sys import intern
from typing import NamedTuple

from generator.corpus.found import bytes_of
from generator.model import FileOutcome, FileRecord

# The lines to hide by the checksum of the content; None when it is not clear which.
Masks = Mapping[str, frozenset[int] | None]


class Content(NamedTuple):
    """What is in a file: its bytes with their checksum, or why they are not there."""

    size: int
    sha256: str
    data: bytes
    refusal: str = ""


def content_of(path: Path) -> Content:
    """The bytes of a file, unless it is too large or may not be opened."""
    try:
        size, data = bytes_of(path)
    except OSError:
        return Content(0, "", b"", "no_access")
    if data is None:
        return Content(size, "", b"", "too_large")
    return Content(size, hashlib.sha256(data).hexdigest(), data)


def unread(file: str) -> FileRecord:
    """The record of a file before it is opened; its format is what its name says."""
    extension = PurePosixPath(file).suffix.lower().lstrip(".") if file[-1:] != "/" else ""
    return FileRecord(file, intern(extension), 0, "", FileOutcome.NOT_READ)
