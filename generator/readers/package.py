"""A docx file as a package of XML parts, vetted before anything else looks at it.

What is handed on is a new package in memory that holds the XML parts only: no pictures, no names
that lead elsewhere, nothing that was not looked through.
"""

import io
import xml.etree.ElementTree as ET  # the name that its documentation uses
import zipfile
import zlib

from generator.readers.errors import NotRead
from generator.regex import regex

MOST_ENTRIES = 5_000
LARGEST_PART = 40_000_000  # bytes of XML; a report of 30 pages has less than 2 MB
LARGEST_RATIO = 400  # unpacked to packed; XML of Word has 10 to 60, a bomb 1,000
MOST_ELEMENTS = 400_000
DEEPEST = 100
DEEPEST_TABLES = 10

_NAME = regex(r"(\[Content_Types\]|[\w-]+(/[\w-]+)*/?(_rels/)?[\w.-]*)\.(xml|rels)")
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)

Parts = dict[str, bytes]


def unpack(data: bytes) -> Parts:
    """The XML parts by name; NotRead for what is no package or goes beyond the bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MOST_ENTRIES:
                raise NotRead("too_complex")
            entries = [entry for entry in entries if _NAME.fullmatch(entry.filename)]
            _check_sizes(entries)
            return {entry.filename: package.read(entry) for entry in entries}
    except _ZIP_ERRORS:
        raise NotRead("damaged") from None
    except RuntimeError:  # what zipfile raises for an entry with a password
        raise NotRead("encrypted") from None


def pack(parts: Parts) -> io.BytesIO:
    """Parts as a package, not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    target.seek(0)
    return target


def parsed(part: bytes) -> ET.Element:
    """The root of an XML part; NotRead when it declares entities, is too large or not XML."""
    parser = ET.XMLParser(target=_Guard())  # noqa: S314  # which is what the guard is for
    try:
        parser.feed(part)
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError, LookupError):  # the last two: an encoding nobody knows
        raise NotRead("damaged") from None
    return root


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """By the sizes that the package states; reading never goes beyond them."""
    total = sum(entry.file_size for entry in entries)
    bombs = (
        entry.file_size > 1_000_000 and entry.file_size > LARGEST_RATIO * entry.compress_size
        for entry in entries
    )
    if total > LARGEST_PART or any(bombs):
        raise NotRead("too_complex")


class _Guard(ET.TreeBuilder):
    """Builds the tree, and stops where a tree would be a danger."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._elements = self._tables = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002
        """No part of a Word file has one; entities that unfold to gigabytes need one."""
        raise NotRead("damaged")

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        """Count what the standard parser does not."""
        self._depth += 1
        self._elements += 1
        self._tables += tag.endswith("}tbl")
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS or self._tables > DEEPEST_TABLES:
            raise NotRead("too_complex")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        """One level up again."""
        self._depth -= 1
        self._tables -= tag.endswith("}tbl")
        return super().end(tag)
