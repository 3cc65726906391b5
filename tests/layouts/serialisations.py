"""A whole report written in every layout in which reports have been met: name → tables → text.

What is a layout of its own stands in the modules that this one gathers; wordings that any layout
may show are written in three layouts each.
"""

from tests.layouts import damaged, lined, piped, worded
from tests.layouts.report import Layout

_OWN: dict[str, Layout] = {**lined.LAYOUTS, **piped.LAYOUTS, **damaged.LAYOUTS}
_WORDED = ("one cell per line", "cells that start with a tab", "pipes at row end")

# The layout that a wording is written in, by the name of both.
BASES = {f"{base}, {wording}": base for wording in worded.WORDINGS for base in _WORDED}
LAYOUTS: dict[str, Layout] = {
    **_OWN,
    **{
        f"{base}, {name}": worded.through(wording, _OWN[base])
        for name, wording in worded.WORDINGS.items()
        for base in _WORDED
    },
}

# The tables (A proactive, B requests, C appeals) of which every number is read: with zeros printed,
# and with zeros left blank. In the others, numbers may stay unread, but none is ever wrong.
READ: dict[str, tuple[str, str]] = {
    "one cell per line": ("ABC", "ABC"),
    "blank-line separated": ("ABC", "ABC"),
    "blank-line separated, no-break spaces": ("ABC", "ABC"),
    "cells that start with a tab": ("ABC", "ABC"),
    "cells that start with a tab, page numbers": ("ABC", "ABC"),
    "cells that start with a tab, rows not parted": ("ABC", "ABC"),
    "rows parted by tabs": ("ABC", "ABC"),
    "rows parted by tabs, one behind each": ("ABC", "AB"),
    "pipes in place of line breaks": ("ABC", ""),
    "indented by spaces": ("ABC", "ABC"),
    "label and numbers on one line": ("ABC", ""),
    "wrapped labels": ("ABC", ""),
    "line breaks of markup": ("ABC", "ABC"),
    "numbers on one line before their label": ("C", ""),
    "values before their label": ("", ""),
    "a label printed vertically": ("ABC", "ABC"),
    "page numbers inside tables": ("ABC", "ABC"),
    "repeated headings": ("ABC", "ABC"),
    "headings broken over lines": ("ABC", "ABC"),
    "cells that start with a tab, headings broken": ("ABC", "ABC"),
    "glued by row": ("B", ""),
    "glued by section": ("B", ""),
    "glued on one line": ("B", ""),
    "glued by row, spaces inside": ("B", ""),
    "glued on one line, spaces inside": ("B", ""),
    "single spaces by section": ("BC", ""),
    "single spaces on one line": ("BC", ""),
    "pipes at row end": ("ABC", "B"),
    "pipes at row end, leading pipe": ("ABC", "BC"),
    "pipes in place": ("ABC", "BC"),
    "pipes without pads": ("ABC", "ABC"),
    "pipes, headings broken over rows": ("ABC", "ABC"),
    "each cell ended by a pipe": ("ABC", "ABC"),
    "pipe on its own line": ("ABC", "ABC"),
    "pipe before the label, pipes on own lines": ("ABC", "ABC"),
    "lone pipe starting rows": ("ABC", "BC"),
    "markdown, a table for each row": ("ABC", "ABC"),
    "markdown, a table for each row, no numbering": ("ABC", "ABC"),
    "markdown, labels torn from values": ("ABC", "AC"),
    "column-scrambled": ("", ""),
    "column-scrambled in runs of four": ("", ""),
    "column-scrambled in runs of two": ("", ""),
    "column-scrambled, values first": ("", ""),
    "column-scrambled in runs of four, values first": ("", ""),
    "labels above all values": ("", ""),
    "duplicate lines dropped": ("", ""),
    "sub-row labels lost": ("ABC", "AC"),
    "all labels lost": ("", ""),
}
