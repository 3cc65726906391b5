"""Names → division codes, never by guessing."""

from dataclasses import replace

from generator.gazetteer.divisions import Gazetteer, gazetteer
from generator.gazetteer.mentions import read_mentions
from generator.gazetteer.resolve import at, resolve
from generator.model import Report

__all__ = ["Gazetteer", "at", "gazetteer", "located", "resolve"]


def located(report: Report) -> Report:
    """A report as it was parsed, with the place of its body and the places that its prose names."""
    return replace(report, body=resolve(report.body), mentions=read_mentions(report.paragraphs))
