"""Both editions of the form, and reports that mix them."""

import pytest

from generator import form
from generator.form import EDITIONS, Edition
from generator.model import Status
from generator.specimen import Specimen, written
from tests.rules.judged import read, read_lines

SIZES = {(2021, 2021): 200, (2021, 2019): 186, (2019, 2021): 212, (2019, 2019): 198}


@pytest.mark.parametrize("proactive", EDITIONS)
@pytest.mark.parametrize("requests", EDITIONS)
@pytest.mark.parametrize("year", [2019, 2020, 2021, 2024])
def test_each_table_has_the_edition_it_prints(
    proactive: Edition, requests: Edition, year: int
) -> None:
    report = read(Specimen(year=year, proactive=proactive, requests=requests))
    assert report.tables["proactive"].edition == proactive
    assert report.tables["requests"].edition == requests
    assert len(report.cells) == SIZES[proactive, requests] == report.reported
    assert list(report.cells) == list(form.cells_expected(proactive, requests))


def _without(section: int, specimen: Specimen) -> str:
    before, _, rest = written(specimen).partition(form.SECTIONS[section].heading)
    following = form.SECTIONS[section + 1].heading
    return before + form.SECTIONS[section].heading + "\n" + following + rest.partition(following)[2]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("year", [2019, 2023])
def test_a_missing_table_takes_the_edition_of_the_other(edition: Edition, year: int) -> None:
    specimen = Specimen(year=year, proactive=edition, requests=edition)
    for section, table in ((1, "proactive"), (2, "requests")):
        report = read_lines(_without(section, specimen))
        missing = next(key for key in form.TABLE_KEYS if key == table)
        assert report.tables[missing].edition == edition
        assert len(report.cells) == SIZES[edition, edition]
        absent = {a.split(".")[0] for a, r in report.cells.items() if r.status is Status.ABSENT}
        assert absent == {table}


@pytest.mark.parametrize(
    ("year", "cells"), [("2019年", 198), ("2020年", 198), ("2021年", 200), ("", 200)]
)
def test_without_tables_the_year_decides(year: str, cells: int) -> None:
    headings = "\n".join(section.heading for section in form.SECTIONS)
    report = read_lines(f"云岭县青石镇{year}政府信息公开工作年度报告\n{headings}\n")
    assert len(report.cells) == cells
    assert report.year == (int(year[:4]) if year else None)


def test_cells_that_only_the_older_edition_has() -> None:
    cells = {
        "proactive.government_rules.published_total": "3",
        "proactive.other_services.items_last_year": "4",
        "proactive.charges.items_change": "-1",
        "proactive.procurement.projects": "2",
        "proactive.procurement.amount": "251000元",
        "requests.closed_otherwise.natural_person": "5",
        "requests.closed_otherwise.total": "5",
    }
    report = read(Specimen(year=2020, cells=cells, proactive=2019, requests=2019))
    assert [report.value(address) for address in cells] == [3, 4, -1, 2, 251000, 5, 5]


def test_a_misprinted_row_does_not_change_the_edition() -> None:
    specimen = Specimen(year=2020, proactive=2019, swaps=(("其他对外管理服务事项", "其它服务"),))
    report = read(specimen)
    assert report.tables["proactive"].edition == 2019
    row = [r.status for a, r in report.cells.items() if a.startswith("proactive.other_services.")]
    assert row == [Status.UNREADABLE] * 3
