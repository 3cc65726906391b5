"""How heavy the pages are: by kind, as they are and compressed, and all that a first view loads."""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.site.trees import files

FIRST_VIEWS = ("home", "township", "report")
_LOADED = re.compile(r'<(?:link rel="stylesheet" href|script defer src)="([^"]+)"')
_ORIGINAL = re.compile(r'<div class="original".*?</ol></div>', re.DOTALL)
_REDIRECTED = "unresolved-"  # pages under the id that a place had before it was known
_FOLDERS = {"reports": "report", "rules": "rule", "townships": "township", "metrics": "metric"}


@dataclass(slots=True)
class Kind:
    """Files of one kind: how many, bytes in all, and the heaviest."""

    files: int = 0
    bytes: int = 0
    heaviest: int = 0
    path: str = ""

    def add(self, path: str, size: int) -> None:
        """Count one more."""
        self.files += 1
        self.bytes += size
        if size > self.heaviest:
            self.heaviest, self.path = size, path


def kinds(site: Path) -> dict[str, Kind]:
    """Every file of a site by kind; both languages together."""
    found: dict[str, Kind] = {}
    for file in files(site):
        path = file.relative_to(site).as_posix()
        found.setdefault(kind_of(path), Kind()).add(path, file.stat().st_size)
    return dict(sorted(found.items()))


def kind_of(path: str) -> str:
    """What a page shows; of other files the folder and the format."""
    name, _, extension = path.rpartition(".")
    folder, *below = name.removeprefix("en/").split("/")
    if extension != "html":
        return f"{folder}/*.{extension}" if below else path
    if not below:
        return "home" if folder == "index" else folder
    if below[0].startswith(_REDIRECTED):
        return "redirect"
    return _FOLDERS.get(folder, folder) if len(below) > 1 else folder


def weight(text: bytes) -> dict[str, int]:
    """Bytes as they are and compressed."""
    return {"raw": len(text), "gzip": len(gzip.compress(text, 6, mtime=0))}


def pages(site: Path, found: dict[str, Kind]) -> dict[str, dict[str, object]]:
    """The heaviest page of each kind."""
    return {
        name: {"path": kind.path, **weight((site / kind.path).read_bytes())}
        for name, kind in found.items()
        if kind.path.endswith(".html")
    }


def first_view(page: Path) -> dict[str, int]:
    """HTML, styles and scripts that a page loads before anybody clicks."""
    html = page.read_bytes()
    loaded = [page.parent / path for path in _LOADED.findall(html.decode())]
    weights = [weight(html), *(weight(path.read_bytes()) for path in loaded)]
    return {key: sum(one[key] for one in weights) for key in ("raw", "gzip")}


def report_without_original(site: Path) -> dict[str, int]:
    """The heaviest report page when the original text is left out."""
    found = sorted(site.glob("**/reports/[0-9]*/index.html"))
    stripped = (_without_original(path) for path in found)
    return weight(max(stripped, key=len))


def _without_original(page: Path) -> bytes:
    text, removed = _ORIGINAL.subn("", page.read_text(encoding="utf-8"))
    if removed != 1:
        raise ValueError(f"{page.name}: {removed} original texts in it, expected one")
    return text.encode()
