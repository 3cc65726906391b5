"""A site sent to an address.

The list `.sent` there has every file with its checksum (`sha256sum --check` reads it); only files
of that list are ever replaced or removed. It names a file before that is sent, and its checksum
after, so whatever ends this half-way leaves nothing that the next build would not know as ours.
"""

from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path

from generator.errors import UsageError
from generator.progress import Progress
from generator.remote.address import Address, batches
from generator.writer import MANIFEST

SENT = ".sent"
_UNSURE = "0" * 64  # the checksum of a file that may or may not have been sent


class Target:
    """The address of a site; UsageError at once when it holds somebody else's files."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._sizes = {path: info.get("size") for path, info in address.listed().items()}
        self._sent = _sums(address.read(SENT)) if SENT in self._sizes else {}
        if SENT not in self._sizes and any(not path.startswith(".") for path in self._sizes):
            raise UsageError(
                address.text,
                "holds files that this program did not send",
                "Empty it or choose another address with --output.",
            )

    def send(self, folder: Path, progress: Progress) -> str:
        """Make the address hold the site in a folder, and say what had to be done for it."""
        paths = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
        sums = {path: _sum(folder / path) for path in paths}
        new = [path for path in sums if not self._has(path, folder, sums[path])]
        for path in new:
            if path in self._sizes and path not in self._sent:
                raise UsageError(
                    f"{self.address.text.rstrip('/')}/{path}",
                    "is there, and this program did not send it",
                    "Rename or remove it, then build again.",
                )
        gone = sorted((self._sent.keys() & self._sizes.keys()) - sums.keys())
        if new or gone:
            self._list(self._sent | dict.fromkeys(new, _UNSURE))
        for batch in batches(progress(new, "sending the site", len(new))):
            self.address.put(folder, batch)
        for path in gone:
            self.address.remove(path)
        if self._sent != sums or new:
            self._list(sums)
        files = "file" if len(new) == 1 else "files"
        return f"{self.address.text}: {len(new)} {files} sent, {len(gone)} removed"

    def _has(self, path: str, folder: Path, checksum: str) -> bool:
        """Whether the file was sent, and is there still in its length, if that can be known."""
        if self._sent.get(path) != checksum or path not in self._sizes:
            return False
        return self._sizes[path] in (None, (folder / path).stat().st_size)

    def _list(self, sums: Mapping[str, str]) -> None:
        text = "".join(f"{checksum}  {path}\n" for path, checksum in sorted(sums.items()))
        self.address.write(SENT, text.encode())


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _sums(listed: bytes) -> dict[str, str]:
    """The checksums of a list by path; a damaged line is none of ours."""
    pairs = (line.split("  ", 1) for line in listed.decode(errors="replace").split("\n"))
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}
