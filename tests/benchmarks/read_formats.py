"""How long it takes to read one report, by format: a part of `make bench`. It fails nothing.

Every file is read a few times after one time that does not count, for imports and caches, and
its fastest time is taken; a row of the table is the median over the files of a format.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from generator.model import Report, Source
from generator.parse import parse
from generator.readers import READERS, NotRead
from generator.rules import assess

ROOT = Path(__file__).parents[2]
FOLDERS = ("content/reports", "tests/layouts/data/files")
TIMES = 5
PLAIN = "txt"
STEPS = ("extract", "parse", "judge")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timed:
    """One report: its size in bytes and the seconds of each step."""

    size: int
    extract: float
    parse: float
    judge: float

    @property
    def total(self) -> float:
        """All steps together."""
        return self.extract + self.parse + self.judge


def timed(path: Path) -> Timed | None:
    """The times of one file, None when no report is read from it."""
    data, extension = path.read_bytes(), _format(path)
    source = Source(path.name, extension, "", len(data), "")
    try:
        document, extracting = _fastest(partial(READERS[extension], data))
    except NotRead:
        return None
    report, parsing = _fastest(partial(parse, document, source))
    if not isinstance(report, Report):
        return None
    _, judging = _fastest(partial(assess, report))
    return Timed(len(data), extracting, parsing, judging)


def _fastest(step: Callable[[], T]) -> tuple[T, float]:
    result, seconds = step(), []
    for _ in range(TIMES):
        start = perf_counter()
        step()
        seconds.append(perf_counter() - start)
    return result, min(seconds)


def _format(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


def table() -> Iterator[str]:
    """The times of each format in milliseconds, and how they compare to plain text."""
    found: dict[str, list[Path]] = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.*")):
            found.setdefault(_format(path), []).append(path)
    times = {
        name: [one for one in map(timed, paths) if one]
        for name, paths in found.items()
        if name in READERS
    }
    plain = median(one.total for one in times[PLAIN])
    heads = ("format", "read", "kB", *(f"{step} ms" for step in STEPS), "total ms", "x txt")
    yield _line(heads)
    for name in sorted(found, key=lambda name: (name != PLAIN, name)):
        read = times.get(name)
        if read:
            yield _line((name, f"{len(read)}/{len(found[name])}", *_numbers(read, plain)))
        else:
            why = "no reader yet" if read is None else "nothing could be read"
            yield f"{name:>10}  {len(found[name])} files: {why}"


def _numbers(times: list[Timed], plain: float) -> Iterator[str]:
    yield f"{median(one.size for one in times) / 1000:.0f}"
    for step in (*STEPS, "total"):
        yield f"{1000 * median(getattr(one, step) for one in times):.2f}"
    yield f"{median(one.total for one in times) / plain:.1f}"


def _line(values: tuple[str, ...]) -> str:
    return "  ".join(f"{value:>10}" for value in values)


if __name__ == "__main__":
    for line in table():
        sys.stdout.write(f"{line}\n")
