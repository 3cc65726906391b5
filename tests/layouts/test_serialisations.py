"""Known numbers, written in every layout: no number is made, and what can be read is read."""

import pytest

from generator.form import EDITIONS, TABLE_KEYS, Edition
from generator.model import Status
from tests.layouts.report import read_report
from tests.layouts.serialisations import BASES, LAYOUTS, READ
from tests.layouts.tables import SETS, expected_of, printed, scored, tables_of

TABLES = dict(zip("ABC", TABLE_KEYS, strict=True))

# Layouts that lose labels, or the lines of labels, so that a blank row leaves nothing at all.
LOST = {
    "glued by section": "AB",
    "markdown, a table for each row, no numbering": "B",
    "markdown, labels torn from values": "B",
    "sub-row labels lost": "B",
    "all labels lost": "BC",
}


@pytest.mark.parametrize("kind", SETS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", READ)
def test_no_layout_makes_a_number(layout: str, edition: Edition, kind: str) -> None:
    _check(layout, edition, kind)


@pytest.mark.parametrize("kind", ["small", "busy, zeros blank"])
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", BASES)
def test_no_wording_makes_a_number(layout: str, edition: Edition, kind: str) -> None:
    _check(layout, edition, kind)


def _check(layout: str, edition: Edition, kind: str) -> None:
    texts = printed(edition, kind)
    report = read_report(LAYOUTS[layout](tables_of(edition, texts)))
    score = scored(report, expected_of(texts))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
    whole = READ[BASES.get(layout, layout)][SETS[kind][1]]
    tables = tuple(TABLES[table] for table in whole)
    assert sorted(at for at in score.unread if at.startswith(tables)) == []


def test_every_layout_is_said_to_be_read_or_not() -> None:
    assert READ.keys() == LAYOUTS.keys() - BASES.keys()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_national_template_is_blank(layout: str, edition: Edition) -> None:
    report = read_report(LAYOUTS[layout](tables_of(edition, {})))
    for name, table in TABLES.items():
        own = {r.status for at, r in report.cells.items() if at.startswith(table)}
        lost = name in LOST.get(layout, "")
        assert own <= {Status.BLANK, Status.ABSENT} if lost else own == {Status.BLANK}
