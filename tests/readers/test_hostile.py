"""Files made to do harm, or broken in every way: a document or a reason, and soon.

They are read in another process, so that a test can say how much memory was ever needed.
"""

import random
import resource
import subprocess
import sys
from collections.abc import Callable

import pytest

from generator.readers import READERS, NotRead
from tests.conftest import ROOT
from tests.readers.conftest import Printer
from tests.readers.files import FILES, package, paragraph, row, table, word

SECONDS = 150  # far more than any of them takes, on any machine
MEGABYTES = 1024 * 1024
DIGITS = b"1234567890" * 5_000_000

NOISE = random.Random(1).randbytes(100_000)  # noqa: S311

WORD = (FILES / "039.docx").read_bytes()
OLD = (FILES / "044.doc").read_bytes()

# Ten entities, each ten times the one before it.
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(10))
    + "]><a>&a10;</a>"
)


def outcome(extension: str, data: bytes) -> str:
    """`read`, or the reason why not; anything else that is raised fails the test."""
    try:
        document = READERS[extension](data)
    except NotRead as error:
        return error.reason
    for grid in document.grids:
        assert all(0 < cell.line <= len(document.lines) for row in grid for cell in row)
        assert all(0 < cell.columns <= 100 and cell.rows > 0 for row in grid for cell in row)
    return "read"


def outcome_elsewhere(extension: str, data: bytes) -> tuple[str, int]:
    """The outcome in a process of its own, and the most memory of it or its sandbox, in bytes.

    What `getrusage` says of a process begins with the memory of the one that started it.
    """
    program = (
        "import re, resource, sys\n"
        "from pathlib import Path\n"
        "from tests.readers.test_hostile import outcome\n"
        f"print(outcome({extension!r}, sys.stdin.buffer.read()))\n"
        "from generator.readers.sandbox import SANDBOX; SANDBOX.stop()\n"
        "own = re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())\n"
        "sandbox = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(max(int(own[1]), sandbox) * 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        input=data,
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    reason, memory = done.stdout.split()
    return reason.decode(), int(memory)


def _fonts(count: int) -> bytes:
    """Each paragraph opens every font again: the tree is the square of the text."""
    fonts = b"".join(b"<font a=%d>" % number for number in range(count))
    return b"<p>" + fonts + b"<p>x" * count


CASES: dict[str, tuple[str, Callable[[], bytes], set[str]]] = {
    "digits as text": ("txt", lambda: DIGITS, {"read"}),
    "digits as a page": ("html", lambda: b"<p>" + DIGITS, {"read"}),
    "tables in tables": ("html", lambda: b"<table>" * 100_000, {"read"}),
    "cells in cells": ("html", lambda: b"<table><tr><td>1" * 100_000, {"read"}),
    "blocks in blocks": ("html", lambda: b"<div>" * 50_000, {"read", "timed_out"}),
    "rows": ("html", lambda: b"<table>" + b"<tr><td>1<td>2" * 100_000, {"read"}),
    "fonts": ("html", lambda: _fonts(6000), {"too_complex", "timed_out"}),
    "colspan": (
        "html",
        lambda: b"<table>" + b"<tr><td colspan=1000000000 rowspan=1000000000>1<td>2" * 1000,
        {"read"},
    ),
    "zip bomb": (
        "docx",
        lambda: package({"word/document.xml": b" " * 500_000_000}),
        {"too_complex"},
    ),
    "zip bomb beside the text": (
        "docx",
        lambda: word("", {f"word/{n}.xml": "<a/>" + " " * 30_000_000 for n in range(10)}),
        {"too_complex"},
    ),
    "laughs": ("docx", lambda: package({"word/document.xml": LAUGHS}), {"damaged"}),
    "laughs in a style": ("docx", lambda: word("", {"word/styles.xml": LAUGHS}), {"damaged"}),
    "rows of Word": ("docx", lambda: word(table(row("1", "2", "3") * 5000)), {"read"}),
    "too many rows of Word": ("docx", lambda: word(table(row("1") * 60_000)), {"too_complex"}),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_made_to_do_harm_does_none(name: str) -> None:
    extension, data, expected = CASES[name]
    found, memory = outcome_elsewhere(extension, data())
    assert found in expected
    assert memory < 2200 * MEGABYTES


def test_memory_follows_the_size_of_a_text() -> None:
    _, memory = outcome_elsewhere("txt", DIGITS)
    assert memory < 20 * len(DIGITS)


@pytest.mark.parametrize("extension", sorted(READERS))
def test_noise(extension: str) -> None:
    expected = {"read"} if extension in {"txt", "md"} else {"damaged"}
    assert outcome(extension, NOISE) in expected


@pytest.mark.parametrize(
    ("extension", "start"),
    [
        ("docx", b"PK\x03\x04"),
        ("docx", WORD[:2000]),
        ("doc", OLD[:512]),
        ("doc", OLD[:1536]),
        ("rtf", b"{\\rtf1 "),
        ("pdf", b"%PDF-1.4\n"),
        ("html", b"<html><table><tr><td "),
    ],
)
def test_noise_after_a_good_start(extension: str, start: bytes) -> None:
    assert outcome(extension, start + NOISE) in {"read", "damaged"}


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("extension", ["docx", "doc", "html", "pdf"])
def test_files_that_end_too_early(extension: str, share: float, printed: Printer) -> None:
    page = (FILES / "017.html").read_bytes()
    whole = {"docx": WORD, "doc": OLD, "html": page}
    data = whole.get(extension) or printed("017.html", page)
    assert outcome(extension, data[: int(len(data) * share)]) in {"read", "damaged", "no_text"}


@pytest.mark.parametrize("extension", ["docx", "pdf", "html"])
def test_files_with_bytes_that_flipped(extension: str, printed: Printer) -> None:
    page = (FILES / "020.html").read_bytes()
    whole = {"docx": WORD, "html": page, "pdf": printed("020.html", page)}[extension]
    chance = random.Random(2)  # noqa: S311
    flipped = {"read", "damaged", "no_text", "encrypted", "too_complex"}
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert outcome(extension, bytes(data)) in flipped


@pytest.mark.parametrize("extension", sorted(READERS))
@pytest.mark.parametrize(
    "data", [b"\0" * 5000, bytes(range(32)) * 100, b"\xff" * 5000, b"<" * 5000]
)
def test_controls(extension: str, data: bytes) -> None:
    assert outcome(extension, data) in {"read", "damaged"}


def test_controls_of_a_page_or_a_word_file_are_not_shown() -> None:
    page = READERS["html"]("<p>\x01规\x00章\x1b[31m\u202e0\u2028</p>".encode())
    assert not {"\x01", "\x00", "\x1b", "\u2028"} & set("".join(page.lines))
    assert READERS["docx"](word(paragraph("规\u200b章\u2028"))).lines == ("规章",)


def test_limits_of_this_process_are_left_alone() -> None:
    READERS["html"](b"<p>1")
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
