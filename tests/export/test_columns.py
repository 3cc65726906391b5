"""The files of the contract and their columns, typed here a second time."""

import pytest

from generator import form
from generator.export import FILES
from tests.export.samples import Written, lists_of, rows_of

WIDE = ["report", "township", "township_name", "year", *form.all_cells()]
COLUMNS = {
    "files": "file format encoding bytes sha256 outcome reason replacement_characters reports",
    "reports": "report township year kind title body township_name county city province "
    "division_code resolution proactive_edition requests_edition source_file source_format "
    "source_encoding source_sha256 source_url published_on cells_expected cells_reported errors "
    "warnings notices",
    "cells": "report township year cell table row column value status raw unit source_file line",
    "wide": " ".join(WIDE),
    "claims": "report claim value approximate text line cell agreement",
    "metrics": "report metric numerator denominator value interval_low interval_high status",
    "findings": "finding cause report rule severity cells line message_zh message_en facts mend",
    "assessments": "report rule outcome reason",
    "rules": "rule severity title_zh title_en basis passed failed not_assessable",
    "townships": "township name kind county city province division_code years",
    "corrections": "report rule cell status statement source_url date",
    "dictionary": "file column type unit title_zh title_en basis",
}
OTHERS = ["README.txt", "datapackage.json", "everything.zip", "checksums.sha256"]


def test_the_folder_holds_the_files_of_the_contract_and_no_more(folder: dict[str, Written]) -> None:
    tables = [path for name in COLUMNS for path in (f"{name}.csv", f"excel/{name}.csv")]
    assert sorted(folder) == sorted([*tables, *OTHERS])
    assert list(FILES) == list(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_those_of_the_contract(name: str, folder: dict[str, Written]) -> None:
    header = folder[f"{name}.csv"].data.decode("utf-8").split("\n", 1)[0]
    assert header.split(",") == COLUMNS[name].split()


def test_the_wide_table_has_both_editions_and_starts_with_the_present_one() -> None:
    assert len(WIDE) == 4 + 226
    assert WIDE[4] == "proactive.government_rules.issued"
    assert WIDE[-1] == "appeals.suit_after_reconsideration.total"


def test_the_wide_table_is_in_form_order_for_either_edition(folder: dict[str, Written]) -> None:
    header = folder["wide.csv"].data.decode("utf-8").split("\n", 1)[0].split(",")
    for editions in ((2021, 2021), (2019, 2019), (2019, 2021)):
        own = list(form.cells_expected(*editions))
        assert [column for column in header if column in own] == own
    assert list(dict.fromkeys(".".join(c.split(".")[:2]) for c in header[4:12])) == [
        "proactive.government_rules",
        "proactive.normative_documents",
    ]
    after = header.index("proactive.licences.items_last_year")
    assert header[after : after + 3] == [
        "proactive.licences.items_last_year",
        "proactive.licences.items_change",
        "proactive.licences.decisions",
    ]


@pytest.mark.parametrize("name", COLUMNS)
def test_the_bytes_are_as_promised(name: str, folder: dict[str, Written]) -> None:
    machine, excel = folder[f"{name}.csv"].data, folder[f"excel/{name}.csv"].data
    assert not machine.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in machine
    assert machine.endswith(b"\n")
    assert excel.startswith(b"\xef\xbb\xbf")
    assert excel.count(b"\n") == excel.count(b"\r\n")


@pytest.mark.parametrize("name", COLUMNS)
def test_the_facts_of_a_file_are_true(name: str, folder: dict[str, Written]) -> None:
    for path in (f"{name}.csv", f"excel/{name}.csv"):
        facts = folder[path].facts
        assert facts.size == len(folder[path].data)
        assert facts.rows == len(rows_of(folder[f"{name}.csv"].data))
        assert (facts.file, facts.excel) == (name, path.startswith("excel/"))


@pytest.mark.parametrize("name", COLUMNS)
def test_the_headers_for_excel_are_chinese_and_differ(
    name: str, folder: dict[str, Written]
) -> None:
    header = lists_of(folder[f"excel/{name}.csv"].data)[0]
    assert header == [column.title.zh for column in FILES[name].columns]
    assert len(set(header)) == len(header)
    english = [column.title.en for column in FILES[name].columns]
    assert len(set(english)) == len(english)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_file_is_described_in_both_languages(name: str) -> None:
    file = FILES[name]
    texts = [file.title, file.row]
    texts += [text for c in file.columns for text in (c.title, c.note, c.unit) if text]
    assert all(text.zh and text.en for text in texts)


def test_the_dictionary_has_every_column_of_every_file(folder: dict[str, Written]) -> None:
    rows = rows_of(folder["dictionary.csv"].data)
    assert [(row["file"], row["column"]) for row in rows] == [
        (f"{name}.csv", column) for name, columns in COLUMNS.items() for column in columns.split()
    ]
    by_column = {(row["file"], row["column"]): row for row in rows}
    charges = by_column["wide.csv", "proactive.charges.amount"]
    assert charges == {
        "file": "wide.csv",
        "column": "proactive.charges.amount",
        "type": "number",
        "unit": "万元 / CNY 10,000",
        "title_zh": "行政事业性收费 · 本年收费金额",
        "title_en": "administrative charges · amount charged this year",
        "basis": "条例第二十条第（八）项",
    }
    assert by_column["files.csv", "bytes"]["unit"] == "字节 / bytes"
