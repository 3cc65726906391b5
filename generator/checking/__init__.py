"""The answer of `check`: what the rules say of some reports, before anybody publishes them."""

from generator.checking.checked import Checked, check
from generator.checking.formats import formatted
from generator.checking.text import remarks

__all__ = ["Checked", "check", "formatted", "remarks"]
