"""Large pieces of HTML built as strings: a template loop over 200 cells is far slower.

Every text from a report goes through `html.escape`.
"""

from generator.fragments.official import CellWords, Flag, Marks, official_table, plain_cells
from generator.fragments.original import Original, original_parts
from generator.fragments.prose import marked
from generator.fragments.visible import escaped

__all__ = [
    "CellWords",
    "Flag",
    "Marks",
    "Original",
    "escaped",
    "marked",
    "official_table",
    "original_parts",
    "plain_cells",
]
