"""Numbers as readers see them: the fraction first, a rate only where it may be shown."""

from typing import NamedTuple

from generator.bilingual import Lang
from generator.messages import Translate
from generator.metrics import METRICS
from generator.model import Measure, MeasureStatus
from generator.numerals import grouped, percent


def base(measure: Measure, lang: Lang) -> str:
    """`3/20`, the numbers a rate is made of; "" for a count or where there are none."""
    if measure.numerator is None or not measure.denominator:
        return ""
    return f"{grouped(measure.numerator, lang)}/{grouped(measure.denominator, lang)}"


def fraction(measure: Measure, t: Translate, lang: Lang, *, spread: bool = False) -> str:
    """`3/20（15%）`; the fraction alone where the base is small; words where there is none.

    With `spread` the 95 % interval stands behind the rate wherever one is given.
    """
    if measure.status is MeasureStatus.NOT_ASSESSABLE or measure.numerator is None:
        return t("measure.not_assessable")
    if METRICS[measure.metric].denominator is None:
        return grouped(measure.numerator, lang)
    shown = base(measure, lang)
    value = rate(measure, t, spread=spread)
    if shown and value:
        return t("measure.fraction", base=shown, value=value)
    return shown or nothing(measure, t)


def rate(measure: Measure, t: Translate, *, spread: bool = True) -> str:
    """`15%`, `每百件 25`, with its interval if wanted and given; "" where no rate is shown."""
    if measure.value is None or METRICS[measure.metric].denominator is None:
        return ""
    if METRICS[measure.metric].kind == "ratio":
        return t("measure.ratio", value=f"{measure.value:.1f}".removesuffix(".0"))
    value = percent(measure.value)
    if spread and measure.low is not None:
        return t("measure.spread", value=value, interval=interval(measure))
    return value


def interval(measure: Measure) -> str:
    """The 95 % interval, where one is given."""
    if measure.low is None or measure.high is None:
        return ""
    return f"{percent(measure.low).removesuffix('%')}–{percent(measure.high)}"


class Lines(NamedTuple):
    """A value for a table of many: the number, and below it the interval where one is given."""

    value: str
    below: str


def lines(measure: Measure, t: Translate, lang: Lang) -> Lines:
    """A measure on two short lines; a dash where there is nothing to calculate it from."""
    if measure.status is MeasureStatus.NO_DENOMINATOR:
        return Lines("—", "")
    return Lines(fraction(measure, t, lang), interval(measure))


def remark(measure: Measure, t: Translate) -> str:
    """Why there is no rate, or that it is unsure."""
    if measure.status is MeasureStatus.NO_DENOMINATOR:
        return nothing(measure, t)
    if measure.status is MeasureStatus.NOT_ASSESSABLE:
        return t("measure.inconsistent" if measure.reason == "inconsistent" else "measure.unread")
    if measure.status is MeasureStatus.SMALL_DENOMINATOR:
        return t("measure.small")
    return t("measure.unsure") if measure.low is not None else ""


def joined(t: Translate, *remarks: str) -> str:
    """Several remarks in one cell, those that are empty left out."""
    said = t("site.semicolon").join(filter(None, remarks))
    return said[:1].upper() + said[1:]


def broken_note(t: Translate, n: int) -> str:
    """That a group holds `n` reports whose equations do not hold; "" if it holds none."""
    return t("measure.with_broken", n=n) if n else ""


def nothing(measure: Measure, t: Translate) -> str:
    """What is missing where the denominator is 0: requests, decisions, or decided cases."""
    metric = METRICS[measure.metric]
    below = metric.denominator.plus[0] if metric.denominator else ""
    if below.startswith("appeals."):
        return t("measure.no_cases")
    return t("measure.none_decided" if ".processed." in below else "measure.no_requests")
