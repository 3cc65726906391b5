"""Each row and value, read back and compared with what was typed from the reports."""

import json
from io import BytesIO

import pandas as pd
import pytest

from generator import form
from generator.metrics import METRICS
from generator.rules import RULES
from generator.survey import Survey
from tests.export.samples import EXPECTED, IDS, PLACES, Rows, Written, printed, rows_of

Folder = dict[str, Written]
STEMS = sorted(PLACES, key=lambda stem: IDS[stem])


def table(folder: Folder, name: str) -> Rows:
    return rows_of(folder[f"{name}.csv"].data)


def typed(name: str) -> Rows:
    return rows_of((EXPECTED / f"{name}.csv").read_bytes())


def frame(folder: Folder, name: str) -> pd.DataFrame:
    return pd.read_csv(BytesIO(folder[f"{name}.csv"].data), dtype=str, keep_default_na=False)


@pytest.mark.parametrize("stem", STEMS)
def test_every_cell_is_the_printed_one(stem: str, folder: Folder) -> None:
    rows = [row for row in table(folder, "cells") if row["report"] == IDS[stem]]
    expected = printed(stem)
    assert [row["cell"] for row in rows] == list(form.cells_expected(2021, 2021))
    for row in rows:
        value, line = expected[row["cell"]]
        assert (row["value"], row["raw"], row["line"]) == (value, value, str(line)), row["cell"]
        assert row["status"] == "reported"
        assert f"{row['table']}.{row['row']}.{row['column']}" == row["cell"]
        assert row["township"] == IDS[stem].rpartition("-")[0]
        assert (row["year"], row["source_file"]) == (stem[-4:], f"{stem}.txt")
        assert row["unit"] == ("万元" if row["cell"] == "proactive.charges.amount" else "")


def test_there_are_a_thousand_cells_sorted_by_report(folder: Folder) -> None:
    rows = table(folder, "cells")
    assert len(rows) == 1000
    reports = [row["report"] for row in rows]
    assert reports == sorted(reports)


def test_the_wide_table_has_the_same_values_and_nothing_else(folder: Folder) -> None:
    rows = {row["report"]: row for row in table(folder, "wide")}
    assert list(rows) == [IDS[stem] for stem in STEMS]
    for stem in STEMS:
        row = rows[IDS[stem]]
        expected = {address: value for address, (value, _) in printed(stem).items()}
        assert {a: row[a] for a in form.all_cells()} == {
            address: expected.get(address, "") for address in form.all_cells()
        }
        assert row["year"] == stem[-4:]


def test_reports(folder: Folder, survey: Survey) -> None:
    rows = {row["source_file"]: row for row in table(folder, "reports")}
    assert len(rows) == 5
    for expected in typed("reports"):
        row = rows[expected["file"]]
        assert [row[key] for key in ("title", "body", "year")] == [
            expected[key] for key in ("title", "body", "year")
        ]
        place = PLACES[expected["file"].removesuffix(".txt")]
        assert (row["division_code"], row["county"], row["city"], row["province"]) == place
        assert (row["cells_expected"], row["cells_reported"]) == ("200", "200")
        assert (row["proactive_edition"], row["requests_edition"]) == ("2021", "2021")
        assert row["published_on"] == expected["sign_date"]
    assert rows["heping-2023.txt"]["resolution"] == "ambiguous"
    for dossier in survey.dossiers:
        row = rows[dossier.report.source.file]
        assert sum(int(row[key]) for key in ("errors", "warnings", "notices")) == len(
            dossier.causes
        )


def test_claims(folder: Folder) -> None:
    files = {identifier: f"{stem}.txt" for stem, identifier in IDS.items()}
    rows = table(folder, "claims")
    key = ("claim", "value", "approximate", "line")
    found = [(files[row["report"]], *(row[name] for name in key)) for row in rows]
    expected = [(row["file"], *(row[name] for name in key)) for row in typed("claims")]
    assert sorted(found) == sorted(expected)
    assert [row["report"] for row in rows] == sorted(row["report"] for row in rows)
    agreed = {(row["report"], row["claim"]): row["agreement"] for row in rows}
    assert agreed["110118105-2023", "requests_received"] == "agree"
    assert agreed["110118105-2023", "disclosures"] == "not_comparable"


def test_metrics(folder: Folder) -> None:
    rows = table(folder, "metrics")
    assert [(row["report"], row["metric"]) for row in rows] == [
        (IDS[stem], key) for stem in STEMS for key in METRICS
    ]
    found = {(row["report"], row["metric"]): list(row.values())[2:] for row in rows}
    one, other = "110118105-2023", "110112209-2023"
    assert found[one, "disclosure_rate"] == ["18", "19", "0.947368", "0.753613", "0.990648", "ok"]
    assert found[one, "disputes_per_100_requests"] == ["5", "20", "25.000000", "", "", "ok"]
    assert found[one, "requests_received"] == ["20", "", "20", "", "", "ok"]
    assert found[other, "disclosure_rate"] == ["7", "7", "", "", "", "small_denominator"]
    assert found[IDS["heping-2023"], "carry_over_rate"] == ["0", "0", "", "", "", "no_denominator"]


def test_findings(folder: Folder, survey: Survey) -> None:
    rows = table(folder, "findings")
    assert len(rows) == sum(len(dossier.findings) for dossier in survey.dossiers)
    assert len({row["finding"] for row in rows}) == len(rows)
    for row in rows:
        assert row["finding"].startswith(f"{row['report']}:{row['rule']}:")
        assert isinstance(json.loads(row["facts"]), dict)
        assert row["message_zh"]
        assert row["message_en"]


def test_one_cause_explains_what_does_not_add_up(folder: Folder) -> None:
    rows = [row for row in table(folder, "findings") if row["mend"] != "[]"]
    cell = "requests.processed.natural_person"
    assert {row["rule"] for row in rows} == {"TB-BALANCE", "TB-SUM", "TB-ROW"}
    assert {row["cause"] for row in rows} == {f"110112209-2023:{cell}"}
    assert {row["mend"] for row in rows} == {f'[{{"cell":"{cell}","from":0,"to":7}}]'}
    assert all(cell in row["cells"].split(" ") for row in rows)


def test_assessments_and_rules(folder: Folder) -> None:
    assessments = table(folder, "assessments")
    assert [(row["report"], row["rule"]) for row in assessments] == [
        (IDS[stem], rule) for stem in STEMS for rule in RULES
    ]
    outcomes = [(row["rule"], row["outcome"]) for row in assessments]
    for row in table(folder, "rules"):
        rule = RULES[row["rule"]]
        assert (row["severity"], row["title_zh"]) == (rule.severity.value, rule.title.zh)
        assert (row["title_en"], row["basis"]) == (rule.title.en, rule.basis.zh)
        counted = [
            outcomes.count((rule.id, outcome)) for outcome in ("pass", "fail", "not_assessable")
        ]
        assert [int(row[key]) for key in ("passed", "failed", "not_assessable")] == counted
        assert sum(counted) == 5


def test_townships_files_and_corrections(folder: Folder) -> None:
    townships = {row["township"]: row for row in table(folder, "townships")}
    assert len(townships) == 5
    assert townships["110118105"]["years"] == "2023"
    assert townships["110118105"]["province"] == "北京市"
    files = {row["file"]: row for row in table(folder, "files")}
    assert sorted(files) == sorted(f"{stem}.txt" for stem in PLACES)
    assert files["xuying-2024.txt"]["outcome"] == "read"
    assert files["xuying-2024.txt"]["reports"] == "410724104-2024"
    (reply,) = table(folder, "corrections")
    assert (reply["status"], reply["statement"]) == ("explained", "录入有误，应为7件。")


@pytest.mark.parametrize("name", ["reports", "cells", "wide", "findings", "metrics"])
def test_pandas_reads_the_same(name: str, folder: Folder) -> None:
    rows = table(folder, name)
    assert frame(folder, name).to_dict("records") == rows
