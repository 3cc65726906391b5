"""What speaks against taking a table or a row for the form's: better unread than wrong."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.parse import labels
from generator.parse.found import FoundRow, FoundTable, blank_outside
from generator.parse.order import TOTALLED, gaps
from generator.parse.values import plain_count

_FEW = 2


def are_other_columns(
    found: FoundTable, rows: Mapping[str, FoundRow], widths: Mapping[str, int]
) -> bool:
    """Whether the columns are not the form's, though their headings say nothing else.

    Most rows hold more numbers than there are columns; or those of table B do not fit.
    """
    wide = [row for key, row in rows.items() if widths.get(key, 0) > 1]
    more = [row for row in wide if row.filled == widths[row.key] + 1]
    if len(wide) > _FEW and 2 * len(more) > len(wide):
        return True
    return found.key == "requests" and (_lacks_headings(found) or _has_total_elsewhere(wide))


def _lacks_headings(found: FoundTable) -> bool:
    """Whether some columns of table B have their headings, all whole, and others have none.

    Persons and total are printed in a row above the kinds of bodies, which may be lost.
    """
    if found.pieced:
        return False
    first, *bodies, total = dict.fromkeys(
        item.key for item in labels.column_items("requests").values()
    )
    known = found.headings.keys()
    inner, outer = len(known & set(bodies)), len(known & {first, total})
    return len(bodies) / 2 < inner < len(bodies) or (inner == len(bodies) and outer == 1)


def _has_total_elsewhere(rows: Collection[FoundRow]) -> bool:
    """Whether another column than the last holds the totals of table B, and this in every row.

    Rows in which both may be the total, as where one applicant alone asked, do not tell.
    """
    full: list[list[int]] = []
    for row in rows:
        numbers = _numbers(row)
        if numbers:
            full.append(numbers)
            total = numbers[-1]
            if 2 * total == sum(numbers) and numbers.count(total) == 1:
                return False
    differing = [numbers for numbers in full if 2 * numbers[-1] != sum(numbers)]
    return len(differing) > _FEW and any(
        all(2 * numbers[place] == sum(numbers) for numbers in full) for place in range(TOTALLED - 1)
    )


def shifted(found: FoundTable, rows: Mapping[str, FoundRow]) -> set[str]:
    """The rows of table B whose values stand elsewhere than those of most rows shaped alike.

    So a further column shows that has no heading, and in which something stands here and there.
    """
    places: dict[tuple[int, int], dict[str, list[int]]] = {}
    for key, row in rows.items() if found.key == "requests" else ():
        if row.firm and row.filled and len(row.values) > TOTALLED:
            starts = blank_outside(row.values, TOTALLED)
            places.setdefault((len(row.row.cells), len(row.values)), {})[key] = starts
    return {key for own in places.values() for key in _elsewhere(own)}


def _elsewhere(places: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Those that may not begin where most do; what fills more than the columns begins nowhere."""
    known = Counter(start for starts in places.values() for start in starts)
    usual = max(known, key=known.__getitem__, default=0)
    is_usual = 2 * known[usual] > len(places) and all(places.values())
    for key, starts in places.items():
        if starts and not (is_usual and usual in starts):
            yield key


def _numbers(row: FoundRow) -> list[int]:
    """The numbers of a row that has its cells, blanks as 0; [] of any other or if all are."""
    texts = [value.text for value in row.values if value.text]
    if len(texts) != TOTALLED:
        texts = [value.text or "0" for value in row.values]
    if len(texts) != TOTALLED or not row.of_digits or set(texts) == {"0"}:
        return []
    read = [plain_count(text) for text in texts]
    numbers = [number for number in read if number is not None]
    return numbers if len(numbers) == TOTALLED else []


def continued(found: FoundTable, widths: Mapping[str, int]) -> set[str]:
    """The rows below which stands what may be a part of them: the digits that did not fit, or the
    cells behind the end of a page.

    It has no label, and no row is missing that it could be.
    """
    parts = [
        (above.key, below)
        for above, below in pairwise(found.listed)
        if not below.key and above.key in widths and _is_part(above, below)
    ]
    if not parts:
        return set()
    rows = {id(row) for _, between in gaps(found.listed, widths) for row in between}
    return {key for key, below in parts if id(below) not in rows}


def _is_part(above: FoundRow, below: FoundRow) -> bool:
    """Whether a row may go on with the one above it: in its columns, or on its next line."""
    if below.group or below.unknown or not 0 < below.filled < TOTALLED:
        return False
    if below.firm and len(below.row.cells) == len(above.row.cells):
        return True
    if above.firm:
        return below.row.line == max(above.row.lines) + 1
    return not below.firm


def shared(found: FoundTable, widths: Mapping[str, int]) -> set[str]:
    """The rows that have a cell of values in common, so that it is not sure whose it is."""
    rows: set[str] = set()
    if not any(row.row.marked for row in found.listed):
        return rows
    further = 0
    for row in found.listed:
        own = max((cell.rows for cell in row.values[: widths.get(row.key, 0)]), default=1)
        rows |= {row.key} if further or own > 1 else set()
        further = max(further, own) - 1
    return rows
