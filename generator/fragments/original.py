"""The original text with line numbers, in parts when it is long."""

from dataclasses import dataclass
from functools import lru_cache

from generator.fragments.visible import visible

LONGEST_PART = 100_000


@dataclass(frozen=True, slots=True)
class Original:
    """One part of an original: its number from 1, its lines, and their list items as HTML."""

    number: int
    first: int
    last: int
    html: str


@lru_cache(maxsize=32)  # a report is shown in two languages, one township after the other
def original_parts(lines: tuple[str, ...], cell_lines: frozenset[int]) -> tuple[Original, ...]:
    """The lines as `<li id="L1">`, cut into parts of at most about 100 kB of text.

    `cell_lines` are the lines that were read as cells; they are tinted. The first part stands on
    the report page, the others on pages of their own.
    """
    parts: list[Original] = []
    items: list[str] = []
    first, size = 1, 0
    for number, line in enumerate(lines, start=1):
        shown = line.rstrip()
        length = len(shown.encode())
        size += length
        if size > LONGEST_PART and items:
            parts.append(Original(len(parts) + 1, first, number - 1, "".join(items)))
            items, first, size = [], number, length
        kind = ' class="cell"' if number in cell_lines else ""
        items.append(f'<li id="L{number}"{kind}>{visible(shown)}</li>')
    parts.append(Original(len(parts) + 1, first, len(lines), "".join(items)))
    return tuple(parts)
