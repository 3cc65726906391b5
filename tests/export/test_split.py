"""Above the limit the per-cell files are one file per province with an index."""

import json
from dataclasses import replace

import pytest

from generator.export import parts
from generator.survey import Survey
from tests.export.samples import Written, bodies, exported, rows_of

NAMES = ("cells", "claims", "assessments")


@pytest.fixture
def split(survey: Survey, monkeypatch: pytest.MonkeyPatch) -> dict[str, Written]:
    monkeypatch.setattr(parts, "LIMIT", 4)
    return exported(survey)


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_have_the_rows_of_the_whole(
    name: str, split: dict[str, Written], folder: dict[str, Written]
) -> None:
    paths = [f"{name}/{province}.csv" for province in ("unknown", "北京市", "河北省", "河南省")]
    assert f"{name}.csv" not in split
    found = [row for path in paths for row in rows_of(split[path].data)]
    whole = rows_of(folder[f"{name}.csv"].data)
    assert sorted(map(str, found)) == sorted(map(str, whole))
    assert all(f"excel/{path}" in split for path in paths)
    index = rows_of(split[f"{name}/index.csv"].data)
    assert [row["file"] for row in index] == paths
    assert [row["province"] for row in index] == ["", "北京市", "河北省", "河南省"]
    assert [row["reports"] for row in index] == ["1", "2", "1", "1"]
    assert [int(row["rows"]) for row in index] == [split[path].facts.rows for path in paths]


def test_the_other_files_stay_whole(split: dict[str, Written], folder: dict[str, Written]) -> None:
    whole = {path.partition("/")[0] for path in split} & {f"{name}.csv" for name in NAMES}
    assert not whole
    for path in ("reports.csv", "wide.csv", "metrics.csv", "excel/findings.csv"):
        assert split[path].data == folder[path].data


def test_the_dictionary_and_the_package_know_the_parts(split: dict[str, Written]) -> None:
    columns = {(row["file"], row["column"]) for row in rows_of(split["dictionary.csv"].data)}
    for name in NAMES:
        assert {(f"{name}/index.csv", c) for c in ("file", "province", "reports", "rows")} < columns
    resources = json.loads(split["datapackage.json"].data)["resources"]
    tables = {path for path in split if path.endswith(".csv") and not path.startswith("excel/")}
    assert {resource["path"] for resource in resources} == tables
    assert len({resource["name"] for resource in resources}) == len(resources)


def test_at_the_limit_nothing_is_split(survey: Survey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LIMIT", 5)
    assert "cells.csv" in exported(survey)


def test_no_province_name_can_leave_the_folder(
    survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LIMIT", 1)
    names = ("../../etc", "Index", "a/b\\c", "/", "北京市")
    hostile = [bodies(d, province=n) for d, n in zip(survey.dossiers, names, strict=True)]
    found = exported(replace(survey, dossiers=tuple(hostile)))
    assert {path for path in found if path.startswith("cells/")} == {
        f"cells/{name}.csv" for name in ("etc", "unknown", "a-b-c", "北京市", "index")
    }
