"""PDF files, printed by LibreOffice or Chromium when a test first asks for one."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.libreoffice import program

Printer = Callable[..., bytes]
WebPrinter = Callable[..., bytes]


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


@pytest.fixture(scope="session")
def web_printed(chromium: Browser) -> WebPrinter:
    """Print the body of a page with its style sheet on A4, and a footer or what a browser adds."""

    def _print(body: str, style: str, footer: str = "", *, around: bool = False) -> bytes:
        page = chromium.new_page()
        page.set_content(f"<!DOCTYPE html><meta charset='utf-8'><style>{style}</style>{body}")
        pdf = page.pdf(
            format="A4",
            margin={"top": "25mm", "right": "25mm", "bottom": "25mm", "left": "25mm"},
            display_header_footer=around or bool(footer),
            header_template=None if around else "<p></p>",
            footer_template=None if around else footer,
        )
        page.close()
        return pdf

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
