"""Plain text: find the encoding, keep every line."""

import codecs

from generator.model import Document

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)


def read_text(data: bytes) -> Document:
    """Decode a text file; damaged bytes become U+FFFD and are counted."""
    text, encoding = decode(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    return Document(tuple(lines), encoding=encoding, replacement_characters=text.count("\ufffd"))


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: a byte-order mark decides, then UTF-8, then GB 18030.

    A file that is neither keeps its readable characters under the encoding that loses fewer.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff"), encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    attempts = ((data.decode(encoding, "replace"), encoding) for encoding in ("utf-8", "gb18030"))
    return min(attempts, key=lambda attempt: attempt[0].count("\ufffd"))
