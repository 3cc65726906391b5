"""Large pieces of HTML built as strings: a template loop over 200 cells is far slower.

Every text from a report goes through `html.escape`.
"""

from generator.fragments.official import CellWords, Flag, official_table
from generator.fragments.original import Original, original_parts
from generator.fragments.prose import marked

__all__ = ["CellWords", "Flag", "Original", "marked", "official_table", "original_parts"]
