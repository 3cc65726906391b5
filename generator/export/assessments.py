"""The outcome of every rule on every report, and the rules themselves.

A report has scores of outcomes, so that these are fetched without a call of ours.
"""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from generator.bilingual import Text
from generator.export import common
from generator.export.declare import Column, DataFile, words
from generator.model import Assessment, Outcome, Severity
from generator.rules import RULES, Rule
from generator.survey import Survey
from generator.totals import Totals


class Assessed(NamedTuple):
    """What one rule says of one report."""

    report: str
    rule: str
    assessment: Assessment


ASSESSMENTS: DataFile[Assessed] = DataFile(
    "assessments",
    Text("检查结果", "Assessments"),
    Text("一份报告的一条规则", "rule on each report"),
    (
        Column("report", "string", common.REPORT, attrgetter("report")),
        Column("rule", "string", common.RULE, attrgetter("rule")),
        Column(
            "outcome",
            "string",
            Text("结果", "Outcome"),
            lambda a: str(a.assessment.outcome),
            note=Text(
                "规则给出的结果；发现后来撤回的，仍为 fail。",
                "As the rule found it: fail also where the finding was withdrawn since.",
            ),
            words=words(Outcome),
        ),
        Column(
            "reason",
            "string",
            Text("无法检查的原因", "Why it could not be assessed"),
            attrgetter("assessment.reason"),
        ),
    ),
    lambda survey: (
        Assessed(d.report.id, rule, d.assessed(rule)) for d in survey.dossiers for rule in RULES
    ),
    key=("report", "rule"),
    references=(common.OF_REPORT, common.OF_RULE),
    of_reports=True,
    by_province=True,
)


class Applied(NamedTuple):
    """A rule and how often each outcome came of it."""

    rule: Rule
    outcomes: Counter[Outcome]


def _outcomes(totals: Totals, rule: str) -> Counter[Outcome]:
    said = totals.of_rule(rule)
    counted = {Outcome.FAIL: said.failed, Outcome.NOT_ASSESSABLE: said.silent}
    return Counter({Outcome.PASS: totals.tally.reports - sum(counted.values()), **counted})


def _applied(survey: Survey) -> Iterator[Applied]:
    for key, rule in RULES.items():
        yield Applied(rule, _outcomes(survey.nation.totals, key))


RULES_APPLIED: DataFile[Applied] = DataFile(
    "rules",
    Text("规则", "Rules"),
    Text("一条规则", "rule"),
    (
        Column("rule", "string", common.RULE, lambda a: a.rule.id),
        Column(
            "severity",
            "string",
            Text("最高严重程度", "Highest severity"),
            lambda a: a.rule.severity.value,
            words=words(Severity),
        ),
        Column("title_zh", "string", Text("中文名称", "Title, Chinese"), lambda a: a.rule.title.zh),
        Column("title_en", "string", Text("英文名称", "Title, English"), lambda a: a.rule.title.en),
        Column("basis", "string", Text("依据", "Basis"), lambda a: a.rule.basis.zh),
        Column(
            "passed",
            "integer",
            Text("通过的报告数", "Reports that pass"),
            lambda a: str(a.outcomes[Outcome.PASS]),
        ),
        Column(
            "failed",
            "integer",
            Text("未通过的报告数", "Reports that fail"),
            lambda a: str(a.outcomes[Outcome.FAIL]),
        ),
        Column(
            "not_assessable",
            "integer",
            Text("无法检查的报告数", "Reports that could not be assessed"),
            lambda a: str(a.outcomes[Outcome.NOT_ASSESSABLE]),
        ),
    ),
    _applied,
    key=("rule",),
)
