"""Which LibreOffice there is; it opens the old Word files, and no build has to have it."""

import os
import shutil
from functools import cache
from pathlib import Path


def program() -> str | None:
    """The path of LibreOffice: the environment's SOFFICE, else what is found on the PATH."""
    stated = os.environ.get("SOFFICE")
    names = [stated] if stated else ["soffice", "libreoffice"]
    return next(filter(None, map(shutil.which, names)), None)


@cache
def office_key() -> str:
    """Which LibreOffice there is, if any: another one may read a file otherwise."""
    found = program()
    if found is None:
        return ""
    real = Path(found).resolve()
    return f"{real} {real.stat().st_mtime_ns}"
