"""Two reports in one file: it is refused, or nothing of the one stands under the other."""

from collections.abc import Mapping

import pytest

from generator.form import EDITIONS, TABLE_KEYS, Edition
from generator.parse import NotAReport
from tests.layouts.report import Layout, read
from tests.layouts.serialisations import LAYOUTS
from tests.layouts.tables import Row, Tables, expected_of, numbers, scored, tables_of


def _two(edition: Edition) -> tuple[dict[str, str], dict[str, str]]:
    """Two reports that have no number in common in any cell."""
    first = numbers(edition, "busy")
    return first, {address: str(int(text) * 2 + 30) for address, text in first.items()}


def _is_not_mixed(text: str, *reports: Mapping[str, str]) -> bool:
    """Whether the text is refused, or all that is read of it stands in one of the reports."""
    found = read(text)
    if isinstance(found, NotAReport):
        return found.reason == "two_reports"
    scores = [scored(found, expected_of(texts)) for texts in reports]
    return any(not score.wrong and not score.invented for score in scores)


def _beside(left: Tables, right: Tables) -> Tables:
    """Every row of the one, and behind it the row of the other."""
    return {
        key: [
            Row((*one.padded, *(other.labels if other.values else ())), other.values)
            if other.values
            else Row((*one.labels, *other.labels))
            for one, other in zip(left[key], right[key], strict=True)
        ]
        for key in TABLE_KEYS
    }


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_reports_below_each_other_are_not_mixed(layout: Layout, edition: Edition) -> None:
    first, second = _two(edition)
    both = "".join(layout(tables_of(edition, texts)) for texts in (first, second))
    assert _is_not_mixed(both, first, second)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_reports_beside_each_other_are_not_mixed(layout: Layout, edition: Edition) -> None:
    first, second = _two(edition)
    both = layout(_beside(tables_of(edition, first), tables_of(edition, second)))
    assert _is_not_mixed(both, first, second)
