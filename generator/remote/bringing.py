"""Content that lies at an address, brought into a folder of ours."""

import os
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.errors import ContentError, UsageError
from generator.progress import Progress
from generator.remote.address import Address, Info, batches
from generator.store import Store, folder_beside, key_of
from generator.writer import remove

_KEY = key_of("brought")
_SAYS_NOTHING = {
    *("name", "type", "size"),
    # When a file was read last, by the names that file systems have for it.
    *("time", "atime", "accessTime", "last_access_time", "last_accessed_on"),
}


def bring(source: Address, folder: Path, progress: Progress) -> None:
    """Make a folder of ours hold the files of an address, and no others.

    A file is brought when the file system says another thing of it than last time, or nothing that
    would tell, or when the copy is not as it was left.
    """
    store = Store(folder_beside(folder))
    known = store.get(_KEY, dict)
    if known is None:
        if folder.exists() and any(folder.iterdir()):
            raise UsageError(
                str(folder),
                "holds files that this program did not bring",
                "Empty it or choose another folder with --work.",
            )
        known = {}
    states = {path: _state(source.text, info) for path, info in source.listed().items()}
    if not any(path.startswith("reports/") for path in states):
        raise ContentError(
            f"{source.text.rstrip('/')}/reports",
            "no files there",
            "Correct the address, or put report files there.",
        )
    store.put(_KEY, known)  # from now on the folder is ours
    for path in _files(folder) - states.keys():
        remove(folder / path, folder)
    new = [
        path
        for path, state in states.items()
        if not state or known.get(path) != (state, _copy(folder / path))
    ]
    for batch in batches(progress(new, "bringing content", len(new))):
        source.get(batch, folder)
    store.put(_KEY, {path: (state, _copy(folder / path)) for path, state in states.items()})


def _state(address: str, info: Info) -> str:
    """What a file system says of a file, "" when it says nothing that would tell of a change."""
    told = sorted((key, str(value)) for key, value in info.items() if key not in _SAYS_NOTHING)
    return key_of(address, info.get("size"), told) if told else ""


def _copy(path: Path) -> tuple[int, int] | None:
    """The size and time of a file of ours."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _files(folder: Path) -> AbstractSet[str]:
    return {
        Path(here, name).relative_to(folder).as_posix()
        for here, _, names in os.walk(folder)
        for name in names
    }
