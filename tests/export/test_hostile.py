"""Text from reports survives as it is and does nothing; editions and blanks keep their meaning."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.bilingual import Text
from generator.model import Dossier, Edit, Finding, Reading, Report, Severity, Source, Status
from generator.parse import parse
from generator.readers import read_text
from generator.specimen import Specimen, written
from tests.export.samples import (
    REPLY,
    Written,
    as_shown,
    exported,
    judged,
    lists_of,
    read_sample,
    rows_of,
    surveyed,
)

TITLE = '=HYPERLINK("http://example.org","点这里")'
NAME = '"><img onerror=alert(1)>'
RAW = "<script>alert('1')</script>,\n二行"
STATEMENT = '@SUM(1),"引号",\n-2+3'
CELL = "requests.received.total"
FINDING = Finding(
    "TB-SUM",
    Severity.WARNING,
    "1",
    Text("=cmd()", "+cmd()"),
    cells=("a.b.c", "d.e.f"),
    line=3,
    facts={"z": 1, "a": '引号"', "m": -1.5},
    cause="a.b.c",
    mends=(Edit("a.b.c", Decimal("1.28"), -4), Edit("d.e.f", 0, 7)),
)


@pytest.fixture(scope="module")
def hostile() -> dict[str, Written]:
    dossier: Dossier = judged(read_sample("jugezhuang-2023"))
    report = dossier.report
    cells = dict(report.cells) | {CELL: Reading(Status.UNREADABLE, raw=RAW, line=88)}
    body = replace(report.body, name=NAME, division_code="007")
    claims = (report.claims[0]._replace(text=TITLE), *report.claims[1:])
    report = replace(report, title=TITLE, body=body, cells=cells, claims=claims)
    survey = surveyed([replace(dossier, report=report, findings=(FINDING,))])
    survey = replace(survey, replies=(replace(REPLY, statement=STATEMENT, rule="a\rb\r\nc"),))
    return exported(survey)


def test_the_machine_files_keep_it_to_the_letter(hostile: dict[str, Written]) -> None:
    (report,) = rows_of(hostile["reports.csv"].data)
    assert (report["title"], report["township_name"]) == (TITLE, NAME)
    assert report["division_code"] == "007"
    assert rows_of(hostile["claims.csv"].data)[0]["text"] == TITLE
    (cell,) = [row for row in rows_of(hostile["cells.csv"].data) if row["cell"] == CELL]
    assert (cell["raw"], cell["status"], cell["value"]) == (RAW, "unreadable", "")
    (reply,) = rows_of(hostile["corrections.csv"].data)
    assert reply["statement"] == STATEMENT
    assert reply["rule"] == "a\nb\nc"


def test_the_excel_files_make_it_harmless(hostile: dict[str, Written]) -> None:
    report = lists_of(hostile["excel/reports.csv"].data)[1]
    assert f"'{TITLE}" in report
    assert NAME in report
    assert '="007"' in report
    reply = lists_of(hostile["excel/corrections.csv"].data)[1]
    assert f"'{STATEMENT}" in reply
    assert as_shown(f"'{STATEMENT}") == STATEMENT


def test_a_finding_is_written_compactly(hostile: dict[str, Written]) -> None:
    (row,) = rows_of(hostile["findings.csv"].data)
    assert row["finding"] == "110118105-2023:TB-SUM:1"
    assert row["cause"] == "110118105-2023:a.b.c"
    assert (row["severity"], row["cells"], row["line"]) == ("warning", "a.b.c d.e.f", "3")
    assert row["facts"] == '{"a":"引号\\"","m":-1.5,"z":1}'
    assert row["mend"] == (
        '[{"cell":"a.b.c","from":1.28,"to":-4},{"cell":"d.e.f","from":0,"to":7}]'
    )
    assert json.loads(row["mend"])[0]["to"] == -4
    (report,) = rows_of(hostile["reports.csv"].data)
    assert (report["errors"], report["warnings"], report["notices"]) == ("0", "1", "0")


def test_a_finding_that_stands_alone_is_its_own_cause() -> None:
    dossier = judged(read_sample("jugezhuang-2023"))
    alone = replace(FINDING, cause="", mends=(), line=None)
    survey = surveyed([replace(dossier, findings=(alone,))])
    files = exported(survey)
    (row,) = rows_of(files["findings.csv"].data)
    assert row["cause"] == row["finding"]
    assert (row["line"], row["mend"]) == ("", "[]")


@pytest.fixture(scope="module")
def old() -> dict[str, Written]:
    """A report of the 2019 edition with money, signs, blanks and no year."""
    cells = {
        "proactive.licences.items_change": "减4",
        "proactive.procurement.amount": "1.50万元",
        "requests.received.total": "",
        "requests.closed_otherwise.total": "/",
    }
    specimen = Specimen(cells=cells, proactive=2019, requests=2019)
    source = Source("旧.txt", "txt", "utf-8", 0, "")
    report = parse(read_text(written(specimen).encode("utf-8")), source)
    assert isinstance(report, Report)
    undated = replace(report, id="unresolved-旧-undated", township="unresolved-旧", year=None)
    return exported(surveyed([judged(undated)]))


def test_the_older_edition_has_its_own_cells(old: dict[str, Written]) -> None:
    cells = {row["cell"]: row for row in rows_of(old["cells.csv"].data)}
    assert len(cells) == 22 + 161 + 15
    assert cells["proactive.licences.items_change"]["value"] == "-4"
    assert cells["proactive.procurement.amount"]["value"] == "15000"
    assert cells["proactive.procurement.amount"]["unit"] == "万元"
    assert (cells[CELL]["value"], cells[CELL]["status"]) == ("", "blank")
    slash = cells["requests.closed_otherwise.total"]
    assert (slash["value"], slash["status"], slash["raw"]) == ("", "not_applicable", "/")
    (wide,) = rows_of(old["wide.csv"].data)
    assert (wide["year"], wide[CELL], wide["requests.closed_other.total"]) == ("", "", "")
    assert wide["requests.closed_otherwise.natural_person"] == "0"


def test_a_negative_number_stays_a_number_in_excel(old: dict[str, Written]) -> None:
    header, *rows = lists_of(old["excel/cells.csv"].data)
    (row,) = [row for row in rows if "proactive.licences.items_change" in row]
    assert row[header.index("数值")] == "-4"
    assert row[header.index("原样文字")] == "减4"
