"""Files of the data folder as they are written: what is said of them, and how they are archived."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple
from zlib import DEFLATED, MAX_WBITS, compressobj, crc32

from generator.pickled import pickled_as_call

_LEVEL = 3  # three times as fast as the usual 6, for files that are a tenth larger


@pickled_as_call
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


class Member(NamedTuple):
    """A written file as the archive takes it: `deflated` gives its bytes as they stand there."""

    facts: Facts
    crc: int
    deflated: Callable[[], bytes]


Write = Callable[[bytes], object]


def deflated(data: bytes) -> bytes:
    """A whole file as the archive holds it."""
    deflater = compressobj(_LEVEL, DEFLATED, -MAX_WBITS)
    return deflater.compress(data) + deflater.flush()


class Growing:
    """A file that is written piece by piece, so that it is never whole in memory."""

    def __init__(self, path: str, write: Write, table: str = "", *, excel: bool = False) -> None:
        self._path, self._write = path, write
        self._table, self._excel = table, excel
        self._size = self._rows = self._crc = 0
        self._digest = sha256()
        self._deflater = compressobj(_LEVEL, DEFLATED, -MAX_WBITS)
        self._deflated: list[bytes] = []

    def add(self, data: bytes, rows: int = 0) -> None:
        """Write a piece, which holds some rows if it is one of a table."""
        self._write(data)
        self._size += len(data)
        self._rows += rows
        self._crc = crc32(data, self._crc)
        self._digest.update(data)
        self._deflated.append(self._deflater.compress(data))

    def done(self) -> Member:
        """The file, to which nothing is added any more."""
        deflated = b"".join([*self._deflated, self._deflater.flush()])
        rows = self._rows if self._table else None
        digest = self._digest.hexdigest()
        facts = Facts(self._path, self._size, digest, self._table, rows, self._excel)
        return Member(facts, self._crc, lambda: deflated)
