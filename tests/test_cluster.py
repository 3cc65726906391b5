"""Many machines: a real scheduler and two workers as processes of their own, one of them killed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from socket import socket
from subprocess import DEVNULL, PIPE
from types import SimpleNamespace
from typing import Any, cast

import pytest
from distributed import Client, Worker
from fsspec.implementations.memory import MemoryFileSystem

from generator.cluster import program_here, unfit
from tests.benchmarks.site import corpus
from tests.conftest import ROOT
from tests.corpus.content import Content, generator, snapshot

REPORTS = 120
PATIENCE = 300  # seconds that a slow machine may take for one step


def until(condition: Callable[[], object]) -> None:
    """Wait until something holds; a machine on which it never does fails the test."""
    latest = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < latest, "waited in vain"
        time.sleep(0.02)


class Machines:
    """A scheduler on a free port of loopback, and workers by name."""

    def __init__(self, folder: Path, running: ExitStack) -> None:
        self._folder = folder
        self._running = running
        self.workers: dict[str, subprocess.Popen[bytes]] = {}
        file = folder / "scheduler.json"
        self._dask("scheduler", "--port", "0", "--scheduler-file", str(file))
        until(file.exists)
        self.client = running.enter_context(Client(scheduler_file=str(file), timeout=PATIENCE))
        self.address = str(self.client.scheduler_info()["address"])

    def worker(self, name: str, program: Path = ROOT) -> None:
        """Start a worker that runs a program, and wait until it can be given work."""
        options = ("--nthreads", "1", "--no-nanny", "--name", name)
        self.workers[name] = self._dask("worker", self.address, *options, program=program)
        self.client.wait_for_workers(len(self.workers), timeout=PATIENCE)

    def build(self, content: Content) -> subprocess.Popen[bytes]:
        """A build that has begun."""
        command = [*content.building, "--scheduler", self.address]
        return self.run([sys.executable, "-m", "generator", *command], stdout=PIPE, stderr=PIPE)

    def stopped_at_work(self, name: str) -> bool:
        """Stop a worker while it has work that it has not done; False when it has none now."""
        if not self._is_busy(name):
            return False
        self.workers[name].send_signal(signal.SIGSTOP)
        if self._is_busy(name):
            return True
        self.workers[name].send_signal(signal.SIGCONT)
        return False

    def names(self) -> dict[str, str]:
        """The workers that the scheduler knows, by their addresses."""
        known = self.client.scheduler_info(n_workers=-1)["workers"]
        return {place: one["name"] for place, one in known.items()}

    def run(self, command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        """Start a process that does not outlive the test."""
        started = subprocess.Popen(command, **{"cwd": ROOT, **options})
        self._running.callback(_end, started)
        return started

    def _is_busy(self, name: str) -> bool:
        given = self.client.processing()
        return any(given.get(place) for place, known in self.names().items() if known == name)

    def _dask(self, kind: str, *options: str, program: Path = ROOT) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1"]
        return self.run(
            [*command, "--no-dashboard", *options],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(program)},
            stdout=DEVNULL,
            stderr=DEVNULL,
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    with ExitStack() as running:
        yield Machines(tmp_path, running)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    for report in corpus.reports(REPORTS):
        made.report(report.file, report.text)
    return made


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    content: Content, machines: Machines
) -> None:
    assert content.build("--workers", "1").code == 0
    expected = snapshot(content.output)
    content.output = content.output.parent / "elsewhere" / "site"
    machines.worker("lives")
    machines.worker("dies")
    build = machines.build(content)
    until(lambda: build.poll() is not None or machines.stopped_at_work("dies"))
    machines.workers["dies"].kill()
    out, err = build.communicate()
    assert build.returncode == 0, err.decode()
    assert list(machines.names().values()) == ["lives"]
    assert f"{REPORTS} files found, {REPORTS} read" in out.decode()
    assert snapshot(content.output) == expected
    beside = sorted(path.name for path in content.output.parent.iterdir())
    assert beside == [".site.cache", "site"]


def test_content_and_site_may_lie_at_addresses(content: Content, machines: Machines) -> None:
    assert content.build("--workers", "1").code == 0
    expected = snapshot(content.output)
    fs = MemoryFileSystem()
    fs.put(str(content.path), "/machines/content", recursive=True)
    machines.worker("one")
    work = content.output.parent / "work"
    places = ("--content", "memory://machines/content", "--output", "memory://machines/site")
    done = generator("build", *places, "--work", str(work), "--scheduler", machines.address)
    assert done.code == 0, done.err
    sent = {
        path.removeprefix("/machines/site/"): fs.cat(path) for path in fs.find("/machines/site")
    }
    fs.rm("/machines", recursive=True)
    assert sent.pop(".sent")
    assert sent == {path: data for path, data in expected.items() if path != ".manifest"}


def test_a_worker_of_another_version_is_refused(tmp_path: Path, machines: Machines) -> None:
    other = tmp_path / "other"
    for part in ("generator", "site_templates"):
        shutil.copytree(ROOT / part, other / part)
    (other / "site_templates/layout.html").write_text("", encoding="utf-8")
    content = Content(tmp_path)
    content.report("a.txt")
    machines.worker("same")
    machines.worker("other", other)
    complaint = content.build("--scheduler", machines.address).complaint
    (place,) = (place for place, name in machines.names().items() if name == "other")
    assert complaint.startswith(f"{place}: another version of this program")
    assert not content.output.exists()
    machines.workers["other"].kill()
    until(lambda: list(machines.names().values()) == ["same"])
    assert content.build("--scheduler", machines.address).code == 0


@pytest.mark.parametrize(
    ("threads", "program", "folder", "reason"),
    [
        (1, True, ".", ""),
        (4, True, ".", "runs 4 threads, expected one: --nthreads 1 --nworkers 4"),
        (1, False, ".", "another version of this program, of Python, of a library or of"),
        (1, True, "gone", "there is no gone on it, expected the same folders everywhere"),
    ],
)
def test_what_makes_a_worker_unfit(threads: int, program: bool, folder: str, reason: str) -> None:
    worker = cast("Worker", SimpleNamespace(state=SimpleNamespace(nthreads=threads)))
    said = unfit(program_here() if program else "", [Path(folder)], worker)
    assert said.startswith(reason)
    assert bool(said) == bool(reason)


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    with socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{unused.getsockname()[1]}"
        complaint = content.build("--scheduler", address).complaint
    assert complaint.startswith(f"{address}: no scheduler answered within ")
    assert not content.output.exists()


def test_without_the_extra_it_is_said_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    monkeypatch.setitem(sys.modules, "distributed", None)
    complaint = content.build("--scheduler", "tcp://127.0.0.1:1").complaint
    assert complaint.startswith("--scheduler: the package distributed is not installed. Type: ")
