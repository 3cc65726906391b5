"""Things in batches that stay as they are when a thing is added or removed elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from zlib import crc32

Thing = TypeVar("Thing")
_LONGEST = 2  # times the usual size


def batches(
    things: Iterable[Thing], name: Callable[[Thing], str], size: int
) -> Iterator[list[Thing]]:
    """Runs of about `size` things; a run ends where the checksum of a name says so.

    A thing that is added or removed changes its own run only, or divides or joins two.
    """
    batch: list[Thing] = []
    for thing in things:
        batch.append(thing)
        if crc32(name(thing).encode()) % size == 0 or len(batch) == _LONGEST * size:
            yield batch
            batch = []
    if batch:
        yield batch
