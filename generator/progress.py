"""How far a build is: a bar on a terminal, a line now and then in a log, nothing when it is short.

A `Progress` goes through things and says so by the way; it is handed down from the command line.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TextIO, TypeVar

T = TypeVar("T")
_SHORT = 200  # so many things are done before anybody wonders
_STEPS = 10
_UNCOUNTED = 5_000


class Progress(Protocol):
    """Yields what it is given; `doing` is what is done to what, `total` how many, if known."""

    def __call__(
        self, things: Iterable[T], doing: str, total: int | None = None, /
    ) -> Iterable[T]: ...


def silent(things: Iterable[T], _doing: str, _total: int | None = None, /) -> Iterable[T]:
    """The things, and not a word."""
    return things


def shown_on(stream: TextIO) -> Progress:
    """A bar that leaves nothing behind on a terminal, else lines for a log."""
    return partial(_bar, stream) if stream.isatty() else partial(_lines, stream.write)


def _bar(
    stream: TextIO, things: Iterable[T], doing: str, total: int | None = None, /
) -> Iterable[T]:
    from tqdm import tqdm  # noqa: PLC0415 - a log has no use for it

    return tqdm(things, doing, total, leave=False, file=stream, unit="")


def _lines(
    say: Callable[[str], object],
    things: Iterable[T],
    doing: str,
    total: int | None = None,
    /,
) -> Iterator[T]:
    """A line after every tenth of many things, or every so many when nobody knows how many."""
    step = _UNCOUNTED if total is None else -(-total // _STEPS)
    for number, thing in enumerate(things, start=1):
        yield thing
        if number % step == 0 and (total is None or total > _SHORT):
            say(f"{doing}: {number}{f' of {total}' if total else ''}\n")
