"""What a build has kept for the next, how it is lost, and what comes of a build without it."""

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.content import Content, generator, snapshot


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


def made_afresh(content: Content) -> dict[str, bytes]:
    """What a build gives that has nothing to go by."""
    fresh = content.output.with_name("fresh")
    forget(fresh)
    done = generator("build", "--content", str(content.path), "--output", str(fresh))
    assert done.code == 0, done.err
    return snapshot(fresh)


def _folder(output: Path) -> Path:
    return output.with_name(f".{output.name}.cache")
