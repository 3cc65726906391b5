"""Content and output at addresses: brought and sent, only what differs, nobody else's files."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.spec import AbstractFileSystem

from generator.locking import locked_folder
from generator.remote.address import Address
from generator.remote.bringing import bring
from generator.specimen import Specimen, written
from tests.conftest import ROOT
from tests.corpus.content import Content, Done, generator, process, snapshot

REPORT = written(Specimen())
OTHER = Specimen(body="云岭县白水乡", year=2022)
FAR, SITE = "memory://far/content", "memory://far/site"


@pytest.fixture
def far() -> Iterator[Any]:
    """A file system in memory, in which a content folder lies."""
    fs = MemoryFileSystem()
    fs.store.clear()
    fs.pipe("/far/content/reports/a [1].txt", REPORT.encode())
    fs.pipe("/far/content/reports/乡/b.txt", written(OTHER).encode())
    yield fs
    fs.store.clear()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "work"


def build(work: Path, *options: str, content: str = FAR, output: str = SITE) -> Done:
    """A build in a thread of its own: a browser of other tests may keep this one's event loop."""
    places = ("--content", content, "--output", output, "--work", str(work))
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(generator, "build", *places, "--workers", "1", *options).result()


def sent(far: Any) -> dict[str, bytes]:
    """What lies at the address of the site."""
    return {path.removeprefix("/far/site/"): far.cat(path) for path in far.find("/far/site")}


def said(done: Done) -> list[str]:
    """The summary of a build that went well, whatever it said of its progress."""
    assert done.code == 0, done.err
    return done.out.splitlines()


def without_list(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files of a site, but for the lists of what is ours."""
    return {path: data for path, data in files.items() if path not in (".sent", ".manifest")}


def test_a_site_goes_from_address_to_address_as_from_folder_to_folder(
    far: Any, work: Path, tmp_path: Path
) -> None:
    here = Content(tmp_path)
    here.report("a [1].txt")
    here.report("乡/b.txt", OTHER)
    here.build("--workers", "1")
    lines = said(build(work))
    assert "2 files found, 2 read" in lines
    assert lines[-1] == f"{SITE}: {len(sent(far)) - 1} files sent, 0 removed"
    assert without_list(sent(far)) == without_list(snapshot(here.output))
    far.get("/far/site", str(tmp_path / "copy"), recursive=True)
    command = ["sha256sum", "--check", "--strict", "--quiet", ".sent"]
    subprocess.run(command, cwd=tmp_path / "copy", check=True)


@pytest.mark.parametrize("address", [SITE, f"asyncwrapper::{SITE}"])
def test_only_what_changed_is_sent_again(far: Any, work: Path, address: str) -> None:
    content = FAR.replace("memory", "asyncwrapper::memory") if "async" in address else FAR
    first = said(build(work, content=content, output=address))
    assert first[-1] == f"{address}: {len(sent(far)) - 1} files sent, 0 removed"
    before, times = sent(far), {path: far.created(path) for path in far.find("/far/site")}
    second = said(build(work, content=content, output=address))
    assert second[-1] == f"{address}: 0 files sent, 0 removed"
    assert {path: far.created(path) for path in far.find("/far/site")} == times
    far.rm("/far/content/reports/乡/b.txt")
    last = said(build(work, content=content, output=address))[-1]
    after = sent(far)
    changed = {path for path in after if before.get(path) != after[path]} - {".sent"}
    gone = before.keys() - after.keys()
    assert last == f"{address}: {len(changed)} files sent, {len(gone)} removed"
    assert gone
    again = {path for path, time in times.items() if far.exists(path) and far.created(path) != time}
    new = changed - before.keys()
    assert again == {f"/far/site/{path}" for path in (changed | {".sent"}) - new}


def test_what_was_lost_at_the_address_is_sent_again(far: Any, work: Path) -> None:
    build(work)
    before = sent(far)
    far.rm("/far/site/index.html")
    far.pipe("/far/site/404.html", b"half")
    assert said(build(work))[-1] == f"{SITE}: 2 files sent, 0 removed"
    assert sent(far) == before


def test_a_folder_for_copies_may_be_lost(far: Any, work: Path, tmp_path: Path) -> None:
    build(work)
    assert said(build(tmp_path / "other"))[-1] == f"{SITE}: 0 files sent, 0 removed"


def test_an_address_with_files_of_somebody_else_is_refused(far: Any, work: Path) -> None:
    far.pipe("/far/site/letter.txt", b"mine")
    complaint = build(work).complaint
    assert complaint.startswith(f"{SITE}: holds files that this program did not send. Empty it or")
    assert sent(far) == {"letter.txt": b"mine"}
    assert not any(work.iterdir())


def test_files_of_somebody_else_beside_the_site_are_kept(far: Any, work: Path) -> None:
    far.pipe("/far/site/.well-known/key", b"mine")
    build(work)
    far.pipe("/far/site/data/letter.txt", b"mine")
    far.rm("/far/content/reports/乡/b.txt")
    assert build(work).code == 0
    assert sent(far)[".well-known/key"] == sent(far)["data/letter.txt"] == b"mine"


def test_a_file_of_somebody_else_is_not_replaced(far: Any, work: Path) -> None:
    build(work)
    files = sent(far)[".sent"].decode().splitlines(keepends=True)
    far.pipe("/far/site/.sent", "".join(one for one in files if " index.html" not in one).encode())
    before = sent(far)
    complaint = build(work).complaint
    assert complaint.startswith(f"{SITE}/index.html: is there, and this program did not send it. ")
    assert sent(far) == before


def test_a_list_that_names_files_elsewhere_removes_nothing(far: Any, work: Path) -> None:
    build(work)
    listed = far.cat("/far/site/.sent")
    far.pipe("/far/site/.sent", listed + b"0  ../content/reports/a [1].txt\n")
    assert said(build(work))[-1] == f"{SITE}: 0 files sent, 0 removed"
    assert far.exists("/far/content/reports/a [1].txt")
    assert far.cat("/far/site/.sent") == listed


def test_a_build_that_fails_sends_nothing(far: Any, work: Path) -> None:
    build(work)
    before = sent(far)
    far.pipe("/far/content/reports.csv", b"name\n")
    assert "reports.csv" in build(work).complaint
    assert sent(far) == before


def test_sending_that_was_cut_off_is_finished_by_the_next_build(
    far: Any, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = 5
    put_file = MemoryFileSystem.put_file

    def cut_off(*arguments: Any, **options: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise ConnectionResetError("the line\nis dead")
        put_file(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(MemoryFileSystem, "put_file", cut_off)
        done = build(work)
    complaint = f"{SITE}: could not be read or written: the line is dead. Check the address, "
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith(complaint)
    assert len(sent(far)) == 6
    build(work)
    finished = sent(far)
    assert without_list(finished) == without_list(snapshot(work / "site"))
    assert b"0" * 64 not in finished[".sent"]


def test_sending_that_the_operator_stops_is_not_called_nothing(
    far: Any, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(MemoryFileSystem, "put_file", stopped)
    done = build(work)
    complaint = f"{SITE}: sending was stopped, so the site there is new in part. Build again."
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == complaint


def brought(work: Path) -> dict[str, int]:
    """The copies of a content folder, with the times at which they were brought."""
    bring(Address(FAR), work / "content", lambda things, *_: things)
    home = work / "content"
    found = (path for path in home.rglob("*") if path.is_file())
    return {path.relative_to(home).as_posix(): path.stat().st_mtime_ns for path in found}


def test_only_what_differs_is_brought_again(far: Any, work: Path) -> None:
    first = brought(work)
    assert first.keys() == {"reports/a [1].txt", "reports/乡/b.txt"}
    assert brought(work) == first
    far.pipe("/far/content/reports/a [1].txt", REPORT.encode())
    second = brought(work)
    assert {path for path in first if first[path] != second[path]} == {"reports/a [1].txt"}
    (work / "content/reports/乡/b.txt").write_text("edited", encoding="utf-8")
    (work / "content/reports/added.txt").touch()
    assert brought(work).keys() == first.keys()
    assert (work / "content/reports/乡/b.txt").read_bytes() == written(OTHER).encode()
    far.rm("/far/content/reports/乡/b.txt")
    assert brought(work) == {"reports/a [1].txt": second["reports/a [1].txt"]}
    assert [path.name for path in (work / "content/reports").iterdir()] == ["a [1].txt"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(far: Any, work: Path) -> None:
    brought(work)
    far.rm("/far/content/reports", recursive=True)
    far.pipe({"/far/content/reports/a [1].txt/c.txt": b"c", "/far/content/reports/乡": b"d"})
    assert brought(work).keys() == {"reports/a [1].txt/c.txt", "reports/乡"}


def test_where_nothing_tells_of_a_change_all_is_brought(
    far: Any, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = MemoryFileSystem.find

    def silent(*arguments: Any, **options: Any) -> dict[str, dict[str, object]]:
        found = find(*arguments, **options)
        return {
            path: {key: info[key] for key in ("name", "size", "type")}
            for path, info in found.items()
        }

    monkeypatch.setattr(MemoryFileSystem, "find", silent)
    first, second = brought(work), brought(work)
    assert all(first[path] != second[path] for path in first)


def test_a_folder_that_does_not_answer_is_not_taken_for_empty(
    far: Any, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = brought(work)
    monkeypatch.setattr(MemoryFileSystem, "find", AbstractFileSystem.find)
    assert brought(work) == before
    ls = MemoryFileSystem.ls

    def closed(fs: Any, path: str, **options: Any) -> Any:
        if path.endswith("乡"):
            raise PermissionError("closed")
        return ls(fs, path, **options)

    monkeypatch.setattr(MemoryFileSystem, "ls", closed)
    assert build(work).complaint.startswith(f"{FAR}: could not be read or written: closed. ")
    assert (work / "content/reports/乡/b.txt").is_file()


def test_a_folder_for_copies_that_holds_other_files_is_refused(far: Any, work: Path) -> None:
    (work / "content").mkdir(parents=True)
    (work / "content" / "letter.txt").touch()
    complaint = build(work).complaint
    assert complaint.startswith(f"{work}/content: holds files that this program did not bring. ")
    assert [path.name for path in (work / "content").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("name", ["reports/../../../out.txt", "reports/./a.txt", "reports//a.txt"])
def test_a_name_that_leads_elsewhere_is_refused(work: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr(f"c/{name}", REPORT)
    address = f"zip://c::file://{tmp_path}/c.zip"
    complaint = build(work, content=address).complaint
    assert complaint.startswith(f"{address}: holds '{name}', which is no name of a file. ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.zip", "work"]
    assert not any(work.iterdir())


def test_a_file_address_is_that_folder(tmp_path: Path) -> None:
    here = Content(tmp_path)
    here.report("a.txt")
    done = generator(
        *("build", "--content", f"file://{here.path}", "--output", f"file://{here.output}")
    )
    assert "1 file found, 1 read" in said(done)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.cache", "content", "site"]
    assert (here.output / ".manifest").is_file()


def test_content_may_lie_in_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.mkdir("content")
        archive.writestr("content/reports/a.txt", REPORT)
    address = f"zip://content::file://{tmp_path}/c.zip"
    site = f"simplecache::file://{tmp_path}/site"
    options = ("--content", address, "--output", site, "--work", "work")
    first, second = (process("build", *options, cwd=tmp_path) for _ in range(2))
    assert "1 file found, 1 read" in said(first)
    assert said(second)[-1] == f"{site}: 0 files sent, 0 removed"
    copy = without_list(snapshot(tmp_path / "work/site"))
    assert without_list(snapshot(tmp_path / "site")) == copy


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("memory://none", "memory://none/reports: no files there. Correct the address, or put "),
        ("what://a/b", "what://a/b: could not be opened: Protocol not known: what. Expected "),
        ("ftp://127.0.0.1:1/a", "ftp://127.0.0.1:1/a: could not be opened: [Errno "),
    ],
)
def test_an_address_without_content_is_said(work: Path, content: str, complaint: str) -> None:
    assert build(work, content=content).complaint.startswith(complaint)
    assert not (work / "site").exists()


def test_two_builds_do_not_work_in_one_folder(far: Any, work: Path) -> None:
    with locked_folder(work / ".busy"):
        assert build(work).complaint.startswith(f"{work}: another build is at work in it. Wait ")


def test_an_address_needs_a_folder_for_copies() -> None:
    complaint = generator("build", "--content", FAR).complaint
    assert complaint.startswith(f"{FAR}: an address, without a folder of this machine for copies")
    assert "--work" in complaint


@pytest.mark.parametrize("output", [FAR, f"{FAR}/site", "memory://far/"])
def test_the_site_lies_neither_inside_nor_around_the_content(work: Path, output: str) -> None:
    complaint = build(work, output=output).complaint
    assert complaint == f"{output}: lies inside or around {FAR}. Choose another address."


@pytest.mark.parametrize(
    ("missing", "address", "complaint"),
    [
        ("fsspec.core", FAR, "the package fsspec, which knows addresses, is not installed. Type: "),
        ("s3fs", "s3://a/b", "a package for such addresses is not installed (Install s3fs to acc"),
    ],
)
def test_a_package_that_is_missing_is_named(
    work: Path, monkeypatch: pytest.MonkeyPatch, missing: str, address: str, complaint: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    complained = build(work, content=address, output=str(work / "site")).complaint
    assert complained.startswith(f"{address}: {complaint}")


def test_without_an_address_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    here = Content(tmp_path)
    here.report("a.txt")
    code = "main(sys.argv[1:]); print({'fsspec', 'generator.remote'} & set(sys.modules))"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; from generator.cli import main; {code}",
            *here.building,
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "set()"
