"""Ids of townships and reports, several files for one year, and redirects from old addresses."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.corpus import open_corpus
from generator.ids import slug, township_id
from generator.specimen import Specimen
from generator.survey import Survey
from tests.corpus.content import CODE, Content
from tests.examined import examine
from tests.export.samples import read_sample
from tests.site.built import rows_of

OTHER = "130582203"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def surveyed(content: Content) -> Survey:
    return examine(open_corpus(content.path))


def ids(content: Content) -> dict[str, str]:
    """Report ids by file."""
    survey = surveyed(content)
    return {dossier.report.source.file: dossier.report.id for dossier in survey.dossiers}


def town(n: int, year: int = 2023) -> Specimen:
    """A report that differs from others by a number."""
    return Specimen(year=year, cells={"proactive.licences.decisions": str(n)})


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("heping-2023.txt", "heping-2023-txt"),
        ("A B/C_d.TXT", "a-b-c-d-txt"),
        ("乡镇/和平镇 2023年报.txt", "乡镇-和平镇-2023年报-txt"),
        ("（和平）.txt", "和平-txt"),
        ("--a--.txt", "a-txt"),
        ("é.md", "md"),
    ],
)
def test_a_slug_is_made_of_the_path(file: str, expected: str) -> None:
    assert slug(file) == expected


def test_the_division_code_is_the_township() -> None:
    assert township_id(read_sample("yujiawu-2023"), {}) == "110112209"
    assert township_id(read_sample("heping-2023"), {}) == "unresolved-heping-2023-txt"


def test_a_slug_that_is_taken_gets_a_part_of_the_checksum() -> None:
    report = read_sample("heping-2023")
    twin = replace(report, source=replace(report.source, file="heping 2023.txt"))
    slugs: dict[str, str] = {}
    assert township_id(report, slugs) == "unresolved-heping-2023-txt"
    assert township_id(twin, slugs) == f"unresolved-heping-2023-txt-{report.source.sha256[:6]}"
    assert township_id(report, slugs) == "unresolved-heping-2023-txt"


def test_two_places_of_one_name_are_never_merged(content: Content) -> None:
    content.report("甲/和平镇.txt", town(1))
    content.report("乙/和平镇.txt", town(2))
    assert set(ids(content).values()) == {
        "unresolved-甲-和平镇-txt-2023",
        "unresolved-乙-和平镇-txt-2023",
    }
    assert len(surveyed(content).townships) == 2


def test_a_report_without_a_year_is_undated_and_not_compared(content: Content) -> None:
    title = "青石镇政府信息公开工作年度报告"
    content.report("a.txt", Specimen(title=title, prose={"": "概述。"}, date=""))
    content.register(f"a.txt,{CODE},,,,,,,,,,,")
    survey = surveyed(content)
    assert [dossier.report.id for dossier in survey.dossiers] == [f"{CODE}-undated"]
    assert (survey.dossiers[0].compared, survey.main_year) == (False, None)
    assert content.build().code == 0
    assert (content.output / f"reports/{CODE}-undated/index.html").is_file()


def test_further_files_of_a_year_are_numbered_in_path_order(content: Content) -> None:
    for n, name in enumerate(("c.txt", "a.txt", "b.txt", "d.txt")):
        content.report(name, town(n, 2022 if name == "d.txt" else 2023))
    content.register(*(f"{name}.txt,{CODE},,,,,,,,,,," for name in "abcd"))
    assert ids(content) == {
        "a.txt": f"{CODE}-2023",
        "b.txt": f"{CODE}-2023-2",
        "c.txt": f"{CODE}-2023-3",
        "d.txt": f"{CODE}-2022",
    }


@pytest.mark.parametrize(
    ("preferred", "chosen"),
    [([], "a.txt"), (["b.txt"], "b.txt"), (["c.txt", "b.txt"], "b.txt"), (["a.txt"], "a.txt")],
)
def test_one_file_of_a_year_is_compared(
    content: Content, preferred: list[str], chosen: str
) -> None:
    for n, name in enumerate(("a.txt", "b.txt", "c.txt")):
        content.report(name, town(n))
        content.report("other.txt", town(9))
    content.register(
        *(
            f"{f},{CODE},,,,,,,,,{'yes' if f in preferred else ''},,"
            for f in ("a.txt", "b.txt", "c.txt")
        ),
        f"other.txt,{OTHER},,,,,,,,,,,",
    )
    survey = surveyed(content)
    assert [d.report.source.file for d in survey.dossiers if d.compared] == [chosen, "other.txt"]
    assert len(survey.dossiers) == 4


def test_comparisons_show_the_chosen_file_only(content: Content) -> None:
    content.report("a.txt", Specimen(cells={"requests.received.total": "471"}))
    content.report("b.txt", Specimen(cells={"requests.received.total": "823"}))
    content.register(f"a.txt,{CODE},,,,,,,,,,,", f"b.txt,{CODE},,,,,,,,,yes,,")
    assert content.build().code == 0
    page = content.page("metrics/requests_received/index.html")
    assert "823" in page
    assert "471" not in page
    assert "471" in content.page(f"reports/{CODE}-2023/index.html")
    assert "823" in content.page(f"reports/{CODE}-2023-2/index.html")
    values = {
        row["report"]: row["numerator"]
        for row in rows_of(content.output, "metrics")
        if row["metric"] == "requests_received"
    }
    assert values == {f"{CODE}-2023": "471", f"{CODE}-2023-2": "823"}


def test_bodies_that_are_no_townships_are_not_compared(content: Content) -> None:
    content.report("a.txt", Specimen(body="云岭县财政局"))
    content.report("b.txt", Specimen(body="云岭县青石街道"))
    found = surveyed(content).dossiers
    assert [d.report.source.file for d in found if d.compared] == ["b.txt"]


def test_identical_files_are_one_report_and_the_register_chooses(content: Content) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        content.report(name, town(1))
    content.register(f"b.txt,{CODE},,,,,,,,,,,")
    survey = surveyed(content)
    assert [d.report.id for d in survey.dossiers] == [f"{CODE}-2023"]
    assert [(f.file, f.outcome.value, f.reason, f.reports) for f in survey.files] == [
        ("a.txt", "duplicate", "same_as b.txt", (f"{CODE}-2023",)),
        ("b.txt", "read", "", (f"{CODE}-2023",)),
        ("c.txt", "duplicate", "same_as b.txt", (f"{CODE}-2023",)),
    ]


def test_a_redirect_stays_when_a_code_becomes_known(content: Content) -> None:
    content.report("a.txt", town(1))
    assert content.build().code == 0
    old = ("townships/unresolved-a-txt", "reports/unresolved-a-txt-2023")
    content.register(f"a.txt,{CODE},,,,,,,,,,,")
    assert content.build("--base-url", "https://example.org/").code == 0
    for place in old:
        target = place.split("/")[0] + f"/{CODE}" + ("-2023" if "reports" in place else "")
        for folder, up in (("", "../../"), ("en/", "../../../en/")):
            page = content.page(f"{folder}{place}/index.html")
            assert f'content="0; url={up}{target}/index.html"' in page
            assert f'<a href="{up}{target}/index.html">' in page
            assert 'content="noindex"' in page
    assert "unresolved" not in content.page("sitemap.xml")


def test_a_place_found_by_its_name_never_had_another_address(content: Content) -> None:
    content.report("a.txt", Specimen(body="沙河市柴关乡"))
    assert content.build().code == 0
    (report,) = rows_of(content.output, "reports")
    assert (report["report"], report["resolution"]) == (f"{OTHER}-2023", "exact")
    assert not list(content.output.rglob("unresolved-*"))


def test_old_addresses_of_files_with_alike_names_lead_to_their_own_reports(
    content: Content,
) -> None:
    for n, name in enumerate(("a b.txt", "a-b.txt", "a_b.txt")):
        content.report(name, town(n))
    assert content.build().code == 0
    before = {row["source_file"]: row for row in rows_of(content.output, "reports")}
    assert before["a b.txt"]["report"] == "unresolved-a-b-txt-2023"
    content.register(f"a b.txt,{CODE},,,,,,,,,,,", f"a-b.txt,{OTHER},,,,,,,,,,,")
    assert content.build().lines[0] == "3 files found, 3 read"
    after = {row["source_file"]: row for row in rows_of(content.output, "reports")}
    assert after["a_b.txt"] == before["a_b.txt"]
    for name, code in (("a b.txt", CODE), ("a-b.txt", OTHER)):
        assert after[name]["report"] == f"{code}-2023"
        for kind in ("township", "report"):
            page = content.page(f"{kind}s/{before[name][kind]}/index.html")
            assert f"url=../../{kind}s/{after[name][kind]}/index.html" in page


def test_a_reply_does_not_pass_to_a_file_with_an_alike_name(content: Content) -> None:
    content.report("a b.txt", town(1))
    content.report("a-b.txt", town(2))
    content.register(f"a b.txt,{CODE},,,,,,,,,,,")
    old = "unresolved-a-b-txt-2023,TA-SILENT,,explained,已说明,,"
    (content.path / "corrections.csv").write_text(
        f"report,rule,cell,status,statement,source_url,date\n{old}\n", encoding="utf-8"
    )
    assert content.build().code == 0
    assert [row["report"] for row in rows_of(content.output, "corrections")] == [f"{CODE}-2023"]


def test_a_name_as_long_as_file_systems_allow_is_cut(content: Content) -> None:
    long = "镇" * 83
    content.report(f"{long}.txt", town(1))
    content.report(f"{long}.md", town(2))
    assert content.build().lines[0] == "2 files found, 2 read"
    townships = [row["township"] for row in rows_of(content.output, "reports")]
    assert len(set(townships)) == 2
    for township in townships:
        assert township.startswith(f"unresolved-{'镇' * 66}-")
        assert content.page(f"townships/{township}/index.html")
