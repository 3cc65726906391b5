"""What accompanies the tables: package description, archive, checksums, README."""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from generator.export import FILES
from generator.settings import Settings
from generator.survey import Survey
from tests.export.samples import Written, exported, rows_of

Folder = dict[str, Written]


def is_json(kind: type) -> Callable[[str], bool]:
    return lambda text: isinstance(json.loads(text), kind)


HOLDS: dict[str, Callable[[str], object]] = {
    "string": lambda _: True,
    "integer": lambda text: re.fullmatch(r"-?\d+", text),
    "number": lambda text: re.fullmatch(r"-?\d+(\.\d+)?", text),
    "boolean": lambda text: text in ("true", "false"),
    "date": date.fromisoformat,
    "object": is_json(dict),
    "array": is_json(list),
}


@pytest.fixture(scope="module")
def package(folder: Folder) -> dict[str, Any]:
    loaded = json.loads(folder["datapackage.json"].data)
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module")
def resources(package: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {resource["name"]: resource for resource in package["resources"]}


def test_the_package_is_of_the_second_version(package: dict[str, Any]) -> None:
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "CC BY 4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert package["contributors"] == [{"title": "某社", "roles": ["publisher"]}]
    assert "homepage" not in package
    assert "created" not in package


@pytest.mark.parametrize("name", FILES)
def test_a_resource_describes_its_file(
    name: str, folder: Folder, resources: dict[str, dict[str, Any]]
) -> None:
    resource, file = resources[name], folder[f"{name}.csv"]
    assert list(resources) == list(FILES)
    assert (resource["type"], resource["path"]) == ("table", f"{name}.csv")
    assert resource["bytes"] == len(file.data)
    assert resource["hash"] == f"sha256:{sha256(file.data).hexdigest()}"
    schema = resource["schema"]
    assert not set(schema) - {"fields", "primaryKey", "foreignKeys"}
    header = next(csv.reader([file.data.decode("utf-8").split("\n", 1)[0]]))
    assert [field["name"] for field in schema["fields"]] == header
    assert all(field["title"] and field["description"] for field in schema["fields"])
    assert {field["type"] for field in schema["fields"]} <= set(HOLDS)


@pytest.mark.parametrize("name", FILES)
def test_a_file_obeys_its_description(
    name: str, folder: Folder, resources: dict[str, dict[str, Any]]
) -> None:
    rows = rows_of(folder[f"{name}.csv"].data)
    schema = resources[name]["schema"]
    for field in schema["fields"]:
        constraints = field.get("constraints", {})
        for row in rows:
            value = row[field["name"]]
            assert value or not constraints.get("required"), (name, field["name"])
            assert not value or HOLDS[field["type"]](value), (name, field["name"], value)
            assert not value or value in constraints.get("enum", [value])
    key = schema.get("primaryKey", [])
    assert isinstance(key, list)
    assert not key or len({tuple(row[part] for part in key) for row in rows}) == len(rows)


def test_references_lead_somewhere(folder: Folder, resources: dict[str, dict[str, Any]]) -> None:
    keys = [
        (name, key) for name in FILES for key in resources[name]["schema"].get("foreignKeys", [])
    ]
    assert len({name for name, _ in keys}) > len(FILES) / 2
    for name, key in keys:
        (own,), (target,) = key["fields"], key["reference"]["fields"]
        there = rows_of(folder[f"{key['reference']['resource']}.csv"].data)
        here = rows_of(folder[f"{name}.csv"].data)
        assert {row[own] for row in here} <= {row[target] for row in there}, (name, own)


def test_the_archive_holds_all_that_can_be_read_without_it(folder: Folder) -> None:
    with ZipFile(BytesIO(folder["everything.zip"].data)) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == set(folder) - {"everything.zip", "checksums.sha256"}
        for entry in archive.infolist():
            assert archive.read(entry) == folder[entry.filename].data
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_the_checksums_are_those_of_the_files(folder: Folder) -> None:
    lines = folder["checksums.sha256"].data.decode("utf-8").splitlines()
    assert lines == [
        f"{sha256(folder[path].data).hexdigest()}  {path}"
        for path in sorted(set(folder) - {"checksums.sha256"})
    ]


def test_two_runs_give_the_same_bytes_below_data(survey: Survey, folder: Folder) -> None:
    assert exported(replace(survey)) == folder


def test_the_readme_explains_every_file_in_both_languages(folder: Folder) -> None:
    text = folder["README.txt"].data.decode("utf-8-sig")
    for name in FILES:
        assert f"- {name}.csv：" in text
        assert f"- {name}.csv: one row per" in text
    for needed in ("引用", "How to cite", "CC BY 4.0", "sha256sum -c", "某社"):
        assert needed in text
    assert "{" not in text


def test_an_address_is_cited_when_there_is_one(survey: Survey) -> None:
    named = replace(survey, settings=Settings(base_url="https://example.org/a/"))
    files = exported(named)
    assert "https://example.org/a/" in files["README.txt"].data.decode("utf-8-sig")
    assert json.loads(files["datapackage.json"].data)["homepage"] == "https://example.org/a/"


def test_nothing_to_export_still_gives_every_header() -> None:
    files = exported(Survey(()))
    assert files["reports.csv"].data.count(b"\n") == 1
    assert files["rules.csv"].data.count(b"\n") > 1
