"""Reports damaged or laid out a little otherwise: a number moves with its line, or is not read.

The reports are the real ones and layout files of every kind; each is changed in ways that leave
known which numbers may change.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import form
from generator.form import FORM
from generator.model import Number, Reading, Report, Source, Status
from generator.parse import parse
from generator.parse.labels import row_at
from generator.parse.values import is_value, read_value
from generator.readers import read_text
from tests.conftest import ROOT
from tests.readers.files import FILES

LAYOUTS = (
    "031",
    "034",
    "035",
    "051",
    "053",
    "054",
    "056",
    "058",
    "062",
    "073",
    "S02",
    "S04",
    "S08",
)
SAMPLES = (
    *sorted((ROOT / "content" / "reports").glob("*.txt")),
    *(FILES / f"{name}.txt" for name in LAYOUTS),
)
# One cell to a line, without marks: a row is its label and the lines below it.
loose = st.sampled_from(["034", "S04"])
TEXTS = {path.stem: path.read_bytes().decode() for path in SAMPLES}
samples = st.sampled_from(sorted(TEXTS))

_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_WIDE_MARKS = str.maketrans("(),:", "（），：")
_NUMBER = re.compile(r"[ \t]*[1-9]?\d[ \t]*")


def read(data: bytes) -> Report | None:
    """The report in a file, None when it is none."""
    document = read_text(data)
    report = parse(document, Source("mutated.txt", "txt", document.encoding, len(data), ""))
    return report if isinstance(report, Report) else None


@cache
def original(name: str) -> Report:
    """The report in a file as it is."""
    report = read(TEXTS[name].encode())
    assert report is not None
    return report


def values(report: Report | None) -> dict[str, Number]:
    """The values that a report reports."""
    cells = report.cells if report else {}
    return {at: cell.value for at, cell in cells.items() if cell.value is not None}


def _plain(text: str) -> str:
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text))


def _follows(address: str, reading: Reading, lines: tuple[str, ...]) -> bool:
    """Whether a value stands on its line, or from there on when its cell is broken over lines."""
    assert reading.line is not None
    printed = _plain("".join(lines[reading.line - 1 : reading.line + 6]))
    cell = form.all_cells()[address]
    again = {read_value(reading.raw, 1, cell, unit).value for unit in ("", "元", "万元", "亿元")}
    return _plain(reading.raw) in printed and reading.value in again


def check(data: bytes) -> None:
    """What holds for every file whatever: no exception, and no number that is not printed."""
    report = read(data)
    lines = read_text(data).lines
    for address, reading in report.cells.items() if report else ():
        assert (reading.status is Status.REPORTED) == (reading.value is not None), address
        if reading.value is not None:
            assert _follows(address, reading, lines), (address, reading)


@st.composite
def broken_bytes(draw: st.DrawFn) -> bytes:
    """A report with some bytes lost or with a bit turned over."""
    data = bytearray(TEXTS[draw(samples)].encode())
    for _ in range(draw(st.integers(1, 30))):
        place = draw(st.integers(0, len(data) - 1))
        if draw(st.booleans()):
            del data[place]
        else:
            data[place] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)


@given(data=broken_bytes())
@settings(max_examples=120)
def test_broken_bytes_make_no_number(data: bytes) -> None:
    check(data)


def _shuffled(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Lines of which some are swapped, lost or doubled."""
    for _ in range(draw(st.integers(1, 8))):
        one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = draw(st.sampled_from(["swap", "drop", "double"]))
        if change == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif change == "drop":
            del lines[one]
        else:
            lines.insert(one, lines[one])
    return lines


@st.composite
def shuffled(draw: st.DrawFn, names: st.SearchStrategy[str]) -> tuple[str, list[str]]:
    """A report with lines swapped, lost or doubled, and which report it is."""
    name = draw(names)
    return name, _shuffled(draw, TEXTS[name].split("\n"))


@given(mutated=shuffled(samples))
@settings(max_examples=120)
def test_lines_out_of_place_make_no_number(mutated: tuple[str, list[str]]) -> None:
    check("\n".join(mutated[1]).encode())


def _rows(report: Report) -> dict[str, list[Reading]]:
    """The reported readings of every row of table B that is reported as a whole."""
    block = FORM["requests", report.tables["requests"].edition].blocks[0]
    rows = {
        row.key: [report.cells[f"requests.{row.key}.{c.key}"] for c in block.column_leaves()]
        for row in block.row_leaves()
    }
    whole = {Status.REPORTED}
    return {key: row for key, row in rows.items() if {one.status for one in row} == whole}


@given(mutated=shuffled(loose))
@settings(max_examples=120)
def test_a_row_is_the_seven_values_behind_its_label(mutated: tuple[str, list[str]]) -> None:
    """Pieces of headings may stand among them, but no value and no label of another row. A label
    that was lost may be told by the order of the form and by the sum, and is then said to be."""
    lines = mutated[1]
    report = read("\n".join(lines).encode())
    derived = report.tables["requests"].derived if report else frozenset()
    for key, row in _rows(report).items() if report else ():
        places = [one.line or 0 for one in row]
        assert places == sorted(set(places)), (key, places)
        among = [lines[n - 1] for n in range(places[0], places[-1]) if n not in places]
        assert not any(is_value(one) or row_at(one, "requests") for one in among), (key, among)
        *parts, total = (one.value or 0 for one in row)
        above = [line for line in lines[: places[0] - 1] if line.strip()][-4:]
        summed = ("row_sum", f"requests.{key}.total") in derived and sum(parts) == total
        assert summed or _labels(above, key), (key, above)


def _labels(above: list[str], key: str) -> bool:
    """Whether some of the lines above a row, or several joined, are the label of this row."""
    runs = ("".join(above[n:end]) for n in range(4) for end in range(n + 1, 5))
    return any((item := row_at(run, "requests", "processed")) and item.key == key for run in runs)


def _number_lines(name: str) -> list[int]:
    """The lines on which one value of a cell stands alone, by number from 0."""
    taken = [cell.line for cell in original(name).cells.values() if cell.value is not None]
    lines = TEXTS[name].split("\n")
    alone = {line - 1 for line in taken if line and taken.count(line) == 1}
    return sorted(line for line in alone if _NUMBER.fullmatch(lines[line].rstrip("\r")))


@given(data=st.data())
@settings(max_examples=100)
def test_a_blanked_cell_is_not_reported_and_moves_no_other(data: st.DataObject) -> None:
    """Every other cell keeps its value or is unread; it never gets another one."""
    name = data.draw(st.sampled_from([one for one in sorted(TEXTS) if _number_lines(one)]))
    lines = TEXTS[name].split("\n")
    blanked = data.draw(st.sets(st.sampled_from(_number_lines(name)), min_size=1, max_size=12))
    for line in blanked:
        lines[line] = re.sub(r"\d+", "", lines[line])
    known = original(name).cells
    for address, value in values(read("\n".join(lines).encode())).items():
        assert (known[address].line or 0) - 1 not in blanked, address
        assert value == known[address].value, address


def _same(name: str, changed: bytes) -> None:
    assert values(read(changed)) == values(original(name))


def _wide_digits(line: str) -> str:
    """The digits of a line of numbers in full width."""
    return line if re.search(r"[A-Za-z\u4e00-\u9fff]", line) else line.translate(_WIDE_DIGITS)


def _padded(space: str) -> Callable[[str], str]:
    """White space around what stands on a line, inside its tab or pipes."""
    return lambda line: re.sub(r"([^\s|](?:[^|\t\r]*[^\s|])?)", rf"{space}\1{space}", line)


WIDENED: Mapping[str, Callable[[str], str]] = {
    "wide digits": _wide_digits,
    "wide marks": lambda line: line.translate(_WIDE_MARKS),
    "no-break spaces": _padded("\u00a0"),
    "ideographic spaces": _padded("\u3000"),
}


@given(data=st.data(), name=samples)
@settings(max_examples=80)
def test_wide_characters_change_no_value(data: st.DataObject, name: str) -> None:
    lines = TEXTS[name].split("\n")
    change = WIDENED[data.draw(st.sampled_from(sorted(WIDENED)))]
    known = original(name).cells.values()
    chosen = sorted({cell.line or 0 for cell in known if cell.value is not None})
    for line in data.draw(st.sets(st.sampled_from(chosen), min_size=1)):
        lines[line - 1] = change(lines[line - 1])
    _same(name, "\n".join(lines).encode())


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


@given(
    name=samples, ending=st.sampled_from(["\n", "\r\n", "\r"]), encoding=st.sampled_from(ENCODINGS)
)
@settings(max_examples=60)
def test_line_ends_and_encodings_change_no_value(name: str, ending: str, encoding: str) -> None:
    text = TEXTS[name].replace("\r\n", "\n").replace("\n", ending)
    _same(name, text.encode(encoding))


def test_every_file_holds_numbers_to_lose() -> None:
    assert min(len(values(original(name))) for name in TEXTS) > 50
