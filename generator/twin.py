"""A copy of this process, which does half of a piece of work while this one does the other half.

A copy has nothing to start and nothing to import, so that it pays for tenths of a second. Windows
makes none, and one of a process with several threads would not be sound: there nobody helps.
"""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import active_count
from typing import NoReturn

_YES = b"yes"

Question = Callable[[], bool]


def both(first: Question, second: Question) -> bool:
    """Whether both is so; a copy looks into the second meanwhile.

    What it does not affirm, for whatever reason, is looked into here.
    """
    if not hasattr(os, "fork") or active_count() > 1:
        return first() and second()
    answer, said = os.pipe()
    with open(answer, "rb") as answers:  # noqa: PTH123 - no file has that number for its name
        with open(said, "wb") as saying:  # noqa: PTH123
            copy = _begun(second, saying.fileno())
        try:
            return first() and (answers.read() == _YES or second())
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
    """All that a copy does; it says nothing else, and does nothing of what its model would."""
    try:
        if question():
            os.write(said, _YES)
    finally:
        os._exit(0)


def _end(copy: int) -> None:
    """Leave no copy behind, not after Ctrl-C either."""
    if copy:
        with suppress(ProcessLookupError):
            os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)
