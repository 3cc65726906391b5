"""The rows of tables A and B: each is known by its label, in full, nearly, or as it begins."""

from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from generator.form import Item
from generator.parse import labels
from generator.parse.found import Cells, FoundRow, FoundTable
from generator.parse.layout import Row
from generator.parse.text import bare, words
from generator.parse.values import is_value

_CLOSE_ENOUGH = 0.8
_LONG = 6
_TWICE = 2
_AMONG = ("其中", "上年", "去年")


def take_row(found: FoundTable, row: Row) -> None:
    """Add a row to a table, if it is one."""
    labelled = _labelled(found, row)
    if labelled is None or (labelled.unknown and _completes(found, labelled)):
        return
    if found.key == "proactive" and found.line is None and not row.firm:
        return  # prose that lists decisions before the table
    if not labelled.unknown:
        found.lines |= row.lines
    above = found.listed[-1] if found.listed else None
    if above and _belongs_to(above, labelled, found):
        found.rows[above.key] = replace(labelled, key=above.key, label=above.label)
        found.listed.append(found.rows[above.key])
        return
    if above and above.key and not (labelled.key or labelled.unknown or labelled.group):
        _regroup(found, above)
    found.listed.append(labelled)
    if labelled.key:
        _add(found, labelled)


def _add(found: FoundTable, labelled: FoundRow) -> None:
    """Keep a row under its key; one that is met again is only counted."""
    known = found.rows.setdefault(labelled.key, labelled)
    if known is labelled:
        found.line = found.line or labelled.row.line
        if _beside(labelled):
            found.repeated += 1
            found.doubtful.add(labelled.key)
        return
    found.repeated += 1
    if not known.filled:  # a label that stands again above its values, as behind a page break
        found.rows[labelled.key] = labelled
    elif labelled.filled and _texts(labelled) != _texts(known):
        found.doubtful.add(labelled.key)


def _texts(row: FoundRow) -> list[str]:
    return [value.text for value in row.values if value.text]


def _belongs_to(above: FoundRow, below: FoundRow, found: FoundTable) -> bool:
    """Whether a row of values without a label stands directly below a label without values.

    An empty line between them is no blank cell where the row is full.
    """
    bare_label = not above.row.firm and not above.filled and above is found.rows.get(above.key)
    bare_values = below.row.firm and below.values == below.row.cells and not below.key
    full = 1 < below.filled == len(below.values)
    return bare_label and bare_values and bool(below.filled if not above.values else full)


def _regroup(found: FoundTable, above: FoundRow) -> None:
    """A row whose label may be that of a group is the first of it when rows without a label follow.

    So `（六）其他处理` with three rows of values is the group of the 2021 edition.
    """
    if labels.is_group(above.label.text, found.key) and above.filled:
        found.listed[-1] = replace(above, key="", group=True)
        found.rows = {key: row for key, row in found.rows.items() if row is not above}


def _beside(labelled: FoundRow) -> bool:
    """Whether the same label stands in a row twice, each with values: two reports side by side."""
    if len(labelled.row.worded) < _TWICE:
        return False
    row, label = labelled.row, words(labelled.label.text)
    named = [place for place, cell in enumerate(row.cells) if words(cell.text) == label]
    between = row.cells[named[0] + 1 : named[-1]] if len(named) > 1 else ()
    return any(is_value(cell.text) for cell in between)


def _completes(found: FoundTable, below: FoundRow) -> bool:
    """Take the values of a row that a page or line cut in two: the rest of its label, with them."""
    above = found.listed[-1] if found.listed else None
    if above is None or above.filled or found.rows.get(above.key) is not above:
        return False
    label = next(k for k, item in labels.row_items(found.key).items() if item.key == above.key)
    rest = label.removeprefix(words(above.label.text))
    if rest == label or not bare(below.label.text) or not rest.startswith(bare(below.label.text)):
        return False
    found.rows[above.key] = found.listed[-1] = replace(above, values=below.values)
    found.lines |= {value.line for value in below.values}
    return True


def _labelled(found: FoundTable, row: Row) -> FoundRow | None:
    """A row with its label, the last cell that names a row; None for words that say nothing."""
    last = next((one.key for one in reversed(found.listed) if one.key), "")
    named: tuple[int, Item] | None = None
    for text in reversed(row.worded):
        item = labels.row_at(text, found.key, last)
        if item:
            behind = [cell.text for cell in row.cells[::-1]].index(text)
            named = (len(row.cells) - 1 - behind, item)
            break
    named = named or _misspelt(row, found) or _begun(row, found)
    if named:
        position, item = named
        values = row.cells[position + 1 :]
        group = labels.is_group(row.cells[position].text, found.key)
        if group and any(_is_label(value.text) for value in values):
            return _unlabelled(found, row)
        group = group and not _fills(row, values)
        key = "" if group else item.key
        return FoundRow(key, row.cells[position], values, row, group)
    return _unlabelled(found, row)


def _fills(row: Row, values: Cells) -> bool:
    """Whether a label that may be that of a group has the values of a single row behind it."""
    filled = sum(1 for value in values if value.text)
    return filled <= 7 and (0 < len(values) <= 10 if filled else row.firm and len(values) >= 7)


def _unlabelled(found: FoundTable, row: Row) -> FoundRow | None:
    """A row of values that no label names, or that only the label of a group does."""
    words_at = [place for place, cell in enumerate(row.cells) if _is_words(cell.text)]
    if not words_at:
        return FoundRow("", row.cells[0], row.cells, row)
    cell = row.cells[words_at[-1]]
    values = row.cells[words_at[-1] + 1 :]
    if len(words_at) == 1 and labels.is_group(cell.text, found.key):
        return FoundRow("", cell, values, row, group=True)
    filled = any(value.text for value in values)
    return FoundRow("", cell, values, row, unknown=True) if filled else None


def _is_label(text: str) -> bool:
    """Whether a text is too long for what may stand in a cell of numbers."""
    return _is_words(text) and len(text) >= _LONG


def _is_words(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text) and not is_value(text)


def _misspelt(row: Row, found: FoundTable) -> tuple[int, Item] | None:
    """The one row, not met so far, whose label is nearly what is printed."""
    items = labels.row_items(found.key)
    open_labels = tuple([label for label, item in items.items() if item.key not in found.rows])
    for position, cell in enumerate(row.cells[:-1]):
        printed = words(cell.text)
        if not printed or printed in items or printed[-1].isdigit():
            continue  # a known label that was not taken stands in another's place
        if printed.startswith(_AMONG) and not _has_a_slip(printed, open_labels):
            continue
        if labels.is_group(cell.text, found.key):
            continue
        near = _nearest(printed, open_labels)
        if len({items[label].key for label in near}) == 1:
            return position, items[near[0]]
    return None


@lru_cache(maxsize=1024)  # it takes long, and the same few words are asked for in every report
def _nearest(printed: str, known: tuple[str, ...]) -> list[str]:
    near = get_close_matches(printed, known, n=2, cutoff=_CLOSE_ENOUGH)
    return near or [label for label in known if labels.is_a_slip(printed, label)]


def _has_a_slip(printed: str, known: tuple[str, ...]) -> bool:
    return any(labels.is_a_slip(printed, label) for label in known)


def _begun(row: Row, found: FoundTable) -> tuple[int, Item] | None:
    """The row whose label a cell begins, where a page or a narrow column cut the label."""
    for position, cell in enumerate(row.cells[:-1]):
        item = labels.row_beginning(cell.text, found.key)
        if item and item.key not in found.rows:
            return position, item
    return None
