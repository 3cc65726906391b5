"""Metrics: k of n first, a rate only where n is large enough to bear one.

Tables for comparing groups are in `generator.metrics.frame`, apart because it imports pandas.
"""

from generator.metrics.calculation import measure, measured, wilson
from generator.metrics.definition import Metric, Sum
from generator.metrics.registry import METRICS

__all__ = ["METRICS", "Metric", "Sum", "measure", "measured", "wilson"]
