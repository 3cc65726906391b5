"""`check --format json`: one documented object that says what the site says."""

from pathlib import Path
from typing import Any

import pytest

from generator.checking import data
from generator.corpus import open_corpus
from generator.model import Outcome
from generator.rules import RULES
from tests.checking.samples import BROKEN, SAMPLE, parsed, write
from tests.conftest import ROOT
from tests.examined import examine


@pytest.fixture(scope="module")
def samples() -> dict[str, Any]:
    return parsed()


def test_it_says_of_the_samples_what_the_site_says(samples: dict[str, Any]) -> None:
    dossiers = examine(open_corpus(ROOT / "content")).dossiers
    reports = {one["report"]: one for one in samples["reports"]}
    assert list(reports)
    assert reports.keys() == {dossier.report.id for dossier in dossiers}
    for dossier in dossiers:
        report = reports[dossier.report.id]
        assert [
            (f["finding"], f["cause"], f["severity"], f["line"], f["message_zh"], f["message_en"])
            for f in report["findings"]
        ] == [
            (dossier.finding_id(f), dossier.cause_id(f), f.severity, f.line, *f.message)
            for group in dossier.causes.values()
            for f in group
        ]
        assert {a["rule"]: (a["outcome"], a["reason"]) for a in report["assessments"]} == {
            rule: (a.outcome, a.reason) for rule, a in dossier.assessments.items()
        }


def test_a_finding_has_its_facts_cells_and_mend(samples: dict[str, Any]) -> None:
    (report,) = (one for one in samples["reports"] if one["path"] == SAMPLE)
    assert (report["year"], report["division_code"]) == (2023, "110112209")
    (found,) = (f for f in report["findings"] if f["rule"] == "TB-SUM")
    assert found["facts"] == {"parts": 7, "printed": 0}
    assert found["line"] == 339
    assert found["cells"][-1] == "requests.processed.natural_person"
    assert found["mend"] == [{"cell": "requests.processed.natural_person", "from": 0, "to": 7}]
    assert {f["cause"] for f in report["findings"] if f["mend"]} == {found["cause"]}


def test_every_rule_has_an_outcome_and_words_for_why_not(samples: dict[str, Any]) -> None:
    for report in samples["reports"]:
        assert [a["rule"] for a in report["assessments"]] == list(RULES)
        for one in report["assessments"]:
            reasons = {bool(one[f"reason{end}"]) for end in ("", "_zh", "_en")}
            assert reasons == {one["outcome"] == Outcome.NOT_ASSESSABLE}, one


def test_causes_are_counted_and_the_exit_code_is_told(samples: dict[str, Any]) -> None:
    causes = {f["cause"] for report in samples["reports"] for f in report["findings"]}
    assert sum(samples["causes"].values()) == len(causes)
    assert (samples["causes"]["error"], samples["exit_code"], samples["fail_on"]) == (1, 1, "error")


def test_a_file_that_is_not_read_has_its_reason(tmp_path: Path) -> None:
    unread = write(tmp_path / "letter.txt", "各位同事：\n")
    told = parsed(write(tmp_path / "a.txt", BROKEN), unread)
    assert [(one["path"], one["outcome"], one["reason"]) for one in told["files"]] == [
        (str(tmp_path / "a.txt"), "read", ""),
        (str(unread), "not_read", "no_form"),
    ]
    assert told["files"][1]["reason_zh"].startswith("不是这种报告")
    assert told["files"][1]["reason_en"].startswith("Not recognised as a report")
    assert (told["exit_code"], len(told["reports"])) == (2, 1)


def test_every_field_is_documented(samples: dict[str, Any]) -> None:
    (report,) = (one for one in samples["reports"] if one["path"] == SAMPLE)
    parts = [samples, samples["files"][0], report, report["findings"][0]]
    parts += [report["findings"][0] | {"mend": [{"cell": "", "from": 0, "to": 0}]}["mend"][0]]
    parts += [report["assessments"][0]]
    documented = set((data.__doc__ or "").replace(",", " ").replace(":", " ").split())
    documented = {one.strip("{}`()") for one in documented}
    assert {key for part in parts for key in part} - documented == set()
