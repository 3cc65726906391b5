"""Of a table only the piece with other rows is made of rows again, and what was lost of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.export import PartPiece
from generator.specimen import Specimen
from generator.stages import pieces
from generator.stages.publishing import Publisher, ReportRows, Tables
from tests.corpus.content import Content, snapshot
from tests.stages.kept import kept, made_afresh

COUNT = 24
SLIP = {"requests.received.total": "7"}


def _report(content: Content, number: int, cells: Mapping[str, str] | None = None) -> Path:
    specimen = Specimen(body=f"第{number}镇人民政府", cells=cells or {})
    return content.report(f"{number:02}.txt", specimen)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Many townships, in pieces of a few."""
    monkeypatch.setattr(pieces, "_TOWNSHIPS", 4)
    made = Content(tmp_path)
    for number in range(COUNT):
        _report(made, number)
    made.build("--workers", "1")
    return made


@pytest.fixture
def fetched(content: Content, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of which townships rows are fetched from now on, for the tables that are never split."""
    found: list[str] = []
    rows = Publisher.rows

    def noted(publisher: Publisher, key: str, tables: Tables) -> ReportRows:
        found.extend([key] * (tables[0] == "reports"))
        return rows(publisher, key, tables)

    monkeypatch.setattr(Publisher, "rows", noted)
    return found


CHANGES: dict[str, Callable[[Content], object]] = {
    "a report is edited": lambda c: _report(c, 7, SLIP),
    "a township is added": lambda c: _report(c, COUNT),
    "a township is removed": lambda c: (c.path / "reports" / "20.txt").unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_takes_the_rows_of_few_townships(
    name: str, content: Content, fetched: list[str]
) -> None:
    CHANGES[name](content)
    content.build("--workers", "1")
    assert 0 < len(fetched) <= COUNT / 2
    assert snapshot(content.output) == made_afresh(content)


def test_pieces_that_are_in_no_table_any_more_are_not_kept(content: Content) -> None:
    before = len(_pieces(content))
    for number in range(3):
        _report(content, number, SLIP)
        content.build("--workers", "1")
    assert len(_pieces(content)) == before


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"x" * 99)])
def test_pieces_that_were_lost_are_made_again(
    damage: Callable[[Path], object], content: Content, fetched: list[str]
) -> None:
    for path in _pieces(content):
        damage(path)
    CHANGES["a report is edited"](content)
    content.build("--workers", "1")
    assert len(fetched) == COUNT
    assert snapshot(content.output) == made_afresh(content)


def test_pieces_are_made_again_when_rows_were_lost_too(content: Content) -> None:
    for path in (*_pieces(content), *_rows(content)):
        path.unlink()
    CHANGES["a report is edited"](content)
    content.build("--workers", "1")
    assert snapshot(content.output) == made_afresh(content)


def _pieces(content: Content) -> list[Path]:
    return list(kept(content, PartPiece))


def _rows(content: Content) -> list[Path]:
    return [path for path in kept(content, dict) if path.suffix == ".reports"]
