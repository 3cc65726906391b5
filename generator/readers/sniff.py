"""What a file really is: offices save web pages as `.doc`, and download scripts name at will."""

import re
from enum import StrEnum

from generator.readers.encodings import decode
from generator.regex import regex

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_PAGE = regex(r"<(!doctype\s+html|html|head|body|meta|table|div|p|br|span)[\s>/]", re.IGNORECASE)
_WHOLE_PAGE = regex(r"\s*(<\?xml[^<]*)?(<!--[^>]*>\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE)
_MAIL = regex(r"\s*(mime-version|from|content-type):", re.IGNORECASE)
_CONTROLS = regex("[\x00-\x08\x0e-\x1f\ufffd]")


class ContentKind(StrEnum):
    """The forms of content that there is a reader for, and `BINARY`, for which there is none."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    DOCX = "docx"
    OLE = "doc"
    RTF = "rtf"
    WORD_XML = "xml"
    PDF = "pdf"
    BINARY = "binary"


def kind_of(data: bytes, extension: str) -> ContentKind:
    """The kind of content; the extension decides only what the bytes leave open."""
    kind = _by_magic(data)
    if kind is not None:
        return kind
    if extension in {"txt", "md"} and b"<" not in data[:_HEAD]:
        return ContentKind.TEXT
    head = decode(data[:_HEAD])[0]
    if extension in {"txt", "md"}:  # a text may quote markup; every line of it counts
        return ContentKind.HTML if _WHOLE_PAGE.match(head) else ContentKind.TEXT
    if "multipart/related" in head.lower() and _MAIL.match(head):
        return ContentKind.MHTML
    if _PAGE.search(head) or _PAGE.search(decode(data)[0]):
        return ContentKind.HTML
    return ContentKind.TEXT if _is_text(head) else ContentKind.BINARY


def _by_magic(data: bytes) -> ContentKind | None:
    if data.startswith(b"PK\x03\x04"):
        return ContentKind.DOCX
    if data.startswith(_OLE):
        return ContentKind.OLE
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rt"):
        return ContentKind.RTF
    if b"%PDF-" in start:  # a few bytes before it are allowed
        return ContentKind.PDF
    if start.startswith(b"<?xml") and (b"Word.Document" in start or b"pkg:package" in start):
        return ContentKind.WORD_XML
    return None


def _is_text(head: str) -> bool:
    return len(_CONTROLS.findall(head)) * 10 < len(head)
