"""The whole program from outside: same bytes, all addresses of the contract, all data files."""

import csv
import re
import shutil
from io import StringIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import ADDRESS, ROOT
from tests.corpus.content import Content, process, snapshot
from tests.export.samples import IDS, PLACES, printed
from tests.site.built import REPORTS, all_pages, page_at, rows_of

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
METRICS = (
    "disclosure_rate",
    "granted_share",
    "partly_granted_share",
    "withheld_share",
    "unavailable_share",
    "not_handled_share",
    "otherwise_closed_share",
    "carry_over_rate",
    "natural_person_share",
    "reconsideration_correction_rate",
    "suit_loss_rate",
    "disputes_per_100_requests",
    "requests_received",
    "requests_processed",
    "disputes",
)
RULES = (
    "STR-SECTIONS STR-NUMBERING STR-FORMAT-YEAR STR-LABEL STR-CELLS STR-BLANK STR-NONINT STR-TITLE "
    "STR-ARTEFACT STR-SIGNDATE STR-S1-TOPICS STR-S1-ACCOUNT STR-S1-COUNT STR-S5-BOTH STR-S6-FEE "
    "STR-PERIOD STR-SUPERSEDED STR-PARTCOUNT "
    "TA-RULES-TOWN TA-STOCK TA-STOCK-NARR TA-FEE-UNIT TA-FEE-TOWN TA-OUTLIER TA-SILENT "
    "TB-BALANCE TB-SUM TB-ROW TB-FEE-ROW TB-DUP-LOGIC TB-CARRY-BIG "
    "TC-SUM TC-NOREQ TC-DIRECT-2024 TC-SILENT "
    "NX-RECV NX-DONE NX-ALLDONE NX-ZERO NX-CONTRA NX-FEE NX-CASE NX-DELTA NX-PCT "
    "TX-PLACE TX-LEVEL TX-YEAR TX-SINCE TX-STALE TX-DUPPHRASE TX-BROKEN TX-PUNCT TX-SIM-SELF "
    "TX-SIM-OTHER TX-ADMIT TX-LEN "
    "DT-JAN31 DT-MAR31 DT-BEFORE CY-CARRY CY-STOCK CY-JUMP CY-COPY CY-GAP CY-TWICE"
)
TOWNSHIPS = tuple(report.rpartition("-")[0] for report in REPORTS)
PAGES = (
    "",
    "townships/",
    "metrics/",
    "compare/",
    "findings/",
    "search/",
    "rules/",
    "similar/",
    "corrections/",
    "data/",
    "about/",
    "methodology/",
    "glossary/",
    "accessibility/",
    *(f"townships/{township}/" for township in TOWNSHIPS),
    *(f"reports/{report}/" for report in REPORTS),
    *(f"metrics/{metric}/" for metric in METRICS),
    *(f"rules/{rule.lower()}/" for rule in RULES.split()),
)
MOVED = tuple(
    place
    for stem, where in PLACES.items()
    if where.code
    for place in (
        f"townships/unresolved-{stem}-txt/",
        f"reports/unresolved-{stem}-txt-{stem[-4:]}/",
    )
)
TABLES = (
    "files reports cells wide claims metrics findings assessments rules townships corrections "
    "dictionary"
)


@pytest.mark.parametrize("folder", ["", "en/"], ids=["zh", "en"])
def test_every_address_of_the_contract_is_there_and_no_other(site: Path, folder: str) -> None:
    pages = {page.path for page in all_pages(site) if page.path.startswith("en/") == bool(folder)}
    expected = {f"{folder}{path}index.html" for path in (*PAGES, *MOVED)}
    assert pages == expected | (set() if folder else {"404.html"})
    redirects = {page.path for page in all_pages(site) if page.moved_to is not None}
    assert redirects == {f"{lang}{path}index.html" for lang in ("", "en/") for path in MOVED}


def test_every_data_file_of_the_contract_is_there(site: Path) -> None:
    found = set(snapshot(site / "data"))
    tables = {f"{folder}{name}.csv" for folder in ("", "excel/") for name in TABLES.split()}
    others = {"README.txt", "datapackage.json", "everything.zip", "checksums.sha256"}
    assert found == tables | others | {"index.html"}
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"


def test_the_published_cells_are_the_typed_ones(site: Path) -> None:
    """`cells.csv` of a real build against values typed by hand from the reports."""
    text = (site / "data" / "cells.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    found = {
        (row["report"], row["cell"]): (row["value"], row["raw"], row["line"], row["status"])
        for row in rows
    }
    expected = {
        (IDS[stem], address): (raw, raw, str(line), "reported")
        for stem in PLACES
        for address, (raw, line) in printed(stem).items()
    }
    assert len(rows) == len(expected) == 1000
    assert list(found) == sorted(found, key=lambda key: key[0])
    assert found == expected


def test_the_published_cells_name_their_table_row_and_column(site: Path) -> None:
    for row in rows_of(site, "cells"):
        assert f"{row['table']}.{row['row']}.{row['column']}" == row["cell"]
        assert row["source_file"].removesuffix(".txt") in PLACES
        assert row["report"] == IDS[row["source_file"].removesuffix(".txt")]
        assert row["unit"] == ("万元" if row["cell"] == "proactive.charges.amount" else "")


def test_two_builds_give_identical_bytes(site: Path, tmp_path: Path) -> None:
    moved = tmp_path / "别处 elsewhere"
    shutil.copytree(ROOT / "content", moved / "content")
    for seed in ("1", "2"):
        done = process("build", cwd=moved, PYTHONHASHSEED=seed, TZ="Asia/Shanghai", LC_ALL="C")
        assert done.code == 0, done.err
        assert snapshot(moved / "output") == snapshot(site)
        shutil.rmtree(moved / "output")


def test_a_second_build_writes_nothing(site: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    shutil.copytree(site, output)
    stamps = {p: p.stat().st_mtime_ns for p in output.rglob("*.html")}
    files = len(snapshot(site)) - 1
    done = process("build", "--content", str(ROOT / "content"), "--output", str(output))
    assert f"0 files written, {files} unchanged, 0 removed" in done.lines
    assert {p: p.stat().st_mtime_ns for p in output.rglob("*.html")} == stamps
    assert snapshot(output) == snapshot(site)


def test_removing_a_report_removes_its_pages_only(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    content.build()
    alone = snapshot(content.output)
    second = content.report("b/和平镇.txt", (ROOT / "content/reports/heping-2023.txt").read_bytes())
    content.build()
    (content.output / "CNAME").write_text("example.org", encoding="utf-8")
    (content.output / "reports" / "mine.html").write_text("mine", encoding="utf-8")
    page = content.output / "reports/unresolved-b-和平镇-txt-2023/index.html"
    assert page.is_file()
    second.unlink()
    assert any(
        line.endswith(" removed") and " 0 removed" not in line for line in content.build().lines
    )
    assert not page.parent.exists()
    after = snapshot(content.output)
    assert after.pop("CNAME") == b"example.org"
    assert after.pop("reports/mine.html") == b"mine"
    assert after == alone


def test_the_sitemap_lists_every_indexed_page_once_with_its_twin(addressed: Path) -> None:
    tree = ET.parse(addressed / "sitemap.xml")  # noqa: S314 - we wrote it a moment ago
    listed = [unquote(place.text or "") for place in tree.iter(f"{SITEMAP}loc")]
    assert sorted(listed) == sorted(ADDRESS + lang + path for lang in ("", "en/") for path in PAGES)
    for entry in tree.iter(f"{SITEMAP}url"):
        place = unquote(entry.findtext(f"{SITEMAP}loc") or "")
        path = place.removeprefix(ADDRESS).removeprefix("en/")
        links = {
            link.attrib["hreflang"]: unquote(link.attrib["href"])
            for link in entry
            if link.tag.endswith("link")
        }
        assert links == {"zh": ADDRESS + path, "en": f"{ADDRESS}en/{path}"}
    robots = (addressed / "robots.txt").read_text(encoding="utf-8")
    assert robots == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n"


def test_the_address_changes_nothing_that_is_read(site: Path, addressed: Path) -> None:
    """But for how to cite, and for sizes and checksums of files that say how to cite."""
    assert snapshot(site).keys() ^ snapshot(addressed).keys() == {"sitemap.xml"}
    for page in all_pages(addressed):
        if page.path not in ("404.html", "data/index.html", "en/data/index.html"):
            assert _main(addressed, page.path) == _main(site, page.path), page.path


def _main(folder: Path, path: str) -> str:
    """What a page says, without how to cite it."""
    (main,) = page_at(folder, path).elements("main")
    assert main.html
    return re.sub(r'<p class="citation">.*?</p>', "", main.html)


def test_the_page_for_wrong_addresses_leads_home_when_it_can(addressed: Path) -> None:
    links = [link.attributes["href"] for link in page_at(addressed, "404.html").elements("a")]
    assert links == [ADDRESS, f"{ADDRESS}en/", f"{ADDRESS}townships/", f"{ADDRESS}en/townships/"]


def test_the_address_of_the_settings_does_as_well(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    content.settings(f'base_url = "{ADDRESS}"\n')
    assert not any("base_url" in line for line in content.build().lines)
    assert f"<loc>{ADDRESS}compare/</loc>" in content.page("sitemap.xml")
    content.build("--base-url", "https://other.example.org")
    assert "<loc>https://other.example.org/compare/</loc>" in content.page("sitemap.xml")
