"""What Word allows and the conversion to a page trips over, said in a way that it understands."""

import xml.etree.ElementTree as ET

from generator.readers.numbering import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off"})


def repair(body: ET.Element) -> None:
    """All repairs, in place."""
    _drop_bookmarks(body)
    _drop_hidden_rows(body)
    for row in body.iter(f"{W}tr"):
        _fill_skipped_columns(row)
    for width in body.iter(f"{W}gridSpan"):
        if not width.get(f"{W}val", "").isdecimal():
            width.set(f"{W}val", "1")
    _drop_hidden_text(body)
    _unwrap_fields(body)
    for choice in body.iter(f"{_MC}AlternateContent"):
        _keep_text_box(choice)


def _drop_hidden_text(body: ET.Element) -> None:
    """What Word does not show, or shows struck out twice; the conversion knows one stroke only."""
    for run in body.iter(f"{W}r"):
        marks = (run.find(f"{W}rPr/{W}{name}") for name in ("vanish", "webHidden", "dstrike"))
        if any(mark is not None and mark.get(f"{W}val", "1") not in _OFF for mark in marks):
            run[:] = []


def _drop_hidden_rows(body: ET.Element) -> None:
    """Rows that Word does not show, and cells whose removal is tracked."""
    hidden, removed = f"{W}trPr/{W}hidden", f"{W}tcPr/{W}cellDel"
    for parent in [*body.iter(f"{W}tbl"), *body.iter(f"{W}tr")]:
        for child in list(parent):
            mark = child.find(hidden)
            if child.find(removed) is not None or (
                mark is not None and mark.get(f"{W}val", "1") not in _OFF
            ):
                parent.remove(child)


def _unwrap_fields(body: ET.Element) -> None:
    """A sum that Word makes stands in a field, which the conversion leaves out with its number."""
    field = f"{W}fldSimple"
    for parent in body.iter():
        if parent.find(field) is not None:
            parent[:] = [
                inner for child in parent for inner in (child if child.tag == field else (child,))
            ]


def _drop_bookmarks(body: ET.Element) -> None:
    """One between two rows would undo all vertical merges of its table."""
    mark = f"{W}bookmarkStart"
    for parent in body.iter():
        if parent.find(mark) is not None:
            parent[:] = [child for child in parent if child.tag != mark]


def _fill_skipped_columns(row: ET.Element) -> None:
    """A row may begin some columns further right; an empty cell stands there then."""
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    columns = skipped.get(f"{W}val", "") if skipped is not None else ""
    first = next((at for at, child in enumerate(row) if child.tag == f"{W}tc"), None)
    if first is None or not columns.isdecimal() or not 0 < int(columns[:4]) < 100:
        return
    cell = ET.Element(f"{W}tc")
    ET.SubElement(ET.SubElement(cell, f"{W}tcPr"), f"{W}gridSpan").set(f"{W}val", columns)
    row.insert(first, cell)


def _keep_text_box(choice: ET.Element) -> None:
    """Newer files state a text box once, in a form that is not known to the conversion."""
    content = choice.find(f".//{W}txbxContent")
    if content is None or choice.find(f"{_MC}Fallback") is not None:
        return
    fallback = ET.SubElement(choice, f"{_MC}Fallback")
    ET.SubElement(fallback, f"{W}pict").append(content)
