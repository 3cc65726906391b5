"""Where files wait until the whole site is made, and how they are known again in a later build."""

import os
import stat
from collections.abc import Iterable
from filecmp import cmp
from pathlib import Path
from typing import BinaryIO, NamedTuple


class Staged(NamedTuple):
    """A file of the site as it was left: its size and when it was written, in nanoseconds."""

    path: str
    size: int
    written: int
    is_new: bool

    @property
    def state(self) -> str:
        """What tells it from any other state of the file."""
        return _state(self.size, self.written)


class FileStates(NamedTuple):
    """Some files of the site as they were left, packed, as a site has very many.

    There is a line for each: its path and its state; `new` are the paths of those that the site did
    not have so.
    """

    paths: str = ""
    states: str = ""
    new: str = ""

    def none_new(self) -> "FileStates":
        """The same files in a later build, to which none of them is new."""
        return self._replace(new="")


def states_of(files: Iterable[Staged]) -> FileStates:
    """Some files as they were staged, packed."""
    found = tuple(files)
    paths = "".join([f"{one.path}\n" for one in found])
    states = "".join([one.state for one in found])
    new = "".join([f"{one.path}\n" for one in found if one.is_new])
    return FileStates(paths, states, paths if new == paths else new)


def joined_states(groups: Iterable[FileStates]) -> FileStates:
    """The files of some groups."""
    return FileStates(*map("".join, zip(*groups, strict=True)))


def lines(text: str) -> list[str]:
    """The lines of a list of paths, in which nothing but a line feed ends one."""
    return text.split("\n")[:-1]


def _state(size: int, written: int) -> str:
    return f"{size} {written}\n"


def are_unchanged(output: Path, files: FileStates) -> bool:
    """Whether some files of a site are still as they were left."""
    place = f"{output}/"
    try:
        found = [os.lstat(place + path) for path in lines(files.paths)]
    except OSError:
        return False
    return "".join([_state(one.st_size, one.st_mtime_ns) for one in found]) == files.states


class Stage(NamedTuple):
    """Where files wait until the whole site is made; several processes may fill it at once.

    Paths are put together as text, for there may be very many.
    """

    output: Path
    folder: Path

    def put(self, path: str, data: bytes | Iterable[bytes]) -> Staged:
        """Stage a file, unless the site has it with the same bytes; twice is as good as once."""
        if not isinstance(data, bytes):
            return self._put_stream(path, data)
        place = f"{self.output}/{path}"
        is_new = not _holds(place, data)
        if is_new:
            with self.open(path) as file:
                file.write(data)
            place = file.name
        return Staged(path, len(data), os.stat(place).st_mtime_ns, is_new)  # noqa: PTH116

    def _put_stream(self, path: str, chunks: Iterable[bytes]) -> Staged:
        """The same with a file that comes in chunks, which is never whole in memory."""
        with self.open(path) as file:
            file.writelines(chunks)
        return self.settled(path)

    def open(self, path: str) -> BinaryIO:
        """A file of the site to be written piece by piece, and `settled` when it is closed."""
        place = f"{self.folder}/{path}"
        try:
            return open(place, "wb")  # noqa: PTH123
        except FileNotFoundError:
            os.makedirs(place.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
            return open(place, "wb")  # noqa: PTH123

    def settled(self, path: str) -> Staged:
        """Stage a file that was written, unless the site has it with the same bytes."""
        place, staged = self.output / path, self.folder / path
        is_new = not (_is_file(str(place)) and cmp(place, staged, shallow=False))
        if is_new:
            place = staged
        else:
            staged.unlink()
        found = place.stat()
        return Staged(path, found.st_size, found.st_mtime_ns, is_new)

    def place(self, path: str) -> Path:
        """Where a file of the site lies as long as the site is not published."""
        staged = self.folder / path
        return staged if staged.is_file() else self.output / path

    def unchanged(self, files: FileStates) -> bool:
        """Whether some files of the site are still as they were left."""
        return are_unchanged(self.output, files)


def _is_file(place: str) -> bool:
    """Whether a file lies there; a link is none of ours, though it may lead to one like it."""
    try:
        return stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def _holds(place: str, data: bytes) -> bool:
    """Whether a file holds these bytes and no others."""
    if not _is_file(place):
        return False
    with open(place, "rb") as file:  # noqa: PTH123
        return file.read() == data
