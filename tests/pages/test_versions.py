"""Three files for one township and year: one is used, and all are shown and linked."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.specimen import Specimen
from tests.corpus.content import CODE, Content
from tests.site.built import all_pages, page_at, rows_of, text_of

FILES = ("a.txt", "b.txt", "c.txt")
IDS = (f"{CODE}-2023", f"{CODE}-2023-2", f"{CODE}-2023-3")
RECEIVED = ("11", "12", "13")
PREFERRED = 1  # of the three


def _cells(received: str) -> dict[str, str]:
    rows = ("received", "granted", "processed")
    columns = ("natural_person", "total")
    return {f"requests.{row}.{column}": received for row in rows for column in columns}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The three, and a year of its own."""
    content = Content(tmp_path_factory.mktemp("versions"))
    for file, received in zip(FILES, RECEIVED, strict=True):
        content.report(file, Specimen(cells=_cells(received)))
    content.report("d.txt", Specimen(year=2022, cells=_cells("10")))
    preferred = ["yes" if n == PREFERRED else "" for n in range(len(FILES))]
    content.register(
        *(f"{file},{CODE},,,,,,,,,{p},," for file, p in zip(FILES, preferred, strict=True)),
        f"d.txt,{CODE},,,,,,,,,,,",
    )
    assert content.build().code == 0
    return content


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_township_page_has_one_section_for_the_year(content: Content, folder: str) -> None:
    page = page_at(content.output, f"{folder}townships/{CODE}/index.html")
    headings = [text_of(heading) for heading in page.elements("main h2")]
    assert headings[:2] == (["2023", "2022"] if folder else ["2023年", "2022年"])
    glances = [text_of(one.css("dd")[0]) for one in page.elements(".glance")]
    assert glances == [RECEIVED[PREFERRED], "10"]
    (table,) = page.elements("table.list")
    assert len(table.css("thead th")) == 3
    chart = f"charts/township-{CODE}-{'en' if folder else 'zh'}.csv"
    decided = [line.split(",")[6] for line in content.page(chart).splitlines()[1:]]
    assert decided == ["10", RECEIVED[PREFERRED]]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_township_page_links_the_other_files_of_the_year(content: Content, folder: str) -> None:
    page = page_at(content.output, f"{folder}townships/{CODE}/index.html")
    links = {
        page.target(link.attributes["href"] or "")[0]: text_of(link)
        for link in page.elements("main a")
    }
    for n, (file, report) in enumerate(zip(FILES, IDS, strict=True)):
        text = links[f"{folder}reports/{report}/index.html"]
        assert (file in text and report in text) == (n != PREFERRED)
    assert sum(file in page.elements("main")[0].text() for file in (*FILES, "d.txt")) == 2


def test_ids_on_a_page_are_unique(content: Content) -> None:
    for page in all_pages(content.output):
        assert len(page.ids) == len(set(page.ids)), page.path


@pytest.mark.parametrize("n", range(len(FILES)))
@pytest.mark.parametrize(
    ("folder", "used", "other"),
    [
        ("", "比较中使用本份。", "比较中使用另一份。"),
        ("en/", "Comparisons use this one.", "Comparisons use another."),
    ],
)
def test_a_report_page_names_the_others_and_says_which_is_used(
    content: Content, folder: str, used: str, other: str, n: int
) -> None:
    page = page_at(content.output, f"{folder}reports/{IDS[n]}/index.html")
    (said,) = (p for p in page.elements("main p") if used in p.text() or other in p.text())
    assert (used in said.text()) == (n == PREFERRED)
    links = {page.target(a.attributes["href"] or "")[0] for a in said.css("a")}
    assert links == {f"{folder}reports/{x}/index.html" for x in IDS if x != IDS[n]}
    assert [file in said.text() for file in FILES] == [m != n for m in range(len(FILES))]


def test_a_report_without_others_says_nothing_of_them(content: Content) -> None:
    page = content.page(f"reports/{CODE}-2022/index.html")
    assert "比较中使用" not in page
    assert "另有" not in page


def test_comparisons_use_the_preferred_one(content: Content) -> None:
    (row,) = content.page("charts/metric-requests_received-2023-zh.csv").splitlines()[1:]
    assert row.split(",")[1] == RECEIVED[PREFERRED]
    (row,) = content.page("charts/outcomes-2023-zh.csv").splitlines()[1:]
    assert row.split(",")[1] == RECEIVED[PREFERRED]
    compared = LexborHTMLParser(content.page("compare/index.html")).css("tbody th a")
    assert {link.attributes["href"] for link in compared} == {
        f"../reports/{IDS[PREFERRED]}/index.html",
        f"../reports/{CODE}-2022/index.html",
    }


def test_the_data_hold_all_of_them(content: Content) -> None:
    files = {row["report"]: row["source_file"] for row in rows_of(content.output, "reports")}
    assert files == {**dict(zip(IDS, FILES, strict=True)), f"{CODE}-2022": "d.txt"}
    received = {
        row["report"]: row["value"]
        for row in rows_of(content.output, "cells")
        if row["cell"] == "requests.received.total"
    }
    assert [received[report] for report in IDS] == list(RECEIVED)


def test_without_a_preference_the_first_is_used(tmp_path_factory: pytest.TempPathFactory) -> None:
    content = Content(tmp_path_factory.mktemp("unranked"))
    for file, received in zip(FILES, RECEIVED, strict=True):
        content.report(file, Specimen(cells=_cells(received)))
    content.register(*(f"{file},{CODE},,,,,,,,,,," for file in FILES))
    assert content.build().code == 0
    (row,) = content.page("charts/outcomes-2023-zh.csv").splitlines()[1:]
    assert row.split(",")[1] == RECEIVED[0]
