"""Bytes of a file → Document, by file name extension. A new format is a new entry in `READERS`."""

from collections.abc import Callable

from generator.model import Document
from generator.readers.text import read_text

READERS: dict[str, Callable[[bytes], Document]] = {
    "txt": read_text,
    "md": read_text,
}

__all__ = ["READERS", "read_text"]
