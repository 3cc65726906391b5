"""A report written from the form: what rules show as examples and tests read back.

The layout is that of tables copied out of Word: every cell starts a line with a tab, a blank line
ends a row. Labels and headings come from the form, the prose is that of an invented township.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator import form
from generator.form import Block, Edition, Item, Table

_OPENING = "本年度报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
_PROSE = {
    "overview": "{body}认真贯彻落实《中华人民共和国政府信息公开条例》。\n"
    "全年主动公开政府信息30条，依申请公开、政府信息管理和平台建设均按要求开展。\n"
    "加强监督保障，工作考核和社会评议结果为良好，没有需要追究责任的情形。",
    "problems": "存在的主要问题是公开形式不够丰富。下一步将加强业务培训，拓宽公开渠道。",
    "other": "{year}年度发出收费通知0件，总金额0元，实际收取总金额0元。",
}


@dataclass(frozen=True, slots=True)
class Specimen:
    """What a written report says; whatever is not given is clean and every number is 0.

    `cells` gives printed texts by address, `prose` the text of a section by its key ("" for what
    stands before the first heading), `added` what follows upon that text; `title`, `signature` and
    `date` are made from body and year unless given, and left out when empty. `swaps` replaces
    passages of the finished text, for what no other field can say.
    """

    body: str = "云岭县青石镇"
    year: int = 2023
    title: str | None = None
    signature: str | None = None
    date: str | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    prose: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)
    swaps: tuple[tuple[str, str], ...] = ()
    proactive: Edition = 2021
    requests: Edition = 2021


def title_of(specimen: Specimen) -> str:
    """The line at the top of the report: whose it is, and of which year."""
    return _given(specimen.title, f"{specimen.body}{specimen.year}年{form.TITLE_WORDS}")


def of_persons(**rows: int) -> dict[str, str]:
    """Printed cells of the rows of requests when natural persons alone asked."""
    columns = ("natural_person", "total")
    return {f"requests.{row}.{column}": str(n) for row, n in rows.items() for column in columns}


def written(specimen: Specimen) -> str:
    """The report as a text file; ValueError for a cell or a passage that is not there."""
    _check(specimen.cells, form.cells_expected(specimen.proactive, specimen.requests), "cell")
    text = "\n".join(_lines(specimen)) + "\n"
    for old, new in specimen.swaps:
        _check([old], text, "passage")
        text = text.replace(old, new)
    return text


def _check(wanted: Iterable[str], known: Mapping[str, object] | str, kind: str) -> None:
    """An example that silently shows nothing would prove nothing."""
    for one in wanted:
        if one not in known:
            raise ValueError(f"no such {kind} in the specimen: {one!r}")


def _lines(specimen: Specimen) -> Iterator[str]:
    body, year = specimen.body, specimen.year
    yield title_of(specimen)
    yield _prose(specimen, "", _OPENING)
    tables = {table.key: table for table in form.tables_of(specimen.proactive, specimen.requests)}
    for section in form.SECTIONS:
        yield section.heading
        yield _prose(specimen, section.key, _PROSE.get(section.key, ""))
        if section.table:
            yield ""
            for row in _rows(tables[section.table], specimen.cells):
                yield from ("\t" + cell for cell in row)
                yield ""
    yield _given(specimen.signature, f"{body}人民政府")
    yield _given(specimen.date, f"{year + 1}年1月20日")


def _given(text: str | None, otherwise: str) -> str:
    return otherwise if text is None else text


def _prose(specimen: Specimen, section: str, otherwise: str) -> str:
    plain = otherwise.format(body=specimen.body, year=specimen.year)
    text = _given(specimen.prose.get(section), plain)
    return "\n".join(part for part in (text, specimen.added.get(section, "")) if part)


Row = list[str]


def _rows(table: Table, cells: Mapping[str, str]) -> Iterator[Row]:
    for block in table.blocks:
        if table.side_by_side:
            yield from _side_by_side(table, block, cells)
        else:
            yield from _headings(table, block)
            yield from _tree(table, block, cells)


def _headings(table: Table, block: Block) -> Iterator[Row]:
    """The printed heading of a block and its columns, those below a common heading one row down."""
    if block.heading:
        yield [block.heading.zh]
        yield [form.CONTENT_HEADING.zh, *(item.label for item in block.columns)]
        return
    if table.note:
        yield [table.note.zh, form.APPLICANT_HEADING.zh]
    yield ["", *(item.label for item in block.columns)]
    yield [
        "",
        *(leaf.label if item.children else "" for item in block.columns for leaf in item.leaves()),
    ]


def _tree(table: Table, block: Block, cells: Mapping[str, str]) -> Iterator[Row]:
    """Rows with their headings before them; a heading is printed once, then left empty."""
    printed: set[str] = set()
    for path in (path for item in block.rows for path in _paths(item)):
        labels = ["" if item.key in printed else item.label for item in path]
        printed |= {item.key for item in path}
        yield labels + _values(table, path[-1], block, cells)


def _paths(item: Item) -> Iterator[tuple[Item, ...]]:
    """From the outermost heading to each leaf."""
    if not item.children:
        yield (item,)
    for child in item.children:
        yield from ((item, *path) for path in _paths(child))


def _side_by_side(table: Table, block: Block, cells: Mapping[str, str]) -> Iterator[Row]:
    """Table C: the rows of the form stand beside each other, all values in one printed row."""
    columns = [item.label for item in block.columns]
    yield [row.label for row in block.rows]
    yield [
        label
        for row in block.rows
        for label in ([child.label for child in row.children] if row.children else columns)
    ]
    yield [
        label
        for row in block.rows
        for _ in row.leaves()
        for label in (columns if row.children else [""] * len(columns))
    ]
    yield [text for row in block.row_leaves() for text in _values(table, row, block, cells)]


def _values(table: Table, row: Item, block: Block, cells: Mapping[str, str]) -> Row:
    return [cells.get(f"{table.key}.{row.key}.{c.key}", "0") for c in block.column_leaves()]
