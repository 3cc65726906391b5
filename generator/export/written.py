"""Files of the data folder as they are written: what is said of them, and how they are archived.

A file is written in pieces, and what a piece is deflated to does not depend on what stands before
or after it, so that of a file in which one row is new one piece is deflated again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import BinaryIO, NamedTuple
from zlib import DEFLATED, MAX_WBITS, Z_FULL_FLUSH, compressobj, crc32, decompressobj

from generator.pickled import pickled_as_call

_LEVEL = 3  # three times as fast as the usual 6, for files that are a tenth larger
_AT_ONCE = 1 << 20  # bytes


@pickled_as_call
@dataclass(frozen=True, slots=True)
class FileFacts:
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


class DeflatedPiece(NamedTuple):
    """What a piece of a file is deflated to, and how many rows of a table it holds."""

    deflated: bytes
    rows: int


class Member(NamedTuple):
    """A written file as the archive takes it: `deflated` gives its bytes as they stand there."""

    facts: FileFacts
    crc: int
    deflated: Callable[[], Iterable[bytes]]


class Written(NamedTuple):
    """A written file; `ends` says where its pieces end."""

    facts: FileFacts
    crc: int
    ends: tuple[int, ...]

    def member(self, deflated: Callable[[], Iterable[bytes]]) -> Member:
        """What the archive takes of it."""
        return Member(self.facts, self.crc, deflated)


Write = Callable[[bytes], object]


_deflater = partial(compressobj, _LEVEL, DEFLATED, -MAX_WBITS)
_END = _deflater().flush()


def deflated(file: BinaryIO, ends: Iterable[int]) -> Iterator[bytes]:
    """What a file was deflated to, from the file itself."""
    for end in ends:
        deflater = _deflater()
        yield deflater.compress(file.read(end - file.tell())) + deflater.flush(Z_FULL_FLUSH)
    yield _END


def _inflated(data: bytes) -> Iterator[bytes]:
    inflater = decompressobj(-MAX_WBITS)
    while data:
        yield inflater.decompress(data, _AT_ONCE)
        data = inflater.unconsumed_tail
    yield inflater.flush()


class Growing:
    """A file that is written piece by piece, so that it is never whole in memory.

    `write` takes its bytes, `keep` what they are deflated to.
    """

    def __init__(
        self, path: str, write: Write, keep: Write, table: str = "", *, excel: bool = False
    ) -> None:
        self._path, self._write, self._keep = path, write, keep
        self._table, self._excel = table, excel
        self._size = self._rows = self._crc = 0
        self._digest = sha256()
        self._ends: list[int] = []
        self._begin()

    def _begin(self) -> None:
        self._deflater = _deflater()
        self._deflated: list[bytes] = []
        self._rows_added = 0

    def add(self, data: bytes, rows: int = 0) -> None:
        """Write some of a piece, which holds some rows if it is one of a table."""
        self._written(data)
        self._deflated.append(self._deflater.compress(data))
        self._rows_added += rows

    def cut(self) -> DeflatedPiece:
        """End the piece of what was added."""
        deflated = b"".join([*self._deflated, self._deflater.flush(Z_FULL_FLUSH)])
        piece = DeflatedPiece(deflated, self._rows_added)
        self._ended(piece)
        self._begin()
        return piece

    def paste(self, piece: DeflatedPiece) -> None:
        """Write a piece that was cut before, be it by an earlier build."""
        for data in _inflated(piece.deflated):
            self._written(data)
        self._ended(piece)

    def _written(self, data: bytes) -> None:
        self._write(data)
        self._size += len(data)
        self._crc = crc32(data, self._crc)
        self._digest.update(data)

    def _ended(self, piece: DeflatedPiece) -> None:
        self._keep(piece.deflated)
        self._rows += piece.rows
        self._ends.append(self._size)

    def done(self) -> Written:
        """The file, to which nothing is added any more."""
        self._keep(_END)
        rows = self._rows if self._table else None
        digest = self._digest.hexdigest()
        facts = FileFacts(self._path, self._size, digest, self._table, rows, self._excel)
        return Written(facts, self._crc, tuple(self._ends))
