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


class Sums(NamedTuple):
    """Some `reports` of a year, `unbalanced` of which have equations that do not hold.

    `parts` are three numbers for each metric, in the order of their registry: in how many reports
    both k and n are known, and these two, summed over them. `outcomes` and `disputes` are summed
    over the reports in which all of them are known, and empty where there is none.
    """

    reports: int
    unbalanced: int
    parts: tuple[Number, ...]
    outcomes: tuple[Number, ...]
    disputes: tuple[Number, ...]

    def usable(self, metric: str) -> int:
        """Of how many reports a metric is made."""
        return int(self.parts[_PLACES[metric]])

    def measure(self, metric: str, thresholds: Thresholds) -> Measure:
        """The metric of all: Σk/Σn over the reports where both are known, never a mean of rates."""
        place, of = _PLACES[metric], METRICS[metric]
        usable, k, n = self.parts[place : place + _EACH]
        if not usable:
            return Measure(metric, MeasureStatus.NOT_ASSESSABLE, reason=NO_REPORTS)
        return judged(of, k, n if of.denominator else None, thresholds)


_EACH = 3
_PLACES = {key: _EACH * place for place, key in enumerate(METRICS)}
_NONE = (0, 0, 0)
NOTHING = Sums(0, 0, _NONE * len(METRICS), (), ())


def sums_of(dossier: Dossier) -> Sums:
    """The sums over one report."""
    return Sums(
        1,
        int(dossier.unbalanced),
        tuple(chain.from_iterable(_part(dossier.measures[key]) for key in METRICS)),
        _whole(dossier.outcomes),
        _whole(dossier.disputes),
    )


def added(groups: Iterable[Sums]) -> Sums:
    """The sums over all reports of some groups."""
    some = list(groups)
    if len(some) < 2:
        return some[0] if some else NOTHING
    first, second, *parts = map(sum, zip(*map(_numbers, some), strict=True))
    return Sums(
        int(first),
        int(second),
        tuple(parts),
        _added(one.outcomes for one in some),
        _added(one.disputes for one in some),
    )


def _numbers(one: Sums) -> list[Number]:
    """Its reports and parts as a row of numbers, which add up column by column."""
    return [one.reports, one.unbalanced, *one.parts]


def _part(measure: Measure) -> tuple[Number, Number, Number]:
    if measure.status is MeasureStatus.NOT_ASSESSABLE:
        return _NONE
    return (1, measure.numerator or 0, measure.denominator or 0)


def _whole(values: Values) -> tuple[Number, ...]:
    known = tuple(value for value in values if value is not None)
    return known if len(known) == len(values) else ()


def _added(groups: Iterable[tuple[Number, ...]]) -> tuple[Number, ...]:
    return tuple(map(sum, zip(*filter(None, groups), strict=True)))
