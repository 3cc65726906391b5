"""All townships with six years of reports, once: `make bench-nation N=240000`.

    python -m tests.benchmarks.site.nation [REPORTS ...]

The site is made as a whole but counted, not written, as few disks hold it; what an ordinary build
keeps for the next one is written. The result goes into `tests/benchmarks/results/nation.json`.
"""

import json
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks.site import corpus, results
from tests.benchmarks.site.checks import check
from tests.benchmarks.site.program import ROOT
from tests.benchmarks.site.rebuilds import Content
from tests.benchmarks.site.usage import CommandError, succeeded

SIZE = 240_000
RESULTS = results.RESULTS.with_name("nation.json")
HOW = (
    "One cold build, in which every file of the site is made and counted but not written, but for "
    "data/wide.csv and data/findings.csv, in which all numbers and misprints were looked up. wall "
    "and cpu are seconds, cpu of all processes; peak is MiB of the largest process. kept is what "
    "the build keeps for the next one. It would have been written on the file system named."
)


def run(size: int) -> dict[str, object]:
    """Build a corpus of a size; its record, or CommandError when something did not come out."""
    start, load = perf_counter(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        content = Content(folder / "content", size)
        with ProcessPoolExecutor() as pool:
            through = partial(pool.map, chunksize=50)
            content.add(corpus.reports(size, through, corpus.ALL_YEARS))
        site = folder / "run" / "site"
        command = [sys.executable, "-m", "tests.benchmarks.site.sink"]
        ran = succeeded([*command, str(content.folder), str(site)], ROOT)
        checked = check(site / "data", content.expected)
        if checked.wrong:
            raise CommandError("\n".join(checked.wrong[:20]))
        kinds = json.loads(ran.printed.splitlines()[0])
        kept = [path.stat() for path in (folder / "run" / ".site.cache").glob("*/*")]
        return {
            **results.made(f"make bench-nation N={size}", size, perf_counter() - start),
            "machine": results.machine(folder) | {"load": load},
            "townships": len({report.partition("-")[0] for report in content.expected}),
            **{key: round(value, 1) for key, value in asdict(ran.usage).items()},
            "files": sum(count for count, _ in kinds.values()),
            "bytes": sum(size for _, size in kinds.values()),
            "kinds": {
                kind: {"files": count, "bytes": size}
                for kind, (count, size) in sorted(kinds.items())
            },
            "kept": {"files": len(kept), "bytes": sum(one.st_size for one in kept)},
            "numbers": checked.numbers_read,
            "planted": checked.planted_found,
        }


def main() -> int:
    """Every size asked for, 0 when all is well."""
    for size in map(int, sys.argv[1:] or (SIZE,)):
        try:
            results.write(run(size), RESULTS, HOW)
        except CommandError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
