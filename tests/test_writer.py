"""The output folder: changed only where the site changed, only at the end, only our own files."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from generator.errors import UsageError
from generator.writer import MANIFEST, Counts, Writer
from tests.conftest import ROOT
from tests.corpus.content import Content, snapshot

SITE = {"index.html": b"home", "a/b/index.html": b"b", "乡 镇/data.csv": b"1,2\r\n"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "site"


def write(output: Path, files: dict[str, bytes]) -> Counts:
    with Writer(output, output.parent.parent / "content") as writer:
        for path, data in files.items():
            writer.write(path, data)
    return writer.counts


def test_every_file_is_written_with_its_bytes(output: Path) -> None:
    assert write(output, SITE) == Counts(written=3)
    found = snapshot(output)
    assert found.pop(MANIFEST).decode().splitlines() == sorted(SITE)
    assert found == SITE
    assert [path.name for path in output.parent.iterdir()] == ["site"]


def test_a_second_build_touches_nothing(output: Path) -> None:
    write(output, SITE)
    stamps = {path: path.stat() for path in output.rglob("*") if path.name != MANIFEST}
    assert write(output, SITE) == Counts(unchanged=3)
    for path, stat in stamps.items():
        assert (path.stat().st_mtime_ns, path.stat().st_ino) == (stat.st_mtime_ns, stat.st_ino)


def test_only_what_differs_is_written_and_what_is_gone_removed(output: Path) -> None:
    write(output, SITE)
    changed = {"index.html": b"new home", "乡 镇/data.csv": SITE["乡 镇/data.csv"], "c.txt": b""}
    assert write(output, changed) == Counts(written=2, unchanged=1, removed=1)
    assert {name: data for name, data in snapshot(output).items() if name != MANIFEST} == changed
    assert not (output / "a").exists()


def test_what_is_gone_is_removed_though_a_link_stands_in_its_place(output: Path) -> None:
    write(output, SITE)
    (output / "a/b/index.html").unlink()
    (output / "a/b/index.html").symlink_to("nowhere")
    assert write(output, {"index.html": b"home"}) == Counts(unchanged=1, removed=2)
    assert sorted(path.name for path in output.iterdir()) == [MANIFEST, "index.html"]


def test_a_link_in_the_place_of_a_folder_stays_when_nothing_is_left_in_it(output: Path) -> None:
    write(output, SITE)
    elsewhere = output.parent / "elsewhere"
    (output / "a/b").rename(elsewhere)
    (output / "a/b").symlink_to(elsewhere)
    assert write(output, {"index.html": b"home"}) == Counts(unchanged=1, removed=2)
    assert (output / "a/b").is_symlink()
    assert not any(elsewhere.iterdir())


def test_a_file_that_was_tampered_with_is_written_again(output: Path) -> None:
    write(output, SITE)
    (output / "index.html").write_bytes(b"hacked")
    (output / "a/b/index.html").unlink()
    assert write(output, SITE) == Counts(written=2, unchanged=1)
    assert (output / "index.html").read_bytes() == b"home"


def test_files_of_others_stay(output: Path) -> None:
    output.mkdir(parents=True)
    (output / ".nojekyll").write_bytes(b"")
    write(output, SITE)
    (output / "a/b/note.txt").write_bytes(b"mine")
    (output / "CNAME").write_bytes(b"example.org")
    assert write(output, {"index.html": b"home"}) == Counts(unchanged=1, removed=2)
    assert set(snapshot(output)) == {
        MANIFEST,
        ".nojekyll",
        "CNAME",
        "a/b/note.txt",
        "index.html",
    }


def fail_half_way(output: Path) -> None:
    with Writer(output, Path("content")) as writer:
        writer.write("index.html", b"new")
        writer.write("new.html", b"new")
        raise RuntimeError("half way")


def test_a_build_that_fails_leaves_the_old_site(output: Path) -> None:
    write(output, SITE)
    before = snapshot(output)
    with pytest.raises(RuntimeError, match="half way"):
        fail_half_way(output)
    assert snapshot(output) == before
    assert [path.name for path in output.parent.iterdir()] == ["site"]


def test_the_first_build_that_fails_leaves_nothing(output: Path) -> None:
    with pytest.raises(RuntimeError, match="half way"):
        fail_half_way(output)
    assert list(output.parent.iterdir()) == []


def test_a_path_is_written_once(output: Path) -> None:
    with Writer(output, Path("content")) as writer:
        writer.write("index.html", b"1")
        with pytest.raises(ValueError, match=r"index\.html is written twice"):
            writer.write("index.html", b"1")


AT_WORK = """
import sys
from pathlib import Path
from generator.writer import Writer

with Writer(Path(sys.argv[1]), Path("content")) as writer:
    writer.write("old.html", b"old")
    print("begun", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_build(output: Path) -> Iterator[subprocess.Popen[str]]:
    """One at work on the output in a process of its own, until its input ends or it is killed."""
    command = [sys.executable, "-c", AT_WORK, str(output)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, encoding="utf-8") as build:
        try:
            assert build.stdout
            assert build.stdout.readline() == "begun\n"
            yield build
        finally:
            build.kill()


def test_what_a_killed_build_left_behind_does_not_get_into_the_site(output: Path) -> None:
    with another_build(output) as build:
        build.kill()
        build.wait()
    assert [path.name for path in output.parent.iterdir()] == [".site.staged"]
    write(output, SITE)
    assert snapshot(output).keys() == {MANIFEST, *SITE}
    assert [path.name for path in output.parent.iterdir()] == ["site"]


def test_a_second_build_at_once_stops_and_leaves_the_first_alone(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    with another_build(content.output) as build:
        assert content.build().complaint == (
            f"{content.output}: another build is at work on it. "
            "Wait until that is done, or choose another folder with OUTPUT=."
        )
        assert not content.output.exists()
        build.communicate()
        assert build.returncode == 0
    assert snapshot(content.output).keys() == {MANIFEST, "old.html"}
    assert content.build().code == 0
    assert not (content.output / "old.html").exists()


def test_what_was_written_while_a_build_began_is_known_to_it(output: Path) -> None:
    with another_build(output) as build:
        writer = Writer(output, Path("content"))
        build.communicate()
    with writer:
        writer.write("index.html", b"home")
    assert snapshot(output).keys() == {MANIFEST, "index.html"}


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is locked there")
def test_where_nothing_can_be_locked_a_build_goes_on(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_file: int, _how: int) -> NoReturn:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refused)
    assert write(output, SITE) == Counts(written=3)
    assert [path.name for path in output.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("output", "content"),
    [("x", "x"), ("x/site", "x"), ("x", "x/content"), ("x/../y", "y"), ("y/z/..", "y")],
)
def test_folders_that_overlap_are_refused(tmp_path: Path, output: str, content: str) -> None:
    (tmp_path / "y" / "z").mkdir(parents=True)
    (tmp_path / "x").mkdir()
    with pytest.raises(UsageError, match="lies inside or around"):
        Writer(tmp_path / output, tmp_path / content)


def test_a_folder_that_a_link_leads_into_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "content")
    with pytest.raises(UsageError, match="lies inside or around"):
        Writer(tmp_path / "site", tmp_path / "content")


def test_a_folder_with_files_of_others_is_refused(output: Path) -> None:
    output.mkdir(parents=True)
    (output / "thesis").mkdir()
    with pytest.raises(UsageError, match="holds files that this program did not write"):
        Writer(output, Path("content"))


@pytest.fixture
def heeded() -> Iterator[None]:
    """Ctrl-C ends what is under way, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_a_site_whose_files_are_being_moved_is_finished(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def interrupted(path: str | Path, target: str | Path) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", interrupted)
        write(output, SITE)
    assert snapshot(output).keys() - {MANIFEST} == SITE.keys()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_build_that_is_ended_while_it_publishes_leaves_nothing_for_ever(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str | Path] = []
    replace = os.replace

    def ended(path: str | Path, target: str | Path) -> None:
        moved.append(path)
        if len(moved) == 3:  # the list of files, one file, and no more
            raise KeyboardInterrupt
        replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", ended)
        with pytest.raises(KeyboardInterrupt):
            write(output, SITE)
    assert 0 < sum(path in snapshot(output) for path in SITE) < len(SITE)
    write(output, {"other.html": b"other"})
    assert set(snapshot(output)) == {"other.html", MANIFEST}
