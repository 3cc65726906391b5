"""A build where nothing has changed says so at once; where anything has, it is built."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import Self

import pytest

from generator import site
from generator.corpus import Corpus
from generator.errors import DefectError
from generator.progress import Progress
from generator.specimen import Specimen
from generator.summary import Summary
from generator.unchanged import LastBuild
from generator.writer import Writer
from tests.corpus.content import CODE, Content, generator, snapshot

Change = Callable[[Content], object]
SLIP = Specimen(cells={"requests.received.total": "7"})
OTHER = Specimen(cells={"requests.received.total": "8"})
FILE = "reports/a.txt"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The output folder of each build that was made, not found to be unchanged."""
    made: list[Path] = []

    def noted(corpus: Corpus, writer: Writer, options: site.Options, progress: Progress) -> Summary:
        made.append(writer.output)
        return build(corpus, writer, options, progress)

    build = site.build
    monkeypatch.setattr("generator.site.build", noted)
    return made


@pytest.fixture
def built(tmp_path: Path, builds: list[Path], monkeypatch: pytest.MonkeyPatch) -> Content:
    """Two townships, built once, and no file of them too new to be sure of."""
    monkeypatch.setattr("generator.states._SETTLED", 0)
    content = Content(tmp_path)
    content.report("a.txt", SLIP)
    content.report("b.txt", Specimen(body="云岭县白石镇"))
    content.register(f"a.txt,{CODE},,,,,,,,,,,")
    content.build()
    builds.clear()
    return content


def test_nothing_is_built_and_the_same_is_said(built: Content, builds: list[Path]) -> None:
    before = snapshot(built.output)
    lines = built.build().lines
    assert built.build("--workers", "2").lines == lines
    assert not builds
    (built.path / FILE).touch()
    assert built.build().lines == lines
    assert "2 of 2 townships had nothing new" in lines
    assert any(line.startswith("0 files written, ") for line in lines)
    assert builds == [built.output]
    assert built.build().lines == lines
    assert len(builds) == 1
    assert snapshot(built.output) == before


def test_the_present_folder_may_be_the_output(built: Content, builds: list[Path]) -> None:
    present = (*built.building[:-1], ".")
    lines = generator(*present, cwd=built.output).lines
    assert generator(*present, cwd=built.output).lines == built.build().lines == lines
    assert not builds
    assert {path.name for path in built.output.glob(".*")} == {".manifest"}


def _edit_and_hide_it(content: Content) -> None:
    """A change that leaves size and time as they were."""
    path = content.path / FILE
    before = path.stat()
    content.report("a.txt", OTHER)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def _link(content: Content) -> None:
    (content.path / "reports/c.txt").symlink_to("b.txt")


def _edit_through_link(content: Content) -> None:
    """The pages are a link to a folder elsewhere, in which a page is written."""
    page = content.path.with_name("texts") / "zh" / "about.md"
    page.write_text("# 关于\n\n自己写的。\n", encoding="utf-8")


def _pages_elsewhere(content: Content) -> None:
    texts = content.path.with_name("texts")
    (texts / "zh").mkdir(parents=True)
    (content.path / "pages").symlink_to(texts)


# Each change is made after the one before it.
CHANGES: dict[str, Change] = {
    "edited in secret": _edit_and_hide_it,
    "touched": lambda c: (c.path / FILE).touch(),
    "permissions": lambda c: (c.path / FILE).chmod(0o600),
    "permissions of the folder": lambda c: (c.path / "reports").chmod(0o700),
    "replaced by a copy": lambda c: (
        shutil.copy2(c.path / FILE, c.path / "copy"),
        (c.path / "copy").replace(c.path / FILE),
    ),
    "added": lambda c: c.report("deep/new.txt", Specimen(year=2021)),
    "renamed": lambda c: (c.path / "reports/deep").rename(c.path / "reports/other"),
    "removed": lambda c: (c.path / "reports/other/new.txt").unlink(),
    "linked": _link,
    "linked file": lambda c: (c.path / "reports/b.txt").touch(),
    "register": lambda c: c.register(f"b.txt,{CODE},,,,,,,,,,,"),
    "settings": lambda c: c.settings('contact = "a@example.org"\n'),
    "pages elsewhere": _pages_elsewhere,
    "page elsewhere": _edit_through_link,
}


def test_every_change_of_the_content_is_noticed(built: Content, builds: list[Path]) -> None:
    for number, (name, change) in enumerate(CHANGES.items(), start=1):
        change(built)
        assert built.build().code == 0
        assert len(builds) == number, name
        built.build()
        assert len(builds) == number, name
    assert "自己写的" in built.page("about/index.html")


HARM: dict[str, Change] = {
    "edited": lambda c: (c.output / "index.html").write_text("changed", encoding="utf-8"),
    "removed": lambda c: (c.output / "data" / "cells.csv").unlink(),
    "folder removed": lambda c: shutil.rmtree(c.output / "en"),
    "list edited": lambda c: (c.output / ".manifest").write_text("a\n", encoding="utf-8"),
    "linked": lambda c: _replace_by_link(c.output / "data" / "cells.csv"),
}


def _replace_by_link(path: Path) -> None:
    """What is read there is the same as before."""
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


@pytest.fixture(params=["one process", "two"])
def _looks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How the site is looked at, whatever its size."""
    if request.param == "two":
        monkeypatch.setattr("generator.unchanged._MANY", 0)
        monkeypatch.setattr("generator.forked.active_count", lambda: 1)


@pytest.mark.usefixtures("_looks")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("name", HARM)
def test_what_is_changed_in_the_site_is_put_right(
    built: Content, builds: list[Path], name: str
) -> None:
    before = snapshot(built.output)
    built.build()
    assert not builds
    HARM[name](built)
    built.build()
    assert len(builds) == 1
    (built.output / "data" / "elsewhere").unlink(missing_ok=True)
    built.build()
    assert len(builds) == 1
    assert snapshot(built.output) == before


@pytest.mark.usefixtures("_looks")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_every_file_of_the_site_is_looked_at(built: Content) -> None:
    last = partial(LastBuild, built.path, built.output, "", False)
    files = sorted(path for path in built.output.rglob("*") if path.is_file())
    for path in files[::5]:
        written = path.stat().st_mtime_ns
        os.utime(path, ns=(written, written + 1_000_000_000))
        assert not last().summary, path
        os.utime(path, ns=(written, written))
    assert last().summary


def test_a_folder_in_the_place_of_a_file_is_noticed(built: Content) -> None:
    (built.output / "index.html").unlink()
    (built.output / "index.html").mkdir()
    assert "is a folder where the site has a file" in built.build().complaint


def test_what_is_not_of_the_site_makes_no_difference(built: Content, builds: list[Path]) -> None:
    (built.output / ".nojekyll").touch()
    built.build()
    assert not builds
    assert (built.output / ".nojekyll").exists()


def test_other_options_are_built(built: Content, builds: list[Path]) -> None:
    for options in (("--strict",), ("--base-url", "https://example.org"), ()):
        builds.clear()
        for _ in range(2):
            assert built.build(*options).code == 0
        assert len(builds) == 1, options


def test_another_program_another_library_or_another_user_is_noticed(
    built: Content, builds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    for folder in ("generator", "site_templates"):
        (program / folder / "__pycache__").mkdir(parents=True)
    module = program / "generator" / "rule.py"
    module.touch()

    def has_changed() -> bool:
        builds.clear()
        for _ in range(2):
            built.build()
        assert len(builds) < 2
        return bool(builds)

    monkeypatch.setattr("generator.unchanged.ROOT", program)
    assert has_changed()
    module.write_text("changed", encoding="utf-8")
    assert has_changed()
    (program / "generator" / "__pycache__" / "rule.pyc").touch()
    assert not has_changed()
    monkeypatch.syspath_prepend(tmp_path / "libraries")
    assert not has_changed()
    (tmp_path / "libraries" / "numpy-0.dist-info").mkdir(parents=True)
    assert has_changed()
    monkeypatch.setattr("generator.unchanged.office_key", lambda: "another")
    assert has_changed()
    monkeypatch.setattr("os.geteuid", lambda: 12345)
    assert has_changed()


def test_a_day_that_comes_may_make_a_reply_valid(
    built: Content, builds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) + timedelta(days=1)

    monkeypatch.setattr("generator.unchanged.datetime", Tomorrow)
    built.build()
    assert not builds
    (built.path / "corrections.csv").write_text("report,rule,status\n", encoding="utf-8")
    built.build()
    monkeypatch.setattr("generator.unchanged.datetime", datetime)
    built.build()
    assert len(builds) == 2


def test_what_was_changed_just_now_is_not_taken_for_seen(
    built: Content, builds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another change may follow that bears the same time."""
    monkeypatch.setattr("generator.states._SETTLED", 3_600_000_000_000)
    (built.path / FILE).touch()
    built.build()
    built.build()
    assert len(builds) == 2


def test_a_file_that_could_not_be_read_is_tried_again(built: Content, builds: list[Path]) -> None:
    built.report("damaged.pdf", b"%PDF-1.7\n")
    for _ in range(2):
        assert "damaged.pdf: The file is damaged" in built.build().out
    assert len(builds) == 2


def test_a_build_that_fails_leaves_nothing_to_go_by(
    built: Content, builds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def defective(*_: object) -> None:
        raise DefectError(["a link is broken"])

    with monkeypatch.context() as patched:
        patched.setattr("generator.site.build", defective)
        assert [built.build("--strict").code for _ in range(2)] == [1, 1]
    assert built.build("--strict").code == 0
    assert len(builds) == 1


def test_without_what_was_kept_it_is_built(built: Content, builds: list[Path]) -> None:
    before = snapshot(built.output)
    kept = built.output.with_name(f".{built.output.name}.cache")
    for path in kept.glob("*/*"):
        path.write_bytes(path.read_bytes()[:-1])
    built.build()
    shutil.rmtree(kept)
    built.build()
    assert len(builds) == 2
    assert snapshot(built.output) == before


def test_other_content_for_the_same_output_is_built(
    built: Content, builds: list[Path], tmp_path: Path
) -> None:
    shutil.copytree(built.path, tmp_path / "copy" / "content")
    built.path = tmp_path / "copy" / "content"
    built.build()
    assert len(builds) == 1


def test_a_missing_folder_is_still_a_mistake(built: Content) -> None:
    shutil.rmtree(built.path)
    assert built.build().complaint.endswith("no such folder. Make it and put report files into it.")
