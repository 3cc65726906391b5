"""How the rules did on planted errors: the committed result of `make bench-rules`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.bilingual import Text

RESULT = Path(__file__).parents[1] / "site_templates" / "measured" / "rules.json"


@dataclass(frozen=True, slots=True)
class BenchmarkedSlip:
    """One kind of error: how often it was planted and found.

    Of those in a single cell, `named` is how often the edit that undoes it was among the mends.
    """

    name: Text
    rules: tuple[str, ...]
    changes_a_sum: bool
    planted: int
    found: int
    single: int
    named: int


@dataclass(frozen=True, slots=True)
class RuleBenchmark:
    """All kinds, what the rules said of clean reports by severity, and how it was measured."""

    kinds: tuple[BenchmarkedSlip, ...]
    clean_reports: int
    clean_findings: dict[str, int]
    made_on: str
    version: str
    seed: int


@cache
def rule_benchmark() -> RuleBenchmark:
    """The result as it was last measured."""
    data = json.loads(RESULT.read_text(encoding="utf-8"))
    clean = data["clean"]
    return RuleBenchmark(
        kinds=tuple(
            BenchmarkedSlip(
                Text(kind["zh"], kind["en"]),
                tuple(kind["rules"]),
                kind["sum"],
                *(kind[key] for key in ("planted", "found", "single", "named")),
            )
            for kind in data["kinds"]
        ),
        clean_reports=clean["reports"],
        clean_findings={key: sum(rules.values()) for key, rules in clean["findings"].items()},
        made_on=data["made"]["on"],
        version=data["made"]["version"],
        seed=data["made"]["seed"],
    )
