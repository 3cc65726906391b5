"""Real tables in every format that marks tables: each row of numbers comes out whole."""

import json

import pytest

from generator.model import Document, GridCell
from tests.readers.files import LAYOUTS, read

MARKED = ("017.html", "020.html", "029.html", "039.docx", "043.docx", "044.doc")


def expected_rows(name: str) -> list[list[str]]:
    """The seven numbers of each row of the requests table, blank ones as ''."""
    path = LAYOUTS / "expected" / f"{name.partition('.')[0]}.json"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    rows: dict[str, list[str]] = {}
    for address, value in cells.items():
        row, _, _ = address.rpartition(".")
        if row.startswith("requests."):
            rows.setdefault(row, []).append("" if value is None else str(value))
    return list(rows.values())


@pytest.mark.parametrize("name", MARKED)
def test_every_row_of_requests_is_a_label_and_seven_numbers(name: str) -> None:
    expected = expected_rows(name)
    assert len(expected) in {23, 25}
    found = [[cell.text for cell in row[-7:]] for row in _requests(read(name))]
    assert found == expected


@pytest.mark.parametrize("name", MARKED)
def test_every_row_of_a_grid_is_the_line_that_it_names(name: str) -> None:
    document = read(name)
    for row in (row for grid in document.grids for row in grid):
        assert len({cell.line for cell in row}) == 1
        assert document.lines[row[0].line - 1] == " | ".join(cell.text for cell in row)


@pytest.mark.parametrize("name", MARKED)
def test_the_spans_of_a_grid_fill_it(name: str) -> None:
    for grid in read(name).grids:
        free = [0] * len(grid)
        for number, row in enumerate(grid):
            for cell in row:
                for covered in range(number, number + cell.rows):
                    free[covered] += cell.columns
        assert len(set(free)) == 1


def _requests(document: Document) -> list[tuple[GridCell, ...]]:
    """The rows below the header of the table that begins with the rule of its sums."""
    (grid,) = (grid for grid in document.grids if "勾稽关系" in grid[0][0].text)
    return list(grid[3:])
