"""Plain text and Markdown: find the encoding, keep every line of the file."""

from generator.model import Document
from generator.readers.encodings import decode

__all__ = ["decode", "read_text"]


def read_text(data: bytes) -> Document:
    """A text file, its lines numbered as an editor shows them; damaged bytes become U+FFFD."""
    text, encoding = decode(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    return Document(tuple(lines), encoding=encoding, replacement_characters=text.count("\ufffd"))
