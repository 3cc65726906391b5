"""Web pages, and pages that were saved as one mail-like file (`.mht`, often named `.doc`)."""

import re
from email import message_from_bytes
from email.policy import compat32

from generator.model import Document
from generator.readers.encodings import decode
from generator.readers.errors import NotRead
from generator.readers.markup import extract
from generator.regex import regex

_CHARSET = regex(rb"charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096


def read_html(data: bytes) -> Document:
    """A page; what it says of its encoding is only a hint, for it often is not true."""
    stated = _CHARSET.search(data[:_HEAD])
    text, encoding = decode(data, stated[1].decode("ascii", "ignore") if stated else "")
    return extract(text, encoding)


def read_mhtml(data: bytes) -> Document:
    """The page in a web archive; NotRead `damaged` when there is none in it."""
    for part in message_from_bytes(data, policy=compat32).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return read_html(content)
    raise NotRead("damaged")
