"""Bytes of a file → Document, by file name extension. A new format is a new entry in `READERS`.

A reader raises `NotRead`, with the reason, and nothing else.
"""

from collections.abc import Callable
from functools import partial

from generator.model import Document
from generator.readers.errors import NOT_READ_REASONS, NotRead
from generator.readers.sniff import ContentKind, kind_of
from generator.readers.text import read_text

__all__ = ["NOT_READ_REASONS", "READERS", "NotRead", "read_text"]


def _read(data: bytes, extension: str) -> Document:
    """By what the file is: the extension is a hint (see `sniff`)."""
    if not data:
        return Document(())
    kind = kind_of(data, extension)
    if kind is ContentKind.BINARY:
        raise NotRead("damaged")
    if kind is ContentKind.TEXT:
        return read_text(data)
    # a text must not wait for what starts processes
    from generator.readers.sandbox import SANDBOX  # noqa: PLC0415

    if kind in {ContentKind.OLE, ContentKind.RTF, ContentKind.WORD_XML}:
        from generator.readers.office import to_docx  # noqa: PLC0415

        return SANDBOX.read(ContentKind.DOCX, to_docx(data, kind))
    return SANDBOX.read(kind, data)


READERS: dict[str, Callable[[bytes], Document]] = {
    extension: partial(_read, extension=extension)
    for extension in ("txt", "md", "html", "htm", "docx", "doc", "wps", "rtf", "pdf")
}
