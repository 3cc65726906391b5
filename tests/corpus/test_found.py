"""What may lie in a folder of reports: all of it is accounted for, and none of it does harm."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.corpus import open_corpus
from generator.corpus.found import bytes_of, found_below
from generator.errors import ContentError
from generator.specimen import Specimen, written
from generator.summary import said_of
from tests.corpus.content import CODE, Content, generator, process, snapshot
from tests.site.built import rows_of

SECRET = "机密之文" * 3
LEFT_BEHIND = (
    *(".DS_Store", "._a.docx", "Icon\r", "Thumbs.db", "thumbs.db", "desktop.ini", ".directory"),
    *("~$a.docx", ".~lock.a.docx#", ".~a.docx", "~WRL0001.tmp", ".a.txt.swp", ".nfs00a1"),
    *(".git/config", ".gitkeep", ".gitignore", ".keep", "__MACOSX/._a.txt", ".svn/a.txt"),
    *("$RECYCLE.BIN/a.txt", "@eaDir/a.txt", "a/.Trash-1000/files/a.txt"),
)
LINKS = {
    "file.txt": ("../../secret/b.txt", "link_outside"),
    "register.txt": ("../reports.csv", "link_outside"),
    "folder": ("../../secret", "link_outside"),
    "none.txt": ("../../secret/none.txt", "link_outside"),
    "zero.txt": ("/dev/zero", "link_outside"),
    "gone.txt": ("nothing.txt", "broken_link"),
    "below a file.txt": ("good.txt/nothing.txt", "broken_link"),
    "self.txt": ("self.txt", "broken_link"),
    "one.txt": ("two.txt", "broken_link"),
    "two.txt": ("one.txt", "broken_link"),
    "again": (".", "link_to_folder"),
    "a/up": ("..", "link_to_folder"),
    "beside": ("a", "link_to_folder"),
    "to a pipe.txt": ("pipe.txt", "not_a_file"),
    ".dot.txt": ("good.txt", "hidden"),
}
NAMES = {
    b"new\nline.txt": r"new\x0aline.txt",
    b"\x1b[31mred.txt": r"\x1b[31mred.txt",
    "乡镇.txt".encode("gb18030"): r"\xcf\xe7\xd5\xf2.txt",
    b"folder\xff/a.txt": r"folder\xff/a.txt",
    "next\u0085line.txt".encode(): r"next\xc2\x85line.txt",
    "line\u2028end.txt".encode(): r"line\xe2\x80\xa8end.txt",
    rb"\x0a.txt": r"\x5cx0a.txt",
    b"\n.txt": r"\x0a.txt",
}


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    content.report("good.txt")
    content.report("a/b.txt", Specimen(year=2022))
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "b.txt").write_text(written(Specimen()) + SECRET, encoding="utf-8")
    return content


@pytest.fixture
def reports(content: Content) -> Path:
    return content.path / "reports"


def listed(content: Content) -> dict[str, dict[str, str]]:
    """Build the site; the lines of `files.csv` by file but those of the two good reports."""
    done = content.build()
    assert (done.code, done.err) == (0, "")
    rows = rows_of(content.output, "files")
    assert len({row["file"] for row in rows}) == len(rows)
    files = {row["file"]: row for row in rows}
    for name in ("good.txt", "a/b.txt"):
        assert files.pop(name)["outcome"] == "read"
    for row in files.values():
        if row["outcome"] == "not_read":
            assert said_of(f"reports/{row['file']}", row["reason"]) in done.lines
    return files


def unopened(files: dict[str, dict[str, str]]) -> dict[str, str]:
    """The reasons by file of what was not read, nor even opened."""
    for row in files.values():
        assert (row["outcome"], row["encoding"], row["reports"]) == ("not_read", "", "")
        assert (int(row["bytes"] or 0), row["sha256"]) == (0, "")
    return {file: row["reason"] for file, row in files.items()}


def test_links_are_listed_and_none_is_followed_out_of_the_folder(
    content: Content, reports: Path
) -> None:
    os.mkfifo(reports / "pipe.txt")
    for name, (target, _) in LINKS.items():
        (reports / name).symlink_to(target)
    reasons = {name: reason for name, (_, reason) in LINKS.items()}
    assert unopened(listed(content)) == {**reasons, "pipe.txt": "not_a_file"}
    assert not any(SECRET.encode() in data for data in snapshot(content.output).values())


def test_a_link_to_a_report_is_a_copy_of_it(content: Content, reports: Path) -> None:
    (reports / "0 first.txt").symlink_to("good.txt")
    (reports / "a" / "up.zip").symlink_to(reports / "good.txt")
    files = listed(content)
    assert set(files) == {"0 first.txt", "a/up.zip"}
    for row in files.values():
        assert (row["outcome"], row["reason"]) == ("duplicate", "same_as good.txt")
        assert (row["reports"], len(row["sha256"])) == ("unresolved-good-txt-2023", 64)


def test_a_link_to_what_is_no_report_says_the_same(content: Content, reports: Path) -> None:
    content.report("empty.txt", b"")
    (reports / "link.txt").symlink_to("empty.txt")
    reasons = {file: row["reason"] for file, row in listed(content).items()}
    assert reasons == {"empty.txt": "empty", "link.txt": "empty"}


def test_a_link_that_the_register_names_is_the_report(content: Content, reports: Path) -> None:
    (reports / "link.txt").symlink_to("good.txt")
    content.register(f"link.txt,{CODE},,,,,,,,,,,")
    content.build()
    files = {row["file"]: row for row in rows_of(content.output, "files")}
    assert (files["link.txt"]["outcome"], files["link.txt"]["reports"]) == ("read", f"{CODE}-2023")
    assert (files["good.txt"]["outcome"], files["good.txt"]["reason"]) == (
        "duplicate",
        "same_as link.txt",
    )


def test_what_is_no_file_is_never_opened(
    content: Content, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(reports / "pipe.txt")
    monkeypatch.chdir(reports)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.pdf")
    content.register("pipe.txt,,,,,,,,,,,3,", "../../secret/b.txt,,,,,,,,,,,3,")
    assert unopened(listed(content)) == {"pipe.txt": "not_a_file", "socket.pdf": "not_a_file"}


def test_a_file_that_became_a_pipe_is_not_waited_for(reports: Path) -> None:
    os.mkfifo(reports / "pipe.txt")
    with pytest.raises(OSError, match=r"^$"):
        bytes_of(reports / "pipe.txt")
    assert generator("read", str(reports / "pipe.txt")).code == 2


def test_what_programs_leave_behind_is_passed_over(content: Content, reports: Path) -> None:
    for name in LEFT_BEHIND:
        content.report(name)
    os.mkfifo(reports / "._pipe")
    assert listed(content) == {}


def test_hidden_files_are_listed_but_not_read(content: Content) -> None:
    names = (".hidden.txt", ".git.txt", "a/.b/c.txt", ".folder/d/e.pdf")
    for name in names:
        content.report(name)
    assert unopened(listed(content)) == dict.fromkeys(names, "hidden")


def test_a_name_that_cannot_be_shown_is_one_line_of_plain_text(
    content: Content, reports: Path
) -> None:
    for name in NAMES:
        path = Path(os.fsdecode(os.fsencode(reports) + b"/" + name))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(written(Specimen(year=2020)).encode())
    assert unopened(listed(content)) == dict.fromkeys(NAMES.values(), "unusable_name")
    text = (content.output / "data" / "files.csv").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 1 + 2 + len(NAMES)


@pytest.mark.parametrize(
    "name", ["空　格\u200b.txt", 'a,"b".txt', r"a\b.txt", r"\xyz.txt", " .txt"]
)
def test_an_odd_name_that_can_be_shown_is_read(content: Content, name: str) -> None:
    content.report(name, Specimen(year=2020))
    assert {file: row["outcome"] for file, row in listed(content).items()} == {name: "read"}


def test_what_lies_very_deep_is_listed(content: Content, reports: Path) -> None:
    deepest = reports.joinpath(*["d"] * 1200)
    subprocess.run(["mkdir", "-p", str(deepest)], check=True)  # Python's own way is recursive
    (deepest / "a.txt").write_bytes(b"")
    reasons = {row["reason"] for row in listed(content).values()}
    subprocess.run(["rm", "-r", str(reports / "d")], check=True)
    assert reasons == {"empty"}


# The tests may run as root, whom no file is closed to but without these powers.
ORDINARY = (
    ("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search")
    if os.geteuid() == 0
    else ()
)


def test_what_may_not_be_read_is_listed(content: Content, reports: Path) -> None:
    content.report("2023.old/a.txt")
    content.report("closed.txt").chmod(0)
    (reports / "2023.old").chmod(0)
    done = process(*content.building, under=ORDINARY)
    (reports / "2023.old").chmod(0o700)
    assert (done.code, done.err) == (0, "")
    rows = {row["file"]: row for row in rows_of(content.output, "files")}
    reasons = unopened({name: row for name, row in rows.items() if row["outcome"] == "not_read"})
    assert reasons == {"closed.txt": "no_access", "2023.old/": "closed_folder"}


def test_a_folder_that_cannot_be_opened_is_listed(
    content: Content, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == closed:
            raise PermissionError(13, "Permission denied", path)
        return known(path)

    closed = "a"
    monkeypatch.setattr(os, "scandir", refuse)
    corpus = open_corpus(content.path)
    assert corpus.files == ("a/", "good.txt")
    record = corpus.read("a/").record
    assert (record.format, record.outcome.value, record.reason) == ("", "not_read", "closed_folder")
    closed = "reports"
    with pytest.raises(PermissionError):
        found_below(reports)


def test_a_folder_of_hidden_files_holds_no_reports(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report(".a.txt")
    with pytest.raises(ContentError, match="no report files in it"):
        open_corpus(content.path)
    (content.path / "reports" / "gone.txt").symlink_to("none.txt")
    assert open_corpus(content.path).files == (".a.txt", "gone.txt")


def test_what_the_register_hides_of_a_hidden_file_is_hidden_in_a_copy(content: Content) -> None:
    text = written(Specimen(year=2020, prose={"problems": SECRET}))
    line = next(n for n, one in enumerate(text.split("\n"), start=1) if SECRET in one)
    for name in ("copy.txt", ".hidden.txt"):
        content.report(name, text)
    content.register(f".hidden.txt,,,,,,,,,,,{line},")
    files = listed(content)
    assert (files["copy.txt"]["outcome"], files[".hidden.txt"]["reason"]) == ("read", "hidden")
    assert not any(SECRET.encode() in data for data in snapshot(content.output).values())
