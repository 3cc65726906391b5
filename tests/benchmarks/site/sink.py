"""A site that is made as a whole and hardly written: its files are counted where they would be.

What is checked of a site is written, into a folder for it. Run as a program it builds a content
folder in this way and prints the counts of files and bytes by kind, as JSON.

    python -m tests.benchmarks.site.sink CONTENT OUTPUT
"""

import json
import sys
from collections.abc import Iterable
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from generator.corpus import open_corpus
from generator.garbage import collect_seldom
from generator.progress import shown_on
from generator.site import build
from generator.staging import FileStates, Stage, Staged, lines
from generator.writer import Writer
from tests.benchmarks.site.weights import kind_of

CHECKED = ("data/wide.csv", "data/findings.csv")
_growing: dict[str, int] = {}  # sizes of files that are being written in this process


class _Counting(RawIOBase):
    """A file of which no more is kept than its size."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        _growing[path] = 0

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Count a piece."""
        _growing[self._path] += len(data)
        return len(data)


class Sink(Stage):
    """A stage on which nothing is left but what is checked."""

    def put(self, path: str, data: bytes | Iterable[bytes]) -> Staged:
        """Count a file."""
        pieces = [data] if isinstance(data, bytes) else data
        return Staged(path, sum(map(len, pieces)), 0, is_new=True)

    def open(self, path: str) -> BinaryIO:
        """Count a file piece by piece."""
        if path in CHECKED:
            return super().open(path)
        return cast("BinaryIO", _Counting(path))

    def settled(self, path: str) -> Staged:
        """The file, to which nothing is added any more."""
        if path in CHECKED:
            return super().settled(path)
        return Staged(path, _growing.pop(path), 0, is_new=True)


class CountingWriter(Writer):
    """Counts the files of a site by kind instead of publishing them, but for those checked."""

    def __init__(self, output: Path, content: Path) -> None:
        super().__init__(output, content)
        self.stage = Sink(self.stage.output, self.stage.folder)
        self.kinds: dict[str, list[int]] = {}

    def add(self, files: FileStates) -> None:
        """Count some files."""
        super().add(files)
        for path, state in zip(lines(files.paths), lines(files.states), strict=True):
            count = self.kinds.setdefault(kind_of(path), [0, 0])
            count[0] += 1
            count[1] += int(state.partition(" ")[0])

    def _publish(self) -> None:
        for path in CHECKED:
            target = self.output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.stage.folder / path).replace(target)


def main() -> None:
    """Build, say so line by line, and then print the counts."""
    collect_seldom()
    content, output = map(Path, sys.argv[1:])
    writer = CountingWriter(output, content)
    summary = build(open_corpus(content), writer, progress=shown_on(sys.stderr))
    sys.stderr.write("".join(f"{line}\n" for line in summary.lines()))
    sys.stdout.write(json.dumps(writer.kinds))


if __name__ == "__main__":
    main()
