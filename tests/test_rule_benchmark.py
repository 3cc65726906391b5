"""Planted errors: what is published of them, and a few planted anew with another seed."""

import pytest

from generator.rule_benchmark import rule_benchmark
from generator.rules import RULES
from tests.benchmarks.rules.measure import alarms, planted
from tests.benchmarks.rules.slips import SLIPS, Slip

ANOTHER_SEED = 5
_SUMS = [pytest.param(one, id=one.key) for one in SLIPS.values() if one.arithmetic]


def test_the_published_result_is_of_the_kinds_and_rules_there_are() -> None:
    kinds = rule_benchmark().kinds
    assert len(kinds) >= 25
    assert [kind.name for kind in kinds] == [slip.name for slip in SLIPS.values()]
    assert {rule for kind in kinds for rule in kind.rules} <= set(RULES)


def test_every_published_error_that_changes_a_sum_was_found() -> None:
    sums = [kind for kind in rule_benchmark().kinds if kind.changes_a_sum]
    assert len(sums) >= 10
    assert all(kind.found == kind.planted > 0 for kind in sums)
    assert sum(kind.named for kind in sums) >= 0.9 * sum(kind.single for kind in sums) > 0


def test_clean_reports_were_published_without_an_error_or_a_warning() -> None:
    measured = rule_benchmark()
    assert measured.clean_reports >= 100
    assert measured.clean_findings["error"] == measured.clean_findings["warning"] == 0


@pytest.mark.parametrize("slip", _SUMS)
def test_an_error_that_changes_a_sum_is_found_and_named(slip: Slip) -> None:
    tally = planted(slip, ANOTHER_SEED, 2)
    assert tally.planted == tally.found == 2
    assert tally.named == tally.single


def test_nothing_but_notices_is_said_of_clean_reports() -> None:
    found = alarms(ANOTHER_SEED, 6)
    assert not found["error"]
    assert not found["warning"]
