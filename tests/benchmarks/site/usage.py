"""What a command takes: seconds, seconds of the processors, and memory of its largest process.

This file is run as a small program of its own that starts the command: a process begins with the
memory of the one that it was started from, and the benchmark itself is large.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Usage:
    """`wall` and `cpu` in seconds, the latter of all processes; `peak` in MiB of the largest."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that ended with this code: what it took and what it printed."""

    usage: Usage
    code: int
    printed: str


class CommandError(Exception):
    """A command that had to succeed did not; the text is what it printed."""


def run(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command in a folder and wait for it; `env` is added to the environment."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", __file__, *command],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    printed, _, last = done.stdout.rstrip("\n").rpartition("\n")
    code, *numbers = json.loads(last)
    return Ran(Usage(*numbers), code, f"{printed}\n{done.stderr}")


def succeeded(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Ran:
    """The same; CommandError when the command did not end well."""
    ran = run(command, folder, env)
    if ran.code:
        raise CommandError(f"{' '.join(command[:4])}: ended with {ran.code}\n{ran.printed}")
    return ran


def _main() -> None:
    start = perf_counter()
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    _, status, used = os.wait4(child, 0)  # of the child and all processes that it waited for
    wall = perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    taken = (wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 2**20)
    code = os.waitstatus_to_exitcode(status)
    sys.stdout.write(f"\n{json.dumps([code, *(round(number, 4) for number in taken)])}\n")


if __name__ == "__main__":
    _main()
