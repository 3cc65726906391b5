"""Sums over reports of a year: what is shown of an area whose reports are too many for a page.

Sums of parts add up to those of the whole, so an area takes no more than what is known of its
parts.
"""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from generator.metrics.calculation import NO_REPORTS, judged
from generator.metrics.overview import Values
from generator.metrics.registry import METRICS
from generator.model import Dossier, Measure, MeasureStatus, Number
from generator.settings import Thresholds


class Part(NamedTuple):
    """k and n of a metric, summed over the `reports` in which both are known."""

    reports: int
    k: Number
    n: Number


class Sums(NamedTuple):
    """Some `reports` of a year, `unbalanced` of which have equations that do not hold.

    `parts` are in the order of the registry of metrics. `outcomes` and `disputes` are summed over
    the reports in which all of them are known, and empty where there is none.
    """

    reports: int
    unbalanced: int
    parts: tuple[Part, ...]
    outcomes: tuple[Number, ...]
    disputes: tuple[Number, ...]

    def usable(self, metric: str) -> int:
        """Of how many reports a metric is made."""
        return self.parts[_PLACES[metric]].reports

    def measure(self, metric: str, thresholds: Thresholds) -> Measure:
        """The metric of all: Σk/Σn over the reports where both are known, never a mean of rates."""
        known, of = self.parts[_PLACES[metric]], METRICS[metric]
        if not known.reports:
            return Measure(metric, MeasureStatus.NOT_ASSESSABLE, reason=NO_REPORTS)
        return judged(of, known.k, known.n if of.denominator else None, thresholds)


_PLACES = {key: place for place, key in enumerate(METRICS)}
_NONE = Part(0, 0, 0)
NOTHING = Sums(0, 0, (_NONE,) * len(METRICS), (), ())


def sums_of(dossier: Dossier) -> Sums:
    """The sums over one report."""
    return Sums(
        1,
        int(dossier.unbalanced),
        tuple(_part(dossier.measures[key]) for key in METRICS),
        _whole(dossier.outcomes),
        _whole(dossier.disputes),
    )


def added(groups: Iterable[Sums]) -> Sums:
    """The sums over all reports of some groups."""
    some = list(groups)
    if len(some) < 2:
        return some[0] if some else NOTHING
    reports, unbalanced, *parts = map(sum, zip(*map(_numbers, some), strict=True))
    return Sums(
        reports,
        unbalanced,
        tuple(map(Part, parts[::3], parts[1::3], parts[2::3])),
        _added(one.outcomes for one in some),
        _added(one.disputes for one in some),
    )


def _numbers(one: Sums) -> list[Number]:
    """Its reports and parts as a row of numbers, which add up column by column."""
    return [one.reports, one.unbalanced, *chain.from_iterable(one.parts)]


def _part(measure: Measure) -> Part:
    if measure.status is MeasureStatus.NOT_ASSESSABLE:
        return _NONE
    return Part(1, measure.numerator or 0, measure.denominator or 0)


def _whole(values: Values) -> tuple[Number, ...]:
    known = tuple(value for value in values if value is not None)
    return known if len(known) == len(values) else ()


def _added(groups: Iterable[tuple[Number, ...]]) -> tuple[Number, ...]:
    return tuple(map(sum, zip(*filter(None, groups), strict=True)))
