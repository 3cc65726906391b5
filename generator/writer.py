"""The only writer: a folder that changes only where the site has changed, and only at the end.

Files that are new or differ are staged beside the output and moved into place when the whole site
is made, so a build that fails leaves the old site as it was. A list of what was written is kept in
`.manifest`; only files of that list are ever removed.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from secrets import token_hex
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from types import TracebackType
from typing import Self

from generator.errors import UsageError
from generator.locking import locked_folder
from generator.staging import FileStates, Stage, Staged, lines, states_of

MANIFEST = ".manifest"


@dataclass(slots=True)
class Counts:
    """What a build did to the output folder; `reused` townships had nothing new."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    reused: int = 0


class Writer:
    """Writes a site into a folder; use as a context manager."""

    def __init__(self, output: Path, content: Path) -> None:
        _check(output, content)
        self.output = Path(os.path.abspath(output))  # noqa: PTH100 - without `..`  # workers may stand elsewhere
        self.counts = Counts()
        self._staged = self.output.parent / f".{self.output.name}.staged"
        # One for each build: a worker of an earlier one may still be at work.
        self.stage = Stage(self.output, self._staged / token_hex(8))
        self._held = ExitStack()
        self._paths: set[str] = set()
        self._new: list[str] = []
        self._left: list[FileStates] = []

    def __enter__(self) -> Self:
        with ExitStack() as held:
            try:
                held.enter_context(locked_folder(self._staged))
            except BlockingIOError:
                raise UsageError(
                    str(self.output),
                    "another build is at work on it",
                    "Wait until that is done, or choose another folder with OUTPUT=.",
                ) from None
            self.stage.folder.mkdir()
            self._held = held.pop_all()
        return self

    @property
    def paths(self) -> AbstractSet[str]:
        """The files of the site so far."""
        return self._paths

    @property
    def published(self) -> Iterator[FileStates]:
        """The files of the site as they were left at last, and the list of them."""
        yield from self._left
        found = (self.output / MANIFEST).stat()
        yield states_of([Staged(MANIFEST, found.st_size, found.st_mtime_ns, is_new=False)])

    def write(self, path: str, data: bytes | Iterable[bytes]) -> Staged:
        """Add one file of the site; a path is written once."""
        staged = self.stage.put(path, data)
        self.add(states_of([staged]))
        return staged

    def write_all(self, files: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> FileStates:
        """Add some files, each by its path."""
        return states_of(self.write(path, data) for path, data in files)

    def add(self, files: FileStates) -> None:
        """Add files that were staged, or left as they are because nothing was new."""
        paths, new = lines(files.paths), lines(files.new)
        twice = [path for path, count in Counter(paths).items() if count > 1]
        twice += self._paths.intersection(paths)
        if twice:
            raise ValueError(f"{twice[0]} is written twice")
        self._paths.update(paths)
        self._new += new
        self._left.append(files.none_new())
        self.counts.written += len(new)
        self.counts.unchanged += len(paths) - len(new)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._held:
            if error is None:
                with _undisturbed():
                    self._publish()

    def _publish(self) -> None:
        self._refuse_what_is_in_the_way()
        gone = [path for path in _listed(self.output) if path not in self._paths]
        # Whoever ends this half-way leaves nothing that the next build would not know as ours.
        self._list(chain(self._paths, gone))
        for folder in {path.rpartition("/")[0] for path in self._new}:
            (self.output / folder).mkdir(parents=True, exist_ok=True)
        for path in sorted(self._new):  # as text, for there may be very many
            os.replace(f"{self.stage.folder}/{path}", f"{self.output}/{path}")  # noqa: PTH105
        for path in gone:
            self.counts.removed += remove(self.output / path, self.output)
        if gone:
            self._list(self._paths)

    def _refuse_what_is_in_the_way(self) -> None:
        """UsageError, while all is as it was, when a file stands for a folder or the reverse."""
        folders: set[str] = set()
        for path in self._new:  # as text, for there may be very many
            if os.path.isdir(f"{self.output}/{path}"):  # noqa: PTH112
                raise _in_the_way(self.output / path, "a folder where the site has a file")
            folder = path.rpartition("/")[0]
            while folder and folder not in folders:
                folders.add(folder)
                place = f"{self.output}/{folder}"
                if os.path.lexists(place) and not os.path.isdir(place):  # noqa: PTH112
                    what = "no folder, but the site has one of that name"
                    raise _in_the_way(self.output / folder, what)
                folder = folder.rpartition("/")[0]

    def _list(self, paths: Iterable[str]) -> None:
        self.output.mkdir(parents=True, exist_ok=True)
        listed = "".join(f"{path}\n" for path in sorted(paths))
        unfinished = self.stage.folder / MANIFEST
        unfinished.write_text(listed, encoding="utf-8", newline="\n")
        unfinished.replace(self.output / MANIFEST)


def remove(path: Path, home: Path) -> bool:
    """Remove a file, if it is there, and the folders that are empty then, up to its home.

    A link in its place goes with it; one in the place of a folder is somebody else's.
    """
    was_there = path.is_file() or path.is_symlink()
    if was_there:
        path.unlink()
    for folder in path.parents:
        if folder == home or folder.is_symlink() or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
    return was_there


def _in_the_way(place: Path, what: str) -> UsageError:
    return UsageError(str(place), f"is {what}", "Move it away or remove it.")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C comes too late: the site is made, and half of it in place would be neither."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


def _listed(output: Path) -> Sequence[str]:
    """The files of an earlier build."""
    manifest = output / MANIFEST
    if not manifest.is_file():
        return ()
    return lines(manifest.read_text(encoding="utf-8", errors="replace"))


def _check(output: Path, content: Path) -> None:
    """UsageError when the folder holds files of somebody else."""
    inside, outside = output.resolve(), content.resolve()
    if inside == outside or inside.is_relative_to(outside) or outside.is_relative_to(inside):
        raise UsageError(
            str(output), f"lies inside or around {content}", "Choose a folder of its own."
        )
    if output.exists() and not output.is_dir():
        raise UsageError(str(output), "is a file, expected a folder", "Choose another name.")
    if (output / MANIFEST).is_file():
        return
    if output.is_dir() and any(not path.name.startswith(".") for path in output.iterdir()):
        raise UsageError(
            str(output),
            "holds files that this program did not write",
            "Empty it or choose another folder with OUTPUT=.",
        )
