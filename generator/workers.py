"""Functions carried out on batches of things by several processes, results in order.

The same batches are made whatever the number of workers, so the bytes that come of them are the
same. One batch alone, one worker, or a few things run in this process: a small site never waits for
others.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from threading import Thread
from types import TracebackType
from typing import Protocol, Self, TypeVar

from generator.errors import WorkerError
from generator.garbage import collect_seldom

_FEW = 100  # things are done before other processes have begun
_AHEAD = 3  # batches that wait for each worker, so that none is idle and few are in memory


class Labelled(Protocol):
    """A thing to work on; `label` says which, should a worker die of it."""

    @property
    def label(self) -> str: ...


Thing = TypeVar("Thing", bound=Labelled)
Result = TypeVar("Result")
Work = Callable[[Sequence[Thing]], Result]


class Workers:
    """Some processes, started when there is work for them; use as a context manager.

    Without a `count` it is one on each core, and none where there is little to do.
    """

    def __init__(self, count: int = 0) -> None:
        self.count = count or cores()
        self._least = 0 if count else _FEW
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            if kind is not None:
                for process in multiprocessing.active_children():
                    process.terminate()

    def map(
        self, work: Work[Thing, Result], batches: Sequence[Sequence[Thing]]
    ) -> Iterator[Result]:
        """What comes of each batch, in their order; WorkerError when a worker dies of one."""
        little = len(batches) == 1 or sum(map(len, batches)) < self._least
        if self._executor is None and (self.count == 1 or little):
            yield from map(work, batches)
            return
        self._executor = self._executor or pool(self.count)
        waiting: deque[tuple[Sequence[Thing], Future[Result]]] = deque()
        try:
            for batch in batches:
                if len(waiting) == self.count * _AHEAD:
                    yield waiting[0][1].result()
                    waiting.popleft()
                waiting.append((batch, self._executor.submit(work, batch)))
            while waiting:
                yield waiting[0][1].result()
                waiting.popleft()
        except BrokenExecutor:
            self._executor = None
            raise _death(work, [batch for batch, _ in waiting]) from None


def cores() -> int:
    """How many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def pool(count: int) -> Executor:
    """Worker processes on this machine, each started anew: the same way on every system."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C is for the build, which ends its workers; they do not outlive it either."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    build = multiprocessing.parent_process()
    if build is not None:
        build.join()
        os._exit(1)


def _death(work: Work[Thing, Result], suspects: Sequence[Sequence[Thing]]) -> WorkerError:
    """Which thing ended a worker, found by trying those in question again, one at a time."""
    for thing in (thing for batch in suspects for thing in batch):
        with pool(1) as alone:
            try:
                alone.submit(work, [thing]).result()
            except BrokenExecutor:
                return WorkerError(
                    thing.label,
                    "the process that worked on it was ended, perhaps for want of memory",
                    "Remove the file, or build with fewer --workers.",
                )
    return WorkerError(
        "workers",
        "a process was ended from outside; each file alone can be worked on",
        "Build again, with fewer --workers if memory is short.",
    )
