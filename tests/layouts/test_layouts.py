"""Every layout file against the values that are known to stand in it."""

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pytest

from generator.model import Document, Report, Source
from generator.parse import parse
from generator.parse.text import cleaned
from generator.readers import READERS
from tests.layouts.tables import Score, scored
from tests.readers.files import LAYOUTS, read

_MOST_UNREAD = Decimal("0.01")
# As it stands: the two unread ones lie in a file that lost its duplicate lines.
RIGHT, UNREAD = 5106, 2


@dataclass(frozen=True, slots=True)
class Sample:
    """A layout file as `index.csv` describes it."""

    id: str
    file: str
    layout: str
    title: str
    year: int
    body: str
    complete: bool


def _samples() -> Iterator[Sample]:
    with (LAYOUTS / "index.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            described = (row["id"], row["file"], row["layout"], row["title"], int(row["year"]))
            yield Sample(*described, row["body"], row["complete"] == "yes")


SAMPLES = tuple(_samples())
each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.id}")


@cache
def _read(sample: Sample) -> tuple[Document, Report]:
    document = read(sample.file)
    extension = sample.file.rpartition(".")[2]
    assert extension in READERS
    report = parse(document, Source(sample.file, extension, document.encoding, 0, ""))
    assert isinstance(report, Report), report
    return document, report


@cache
def expected(sample: Sample) -> tuple[dict[str, Decimal | None], frozenset[str]]:
    """The value of every cell, and the addresses of those that may stay unread."""
    text = (LAYOUTS / "expected" / f"{sample.id}.json").read_text(encoding="utf-8")
    known = json.loads(text, parse_int=Decimal, parse_float=Decimal)
    return known["cells"], frozenset(known.get("uncertain", ()))


@cache
def _score(sample: Sample) -> Score:
    return scored(_read(sample)[1], *expected(sample))


def test_every_file_is_described_and_has_its_values() -> None:
    assert {sample.file for sample in SAMPLES} == {
        path.name for path in (LAYOUTS / "files").iterdir()
    }
    assert {sample.id for sample in SAMPLES} == {
        path.stem for path in (LAYOUTS / "expected").iterdir()
    }


@each
def test_no_value_is_wrong_or_invented(sample: Sample) -> None:
    score = _score(sample)
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])


@each
def test_no_white_space_stands_around_what_is_printed_in_a_cell(sample: Sample) -> None:
    raws = {reading.raw for reading in _read(sample)[1].cells.values()}
    assert raws == {raw.strip() for raw in raws}


@pytest.mark.parametrize(
    "sample", [s for s in SAMPLES if s.complete], ids=lambda sample: f"{sample.id}"
)
def test_hardly_a_value_of_a_whole_file_stays_unread(sample: Sample) -> None:
    printed = sum(value is not None for value in expected(sample)[0].values())
    assert len(_score(sample).unread) <= printed * _MOST_UNREAD, sorted(_score(sample).unread)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", cleaned(text))


@each
def test_title_year_and_body_are_read_where_they_are_printed(sample: Sample) -> None:
    """A title may be broken over lines; without one the body may still be printed elsewhere."""
    document, report = _read(sample)
    assert report.year == sample.year
    if _squeezed(sample.title) and _squeezed(sample.title) in _squeezed("".join(document.lines)):
        assert report.title == _squeezed(sample.title)
        assert report.body.printed
    else:
        assert (report.title, report.title_line) == ("", None)
    assert report.body.printed in sample.body


def _counts(score: Score) -> tuple[int, int, int, int]:
    return len(score.right), len(score.unread), len(score.wrong), len(score.invented)


def _line(*columns: object) -> str:
    return "{:<10} {:>6} {:>6} {:>6} {:>8}  {}\n".format(*columns)


def test_the_table_of_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Printed also when it passes: what a change of the parser did is seen here at a glance."""
    counts = {sample: _counts(_score(sample)) for sample in SAMPLES}
    total = tuple(map(sum, zip(*counts.values(), strict=True)))
    with capsys.disabled():
        sys.stdout.write("\n" + _line("file", "right", "unread", "wrong", "invented", "layout"))
        for sample, row in counts.items():
            sys.stdout.write(_line(sample.file, *row, sample.layout))
        sys.stdout.write(_line("total", *total, ""))
    right, unread, wrong, invented = total
    assert (wrong, invented) == (0, 0)
    assert right >= RIGHT
    assert unread <= UNREAD
