"""What each rule says of its own breaking example: shown on its page, never typed by hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.bilingual import Text
from generator.gazetteer import located
from generator.ids import report_base
from generator.model import Body, Report, ReportContext, Source
from generator.parse import parse
from generator.peers import numbers_of
from generator.readers import read_text
from generator.report_context import contexts_of, with_others
from generator.rules import RULES, Rule, assess
from generator.rules.outliers import COMPARED
from generator.rules.runner import Verdict, judge
from generator.similarity import Prose, fingerprint, likenesses
from generator.specimen import Specimen, written


@cache
def example_messages() -> dict[str, Text]:
    """The message of the first finding of each rule on its breaking example, by rule id."""
    return {rule.id: illustration(rule) for rule in RULES.values()}


def illustration(rule: Rule) -> Text:
    """The message of the first finding of one rule on its breaking example."""
    findings, _ = judge((rule,), *_beside_others(rule.breaks, *rule.beside))
    return next((finding.message for finding in findings), Text("", ""))


def judged_example(specimen: Specimen, *beside: Specimen) -> tuple[Report, Verdict]:
    """A specimen as a report, and what the rules say of it beside the others."""
    report, context = _beside_others(specimen, *beside)
    return report, assess(report, context)


def _beside_others(*specimens: Specimen) -> tuple[Report, ReportContext]:
    """The first of some specimens as a report, and what it stands beside."""
    reports = tuple(_read(*specimens))
    several = len(reports) > 1
    prose = Prose(tuple(map(fingerprint, reports)), lambda report: report) if several else None
    numbers = [numbers_of(report, COMPARED) for report in reports]
    context = next(contexts_of(reports, numbers, tuple(likenesses(reports, prose))))
    own = [report for report in reports if report.township == reports[0].township]
    return reports[0], with_others(context, reports[0], own)


def _read(*specimens: Specimen) -> Iterator[Report]:
    """The specimens as reports of known townships; the first of a year is the one that is used."""
    taken: Counter[str] = Counter()
    bodies = list(dict.fromkeys(specimen.body for specimen in specimens))
    for number, specimen in enumerate(specimens, start=1):
        source = Source(f"example-{number}.txt", "txt", "utf-8", 0, "")
        report = parse(read_text(written(specimen).encode()), source)
        if isinstance(report, Report):
            report = located(report)
            body = _placed(report.body, bodies.index(specimen.body))
            base = report_base(report, body.division_code)
            taken[base] += 1
            id_ = base if taken[base] == 1 else f"{base}-{taken[base]}"
            township, preferred = body.division_code, id_ == base
            yield replace(report, body=body, id=id_, township=township, preferred=preferred)


def _placed(body: Body, number: int) -> Body:
    """An invented township with a code of its own, in the county that its title names."""
    county = body.printed.removesuffix(body.name)
    return replace(body, county=county, division_code=f"{number:09}")
