"""A copy of the program that may be changed, and what its builds take."""

import re
import shutil
import sys
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.site.usage import Usage, run, succeeded

ROOT = Path(__file__).parents[3]
_PARTS = ("generator", "site_templates")
_CHANGED = Path("site_templates", "pages", "report.html")
_MAIN = "{% block main %}"
_COUNTS = re.compile(r"(\d+) files written, (\d+) unchanged, (\d+) removed")


class Counts(NamedTuple):
    """Files of the output that a build wrote, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took and did."""

    usage: Usage
    counts: Counts


class Program:
    """The program below a folder of the benchmark; the working tree is never touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in _PARTS:
            shutil.copytree(ROOT / part, folder / part)
        compile_dir(folder / "generator", quiet=1)

    def build(self, content: Path, site: Path) -> Built:
        """Build as an operator does. All that is kept for a next time lies beside `site`."""
        command = [*_COMMAND, "build", "--content", str(content), "--output", str(site)]
        ran = succeeded(command, self.folder, {"XDG_CACHE_HOME": str(site.parent / "cache")})
        found = _COUNTS.search(ran.printed)
        if found is None:
            raise ValueError(f"the build did not say what it wrote:\n{ran.printed}")
        return Built(ran.usage, Counts(*map(int, found.groups())))

    def change_a_template(self, _: int) -> None:
        """Change the template of the most numerous pages so that each of them differs."""
        path = self.folder / _CHANGED
        before = path.read_text(encoding="utf-8")
        after = before.replace(_MAIN, f"{_MAIN}<!-- changed -->", 1)
        if after == before:
            raise ValueError(f"{_CHANGED}: no {_MAIN} in it")
        path.write_text(after, encoding="utf-8")

    def help(self) -> Usage:
        """What `--help` takes."""
        return succeeded([*_COMMAND, "--help"], self.folder).usage

    def mistake(self) -> Usage:
        """What it takes to refuse a content folder that is not there."""
        ran = run([*_COMMAND, "build", "--content", "nowhere"], self.folder)
        if ran.code != 2:
            raise ValueError(f"a mistake ended with {ran.code}, expected 2:\n{ran.printed}")
        return ran.usage


_COMMAND = (sys.executable, "-m", "generator")
