"""What is written from the form is read back; what is damaged is never read as another number."""

import re
import unicodedata
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import form
from generator.form import EDITIONS
from generator.model import Reading, Report, Source, Status, number_text
from generator.parse import NotAReport, parse
from generator.readers import read_text
from generator.specimen import Specimen, written
from tests.conftest import ROOT
from tests.rules.judged import read_lines

SAMPLES = [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "content/reports").glob("*.txt"))
]
SPACES = st.sampled_from(["", " ", "\u00a0", "\u3000", "\u00a0\u3000 "])
WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)}


@st.composite
def _printed(draw: st.DrawFn) -> tuple[str, Status, int | None]:
    """A text that may stand in a cell, with what it means."""
    kind = draw(st.sampled_from(["number", "number", "number", "blank", "none", "words"]))
    inside, status, value = "", Status.BLANK, None
    if kind == "number":
        value, status = draw(st.integers(0, 10**7)), Status.REPORTED
        plain, grouped = str(value), f"{value:,}"
        noted = f"{value}（其中修订1件）"
        inside = draw(st.sampled_from([plain, plain.translate(WIDE), grouped, noted]))
    elif kind == "none":
        status = Status.NOT_APPLICABLE
        inside = draw(st.sampled_from(["/", "—", "-", "无", "／"]))
    elif kind == "words":
        status = Status.UNREADABLE
        inside = draw(st.sampled_from(["若干", "约3", "1 2", "三件", "0/0", "5²"]))
    return draw(SPACES) + inside + draw(SPACES), status, value


LABELS = sorted(
    {
        item.label
        for table in form.FORM.values()
        for block in table.blocks
        for item in (*block.row_leaves(), *block.column_leaves())
        if len(item.label) >= 4
    }
)


@given(data=st.data())
@settings(max_examples=60)
def test_a_written_report_is_read_back(data: st.DataObject) -> None:
    proactive, requests = data.draw(st.sampled_from(EDITIONS)), data.draw(st.sampled_from(EDITIONS))
    expected = form.cells_expected(proactive, requests)
    counts = [address for address, cell in expected.items() if cell.unit == "count"]
    printed = data.draw(st.dictionaries(st.sampled_from(counts), _printed(), max_size=60))
    text = written(
        Specimen(
            cells={address: cell[0] for address, cell in printed.items()},
            proactive=proactive,
            requests=requests,
        )
    )
    for label in data.draw(st.lists(st.sampled_from(LABELS), unique=True, max_size=8)):
        # Neither half may begin like a heading of its own, such as `四、`.
        cut = data.draw(st.integers(2, len(label) - 1))
        text = text.replace(f"\t{label}\n", f"\t{label[:cut]}\n{label[cut:]}\n")
    report = read_lines(text)
    assert list(report.cells) == list(expected)
    for address, reading in report.cells.items():
        _, status, value = printed.get(address, ("0", Status.REPORTED, 0))
        assert (reading.status, reading.value) == (status, value), (address, reading)


@st.composite
def damaged(draw: st.DrawFn) -> list[str]:
    """A real report with lines lost, swapped, doubled, cut or overwritten."""
    lines = draw(st.sampled_from(SAMPLES)).split("\n")
    for _ in range(draw(st.integers(1, 12))):
        place = draw(st.integers(0, len(lines) - 2))
        other = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["delete", "swap", "copy", "untab", "text", "cut", "blank"]))
        if change == "delete":
            del lines[place : place + draw(st.integers(1, 5))]
            lines.append("")
        elif change == "swap":
            lines[place], lines[other] = lines[other], lines[place]
        elif change == "copy":
            lines.insert(other, lines[place])
        elif change == "untab":
            lines[place] = lines[place].strip()
        elif change == "cut":
            lines[place] = lines[place][: len(lines[place]) // 2]
        elif change == "blank":
            lines[place] = "\t"
        else:
            lines[place] = "\t" + draw(
                st.text(alphabet="0１²5 ,.-+/减件元（）\u3000\xa0\t无", max_size=6)
            )
        lines += [""] * (2 - len(lines))
    return lines


def _read(lines: list[str]) -> Report | NotAReport:
    return parse(read_text("\n".join(lines).encode()), Source("a.txt", "txt", "utf-8", 0, ""))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s,，]", "", text)


def _is_printed(reading: Reading, lines: list[str]) -> bool:
    """Whether a value's digits stand in its line, or run on from there when the cell is broken."""
    assert reading.line is not None
    assert reading.value is not None
    printed = _squeezed("".join(lines[reading.line - 1 : reading.line + 6]))
    digits = unicodedata.normalize("NFKC", printed)
    return (
        _squeezed(reading.raw) in printed and number_text(reading.value).removeprefix("-") in digits
    )


@given(lines=damaged())
@settings(max_examples=150)
def test_a_damaged_report_never_raises_and_never_gains_a_number(lines: list[str]) -> None:
    report = _read(lines)
    assert isinstance(report, Report)
    for address, reading in report.cells.items():
        assert (reading.status is Status.REPORTED) == (reading.value is not None), address
        assert (reading.status is Status.ABSENT) == (reading.line is None), address
        if reading.value is not None and address != "proactive.charges.amount":
            assert _is_printed(reading, lines), (address, reading)


@given(lines=damaged())
@settings(max_examples=60)
def test_no_line_of_a_damaged_report_fills_two_cells(lines: list[str]) -> None:
    report = _read(lines)
    assert isinstance(report, Report)
    taken = [r.line for r in report.cells.values() if r.status is Status.REPORTED]
    assert len(taken) == len(set(taken))


@given(data=st.binary(max_size=400))
def test_any_bytes_at_all_are_read_without_raising(data: bytes) -> None:
    document = read_text(data)
    result = parse(document, Source("a.txt", "txt", document.encoding, len(data), ""))
    cells = result.cells if isinstance(result, Report) else {}
    assert all(reading.value is None for reading in cells.values())


@given(number=st.decimals(0, 10**9, places=4), heading=st.sampled_from(["万元", "元"]))
def test_money_is_converted_exactly(number: Decimal, heading: str) -> None:
    cell = "proactive.charges.amount"
    swaps = (("（单位：万元）", f"（单位：{heading}）"),)
    value = (
        read_lines(written(Specimen(cells={cell: f"{number:f}"}, swaps=swaps))).cells[cell].value
    )
    assert value is not None
    assert Decimal(value) * (1 if heading == "万元" else 10_000) == number
