"""A copy of the process looks into a question; that it cannot goes unnoticed."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.forked import ahead

Noted = Callable[[], bool]
Asked = Callable[[], list[int]]

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs the tests may have more of them."""
    monkeypatch.setattr("generator.forked.active_count", lambda: 1)


@pytest.fixture
def noted(tmp_path: Path) -> Noted:
    """A question that notes who looks into it."""

    def noted() -> bool:
        with (tmp_path / "asked").open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
        return True

    return noted


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Which processes have looked into it."""
    return lambda: [*map(int, (tmp_path / "asked").read_text(encoding="utf-8").split())]


def test_it_is_looked_into_by_another_process(noted: Noted, asked: Asked) -> None:
    with ahead(noted) as answered:
        assert answered()
    (other,) = asked()
    assert other != os.getpid()


@pytest.mark.parametrize("truth", [True, False])
def test_the_answer_is_the_same(truth: bool) -> None:
    with ahead(lambda: truth) as answered:
        assert answered() is truth


def _fail() -> None:
    raise OSError


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("harm", [_fail, _die, lambda: os._exit(0)])
def test_what_a_copy_that_ends_early_leaves_open_is_looked_into_here(
    noted: Noted, asked: Asked, capfd: pytest.CaptureFixture[str], harm: Callable[[], None]
) -> None:
    here = os.getpid()

    def question() -> bool:
        noted()
        if os.getpid() != here:
            harm()
        return True

    with ahead(question) as answered:
        assert answered()
    other, own = asked()
    assert other != own == here
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("harm", ["none", "refused", "threads"])
def test_without_a_copy_it_is_looked_into_here(
    noted: Noted, asked: Asked, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    with monkeypatch.context() as patched:
        match harm:
            case "none":
                patched.delattr("os.fork")
            case "refused":
                patched.setattr("os.fork", _fail)
            case _:
                patched.setattr("generator.forked.active_count", lambda: 2)
        with ahead(noted) as answered:
            assert answered()
    assert asked() == [os.getpid()]


def test_ctrl_c_leaves_no_copy_behind(tmp_path: Path) -> None:
    copy = tmp_path / "copy"

    def endless() -> bool:
        copy.symlink_to(str(os.getpid()))
        signal.pause()
        return True

    def stop() -> None:
        with ahead(endless):
            while not copy.is_symlink():
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    with pytest.raises(ProcessLookupError):
        os.kill(int(copy.readlink().name), 0)


def test_copies_may_be_reaped_by_the_system(noted: Noted) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with ahead(noted) as answered:
            assert answered()
    finally:
        signal.signal(signal.SIGCHLD, before)
