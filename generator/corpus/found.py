"""Every file below `reports/`, and which of them may be opened.

All are listed, but for what programs leave behind on their own and what is never a report:

- files of operating systems: `.DS_Store`, `._*`, `Icon` with a line break, `.localized`,
  `Thumbs.db`, `ehthumbs.db`, `desktop.ini`, `.directory`, `.nfs*`, `.fuse_hidden*`;
- locks and scraps of office programs and editors: `~$*`, `.~*`, `~WRL0001.tmp`, `.*.swp`;
- `.git`, `.gitignore`, `.gitattributes`, `.gitkeep`, `.keep`;
- folders with all that is in them: `.git`, `.hg`, `.svn`, `__MACOSX`, `.Trash*`, `.fseventsd`,
  `.Spotlight-V100`, `.TemporaryItems`, `$RECYCLE.BIN`, `System Volume Information`, `@eaDir`,
  `lost+found`.

A link is followed to a regular file that lies below the folder itself, and nowhere else. What is
no regular file is never opened: a pipe would keep a build waiting for ever.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.errors import UsageError
from generator.regex import regex

LARGEST_FILE = 20_000_000
_LEFT_BEHIND = regex(
    r"\.DS_Store|\._.*|Icon\r|\.localized|(?:eh)?Thumbs\.db|desktop\.ini|\.directory|\.nfs[0-9a-f]+"
    r"|\.fuse_hidden.*|~\$.*|\.~.*|~WR[A-Z]\d+\.tmp|\..*\.sw[op]"
    r"|\.git(?:ignore|attributes|keep)?|\.keep",
    re.IGNORECASE | re.DOTALL,
)
_FOLDERS_LEFT_BEHIND = regex(
    r"\.git|\.hg|\.svn|__MACOSX|\.Trash(?:es|-\d+)?|\.fseventsd|\.Spotlight-V100|\.TemporaryItems"
    r"|\$RECYCLE\.BIN|System Volume Information|@eaDir|lost\+found",
    re.IGNORECASE,
)
_NOTHING = 0
# Controls, line ends, and bytes that are not UTF-8; a backslash only where it would read as one.
_NOT_SHOWN = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|\\(?=x[0-9a-f]{2})")


class Found(NamedTuple):
    """A file below the folder: its name, its place, and why it is not opened, if it is not.

    `target` is the name of the file that a link leads to. A folder is only found when it cannot be
    opened; its name ends in a slash.
    """

    name: str
    place: str
    refusal: str = ""
    target: str = ""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.place)


def found_below(folder: Path) -> dict[str, Found]:
    """All files by name, in the order of their names; OSError when the folder cannot be opened."""
    home = folder.resolve()
    return {one.name: one for one in sorted(_walk(home), key=lambda one: one.name)}


def existing(path: Path) -> Path:
    """A path that the operator names when it is a file; UsageError when nothing can be read."""
    if path.is_dir():
        raise UsageError(str(path), "is a folder, expected a file", "Name one of the files in it.")
    if not path.is_file():
        raise UsageError(str(path), "no such file", "Check its name and its folder.")
    return path


def is_left_behind(name: str) -> bool:
    """Whether programs leave files of this name behind on their own."""
    return bool(_LEFT_BEHIND.fullmatch(name))


def bytes_of(path: Path) -> tuple[int, bytes | None]:
    """Size and bytes of a regular file, None when it is too large; else OSError."""
    with open(path, "rb", opener=_without_waiting) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError
        if status.st_size > LARGEST_FILE:
            return status.st_size, None
        data = file.read(LARGEST_FILE + 1)  # it may have grown
        return len(data), data if len(data) <= LARGEST_FILE else None


def _without_waiting(path: str, flags: int) -> int:
    """Open a file at once: it may have become a pipe since it was found."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _walk(home: Path) -> Iterator[Found]:
    """In no order and without recursion, as folders may lie in each other a thousand deep."""
    waiting = [(str(home), "")]
    while waiting:
        here, inside = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = list(found)
        except OSError:
            if not inside:
                raise
            yield Found(shown(inside), here, "closed_folder")
            continue
        for entry in entries:
            mode = _mode_listed(entry)
            if not stat.S_ISDIR(mode):
                if not is_left_behind(entry.name):
                    yield _file(entry, f"{inside}{entry.name}", mode, home)
            elif not _FOLDERS_LEFT_BEHIND.fullmatch(entry.name):
                waiting.append((entry.path, f"{inside}{entry.name}/"))


def _file(entry: os.DirEntry[str], plain: str, mode: int, home: Path) -> Found:
    """What is known of what is no folder, by its path below the home."""
    name = shown(plain)
    if name != plain:
        return Found(name, entry.path, "unusable_name")
    if stat.S_ISLNK(mode):
        return _link(name, Path(os.path.realpath(entry.path)), home)
    return Found(name, entry.path, _no_file(mode) or _hidden(name))


def _link(name: str, real: Path, home: Path) -> Found:
    refusal = _not_followed(real, home) or _hidden(name)
    target = "" if refusal else shown(real.relative_to(home).as_posix())
    return Found(name, str(real), refusal, target)


def _not_followed(real: Path, home: Path) -> str:
    """Why a link is not followed to where it leads; of what lies outside nothing is asked."""
    if not real.is_relative_to(home):
        return "link_outside"
    mode = _mode(real)
    if mode == _NOTHING or stat.S_ISLNK(mode):  # in a circle, the last step is a link
        return "broken_link"
    return "link_to_folder" if stat.S_ISDIR(mode) else _no_file(mode)


def _no_file(mode: int) -> str:
    """Why a path of this mode is not opened; one that cannot be asked is tried."""
    return "" if mode == _NOTHING or stat.S_ISREG(mode) else "not_a_file"


def _mode(path: Path) -> int:
    """What a path itself is, without following it; `_NOTHING` when it cannot be asked."""
    try:
        return path.lstat().st_mode
    except OSError:
        return _NOTHING


def _mode_listed(entry: os.DirEntry[str]) -> int:
    """The same of what a folder lists, which mostly tells that it is a file."""
    try:
        if entry.is_file(follow_symlinks=False):
            return stat.S_IFREG
        return entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return _NOTHING


def _hidden(name: str) -> str:
    return "hidden" if "/." in f"/{name}" else ""


def shown(name: str) -> str:
    """The name on one line of plain text, and no other name like it: `\\x0a` for a line break."""
    return _NOT_SHOWN.sub(
        lambda found: "".join(f"\\x{byte:02x}" for byte in os.fsencode(found[0])), name
    )
