"""A folder that one process at a time has for itself, while it works in it.

The lock is the system's, on the folder itself: it leaves no file, and it ends with the process,
however that ends. Where folders cannot be locked, as on some systems and on some file systems of
other machines, all goes on without.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Make a folder, empty, and remove it at the end; BlockingIOError when another has it."""
    lock = _lock(folder)
    try:
        for left in folder.iterdir():  # by a process that was killed
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _lock(folder: Path) -> int | None:
    """What is to be closed to end the lock, None where there is none."""
    while True:
        with suppress(FileExistsError):
            folder.mkdir(parents=True)
        if sys.platform == "win32":
            return None
        try:
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except FileNotFoundError:  # removed meanwhile by the process that had it
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise
        except OSError:
            return lock
        if _is(lock, folder):
            return lock
        os.close(lock)


def _is(lock: int, folder: Path) -> bool:
    """Whether what was locked is still the folder of that name."""
    try:
        return os.path.samestat(os.fstat(lock), folder.lstat())
    except FileNotFoundError:
        return False
