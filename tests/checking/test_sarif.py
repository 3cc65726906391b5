"""`check --format sarif`: what the schema of SARIF 2.1.0 requires, and what code hosts use."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from generator.rules import RULES
from tests.checking.samples import BROKEN, PLACE, SAMPLE, parsed, write
from tests.conftest import ROOT

# What the schema allows for the objects that are used, those required first.
ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"language", "columnKind", "invocations", "results"}),
    "driver": ({"name"}, {"version", "rules"}),
    "rule": ({"id"}, {"shortDescription", "fullDescription", "help", "defaultConfiguration"}),
    "invocation": ({"executionSuccessful"}, {"exitCode", "toolExecutionNotifications"}),
    "notification": ({"message"}, {"level", "locations"}),
    "result": (
        {"message"},
        {"ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "properties"},
    ),
}
LEVELS = {"error", "warning", "note"}


def run_of(*arguments: str | Path, cwd: Path = ROOT) -> dict[str, Any]:
    """The one run, with the shape that the schema asks for."""
    log = parsed(*arguments, form="sarif", cwd=cwd)
    _shaped("log", log)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    _shaped("run", run)
    assert isinstance(run, dict)
    return run


def _shaped(kind: str, value: dict[str, Any]) -> None:
    required, optional = ALLOWED[kind]
    assert required <= value.keys() <= required | optional, kind


def _location(location: dict[str, Any]) -> tuple[str, int | None]:
    (physical,) = location.values()
    assert location.keys() == {"physicalLocation"}
    assert {"artifactLocation"} <= physical.keys() <= {"artifactLocation", "region"}
    assert physical["artifactLocation"].keys() == {"uri"}
    region = physical.get("region")
    assert region is None or (region.keys() == {"startLine"} and region["startLine"] >= 1)
    return physical["artifactLocation"]["uri"], region and region["startLine"]


@pytest.fixture(scope="module", params=["zh", "en"])
def run(request: pytest.FixtureRequest) -> dict[str, Any]:
    return run_of("--lang", request.param) | {"lang": request.param}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("broken") / "a.txt", BROKEN)


def test_every_rule_is_there_with_its_help() -> None:
    driver = run_of(SAMPLE)["tool"]["driver"]
    _shaped("driver", driver)
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for shown, rule in zip(driver["rules"], RULES.values(), strict=True):
        _shaped("rule", shown)
        assert shown["shortDescription"] == {"text": rule.title.zh}
        assert shown["help"].keys() == {"text"}
        assert rule.basis.zh in shown["help"]["text"]
        assert shown["defaultConfiguration"]["level"] in LEVELS


def test_every_result_has_its_rule_level_place_and_fingerprint(run: dict[str, Any]) -> None:
    assert run["results"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        _shaped("result", result)
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"].keys() == {"text"}
        (location,) = result["locations"]
        uri, line = _location(location)
        assert re.fullmatch(r"content/reports/[\w.-]+\.txt", uri)
        assert line
        assert isinstance(result["partialFingerprints"]["finding/v1"], str)
    prints = [(r["locations"][0], r["partialFingerprints"]["finding/v1"]) for r in run["results"]]
    assert len({str(one) for one in prints}) == len(prints)


def test_messages_are_in_the_language_of_the_run(run: dict[str, Any]) -> None:
    (result,) = (r for r in run["results"] if r["ruleId"] == "TB-SUM")
    end = {"zh": "三（七）总计 · 自然人 0 → 7", "en": "total decided · natural persons 0 → 7"}
    assert result["message"]["text"].endswith(end[run["lang"]])
    assert run["language"].startswith(run["lang"])
    (place,) = result["locations"]
    assert _location(place) == (SAMPLE, 339)
    assert result["properties"]["mend"][0]["to"] == 7


def test_a_fingerprint_stays_when_lines_move_and_the_file_is_renamed(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", BROKEN).read_text(encoding="utf-8")
    first, *_ = run_of(tmp_path / "a.txt")["results"]
    moved, *_ = run_of(write(tmp_path / "b c.txt", "\n\n" + text))["results"]
    assert first["locations"] != moved["locations"]
    assert first["partialFingerprints"] == moved["partialFingerprints"]


def test_addresses_are_relative_to_where_it_runs(tmp_path: Path) -> None:
    write(tmp_path / "年报 100%.txt", BROKEN)
    result = run_of("年报 100%.txt", cwd=tmp_path)["results"][0]
    uri, _ = _location(result["locations"][0])
    assert uri.isascii()
    assert unquote(uri) == "年报 100%.txt"
    result = run_of(tmp_path / "年报 100%.txt")["results"][0]  # from elsewhere
    assert _location(result["locations"][0])[0] == (tmp_path / "年报 100%.txt").as_uri()


def test_files_not_read_are_notifications_of_an_unsuccessful_run(
    tmp_path: Path, broken: Path
) -> None:
    (invocation,) = run_of(broken)["invocations"]
    _shaped("invocation", invocation)
    assert invocation == {
        "executionSuccessful": True,
        "exitCode": 1,
        "toolExecutionNotifications": [],
    }
    letter = write(tmp_path / "letter.txt", "各位同事：\n")
    (invocation,) = run_of(broken, letter)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    (note,) = invocation["toolExecutionNotifications"]
    _shaped("notification", note)
    assert note["level"] == "error"
    assert _location(note["locations"][0]) == (letter.as_uri(), None)


def test_two_reports_have_fingerprints_of_their_own(tmp_path: Path) -> None:
    for year in (2022, 2023):
        text = write(tmp_path / "a.txt", BROKEN).read_text(encoding="utf-8")
        own = text.replace("2023", str(year)).replace("云岭县青石镇", PLACE)
        write(tmp_path / f"{year}.txt", own)
    results = run_of(tmp_path / "2022.txt", tmp_path / "2023.txt")["results"]
    prints = [r["partialFingerprints"]["finding/v1"] for r in results]
    assert len(set(prints)) == len(prints) > 2
