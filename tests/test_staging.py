"""Files of the site as they were left: known again when nothing about them has changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.staging import FileStates, Stage, Staged, joined_states, lines, states_of
from generator.writer import Writer

SITE = {"index.html": b"home", "a/b/index.html": b"b", "a/\u2028c.csv": b"1,2\r\n"}
Change = Callable[[Path], object]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"


def written(output: Path) -> FileStates:
    with Writer(output, output.parent / "content") as writer:
        return writer.write_all(SITE.items())


def test_files_are_known_again(output: Path) -> None:
    files = written(output)
    assert lines(files.paths) == lines(files.new) == list(SITE)
    assert Stage(output, output.parent).unchanged(files)
    assert Stage(output, output.parent).unchanged(files.none_new())
    assert files.none_new().new == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(b"other"),
        lambda path: os.utime(path, ns=(0, 0)),
        lambda path: path.unlink(),
    ],
)
@pytest.mark.parametrize("path", SITE)
def test_a_file_that_is_not_as_it_was_left_is_found(
    output: Path, path: str, change: Change
) -> None:
    files = written(output)
    change(output / path)
    assert not Stage(output, output.parent).unchanged(files)


def test_a_file_that_has_taken_the_state_of_another_is_found(output: Path) -> None:
    files = written(output)
    first, second, _ = (output / path for path in SITE)
    stamp = second.stat().st_mtime_ns
    second.unlink()
    second.write_bytes(first.read_bytes())
    os.utime(second, ns=(stamp, stamp))
    assert not Stage(output, output.parent).unchanged(files)


def test_groups_of_files_are_packed_as_their_files() -> None:
    files = [Staged("a", 1, 2, is_new=True), Staged("b", 3, 4, is_new=False)]
    assert joined_states(states_of([one]) for one in files) == states_of(files)
    assert states_of(files) == FileStates("a\nb\n", "1 2\n3 4\n", "a\n")
    assert joined_states([]) == states_of([]) == FileStates()
