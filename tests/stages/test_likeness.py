"""Likeness is found again when prose or who it is by is another, and is always that of now."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Report
from generator.similarity import Likeness, Prose, likenesses
from generator.specimen import Specimen
from tests.corpus.content import CODE, Content, snapshot
from tests.similarity.texts import invented, paragraphs
from tests.stages.kept import made_afresh

TEXT = paragraphs(invented(1, 800))
OTHER = paragraphs(invented(2, 800))
ONE = Specimen(body="云岭县青石镇", prose={"overview": TEXT})
TWO = Specimen(body="云岭县白石镇", prose={"overview": TEXT})
NUMBER = {"requests.received.total": "7"}


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many reports were compared each time that any were."""
    compared: list[int] = []

    def noted(reports: Sequence[Report], prose: Prose | None) -> Iterator[Likeness]:
        compared.append(len(reports))
        return likenesses(reports, prose)

    monkeypatch.setattr("generator.stages.likeness.likenesses", noted)
    return compared


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    content.report("a.txt", ONE)
    content.report("b.txt", TWO)
    content.report("c.txt", b"")
    content.build()
    assert "b-txt" in content.page("similar/index.html")
    return content


# Each with how many reports are compared again, nothing where none are.
CHANGES: dict[str, tuple[list[int], Callable[[Content], object]]] = {
    "a number": ([], lambda c: c.report("a.txt", replace(ONE, cells=NUMBER))),
    "what the register says of the file": (
        [],
        lambda c: c.register("b.txt,,,,,,,,https://example.org/b,2024-01-20,,,注"),
    ),
    "prose": ([2], lambda c: c.report("b.txt", replace(TWO, prose={"overview": OTHER}))),
    "the code": ([2], lambda c: c.register(f"b.txt,{CODE},,,,,,,,,,,")),
    "the year": ([2], lambda c: c.register("b.txt,,,,,,,2022,,,,,")),
    "a report more": ([3], lambda c: c.report("c.txt", replace(ONE, body="云岭县黑石镇"))),
    "a report less": ([1], lambda c: (c.path / "reports/b.txt").unlink()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_likeness_follows_from_makes_it_be_found_again(
    content: Content, times: list[int], name: str
) -> None:
    expected, change = CHANGES[name]
    times.clear()
    change(content)
    assert content.build().code == 0
    assert times == expected
    assert snapshot(content.output) == made_afresh(content)


def test_fingerprints_that_were_lost_are_taken_again(content: Content) -> None:
    for kept in content.output.with_name(f".{content.output.name}.cache").glob("*/*"):
        if b"Fingerprint" in kept.read_bytes() or b"Likeness" in kept.read_bytes():
            kept.unlink()
    content.report("a.txt", replace(ONE, cells=NUMBER))
    content.build()
    assert snapshot(content.output) == made_afresh(content)
