"""Rows, lines and headings that are lost: what is missing is never a number, least of all 0."""

import pytest

from generator.form import EDITIONS, SECTIONS, TABLE_KEYS, Edition
from generator.model import UNREAD
from tests.layouts.report import read_report
from tests.layouts.serialisations import LAYOUTS, READ
from tests.layouts.tables import (
    SETS,
    expected_of,
    printed,
    rows_at,
    scored,
    tables_of,
)

COLUMNS = ("natural_person", "total")


@pytest.mark.parametrize("kind", SETS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_row_that_lost_a_line_is_not_read(edition: Edition, kind: str) -> None:
    """Where duplicate lines were dropped, a value that is missing is never taken for 0."""
    texts = printed(edition, kind)
    report = read_report(LAYOUTS["duplicate lines dropped"](tables_of(edition, texts)))
    for table in TABLE_KEYS:
        kept: set[str] = set()
        for row in rows_at(edition, table):
            values = [texts[address] for address in row]
            whole = len(set(values)) == len(values) and not kept & set(values)
            kept |= set(values)
            if row and not whole:
                assert {report.cells[address].status for address in row} <= UNREAD


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", [name for name, tables in READ.items() if "B" in tables[0]])
def test_a_row_that_is_not_printed_has_no_values(layout: str, edition: Edition) -> None:
    texts = printed(edition, "busy")
    rows = rows_at(edition, "requests")
    for place in (3, 9, 15, len(rows) - 4):
        tables = tables_of(edition, texts)
        assert rows[place]
        del tables["requests"][place]
        report = read_report(LAYOUTS[layout](tables))
        score = scored(report, expected_of({**texts, **dict.fromkeys(rows[place], "")}))
        assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
        assert {report.cells[address].status for address in rows[place]} <= UNREAD


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", [name for name, tables in READ.items() if tables[0] == "ABC"])
def test_a_main_heading_that_is_not_printed_moves_no_number(layout: str, edition: Edition) -> None:
    texts = printed(edition, "busy")
    whole = LAYOUTS[layout](tables_of(edition, texts))
    for section in SECTIONS:
        assert section.heading in whole
        report = read_report(whole.replace(section.heading + "\n", ""))
        score = scored(report, expected_of(texts))
        assert (sorted(score.wrong), sorted(score.invented)) == ([], [])


@pytest.mark.parametrize("filled", [1, 2, 3])
def test_three_rows_without_labels_are_not_the_one_row_of_the_older_form(filled: int) -> None:
    """（六）其他处理 has three rows in the 2021 form; with blanks no more numbers may stand in them
    than in the single row of the 2019 form."""
    rows = ("closed_not_corrected", "closed_fee_unpaid", "closed_other")[:filled]
    texts = {f"requests.{row}.{column}": "3" for row in rows for column in COLUMNS}
    texts |= {"requests.closed_other.enterprise": "3"} if filled == 3 else {}
    report = read_report(LAYOUTS["sub-row labels lost"](tables_of(2021, texts)))
    score = scored(report, expected_of(texts))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
