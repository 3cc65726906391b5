"""The command line: help, version, mistakes, and a preview on this machine only."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from generator import __version__
from tests.conftest import ROOT
from tests.corpus.content import Content, process

RESULTS = (
    r"1 file found, 1 read",
    r"  txt  1 read",
    r"200 of 200 cells hold a number",
    r"findings: error \d+, warning \d+, notice \d+",
    r"\d+ files written, 0 unchanged, 0 removed",
    r"site\.toml: no base_url, .*\. Set it once the address is known\.",
)


def test_the_summary_of_a_build(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    lines = process(*content.building).lines
    assert len(lines) == len(RESULTS)
    for line, pattern in zip(lines, RESULTS, strict=True):
        assert re.fullmatch(pattern, line), line


def test_help_names_every_command_and_imports_no_pandas() -> None:
    done = process("--help")
    assert done.code == 0
    assert {"build", "read", "serve"} <= set(done.out.split())
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, generator.cli; print({'pandas', 'plotly'} & set(sys.modules))",
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert loaded.stdout == "set()\n"


HEAVY = ("generator.gazetteer", "generator.parse", "generator.rules", "jinja2", "pandas", "plotly")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--content", "none"),
        ("build", "--content", "empty"),
        ("build", "--content", "register"),
        ("build", "--content", "good", "--output", "good/site"),
        ("build", "--content", "good", "--output", "foreign"),
        ("build", "--content", "good", "--base-url", "here"),
        ("read", "none.txt"),
        ("check", "good", "none.txt"),
    ],
)
def test_a_mistake_is_said_before_what_is_heavy_is_imported(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "empty" / "reports").mkdir(parents=True)
    for name in ("good", "register"):
        (tmp_path / name / "reports").mkdir(parents=True)
        (tmp_path / name / "reports" / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "register" / "reports.csv").write_text("name\n", encoding="utf-8")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "letter.txt").touch()
    code = f"print(main(sys.argv[1:]), {{*{HEAVY}}} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; from generator.cli import main; {code}", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "2 set()\n"
    assert len(done.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "empty",
        "foreign",
        "good",
        "register",
    ]


def test_the_version_is_the_one_of_the_package() -> None:
    done = process("--version")
    assert (done.code, done.out) == (0, f"{__version__}\n")
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "COMMAND"),
        (("bild",), "bild"),
        (("build", "--contnt", "x"), "--contnt"),
        (("build", "extra"), "extra"),
        (("build", "--content"), "--content"),
        (("serve", "--port", "http"), "http"),
        (("read",), "FILE"),
        (("read", "a.txt", "b.txt"), "b.txt"),
    ],
)
def test_an_unusable_argument_is_named(arguments: tuple[str, ...], word: str) -> None:
    done = process(*arguments)
    assert (done.code, done.out) == (2, "")
    assert word in done.err.splitlines()[-1]
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("command", "option"),
    [("build", "--content"), ("build", "--output"), ("check", "--content"), ("serve", "--output")],
)
def test_an_empty_name_is_not_taken_for_the_present_folder(
    tmp_path: Path, command: str, option: str
) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").touch()
    (tmp_path / "index.html").touch()
    done = process(command, option, "", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(
        f"argument {option}: an empty name, expected that of a file or folder\n"
    )
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_to_serve_is_said(tmp_path: Path) -> None:
    assert process("serve", "--output", str(tmp_path)).complaint == (
        f"{tmp_path}: holds no site yet. Build it first: make site."
    )


def test_a_port_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    complaint = process("serve", "--output", str(tmp_path), "--port", "99999").complaint
    assert complaint.startswith("port 99999: ")
    assert complaint.endswith("Choose another with PORT=.")


def test_a_site_is_shown_on_loopback_until_interrupted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    command = [sys.executable, "-m", "generator", "serve", "--output", str(tmp_path), "--port", "0"]
    # One that is started in the background of a script would not be told of an interruption.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as served:
        signal.signal(signal.SIGINT, before)
        try:
            assert served.stdout
            address = served.stdout.readline().split()[0]
            assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d*/", address)
            with urlopen(address) as answer:  # noqa: S310 - our own server on loopback
                assert answer.read() == b"home"
            served.send_signal(signal.SIGINT)
            assert served.wait(timeout=60) == 0
        finally:
            served.kill()
