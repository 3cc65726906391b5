"""A process of its own for formats whose libraries can be made to run for hours or eat all memory.

A few kilobytes suffice for that (nested tags, streams that unpack to gigabytes), and no look at the
bytes beforehand finds them all. So such files are read in a second process, which is held to a
time and a size and may crash. It is started once and serves file after file; what it imports and
what its libraries print stays there.
"""

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from generator.model import Document, GridCell
from generator.readers.errors import NotRead

SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[2]


class Sandbox:
    """The process and the pipe to it; one file at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._turn = threading.Lock()

    def read(self, kind: str, data: bytes, seconds: float = SECONDS) -> Document:
        """The document, or NotRead: `timed_out` after so many seconds, `too_complex` on a crash."""
        with self._turn:
            process = self._running()
            expired = threading.Event()
            timer = threading.Timer(seconds, _expire, (process, expired))
            timer.start()
            try:
                message = _ask(process, kind, data)
                if message["spent"]:
                    self.stop()
                return answer(message)
            except (OSError, EOFError):
                self.stop()
                raise NotRead("timed_out" if expired.is_set() else "too_complex") from None
            finally:
                timer.cancel()

    def stop(self) -> None:
        """End the process; the next file starts a new one."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        # A forked child holds a copy of the pipe; two that talk on it would mix up their answers.
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self.stop()
            self._process = _start()
            self._owner = os.getpid()
        return self._process


def send(pipe: IO[bytes], *parts: bytes) -> None:
    """Write parts with their lengths."""
    for part in parts:
        pipe.write(struct.pack(">Q", len(part)))
        pipe.write(part)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """One part; EOFError when the other side is gone."""
    head = pipe.read(8)
    if len(head) < 8:
        raise EOFError
    (size,) = struct.unpack(">Q", head)
    part = pipe.read(size)
    if len(part) < size:
        raise EOFError
    return part


def packed(document: Document) -> dict[str, Any]:
    """A document as JSON can carry it."""
    return asdict(document) | {
        "grids": [
            [[(c.text, c.line, c.columns, c.rows) for c in row] for row in grid]
            for grid in document.grids
        ],
        "pictures": sorted(document.pictures),
        "masked": sorted(document.masked),
    }


def answer(message: dict[str, Any]) -> Document:
    """What the sandbox answered: a document, or NotRead raised again on this side."""
    if "not_read" in message:
        raise NotRead(message["not_read"], message["detail"])
    grids = tuple(
        tuple(tuple(GridCell(*cell) for cell in row) for row in grid) for grid in message["grids"]
    )
    return Document(
        tuple(message["lines"]),
        grids,
        frozenset(message["pictures"]),
        message["encoding"],
        message["replacement_characters"],
    )


def _start() -> subprocess.Popen[bytes]:
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-m", "generator.readers.sandbox_main"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
    )


def _ask(process: subprocess.Popen[bytes], kind: str, data: bytes) -> dict[str, Any]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    send(process.stdin, kind.encode(), data)
    message: dict[str, Any] = json.loads(receive(process.stdout))
    return message


def _expire(process: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written has nobody to read it
        return


SANDBOX = Sandbox()
atexit.register(SANDBOX.stop)
