"""Numbers that the prose states, with the cell of the form that they speak of.

Wordings are narrow on purpose: a sentence that is not understood is left alone, because a claim
that was never made would accuse a township falsely. What is stated of a part (one channel, one
half-year, one team) is read and not compared.
"""

from collections.abc import Mapping

from generator.model import Claim, Paragraph, Reading, StatedChange
from generator.parse.claims import changes
from generator.parse.claims.comparison import compared
from generator.parse.claims.reading import in_paragraph

_LONGEST = 20_000  # characters of a paragraph; a longer one is no prose and takes too long


def read_claims(
    prose: tuple[Paragraph, ...], cells: Mapping[str, Reading], year: int | None
) -> tuple[Claim, ...]:
    """Every number that the prose states, in reading order, compared with the tables."""
    found = [c for paragraph in _short(prose) for c in in_paragraph(paragraph, year, cells)]
    return compared(found, cells)


def read_changes(
    prose: tuple[Paragraph, ...],
    claims: tuple[Claim, ...],
    cells: Mapping[str, Reading],
    year: int | None,
) -> tuple[StatedChange, ...]:
    """Every change from the year before that the prose states, in reading order."""
    return changes.read_changes(_short(prose), claims, cells, year)


def _short(prose: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(paragraph for paragraph in prose if len(paragraph.text) <= _LONGEST)


__all__ = ["read_changes", "read_claims"]
