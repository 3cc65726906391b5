"""What the program itself is, as a checksum: no result of another version is taken for ours."""

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("generator", "site_templates")
_LIBRARIES = (
    *("mammoth", "pdfminer.six", "pdfplumber", "pypdfium2", "selectolax"),
    *("jinja2", "markdown-it-py", "markupsafe", "numpy", "plotly", "pypinyin"),
)
# Parts of the program that only show what was found: reports need not be read again for them.
_SHOWN = ("charts", "checking", "export", "fragments", "messages", "pages", "render")


@cache
def program_key(*, reading: bool = False) -> str:
    """The checksum of all code, templates and words; `reading`: of what reads and judges a file."""
    from importlib.metadata import version  # noqa: PLC0415 - where nothing changed none is asked for

    digest = sha256(f"{sys.version} {[version(name) for name in _LIBRARIES]}".encode())
    for place, of_file in _files():
        shown = place.parts[0] != "generator" or (len(place.parts) > 2 and place.parts[1] in _SHOWN)
        if not (reading and shown):
            digest.update(f"{place.as_posix()} ".encode() + of_file)
    return digest.hexdigest()


@cache
def _files() -> tuple[tuple[Path, bytes], ...]:
    """The files of the program with their checksums."""
    paths = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")))
    return tuple(
        (path.relative_to(ROOT), sha256(path.read_bytes()).digest())
        for path in paths
        if "__pycache__" not in path.parts and path.is_file()
    )
