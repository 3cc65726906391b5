"""everything.zip and checksums.sha256: the same bytes on every machine with the same zlib."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.export.written import Chunk, Facts

_UNIX = 3
_READABLE = 0o100644 << 16
_LEVEL = "_compresslevel"
_PIECE = 1 << 20  # bytes


class Archive:
    """A zip file that grows as files pass through it, so that none is ever whole in memory."""

    def __init__(self, file: IO[bytes], facts: list[Facts]) -> None:
        self._file, self._facts = file, facts
        self._zip = ZipFile(file, "w")

    def add(
        self, path: str, chunks: Iterable[Chunk], table: str = "", *, excel: bool = False
    ) -> tuple[str, Iterator[bytes]]:
        """A file that passes through, without a date, an owner or a trace of the machine."""
        entry = ZipInfo(path)
        entry.compress_type = ZIP_DEFLATED
        # 3 is three times as fast as the usual 6; the attribute is public from Python 3.13 on.
        setattr(entry, "compress_level" if hasattr(entry, "compress_level") else _LEVEL, 3)
        entry.create_system = _UNIX
        entry.external_attr = _READABLE

        def passing() -> Iterator[bytes]:
            digest, size, rows = sha256(), 0, 0
            with self._zip.open(entry, "w") as inside:
                for chunk in chunks:
                    inside.write(chunk.data)
                    digest.update(chunk.data)
                    size += len(chunk.data)
                    rows += chunk.rows
                    yield chunk.data
            counted = rows if table else None
            self._facts.append(Facts(path, size, digest.hexdigest(), table, counted, excel))

        return path, passing()

    def close(self, path: str) -> tuple[str, Iterator[bytes]]:
        """The archive itself, to which nothing is added any more."""
        self._zip.close()
        self._file.seek(0)

        def passing() -> Iterator[bytes]:
            digest, size = sha256(), 0
            while piece := self._file.read(_PIECE):
                digest.update(piece)
                size += len(piece)
                yield piece
            self._facts.append(Facts(path, size, digest.hexdigest()))

        return path, passing()


def checksums(files: Iterable[Facts]) -> bytes:
    """Lines for `sha256sum -c`, sorted by path."""
    lines = sorted((facts.path, facts.sha256) for facts in files)
    return "".join(f"{digest}  {path}\n" for path, digest in lines).encode("utf-8")
