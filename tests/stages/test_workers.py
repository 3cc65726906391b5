"""Worker processes: the same bytes for any number, and what becomes of a build when one ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

import generator.workers as workers_module
from generator.errors import WorkerError
from generator.specimen import Specimen
from generator.workers import Workers
from tests.conftest import ROOT
from tests.corpus.content import Content, snapshot


@dataclass(frozen=True, slots=True)
class Number:
    """A thing to work on."""

    value: int

    @property
    def label(self) -> str:
        return f"number {self.value}"


NAMES = [f"{number}.txt" for number in range(290, 330)]  # which make several batches
RUNS = [[Number(10 * run + n) for n in range(3)] for run in range(8)]


def doubled(things: Sequence[Number]) -> list[int]:
    return [2 * thing.value for thing in things]


def deadly(things: Sequence[Number]) -> list[int]:
    if Number(41) in things:
        os._exit(9)
    return doubled(things)


def failing(things: Sequence[Number]) -> list[int]:
    if Number(41) in things:
        raise ZeroDivisionError
    return doubled(things)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_batches(count: int) -> None:
    with Workers(count) as workers:
        assert list(workers.map(doubled, RUNS)) == [doubled(run) for run in RUNS]
        assert list(workers.map(doubled, RUNS[:1])) == [doubled(RUNS[0])]
        assert list(workers.map(doubled, [])) == []


def test_what_a_worker_died_of_is_named() -> None:
    with pytest.raises(WorkerError) as raised, Workers(2) as workers:
        list(workers.map(deadly, RUNS))
    assert str(raised.value).startswith("number 41: the process that worked on it was ended")


def test_an_error_in_a_worker_is_an_error_here() -> None:
    with pytest.raises(ZeroDivisionError), Workers(2) as workers:
        list(workers.map(failing, RUNS))


def even(things: Sequence[Number]) -> list[int] | None:
    """What is known: the results of every second batch, of which a worker would die."""
    return None if things[0].value // 10 % 2 else doubled(things)


def deadly_when_even(things: Sequence[Number]) -> list[int]:
    if even(things):
        os._exit(9)
    return doubled(things)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_only_what_is_not_known_is_worked_on(count: int) -> None:
    with Workers(count) as workers:
        for runs in (RUNS, RUNS[:1], 9 * RUNS):
            found = list(workers.map(deadly_when_even, runs, even))
            assert found == [doubled(run) for run in runs]


def test_what_a_worker_died_of_is_none_of_what_is_known() -> None:
    with pytest.raises(WorkerError) as raised, Workers(2) as workers:
        list(workers.map(deadly, RUNS, lambda run: None if Number(41) in run else even(run)))
    assert str(raised.value).startswith("number 41: ")


@pytest.fixture
def no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may start a process to work."""

    def refused(_count: int) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(workers_module, "pool", refused)


@pytest.mark.usefixtures("no_processes")
def test_for_what_is_known_and_a_few_things_no_process_is_started() -> None:
    with Workers(2) as workers:
        assert list(workers.map(doubled, RUNS, doubled)) == [doubled(run) for run in RUNS]
    many = [[Number(10 * run + n) for n in range(3)] for run in range(60)]
    with Workers() as workers:
        workers.count = 2  # whatever this machine has
        assert list(workers.map(doubled, many, even)) == [doubled(run) for run in many]
        with pytest.raises(AssertionError):
            list(workers.map(doubled, many))


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    for number, name in enumerate(NAMES):
        cells = {"requests.received.total": str(number % 7)}
        content.report(name, Specimen(year=1960 + number, cells=cells))
    return content


def test_any_number_of_workers_gives_the_same_bytes(content: Content) -> None:
    trees = []
    for number in ("1", "2", "3"):
        content.output = content.output.with_name(f"site-{number}")
        assert content.build("--workers", number).code == 0
        trees.append(snapshot(content.output))
    assert trees[0] == trees[1] == trees[2]


@pytest.mark.usefixtures("no_processes")
def test_when_all_is_kept_no_process_is_started(content: Content) -> None:
    with pytest.raises(AssertionError):
        content.build("--workers", "2")
    content.build("--workers", "1")
    before = snapshot(content.output)
    content.settings("# nothing is set\n")
    lines = content.build("--workers", "2").lines
    assert any(line.startswith("0 files written, ") for line in lines)
    assert snapshot(content.output) == before


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_of_workers_that_is_none_is_refused(content: Content, number: str) -> None:
    done = content.build("--workers", number)
    assert (done.code, done.out) == (2, "")
    assert "--workers" in done.err


def _listening() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C, and so do its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _begun(content: Content) -> subprocess.Popen[str]:
    """A build that has begun to read."""
    build = subprocess.Popen(
        [sys.executable, "-m", "generator", *content.building, "--workers", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_listening,  # noqa: PLW1509 - nothing of this process is touched
    )
    store = content.output.with_name(f".{content.output.name}.cache")
    while build.poll() is None and not any(store.glob("*/*")):
        time.sleep(0.01)
    return build


def test_ctrl_c_stops_the_build_and_leaves_the_old_site(content: Content) -> None:
    content.build()
    before = snapshot(content.output)
    for number, name in enumerate(NAMES):
        content.report(name, Specimen(year=1900 + number))
    _forget_results(content)
    build = _begun(content)
    os.killpg(build.pid, signal.SIGINT)
    out, err = build.communicate(timeout=60)
    assert (build.returncode, out) == (130, "")
    assert err == "Stopped. What was there before is as it was.\n"
    assert snapshot(content.output) == before
    assert not content.output.with_name(f".{content.output.name}.staged").exists()


def test_a_killed_build_is_taken_up_again(content: Content) -> None:
    build = _begun(content)
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    assert not content.output.exists()
    content.build()
    again = snapshot(content.output)
    content.output = content.output.with_name("fresh")
    content.build()
    assert snapshot(content.output) == again


def _forget_results(content: Content) -> None:
    folder = content.output.with_name(f".{content.output.name}.cache")
    for path in folder.glob("*/*"):
        path.unlink()
