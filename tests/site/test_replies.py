"""The right of reply, from outside: what stands beside findings, what is withdrawn and counted."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborNode

from tests.site.answered import ALONE, CASES, HOSTILE, REPLIES, SLIP, answered
from tests.site.audit import audits
from tests.site.built import Page, attribute, page_at, rows_of, squeezed, text_of
from tests.site.validator import html_problems

LANGUAGES = pytest.mark.parametrize("language", ["", "en/"], ids=["zh", "en"])
WITHDRAWN = {"": "已于 2026-01-02 撤回：本站差错", "en/": "Withdrawn on 2026-01-02: our mistake"}
NO_MEND = {"": "单独改动任何一格", "en/": "No single cell can be changed"}
ANY_ONE = {"": "任改一处即可", "en/": "any one of these"}
STATUS = {
    "": {
        "confirmed": "已确认",
        "corrected_by_publisher": "发布机关已更正",
        "explained": "已作说明",
        "our_mistake": "本站差错，已撤回",
    },
    "en/": {
        "confirmed": "Confirmed",
        "corrected_by_publisher": "Corrected by the publisher",
        "explained": "Explained",
        "our_mistake": "Our mistake, withdrawn",
    },
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    content = answered(tmp_path_factory.mktemp("answered"), *REPLIES)
    done = content.build("--base-url", "https://example.org/")
    return content.output, done.lines


@pytest.fixture(scope="module")
def site(said: tuple[Path, list[str]]) -> Path:
    return said[0]


def _cards(page: Page, *holding: str) -> list[LexborNode]:
    """The cards of a page in which all these texts stand."""
    cards = page.elements("li.card")
    return [card for card in cards if all(text in text_of(card) for text in holding)]


def _pages_with_cards(language: str, report: str) -> list[str]:
    township = report.rpartition("-")[0]
    return [
        f"{language}reports/{report}/index.html",
        f"{language}townships/{township}/index.html",
        f"{language}findings/index.html",
    ]


@LANGUAGES
def test_a_reply_stands_beside_its_finding_wherever_that_is_shown(
    site: Path, language: str
) -> None:
    for path in [*_pages_with_cards(language, CASES), f"{language}index.html"]:
        (card,) = _cards(page_at(site, path), "TC-SUM")
        shown = text_of(card)
        assert STATUS[language]["confirmed"] in shown, path
        assert squeezed(HOSTILE.replace("\x07", "\ufffd")) in shown, path
        (day,) = card.css("time")
        assert attribute(day, "datetime") == "2026-02-01" == text_of(day)
    for path in _pages_with_cards(language, ALONE):
        (card,) = _cards(page_at(site, path), "TA-RULES-TOWN")
        assert STATUS[language]["corrected_by_publisher"] in text_of(card), path
        (source,) = card.css('.reply a[href="https://example.org/new"]')
        assert "example.org" in text_of(source)


@LANGUAGES
def test_what_was_our_mistake_is_withdrawn_in_words_after_the_others(
    site: Path, language: str
) -> None:
    for path in _pages_with_cards(language, SLIP):
        page = page_at(site, path)
        (card,) = _cards(page, WITHDRAWN[language])
        assert "error" not in attribute(card, "class").split()
        assert "●" not in text_of(card)
        rules = [rule for rule in ("TB-BALANCE", "TB-SUM", "TB-ROW") if rule in text_of(card)]
        assert rules == ["TB-BALANCE", "TB-SUM", "TB-ROW"], path
        replies = [text_of(reply) for reply in card.css(".reply")]
        assert [STATUS[language]["explained"] in replies[0], "2025-12-30" in replies[0]] == [1, 1]
        assert [STATUS[language]["our_mistake"] in replies[1], "2026-01-02" in replies[1]] == [1, 1]
        assert page.elements("li.card")[-1].html == card.html, path
    assert not _cards(page_at(site, f"{language}index.html"), WITHDRAWN[language])
    rule = text_of(page_at(site, f"{language}rules/tb-sum/index.html").elements("main")[0])
    assert WITHDRAWN[language] in rule


def test_what_was_withdrawn_is_counted_nowhere_and_marked_nowhere(site: Path) -> None:
    counts = {row["report"]: row["errors"] for row in rows_of(site, "reports")}
    assert counts == {SLIP: "0", CASES: "1", ALONE: "3"}
    kept = {row["rule"] for row in rows_of(site, "findings") if row["report"] == SLIP}
    assert {"TB-BALANCE", "TB-SUM", "TB-ROW"} <= kept
    outcomes = {(r["report"], r["rule"]): r["outcome"] for r in rows_of(site, "assessments")}
    assert outcomes[SLIP, "TB-SUM"] == "fail"
    assert page_at(site, f"reports/{SLIP}/index.html").elements("td.broken") == []
    assert len(page_at(site, f"reports/{CASES}/index.html").elements("td.broken")) == 1
    for path in ("compare/index.html", "metrics/disclosure_rate/index.html"):
        marked = page_at(site, path).elements("th .flagmark")
        targets = {page_at(site, path).target(attribute(mark, "href"))[0] for mark in marked}
        assert targets == {f"reports/{one}/index.html" for one in (CASES, ALONE)}, path


def test_totals_count_causes_that_stand(site: Path) -> None:
    rows = rows_of(site, "reports")
    total = sum(int(row[key]) for row in rows for key in ("errors", "warnings", "notices"))
    page = page_at(site, "findings/index.html")
    standing = [card for card in _cards(page) if "withdrawn" not in attribute(card, "class")]
    assert len(standing) == total > 0
    assert f" {total} 项发现" in text_of(page.elements("main")[0])
    home = page_at(site, "index.html")
    assert f"全部 {total} 项发现" in text_of(home.elements("main")[0])
    latest = [row.css("td.n")[-1] for row in home.elements("main > .scroll tbody tr")]
    assert len(latest) == len(rows)
    assert sum(int(text_of(number)) for number in latest) == total


@LANGUAGES
def test_a_reply_with_a_cell_is_about_that_finding_alone(site: Path, language: str) -> None:
    page = page_at(site, f"{language}reports/{ALONE}/index.html")
    (natural, total) = _cards(page, "TB-BALANCE")
    assert ("统计口径不同" in text_of(natural), "统计口径不同" in text_of(total)) == (False, True)
    assert [NO_MEND[language] in text_of(card) for card in (natural, total)] == [True, True]


@LANGUAGES
def test_a_card_names_edits_cell_line_and_basis_with_its_sources(site: Path, language: str) -> None:
    page = page_at(site, f"{language}reports/{CASES}/index.html")
    (card,) = _cards(page, "TC-SUM")
    assert ANY_ONE[language] in text_of(card)
    edits = [attribute(link, "href") for link in card.css(".mend a")]
    results = ("total", "upheld", "corrected", "other", "pending")
    assert edits == [f"#appeals.reconsideration.{result}" for result in results]
    links = [attribute(link, "href") for link in card.css(".about a")]
    assert "#appeals.reconsideration.total" in links
    assert [link for link in links if re.fullmatch(r"#L\d+", link)]
    assert [link for link in links if link.startswith("http")]
    (law,) = _cards(page_at(site, f"{language}reports/{ALONE}/index.html"), "TA-RULES-TOWN")
    assert NO_MEND[language] not in text_of(law)  # no sum


@LANGUAGES
def test_all_three_outcomes_can_be_reached(site: Path, language: str) -> None:
    page = page_at(site, f"{language}reports/{SLIP}/index.html")
    outcomes = {
        r["rule"]: r["outcome"] for r in rows_of(site, "assessments") if r["report"] == SLIP
    }
    passed, unassessed = page.elements("details.outcomes")
    for details, outcome in ((passed, "pass"), (unassessed, "not_assessable")):
        shown = {text_of(link) for link in details.css("li a")}
        assert shown == {rule for rule, found in outcomes.items() if found == outcome}
        assert details.css("dt")
        assert len(details.css("dt")) < len(shown) or len(shown) == 1
    assert all(item.css("br") for item in unassessed.css("li"))  # each with its reason
    cards = " ".join(text_of(card) for card in page.elements("li.card"))
    assert all(rule in cards for rule, found in outcomes.items() if found == "fail")


@LANGUAGES
def test_the_page_of_corrections_lists_every_reply_newest_first(site: Path, language: str) -> None:
    page = page_at(site, f"{language}corrections/index.html")
    entries = page.elements("li.card")
    days = [attribute(day, "datetime") for entry in entries for day in entry.css("time")]
    assert days == sorted(days, reverse=True)
    assert len(entries) == len(REPLIES) == len(days) + 1
    for entry in entries:
        assert any(status in text_of(entry) for status in STATUS[language].values())
    (withdrawn,) = [e for e in entries if STATUS[language]["our_mistake"] in text_of(e)]
    targets = [page.target(attribute(link, "href")) for link in withdrawn.css("a[href]")]
    card = page_at(site, f"{language}reports/{SLIP}/index.html")
    anchors = [anchor for path, anchor in targets if anchor.startswith("cause-")]
    assert [WITHDRAWN[language] in text_of(card.by_id(a)) for a in anchors if card.by_id(a)] == [1]  # type: ignore[arg-type]
    (unknown,) = [entry for entry in entries if "110118199-2023" in text_of(entry)]
    assert not [a for a in unknown.css("a") if "reports/" in attribute(a, "href")]
    foot = page_at(site, f"{language}index.html").elements("footer a")
    assert "corrections" in " ".join(attribute(link, "href") for link in foot)
    assert f"https://example.org/{language}corrections/" in (site / "sitemap.xml").read_text()


def test_the_summary_says_what_stands_beside_no_finding(said: tuple[Path, list[str]]) -> None:
    lines = [line for line in said[1] if line.startswith("corrections.csv")]
    assert [line.split(", expected")[0] for line in lines] == [
        'corrections.csv:7: report is "110118199-2023"',
        f"corrections.csv:8: {SLIP} has no finding of TC-SUM",
    ]
    assert [line for line in said[1] if line.startswith("findings:")] == [
        next(line for line in said[1] if re.fullmatch(r"findings: error 4, .*, withdrawn 1", line))
    ]


def test_replies_are_data_that_cannot_run(site: Path) -> None:
    rows = rows_of(site, "corrections")
    assert [row["status"] for row in rows if row["report"] == SLIP] == [
        "our_mistake",
        "explained",
        "explained",
    ]
    assert [row["report"] for row in rows] == sorted(row["report"] for row in rows)
    (hostile,) = [row for row in rows if row["report"] == CASES]
    assert hostile["statement"] == HOSTILE.replace("\x07", "\ufffd")
    excel = (site / "data" / "excel" / "corrections.csv").read_text(encoding="utf-8-sig")
    assert "\"'=1+1 <script>" in excel
    for path in site.rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path
    package = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    notes = {
        (one["name"], field["name"]): field["description"]
        for one in package["resources"]
        for field in one["schema"]["fields"]
    }
    withdrawn = [key for key, text in notes.items() if "corrections.csv" in text]
    assert [key[1] for key in withdrawn] == ["errors", "warnings", "notices", "finding"]


def test_the_html_checker_finds_nothing_on_answered_pages(site: Path) -> None:
    paths = ["corrections/index.html", "en/corrections/index.html"]
    paths += _pages_with_cards("", SLIP) + _pages_with_cards("", ALONE)
    assert html_problems(*(site / path for path in paths)) == []


@pytest.mark.parametrize(
    "path",
    ["corrections/index.html", f"en/reports/{SLIP}/index.html", "en/findings/index.html"],
)
def test_axe_finds_nothing_on_answered_pages(chromium: Browser, site: Path, path: str) -> None:
    page = chromium.new_page()
    page.goto((site / path).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for shown, broken in audits(page):
        assert broken == [], shown
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), shown
    page.close()
