"""The results file: one record for each size, the latest, with all that is needed to repeat it."""

import json
import os
import platform
import subprocess
import tomllib
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator import __version__
from tests.benchmarks.site import hugo
from tests.benchmarks.site.corpus import PLANTED_EVERY, SEED
from tests.benchmarks.site.program import ROOT
from tests.benchmarks.site.targets import rows

RESULTS = Path(__file__).parents[1] / "results" / "site.json"
SMALLEST = 100  # of fewer reports the fixed costs of a build are most of its time
HOW = {
    "builds": (
        "Each is a process of its own, as an operator starts it, of a copy of the program. wall "
        "and cpu are seconds, cpu of all processes; peak is MiB of the largest process."
    ),
    "cold": (
        "Nothing is left of an earlier build. Ours and Hugo take turns; a ratio is the median over "
        "the pairs. Where a build takes longer than 20 s everything is done once, else 2 or 3 "
        "times. On a busy machine (load above the number of cores) only cpu_ratio says something."
    ),
    "hugo": (
        "It makes the same files of the same sizes: each page is a content file that holds our "
        "finished HTML, the layout prints it, all other files are copied. Ours reads, judges and "
        "measures the reports, renders both languages and exports the data."
    ),
    "copied_passages": (
        "Seconds that their search takes alone, in one process. In ratio_without_copied_passages "
        "its comparison is taken off our time, the fingerprints are not."
    ),
    "rebuilds": "Medians, and how many files the last of them wrote, left and removed.",
    "growth": "Processor time per report, over that of a cold build of half as many.",
    "weights": "Bytes. A first view is the heaviest page of a kind with its styles and scripts.",
    "checked": (
        "All numbers were looked up in data/wide.csv, all misprints in data/findings.csv, and "
        "after the rebuilds the site was, byte for byte, that of a cold build."
    ),
}


def made(by: str, reports: int, seconds: float) -> dict[str, Any]:
    """Of how many reports a record is, and how it was made."""
    return {
        "reports": reports,
        "made": {
            "by": by,
            "on": f"{datetime.now(UTC):%Y-%m-%d}",
            "version": __version__,
            "seed": SEED,
            "misprint_in_every": PLANTED_EVERY,
            "seconds": round(seconds),
        },
    }


def complete(record: dict[str, Any], seconds: float, load: float, folder: Path) -> dict[str, Any]:
    """A record with what it was made by, and its rows beside the targets.

    `load` is that of the machine before the run, `folder` where the run took place.
    """
    size = record["reports"]
    full: dict[str, Any] = {
        **made(f"make bench N={size}", size, seconds),
        "machine": machine(folder) | {"load": load},
        "hugo": hugo.VERSION if record["cold"]["ratio"] else None,
        **record,
    }
    full["targets"] = [row._asdict() | {"met": row.met} for row in rows(full)]
    rounded: dict[str, Any] = _rounded(full)
    return rounded


def machine(folder: Path) -> dict[str, Any]:
    """What a number depends on besides the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": _system(),
        "filesystem": _filesystem(folder),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in project["dependencies"]},
    }


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()


def _filesystem(folder: Path) -> str:
    """The kind of file system that was written to, "" where `stat` cannot say."""
    command = ["stat", "--file-system", "--format=%T", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list) else value


def write(record: dict[str, Any], file: Path = RESULTS, how: object = HOW) -> None:
    """Put a record into the results file, in the place of an older one of its size."""
    runs = json.loads(file.read_text(encoding="utf-8"))["runs"] if file.is_file() else []
    others = [run for run in runs if run["reports"] != record["reports"]]
    runs = sorted([*others, record], key=lambda run: run["reports"])
    file.parent.mkdir(exist_ok=True)
    text = json.dumps({"how": how, "runs": runs}, ensure_ascii=False, indent=1)
    file.write_text(f"{text}\n", encoding="utf-8")
