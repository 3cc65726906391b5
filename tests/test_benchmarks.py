"""The corpus of `make bench`: what it says of itself comes out of a build; and its results file."""

import json
from pathlib import Path

import pytest

from generator.corpus import open_corpus
from generator.form import all_cells
from generator.site import build
from generator.writer import Writer
from tests.benchmarks.site import corpus, nation
from tests.benchmarks.site.checks import Expected, check
from tests.benchmarks.site.rebuilds import Content
from tests.benchmarks.site.results import RESULTS
from tests.benchmarks.site.targets import Row
from tests.benchmarks.site.weights import first_view, kinds, report_without_original

SIZE = 21


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    made = Content(tmp_path_factory.mktemp("bench"), SIZE)
    made.add(corpus.reports(SIZE))
    return made


@pytest.fixture(scope="module")
def built(content: Content) -> Path:
    output = content.folder.parent / f"{content.folder.name}-site"
    build(open_corpus(content.folder), Writer(output, content.folder))
    return output


def test_every_number_and_every_misprint_comes_back(content: Content, built: Path) -> None:
    found = check(built / "data", content.expected)
    assert found.wrong == []
    assert found.reports == SIZE
    assert found.numbers == found.numbers_read > SIZE * 180
    assert found.planted == found.planted_found == 2


def test_a_number_a_misprint_and_a_report_that_did_not_come_back_are_named(
    content: Content, built: Path
) -> None:
    (other, clean), (broken, misprinted) = sorted(
        content.expected.items(), key=lambda one: bool(one[1].misprinted)
    )[-3:-1]
    numbers = clean.values.split(",")
    at = next(place for place, number in enumerate(numbers) if number)
    numbers[at] += "9"
    address = list(all_cells())[at]
    expected = content.expected | {
        other: Expected(",".join(numbers), "requests.granted.total"),
        broken: misprinted._replace(misprinted=""),
        "110101001-1999": clean,
    }
    found = check(built / "data", expected)
    said = "\n".join(found.wrong)
    assert f"wide.csv: {other}: {address} is " in said
    assert "110101001-1999 (no such report)" in said
    assert f"findings.csv: {other}: nothing is said of requests.granted.total" in said
    assert f"findings.csv: {broken}: T" in said
    assert found.numbers_read < found.numbers


def test_a_small_corpus_is_the_beginning_of_a_large_one() -> None:
    large = [one.id for one in corpus.reports(60)]
    assert len(set(large)) == 60
    assert [one.id for one in corpus.reports(20)] == large[:20]
    assert [corpus.report(60, number).id for number in (0, 41, 59)] == [
        large[number] for number in (0, 41, 59)
    ]


def test_both_editions_and_years_in_a_row_occur() -> None:
    made = list(corpus.reports(60))
    cells = {sum(value != "" for value in one.values) for one in made}
    assert len(cells) == 2
    assert len({one.id.partition("-")[0] for one in made}) < 60


def test_a_corrected_report_differs_in_one_number() -> None:
    before, after = (corpus.report(20, 5, corrected=corrected) for corrected in (False, True))
    differ = [
        address
        for address, one, other in zip(all_cells(), before.values, after.values, strict=True)
        if one != other
    ]
    assert differ == [corpus.CORRECTED]
    assert before.id == after.id
    assert before.text != after.text


def test_pages_are_weighed_with_all_that_they_load(built: Path) -> None:
    found = kinds(built)
    assert found["report"].files == 2 * SIZE
    assert found["home"].files == 2
    page = built / found["report"].path
    assert 0 < report_without_original(built)["raw"] < found["report"].heaviest
    assert first_view(page)["raw"] > len(page.read_bytes())


def test_the_results_file_says_what_was_measured_how_and_on_what() -> None:
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    assert set(results["how"]) >= {"builds", "cold", "hugo", "checked"}
    assert results["runs"]
    for run in results["runs"]:
        assert run["made"].keys() >= {"by", "on", "version", "seed"}
        assert (run["hugo"] is None) == (run["cold"]["ratio"] is None)
        assert run["machine"].keys() >= {"cores", "load", "system", "python", "packages"}
        assert run["cold"].keys() >= {"pairs", "wall", "cpu", "peak", "ratio", "cpu_ratio"}
        assert len(run["rebuilds"]) == 5
        assert all(row.keys() == {*Row._fields, "met"} for row in run["targets"])
        for counts in run["checked"].values():
            assert counts["numbers"] == counts["numbers_read"] > 0
            assert counts["planted"] == counts["planted_found"] > 0


def test_a_number_is_held_to_what_must_be_and_to_what_is_aimed_at() -> None:
    assert [Row("", "", n, 2.0, 1.0).met for n in (1.0, 1.5, 2.5)] == ["aim", "must", "missed"]
    assert Row("", "", None, 2.0, 1.0).met == Row("", "", 1.0, None, None).met == ""


def test_of_the_nation_every_planted_error_was_found_and_every_file_counted() -> None:
    (record,) = json.loads(nation.RESULTS.read_text(encoding="utf-8"))["runs"]
    assert record["reports"] == nation.SIZE
    assert record["planted"] == nation.SIZE // corpus.PLANTED_EVERY
    assert record["numbers"] > 180 * nation.SIZE
    for key in ("files", "bytes"):
        assert record[key] == sum(kind[key] for kind in record["kinds"].values())
