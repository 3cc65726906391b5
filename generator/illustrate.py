"""What each rule says of its own breaking example: shown on its page, never typed by hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.bilingual import Text
from generator.ids import report_base
from generator.model import Report, Source
from generator.parse import parse
from generator.readers import read_text
from generator.rules import RULES, Rule, assess
from generator.specimen import Specimen, written

_CODE = "000000000"  # of the invented township, so that its reports stand beside each other


@cache
def illustrate() -> dict[str, Text]:
    """The message of the first finding of each rule on its breaking example, by rule id."""
    return {rule.id: _said(rule) for rule in RULES.values()}


def _said(rule: Rule) -> Text:
    report, *others = _read(rule.breaks, *rule.beside)
    findings = assess(report, tuple(others))[0]
    return next((f.message for f in findings if f.rule == rule.id), Text("", ""))


def _read(*specimens: Specimen) -> Iterator[Report]:
    """The specimens as reports of one township; the first of a year is the one that is used."""
    taken: Counter[str] = Counter()
    for number, specimen in enumerate(specimens, start=1):
        source = Source(f"example-{number}.txt", "txt", "", 0, "")
        report = parse(read_text(written(specimen).encode()), source)
        if isinstance(report, Report):
            body = replace(report.body, division_code=_CODE)
            base = report_base(report, _CODE)
            taken[base] += 1
            id_ = base if taken[base] == 1 else f"{base}-{taken[base]}"
            yield replace(report, body=body, id=id_, township=_CODE, preferred=id_ == base)
