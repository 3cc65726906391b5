"""A folder elsewhere, by an address that fsspec knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from generator.errors import UsageError

_BATCH = 200  # files that an object store may be asked for at once

Info = Mapping[str, Any]  # what a file system says of a file


class Address:
    """A folder elsewhere. Whatever fails there is an OperatorError."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._fs = _opened(text)

    def listed(self) -> dict[str, Info]:
        """What the file system says of each file, by its path below the address."""
        with self._answering():
            found = dict(_listed(self._fs))
        for path in found:
            if {"", ".", ".."} & set(path.split("/")) or "\0" in path:
                raise UsageError(
                    self.text, f"holds {path!r}, which is no name of a file", "Rename it there."
                )
        return found

    def get(self, paths: Sequence[str], folder: Path) -> None:
        """Bring files into a folder."""
        here = [folder / path for path in paths]
        for parent in {path.parent for path in here}:
            parent.mkdir(parents=True, exist_ok=True)
        with self._answering():
            if self._fs.fs.async_impl:  # many at once
                self._fs.get(list(paths), list(map(str, here)))
                return
            for path, place in zip(paths, here, strict=True):
                self._fs.get_file(path, str(place))

    def put(self, folder: Path, paths: Sequence[str]) -> None:
        """Send files of a folder."""
        here = [str(folder / path) for path in paths]
        with self._answering():
            if self._fs.fs.async_impl:
                self._fs.put(here, list(paths))
                return
            for parent in sorted({str(PurePosixPath(path).parent) for path in paths}):
                self._fs.makedirs("" if parent == "." else parent, exist_ok=True)
            for place, path in zip(here, paths, strict=True):
                self._fs.put_file(place, path)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        with self._answering():
            data: bytes = self._fs.cat_file(path)
        return data

    def write(self, path: str, data: bytes) -> None:
        """Make or replace a file."""
        with self._answering():
            if not self._fs.fs.async_impl:
                self._fs.makedirs("", exist_ok=True)
            self._fs.pipe_file(path, data)

    def remove(self, path: str) -> None:
        """Remove a file."""
        with self._answering():
            self._fs.rm_file(path)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # each protocol has errors of its own
            raise UsageError(
                self.text,
                f"could not be read or written: {_said(error)}",
                "Check the address, the network connection and the right to use it, "
                "then build again.",
            ) from error


def _opened(address: str) -> Any:
    """A file system whose root is the address."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - only where it is installed
        from fsspec.implementations.dirfs import DirFileSystem  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            address,
            "the package fsspec, which knows addresses, is not installed",
            "Type: .venv/bin/python -m pip install --requirement requirements-test.lock",
        ) from None
    try:
        fs, root = url_to_fs(address, skip_instance_cache=True)
        return DirFileSystem(path=root or "/", fs=fs, skip_instance_cache=True)
    except ImportError as error:
        raise UsageError(
            address,
            f"a package for such addresses is not installed ({_said(error)})",
            "Install it beside fsspec: .venv/bin/python -m pip install PACKAGE",
        ) from None
    except Exception as error:
        raise UsageError(
            address,
            f"could not be opened: {_said(error)}",
            "Expected an address that fsspec knows, such as s3://bucket/folder. "
            "Correct it, or check the network connection.",
        ) from error


def _said(error: BaseException) -> str:
    """The words of an error on one line."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__


def _listed(fs: Any) -> Iterator[tuple[str, Info]]:
    """All files below the root of a file system.

    One that lists them at once is asked to; `find` of the others leaves out what did not answer,
    and files would be taken for removed.
    """
    from fsspec import AbstractFileSystem  # noqa: PLC0415
    from fsspec.asyn import AsyncFileSystem  # noqa: PLC0415

    kind = type(fs.fs)
    finds = getattr(kind, "_find", kind.find)
    if finds not in (AbstractFileSystem.find, vars(AsyncFileSystem)["_find"]):
        found: Iterable[Info] = fs.find("", detail=True).values()
        yield from ((one["name"], one) for one in found if one.get("type") == "file")
        return
    waiting, seen = [""], {""}
    while waiting:
        try:
            found = fs.ls(waiting.pop(), detail=True)
        except FileNotFoundError:
            if len(seen) > 1:
                raise
            return  # there is nothing yet
        for one in found:
            name = one["name"].rstrip("/")
            if one["type"] == "file":
                yield name, one
            elif one["type"] == "directory" and name not in seen:
                seen.add(name)
                waiting.append(name)


def batches(paths: Iterable[str]) -> Iterator[list[str]]:
    """Files by so many as are asked for at once."""
    remaining = iter(paths)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
