"""Every rule's own examples, and what every rule owes its readers."""

import json
import re
from collections.abc import Iterator

import pytest

from generator.bilingual import Text
from generator.model import Outcome, Report, Severity
from generator.rules import RULES, Rule
from generator.rules.registry import Hit, rule
from generator.specimen import Specimen
from tests.rules.judged import example, judged

_PRESUMED = re.compile(r"笔误|写错|填错|有误|错误|\\b(?:wrong|mistake|error|slip)")
_EVERY_RULE = [pytest.param(one, id=one.id) for one in RULES.values()]


@pytest.mark.parametrize("one", _EVERY_RULE)
def test_the_passing_example_passes_and_nothing_else_is_found(one: Rule) -> None:
    result = example(one.passes, *one.beside)
    assert result.outcome(one.id) == "pass"
    assert result.findings == ()


@pytest.mark.parametrize("one", _EVERY_RULE)
def test_the_breaking_example_breaks_this_rule_alone(one: Rule) -> None:
    result = example(one.breaks, *one.beside)
    assert result.assessments[one.id].outcome is Outcome.FAIL
    assert {finding.rule for finding in result.findings} == {one.id}


@pytest.mark.parametrize("one", _EVERY_RULE)
def test_findings_can_be_published(one: Rule) -> None:
    for finding in example(one.breaks, *one.beside).of(one.id):
        assert finding.severity.rank >= one.severity.rank
        assert json.loads(json.dumps(finding.facts)) == finding.facts
        assert re.search(r"[\u4e00-\u9fff].*。$", finding.message.zh)
        assert re.search(r"^[A-Z].*\.$", finding.message.en)
        assert "{" not in finding.message.zh + finding.message.en


@pytest.mark.parametrize("one", _EVERY_RULE)
def test_no_rule_presumes_a_slip(one: Rule) -> None:
    for text in (one.title, one.meaning, one.message, one.exceptions, *one.wordings.values()):
        assert not _PRESUMED.search(text.zh + text.en)


def test_an_imbalance_is_told_with_the_words_of_the_form() -> None:
    message = judged(RULES["TB-BALANCE"].breaks).findings[0].message
    assert message.zh == "自然人：第一项加第二项为6，第三项加第四项为5。"
    assert message.en == (
        "Natural persons: new requests received this year plus requests carried over from the "
        "previous year: 6; total decided plus carried forward to next year: 5."
    )


@pytest.mark.parametrize("one", _EVERY_RULE)
def test_a_rule_says_what_it_checks_and_why_in_both_languages(one: Rule) -> None:
    for text in (one.title, one.meaning, one.basis, one.message):
        assert re.search("[\u4e00-\u9fff。]", text.zh)
        assert re.search("[a-z.]", text.en)
    assert all(re.match(r"https?://\S+$", url) for url in one.sources)
    assert one.check.__doc__


# What the clean specimen cannot show: it states little, and nothing is known that stands beside it.
_LACKING = {
    "no_statement",
    "no_code",
    "no_place",
    "before_2024",
    "few_peers",
    "elsewhere",
    "nothing_beside",
}


def test_the_clean_specimen_passes_unless_something_is_lacking() -> None:
    result = judged(Specimen())
    assert result.findings == ()
    for one in RULES:
        outcome, _, reason = result.outcome(one).partition(" ")
        assert outcome == "pass" or reason.partition(" ")[0] in _LACKING, one


def test_rules_stand_in_the_order_of_a_report() -> None:
    families = [one.partition("-")[0] for one in RULES]
    order = ["STR", "TA", "TB", "TC", "NX", "TX", "DT", "CY"]
    assert families == sorted(families, key=order.index)
    assert list(RULES)[:7] == [
        "STR-SECTIONS",
        "STR-NUMBERING",
        "STR-FORMAT-YEAR",
        "STR-LABEL",
        "STR-CELLS",
        "STR-BLANK",
        "STR-NONINT",
    ]


def test_an_id_is_given_once() -> None:
    nothing = Text("", "")
    declare = rule(
        "TB-ROW",
        Severity.NOTICE,
        title=nothing,
        meaning=nothing,
        basis=nothing,
        message=nothing,
        passes=Specimen(),
        breaks=Specimen(),
    )

    def another(_: Report) -> Iterator[Hit]:
        yield Hit()

    with pytest.raises(ValueError, match="TB-ROW is declared twice"):
        declare(another)
    assert RULES["TB-ROW"].severity is Severity.ERROR
