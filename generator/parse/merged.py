"""How many cells the labels of a table cover where the source merges cells, by the form alone."""

from functools import cache

from generator import form
from generator.form import Item, TableKey


@cache
def row_order(table: TableKey) -> dict[str, int]:
    """The place of every row, the rows of both editions in one order."""
    keys: list[str] = []
    for edition in (2021, 2019):
        above: str | None = None
        for block in form.FORM[table, edition].blocks:
            for item in block.row_leaves():
                if item.key not in keys:
                    keys.insert(keys.index(above) + 1 if above else 0, item.key)
                above = item.key
    return {key: place for place, key in enumerate(keys)}


@cache
def pads(table: TableKey, key: str) -> int:
    """How many further columns of labels the label of a row covers."""
    depths: dict[str, int] = {}

    def walk(items: tuple[Item, ...], depth: int) -> None:
        for item in items:
            depths[item.key] = depth
            walk(item.children, depth + 1)

    for edition in form.EDITIONS:
        for block in form.FORM[table, edition].blocks:
            walk(block.rows, 0)
    return max(depths.values()) - depths[key]


@cache
def tail(table: TableKey, key: str) -> int:
    """How many cells that merged labels cover stand before the next row, behind this one.

    They belong to labels that are printed once for several rows, in the first of them.
    """
    keys = sorted(row_order(table), key=row_order(table).__getitem__)
    below = keys[keys.index(key) + 1 :]
    deepest = max(pads(table, one) for one in keys)
    if not below or pads(table, below[0]) == deepest:
        return 0
    depth = deepest - pads(table, below[0])
    if depth == deepest:
        return depth - (_group_of(table, key) != _group_of(table, below[0]))
    return depth - (depth > 0 and pads(table, key) == deepest)


@cache
def opens(table: TableKey, key: str) -> bool:
    """Whether a row is the first below a heading over rows, whose label stands before its own."""

    def first(items: tuple[Item, ...]) -> bool:
        below = [item for item in items if item.children]
        return any(next(item.leaves()).key == key or first(item.children) for item in below)

    blocks = (block for edition in form.EDITIONS for block in form.FORM[table, edition].blocks)
    return any(first(block.rows) for block in blocks)


def _group_of(table: TableKey, key: str) -> str:
    """The heading that a row stands below."""
    for edition in form.EDITIONS:
        for block in form.FORM[table, edition].blocks:
            for item in block.rows:
                for group in item.children:
                    if any(leaf.key == key for leaf in group.children):
                        return group.key
    return ""
