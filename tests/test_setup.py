"""The set-up: locks that pin every byte, a Makefile that works once, anywhere, or says why not.

The Makefile runs here with a stand-in for Python that writes down how it was called.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock")
PIN = re.compile(r"(?m)^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?P<rest>.*(?:\n    .*)*)")
TARGETS = {"site", "test", "serve", "check", "golden", "lint", "fix", "lock", "help"}

STAND_IN = r"""#!/bin/sh
case "$*" in
    *'[:2]'*) echo "$VERSION"; exit ;;
    *'< (3, 11)'*) [ "$VERSION" != 3.9 ]; exit ;;
    *ensurepip*) [ -z "$NO_VENV" ]; exit ;;
esac
printf '<%s>' "$@" >>calls
echo >>calls
case "$*" in
    '-m venv'*) rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    '-m pip'*) [ -z "$NO_NETWORK" ] ;;
esac
"""


def _pins(lock: str) -> dict[tuple[str, str], str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {(found["name"], found["version"]): found["rest"] for found in PIN.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_its_hashes(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    requirements = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert len(requirements) == len(_pins(lock))
    assert [pin for pin, rest in _pins(lock).items() if "--hash=sha256:" not in rest] == []


def test_tests_run_with_what_the_site_is_built_with() -> None:
    assert _pins(LOCKS[0]).keys() <= _pins(LOCKS[1]).keys()


def test_the_locks_hold_every_dependency_that_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = (project["dependencies"], extras["test"])
    for lock, names in zip(LOCKS, wanted, strict=True):
        assert set(names) <= {name for name, _ in _pins(lock)}
    assert set(extras["cluster"]) <= {f"{name}=={version}" for name, version in _pins(LOCKS[1])}


@pytest.mark.parametrize("name", [*LOCKS, "pyproject.toml", "Makefile", ".ci/run"])
def test_where_packages_come_from_is_left_to_the_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"\w+://\S*|--(?:extra-)?index-url|--find-links", text) == []


class Folder:
    """A copy of the set-up in a folder of its own, and the stand-in's calls there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        for name in ("Makefile", *LOCKS):
            shutil.copy(ROOT / name, path)
        stand_in = path / "python"
        stand_in.write_text(STAND_IN, encoding="utf-8")
        stand_in.chmod(0o755)

    def make(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["make", "PYTHON=./python", *words],
            cwd=self.path,
            env={"PATH": os.environ["PATH"], "VERSION": "3.12", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def calls(self) -> list[str]:
        """The modules that were called since the last look: venv, pip, compileall, generator."""
        log = self.path / "calls"
        called = re.findall(r"(?m)^<-m><(\w+)>", log.read_text(encoding="utf-8"))
        log.unlink()
        return called


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "a folder's name with spaces")


def test_the_set_up_is_done_once(folder: Folder) -> None:
    assert folder.make().returncode == 0
    assert folder.calls() == ["venv", "pip", "compileall", "generator"]
    assert folder.make("site").returncode == 0
    assert folder.calls() == ["generator"]


def test_folders_and_address_are_the_callers_to_choose(folder: Folder) -> None:
    folder.make("site", "CONTENT=my reports", "OUTPUT=my site", "BASE_URL=x://y/")
    last = (folder.path / "calls").read_text(encoding="utf-8").splitlines()[-1]
    options = "<--content><my reports><--output><my site><--base-url><x://y/>"
    assert last == f"<-m><generator><build>{options}"


def test_what_is_checked_is_the_callers_to_choose(folder: Folder) -> None:
    folder.make("check", "CONTENT=my reports")
    folder.make("check", "FILES=a.txt b.docx", "FORMAT=html")
    *_, whole, named = (folder.path / "calls").read_text(encoding="utf-8").splitlines()
    assert whole == "<-m><generator><check><--content><my reports><--format><text>"
    options = "<--content><content><--format><html>"
    assert named == f"<-m><generator><check><a.txt><b.docx>{options}"


def test_a_changed_lock_is_installed(folder: Folder) -> None:
    folder.make()
    folder.calls()
    lock = folder.path / "requirements.lock"
    later = (folder.path / ".venv" / "site.stamp").stat().st_mtime + 1
    os.utime(lock, (later, later))
    folder.make()
    assert folder.calls() == ["pip", "compileall", "generator"]


def test_an_install_that_failed_is_tried_again(folder: Folder) -> None:
    failed = folder.make(NO_NETWORK="yes")
    assert failed.returncode != 0
    assert "requirements.lock: pip could not install it, expected" in failed.stderr
    assert folder.calls() == ["venv", "pip"]
    assert folder.make().returncode == 0
    assert folder.calls() == ["pip", "compileall", "generator"]


def test_an_environment_whose_python_is_gone_is_made_again(folder: Folder) -> None:
    folder.make()
    folder.calls()
    (folder.path / ".venv" / "bin" / "python").unlink()
    assert folder.make().returncode == 0
    assert folder.calls() == ["venv", "pip", "compileall", "generator"]


@pytest.mark.parametrize(
    ("words", "environment", "message"),
    [
        (["PYTHON=./gone"], {}, "Python: none found, expected 3.11 or newer. Install it"),
        ([], {"VERSION": "3.9"}, "Python: ./python is 3.9, expected 3.11 or newer. Install it"),
        ([], {"NO_VENV": "yes"}, "Type: sudo apt-get install python3.12-venv"),
    ],
    ids=["none", "too old", "without venv"],
)
def test_a_python_that_will_not_do_is_named(
    folder: Folder, words: list[str], environment: dict[str, str], message: str
) -> None:
    stopped = folder.make("site", *words, **environment)
    assert stopped.returncode != 0
    assert message in stopped.stderr
    assert not (folder.path / ".venv").exists()


def test_help_has_a_line_for_every_target(folder: Folder) -> None:
    shown = folder.make("help").stdout
    described = dict(re.findall(r"(?m)^  make ([\w-]+) +(\S.*)$", shown))
    assert described.keys() >= TARGETS
    declared = re.search(r"(?m)^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert declared is not None
    assert set(declared[1].split()) - {"FORCE", "debian"} == described.keys()


def test_goldens_are_not_accepted_under_ci() -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "pytest", "--accept", "--collect-only", __file__],
        cwd=ROOT,
        env={**os.environ, "CI": "true"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert refused.returncode == pytest.ExitCode.USAGE_ERROR
    assert "Run `make golden` on your own machine" in refused.stderr
