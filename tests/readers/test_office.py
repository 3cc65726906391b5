"""Old Word files: one by one and many at once, without LibreOffice, and kept to themselves."""

import os
import socket
import time
from pathlib import Path
from threading import Thread

import pytest

from generator.readers import READERS, NotRead
from generator.readers.office import convert, is_encrypted
from generator.readers.sniff import ContentKind
from tests.readers.files import FILES

OLD = (FILES / "044.doc").read_bytes()


def _rtf(text: str) -> bytes:
    return rf"{{\rtf1\ansi\ansicpg936 {text}}}".encode("gbk")


def test_rich_text_is_read() -> None:
    table = r"\trowd\cellx900\cellx1800\intbl A\cell 12\cell\row\pard"
    document = READERS["rtf"](_rtf(rf"\'d2\'bb\par {table}"))
    assert document.lines == ("一", "A | 12")
    assert document.encoding == "utf-8"


def test_many_files_are_converted_in_one_run() -> None:
    results = convert(
        [(OLD, ContentKind.OLE), (_rtf("a"), ContentKind.RTF), (OLD[:3000], ContentKind.OLE)]
    )
    assert [result is None for result in results] == [False, False, True]


def test_without_libreoffice_the_reason_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOFFICE", "no-such-program")
    with pytest.raises(NotRead, match="needs_libreoffice"):
        READERS["doc"](OLD)


def test_it_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "slow"
    program.write_text(f'#!/bin/sh\nsleep 300 & echo "$!" > {tmp_path}/pid\nwait\n')
    program.chmod(0o755)
    monkeypatch.setenv("SOFFICE", str(program))
    with pytest.raises(NotRead, match="timed_out"):
        convert([(OLD, ContentKind.OLE)], seconds=1)
    child = int((tmp_path / "pid").read_text())
    for _ in range(100):
        if not Path(f"/proc/{child}").exists():
            break
        time.sleep(0.1)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize(
    "data",
    [
        OLD[:512] + b"\xec\xa5" + OLD[514:523] + bytes([OLD[523] | 1]) + OLD[524:],
        OLD[:2048] + "EncryptedPackage".encode("utf-16-le") + OLD[2048:],
    ],
)
def test_a_locked_file_is_told_from_a_damaged_one(data: bytes) -> None:
    assert not is_encrypted(OLD)
    with pytest.raises(NotRead, match="encrypted"):
        READERS["doc"](data)


def test_nothing_that_a_file_points_to_is_taken_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls: list[object] = []
        server.settimeout(0.2)
        Thread(target=_accept, args=(server, calls), daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        fields = (
            rf'{{\field{{\*\fldinst INCLUDETEXT "{secret.as_posix()}"}}{{\fldrslt old}}}}',
            rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/p.png" \\d}}{{\fldrslt }}}}',
            rf"{{\*\template {address}/t.dot}}",
        )
        document = READERS["rtf"](_rtf(f"A {''.join(fields)} C"))
    assert "A" in document.lines[0]
    assert "SECRET" not in "".join(document.lines)
    assert calls == []


def _accept(server: socket.socket, calls: list[object]) -> None:
    while server.fileno() >= 0:
        try:
            calls.append(server.accept())
        except TimeoutError:
            continue
        except OSError:
            return
