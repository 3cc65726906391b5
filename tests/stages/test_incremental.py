"""A build after a change gives the bytes of a build from nothing, whatever was changed."""

import gzip
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.export import JOINT, SPLIT
from generator.specimen import Specimen
from tests.conftest import ROOT
from tests.corpus.content import CODE, Content, process, snapshot
from tests.stages.kept import forget, made_afresh

SECOND = "110118106"
SLIP = Specimen(cells={"requests.received.total": "7"})
OTHER = Specimen(cells={"requests.received.total": "8"})
STRANGE = b"cgenerator.store\nNotAnyMore\n."  # of a class that another version had
Change = Callable[[Content], object]


def _register(content: Content, *more: str) -> None:
    content.register(f"a.txt,{CODE},,,,,,,,,,,", f"a-2022.txt,{CODE},,,,,,,,,,,", *more)


def _reply(content: Content) -> None:
    row = f"{CODE}-2023,TB-ROW,,our_mistake,看错了,,2026-01-02"
    header = "report,rule,cell,status,statement,source_url,date"
    (content.path / "corrections.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")


def _page(content: Content) -> None:
    page = content.path / "pages" / "zh" / "about.md"
    page.parent.mkdir(parents=True)
    page.write_text("# 关于\n\n自己写的。\n", encoding="utf-8")


# Each change is made after the one before it.
CHANGES: dict[str, Change] = {
    "a report is edited": lambda c: c.report("b.txt", OTHER),
    "a report of the year before is edited": lambda c: c.report(
        "a-2022.txt", Specimen(year=2022, cells={"requests.carried_forward.total": "3"})
    ),
    "a report is added": lambda c: c.report("d/new.txt", Specimen(year=2021)),
    "a report is renamed": lambda c: (c.path / "reports/b.txt").rename(c.path / "reports/e.txt"),
    "a copy is added": lambda c: c.report("a-copy.txt", SLIP),
    "a line of the register is added": lambda c: _register(c, f"e.txt,{SECOND},,,,,,,,,,,"),
    "a line is masked": lambda c: _register(c, f"e.txt,{SECOND},,,,,,,,,,5,"),
    "a copy of it is added": lambda c: shutil.copy2(
        c.path / "reports/e.txt", c.path / "reports/f.txt"
    ),
    "the copy is masked no more": lambda c: c.report("e.txt", SLIP),
    "a source is named": lambda c: _register(
        c, f"e.txt,{SECOND},,,,,,,https://example.org/e,2024-01-20,,,注"
    ),
    "a finding is answered": _reply,
    "a page of text is added": _page,
    "the settings are changed": lambda c: c.settings('contact = "a@example.org"\n'),
    "the thresholds are changed": lambda c: c.settings("[thresholds]\nrate = 3\n"),
    "a report is removed": lambda c: (c.path / "reports/e.txt").unlink(),
    "nothing": lambda _: None,
}


@pytest.mark.parametrize("settled", [0, 3_600_000_000_000])
def test_every_change_of_the_content_gives_what_a_clean_build_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: int
) -> None:
    """Both when the states of all files are believed and when those of none are."""
    monkeypatch.setattr("generator.states._SETTLED", settled)
    content = Content(tmp_path)
    content.report("a.txt", SLIP)
    content.report("a-2022.txt", Specimen(year=2022))
    content.report("b.txt")
    content.report("c.txt", b"")
    _register(content)
    content.build()
    before = snapshot(content.output)
    for name, change in CHANGES.items():
        change(content)
        content.build()
        after = snapshot(content.output)
        assert (after == before) is (name == "nothing"), name
        assert after == made_afresh(content), name
        before = after


def _replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    """The change of some words in a file of the program; they must be there."""

    def change(program: Path) -> None:
        file = program / path
        data = file.read_bytes()
        packed = path.endswith(".gz")
        text = (gzip.decompress(data) if packed else data).decode()
        assert old in text
        changed = text.replace(old, new).encode()
        file.write_bytes(gzip.compress(changed) if packed else changed)

    return change


PROGRAM = {
    "template": _replaced("site_templates/pages/report.html", "<h1", "<h1 data-new"),
    "style": _replaced("site_templates/assets/site.css", "body", "body "),
    "text": _replaced("site_templates/pages/zh/about.md", "# ", "# 新："),
    "words": _replaced("generator/messages/zh.toml", "原文", "原来的文字"),
    "rule": _replaced("generator/rules/requests.py", "各类申请人相加为", "各类相加得"),
    "reader": _replaced("generator/parse/title.py", "import re\n", "import re  # new\n"),
    "gazetteer": _replaced("generator/gazetteer/towns.csv.gz", "于家务", "于家"),
}


def test_every_change_of_the_program_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    for folder in ("generator", "site_templates"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    content = Content(tmp_path)
    sample = ROOT / "content" / "reports" / "yujiawu-2023.txt"
    content.report("yujiawu.txt", sample.read_bytes())
    before = _built(tmp_path, "site")
    for name, change in PROGRAM.items():
        change(tmp_path)
        after = _built(tmp_path, "site")
        assert (after == before) is (name == "reader"), name
        forget(tmp_path / "fresh")
        assert after == _built(tmp_path, "fresh"), name
        before = after


def _built(program: Path, output: str) -> dict[str, bytes]:
    done = process("build", "--output", output, cwd=program)
    assert done.code == 0, done.err
    return snapshot(program / output)


@pytest.fixture
def built(tmp_path: Path) -> Content:
    """Three townships, built once."""
    content = Content(tmp_path)
    for name, specimen in (("a.txt", SLIP), ("b.txt", Specimen()), ("c.txt", Specimen(year=2020))):
        content.report(name, specimen)
    _register(content)
    content.build()
    return content


def _kept(content: Content) -> list[Path]:
    folder = content.output.with_name(f".{content.output.name}.cache")
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return files


def test_nothing_new_is_said_and_nothing_written(built: Content) -> None:
    lines = built.build().lines
    assert "3 of 3 townships had nothing new" in lines
    assert any(line.startswith("0 files written, ") for line in lines)


def test_only_the_township_that_changed_is_published_again(tmp_path: Path) -> None:
    content = Content(tmp_path)
    for number in range(40):
        content.report(f"{number}.txt", Specimen(year=1980 + number))
    content.build("--workers", "1")
    content.report("7.txt", Specimen(year=1987, cells={"requests.received.total": "1"}))
    (said,) = [line for line in content.build().lines if line.endswith("nothing new")]
    reused = int(said.split(" ")[0])
    assert 0 < reused < 40


def _make_folder(path: Path) -> None:
    path.unlink()
    (path / "deeper").mkdir(parents=True)
    (path / "deeper" / "note.txt").touch()


def _make_file_of_folder(path: Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.unlink(missing_ok=True)
    path.parent.touch()


@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        _make_folder,
        _make_file_of_folder,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"),
        lambda path: path.write_bytes(sha256(path.name.encode() + STRANGE).digest() + STRANGE),
    ],
    ids=["gone", "folder", "file", "empty", "cut", "changed", "strange"],
)
def test_what_is_damaged_of_the_store_is_made_again(
    built: Content, harm: Callable[[Path], object]
) -> None:
    before = snapshot(built.output)
    for path in _kept(built):
        harm(path)
    assert built.build().code == 0
    assert snapshot(built.output) == before


def test_a_result_under_the_name_of_another_is_not_taken_for_it(built: Content) -> None:
    before = snapshot(built.output)
    files = _kept(built)
    found = [path.read_bytes() for path in files]
    for path, other in zip(files, [*found[1:], found[0]], strict=True):
        path.write_bytes(other)
    (built.output / "index.html").unlink()
    assert built.build().code == 0
    assert snapshot(built.output) == before


def test_what_is_damaged_of_one_kind_is_made_again(built: Content) -> None:
    """Sheets, cards, published townships and rows: each is kept apart, and each may be lost."""
    before = snapshot(built.output)
    for path in _kept(built)[::2]:
        path.unlink()
    assert built.build().code == 0
    assert snapshot(built.output) == before


@pytest.mark.parametrize("lost", [".dossiers", f".{JOINT[0]}", f".{SPLIT[0]}"])
def test_what_is_lost_of_townships_that_did_not_change_is_found_again(
    built: Content, lost: str
) -> None:
    """Their pages stand, and what pages and tables about many show of them is worked out anew."""
    parts = [path for path in _kept(built) if path.suffix == lost]
    assert len(parts) == 3
    for path in parts:
        path.unlink()
    built.report("b.txt", OTHER)
    assert "2 of 3 townships had nothing new" in built.build().lines
    assert snapshot(built.output) == made_afresh(built)


def test_what_somebody_changed_in_the_site_is_put_right(built: Content) -> None:
    before = snapshot(built.output)
    report = built.output / "reports" / f"{CODE}-2023" / "index.html"
    report.write_text("changed", encoding="utf-8")
    (built.output / "data" / "cells.csv").unlink()
    shutil.rmtree(built.output / "en" / "townships")
    built.build()
    assert snapshot(built.output) == before


def test_the_store_holds_nothing_that_is_not_used_any_more(built: Content) -> None:
    before = sorted(path.name for path in _kept(built))
    built.report("b.txt", SLIP)
    built.build()
    built.report("b.txt")
    built.build()
    assert sorted(path.name for path in _kept(built)) == before


def test_a_file_that_could_not_be_read_is_tried_again(built: Content) -> None:
    closed = built.report("closed.doc", b"\xd0\xcf\x11\xe0")
    first = built.build()
    assert "closed.doc" in first.out
    assert built.build().out.count("closed.doc") == first.out.count("closed.doc")
    closed.unlink()
    assert "closed.doc" not in built.build().out
