"""The only writer: a folder that changes only where the site has changed, and only at the end.

Files that are new or differ are staged beside the output and moved into place when the whole site
is made, so a build that fails leaves the old site as it was. A list of what was written is kept in
`.manifest`; only files of that list are ever removed.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.errors import UsageError

MANIFEST = ".manifest"


@dataclass(slots=True)
class Counts:
    """What a build did to the output folder."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


class Writer:
    """Writes a site into a folder; use as a context manager."""

    def __init__(self, output: Path, content: Path) -> None:
        self.output = output
        self.counts = Counts()
        self._paths: set[str] = set()
        self._known = _check(output, content)
        self._staged = output.parent / f".{output.name}.staged"

    def __enter__(self) -> Self:
        shutil.rmtree(self._staged, ignore_errors=True)  # what a killed build left behind
        self._staged.mkdir(parents=True)
        return self

    def write(self, path: str, data: bytes) -> None:
        """Add one file of the site; a path is written once."""
        if path in self._paths:
            raise ValueError(f"{path} is written twice")
        self._paths.add(path)
        present = self.output / path
        if path in self._known and present.is_file() and present.read_bytes() == data:
            self.counts.unchanged += 1
            return
        self.counts.written += 1
        staged = self._staged / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(data)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._publish()
        finally:
            shutil.rmtree(self._staged, ignore_errors=True)

    def _publish(self) -> None:
        for staged in sorted(self._staged.rglob("*")):
            if staged.is_file():
                target = self.output / staged.relative_to(self._staged)
                target.parent.mkdir(parents=True, exist_ok=True)
                staged.replace(target)
        for path in sorted(self._known - self._paths):
            self._remove(self.output / path)
        listed = "".join(f"{path}\n" for path in sorted(self._paths))
        (self.output / MANIFEST).write_text(listed, encoding="utf-8", newline="\n")

    def _remove(self, path: Path) -> None:
        if path.is_file():
            path.unlink()
            self.counts.removed += 1
        for folder in path.parents:
            if folder == self.output or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _check(output: Path, content: Path) -> set[str]:
    """The files of an earlier build; UsageError when the folder holds somebody else's."""
    inside, outside = output.resolve(), content.resolve()
    if inside == outside or inside.is_relative_to(outside) or outside.is_relative_to(inside):
        raise UsageError(
            str(output), f"lies inside or around {content}", "Choose a folder of its own."
        )
    if output.exists() and not output.is_dir():
        raise UsageError(str(output), "is a file, expected a folder", "Choose another name.")
    manifest = output / MANIFEST
    if manifest.is_file():
        return set(manifest.read_text(encoding="utf-8").split("\n")) - {""}
    if output.is_dir() and any(not path.name.startswith(".") for path in output.iterdir()):
        raise UsageError(
            str(output),
            "holds files that this program did not write",
            "Empty it or choose another folder with OUTPUT=.",
        )
    return set()
