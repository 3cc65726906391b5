"""The rows of a table whose values stand glued together, as far as sums tell them apart."""

from generator import form
from generator.form import Edition
from generator.parse.appeals import cases
from generator.parse.found import FoundRow, FoundTable
from generator.parse.sums import Numbers, jointly, side_by_side, summing

_MOST_DIGITS = 80  # of a row: more than eleven for each of its numbers


def decoded(found: FoundTable, edition: Edition) -> dict[str, Numbers]:
    """The rows whose values stand glued together, as far as sums leave one answer."""
    if found.key == "proactive":
        return _digit_by_digit(found, edition) if found.told.glued else {}
    if any(row.firm for row in found.rows.values()):
        return {}
    if found.key == "requests":
        return _requests(found, edition)
    return _cases(found) if found.told.glued else {}


def _digits(row: FoundRow) -> str:
    """The digits behind a label as one string, "" when anything else stands there."""
    text = "".join(value.text for value in row.values)
    together = len({value.line for value in row.values if value.text}) == 1
    if len(text) > _MOST_DIGITS:
        return ""
    return text if together and text.isascii() and text.isdigit() else ""


def _requests(found: FoundTable, edition: Edition) -> dict[str, Numbers]:
    table = form.FORM["requests", edition]
    block = table.blocks[0]
    keys = [row.key for row in block.row_leaves()]
    width = len(block.column_leaves())
    strings = {key: _digits(found.rows[key]) for key in keys if key in found.rows}
    glued = [key for key in strings if found.rows[key].filled < width <= len(strings[key])]
    if len(strings) < len(keys) or len(glued) < len(keys) / 2 or table.balance is None:
        return {}
    candidates = {key: summing(digits, width - 1) for key, digits in strings.items()}
    total = next(row.key for row in block.row_leaves() if row.total)
    return jointly(candidates, table.balance, total)


def _cases(found: FoundTable) -> dict[str, Numbers]:
    keys = list(dict.fromkeys(key for key, _ in cases()))
    row = found.rows.get(keys[0])
    width = len(cases()) // len(keys)
    if row is None or not found.misfit or row.filled >= len(cases()):
        return {}
    groups = side_by_side(_digits(row), len(keys), width - 1)
    return dict(zip(keys, groups, strict=True)) if groups else {}


def _digit_by_digit(found: FoundTable, edition: Edition) -> dict[str, Numbers]:
    """Rows of several columns that hold as many digits: no other cut gives each its number."""
    widths = {
        row.key: len(block.column_leaves())
        for block in form.FORM[found.key, edition].blocks
        for row in block.row_leaves()
    }
    strings = {
        key: _digits(row)
        for key, row in found.rows.items()
        if row.filled == 1 < widths.get(key, 1) and not row.firm
    }
    return {
        key: tuple(map(int, digits))
        for key, digits in strings.items()
        if len(digits) == widths[key]
    }
