"""Layouts with one cell to a line: what a single line that is amiss may and may not change."""

import re
from collections.abc import Callable, Iterator

import pytest

from generator.form import cells_expected
from generator.model import UNREAD, Report, Status
from tests.layouts.report import read_report
from tests.layouts.serialisations import LAYOUTS
from tests.layouts.tables import expected_of, numbers, scored, tables_of
from tests.layouts.test_layouts import SAMPLES, Sample, expected
from tests.readers.files import FILES

CELLS = cells_expected(2021, 2021)
EVERY = 9  # lines
_CELL = 30  # characters

Lines = list[str]
Damage = Callable[[Lines, int], Lines]

DAMAGES: dict[str, Damage] = {
    "lost": lambda lines, at: [*lines[:at], *lines[at + 1 :]],
    "doubled": lambda lines, at: [*lines[: at + 1], *lines[at:]],
    "emptied": lambda lines, at: [*lines[:at], "", *lines[at + 1 :]],
    "inserted": lambda lines, at: [*lines[:at], "", *lines[at:]],
}
BY_LINE = [
    sample
    for sample in SAMPLES
    if sample.file.endswith(".txt")
    and sample.layout.startswith(("one-cell", "blank-line", "pipe at end", "pipe each own"))
]
by_line = pytest.mark.parametrize("sample", BY_LINE, ids=lambda sample: f"{sample.id}")


def _lines(sample: Sample) -> Lines:
    return (FILES / sample.file).read_text(encoding="utf-8-sig").split("\n")


def _damaged(sample: Sample, damage: Damage) -> Iterator[tuple[int, Report | None]]:
    lines = _lines(sample)
    first = int(re.sub(r"\D", "", sample.id)) % EVERY  # another set of lines in every file
    for at in range(first, len(lines), EVERY):
        if len(lines[at]) < _CELL:
            yield at + 1, read_report("\n".join(damage(lines, at)))


@by_line
@pytest.mark.parametrize("damage", DAMAGES)
def test_no_line_amiss_moves_a_number(sample: Sample, damage: str) -> None:
    for line, report in _damaged(sample, DAMAGES[damage]):
        score = scored(report, *expected(sample))
        assert (line, sorted(score.wrong), sorted(score.invented)) == (line, [], [])


def _granted(lines: Lines) -> tuple[int, list[int]]:
    """The line of a label and those of the two values below it, counted from 0."""
    label = next(at for at, line in enumerate(lines) if re.fullmatch(r"\W*一?\W*予以公开\W*", line))
    filled = [at for at in range(label + 1, len(lines)) if re.search(r"\d", lines[at])]
    return label, filled[:2]


WHOLE = [sample for sample in BY_LINE if sample.id in ("034", "055", "073", "S04", "053", "031")]
whole = pytest.mark.parametrize("sample", WHOLE, ids=lambda sample: f"{sample.id}")


def _check_only(report: Report | None, sample: Sample, row: str, raw: str = "") -> None:
    """Only the row is unread, and all of it says so."""
    score = scored(report, *expected(sample))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
    assert {at for at in score.unread if not at.startswith(row)} == set()
    assert report
    own = [reading for at, reading in report.cells.items() if at.startswith(row)]
    assert {one.status for one in own} & UNREAD == {Status.UNREADABLE}
    assert any(raw in one.raw for one in own)


@whole
@pytest.mark.parametrize(
    "words", ["零", "约5", "2022年", "三十二件", "5件左右", "1.28万", "见附件"]
)
@pytest.mark.parametrize("place", [0, 1])
def test_words_where_a_number_should_stand_cost_no_other_row(
    sample: Sample, words: str, place: int
) -> None:
    lines = _lines(sample)
    at = _granted(lines)[1][place]
    lines[at] = re.sub(r"\d+", words, lines[at])
    _check_only(read_report("\n".join(lines)), sample, "requests.granted.")


@whole
def test_a_label_that_is_not_known_costs_no_other_row(sample: Sample) -> None:
    lines = _lines(sample)
    at, values = _granted(lines)
    lines[at] = lines[at].replace("予以公开", "豫以工开")
    raw = re.sub(r"\D", "", lines[values[0]])
    _check_only(read_report("\n".join(lines)), sample, "requests.granted.", raw)


@pytest.mark.parametrize("name", ["034", "073", "S04"])
def test_the_sums_of_two_rows_make_up_for_a_label_between_them(name: str) -> None:
    """A row that holds the values of two is both, where both add up, and their sums are used up."""
    sample = next(sample for sample in SAMPLES if sample.id == name)
    lines = _lines(sample)
    at = next(at for at, line in enumerate(lines) if re.fullmatch(r"2\..*禁止公开\s*", line))
    report = read_report("\n".join(lines[:at] + lines[at + 1 :]))
    score = scored(report, *expected(sample))
    assert (score.unread, score.wrong, score.invented) == (frozenset(),) * 3
    used = report.tables["requests"].derived
    rows = ("withheld_state_secret", "withheld_by_law")
    assert used == {("row_sum", f"requests.{row}.total") for row in rows}


def test_a_label_of_known_words_with_another_number_is_none() -> None:
    """`其他情形` also stands in a label of the form, but not below that number."""
    sample = next(sample for sample in SAMPLES if sample.id == "034")
    text = re.sub(r"(?m)^3\.其他$", "3.其他情形", "\n".join(_lines(sample)))
    assert "\n3.其他情形\n" in text
    _check_only(read_report(text), sample, "requests.closed_other.")


@pytest.mark.parametrize(
    ("row", "rest"),
    [
        ("proactive.government_rules.", "67"),
        ("requests.granted.", "3"),
        ("requests.received.", "0"),
    ],
)
def test_a_number_that_goes_on_below_its_line_is_none(row: str, rest: str) -> None:
    """As where a page without rules breaks the last digits of a number that its cell is too
    narrow for; a number that is that of a page looks alike."""
    texts = {**numbers(2021, "small"), f"{row}total": "1000", f"{row}issued": "12345"}
    tables = tables_of(2021, texts)
    lines = LAYOUTS["label and numbers on one line"](tables).split("\n")
    values = " ".join(text for at, text in texts.items() if at.startswith(row) and at in CELLS)
    at = next(n for n, line in enumerate(lines) if line.endswith(values))
    report = read_report("\n".join([*lines[: at + 1], rest, *lines[at + 1 :]]))
    score = scored(report, expected_of({at: texts[at] for at in CELLS}))
    assert {at.startswith(row) for at in score.unread} == {True}
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
