"""The five reports of the content folder as read, against what was typed from them by hand."""

import csv
from itertools import groupby

import pytest

from generator.corpus import open_corpus
from generator.model import Opened, Reading, Report, Status
from tests.conftest import ROOT
from tests.export.samples import EXPECTED, PLACES, printed

STEMS = tuple(PLACES)


def typed(name: str) -> list[dict[str, str]]:
    """A table of expected values."""
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def opened() -> dict[str, Opened]:
    """Every file of the content folder by its stem."""
    corpus = open_corpus(ROOT / "content")
    assert corpus.problems == ()
    return {file.removesuffix(".txt"): corpus.read(file) for file in corpus.files}


@pytest.fixture(scope="module")
def reports(opened: dict[str, Opened]) -> dict[str, Report]:
    """The same as reports."""
    return {stem: one.report for stem, one in opened.items() if one.report}


def test_the_content_folder_holds_the_five_samples(reports: dict[str, Report]) -> None:
    assert tuple(reports) == STEMS
    assert sum(report.reported for report in reports.values()) == 1000


@pytest.mark.parametrize("stem", STEMS)
def test_every_cell_is_as_typed(stem: str, reports: dict[str, Report]) -> None:
    expected = {
        address: Reading(Status.REPORTED, int(raw), raw, line)
        for address, (raw, line) in printed(stem).items()
    }
    unit = {"proactive.charges.amount": "万元"}
    found = reports[stem].cells
    assert list(found) == list(expected)
    assert len(found) == 200
    for address, reading in expected.items():
        assert found[address] == Reading(
            reading.status, reading.value, reading.raw, reading.line, unit.get(address, "")
        ), address


@pytest.mark.parametrize("stem", STEMS)
def test_every_typed_number_stands_in_its_line(stem: str, opened: dict[str, Opened]) -> None:
    document = opened[stem].document
    assert document is not None
    for address, (raw, line) in printed(stem).items():
        assert document.lines[line - 1].strip() == raw, address


def test_titles_bodies_and_years_are_as_typed(reports: dict[str, Report]) -> None:
    found = {
        f"{stem}.txt": (report.title, str(report.title_line), report.body.printed, str(report.year))
        for stem, report in reports.items()
    }
    expected = {
        row["file"]: (row["title"], row["title_line"], row["body"], row["year"])
        for row in typed("reports")
    }
    assert found == expected


def test_sections_are_as_typed(reports: dict[str, Report]) -> None:
    found = [
        (f"{stem}.txt", section.key, str(section.line), section.heading)
        for stem, report in reports.items()
        for section in report.sections
    ]
    without_residue = [
        (
            row["file"],
            row["section"],
            row["line"],
            row["heading"].replace("[bookmark: _GoBack]", ""),
        )
        for row in typed("sections")
    ]
    assert sorted(found) == sorted(without_residue)


def test_numbers_of_the_prose_are_as_typed(reports: dict[str, Report]) -> None:
    found = [
        (f"{stem}.txt", claim.key, str(claim.value), str(claim.approximate).lower(), claim.line)
        for stem, report in reports.items()
        for claim in report.claims
    ]
    expected = [
        (row["file"], row["claim"], row["value"], row["approximate"], int(row["line"]))
        for row in typed("claims")
    ]
    assert sorted(found) == sorted(expected)


def test_every_claim_quotes_the_sentence_it_stands_in(opened: dict[str, Opened]) -> None:
    for (file, key, line), rows in groupby(
        typed("claims"), key=lambda row: (row["file"], row["claim"], int(row["line"]))
    ):
        one = opened[file.removesuffix(".txt")]
        assert one.report is not None
        assert one.document is not None
        quoted = [c.text for c in one.report.claims if (c.key, c.line) == (key, line)]
        for row in rows:
            assert any(row["sentence_part"] in text for text in quoted), row
        assert all(text in one.document.lines[line - 1] for text in quoted)


def test_claims_agree_with_the_cells_they_speak_of(reports: dict[str, Report]) -> None:
    compared = [
        (stem, claim.key, claim.cell, claim.agreement.value)
        for stem, report in reports.items()
        for claim in report.claims
        if claim.cell
    ]
    received, processed = "requests.received.total", "requests.processed.total"
    assert compared == [
        ("chaiguan-2023", "requests_received", received, "agree"),
        ("chaiguan-2023", "requests_received", received, "agree"),
        ("jugezhuang-2023", "requests_received", received, "agree"),
        ("xuying-2024", "requests_received", received, "agree"),
        ("yujiawu-2023", "requests_received", received, "agree"),
        ("yujiawu-2023", "requests_processed", processed, "agree"),
    ]


def test_fees_of_the_prose_are_as_typed(reports: dict[str, Report]) -> None:
    for row in typed("reports"):
        stated = {claim.key: claim.value for claim in reports[row["file"][:-4]].claims}
        for key in ("fee_notices", "fee_charged", "fee_collected"):
            if row[key]:
                assert stated[key] == int(row[key]), (row["file"], key)


def test_only_one_file_lacks_a_known_place(reports: dict[str, Report]) -> None:
    places = {
        stem: (r.body.division_code, r.body.county, r.body.city, r.body.province)
        for stem, r in reports.items()
    }
    assert places == {stem: tuple(place) for stem, place in PLACES.items()}
    assert {stem for stem, r in reports.items() if r.body.resolution.value != "register"} == {
        "heping-2023"
    }
    assert {r.body.kind.value for r in reports.values()} == {"township"}
    assert [r.body.name for r in reports.values()] == [
        "柴关乡",
        "和平镇",
        "巨各庄镇",
        "徐营镇",
        "于家务回族乡",
    ]


def test_residue_is_found_and_left_in_the_original(opened: dict[str, Opened]) -> None:
    residue = {
        stem: [(a.text, a.line) for a in one.report.artefacts]
        for stem, one in opened.items()
        if one.report
    }
    bookmark = "[bookmark: _GoBack]"
    for stem, found in residue.items():
        document = opened[stem].document
        assert document is not None
        lines = [n for n, line in enumerate(document.lines, start=1) if bookmark in line]
        assert [line for text, line in found if text == bookmark] == lines, stem
    assert residue["yujiawu-2023"] == [(bookmark, 422)]
