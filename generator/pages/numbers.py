"""Numbers as readers see them: the fraction first, a rate only where it may be shown."""

from generator.bilingual import Lang
from generator.messages import Translate
from generator.metrics import METRICS
from generator.model import Measure, MeasureStatus, Number, number_text


def grouped(value: Number, lang: Lang) -> str:
    """With thousands separators in English from 1,000, in Chinese text from 10,000 on."""
    text = number_text(value)
    whole, point, fraction = text.partition(".")
    threshold = 10_000 if lang == "zh" else 1_000
    return f"{int(whole):,}{point}{fraction}" if abs(value) >= threshold else text


def percent(share: float) -> str:
    """At most one decimal, none when it is zero."""
    return f"{share * 100:.1f}".removesuffix(".0") + "%"


def fraction(measure: Measure, t: Translate, lang: Lang) -> str:
    """`3/20（15%）`; the fraction alone where the base is small; words where there is none."""
    metric = METRICS[measure.metric]
    if measure.status is MeasureStatus.NOT_ASSESSABLE or measure.numerator is None:
        return t("measure.not_assessable")
    k = grouped(measure.numerator, lang)
    if metric.denominator is None:
        return k
    if measure.status is MeasureStatus.NO_DENOMINATOR or measure.denominator is None:
        return t("measure.none")
    n = grouped(measure.denominator, lang)
    if measure.value is None:
        return f"{k}/{n}"
    value = percent(measure.value) if metric.kind == "rate" else number_text(round(measure.value, 1))
    return t("measure.fraction" if metric.kind == "rate" else "measure.ratio", k=k, n=n, value=value)


def interval(measure: Measure) -> str:
    """The 95 % interval, where one is given."""
    if measure.low is None or measure.high is None:
        return ""
    return f"{percent(measure.low)} – {percent(measure.high)}"


def remark(measure: Measure, t: Translate) -> str:
    """Why there is no rate, or that it is unsure."""
    metric = METRICS[measure.metric]
    if measure.status is MeasureStatus.NO_DENOMINATOR:
        cases = any(a.startswith("appeals.") for a in metric.denominator.plus) if metric.denominator else False
        return t("measure.no_cases" if cases else "measure.no_requests")
    if measure.status is MeasureStatus.NOT_ASSESSABLE and measure.reason == "inconsistent":
        return t("measure.inconsistent")
    key = {
        MeasureStatus.SMALL_DENOMINATOR: "measure.small",
        MeasureStatus.NOT_ASSESSABLE: "measure.unread",
    }.get(measure.status)
    if key:
        return t(key)
    return t("measure.unsure") if measure.low is not None else ""
