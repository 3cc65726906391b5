"""Names → division codes, never by guessing."""

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.resolve import at, resolve

__all__ = ["Gazetteer", "at", "gazetteer", "resolve"]
