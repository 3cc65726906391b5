"""The metrics, each declared once; the order is that of the data files and the pages.

Definitions and caveats follow published use (Shanghai 2007 and 2022, Changchun 2024 for shares of
what was decided); the methodology page names the sources.
"""

from generator.metrics.definition import Metric
from generator.metrics.flows import COUNTS, RATES
from generator.metrics.outcomes import OUTCOMES

METRICS: dict[str, Metric] = {metric.key: metric for metric in (*OUTCOMES, *RATES, *COUNTS)}
