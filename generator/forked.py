"""A copy of this process, which looks into a question while this one is at work on another.

A copy has nothing to start and nothing to import, so that it pays for tenths of a second. Windows
makes none, and one of a process with several threads would not be sound: there nobody helps.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import active_count
from typing import NoReturn

_YES = b"yes"

Question = Callable[[], bool]


@contextmanager
def ahead(question: Question) -> Iterator[Question]:
    """The same question, which a copy looks into from now on.

    What it does not affirm, for whatever reason, is looked into here. None outlives the context.
    """
    if not hasattr(os, "fork") or active_count() > 1:
        yield question
        return
    answer, said = os.pipe()
    with open(answer, "rb") as answers:  # noqa: PTH123 - it has a number and no name
        with open(said, "wb") as saying:  # noqa: PTH123
            copy = _begun(question, saying.fileno())
        try:
            yield lambda: answers.read() == _YES or question()
        finally:
            _end(copy)


def _begun(question: Question, said: int) -> int:
    """The copy that was made, 0 where none can be."""
    try:
        copy = os.fork()
    except OSError:
        return 0
    if not copy:
        _answer(question, said)
    return copy


def _answer(question: Question, said: int) -> NoReturn:
    """All that a copy does; whatever happens, it goes no other way and says nothing else."""
    try:
        if question():
            os.write(said, _YES)
    finally:
        os._exit(0)


def _end(copy: int) -> None:
    """Leave no copy behind, not after Ctrl-C either; who began this process may have it reaped."""
    if copy:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)
