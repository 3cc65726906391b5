"""How long a number is drawn: one linear scale from zero for all rows of a chart."""

from math import ceil, floor, log10
from typing import NamedTuple

from generator.charts.chart import Chart, Value

# The longest bar leaves room for its total.
LONGEST_BAR = 80


class Scale(NamedTuple):
    """`top` is the number that would be drawn over the whole width."""

    top: float
    ticks: tuple[float, ...] = ()

    @classmethod
    def of(cls, chart: Chart) -> "Scale":
        """The scale that holds all of a chart."""
        bars = [row.bar for row in chart.rows]
        if chart.design.kind == "bars":
            longest = max([sum(bar.known) for bar in bars], default=0)
            return cls(float(longest or 1) * 100 / LONGEST_BAR)
        if chart.design.percent:
            return cls(1, (0, 0.25, 0.5, 0.75, 1))
        ends = (float(n) for bar in bars for n in (*bar.known, bar.high) if n is not None)
        return cls.round(max(ends, default=0) or 1)

    @classmethod
    def round(cls, highest: float) -> "Scale":
        """A scale in two to five round steps that holds a number."""
        power = 10 ** floor(log10(highest))
        step = next(s * power for s in (0.2, 0.5, 1, 2.5) if highest <= 5 * s * power)
        count = ceil(highest / step)
        return cls(count * step, tuple(step * i for i in range(count + 1)))

    def share(self, value: Value) -> float:
        """How much of the width a number takes, in percent."""
        return float(value) / self.top * 100
