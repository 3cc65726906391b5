"""A file as it is handed to the site, and what remains to be said of it."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Facts:
    """What the data page and the checksums say of a file, kept after its bytes are gone.

    `path` is below `data/`; `file` is the key in `FILES`, empty for what is not a table; `excel`
    marks the flavour for Excel.
    """

    path: str
    size: int
    sha256: str
    file: str = ""
    rows: int | None = None
    excel: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the data folder."""

    facts: Facts
    data: bytes


def written(
    path: str, data: bytes, file: str = "", rows: int | None = None, *, excel: bool = False
) -> Written:
    """A file with its size and checksum."""
    return Written(Facts(path, len(data), sha256(data).hexdigest(), file, rows, excel), data)
