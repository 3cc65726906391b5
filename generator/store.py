"""Results of earlier work by key, in a folder of its own beside the output, never inside it.

A key is a checksum of all that a result follows from, so a result cannot be out of date: it is
there, or it is worked out again. What is damaged, or no file, counts as not there, and a build that
was killed leaves nothing half written, so the folder may be deleted at any time.
"""

import marshal
import os
import pickle
import shutil
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cache
from hashlib import sha256
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar, cast

_DIGEST = 32  # bytes of SHA-256 before each result


def folder_beside(output: Path) -> Path:
    """Where results are kept for the builds of an output folder."""
    place = Path(os.path.abspath(output))  # noqa: PTH100 - `.` and `..` have no names of their own
    return place.parent / f".{place.name}.cache"


Result = TypeVar("Result")


class Store:
    """A folder of pickled results. It is only ever read by the program that wrote it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, kind: type[Result]) -> Result | None:
        """The result of a key; None when it is not there, damaged, or of another kind."""
        try:
            with open(f"{self.folder}/{key[:2]}/{key}", "rb") as file:  # noqa: PTH123 - very many
                data = file.read()
        except OSError:
            return None
        body = data[_DIGEST:]
        if _digest(key, body) != data[:_DIGEST]:
            return None
        try:
            result: object = pickle.loads(body)  # noqa: S301 - the checksum stands before
        except (AttributeError, ImportError, TypeError):
            return None  # another version of the program has kept it
        return result if isinstance(result, kind) else None

    def holds(self, key: str) -> bool:
        """Whether there is something under a key, if only it is not damaged."""
        return (self.folder / key[:2] / key).is_file()

    def result(self, key: str, make: Callable[[], Result]) -> Result:
        """What is kept under a key, else what is made, and kept from now on."""
        kept = self.get(key, object)
        if kept is not None:
            return cast("Result", kept)
        made = make()
        self.put(key, made)
        return made

    def put(self, key: str, result: object) -> None:
        """Keep a result; another process, also of another machine, may do so at the same time."""
        body = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        place = f"{self.folder}/{key[:2]}/{key}"  # as text, for there are very many
        unfinished = f"{place}.{os.urandom(8).hex()}"
        try:
            file = open(unfinished, "wb")  # noqa: PTH123, SIM115 - closed below
        except OSError:
            self._make_room(key)
            file = open(unfinished, "wb")  # noqa: PTH123, SIM115
        with file:
            file.write(_digest(key, body))
            file.write(body)
        try:
            os.replace(unfinished, place)  # noqa: PTH105
        except IsADirectoryError:
            shutil.rmtree(place, ignore_errors=True)
            os.replace(unfinished, place)  # noqa: PTH105

    def _make_room(self, key: str) -> None:
        """The folder of a result; what has its name and is no folder is not of ours."""
        folder = self.folder / key[:2]
        if folder.exists() and not folder.is_dir():
            folder.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, keys: Iterable[str]) -> None:
        """Drop every result but those of some keys, and what killed builds left unfinished."""
        kept = set(keys)
        for folder, _, names in os.walk(self.folder):
            for name in names:
                if name not in kept:
                    Path(folder, name).unlink(missing_ok=True)


def _digest(key: str, body: bytes) -> bytes:
    """A checksum by which neither a damaged result nor that of another key is taken for one."""
    digest = sha256(key.encode())
    digest.update(body)
    return digest.digest()


def key_of(*values: Any) -> str:
    """A checksum of values: of data classes and of what is built into Python, in any nesting.

    Equal values have the same key in every process, which neither `hash` nor `pickle` promise.
    """
    try:
        data = marshal.dumps(values, _BY_VALUE)
    except ValueError:  # something in it is of no type of Python's own
        data = _MADE_PLAIN + marshal.dumps(_plain(values), _BY_VALUE)
    return sha256(data).hexdigest()


_BY_VALUE = 2  # later versions of the format also say which parts are one and the same object
_MADE_PLAIN = b"\0"  # with which `marshal` begins nothing
_ATOMS = (str, int, float, bool, bytes, type(None))


def _plain(value: object) -> Any:
    """A value as atoms and tuples; what else it is made of is a list that begins with its type."""
    kind: type = type(value)
    return _maker(kind)(value)


@cache
def _maker(kind: type) -> Callable[[Any], Any]:
    """How values of a type are made plain, their parts in an order of their own."""
    if kind in _ATOMS:
        return lambda value: value
    if kind is tuple:
        return lambda value: tuple(map(_plain, value))
    name, parts_of = kind.__name__, _parts_of(kind)
    if parts_of is None:
        return lambda value: [name, repr(value)]
    return lambda value: [name, *map(_plain, parts_of(value))]


def _parts_of(kind: type) -> Callable[[Any], Iterable[object]] | None:
    """How to find what values of a type are made of."""
    from dataclasses import fields, is_dataclass  # noqa: PLC0415 - where nothing changed none is met

    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names)
        return values if len(names) > 1 else lambda value: (values(value),)
    if issubclass(kind, Enum):
        return lambda value: (value.name,)
    if issubclass(kind, tuple | list):
        return iter
    if issubclass(kind, Mapping):
        return lambda value: chain.from_iterable(value.items())
    if issubclass(kind, AbstractSet):
        return lambda value: sorted(map(key_of, value))
    return None
