"""everything.zip and checksums.sha256: the same bytes on every machine with the same zlib."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.export.written import FileFacts, Member

_UNIX = 3
_READABLE = 0o100644 << 16


class _Sink:
    """What an archive is written to when it is handed on as it comes: counts and sums it up."""

    def __init__(self) -> None:
        self._size = 0
        self._digest = sha256()
        self._directory: list[bytes] = []

    def passed(self, data: bytes) -> bytes:
        """The same data."""
        self._size += len(data)
        self._digest.update(data)
        return data

    def write(self, data: bytes) -> int:
        """What the module writes itself, which is what stands at the end."""
        self._directory.append(self.passed(data))
        return len(data)

    def tell(self) -> int:
        """How much there is so far."""
        return self._size

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def directory(self) -> bytes:
        """What the module has written."""
        return b"".join(self._directory)

    def facts(self, path: str) -> FileFacts:
        """What is to be said of the archive."""
        return FileFacts(path, self._size, self._digest.hexdigest())


def archive(path: str, members: Iterable[Member], facts: list[FileFacts]) -> Iterator[bytes]:
    """A zip file of files that were deflated when they were written, be it by an earlier build.

    It holds no date, no owner and no trace of the machine. Its own facts are added at the end.
    """
    sink = _Sink()
    with ZipFile(sink, "w") as file:
        for member in members:
            deflated = list(member.deflated())
            entry = _entry(member, sink.tell(), sum(map(len, deflated)))
            yield sink.passed(entry.FileHeader())
            yield from map(sink.passed, deflated)
            # The module can only deflate what it adds; the list of what it holds is its own.
            file.filelist.append(entry)
            file.NameToInfo[entry.filename] = entry
            file.start_dir = sink.tell()
    yield sink.directory()
    facts.append(sink.facts(path))


def _entry(member: Member, offset: int, size: int) -> ZipInfo:
    entry = ZipInfo(member.facts.path)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    entry.header_offset = offset
    entry.CRC, entry.file_size, entry.compress_size = member.crc, member.facts.size, size
    return entry


def checksums(files: Iterable[FileFacts]) -> bytes:
    """Lines for `sha256sum -c`, sorted by path."""
    lines = sorted((facts.path, facts.sha256) for facts in files)
    return "".join(f"{digest}  {path}\n" for path, digest in lines).encode("utf-8")
