"""Content folders for tests, and the program run on them as an operator does."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

from generator.cli import main
from generator.specimen import Specimen, written
from tests.conftest import ROOT

HEADER = (
    "file,division_code,name,kind,county,city,province,year,source_url,published_on,prefer,"
    "mask_lines,note"
)
CODE = "110118105"


class Content:
    """A content folder in the making, and the output folder beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path / "content"
        self.output = path / "site"
        (self.path / "reports").mkdir(parents=True)

    def report(self, name: str, text: str | bytes | Specimen = Specimen()) -> Path:  # noqa: B008
        """A file below `reports/`; by default a clean report of zeros."""
        data = written(text) if isinstance(text, Specimen) else text
        path = self.path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def register(self, *lines: str, header: str = HEADER) -> None:
        """The register with these lines."""
        (self.path / "reports.csv").write_text("\n".join([header, *lines, ""]), encoding="utf-8")

    def settings(self, text: str) -> None:
        """The settings file."""
        (self.path / "site.toml").write_text(text, encoding="utf-8")

    def build(self, *options: str) -> "Done":
        """Build it into the output folder."""
        return generator(*self.building, *options)

    @property
    def building(self) -> tuple[str, ...]:
        """What the program is told so that it builds it into the output folder."""
        return ("build", "--content", str(self.path), "--output", str(self.output))

    def page(self, path: str) -> str:
        """A file of the built site."""
        return (self.output / path).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Done:
    """What a run of the program said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The summary, line by line; nothing went wrong."""
        assert (self.code, self.err) == (0, ""), f"{self.code}\n{self.out}\n{self.err}"
        return self.out.splitlines()

    @property
    def complaint(self) -> str:
        """The one line of what the operator has to correct."""
        assert (self.code, self.out) == (2, ""), f"{self.code}\n{self.out}\n{self.err}"
        (line,) = self.err.splitlines()
        return line


def generator(*arguments: str, cwd: Path = ROOT) -> Done:
    """Run the program in this process, which has loaded what is heavy about it once.

    What it raises beside the mistakes of an operator is raised here.
    """
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return Done(code, *map(_written, (out, err)))


def _written(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def process(
    *arguments: str, cwd: Path = ROOT, under: Sequence[str] = (), **environment: str
) -> Done:
    """Run `python -m generator`, if need be `under` another command."""
    done = subprocess.run(
        [*under, sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
