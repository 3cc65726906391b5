"""Wordings and breaks of labels that stand in any layout."""

import re
from collections.abc import Callable
from dataclasses import replace

from tests.layouts.report import Layout
from tests.layouts.tables import Row, Tables, changed, relabelled

_NARROW = str.maketrans("（），：；“”", '(),:;""')


def through(wording: Callable[[Tables], Tables], layout: Layout) -> Layout:
    """A layout of tables that are worded in some way."""
    return lambda tables: layout(wording(tables))


def _half_width(tables: Tables) -> Tables:
    return relabelled(tables, lambda label: label.translate(_NARROW))


def _other_numbering(tables: Tables) -> Tables:
    """`1、` or `1．` for `1.`, as clerks type it."""
    return relabelled(tables, lambda label: re.sub(r"^(\d)\.", r"\1、 ", label))


def _spaces_inside(tables: Tables) -> Tables:
    """A space after every third character of a label."""
    return relabelled(tables, lambda label: re.sub(r"(.{3})(?=.)", r"\1 ", label))


def _wide_spaces_inside(tables: Tables) -> Tables:
    return relabelled(tables, lambda label: re.sub(r"(.{4})(?=.)", "\\1\u3000", label))


def _groups_apart(tables: Tables) -> Tables:
    """The numbering of a group of rows in a cell of its own: `（三）`, `不予公开`."""

    def apart(row: Row) -> Row:
        found = re.match(r"(（[三四五六]）)(?=..)", row.words[0] if len(row.words) > 1 else "")
        if not found:
            return row
        place = row.labels.index(row.words[0])
        label = row.labels[place]
        both = (found[1], label[found.end() :])
        return replace(row, labels=(*row.labels[:place], *both, *row.labels[place + 1 :]))

    return changed(tables, apart)


def _short(tables: Tables) -> Tables:
    """Short wordings that the form has for rows of both editions."""
    short = {"行政规范性文件": "规范性文件", "现行有效件数": "现行有效件"}
    return relabelled(
        tables, lambda label: short.get(label, re.sub(r"部分公开（.*", "部分公开", label))
    )


WORDINGS: dict[str, Callable[[Tables], Tables]] = {
    "half-width punctuation": _half_width,
    "other numbering": _other_numbering,
    "spaces inside labels": _spaces_inside,
    "wide spaces inside labels": _wide_spaces_inside,
    "group labels in two cells": _groups_apart,
    "short wordings": _short,
}
