"""PDF files, printed from pages and texts by LibreOffice when a test first asks for one."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.readers.office import program

Printer = Callable[..., bytes]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """Print a file as PDF: its name (whose suffix counts), its bytes, and options of the export."""
    folder = tmp_path_factory.mktemp("printed")
    done: dict[tuple[str, bytes, str], bytes] = {}

    def _print(name: str, data: bytes, options: str = "") -> bytes:
        if (name, data, options) not in done:
            done[name, data, options] = _export(folder, name, data, options)
        return done[name, data, options]

    return _print


def _export(folder: Path, name: str, data: bytes, options: str) -> bytes:
    office = program()
    assert office, "LibreOffice is missing; tests/setup-debian.sh installs it"
    source = folder / name
    source.write_bytes(data)
    encoding = ["--infilter=Text (encoded):UTF8"] if source.suffix == ".txt" else []
    kind = "writer_web_pdf_Export" if source.suffix == ".html" else "writer_pdf_Export"
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *encoding,
            "--convert-to",
            f"pdf:{kind}:{options}" if options else f"pdf:{kind}",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return source.with_suffix(".pdf").read_bytes()
