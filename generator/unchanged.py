"""Whether anything has changed since the last build; if not, what that one said holds, and no more.

A finished build leaves a checksum of the states of all files that it was made from
(`generator/states.py`), but nothing when one of them was changed while it began.

Of the site it leaves what every build goes by: the states of its files as they were left
(`generator/staging.py`). A look at many files is what takes time here, so that two processes share
it: of a usual site one looks at what it was made from and a third of it, the other at the rest.
"""

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.bilingual import LANGS
from generator.forked import ahead
from generator.libreoffice import office_key
from generator.program import FOLDERS, ROOT
from generator.staging import FileStates, are_unchanged
from generator.states import State, is_settled, state_of
from generator.store import Store, folder_beside, key_of

_SAID = key_of("what the last build said")
_THIRDS = tuple(key_of("a third of the site as it was left", third) for third in range(3))
_MANY = 10_000  # files of a site that one process looks at as fast as two
_MAY_BE_LINKS = ("reports", "pages", *(f"pages/{lang}" for lang in LANGS))
_INSTALLED = (".dist-info", ".egg-info")


class _Said(NamedTuple):
    """What a build said, the checksum of what it was made from, and how many files it left."""

    sources: str
    summary: tuple[str, ...]
    files: int


_NOTHING = _Said("", (), 0)


class LastBuild:
    """What the last build of an output folder said, if it was like the one that begins now.

    It is to be made before anything is read. `options` are those that the site depends on;
    `summary` has a line each, and none when there is something to build.
    """

    def __init__(self, content: Path, output: Path, *options: object) -> None:
        self._output = output
        self._store = Store(folder_beside(output))
        said = self._store.get(_SAID, _Said) or _NOTHING
        first, *others = _THIRDS
        rest = partial(self._stand, *others)
        with ahead(rest) if said.files >= _MANY else nullcontext(rest) as rest_stands:
            begun = time.time_ns()
            states, changed = zip(*_states(content), strict=True)
            self._sources = key_of(options, tuple(_circumstances(content)), "\0".join(states))
            self._is_settled = is_settled(max(changed), begun)
            is_same = said.sources == self._sources and self._stand(first) and rest_stands()
        self.summary: Sequence[str] = said.summary if is_same else ()

    def _stand(self, *parts: str) -> bool:
        """Whether every file of some parts of the site is as it was left."""
        kept = (self._store.get(part, tuple) for part in parts)
        return all(
            groups is not None and all(are_unchanged(self._output, group) for group in groups)
            for groups in kept
        )

    def keep(self, lines: Iterable[str], site: Iterable[FileStates]) -> None:
        """Keep what a build would say that comes right after this one, which is done."""
        if not self._is_settled:
            return
        groups = tuple(site)
        for third, key in enumerate(_THIRDS):
            self._store.put(key, groups[third :: len(_THIRDS)])
        files = sum(group.paths.count("\n") for group in groups)
        self._store.put(_SAID, _Said(self._sources, tuple(lines), files))


def _circumstances(content: Path) -> Iterator[object]:
    """What a site depends on beside files: who may read, with what, and whether a day has come."""
    yield sys.version
    yield sorted(_installed())
    yield office_key()
    yield getattr(os, "geteuid", int)()
    yield str(datetime.now(UTC).date()) if (content / "corrections.csv").exists() else ""


def _installed() -> Iterator[str]:
    """The libraries with their versions."""
    for place in sys.path:
        if os.path.isdir(place):  # noqa: PTH112 - a path would cost more than the answer
            yield from (name for name in os.listdir(place) if name.endswith(_INSTALLED))  # noqa: PTH208


def _states(content: Path) -> Iterator[State]:
    """The states of the program and of the content, in an order of their own."""
    for folder in FOLDERS:
        yield from (state for state in _below(str(ROOT / folder)) if "__pycache__" not in state[0])
    yield from _below(str(content.absolute()))
    for place in map(content.joinpath, _MAY_BE_LINKS):
        if place.is_symlink():
            yield from _below(str(place.resolve()))


def _below(folder: str) -> Iterator[State]:
    """The states of all that lies in a folder or below it, links to folders not followed."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:  # names alone: an entry for each would keep all that was asked of it
            names = sorted(os.listdir(here))  # noqa: PTH208
        except OSError as error:
            yield f"{here} {error.errno}", 0
            continue
        for name in names:
            path = f"{here}/{name}"
            try:
                status = os.lstat(path)
            except OSError as error:
                yield f"{path} {error.errno}", 0
                continue
            if stat.S_ISDIR(status.st_mode):  # what is in it has states of its own
                waiting.append(path)
                yield f"{path} {status.st_mode} {status.st_uid} {status.st_gid}", 0
            else:
                yield state_of(path, status)
            if stat.S_ISLNK(status.st_mode):
                yield _led_to(os.path.realpath(path))


def _led_to(path: str) -> State:
    """The state of what a link leads to in the end."""
    try:
        return state_of(path, os.lstat(path))
    except OSError as error:
        return f"{path} {error.errno}", 0
