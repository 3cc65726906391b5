"""What the numbers are held to: what must hold, and what is aimed at."""

from collections.abc import Iterator
from typing import Any, NamedTuple

Bounds = tuple[float, float]
_COLD = {1_000: (1.2, 0.85), 10_000: (1.0, 0.7), 40_000: (0.8, 0.5)}
_UNCHANGED = {10_000: (0.5, 0.2), 40_000: (1.0, 0.4)}
_ONE_CHANGED = {10_000: (1.0, 0.4), 40_000: (2.0, 0.8)}
_PEAK = {10_000: (250.0, 100.0), 40_000: (500.0, 250.0)}


class Row(NamedTuple):
    """A number beside its bounds, None where there is no Hugo or no target for the size."""

    what: str
    unit: str
    measured: float | None
    must: float | None
    aim: float | None

    @property
    def met(self) -> str:
        """Which of the bounds holds; "" when there is nothing to compare."""
        if self.measured is None or self.must is None or self.aim is None:
            return ""
        if self.measured <= self.aim:
            return "aim"
        return "must" if self.measured <= self.must else "missed"


def rows(record: dict[str, Any]) -> Iterator[Row]:
    """The numbers of one size that something is said about."""
    size, cold, rebuilds = record["reports"], record["cold"], record["rebuilds"]
    weights, commands = record["weights"], record["commands"]
    page = weights["report_without_original"]
    first_view = max(view["gzip"] for view in weights["first_view"].values())
    of = _row
    yield of("cold build, everything", "x Hugo", cold["ratio"], None)
    yield of("the same in processor time", "x Hugo", cold["cpu_ratio"], None)
    without = cold["ratio_without_copied_passages"]
    yield of("cold build, less copied passages", "x Hugo", without, _COLD.get(size))
    yield of("nothing changed", "s", rebuilds["nothing changed"]["wall"], _UNCHANGED.get(size))
    changed = rebuilds["one report changed"]["wall"]
    yield of("one report changed", "s", changed, _ONE_CHANGED.get(size))
    for name in ("one report added", "one report removed", "one template changed"):
        yield of(name, "s", rebuilds[name]["wall"], None)
    yield of("largest process", "MiB", cold["peak"], _PEAK.get(size))
    growth = record["growth"]["cpu_per_report"]
    yield of("time per report, over that at half the size", "x", growth, (1.1, 1.0))
    yield of("report page without the original text", "kB", page["raw"] / 1000, (60.0, 35.0))
    yield of("the same, gzip", "kB", page["gzip"] / 1000, (14.0, 9.0))
    yield of("heaviest first view, gzip", "kB", first_view / 1000, (40.0, 15.0))
    yield of("--help", "s", commands["help"], (0.2, 0.1))
    yield of("an operator's mistake", "s", commands["mistake"], (0.2, 0.1))


def _row(what: str, unit: str, measured: float | None, bounds: Bounds | None) -> Row:
    must, aim = bounds or (None, None)
    return Row(what, unit, measured, must, aim)


def table(record: dict[str, Any]) -> Iterator[str]:
    """The rows as text."""
    yield f"{record['reports']:>44,} reports{'must':>16}{'aim':>8}"
    for row in rows(record):
        numbers = (f"{'-' if n is None else format(n, '.2f'):>8}" for n in row[2:])
        measured, must, aim = numbers
        yield f"{row.what:44}{measured} {row.unit:8}{must}{aim}  {row.met}".rstrip()
