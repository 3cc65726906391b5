"""Rows that no label names, by the fixed order of the form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator import form
from generator.form import TableKey
from generator.parse.found import Cells, FoundRow, FoundTable
from generator.parse.values import plain_count

TOTALLED = len(form.FORM["requests", 2021].blocks[0].column_leaves())  # the last is the total


def by_order(found: FoundTable, widths: Mapping[str, int]) -> dict[str, FoundRow]:
    """The rows that their place alone names.

    Between two rows that are named, as many must be missing as stand there without a name, and
    their own sums must confirm them.
    """
    named: dict[str, FoundRow] = {}
    for missing, between in gaps(found.listed, widths):
        rows = [one for row in between for one in _unnamed(row, found.key)]
        if len(rows) == len(missing) and _confirmed(rows, [widths[key] for key in missing]):
            named |= {key: replace(row, key=key) for key, row in zip(missing, rows, strict=True)}
    for row in found.rows.values():
        keys = run_on(row, found, widths)
        if keys and widths[row.key] == TOTALLED:
            parts = _cut(row, tuple(value for value in row.values if value.text))
            if _confirmed(parts, [TOTALLED] * len(keys)):
                named |= {key: replace(one, key=key) for key, one in zip(keys, parts, strict=True)}
    return named


def run_on(row: FoundRow, found: FoundTable, widths: Mapping[str, int]) -> list[str]:
    """The rows whose values stand in one, because the labels between them are not there."""
    if row.firm:
        return []
    width = widths.get(row.key, 0)
    if not width or row.filled <= width or row.filled % width:
        return []
    order = list(widths)
    first = order.index(row.key)
    keys = order[first : first + row.filled // width]
    alike = {widths[key] for key in keys} == {width} and len(keys) * width == row.filled
    return keys if alike and not any(key in found.rows for key in keys[1:]) else []


def _cut(row: FoundRow, values: Cells) -> list[FoundRow]:
    starts = range(0, len(values), TOTALLED)
    return [replace(row, values=values[start : start + TOTALLED]) for start in starts]


def out_of_order(found: FoundTable, widths: Mapping[str, int]) -> set[str]:
    """The rows that stand where the form has others: labels were taken away from their values."""
    order = {key: place for place, key in enumerate(widths)}
    placed = [row.key for row in found.listed if row.key in order and not row.firm]
    return {
        key
        for above, below in pairwise(placed)
        if order[below] < order[above]
        for key in list(order)[order[below] : order[above] + 1]
    }


def unplaced(found: FoundTable, widths: Mapping[str, int]) -> dict[str, FoundRow]:
    """The rows that are missing where values stand that no label names: which, by missing key.

    A row of which only the label stands is missing too.
    """
    whole = [row for row in found.listed if row.firm or row.values]
    among = {key: row for row in found.rows.values() for key in run_on(row, found, widths)[1:]}
    return among | {
        key: filled[min(place, len(filled) - 1)]
        for missing, between in gaps(whole, widths)
        if (filled := [row for row in between if row.filled])
        for place, key in enumerate(missing)
    }


def gaps(
    listed: Sequence[FoundRow], widths: Mapping[str, int]
) -> Iterator[tuple[list[str], list[FoundRow]]]:
    """The rows that are missing between two that are named, and what stands in their place."""
    keys = [key for key in widths if key]
    places = {key: place for place, key in enumerate(keys)}
    between: list[FoundRow] = []
    above = -1
    for row in [*listed, None]:
        key = row.key if row else ""
        if row and not key:
            between.append(row)
            continue
        if row and key not in widths:
            continue
        below = places[key] if row else len(keys)
        if below > above + 1:
            yield keys[above + 1 : below], between
        above, between = below, []


def _unnamed(row: FoundRow, table: TableKey) -> Iterator[FoundRow]:
    """The rows that a run of values without a name of its own may be cut into."""
    if row.unknown or not row.filled or table == "appeals":
        return
    if table == "proactive" or len(row.values) <= TOTALLED:
        first = next(place for place, value in enumerate(row.values) if value.text)
        if len(row.row.cells) > 1:  # a number by itself may be that of a page
            yield replace(row, values=row.values[first:])  # blank is where its label should stand
        return
    values = row.values
    while values and not values[-1].text:
        values = values[:-1]
    whole = len(values) % TOTALLED == 0 and not row.firm
    yield from _cut(row, values) if whole else [row]


def _confirmed(rows: Sequence[FoundRow], widths: Sequence[int]) -> bool:
    """Whether every row holds its columns' values, and where it has a total, sums up to it."""
    for row, width in zip(rows, widths, strict=True):
        read = [plain_count(value.text) for value in row.values if value.text]
        numbers = [number for number in read if number is not None]
        if len(numbers) != width or len(read) != width:
            return False
        if width == TOTALLED and 2 * numbers[-1] != sum(numbers):
            return False
    return True
