"""everything.zip and checksums.sha256: the same bytes on every machine with the same zlib."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.export.written import Facts, Written

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


class Archive:
    """A zip file that grows as files are written, so that no other file is kept in memory."""

    def __init__(self) -> None:
        self.facts: list[Facts] = []
        self._buffer = BytesIO()
        self._zip = ZipFile(self._buffer, "w")

    def add(self, file: Written) -> Written:
        """Add a file without a date, an owner or a trace of the machine, and hand it on."""
        entry = ZipInfo(file.facts.path, _EPOCH)
        entry.create_system = _UNIX
        entry.external_attr = _READABLE
        self._zip.writestr(entry, file.data, ZIP_DEFLATED, 6)
        self.facts.append(file.facts)
        return file

    def close(self) -> bytes:
        """Finish the archive and return its bytes."""
        self._zip.close()
        return self._buffer.getvalue()


def checksums(files: Iterable[Facts]) -> bytes:
    """Lines for `sha256sum -c`, sorted by path."""
    lines = sorted((facts.path, facts.sha256) for facts in files)
    return "".join(f"{digest}  {path}\n" for path, digest in lines).encode("utf-8")
