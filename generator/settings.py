"""`content/site.toml`: what the maintainer decides. Every key is optional."""

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.bilingual import Text

TITLE = Text("乡镇政府信息公开年报", "Township transparency reports")


class Thresholds(NamedTuple):
    """Denominators from which a rate is shown at all, and from which it is shown without interval.

    They are ours, not a standard: no source names one.
    """

    rate: int = 10
    plain: int = 30


@dataclass(frozen=True, slots=True)
class Settings:
    """Names, addresses and thresholds of one site."""

    title: Text = TITLE
    base_url: str = ""
    contact: str = ""
    publisher: str = ""
    licence: str = "CC BY 4.0"
    thresholds: Thresholds = field(default_factory=Thresholds)
