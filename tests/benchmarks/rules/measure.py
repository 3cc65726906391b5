"""How many planted errors the rules find, and how often they speak of clean reports.

    python -m tests.benchmarks.rules.measure [WORLDS]

Every report is written to a folder and judged as a build judges it. An error counts as found when
one of the rules that it is about says something that it did not say of the clean report. `named`
counts the errors of a single cell for which the edit that undoes it is among the smallest mends.
The result is written to `site_templates/measured/rules.json`, which the methodology page shows.
"""

import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice, repeat
from pathlib import Path

from generator import __version__
from generator.corpus import open_corpus
from generator.model import Dossier, Edit, Finding, Severity
from generator.rules import RULES
from generator.specimen import written
from tests.benchmarks.rules.drafts import Draft, World, places, world
from tests.benchmarks.rules.slips import DONE, SLIPS, Slip
from tests.examined import examine

SEED = 20261127
WORLDS = 50
RESULTS = Path(__file__).parents[3] / "site_templates" / "measured" / "rules.json"
_MOST_TRIES = 60


@dataclass(slots=True)
class Tally:
    """What became of one kind of error; `others` are warnings and errors told as other stories."""

    planted: int = 0
    found: int = 0
    single: int = 0
    named: int = 0
    first: int = 0
    others: Counter[str] = field(default_factory=Counter)


def judged(*drafts: Draft) -> list[Dossier]:
    """The drafts as a build judges them, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        for number, draft in enumerate(drafts):
            path = reports / f"{number:05}.txt"
            path.write_text(written(draft.specimen()), encoding="utf-8")
        dossiers = examine(open_corpus(Path(folder))).dossiers
    return sorted(dossiers, key=lambda dossier: dossier.report.source.file)


def worlds(seed: int) -> Iterator[World]:
    """Clean worlds without end, the same for a seed."""
    rng, known = random.Random(seed), places()  # noqa: S311 - nothing here is secret
    while True:
        yield world(rng, known)


Said = dict[tuple[str, str, str], Finding]


def said(one: World) -> Said:
    """What the rules say of the report of this year, beside the two others."""
    dossier = judged(one.this, one.last, one.other)[0]
    return {(f.rule, f.at, f.message.en): f for f in dossier.findings}


def planted(slip: Slip, seed: int, count: int) -> Tally:
    """A kind of error in so many worlds; those without a place for it are passed over."""
    tally, rng = Tally(), random.Random(f"{seed} {slip.key}")  # noqa: S311
    clean = worlds(seed + sum(map(ord, slip.key)))
    for one in islice(clean, count * _MOST_TRIES):
        broken = deepcopy(one)
        edit = slip.plant(rng, broken)
        if edit is not None:
            before, after = said(one), said(broken)
            new = [finding for key, finding in after.items() if key not in before]
            _count(tally, slip, new, edit)
            if tally.planted == count:
                break
    return tally


def _count(tally: Tally, slip: Slip, new: list[Finding], edit: Edit) -> None:
    tally.planted += 1
    tally.found += any(finding.rule in slip.rules for finding in new)
    causes = {finding.cause for finding in new if finding.rule in slip.rules} - {""}
    for finding in new:
        apart = finding.rule not in slip.rules and finding.cause not in causes
        if apart and finding.severity is not Severity.NOTICE:
            tally.others[finding.rule] += 1
    if edit != DONE:
        mends = [finding.mends for finding in new if finding.rule in slip.rules]
        tally.single += 1
        tally.named += any(edit in named for named in mends)
        tally.first += any(named[:1] == (edit,) for named in mends)


def alarms(seed: int, count: int) -> dict[str, Counter[str]]:
    """What the rules say of clean reports that all stand in one folder, by severity and rule."""
    some = list(islice(worlds(seed), count))
    dossiers = judged(*(draft for one in some for draft in (one.this, one.last)))
    found: dict[str, Counter[str]] = {severity.value: Counter() for severity in Severity}
    for dossier in dossiers:
        for finding in dossier.findings:
            found[finding.severity.value][finding.rule] += 1
    return found


def measured(count: int, progress: Callable[[str], object]) -> dict[str, object]:
    """The result file."""
    kinds = []
    with ProcessPoolExecutor() as pool:
        clean = pool.submit(alarms, SEED, count)
        for slip, tally in zip(
            SLIPS.values(), pool.map(_planted, SLIPS, repeat(count)), strict=True
        ):
            progress(_line(slip, tally))
            kinds.append(_row(slip, tally))
        found = {severity: dict(rules) for severity, rules in clean.result().items()}
    return {
        "made": {
            "by": "make bench-rules",
            "on": f"{datetime.now(UTC):%Y-%m-%d}",
            "version": __version__,
            "seed": SEED,
            "rules": len(RULES),
        },
        "kinds": kinds,
        "clean": {"reports": 2 * count, "findings": found},
    }


def _planted(key: str, count: int) -> Tally:
    return planted(SLIPS[key], SEED, count)


def _line(slip: Slip, tally: Tally) -> str:
    others = dict(tally.others) or ""
    found, named = f"{tally.found}/{tally.planted}", f"{tally.named}/{tally.single}"
    return f"{slip.key:26}{found:>8}{named:>9} {others}\n"


def _row(slip: Slip, tally: Tally) -> dict[str, object]:
    return {
        "kind": slip.key,
        "zh": slip.name.zh,
        "en": slip.name.en,
        "rules": list(slip.rules),
        "sum": slip.arithmetic,
        "planted": tally.planted,
        "found": tally.found,
        "single": tally.single,
        "named": tally.named,
        "first": tally.first,
        "others": dict(sorted(tally.others.items())),
    }


def main() -> None:
    """Measure, print a line for each kind, and write the result file."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    result = measured(count, sys.stdout.write)
    sys.stdout.write(f"clean {json.dumps(result['clean'], ensure_ascii=False)}\n")
    RESULTS.parent.mkdir(exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=1)
    RESULTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
