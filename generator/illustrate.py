"""What a rule says of its own breaking example: shown on its page, never typed by hand."""

from functools import cache

from generator.bilingual import Text
from generator.model import Finding, Source
from generator.parse import NotAReport, parse
from generator.readers import read_text
from generator.rules import RULES, assess
from generator.specimen import Specimen, written


@cache
def illustrate(rule: str) -> Text:
    """The message of the first finding of a rule on its breaking example."""
    findings = [finding for finding in _findings(RULES[rule].breaks) if finding.rule == rule]
    return findings[0].message if findings else Text("", "")


def _findings(specimen: Specimen) -> tuple[Finding, ...]:
    source = Source("example.txt", "txt", "utf-8", 0, "")
    report = parse(read_text(written(specimen).encode()), source)
    return () if isinstance(report, NotAReport) else assess(report)[0]
