"""A written report says what it was given, and the reader finds every cell of it again."""

import pytest

from generator import form
from generator.form import EDITIONS, Edition
from generator.model import Status
from generator.specimen import Specimen, written
from tests.rules.judged import read


@pytest.mark.parametrize("proactive", EDITIONS)
@pytest.mark.parametrize("requests", EDITIONS)
def test_every_cell_is_read_back(proactive: Edition, requests: Edition) -> None:
    expected = {a: n for n, a in enumerate(form.cells_expected(proactive, requests), start=1)}
    printed = {address: str(number) for address, number in expected.items()}
    report = read(Specimen(cells=printed, proactive=proactive, requests=requests))
    assert {a: reading.value for a, reading in report.cells.items()} == expected
    assert [table.labels for table in report.tables.values()] == [(), (), ()]


def test_a_plain_specimen_is_a_report_of_zeros() -> None:
    report = read(Specimen())
    assert {reading.value for reading in report.cells.values()} == {0}
    assert report.title == "云岭县青石镇2023年政府信息公开工作年度报告"
    assert (report.body.printed, report.year) == ("云岭县青石镇", 2023)
    assert [section.heading for section in report.sections] == [s.heading for s in form.SECTIONS]


def test_what_is_given_is_printed() -> None:
    text = written(
        Specimen(
            body="白河县石滩乡",
            year=2022,
            signature="石滩乡",
            date="",
            prose={"other": "无。"},
            swaps=(("培训", "学习"),),
        )
    )
    assert text.startswith("白河县石滩乡2022年")
    assert text.endswith("无。\n石滩乡\n\n")
    assert "学习" in text
    assert "培训" not in text


def test_a_blank_cell_is_read_as_blank() -> None:
    address = "requests.granted.enterprise"
    report = read(Specimen(cells={address: ""}))
    assert report.cells[address].status is Status.BLANK
    assert report.reported == 199


@pytest.mark.parametrize(
    "specimen",
    [Specimen(cells={"requests.closed_otherwise.total": "1"}), Specimen(swaps=(("没有这句", ""),))],
    ids=["a cell of another edition", "a passage that is not there"],
)
def test_an_example_that_would_show_nothing_is_refused(specimen: Specimen) -> None:
    with pytest.raises(ValueError, match="no such"):
        written(specimen)
