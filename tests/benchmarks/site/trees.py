"""Two folders of files beside each other."""

from collections.abc import Callable, Iterator
from filecmp import cmp
from pathlib import Path

Alike = Callable[[Path, Path], bool]


def files(folder: Path) -> Iterator[Path]:
    """The files of a site in order, without what is hidden, such as the manifest."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.relative_to(folder).as_posix().startswith("."):
            yield path


def same_size(one: Path, other: Path) -> bool:
    """Whether two files have the same number of bytes."""
    return one.stat().st_size == other.stat().st_size


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files have the same bytes."""
    return cmp(one, other, shallow=False)


def differences(one: Path, other: Path, alike: Alike) -> Iterator[str]:
    """The paths that only one of two folders has, and those whose files are not alike."""
    here, there = ({path.relative_to(root) for path in files(root)} for root in (one, other))
    for path in sorted(here | there):
        if path not in here or path not in there or not alike(one / path, other / path):
            yield path.as_posix()
