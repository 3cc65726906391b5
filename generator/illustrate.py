"""What each rule says of its own breaking example: shown on its page, never typed by hand."""

from functools import cache

from generator.bilingual import Text
from generator.model import Report, Source
from generator.parse import parse
from generator.readers import read_text
from generator.rules import RULES, Rule, assess
from generator.specimen import written


@cache
def illustrate() -> dict[str, Text]:
    """The message of the first finding of each rule on its breaking example, by rule id."""
    return {rule.id: _said(rule) for rule in RULES.values()}


def _said(rule: Rule) -> Text:
    report = parse(
        read_text(written(rule.breaks).encode()), Source("example.txt", "txt", "", 0, "")
    )
    findings = assess(report)[0] if isinstance(report, Report) else ()
    return next((f.message for f in findings if f.rule == rule.id), Text("", ""))
