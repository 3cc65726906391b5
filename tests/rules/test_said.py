"""What prose says of requests, cases and documents beside tables: contradictions, and none."""

import tomllib
from pathlib import Path

import pytest

from generator.specimen import Specimen, of_persons
from tests.rules.judged import judged

_SAID = tomllib.loads(Path(__file__).with_name("said.toml").read_text("utf-8"))
_TRUE = _SAID.pop("true")
_TABLES = {
    "zero": {},
    "three": of_persons(received=3, granted=3, processed=3),
    "carried": of_persons(received=3, granted=2, processed=2, carried_forward=1),
    "cases": {
        "appeals.reconsideration.upheld": "2",
        "appeals.reconsideration.total": "2",
        "appeals.suit_direct.upheld": "1",
        "appeals.suit_direct.total": "1",
    },
    "docs": {
        "proactive.normative_documents.issued": "2",
        "proactive.normative_documents.in_force": "2",
    },
}


def _rules(tables: str, sentence: str) -> set[str]:
    """The rules that speak of a report with this sentence."""
    specimen = Specimen(cells=_TABLES[tables], added={"overview": sentence})
    return {finding.rule for finding in judged(specimen).findings}


@pytest.mark.parametrize(
    ("rule", "tables", "sentence"),
    [
        pytest.param(rule, tables, sentence, id=f"{rule}-{tables}-{sentence}")
        for rule, beside in _SAID.items()
        for tables, sentences in beside.items()
        for sentence in sentences
    ],
)
def test_what_the_tables_contradict_is_found(rule: str, tables: str, sentence: str) -> None:
    assert rule in _rules(tables, sentence)


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        pytest.param(tables, sentence, id=f"{tables}-{sentence}")
        for tables, sentences in _TRUE.items()
        for sentence in sentences
    ],
)
def test_what_may_be_true_is_left_alone(tables: str, sentence: str) -> None:
    assert not _rules(tables, sentence) & {*_SAID, "NX-FEE"}
