"""The original text with line numbers, in parts when it is long."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from generator.fragments.visible import visible

LONGEST_PART = 100_000


@dataclass(frozen=True, slots=True)
class Original:
    """One part of an original: its number from 1, its lines, and their list items as HTML."""

    number: int
    first: int
    last: int
    html: str


def original_parts(lines: Sequence[str], cell_lines: AbstractSet[int]) -> tuple[Original, ...]:
    """The lines as `<li id="L1">`, cut into parts of at most about 100 kB of text.

    `cell_lines` are the lines that were read as cells; they are tinted. The first part stands on
    the report page, the others on pages of their own.
    """
    shown = list(map(str.rstrip, lines))
    whole = "".join(shown)
    written = shown if visible(whole) == whole else list(map(visible, shown))
    kinds = ("", ' class="cell"')
    items = [
        f'<li id="L{number}"{kinds[number in cell_lines]}>{line}</li>'
        for number, line in enumerate(written, start=1)
    ]
    ends = [*_ends(shown), len(shown)]
    return tuple(
        Original(number, first + 1, end, "".join(items[first:end]))
        for number, (first, end) in enumerate(pairwise([0, *ends]), start=1)
    )


def _ends(lines: Sequence[str]) -> Iterator[int]:
    """How many lines stand before each part but the first."""
    if len("".join(lines).encode()) <= LONGEST_PART:  # nearly all
        return
    first = size = 0
    for place, line in enumerate(lines):
        length = len(line.encode())
        size += length
        if size > LONGEST_PART and place > first:
            yield place
            first, size = place, length
