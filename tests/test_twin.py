"""A copy of the process looks into the second of two questions; that it cannot is not noticed."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.twin import both

Noted = Callable[[], bool]
Asked = Callable[[], list[int]]

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs the tests may have more of them."""
    monkeypatch.setattr("generator.twin.active_count", lambda: 1)


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
    """Which processes looked into it."""
    return lambda: [*map(int, (tmp_path / "asked").read_text(encoding="utf-8").split())]


def test_the_second_is_looked_into_by_another_process(noted: Noted, asked: Asked) -> None:
    assert both(lambda: True, noted)
    (other,) = asked()
    assert other != os.getpid()


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("second", [True, False])
def test_both_have_to_be_so(first: bool, second: bool) -> None:
    assert both(lambda: first, lambda: second) == (first and second)


def _fail() -> None:
    raise OSError


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("harm", [_fail, _die, lambda: os._exit(0)])
def test_what_a_copy_that_ends_early_leaves_open_is_looked_into_here(
    noted: Noted, asked: Asked, capfd: pytest.CaptureFixture[str], harm: Callable[[], None]
) -> None:
    here = os.getpid()

    def second() -> bool:
        noted()
        if os.getpid() != here:
            harm()
        return True

    assert both(lambda: True, second)
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
                patched.setattr("generator.twin.active_count", lambda: 2)
        assert both(lambda: True, noted)
    assert asked() == [os.getpid()]


def test_ctrl_c_leaves_no_copy_behind(tmp_path: Path) -> None:
    copy = tmp_path / "copy"

    def stopped() -> bool:
        while not copy.is_symlink():
            time.sleep(0.01)
        raise KeyboardInterrupt

    def endless() -> bool:
        copy.symlink_to(str(os.getpid()))
        signal.pause()
        return True

    with pytest.raises(KeyboardInterrupt):
        both(stopped, endless)
    with pytest.raises(ProcessLookupError):
        os.kill(int(copy.readlink().name), 0)
