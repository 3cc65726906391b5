"""Tables that look like the form's and are not laid out like it: better unread than wrong."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.model import Report, Status
from tests.layouts.report import read_report

STRANGE = Path(__file__).parent / "data" / "strange"


def strange(name: str) -> Report:
    return read_report((STRANGE / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("swapped_headers.md", "proactive.normative_documents."),
        ("empty_and_last_year.md", "proactive.normative_documents."),
        ("last_year_column.md", "proactive.licences."),
        ("suits_first.md", "appeals.reconsideration."),
        ("cases_by_row.md", "appeals."),
    ],
)
def test_columns_that_are_not_those_of_the_form_are_not_read(name: str, row: str) -> None:
    cells = strange(name).cells
    statuses = {cells[address].status for address in cells if address.startswith(row)}
    assert statuses == {Status.UNREADABLE}


def test_a_unit_below_its_heading_counts() -> None:
    amount = strange("unit_next_line.txt").cells["proactive.charges.amount"]
    assert (amount.value, amount.unit) == (Decimal("1.28"), "元")


def test_a_row_among_the_rows_is_not_that_of_the_form() -> None:
    """`其中：部分公开` below `予以公开` is not the row `部分公开`."""
    cells = strange("among_them.md").cells
    assert cells["requests.partly_granted.enterprise"].value == 536
