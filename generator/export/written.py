"""What remains to be said of a file of the data folder when its bytes are gone."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Facts:
    """What the data page and the checksums say of a file.

    `path` is below `data/`; `file` is the key in `FILES`, empty for what is not a table; `excel`
    marks the flavour for Excel.
    """

    path: str
    size: int
    sha256: str
    file: str = ""
    rows: int | None = None
    excel: bool = False


class Chunk(NamedTuple):
    """A part of a file, and how many rows of a table it holds."""

    data: bytes
    rows: int = 0
