"""One size of corpus: built cold beside Hugo, rebuilt after small changes, weighed and checked."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from statistics import median
from time import sleep
from typing import Any

from tests.benchmarks.site import corpus, hugo, weights
from tests.benchmarks.site.checks import Checked, check
from tests.benchmarks.site.program import ROOT, Built, Program
from tests.benchmarks.site.rebuilds import Content, rebuilds
from tests.benchmarks.site.trees import differences, same_bytes, same_size
from tests.benchmarks.site.usage import Usage, succeeded

Record = dict[str, Any]
Say = Callable[[str], object]
_LONG = 20  # seconds; a build that takes longer is made once, not a few times
_SETTLED = 2.5  # seconds after which a build takes what was written for unchanged
_COMMANDS = 5


class WrongSiteError(Exception):
    """The site does not hold what it must; the text names what."""


class Bench:
    """A corpus of a size, a copy of the program, and the folder of the run that they stand in."""

    def __init__(self, size: int, folder: Path, binary: Path | None, say: Say) -> None:
        self.size, self.folder, self.binary, self.say = size, folder, binary, say
        self.program = Program(folder / "program")
        self.content = Content(folder / "content", size)
        self.site = folder / "run" / "site"
        with ProcessPoolExecutor() as pool:
            self.content.add(corpus.reports(size, partial(pool.map, chunksize=50)))

    def cold(self) -> Built:
        """A build of the whole content without anything of a build before it."""
        shutil.rmtree(self.site.parent, ignore_errors=True)
        sleep(_SETTLED)
        built = self.program.build(self.content.folder, self.site)
        self.say(f"cold build: {built.usage.wall:.1f} s")
        return built

    def hugo(self) -> Usage | None:
        """The same site by Hugo; None without it, WrongSiteError when it is not the same."""
        if self.binary is None:
            return None
        source, rendered = self.folder / "hugo", self.folder / "rendered"
        if not source.exists():
            hugo.prepare(self.site, source)
        usage = hugo.render(self.binary, source, rendered)
        _refuse(f"Hugo: {path} is not ours" for path in differences(self.site, rendered, same_size))
        shutil.rmtree(rendered)
        self.say(f"Hugo: {usage.wall:.1f} s")
        return usage

    def check(self) -> Checked:
        """WrongSiteError unless everything planned has come out."""
        checked = check(self.site / "data", self.content.expected)
        _refuse(checked.wrong)
        return checked


def _refuse(wrong: Iterator[str] | list[str]) -> None:
    named = list(wrong)
    if named:
        raise WrongSiteError("\n".join(named[:20]) + f"\n{len(named)} in all")


def measured(bench: Bench) -> Record:
    """Everything that is measured at one size; WrongSiteError when the site is not right."""
    first = bench.cold()
    checked = bench.check()
    times = 1 if first.usage.wall > _LONG else 3 if bench.size <= 1_000 else 2
    pairs = list(_pairs(bench, first, times))
    copied = _copied(bench)
    record: Record = {
        "reports": bench.size,
        "corpus": _corpus(bench),
        "cold": _cold(pairs, copied),
        "copied_passages": copied,
        "weights": _weights(bench.site),
        "rebuilds": {},
    }
    for name, rebuilt in rebuilds(bench.program, bench.content, bench.site, times):
        record["rebuilds"][name] = rebuilt
        bench.say(f"{name}: {rebuilt['wall']:.1f} s")
    again = bench.check()
    _check_against_cold(bench)
    record["growth"] = _growth(bench, median(ours.cpu for ours, _ in pairs))
    record["commands"] = _commands(bench.program)
    record["checked"] = {"cold": _counts(checked), "after the rebuilds": _counts(again)}
    return record


Pair = tuple[Usage, Usage | None]


def _pairs(bench: Bench, first: Built, times: int) -> Iterator[Pair]:
    """Builds of ours and of Hugo, in turn."""
    yield first.usage, bench.hugo()
    for _ in range(times - 1):
        yield bench.cold().usage, bench.hugo()


def _cold(pairs: list[Pair], copied: Record) -> Record:
    """The pairs and their ratios; of the time for copied passages the comparison is taken off."""
    off = copied["comparison"]
    both = [(ours, theirs) for ours, theirs in pairs if theirs]
    return {
        "pairs": [
            {"ours": asdict(ours), "hugo": asdict(theirs) if theirs else None}
            for ours, theirs in pairs
        ],
        "wall": median(ours.wall for ours, _ in pairs),
        "cpu": median(ours.cpu for ours, _ in pairs),
        "peak": max(ours.peak for ours, _ in pairs),
        "ratio": median(o.wall / h.wall for o, h in both) if both else None,
        "ratio_without_copied_passages": (
            median((o.wall - off) / h.wall for o, h in both) if both else None
        ),
        "cpu_ratio": median(o.cpu / h.cpu for o, h in both) if both else None,
    }


def _copied(bench: Bench) -> Record:
    command = [sys.executable, "-m", "tests.benchmarks.site.copied", str(bench.content.folder)]
    ran = succeeded(command, ROOT)
    bench.say(f"copied passages alone: {ran.usage.wall:.1f} s")
    found: Record = json.loads(ran.printed.strip().splitlines()[0])
    return {**found, "peak": ran.usage.peak}


def _corpus(bench: Bench) -> Record:
    sizes = [path.stat().st_size for path in (bench.content.folder / "reports").iterdir()]
    expected = bench.content.expected
    return {
        "townships": len({report.partition("-")[0] for report in expected}),
        "bytes": sum(sizes),
        "misprinted": sum(bool(one.misprinted) for one in expected.values()),
    }


def _weights(site: Path) -> Record:
    found = weights.kinds(site)
    pages = weights.pages(site, found)
    return {
        "files": sum(kind.files for kind in found.values()),
        "bytes": sum(kind.bytes for kind in found.values()),
        "kinds": {name: {"files": k.files, "bytes": k.bytes} for name, k in found.items()},
        "heaviest": pages,
        "report_without_original": weights.report_without_original(site),
        "first_view": {
            name: weights.first_view(site / found[name].path) for name in weights.FIRST_VIEWS
        },
    }


def _check_against_cold(bench: Bench) -> None:
    """After all changes the site must be that of a build from nothing."""
    rebuilt = bench.folder / "rebuilt"
    bench.site.rename(rebuilt)
    bench.cold()
    wrong = differences(rebuilt, bench.site, same_bytes)
    _refuse(f"{path}: not that of a cold build after the rebuilds" for path in wrong)
    shutil.rmtree(rebuilt)


def _growth(bench: Bench, cpu: float) -> Record:
    """Processor time of a report here, over that of one in a corpus of half the size."""
    half = bench.size // 2
    smaller = Content(bench.folder / "half", half)
    smaller.add(corpus.reports(half))
    usage = bench.program.build(smaller.folder, bench.folder / "half-run" / "site").usage
    bench.say(f"cold build of {half}: {usage.wall:.1f} s")
    return {
        "reports": half,
        **asdict(usage),
        "cpu_per_report": (cpu / bench.size) / (usage.cpu / half),
    }


def _commands(program: Program) -> Record:
    """Seconds until an operator who asked or erred has the prompt again."""
    return {
        "help": median(program.help().wall for _ in range(_COMMANDS)),
        "mistake": median(program.mistake().wall for _ in range(_COMMANDS)),
    }


def _counts(checked: Checked) -> Record:
    counts = asdict(checked)
    del counts["wrong"]
    return counts
