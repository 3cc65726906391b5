"""Pieces of messages: cells by their labels, lists, and printed text made fit to be shown."""

from collections.abc import Iterable

from generator import form
from generator.bilingual import Text
from generator.regex import regex

_LONGEST = 40
_LISTED = 5
_FULL_STOP = regex("[。；;！？!?]")


def column_label(address: str) -> Text:
    """The column of a cell."""
    column = form.all_cells()[address].column
    return Text(column.zh, column.en)


def row_label(address: str) -> Text:
    """The row of a cell."""
    row = form.all_cells()[address].row
    return Text(row.label, row.en)


def table_title(key: form.TableKey) -> Text:
    """The title of a table, the same in both editions."""
    return form.FORM[key, 2021].title


def listed(texts: Iterable[Text]) -> Text:
    """Several things one after the other, in full."""
    found = tuple(texts)
    return Text("；".join(text.zh for text in found), "; ".join(text.en for text in found))


def some(texts: Iterable[Text]) -> Text:
    """The first few things of a list, and how many more there are."""
    found = tuple(texts)
    shown = listed(found[:_LISTED])
    more = len(found) - _LISTED
    if more <= 0:
        return shown
    return Text(f"{shown.zh}；另有{more}处", f"{shown.en}; and {more} more")


def quoted(printed: str) -> Text:
    """Printed text as a quotation, cut when long, with invisible characters named."""
    cut = printed if len(printed) <= _LONGEST else printed[:_LONGEST] + "…"
    shown = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in cut)
    return Text(f"“{shown}”", f"“{shown}”")


def excerpt(text: str, place: int) -> str:
    """What is said at a place of a text: from the mark or bracket before it to the next full stop.

    Little enough comes before the place that it still stands in what `quoted` shows.
    """
    start = max(text.rfind(mark, 0, place) for mark in "。；;，,：:！？!?（(") + 1
    said = _FULL_STOP.split(text[start:])[0]
    far = place - start - _LONGEST // 2
    return f"…{said[far:]}" if far > 0 else said.strip()


def placed(printed: str, line: int) -> Text:
    """Printed text as a quotation, with the line it stands on."""
    shown = quoted(printed)
    return Text(f"{shown.zh}（第{line}行）", f"{shown.en} (line {line})")


def on_lines(numbers: Iterable[int]) -> Text:
    """The lines on which something stands, each once."""
    known = [str(number) for number in dict.fromkeys(numbers)]
    word = "line" if len(known) == 1 else "lines"
    return Text(f"第{'、'.join(known)}行", f"{word} {', '.join(known)}")
