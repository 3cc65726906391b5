"""Small pieces that several kinds of page are made of."""

from typing import NamedTuple

from generator.model import Measure, MeasureStatus
from generator.pages.base import View
from generator.pages.numbers import base, fraction, nothing, rate


class Glance(NamedTuple):
    """One figure of a strip, with the page it leads to."""

    value: str
    text: str
    path: str = ""
    extra: str = ""


class LabelledFact(NamedTuple):
    """A label and its value, perhaps leading to a page or an outside address."""

    label: str
    value: str
    path: str = ""
    url: str = ""
    code: bool = False


def rate_glance(view: View, measure: Measure, text: str, path: str) -> Glance:
    """A rate as a figure: the fraction large; below it the rate and interval, or why none."""
    if shown := base(measure, view.lang):
        return Glance(shown, text, path, rate(measure, view.t))
    if measure.status is MeasureStatus.NO_DENOMINATOR:
        return Glance("—", text, path, nothing(measure, view.t))
    return Glance(fraction(measure, view.t, view.lang), text, path)
