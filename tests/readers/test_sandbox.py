"""The sandbox: it is held to its time and memory, and the next file finds a new one."""

import json
import multiprocessing
import os
import subprocess
import sys

import pytest

from generator.bilingual import LANGS
from generator.phrases import file_remedy
from generator.readers import READERS, NotRead
from generator.readers.errors import NOT_READ_REASONS
from generator.readers.sandbox import Sandbox
from generator.readers.sandbox_main import reply
from tests.conftest import ROOT

PAGE = b"<p>1</p>"
NESTED = b"<div>" * 100_000  # a minute of work for the library that parses it


def test_time_is_limited_and_the_next_file_is_read() -> None:
    sandbox = Sandbox()
    with pytest.raises(NotRead, match="timed_out"):
        sandbox.read("html", NESTED, seconds=1)
    assert sandbox.read("html", PAGE).lines == ("1",)
    sandbox.stop()
    sandbox.stop()


def test_a_crash_is_no_crash_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = Sandbox()
    with monkeypatch.context() as patch:
        patch.setattr("generator.readers.sandbox._start", _crashing)
        with pytest.raises(NotRead, match="too_complex"):
            sandbox.read("html", PAGE)
    assert sandbox.read("html", PAGE).lines == ("1",)
    sandbox.stop()


def _crashing() -> subprocess.Popen[bytes]:
    program = "import os, sys; sys.stdin.buffer.read(8); os.abort()"
    return subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_a_fork_starts_its_own() -> None:
    assert READERS["html"](PAGE).lines == ("1",)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found = pool.map(_lines, [b"<p>%d</p>" % number for number in range(20)])
    assert found == [(str(number),) for number in range(20)]


def _lines(page: bytes) -> tuple[str, ...]:
    return READERS["html"](page).lines


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("html", b"<table><tr><td colspan=2>a<td>b</table>", [[[["a", 1, 2, 1], ["b", 1, 1, 1]]]]),
        ("docx", b"PK\x03\x04", "damaged"),
        ("pdf", b"%PDF-", "damaged"),
    ],
)
def test_an_answer_is_a_document_or_a_reason(kind: str, data: bytes, expected: object) -> None:
    message = json.loads(reply(kind, data))
    assert (message.get("grids") or message["not_read"]) == expected


def test_a_folder_of_texts_imports_nothing_heavy() -> None:
    program = (
        "import sys; from generator.readers import READERS; READERS['txt'](b'1');"
        "print({'mammoth', 'pdfplumber', 'selectolax', 'pypdfium2'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"


def test_every_reason_has_a_remedy() -> None:
    for lang in LANGS:
        assert all(file_remedy(reason, lang) for reason in NOT_READ_REASONS)
