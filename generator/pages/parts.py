"""Small pieces that several kinds of page are made of."""

from typing import NamedTuple

from generator.model import Measure
from generator.pages.base import View
from generator.pages.numbers import base, lines, rate


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
    fraction = base(measure, view.lang)
    if fraction:
        return Glance(fraction, text, path, rate(measure, view.t))
    shown = lines(measure, view.t, view.lang)
    return Glance(shown.value, text, path, shown.below)
