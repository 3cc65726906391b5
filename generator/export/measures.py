"""The metrics of each report."""

from typing import NamedTuple

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, number, rate, words
from generator.metrics import METRICS
from generator.model import Measure, MeasureStatus


class Measured(NamedTuple):
    """One metric of one report."""

    report: str
    found: Measure


def _value(measured: Measured) -> str:
    found = measured.found
    if METRICS[found.metric].kind == "count" and found.value is not None:
        return number(found.numerator)
    return rate(found.value)


MEASURES: DataFile[Measured] = DataFile(
    "metrics",
    Text("指标", "Metrics"),
    Text("一份报告的一项指标", "metric of each report"),
    (
        Column("report", "string", common.REPORT, lambda m: m.report),
        Column(
            "metric",
            "string",
            Text("指标", "Metric"),
            lambda m: m.found.metric,
            words=tuple(METRICS),
        ),
        Column(
            "numerator", "number", Text("分子", "Numerator"), lambda m: number(m.found.numerator)
        ),
        Column(
            "denominator",
            "number",
            Text("分母", "Denominator"),
            lambda m: number(m.found.denominator),
            note=Text("计数指标没有分母。", "Counts have none."),
        ),
        Column(
            "value",
            "number",
            Text("指标值", "Value"),
            _value,
            note=Text(
                "比率为小数；分母太小时为空，请看分子和分母。",
                "Rates are decimals; empty where the denominator is small: see numerator and "
                "denominator.",
            ),
        ),
        Column(
            "interval_low",
            "number",
            Text("95%区间下限", "95 % interval, lower end"),
            lambda m: rate(m.found.low),
            note=Text("威尔逊区间。", "Wilson score interval."),
        ),
        Column(
            "interval_high",
            "number",
            Text("95%区间上限", "95 % interval, upper end"),
            lambda m: rate(m.found.high),
            note=Text("威尔逊区间。", "Wilson score interval."),
        ),
        Column(
            "status",
            "string",
            Text("状态", "Status"),
            lambda m: m.found.status.value,
            words=words(MeasureStatus),
        ),
    ),
    lambda survey: (
        Measured(d.report.id, found) for d in survey.dossiers for found in d.measures.values()
    ),
    key=("report", "metric"),
    references=(common.OF_REPORT,),
    of_reports=True,
)
