"""Known numbers, written in every layout: no number is made, and what can be read is read."""

import pytest

from generator.form import EDITIONS, TABLE_KEYS, Edition
from generator.model import Status
from tests.layouts.report import read_report
from tests.layouts.serialisations import BASES, LAYOUTS, READ
from tests.layouts.tables import SETS, expected_of, printed, scored, tables_of

TABLES = dict(zip("ABC", TABLE_KEYS, strict=True))

# Layouts in which every cell that is left blank leaves a trace, and the tables in which it does.
TRACED = {
    "cells that start with a tab": "ABC",
    "cells that start with a tab, headings broken": "ABC",
    "pipes, headings broken over rows": "ABC",
    "pipes at row end": "AB",
    "pipes at row end, leading pipe": "AB",
    "pipes in place": "AB",
    "pipes without pads": "AB",
    "markdown, a table for each row": "AB",
    "blank-line separated": "A",
    "each cell ended by a pipe": "A",
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
def test_the_blank_national_template_holds_no_number(layout: str, edition: Edition) -> None:
    report = read_report(LAYOUTS[layout](tables_of(edition, {})))
    statuses = {reading.status for reading in report.cells.values()}
    assert statuses <= {Status.BLANK, Status.ABSENT, Status.UNREADABLE}
    for table in TRACED.get(BASES.get(layout, layout), ""):
        own = {r.status for at, r in report.cells.items() if at.startswith(TABLES[table])}
        assert own == {Status.BLANK}
