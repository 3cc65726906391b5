"""k and n of a report → its measures, with the rules for small numbers."""

from dataclasses import replace
from functools import partial
from math import sqrt

from generator.form import Edition
from generator.metrics.definition import Metric, Sum
from generator.metrics.overview import disputes, outcomes
from generator.metrics.registry import METRICS
from generator.model import Dossier, Measure, MeasureStatus, NotAssessable, Number, Report
from generator.settings import Thresholds

INCONSISTENT = "inconsistent"
NO_REPORTS = "no_reports"
THRESHOLDS = Thresholds()
_Z = 1.959963984540054  # the 97.5 % point of the normal distribution


def measure(report: Report, thresholds: Thresholds = THRESHOLDS) -> dict[str, Measure]:
    """Every metric of one report, in the order of the registry."""
    edition = report.tables["requests"].edition
    return {key: _of_report(metric, report, edition, thresholds) for key, metric in METRICS.items()}


def measured(dossier: Dossier, thresholds: Thresholds = THRESHOLDS) -> Dossier:
    """A dossier with its measures, and with the counts that charts show."""
    return replace(
        dossier,
        measures=measure(dossier.report, thresholds),
        outcomes=outcomes(dossier.report),
        disputes=disputes(dossier.report),
    )


def judged(metric: Metric, k: Number, n: Number | None, thresholds: Thresholds) -> Measure:
    """What may be said when k of n are known.

    Where k exceeds n, or one is negative, the report contradicts itself: k and n are kept to be
    seen, but no rate is made of them. A ratio gets no interval: its k are not some of its n, so
    there is no share to estimate.
    """
    found = partial(Measure, metric.key, numerator=k, denominator=n)
    if k < 0 or (n is not None and (n < 0 or (metric.kind == "rate" and k > n))):
        return found(status=MeasureStatus.NOT_ASSESSABLE, reason=INCONSISTENT)
    if n is None:
        return found(status=MeasureStatus.OK, value=float(k))
    if n == 0:
        return found(status=MeasureStatus.NO_DENOMINATOR)
    if n < thresholds.rate:
        return found(status=MeasureStatus.SMALL_DENOMINATOR)
    value = metric.per * float(k) / float(n)
    if metric.kind == "rate" and n < thresholds.plain:
        low, high = wilson(float(k), float(n))
        return found(status=MeasureStatus.OK, value=value, low=low, high=high)
    return found(status=MeasureStatus.OK, value=value)


def wilson(k: float, n: float) -> tuple[float, float]:
    """The 95 % score interval of the share k/n, without continuity correction.

    Wilson, E. B. (1927), JASA 22: 209–212; recommended for small n by Brown, Cai and DasGupta
    (2001), Statistical Science 16: 101–133.
    """
    share = k / n
    centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * sqrt(share * (1 - share) / n + (_Z / (2 * n)) ** 2) / (1 + _Z**2 / n)
    # Rounding may put an end beyond the share itself when that is 0 or 1.
    return max(0.0, min(centre - half, share)), min(1.0, max(centre + half, share))


def _of_report(metric: Metric, report: Report, edition: Edition, thresholds: Thresholds) -> Measure:
    k, missing = _amount(metric.numerator, report, edition)
    n, missing_below = None, ""
    if metric.denominator is not None:
        n, missing_below = _amount(metric.denominator, report, edition)
    reason = missing or missing_below
    if k is None or reason:
        return Measure(metric.key, MeasureStatus.NOT_ASSESSABLE, k, n, reason=reason)
    return judged(metric, k, n, thresholds)


def _amount(cells: Sum, report: Report, edition: Edition) -> tuple[Number | None, str]:
    """The sum, or None and why it cannot be made."""
    plus, minus = cells.cells(edition)
    try:
        return report.total(plus) - report.total(minus), ""
    except NotAssessable as missing:
        return None, missing.reason
