"""Who published a report, which year it is on and when it came out, as far as it says so itself.

Names stay as printed; the gazetteer finds the place, and the register wins over both.
"""

from dataclasses import replace
from typing import NamedTuple

from generator.model import Body, Paragraph, SectionReading, Source
from generator.parse.dates import find_year, labelled_on, published_on, read_periods, signed_on
from generator.parse.named import body_named
from generator.parse.publisher import read_evidence
from generator.parse.title import body_of, find_title

__all__ = ["PrintedIdentity", "read_identity", "read_periods"]

_HEAD_LINES = 80  # of a report in which no heading was found


class PrintedIdentity(NamedTuple):
    """Title, body, year and day of publication; `title_line` counts from 1, `published` is ISO."""

    title: str
    title_line: int | None
    year: int | None
    body: Body
    published: str

    def dated(self, source: Source) -> Source:
        """The source with the printed day of publication, unless the register gave one."""
        return replace(source, published_on=source.published_on or self.published)


def read_identity(
    lines: tuple[str, ...],
    sections: tuple[SectionReading, ...],
    prose: tuple[Paragraph, ...],
    year: int | None = None,
) -> PrintedIdentity:
    """Read it from all lines of a report; a `year` that is given wins over what is printed."""
    first = sections[0].line if sections else _HEAD_LINES + 1
    last = sections[-1].line if sections else 0
    head = lines[: first - 1]
    title, title_line = find_title(
        tuple(Paragraph("", n, text) for n, text in enumerate(head, start=1) if text.strip())
    )
    signed = signed_on(lines, last)
    year = year or find_year(title, prose, signed, labelled_on(lines, head))
    evidence = read_evidence(lines, head, prose, last)
    printed = body_of(title) or next(iter(evidence.publishers), "")
    return PrintedIdentity(
        title=title,
        title_line=title_line,
        year=year,
        body=replace(body_named(printed), evidence=evidence),
        published=published_on(lines, head, signed, year),
    )
