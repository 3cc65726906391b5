"""A report that contains code shows it as text, wherever on the site its words appear."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.specimen import Specimen
from tests.corpus.content import CODE, Content, snapshot

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img onerror=alert(2)>'
FILE = "<script>alert(3)<!--'\"><img onerror=x>.txt"
TITLE = f'{SCRIPT}"><img/onerror=x>镇2023年政府信息公开年报'
CELL = "requests.received.natural_person"
FORBIDDEN = ("<script>alert", "<img", "<!--")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """A site of one hostile report, registered with hostile words, and one unregistered."""
    content = Content(tmp_path_factory.mktemp("hostile"))
    prose = {
        "": f"{SCRIPT}{IMAGE}",
        "overview": f"{SCRIPT}收到政府信息公开申请7件{IMAGE}。",
        "problems": f"</div></body>{IMAGE}",
    }
    cells = {CELL: SCRIPT, "requests.granted.enterprise": IMAGE}
    swaps = (("行政规范性文件", "行政规范性文<件"),)
    hostile = Specimen(title=TITLE, prose=prose, cells=cells, swaps=swaps)
    content.report("known.txt", hostile)
    content.report(FILE, Specimen(title=TITLE, prose={"other": IMAGE}, cells=cells))
    note = f"{SCRIPT}{IMAGE}".replace('"', '""')
    address = "https://example.org/?a='1'&b=javascript:alert(4)"
    content.register(
        f'known.txt,{CODE},"{note}",township,"{note}","{note}","{note}",2023,'
        f'{address},2024-01-01,,,"{note}"'
    )
    content.settings(
        "publisher = '<script>alert(5)</script>'\ncontact = '<img onerror=x>'\n"
        "licence = '<script>alert(6)</script>'\n[title]\nzh = '<script>alert(7)</script>'\n"
    )
    assert content.build("--base-url", "https://example.org/a=1&b='2'").lines
    return content


def _pages(content: Content) -> list[Path]:
    pages = sorted(content.output.rglob("*.html"))
    assert len(pages) > 80
    return pages


def test_no_page_holds_an_element_of_a_report(content: Content) -> None:
    for page in _pages(content):
        text = page.read_text(encoding="utf-8")
        assert [code for code in FORBIDDEN if code in text] == [], page
        tree = LexborHTMLParser(text)
        assert tree.css("img, iframe, object, embed, [onerror], [onload], [onclick]") == []
        for script in tree.css("script"):
            assert script.attributes.get("src") or script.attributes.get("type"), page
            assert "alert" not in script.text(), page
        for link in tree.css("[href]"):
            assert not (link.attributes["href"] or "").startswith(("javascript:", "data:text"))


def test_the_words_of_the_report_are_shown_as_text(content: Content) -> None:
    page = LexborHTMLParser(content.page(f"reports/{CODE}-2023/index.html"))
    (heading,) = page.css("h1")
    assert heading.text().strip() == TITLE
    cell = page.css_first(f'[id="{CELL}"]')
    assert cell is not None
    assert SCRIPT in cell.text()
    main = page.css_first("main")
    assert main is not None
    assert f"{SCRIPT}收到政府信息公开申请7件{IMAGE}。" in main.text()
    names = LexborHTMLParser(content.page("data/index.html")).css("code")
    assert FILE in {name.text() for name in names}


def test_scripts_and_other_texts_hold_no_markup(content: Content) -> None:
    files = snapshot(content.output)
    own = [name for name in files if name.endswith((".js", ".xml", ".svg", ".css"))]
    assert any(name.startswith("assets/places-") for name in own)
    assert {name.rpartition(".")[2] for name in files if name.startswith("charts/")} == {"csv"}
    for name in own:
        if not name.startswith("assets/plotly"):
            text = files[name].decode()
            assert [code for code in FORBIDDEN if code in text] == [], name


def test_data_files_keep_the_words_to_the_letter(content: Content) -> None:
    files = snapshot(content.output)
    rows = list(csv.DictReader(StringIO(files["data/cells.csv"].decode(), newline="")))
    raws = {row["raw"] for row in rows if row["cell"] == CELL}
    assert raws == {SCRIPT}
    (report,) = [
        row
        for row in csv.DictReader(StringIO(files["data/reports.csv"].decode(), newline=""))
        if row["division_code"] == CODE
    ]
    assert (report["title"], report["county"]) == (TITLE, SCRIPT + IMAGE)
    assert json.loads(files["data/datapackage.json"])["resources"]


def test_no_formula_reaches_a_spreadsheet(content: Content) -> None:
    for path in (content.output / "data" / "excel").glob("*.csv"):
        text = path.read_text(encoding="utf-8-sig")
        for row in csv.reader(StringIO(text, newline="")):
            for value in row:
                harmless = re.fullmatch(r'="[^"]*"|[-+]?[\d.]+|—|--?', value)
                assert harmless or not value.startswith(("=", "+", "-", "@")), (path.name, value)


def test_the_archive_names_only_its_own_files(content: Content) -> None:
    with ZipFile(content.output / "data" / "everything.zip") as archive:
        assert all(re.fullmatch(r"[\w/.-]+", name, re.ASCII) for name in archive.namelist())


def test_addresses_made_from_a_file_name_are_plain(content: Content) -> None:
    below = {path.name for path in (content.output / "reports").iterdir()}
    plain = "unresolved-script-alert-3-img-onerror-x-txt-2023"
    assert below == {f"{CODE}-2023", "unresolved-known-txt-2023", plain}
