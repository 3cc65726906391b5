"""The identity of a report text, as the parser reads it."""

from generator.gazetteer import resolve
from generator.model import Body
from generator.parse.identity import PrintedIdentity, read_identity
from generator.parse.sections import outside, read_paragraphs, read_sections


def identity(text: str, year: int | None = None) -> PrintedIdentity:
    """What a text says of its publisher, year and day; its tables count as prose here."""
    lines = tuple(text.split("\n"))
    told = outside(lines, ())
    sections = read_sections(told)
    return read_identity(lines, sections, read_paragraphs(told, sections), year)


def body(text: str) -> Body:
    """The publisher, looked up."""
    return resolve(identity(text).body)
