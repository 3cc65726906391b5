"""What readers meet on a page: what they need first, words that have room, nothing said twice."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.site.audit import DESK, PHONE
from tests.site.built import (
    NOT_FOUND,
    REPORT,
    REPORTS,
    attribute,
    page_at,
    pages_of_content,
    rows_of,
    text_of,
)

LANGUAGES = pytest.mark.parametrize("language", ["", "en/"], ids=["zh", "en"])
TOWNSHIPS = ("110112209", "110118105", "unresolved-heping-2023-txt")
LINES_OF_CELLS = """
    Array.from(document.querySelectorAll("main .scroll > table:not(.official) td.n"), (cell) => {
        const line = parseFloat(getComputedStyle(cell).lineHeight);
        return [cell.innerText, Math.round(cell.firstChild ? rows(cell) : 0)];
        function rows(cell) {
            const range = document.createRange();
            range.selectNodeContents(cell);
            return range.getBoundingClientRect().height / line;
        }
    })
"""
CUT = """
    Array.from(document.querySelectorAll(".scroll:has(> .official)"), (at) =>
        at.scrollWidth - at.clientWidth)
"""


A4: ViewportSize = {"width": 652, "height": 900}  # upright, inside margins
FRAGMENTS = (
    "Array.from(document.querySelectorAll('.counties h3'), (one) => one.getClientRects().length)"
)


def evaluated(
    browser: Browser,
    folder: Path,
    script: str,
    viewport: ViewportSize,
    media: Literal["print"] | None = None,
) -> Any:
    """What a script finds on the page of a folder."""
    page = browser.new_page(viewport=viewport)
    page.emulate_media(media=media)
    page.goto((folder / "index.html").as_uri())
    found = page.evaluate(script)
    page.close()
    return found


def right_of(selector: str) -> str:
    """A script that finds where elements end at the right."""
    elements = f'document.querySelectorAll("{selector}")'
    return f"Array.from({elements}, (one) => one.getBoundingClientRect().right)"


@LANGUAGES
def test_the_heading_of_a_county_stands_in_one_column(
    chromium: Browser, site: Path, language: str
) -> None:
    fragments = evaluated(chromium, site / language / "townships", FRAGMENTS, DESK)
    assert set(fragments) == {1}


@LANGUAGES
@pytest.mark.parametrize("township", TOWNSHIPS)
def test_a_township_is_told_in_numbers_before_what_was_found_in_its_reports(
    site: Path, language: str, township: str
) -> None:
    page = page_at(site, f"{language}townships/{township}/index.html")
    order = ["glance", "chart", "list", "cards", "citation"]
    classes = [attribute(one, "class").split()[:1] for one in page.elements("main [class]")]
    first = [classes.index([name]) for name in order]
    assert first == sorted(first)


@LANGUAGES
@pytest.mark.parametrize("township", TOWNSHIPS)
def test_a_year_of_a_township_leads_to_its_findings(
    site: Path, language: str, township: str
) -> None:
    page = page_at(site, f"{language}townships/{township}/index.html")
    (link,) = page.elements('main a[href^="#findings-"]')
    heading = page.by_id(attribute(link, "href").removeprefix("#"))
    assert heading is not None
    assert text_of(heading) == text_of(link)
    cards = page.elements("main .cards > li")
    assert f"{len(cards)}" in text_of(link)


def test_what_a_rule_rests_on_is_said_on_the_page_of_the_report_alone(site: Path) -> None:
    for page in pages_of_content(site):
        of_report = page.path.removeprefix("en/").startswith("reports/")
        for card in page.elements(".cards .card"):
            assert bool(card.css(".basis")) == of_report, page.path
            assert card.css('a[href*="rules/"]'), page.path


def test_english_pages_say_in_pinyin_whose_report_a_finding_is_of(site: Path) -> None:
    for path in ("index.html", "findings/index.html", "rules/tb-balance/index.html"):
        page = page_at(site, f"en/{path}")
        links = [text_of(one) for one in page.elements(f'main a[href*="reports/{REPORT}/"]')]
        assert "于家务回族乡 Yujiawu Huizu Xiang 2023" in links


@LANGUAGES
@pytest.mark.parametrize("report", REPORTS)
def test_a_report_gives_the_id_by_which_its_rows_are_found(
    site: Path, language: str, report: str
) -> None:
    page = page_at(site, f"{language}reports/{report}/index.html")
    assert report in " ".join(text_of(one) for one in page.elements("main p"))
    assert {row["report"] for row in rows_of(site, "cells")} == set(REPORTS)


def test_every_table_has_a_caption_of_its_own_and_says_what_its_headings_head(site: Path) -> None:
    for page in pages_of_content(site):
        tables = page.elements("table")
        captions = [text_of(caption) for one in tables for caption in one.css("caption")]
        assert len(captions) == len(tables), page.path
        assert "" not in captions, page.path
        assert page.elements("th:not([scope])") == [], page.path
        regions = [attribute(one, "aria-label") for one in page.elements(".scroll")]
        assert len(set(regions)) == len(regions), page.path


@LANGUAGES
def test_no_table_is_empty(site: Path, language: str) -> None:
    pages = [page for page in pages_of_content(site) if page.path.startswith(language)]
    empty = [
        (page.path, attribute(table, "class"))
        for page in pages
        for table in page.elements("table")
        if not table.css("tbody tr")
    ]
    assert empty == []


@LANGUAGES
@pytest.mark.parametrize(
    "path", ["townships/110112209/", "metrics/disclosure_rate/", "compare/", ""]
)
def test_on_a_phone_words_in_a_column_of_numbers_are_not_squeezed(
    chromium: Browser, site: Path, language: str, path: str
) -> None:
    cells = evaluated(chromium, site / language / path, LINES_OF_CELLS, viewport=PHONE)
    assert cells
    assert [cell for cell in cells if cell[1] > 4] == []


@LANGUAGES
def test_on_a_desk_the_official_tables_are_seen_whole(
    chromium: Browser, site: Path, language: str
) -> None:
    page = site / language / "reports" / REPORT
    assert evaluated(chromium, page, CUT, viewport=DESK) == [0, 0, 0]


def test_the_page_for_what_is_not_there_is_dark_in_the_dark(chromium: Browser, site: Path) -> None:
    page = chromium.new_page(color_scheme="dark")
    page.goto((site / NOT_FOUND).as_uri())
    colour = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    page.close()


def test_only_tables_of_many_columns_are_printed_across_and_small(
    chromium: Browser, site: Path
) -> None:
    page = chromium.new_page()
    page.emulate_media(media="print")
    across = """
        Array.from(document.querySelectorAll("body, main *"), (at) => getComputedStyle(at))
            .filter((style) => style.page === "across").length
    """
    found = {}
    for path in ("compare", "townships/110112209", f"reports/{REPORT}", "metrics/disclosure_rate"):
        page.goto((site / path / "index.html").as_uri())
        found[path] = page.evaluate(across) > 0
    page.close()
    assert [path for path, is_across in found.items() if is_across] == ["compare"]


def test_a_page_prints_in_one_size_and_in_light_colours(chromium: Browser, site: Path) -> None:
    page = chromium.new_page(color_scheme="dark")
    page.goto((site / "townships/110112209/index.html").as_uri())
    page.emulate_media(media="print")
    style = "(at, name) => getComputedStyle(document.querySelector(at))[name]"
    size = f"['main h2 + p', 'body'].map((at) => ({style})(at, 'fontSize'))"
    assert len(set(page.evaluate(size))) == 1
    assert page.evaluate(f"({style})('.c-granted', 'fill')") == "rgb(10, 74, 110)"
    assert page.evaluate(f"({style})('body', 'color')") == "rgb(0, 0, 0)"
    page.close()


def test_the_line_that_a_number_leads_to_stands_out_from_other_lines(
    chromium: Browser, site: Path
) -> None:
    page = chromium.new_page()
    page.goto(f"{(site / f'reports/{REPORT}/index.html').as_uri()}#requests.processed.total")
    page.locator("[id='requests.processed.total'] a").first.click()
    colours = page.evaluate(
        "Array.from(document.querySelectorAll('.original li.cell'), (line) => "
        "[line.matches(':target'), getComputedStyle(line).backgroundColor])"
    )
    (own,) = {colour for is_target, colour in colours if is_target}
    assert own not in {colour for is_target, colour in colours if not is_target}
    page.close()


@LANGUAGES
@pytest.mark.parametrize("path", ["compare/", "metrics/disclosure_rate/", "townships/110112209/"])
def test_on_paper_a_table_is_seen_whole(
    chromium: Browser, site: Path, language: str, path: str
) -> None:
    ends = evaluated(
        chromium, site / language / path, right_of("main .scroll > table"), A4, media="print"
    )
    assert ends
    assert max(ends) <= A4["width"]


SEEN_ON_A_PHONE = {
    "the number of a metric beside its township": ("metrics/disclosure_rate/", ".measures td.n"),
    "the number of a metric in the list": ("metrics/", ".list td.n"),
    "how many findings a report has": ("", "main > .scroll td.n"),
    "how severe a rule is": ("rules/", ".rules .sev"),
    "whether a number of the prose agrees": (f"reports/{REPORT}/", ".claims tbody td"),
    "whether a file was read": ("data/", "td.nowrap:has(a)"),
}


@LANGUAGES
@pytest.mark.parametrize(("path", "at"), SEEN_ON_A_PHONE.values(), ids=SEEN_ON_A_PHONE.keys())
def test_on_a_phone_is_seen_without_scrolling(
    chromium: Browser, site: Path, language: str, path: str, at: str
) -> None:
    ends = evaluated(chromium, site / language / path, right_of(at), PHONE)
    assert ends
    assert max(ends) <= PHONE["width"]


def test_a_file_name_on_two_lines_begins_level_with_what_stands_beside_it(
    chromium: Browser, site: Path
) -> None:
    tops = """
        const rows = document.querySelectorAll("tr:has(> th > code):has(> td > :is(a, code))");
        Array.from(rows, (row) =>
            Array.from(row.querySelectorAll("th > code, td > :is(a, code)"), (at) => {
                const range = document.createRange();
                range.selectNodeContents(at);
                return Math.round(range.getClientRects()[0].top);
            }))
    """
    rows = evaluated(chromium, site / "data", tops, PHONE)
    assert rows
    assert [row for row in rows if max(row) - min(row) > 6] == []


def test_an_english_page_says_what_a_report_is_and_numbers_its_parts(site: Path) -> None:
    page = page_at(site, f"en/reports/{REPORT}/index.html")
    (title,) = page.elements("h1")
    assert attribute(title, "lang") == "zh"
    (lead,) = page.elements(".lead")
    assert text_of(lead) == "Annual report on open government information, 2023"
    headings = [text_of(heading) for heading in page.elements("section > h2")]
    assert headings[:3] == ["Before part one", "1. Overview", "2. Proactive disclosure"]
    assert page_at(site, f"reports/{REPORT}/index.html").elements(".lead") == []


@LANGUAGES
def test_a_row_of_a_comparison_is_no_taller_than_its_number_and_interval(
    chromium: Browser, site: Path, language: str
) -> None:
    page = chromium.new_page(viewport=DESK)
    page.goto(f"{site.as_uri()}/{language}compare/index.html")
    cells = page.locator("table.many-columns td.n").all_inner_texts()
    lines = page.evaluate(LINES_OF_CELLS)
    page.close()
    assert "—" in cells
    assert not [cell for cell in cells if "95%" in cell]
    assert max(count for text, count in lines if text in cells) == 2
