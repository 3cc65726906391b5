"""everything.zip and checksums.sha256: the same bytes on every machine with the same zlib."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.export.written import Facts, Member

_UNIX = 3
_READABLE = 0o100644 << 16
_PIECE = 1 << 20  # bytes


class Archive:
    """A zip file of files that were deflated when they were written, be it by an earlier build."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._zip = ZipFile(file, "w")

    def add(self, member: Member) -> None:
        """Add a file, without a date, an owner or a trace of the machine."""
        deflated = member.deflated()
        entry = ZipInfo(member.facts.path)
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = _UNIX
        entry.external_attr = _READABLE
        entry.CRC, entry.file_size = member.crc, member.facts.size
        entry.compress_size = len(deflated)
        entry.header_offset = self._file.tell()
        self._file.write(entry.FileHeader())
        self._file.write(deflated)
        # The module can only deflate what it adds; the list of what is in the archive is its own.
        self._zip.filelist.append(entry)
        self._zip.NameToInfo[entry.filename] = entry
        self._zip.start_dir = self._file.tell()

    def close(self, path: str) -> tuple[Facts, Iterator[bytes]]:
        """The archive itself, to which nothing is added any more."""
        self._zip.close()
        self._file.seek(0)
        digest, size = sha256(), 0
        for piece in self._pieces():
            digest.update(piece)
            size += len(piece)
        self._file.seek(0)
        return Facts(path, size, digest.hexdigest()), self._pieces()

    def _pieces(self) -> Iterator[bytes]:
        while piece := self._file.read(_PIECE):
            yield piece


def checksums(files: Iterable[Facts]) -> bytes:
    """Lines for `sha256sum -c`, sorted by path."""
    lines = sorted((facts.path, facts.sha256) for facts in files)
    return "".join(f"{digest}  {path}\n" for path, digest in lines).encode("utf-8")
