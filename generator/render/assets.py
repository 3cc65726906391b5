"""Styles, scripts and pictures, under names that change with their content."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "site_templates" / "assets"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of `assets/`: its plain name, and its path below the site's root."""

    name: str
    data: bytes

    @property
    def path(self) -> str:
        """The path with a content hash, so that a browser never shows a stale one."""
        stem, dot, extension = self.name.rpartition(".")
        return f"assets/{stem}-{sha256(self.data).hexdigest()[:10]}{dot}{extension}"


def load_assets() -> Iterator[Asset]:
    """The assets that ship with the program."""
    for path in sorted(_FOLDER.iterdir()):
        yield Asset(path.name, path.read_bytes())
