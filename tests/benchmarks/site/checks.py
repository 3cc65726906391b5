"""Whether what was planned came out: every number, every planted error, and no error besides."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.form import all_cells
from generator.model import Severity
from tests.benchmarks.rules.slips import SUMS


class Expected(NamedTuple):
    """What must be read from a report, as `corpus.Made` has it."""

    values: str
    misprinted: str


@dataclass(slots=True)
class Checked:
    """Counts of what was expected and of what came out, and what is wrong in words."""

    reports: int = 0
    numbers: int = 0
    numbers_read: int = 0
    planted: int = 0
    planted_found: int = 0
    wrong: list[str] = field(default_factory=list)


def check(data: Path, expected: Mapping[str, Expected]) -> Checked:
    """Hold the files of a site's data folder against the plan; `expected` is by report id."""
    checked = Checked(len(expected))
    _check_numbers(checked, data / "wide.csv", expected)
    _check_findings(checked, data / "findings.csv", expected)
    return checked


def _check_numbers(checked: Checked, file: Path, expected: Mapping[str, Expected]) -> None:
    read = dict(_numbers(file))
    for report, (values, _) in expected.items():
        wanted = values.split(",")
        found = read.get(report, [""] * len(wanted))
        count = sum(value != "" for value in wanted)
        off = [
            f"{address} is {is_!r}, expected {value!r}"
            for address, value, is_ in zip(all_cells(), wanted, found, strict=True)
            if value != is_
        ]
        checked.numbers += count
        checked.numbers_read += max(0, count - len(off))
        if off:
            where = "" if report in read else " (no such report)"
            checked.wrong.append(f"{file.name}: {report}{where}: {off[0]}, {len(off)} cells in all")
    for report in read.keys() - expected.keys():
        checked.wrong.append(f"{file.name}: {report}: no such report was written")


def _numbers(file: Path) -> Iterator[tuple[str, list[str]]]:
    """The id of each report and its numbers in the order of the form."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        heads = next(rows)
        report, places = heads.index("report"), [heads.index(address) for address in all_cells()]
        for row in rows:
            yield row[report], [row[place] for place in places]


def _check_findings(checked: Checked, file: Path, expected: Mapping[str, Expected]) -> None:
    """A planted error is found when an equation that its cell belongs to is said to be broken."""
    named: dict[str, set[str]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            report, rule = row["report"], row["rule"]
            if row["severity"] != Severity.ERROR.value:
                continue
            if rule in SUMS and report in expected and expected[report].misprinted:
                named.setdefault(report, set()).update(row["cells"].split())
            else:
                checked.wrong.append(f"{file.name}: {report}: {rule}, but no error was planted")
    for report, (_, cell) in expected.items():
        if not cell:
            continue
        checked.planted += 1
        if cell in named.get(report, ()):
            checked.planted_found += 1
        else:
            checked.wrong.append(f"{file.name}: {report}: nothing is said of {cell}, misprinted")
