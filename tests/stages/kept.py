"""What a build has kept for the next, and how it is lost."""

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.content import Content


def kept(content: Content, kind: type) -> Iterator[Path]:
    """Where results of a kind are kept."""
    for path in _folder(content.output).glob("*/*"):
        body = path.read_bytes()[32:]
        if isinstance(pickle.loads(body), kind):  # noqa: S301 - a build has just made it
            yield path


def forget(output: Path) -> None:
    """Remove a site and all that was kept of it."""
    for folder in (output, _folder(output)):
        shutil.rmtree(folder, ignore_errors=True)


def _folder(output: Path) -> Path:
    return output.with_name(f".{output.name}.cache")
