"""Old Word files → docx, by LibreOffice without a window.

It gets a profile of its own that is thrown away, macros and links switched off, and runs in a
process group of its own, so that all of it ends when its time is over.
"""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.libreoffice import program
from generator.readers.errors import NotRead
from generator.readers.sniff import ContentKind

SECONDS = 60.0
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = 512  # where the text of nearly every .doc starts; its flags follow
_FLAG_ENCRYPTED = 1
_SMALLEST = 1536  # bytes: a compound file has a head, a table of sectors and a directory

_WRITER = "/org.openoffice.Office.Writer/Content/Update"
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
# A document may name addresses and files to take in. Nothing of it is followed: not on opening,
# not as active content, and what would still leave the machine is sent to a closed port.
_SETTINGS = (
    (_WRITER, "Link", "int", "2"),
    (_SECURITY, "DisableMacrosExecution", "boolean", "true"),
    (_SECURITY, "MacroSecurityLevel", "int", "3"),
    (_SECURITY, "DisableActiveContent", "boolean", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "boolean", "true"),
    (_INTERNET, "ooInetProxyType", "int", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "string", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "int", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "string", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "int", "9"),
)


def to_docx(data: bytes, kind: ContentKind) -> bytes:
    """One file as docx; NotRead when it is locked, cannot be opened or takes too long."""
    if kind is ContentKind.OLE and is_encrypted(data):
        raise NotRead("encrypted")
    # LibreOffice would take one that is too small for a plain text.
    if kind is ContentKind.OLE and len(data) < _SMALLEST:
        raise NotRead("damaged")
    (converted,) = convert([(data, kind)])
    if converted is None:
        raise NotRead("damaged")
    return converted


def convert(
    files: Sequence[tuple[bytes, ContentKind]], seconds: float = SECONDS
) -> list[bytes | None]:
    """Files in one run of LibreOffice, as docx; None for those that it could not open.

    Most of a run is its start, so many files in one call take a fraction of the time for each.
    """
    office = program()
    if office is None:
        raise NotRead("needs_libreoffice")
    with tempfile.TemporaryDirectory(prefix="reports-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write_profile(folder / "profile")
        sources = list(_write_sources(folder, files))
        _run([office, *_options(folder), *map(str, sources)], folder, seconds)
        return [_result(folder / "out" / f"{source.stem}.docx") for source in sources]


def is_encrypted(data: bytes) -> bool:
    """Whether a compound file says that it is locked: new Word's way, or old Word's."""
    if _ENCRYPTED_PACKAGE in data:
        return True
    head = data[_WORD_STREAM : _WORD_STREAM + 12]
    return head[:2] == b"\xec\xa5" and len(head) == 12 and bool(head[11] & _FLAG_ENCRYPTED)


def _options(folder: Path) -> Iterator[str]:
    yield f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    yield from ("--headless", "--norestore", "--nolockcheck", "--nodefault")
    yield from ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"))


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse" oor:type="xs:{kind}">'
        f"<value>{value}</value></prop></item>"
        for path, name, kind, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n',
        encoding="utf-8",
    )


def _write_sources(folder: Path, files: Sequence[tuple[bytes, ContentKind]]) -> Iterator[Path]:
    """Under names of our own, with the suffix that the content deserves."""
    (folder / "in").mkdir()
    for number, (data, kind) in enumerate(files):
        source = folder / "in" / f"{number}.{kind}"
        source.write_bytes(data)
        yield source


def _run(command: list[str], folder: Path, seconds: float) -> None:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise NotRead("timed_out") from None
    finally:
        if process.returncode is None:
            _end(process)


def _environment(folder: Path) -> dict[str, str]:
    """Only what LibreOffice needs: nothing of the session, no display, no way out."""
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")
    passed = {name: os.environ[name] for name in kept if name in os.environ}
    closed = "http://127.0.0.1:9"
    return passed | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": closed,
        "https_proxy": closed,
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the starter and what it started, which outlives it when only one of them is killed."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, ProcessLookupError, PermissionError):  # none left, or not POSIX
        process.kill()
    process.wait()


def _result(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
