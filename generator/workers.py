"""Functions carried out on batches of things by several processes, results in order.

The same batches are made whatever the number of workers, so the bytes that come of them are the
same. This process asks what is known already, and only the rest is worked on. One batch alone, one
worker, or a few things run here too: a small site or a small change never waits for others.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass
from threading import Thread
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from generator.errors import WorkerError
from generator.garbage import collect_seldom

_FEW = 100  # things are done before other processes have begun
_SEVERAL = 2  # batches that two processes can share
_AHEAD = 3  # batches that wait for each worker, so that none is idle and few are in memory


class Labelled(Protocol):
    """A thing to work on; `label` says which, should a worker die of it."""

    @property
    def label(self) -> str: ...


Thing = TypeVar("Thing", bound=Labelled)
Result = TypeVar("Result")
Work = Callable[[Sequence[Thing]], Result]
Recalled = Callable[[Sequence[Thing]], Result | None]


def nothing(_batch: Sequence[Labelled], /) -> None:
    """What is known of a batch when no results are kept."""


@dataclass(slots=True)
class Awaited(Generic[Thing, Result]):
    """A batch, and its result from another process; else it is worked on when it is its turn.

    What is known of a batch is its result already.
    """

    batch: Sequence[Thing]
    future: Future[Result] | None = None

    @property
    def is_done(self) -> bool:
        """Whether there is a result, or an error, for which nobody has to wait."""
        return self.future is not None and self.future.done()

    @property
    def is_lost(self) -> bool:
        """Whether there is no result."""
        return self.future is None or not self.future.done() or bool(self.future.exception())

    def result(self, work: Work[Thing, Result]) -> Result:
        """The result of the batch, as soon as it is there."""
        return work(self.batch) if self.future is None else self.future.result()


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
        self,
        work: Work[Thing, Result],
        batches: Iterable[Sequence[Thing]],
        known: Recalled[Thing, Result] = nothing,
    ) -> Iterator[Result]:
        """The result of each batch, in their order; WorkerError when a worker dies of one.

        `known` is what an earlier build has kept of a batch, None when it is to be worked on.
        """
        alone = self._executor is None and self.count == 1
        waiting: deque[Awaited[Thing, Result]] = deque()
        unbegun: list[Awaited[Thing, Result]] = []
        begun: set[Future[Result]] = set()
        try:
            for batch in batches:
                kept = known(batch)
                waiting.append(Awaited(batch, None if kept is None else _done(kept)))
                if kept is None and not alone:
                    unbegun.append(waiting[-1])
                    self._begin(work, unbegun, begun)
                while waiting and (alone or waiting[0].is_done):
                    yield waiting[0].result(work)
                    waiting.popleft()
            while waiting:
                yield waiting[0].result(work)
                waiting.popleft()
        except BrokenExecutor:
            self._executor = None
            raise _death(work, [one.batch for one in waiting if one.is_lost]) from None

    def _begin(
        self,
        work: Work[Thing, Result],
        unbegun: list[Awaited[Thing, Result]],
        begun: set[Future[Result]],
    ) -> None:
        """Hand batches to the processes, as soon as there is enough to start them for."""
        if self._executor is None:
            if len(unbegun) < _SEVERAL or sum(len(one.batch) for one in unbegun) < self._least:
                return
            self._executor = pool(self.count)
        for one in unbegun:
            if len(begun) >= self.count * _AHEAD:
                begun -= wait(begun, return_when=FIRST_COMPLETED).done
            one.future = self._executor.submit(work, one.batch)
            begun.add(one.future)
        unbegun.clear()


def _done(result: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(result)
    return future


def cores() -> int:
    """How many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def pool(count: int) -> Executor:
    """Worker processes on this machine, each started anew: the same way on every system."""
    return ProcessPoolExecutor(
        count, multiprocessing.get_context("spawn"), initializer=_start_worker
    )


def _start_worker() -> None:
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
