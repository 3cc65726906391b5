"""The form's own words, as they are looked up in a report.

Everything here is made from `generator.form`. A short label that also heads a column (`其他`,
`总计`) is a row only where its numbering or its place says so.
"""

import re
from functools import cache, lru_cache
from itertools import chain

from generator import form
from generator.form import Item, TableKey
from generator.parse.text import bare, numbering, words
from generator.regex import regex
from generator.simplified import HAN

_MONEY = regex(r"(?:单位)?(?:亿元|万元|元)$")
_SHORTEST = 4  # characters of a label that can tell it, fewer with its number
_SHORTEST_NUMBERED = 2
_LONGEST_COLUMN = 9
_SWAPPED = 2  # characters
_THIS_YEAR = "本"  # for which another word may stand on purpose: 上年处理决定数量
_WORDS = regex(rf"{HAN}+")
_TELLING = 3  # `其他` heads a column of one table and is a piece of words of the others
_PIECE = 2  # characters of a heading that may tell it
_FEW = 2  # headings side by side among other words
KEPT = 8192  # answers: the same words stand in every report
_NUMBERED_WORDS = rf"(?:\d{{1,2}}\s*[.．、]|[(（]\s*[一二三四五六七八]\s*[)）])\s*{HAN}"
_NUMBERED = regex(_NUMBERED_WORDS)
_INNER_NUMBER = regex(rf"(?<={HAN}|[)）])\s*(?={_NUMBERED_WORDS})")
_ARTICLE = bare(form.FORM["proactive", 2021].blocks[0].heading.zh[:4])  # type: ignore[union-attr]


def wordings(item: Item) -> tuple[str, ...]:
    """Every wording of an item, made comparable."""
    return tuple(bare(wording) for wording in (item.zh, *item.aliases))


@cache
def row_items(table: TableKey) -> dict[str, Item]:
    """The rows of both editions by label; where editions share a wording the row is the same."""
    found: dict[str, Item] = {}
    for edition in form.EDITIONS:
        for block in form.FORM[table, edition].blocks:
            for item in block.row_leaves():
                for wording in (item.zh, *item.aliases):
                    found.setdefault(words(wording), item)
    return found


@cache
def column_items(table: TableKey) -> dict[str, Item]:
    """The columns of both editions by label."""
    found: dict[str, Item] = {}
    for edition in form.EDITIONS:
        for block in form.FORM[table, edition].blocks:
            for item in block.column_leaves():
                for wording in (item.zh, item.zh + item.unit_label, *item.aliases):
                    found.setdefault(bare(wording), item)
    return found


@cache
def _groups(table: TableKey) -> frozenset[str]:
    """The headings over several rows, such as the six kinds of outcomes."""

    def headings(items: tuple[Item, ...]) -> list[str]:
        below = [item for item in items if item.children]
        return [words(item.zh) for item in below] + [
            wording for item in below for wording in headings(item.children)
        ]

    blocks = [block for edition in form.EDITIONS for block in form.FORM[table, edition].blocks]
    return frozenset(chain.from_iterable(headings(block.rows) for block in blocks))


@cache
def _headings(table: TableKey) -> frozenset[str]:
    """Every wording that stands above columns: their labels, what joins them, notes."""
    found = {*column_items(table), bare(form.CONTENT_HEADING.zh)}
    for edition in form.EDITIONS:
        official = form.FORM[table, edition]
        found |= {bare(official.note.zh)} if official.note else set()
        for block in official.blocks:
            found |= {bare(block.heading.zh)} if block.heading else set()
            found |= {wording for item in block.columns for wording in wordings(item)}
    if table == "requests":
        found.add(bare(form.APPLICANT_HEADING.zh))
    if table == "appeals":
        rows = form.FORM[table, 2021].blocks[0].rows
        found |= {word for row in rows for item in (row, *row.leaves()) for word in wordings(item)}
        found.discard(bare(form.CONTENT_HEADING.zh))
    return frozenset(found)


@cache
def _vocabulary(table: TableKey) -> str:
    """Every word of a table in one text, to recognise a piece of one."""
    known = sorted(_headings(table) | _groups(table) | row_items(table).keys())
    return "\n".join(known)


@lru_cache(maxsize=KEPT)
def column_at(text: str, table: TableKey) -> Item | None:
    """The column that a heading names, with any unit in brackets left aside."""
    label = bare(text)
    columns = column_items(table)
    name = label.partition("单位")[0]
    found = columns.get(label) or columns.get(_MONEY.sub("", name) if "元" in name else name)
    return found or columns.get(_misprinted(label, table))


@lru_cache(maxsize=KEPT)
def applicant(text: str) -> str:
    """The key of the column of table B that a heading names, also by a piece that no other has."""
    item = column_at(text, "requests")
    label = bare(text)
    if item or len(label) < _PIECE:
        return item.key if item else ""
    keys = {item.key for known, item in column_items("requests").items() if label in known}
    return keys.pop() if len(keys) == 1 else ""


def _misprinted(label: str, table: TableKey) -> str:
    """The one column that differs from a text by a character left out, put in, wrong or swapped."""
    if not _SHORTEST - 1 <= len(label) <= _LONGEST_COLUMN or not _WORDS.fullmatch(label):
        return ""
    if label in row_items(table) or label in _groups(table) or label in _vocabulary(table):
        return ""
    columns = column_items(table)
    near = {columns[known].key: known for known in columns if is_a_slip(label, known)}
    return next(iter(near.values())) if len(near) == 1 else ""


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def is_a_slip(one: str, other: str) -> bool:
    """Whether a text is a label but for a character left out, put in, wrong or swapped."""
    if len(other) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if right == _THIS_YEAR:
        return False
    swapped = len(left) == _SWAPPED and left == right[::-1]
    return swapped or max(len(left), len(right)) == 1


@lru_cache(maxsize=KEPT)
def is_heading(text: str, table: TableKey) -> bool:
    """Whether a text heads columns of the table, as the form words it."""
    label = bare(text)
    if table == "proactive" and label.startswith(_ARTICLE) and len(label) <= len(_ARTICLE) + 8:
        return True
    return label in _headings(table) or column_at(text, table) is not None


@lru_cache(maxsize=KEPT)
def is_heading_among(texts: tuple[str, ...], table: TableKey) -> bool:
    """Whether one of some texts heads columns of the table."""
    return any(is_heading(text, table) for text in texts)


@lru_cache(maxsize=KEPT)
def parted(text: str) -> list[str]:
    """The labels in a text: headings side by side, or a numbered label behind that of its group."""
    parts = text.split()
    known = sum(map(heads_any, parts))
    if known > _FEW or (known > 1 and all(map(_is_word_or_piece, parts))):
        return parts
    beside = _headings_in(bare(text))
    return beside or (_INNER_NUMBER.split(text) if _NUMBERED.search(text) else [text])


def _headings_in(plain: str) -> list[str]:
    """The headings that a text is made of without a gap, [] when it is not."""
    found: list[str] = []
    place = 0
    while place < len(plain):
        longest = _any_heading().match(plain, place)
        if not longest:
            return []
        found.append(longest[0])
        place = longest.end()
    return found if len(found) > 1 else []


@cache
def _any_heading() -> re.Pattern[str]:
    """The headings of all tables, the longest first."""
    known = {word for table in form.TABLE_KEYS for word in _headings(table)}
    return re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))


def _is_word_or_piece(text: str) -> bool:
    return any(is_fragment(text, table) for table in form.TABLE_KEYS)


@lru_cache(maxsize=KEPT)
def heads_any(text: str) -> bool:
    """Whether a text heads columns of one of the tables."""
    return any(is_heading(text, table) for table in form.TABLE_KEYS)


@lru_cache(maxsize=KEPT)
def is_group(text: str, table: TableKey) -> bool:
    """Whether a text is a heading over several rows."""
    return words(text) in _groups(table)


@lru_cache(maxsize=KEPT)
def is_fragment(text: str, table: TableKey) -> bool:
    """Whether a text is a piece of some wording of the table, as line breaks leave it."""
    label = bare(text)
    return not label or label in _vocabulary(table) or words(text) in _vocabulary(table)


@lru_cache(maxsize=KEPT)
def row_at(text: str, table: TableKey, after: str = "") -> Item | None:
    """The row that a text labels in full; `after` is the row above it."""
    plain = words(text)
    item = row_items(table).get(plain)
    if item is None or plain not in column_items(table):
        return item
    if numbering(text):
        return item if _numbered_alike(text, item) else None
    worded = plain == words(item.zh)  # 合计 without its number may be the sum of any rows
    return item if worded and _follows(item.key, after, table) else None


@cache
def _follows(key: str, above: str, table: TableKey) -> bool:
    """Whether a row stands next to another in one of the editions, or next but one."""
    for edition in form.EDITIONS:
        keys = [row.key for block in form.FORM[table, edition].blocks for row in block.row_leaves()]
        if key in keys and above in keys and keys.index(key) - keys.index(above) in (1, 2):
            return True
    return False


def _numbered_alike(text: str, item: Item) -> bool:
    return bare(numbering(text)) == bare(item.number)


@lru_cache(maxsize=KEPT)
def names_row(text: str) -> bool:
    """Whether a text ends in the label of a row of some table."""
    plain = words(_INNER_NUMBER.split(text)[-1])
    return any(plain in row_items(table) for table in form.TABLE_KEYS)


@lru_cache(maxsize=KEPT)
def row_beginning(text: str, table: TableKey) -> Item | None:
    """The one row whose label a text begins, long enough to be sure; its number may tell too."""
    plain = words(text)
    if is_heading(text, table) or is_group(text, table):
        return None
    number = numbering(text)
    numbered = {
        item.key: item
        for label, item in row_items(table).items()
        if label.startswith(plain) and number and _numbered_alike(text, item)
    }
    if len(plain) >= _SHORTEST_NUMBERED and len(numbered) == 1:
        return next(iter(numbered.values()))
    found = {item.key: item for label, item in row_items(table).items() if label.startswith(plain)}
    return next(iter(found.values())) if len(plain) >= _SHORTEST and len(found) == 1 else None


@lru_cache(maxsize=KEPT)
def table_of(text: str) -> TableKey | None:
    """The table that a text can only belong to, by the words that head its columns."""
    label = bare(text)
    for table in form.TABLE_KEYS if len(label) >= _TELLING else ():
        if label in _only_in(table):
            return table
    if label.startswith(_ARTICLE) and len(label) <= len(_ARTICLE) + 8:
        return "proactive"
    return None


@cache
def _only_in(table: TableKey) -> frozenset[str]:
    others: set[str] = set()
    for other in form.TABLE_KEYS:
        if other != table:
            others |= _headings(other) | row_items(other).keys()
    return frozenset(_headings(table) - others)


def without_unit(heading: str, item: Item) -> str:
    """A printed column heading for comparison; where the form leaves the unit open, without it."""
    label = bare(heading)
    return label if item.unit_label else _MONEY.sub("", label)
