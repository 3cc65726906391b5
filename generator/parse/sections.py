"""The six main sections, the prose between the tables, and what a conversion left behind."""

from collections.abc import Container, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache

from generator import form
from generator.model import Artefact, Paragraph, SectionReading
from generator.parse.text import cleaned, numbering, residue, words

Numbered = Sequence[tuple[int, str]]

_LONGEST = 60
_CLOSE_ENOUGH = 0.75
_MAIN_NUMBERS = tuple("一二三四五六七八九")


@cache
def _wordings() -> dict[str, str]:
    """Section keys by every wording of their heading."""
    return {
        words(wording): section.key
        for section in form.SECTIONS
        for wording in (section.zh, *section.aliases)
    }


@lru_cache(maxsize=4096)
def heading_of(line: str) -> tuple[str, str, bool] | None:
    """The section key and printed numbering when the line is a main heading.

    The third value says whether the wording is one that is known; behind the number of a main
    section a wording that is nearly known will do. `（二）主动公开情况` and `1、加强培训` are
    sub-headings: their words are not those of a section.
    """
    text = cleaned(line).strip().lstrip("#").strip().strip("*").strip()
    if not text or len(text) > _LONGEST:
        return None
    number = numbering(text)
    if number.startswith(("(", "（")):
        return None
    plain = words(text)
    key = _wordings().get(plain)
    if key:
        return key, number, True
    near = _nearly(plain) if number[:1] in _MAIN_NUMBERS else ""
    return (near, number, False) if near else None


@lru_cache(maxsize=1024)
def _nearly(plain: str) -> str:
    """The key of the one section whose wording a text nearly has, or ""."""
    near = get_close_matches(plain, _wordings(), n=3, cutoff=_CLOSE_ENOUGH)
    keys = {_wordings()[wording] for wording in near}
    return keys.pop() if len(keys) == 1 else ""


def outside(lines: Sequence[str], inside: Container[int]) -> Numbered:
    """The lines on which something stands, without those inside of tables, by their numbers."""
    return [
        (number, line)
        for number, line in enumerate(lines, start=1)
        if line and number not in inside and not line.isspace()
    ]


def read_sections(lines: Numbered) -> tuple[SectionReading, ...]:
    """The main headings in the order they are printed, the first of each."""
    found: dict[str, SectionReading] = {}
    for number, line in lines:
        heading = heading_of(line)
        if heading and heading[0] not in found:
            text = cleaned(line).strip()
            found[heading[0]] = SectionReading(heading[0], heading[1], text, number, heading[2])
    return tuple(found.values())


def read_paragraphs(lines: Numbered, sections: tuple[SectionReading, ...]) -> tuple[Paragraph, ...]:
    """The lines of prose with the section they stand in; headings are left out."""
    starts = {section.line: section.key for section in sections}
    current = ""
    prose: list[Paragraph] = []
    for number, line in lines:
        if number in starts:
            current = starts[number]
        elif (text := cleaned(line)).strip():
            prose.append(Paragraph(current, number, text))
    return tuple(prose)


def read_artefacts(lines: tuple[str, ...]) -> tuple[Artefact, ...]:
    """Leftovers of a conversion, as printed."""
    return tuple(Artefact(text, number) for number, text in residue(lines))
