"""A report in three numbers, as the pages of its neighbours tell it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.metrics.calculation import judged, measure
from generator.metrics.registry import METRICS
from generator.model import Dossier, Measure, MeasureStatus, Number, Report
from generator.settings import Thresholds

RECEIVED, DISCLOSED = "requests_received", "disclosure_rate"


class Headline(NamedTuple):
    """How many new requests there were, and of those decided how many were disclosed.

    `received` or both others are None where a number was not read, or contradicts another;
    `unbalanced` counts reports with equations that do not hold.
    """

    received: Number | None
    disclosed: Number | None
    decided: Number | None
    unbalanced: int = 0

    def measures(self, thresholds: Thresholds) -> tuple[Measure, Measure]:
        """The number of new requests, and the disclosure rate."""
        found = ((RECEIVED, self.received, None), (DISCLOSED, self.disclosed, self.decided))
        received, rate = (
            Measure(metric, MeasureStatus.NOT_ASSESSABLE)
            if k is None
            else judged(METRICS[metric], k, n, thresholds)
            for metric, k, n in found
        )
        return received, rate


def headline(report: Report, *, unbalanced: bool) -> Headline:
    """That of a report whose cells are at hand."""
    return _headline(measure(report), unbalanced=unbalanced)


def headline_of(dossier: Dossier) -> Headline:
    """That of a report that was measured."""
    return _headline(dossier.measures, unbalanced=dossier.unbalanced)


def pooled(headlines: Iterable[Headline]) -> Headline:
    """Several as one: Σk/Σn over those where both are known, never a mean of rates."""
    some = list(headlines)
    received, disclosed, decided = (
        [number for number in numbers if number is not None]
        for numbers in zip(*(one[:3] for one in some), strict=True)
    )
    return Headline(
        sum(received) if received else None,
        sum(disclosed) if disclosed else None,
        sum(decided) if decided else None,
        sum(one.unbalanced for one in some),
    )


def _headline(measures: Mapping[str, Measure], *, unbalanced: bool) -> Headline:
    rate = measures[DISCLOSED]
    unread = rate.status is MeasureStatus.NOT_ASSESSABLE
    disclosed, decided = (None, None) if unread else (rate.numerator, rate.denominator)
    return Headline(measures[RECEIVED].numerator, disclosed, decided, int(unbalanced))
