"""What many tests share: the built site, a server for it, a real browser, accepting goldens."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

ROOT = Path(__file__).parents[1]
SUB_PATH = "/oversight/"
ADDRESS = f"https://example.org{SUB_PATH}"

# No test is timed; under CI every run tries the same examples.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
expect.set_options(timeout=60_000)  # milliseconds: what will come may take long on a busy machine


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what comes out as the expected output"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--accept") and os.environ.get("CI"):
        raise pytest.UsageError(
            "--accept: given while CI is set, expected only comparing there. "
            "Run `make golden` on your own machine, read the diff and commit it."
        )


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Whether goldens are to be written instead of compared."""
    return bool(pytestconfig.getoption("--accept"))


Share = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Share:
    """A folder for all workers: the first that asks makes it, all read it, none may change it."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made_once(name: str, make: Callable[[Path], None]) -> Path:
        with (run / f"{name}.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not (run / name).exists():
                made = tmp_path_factory.mktemp("made") / name
                make(made)
                made.rename(run / name)
        return run / name

    return made_once


@pytest.fixture(scope="session")
def site(share: Share) -> Path:
    """The site of this repository's own content, built as an operator does."""
    return share("site", _build)


@pytest.fixture(scope="session")
def addressed(share: Share) -> Path:
    """The same site, built for a public address."""
    return share("addressed", lambda output: _build(output, ADDRESS.rstrip("/")))


def _build(output: Path, base_url: str = "") -> None:
    done = subprocess.run(
        [*(sys.executable, "-m", "generator", "build"), "--output", output, "--base-url", base_url],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"the build stopped:\n{done.stdout}\n{done.stderr}"


class _BelowSubPath(SimpleHTTPRequestHandler):
    """Serves a folder below SUB_PATH only, as a shared host does; elsewhere nothing is found."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "outside the sub-path")
        return super().translate_path(path.removeprefix(SUB_PATH.rstrip("/")))

    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of the requests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback below a sub-path, and yield the address of its root."""
    handler = partial(_BelowSubPath, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def http_site(site: Path) -> Iterator[str]:
    """The address of the site's root, over http below a sub-path; it ends with a slash."""
    with served(site) as address:
        yield address


def _chromium_path() -> str:
    found = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    assert found, (
        "Chromium: none found, expected one for the browser tests. "
        "Type `make test` as root, or `sudo apt-get install chromium`, "
        "or set CHROMIUM to the path of a Chromium or Chrome."
    )
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, kept from asking anything of the network on its own."""
    flags = [
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium_path(), args=flags)
        yield browser
        browser.close()
