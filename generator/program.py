"""What the program itself is, as a checksum: no result of another version is taken for ours."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe", "numpy", "plotly", "pypinyin")
# Parts of the program that only show what was found: reports need not be read again for them.
_SHOWN = ("charts", "checking", "export", "fragments", "messages", "pages", "render")


@cache
def program_key(*, reading: bool = False) -> str:
    """The checksum of all code, templates and words; `reading`: of what reads and judges a file."""
    digest = sha256(f"{sys.version} {[version(name) for name in _LIBRARIES]}".encode())
    for folder in ("generator",) if reading else ("generator", "site_templates"):
        for path in sorted((_ROOT / folder).rglob("*")):
            place = path.relative_to(_ROOT)
            shown = reading and len(place.parts) > 2 and place.parts[1] in _SHOWN
            if path.is_file() and path.suffix != ".pyc" and not shown:
                digest.update(f"{place.as_posix()} {path.stat().st_size} ".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()
