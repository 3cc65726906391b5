"""What is in a file is looked at again when anything about it may have changed, and else is not."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.corpus import Checksums, Content, content_of
from generator.store import Store

FIRST, SECOND = b"first", b"other"  # of one size


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, in their order; no file is too new to be sure of."""
    names: list[str] = []

    def noted(path: Path) -> Content:
        names.append(path.name)
        return content_of(path)

    monkeypatch.setattr("generator.corpus.checksums.content_of", noted)
    monkeypatch.setattr("generator.states._SETTLED", 0)
    return names


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(FIRST)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def _looked_at(store: Store, *files: Path) -> list[str]:
    """The checksums of some files, in a build of its own."""
    checksums = Checksums(store)
    found = [checksums.of(str(file)) for file in files]
    checksums.keep()
    assert found == [content_of(file).sha256 for file in files]
    return found


def _edit_and_hide_it(file: Path) -> None:
    before = file.stat()
    file.write_bytes(SECOND)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def _put_another_in_its_place(file: Path) -> None:
    other = file.with_name("b.txt")
    other.write_bytes(SECOND)
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)


def test_a_file_that_is_as_it_was_is_not_read(read: list[str], file: Path, store: Store) -> None:
    for _ in range(3):
        _looked_at(store, file)
    assert read == ["a.txt"]


@pytest.mark.parametrize("change", [_edit_and_hide_it, _put_another_in_its_place])
def test_a_change_that_leaves_size_and_time_is_noticed(
    read: list[str], file: Path, store: Store, change: Callable[[Path], None]
) -> None:
    first = _looked_at(store, file)
    change(file)
    assert _looked_at(store, file) != first
    assert read == ["a.txt", "a.txt"]


def test_what_was_changed_just_now_is_read_again(
    read: list[str], file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another change may follow that bears the same time."""
    monkeypatch.setattr("generator.states._SETTLED", 3_600_000_000_000)
    _looked_at(store, file)
    _looked_at(store, file)
    assert read == ["a.txt", "a.txt"]


def test_where_changes_do_not_show_every_file_is_read(
    read: list[str], file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.states._CHANGES_SHOW", False)
    _looked_at(store, file)
    _looked_at(store, file)
    assert read == [file.name] * 2


def test_what_is_changed_while_a_build_is_under_way_is_read_again(
    read: list[str], file: Path, store: Store
) -> None:
    begun = Checksums(store)
    file.write_bytes(SECOND)
    begun.of(str(file))
    begun.keep()
    _looked_at(store, file)
    assert read == ["a.txt", "a.txt"]


def test_only_what_the_last_build_has_seen_is_kept(
    read: list[str], file: Path, store: Store
) -> None:
    other = file.with_name("b.txt")
    other.write_bytes(SECOND)
    builds: Iterable[tuple[Path, ...]] = ((file, other), (file,), (file, other))
    for files in builds:
        _looked_at(store, *files)
    assert read == ["a.txt", "b.txt", "b.txt"]


def test_another_user_reads_for_himself(
    read: list[str], file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _looked_at(store, file)
    monkeypatch.setattr("os.geteuid", lambda: 12345)
    _looked_at(store, file)
    assert read == ["a.txt", "a.txt"]


def test_a_file_that_is_gone_has_no_checksum(read: list[str], file: Path, store: Store) -> None:
    _looked_at(store, file)
    file.unlink()
    assert _looked_at(store, file) == [""]


def test_what_was_kept_may_be_lost(read: list[str], file: Path, store: Store) -> None:
    _looked_at(store, file)
    store.put(Checksums(store).key, ["of another version"])
    _looked_at(store, file)
    assert read == ["a.txt", "a.txt"]
