"""From a corpus to a survey: every file once, then the reports of a township beside each other."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from generator.corpus import open_corpus
from generator.model import Dossier, Finding, Report, ReportContext
from generator.rules import RULES, assess_beside
from generator.specimen import Specimen
from tests.corpus.content import CODE, Content
from tests.examined import examine
from tests.similarity.texts import invented, paragraphs

T = TypeVar("T")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Three years of one township out of order, a second of 2023, and a report of another place."""
    content = Content(tmp_path)
    files = {"a.txt": 2023, "b.txt": 2021, "c.txt": 2022, "d.txt": 2023}
    for n, (file, year) in enumerate(files.items()):
        content.report(file, Specimen(year=year, cells={"proactive.licences.decisions": str(n)}))
    content.report("e.txt", Specimen(year=2020))
    content.register(*(f"{file},{CODE},,,,,,,,,,," for file in files))
    return content


def test_every_file_is_gone_through_with_the_number_of_all(content: Content) -> None:
    seen: list[object] = []

    def progress(things: Iterable[T], doing: str, total: int | None = None, /) -> Iterator[T]:
        seen.append((doing, total))
        for thing in things:
            seen.append(thing)
            yield thing

    survey = examine(open_corpus(content.path), progress)
    assert seen[0] == ("reading files", 5)
    assert sorted(map(str, seen[1:])) == [file.file for file in survey.files]


def test_a_report_stands_beside_the_others_of_its_township_oldest_first(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside: dict[str, list[str]] = {}

    def noted(report: Report, context: ReportContext, told: tuple[Finding, ...]) -> object:
        beside[report.id] = [other.id for other in context.others]
        return assess_beside(report, context, told)

    monkeypatch.setattr("generator.judging.beside.assess_beside", noted)
    examine(open_corpus(content.path))
    ids = [f"{CODE}-2021", f"{CODE}-2022", f"{CODE}-2023", f"{CODE}-2023-2"]
    assert beside.pop("unresolved-e-txt-2020") == []
    assert beside == {one: [other for other in ids if other != one] for one in ids}


def test_every_rule_has_an_outcome_in_the_order_of_the_rules(content: Content) -> None:
    for dossier in examine(open_corpus(content.path)).dossiers:
        assert list(dossier.assessments) == list(RULES)


def test_what_stands_before_the_first_heading_is_not_compared(content: Content) -> None:
    above, below = paragraphs(invented(3, 400)), paragraphs(invented(4, 800))
    for file, body in {"f.txt": "云岭县白石镇", "g.txt": "云岭县黑石镇"}.items():
        content.report(file, Specimen(body=body, prose={"overview": below}))
    found = [overlap for dossier in _alike(content) for overlap in dossier.overlaps]
    for file, body in {"f.txt": "云岭县白石镇", "g.txt": "云岭县黑石镇"}.items():
        content.report(file, Specimen(body=body, prose={"": above, "overview": below}))
    again = [overlap for dossier in _alike(content) for overlap in dossier.overlaps]
    assert found[0].shared >= 800
    assert [one.shared for one in again] == [one.shared for one in found]
    assert [one.length for one in again] == [one.length for one in found]


def _alike(content: Content) -> Iterable[Dossier]:
    return [
        d for d in examine(open_corpus(content.path)).dossiers if d.report.body.name[0] in "白黑"
    ]
