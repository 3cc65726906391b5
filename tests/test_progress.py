"""How far a build is: a bar on a terminal, lines in a log, nothing for a few reports."""

import os
import pty
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from generator.progress import shown_on, silent
from tests.conftest import ROOT
from tests.corpus.content import Content


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def _logged(n: int, total: int | None) -> list[str]:
    log = StringIO()
    assert list(shown_on(log)(range(n), "reading files", total)) == list(range(n))
    return log.getvalue().splitlines()


@pytest.mark.parametrize(("n", "total"), [(0, 0), (5, 5), (200, 200), (4_999, None)])
def test_a_log_holds_nothing_of_what_is_short(n: int, total: int | None) -> None:
    assert _logged(n, total) == []


def test_a_log_has_a_line_for_every_tenth() -> None:
    lines = _logged(1_000, 1_000)
    assert lines == [f"reading files: {n} of 1000" for n in range(100, 1_001, 100)]
    assert len(_logged(205, 205)) <= 10


def test_a_log_counts_where_nobody_knows_how_many() -> None:
    assert _logged(10_001, None) == ["reading files: 5000", "reading files: 10000"]


def test_a_terminal_shows_a_bar_and_keeps_nothing_of_it() -> None:
    terminal = _Terminal()
    assert list(shown_on(terminal)(range(3), "writing", 3)) == [0, 1, 2]
    assert "writing" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
    assert "\n" not in terminal.getvalue()


def test_silence_is_what_is_given() -> None:
    assert list(silent(iter("ab"), "reading", None)) == ["a", "b"]


def _until_closed(terminal: int) -> Iterator[str]:
    """What is written to a terminal; Linux answers with an error when the other side is gone."""
    with suppress(OSError):
        while data := os.read(terminal, 4096):
            yield data.decode(errors="replace")
    os.close(terminal)


def test_a_build_on_a_terminal(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "generator", "build", "--content", str(content.path)]
    with subprocess.Popen(
        [*command, "--output", str(content.output)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
        encoding="utf-8",
    ) as process:
        os.close(theirs)
        shown = "".join(_until_closed(ours))
        said, _ = process.communicate()
    assert "reading" in shown
    assert "writing" in shown
    assert shown.endswith("\r")
    assert (process.returncode, said.splitlines()[0]) == (0, "1 file found, 1 read")


def test_a_build_of_a_few_reports_prints_nothing_extra(tmp_path: Path) -> None:
    content = Content(tmp_path)
    for name in "abcde":
        content.report(f"{name}.txt", f"{name}\n")
    assert content.build().err == ""
