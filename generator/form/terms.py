"""What a cell of the form is called in words: its row and its column with their headings."""

from functools import cache

from generator.bilingual import Text
from generator.form.editions import FORM
from generator.form.layout import EDITIONS, TABLE_KEYS, Item


@cache
def term(address: str) -> Text:
    """The name of a cell, as in `三（三）1.属于国家秘密 · 自然人`."""
    rows, columns = _place(address)
    return _joined(_name(rows), _name(columns))


@cache
def short_term(address: str) -> Text:
    """The same for formulas: without headings, and without the total column of the requests.

    The address may also be that of a group of outcomes, which has no cells of its own.
    """
    rows, columns = _place(address)
    name = _name(rows)
    row = Text(name.zh.split("：")[-1], name.en.split(": ")[-1])
    if address.startswith("requests.") and columns[-1].total:
        return row
    return _joined(row, columns[-1].text)


def _place(address: str) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Row and column of a cell, each behind the headings above it; the present edition first."""
    table, row, column = address.split(".")
    key = next(key for key in TABLE_KEYS if key == table)
    for edition in reversed(EDITIONS):
        for block in FORM[key, edition].blocks:
            rows, columns = _chain(block.rows, row), _chain(block.columns, column)
            if rows and columns:
                return rows, columns
    raise KeyError(address)


def _chain(items: tuple[Item, ...], key: str) -> tuple[Item, ...]:
    """The item of this key behind all the headings above it."""
    for item in items:
        if item.key == key:
            return (item,)
        below = _chain(item.children, key)
        if below:
            return (item, *below)
    return ()


def _name(chain: tuple[Item, ...]) -> Text:
    """The words of an item; a heading with a number is named by the number, as in the form."""
    numbers = "".join(item.number for item in chain).replace("、（", "（")
    plain = [item for item in chain if item is chain[-1] or not item.number]
    zh = "：".join(_bare(item.zh, "（") for item in plain)
    spoken = chain[1:] if len(chain) > 1 and chain[0].number else chain
    return Text(numbers + zh, ": ".join(_bare(item.en, " (") for item in spoken))


def _bare(label: str, bracket: str) -> str:
    return label.split(bracket, maxsplit=1)[0]


def _joined(row: Text, column: Text) -> Text:
    return Text(f"{row.zh} · {column.zh}", f"{row.en} · {column.en}")
