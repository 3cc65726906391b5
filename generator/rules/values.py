"""What stands in the cells: a number in each, and counts as plain whole numbers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator import form
from generator.bilingual import Text
from generator.form import TableKey, term
from generator.model import Reading, Report, Severity, Status
from generator.rules import sources
from generator.rules.reading import addresses, is_missing, readings, tables, without_value
from generator.rules.registry import Hit, rule
from generator.rules.wording import quoted, some, table_title
from generator.specimen import Specimen


@rule(
    "STR-BLANK",
    Severity.NOTICE,
    title=Text("每一格都填有数字", "Every cell holds a number"),
    meaning=Text(
        "空白、“/”或“—”不等于0：读者无法知道是没有发生，还是没有统计。",
        "An empty cell, “/” or “—” is not 0: readers cannot tell whether nothing happened or "
        "nothing was counted.",
    ),
    basis=sources.ANNEX,
    sources=sources.FORM,
    message=Text(
        "{title}：{counts}；第一处为{first}。",
        "{title}: {counts}; the first is {first}.",
    ),
    exceptions=Text(
        "2019、2020年度的报告常把0留作空白。",
        "Reports for 2019 and 2020 often leave cells empty where others print 0.",
    ),
    passes=Specimen(),
    breaks=Specimen(cells={"appeals.suit_direct.other": "/"}),
    each=tables,
)
def cells_left_blank(report: Report, table: TableKey) -> Iterator[Hit]:
    """No cell is empty or holds a sign in place of a number."""
    without = without_value(report, table)
    blank = [address for address, one in without.items() if one.status is Status.BLANK]
    signs = [address for address, one in without.items() if one.status is Status.NOT_APPLICABLE]
    if blank or signs:
        both = tuple(address for address in without if address in {*blank, *signs})
        yield Hit(
            {"table": table, "blank": len(blank), "not_applicable": len(signs)},
            {
                "title": table_title(table),
                "counts": _counts(len(blank), len(signs)),
                "first": term(both[0]),
            },
            cells=both,
            line=report.line_of(both[0]),
        )


def _counts(blank: int, signs: int) -> Text:
    """How many cells of either kind, a kind that is not there left out."""
    zh = [f"{blank}格空白"] * bool(blank) + [f"{signs}格为“/”“—”一类符号"] * bool(signs)
    en = [f"{blank} empty {_cells(blank)}"] * bool(blank)
    en += [f"{signs} {_cells(signs)} with “/”, “—” or the like"] * bool(signs)
    return Text("，".join(zh), ", ".join(en))


def _cells(number: int) -> str:
    return "cell" if number == 1 else "cells"


@rule(
    "STR-NONINT",
    Severity.WARNING,
    title=Text("件数为不带单位的整数", "Counts are plain whole numbers"),
    meaning=Text(
        "件数应当是0或正整数，不带小数、正负号、单位或说明。",
        "A count is a whole number from 0 up, without decimals, sign, unit or remark.",
    ),
    basis=sources.ANNEX,
    sources=sources.FORM + sources.OLD_FORM,
    message=Text("{title}：{said}。", "{title}: {said}."),
    exceptions=Text(
        "2019年版格式的“本年增/减”可以带正负号；写法不同而数值明确的，以及未能读出的，仅作提醒。",
        "Signs are part of the 2019 edition's “change this year”; a number in another style, and a "
        "text that could not be read, is a notice only.",
    ),
    passes=Specimen(),
    breaks=Specimen(cells={"proactive.penalties.decisions": "-1"}),
    each=tables,
)
def counts_not_whole_numbers(report: Report, table: TableKey) -> Iterator[Hit]:
    """A count is a non-negative integer (warning), plainly printed and readable (notice)."""
    unusual = [
        address
        for address in addresses(report, table)
        if (one := report.cells[address]).raw != str(one.value) or not one.raw.isdecimal()
    ]
    cells = readings(report, table) if unusual else {}
    found = {
        key: those
        for key, is_so in _KINDS.items()
        if (those := tuple(address for address in unusual if is_so(address, cells)))
    }
    if found:
        shown = tuple(chain.from_iterable(found.values()))
        yield Hit(
            {"table": table, "cells": len(shown), "first": cells[shown[0]].raw},
            {"title": table_title(table), "said": _said(found, cells)},
            cells=shown,
            line=report.line_of(shown[0]),
            severity=None if "no_count" in found else Severity.NOTICE,
        )


def _said(found: Mapping[str, Sequence[str]], cells: Mapping[str, Reading]) -> Text:
    """What is said of each kind of cells."""
    said = [
        (_SAID[key], some(_value(address, cells[address].raw) for address in those))
        for key, those in found.items()
    ]
    return Text(
        "；".join(words.zh.format(values=values.zh) for words, values in said),
        "; ".join(words.en.format(values=values.en) for words, values in said),
    )


def _is_no_count(address: str, cells: dict[str, Reading]) -> bool:
    value, unit = cells[address].value, form.all_cells()[address].unit
    if value is None or unit not in ("count", "change"):
        return False
    return value != int(value) or (unit == "count" and value < 0)


def _is_unread(address: str, cells: dict[str, Reading]) -> bool:
    """Whether something stands in the cell of a count that was not read as a number."""
    unreadable = cells[address].status is Status.UNREADABLE and not is_missing(address, cells)
    return unreadable and form.all_cells()[address].unit == "count"


def _is_styled(address: str, cells: dict[str, Reading]) -> bool:
    """Whether a count is written in another way than its digits."""
    reading = cells[address]
    if reading.value is None or form.all_cells()[address].unit != "count":
        return False
    return reading.raw != str(reading.value) and not _is_no_count(address, cells)


_KINDS = {"no_count": _is_no_count, "unread": _is_unread, "styled": _is_styled}
_SAID = {
    "no_count": Text("件数印为{values}", "counts printed {values}"),
    "unread": Text(
        "{values}未能读成数字，用到它的等式没有核对",
        "{values} could not be read as a number, so sums that need it were not checked",
    ),
    "styled": Text(
        "{values}不是平常写法，已按整数读取", "{values} not written plainly, read as whole numbers"
    ),
}


def _value(address: str, raw: str) -> Text:
    name, printed = term(address), quoted(raw)
    return Text(f"{printed.zh}（{name.zh}）", f"{printed.en} ({name.en})")
