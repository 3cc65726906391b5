"""Words found in the texts of reports: a folder opened from disk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.corpus.content import Content
from tests.site.audit import audits
from tests.site.built import REPORTS, rows_of

SAMPLES = Path(__file__).parents[2] / "content" / "reports"
WORDS = ("征地", "微信公众号", "社会救助", "149", "不足", "主要问题", "拆迁 民生", "查无此词")
HOSTILE = "<img src=x onerror=alert(1)></script>"


def search(page: Page, site: Path, words: str, language: str = "") -> None:
    """Type words and wait until all has been gone through."""
    page.goto(f"{site.as_uri()}/{language}search/index.html")
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).not_to_be_empty()
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")


def results(page: Page) -> dict[str, list[int]]:
    """The lines that are linked, of each report found."""
    found = {}
    for item in page.locator("#search-results > li").all():
        own, *lines = [link.get_attribute("href") or "" for link in item.locator("a").all()]
        match = re.fullmatch(r".*/reports/([^/]+)/index.html", own)
        assert match, own
        assert all(line.startswith(f"{own}#L") for line in lines)
        found[match[1]] = [int(line.rpartition("#L")[2]) for line in lines]
    return found


def prose(site: Path) -> dict[str, dict[int, str]]:
    """The lines of each sample that are no cells of its tables, by their numbers."""
    cells = {(row["report"], row["line"]) for row in rows_of(site, "cells")}
    found = {}
    for row in rows_of(site, "reports"):
        text = (SAMPLES / row["source_file"]).read_text(encoding=row["source_encoding"])
        lines = enumerate(text.split("\n"), start=1)
        found[row["report"]] = {n: one for n, one in lines if (row["report"], str(n)) not in cells}
    return found


@pytest.mark.parametrize("words", WORDS)
def test_all_reports_that_hold_the_words_are_found_with_their_lines(
    page: Page, site: Path, words: str
) -> None:
    known = prose(site)
    assert sorted(known) == sorted(REPORTS)
    sought = words.split()
    holding = {
        report: [n for n, line in lines.items() if any(word in line for word in sought)]
        for report, lines in known.items()
        if all(any(word in line for line in lines.values()) for word in sought)
    }
    search(page, site, words)
    found = results(page)
    assert found.keys() == holding.keys()
    for report, lines in found.items():
        assert lines == holding[report][: len(lines)]
        assert len(lines) == min(3, len(holding[report]))
    said = f"5 份报告中有 {len(found)} 份" if found else "5 份报告中都没有"
    assert said in page.locator("#search-status").inner_text()


def test_a_result_leads_to_its_line(page: Page, site: Path) -> None:
    search(page, site, "征地", "en/")
    item = page.locator("#search-results > li").first
    assert item.locator("mark").all_inner_texts() == ["征地"]
    assert item.locator("a").first.inner_text() == "巨各庄镇 Jugezhuang Zhen 2023"
    item.get_by_text("line 9").click()
    assert "en/reports/110118105-2023/index.html#L9" in page.url
    assert "征地" in page.locator("#L9").inner_text()


def test_a_search_can_be_sent_and_gone_back_to(page: Page, site: Path) -> None:
    search(page, site, "征地")
    address = page.url
    search(page, site, "公众号")
    assert "柴关乡" in page.locator("#search-results").inner_text()
    page.goto(address)
    expect(page.locator("#search-results > li")).to_have_count(1)
    assert page.get_by_role("searchbox").input_value() == "征地"
    page.get_by_role("searchbox").fill("ＱＱ")
    page.get_by_role("button", name="搜索").click()
    expect(page.locator("#search-status")).to_contain_text("“ＱＱ”")
    page.go_back()
    expect(page.locator("#search-status")).to_contain_text(
        "“征地”：5 份报告中有 1 份，属 1 个单位。"
    )
    expect(page.locator("#search-details")).to_have_text("按年度：2023年 1/4、2024年 0/1")
    page.get_by_role("searchbox").fill(" ")
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_be_empty()
    expect(page.locator("#search-results > li")).to_have_count(0)
    assert "#" not in page.url


@pytest.mark.parametrize(
    ("language", "text"), [("", "在报告文字里搜索"), ("en/", "Search the texts for")]
)
def test_what_is_no_place_is_searched_for_in_texts(
    page: Page, site: Path, language: str, text: str
) -> None:
    page.goto(f"{site.as_uri()}/{language}index.html")
    page.get_by_role("searchbox").fill("征地 &amp; <b>")
    page.get_by_role("link", name=text).click()
    assert page.get_by_role("searchbox").input_value() == "征地 &amp; <b>"
    expect(page.locator("#search-status")).to_contain_text("“征地 &amp; <b>”")


@pytest.mark.parametrize("language", ["", "en/"])
def test_it_is_accessible_with_results(chromium: Browser, site: Path, language: str) -> None:
    context = chromium.new_context()
    tab = context.new_page()
    search(tab, site, "公开", language)
    assert len(results(tab)) == 5
    for shown, violations in audits(tab):
        assert violations == [], shown
    context.close()


def test_it_says_what_it_needs_without_javascript(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{site.as_uri()}/search/index.html")
    assert tab.get_by_role("searchbox").count() == 0
    assert "搜索需要 JavaScript" in tab.locator("main").inner_text()
    tab.locator("main noscript a, main p a").last.click()
    assert tab.url.endswith("/townships/index.html")
    context.close()


# A report as clerks and conversions leave it, by lines; above it stands a whole report.
PRINTED = (
    "本镇QQ群用于政 府 信 息公开，",
    "并开通了微信公",
    "众号。",
    "",
    "受理补偿类申请１２件，（含历史遗留）回复率100%。",
    "[a+b].*\\ C:\\ #1&2 <b>",
    "\N{GRINNING FACE}" * 40 + "拆\u200b违" + "\N{GRINNING FACE}" * 70,
    "Open Data 平台",
)
PLACES = (  # what is typed, and the line of PRINTED on which each of it begins
    ("用于政府信息公开", 0),
    ("微信公众号", 1),
    ("“微信 公众号”", 1),
    ("ｑｑ群", 0),
    ("補償", 4),
    ("申請12件", 4),
    ("12件,(含", 4),
    ("歷史遺留", 4),
    ("[a+b].*\\", 5),
    ("#1&2", 5),
    ("<B>", 5),
    ("\N{GRINNING FACE}" * 41, 6),
    ("拆違", 6),
    ('"open data平台"', 7),
)
ABSENT = ("opendata", "众号受理", "[补征]偿", "a+b%", "\N{PILE OF POO}")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A site of a report that ends in PRINTED, and the line that begins so."""
    content = Content(tmp_path_factory.mktemp("printed"))
    text = (SAMPLES / "jugezhuang-2023.txt").read_text(encoding="utf-8").rstrip("\n")
    content.report("one.txt", "\n".join([text, "", *PRINTED]))
    assert content.build().code == 0
    return content.output, text.count("\n") + 3


@pytest.mark.parametrize(("words", "place"), PLACES)
def test_words_are_found_however_they_are_printed(
    page: Page, printed: tuple[Path, int], words: str, place: int
) -> None:
    site, first = printed
    search(page, site, words)
    (lines,) = results(page).values()
    assert set(lines) == {first + place}
    shown = page.locator("#search-results").inner_text()
    assert "\N{REPLACEMENT CHARACTER}" not in shown
    marks = "".join(page.locator("#search-results mark").all_inner_texts())
    assert marks
    assert re.sub(r"\s", "", marks) in re.sub(r"[\s\u200b]", "", "".join(PRINTED))


@pytest.mark.parametrize("words", ABSENT)
def test_what_is_typed_is_no_pattern(page: Page, printed: tuple[Path, int], words: str) -> None:
    search(page, printed[0], words)
    assert results(page) == {}
    assert "1 份报告中都没有" in page.locator("#search-status").inner_text()


def test_a_word_that_runs_on_is_marked_whole(page: Page, printed: tuple[Path, int]) -> None:
    search(page, printed[0], "公众号")
    marked = page.locator("#search-results mark").all_text_contents()
    assert marked == ["公\n众号"]


def test_an_address_may_hold_anything(page: Page, printed: tuple[Path, int]) -> None:
    address = f"{printed[0].as_uri()}/search/index.html#q="
    for query, typed in (("%", "%"), ("a%26b%23c", "a&b#c"), ("征+地", "征 地"), ("地" * 9999, "")):
        page.goto("about:blank")
        page.goto(address + query)
        expect(page.locator("#search-status")).to_contain_text("1 份报告中")
        assert page.get_by_role("searchbox").input_value() == (typed or "地" * 200)


def test_results_stay_when_the_navigation_is_skipped(page: Page, site: Path) -> None:
    search(page, site, "征地")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    page.wait_for_timeout(100)
    expect(page.locator("#search-results > li")).to_have_count(1)
    page.go_back()
    expect(page.locator("#search-status")).to_contain_text("“征地”")
    expect(page.locator("#search-results > li")).to_have_count(1)


def test_a_search_is_told_once_to_who_hears_the_page(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/search/index.html")
    page.evaluate(
        "window.told = []; const status = document.getElementById('search-status');"
        "new MutationObserver(() => told.push(status.textContent))"
        ".observe(status, { childList: true })"
    )
    page.get_by_role("searchbox").fill("征地")
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_contain_text("“征地”")
    told = page.evaluate("told")
    assert told == ["正在查找……", "“征地”：5 份报告中有 1 份，属 1 个单位。"]
    assert page.evaluate("document.activeElement.id") == "search-input"


def test_a_search_below_a_path_of_a_server_follows_its_policy(
    chromium: Browser, http_site: str
) -> None:
    context = chromium.new_context()
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(f"{http_site}en/search/index.html#q=征地")
    expect(tab.locator("#search-results > li")).to_have_count(1)
    tab.locator("#search-results a").last.click()
    expect(tab.locator(":target")).to_contain_text("征地")
    assert complaints == []
    context.close()


def test_masked_lines_are_not_found_and_text_is_never_markup(page: Page, tmp_path: Path) -> None:
    content = Content(tmp_path)
    text = (SAMPLES / "jugezhuang-2023.txt").read_text(encoding="utf-8")
    lines = text.split("\n")
    hidden = next(n for n, line in enumerate(lines) if "征地" in line)
    lines[hidden + 1] += HOSTILE
    content.report("one.txt", "\n".join(lines))
    content.register(f"one.txt,{hidden + 1}", header="file,mask_lines")
    assert content.build().code == 0
    site = tmp_path / "site"
    search(page, site, "征地")
    assert results(page) == {}
    search(page, site, "ONERROR=ALERT")
    assert list(results(page).values()) == [[hidden + 2]]
    assert HOSTILE in page.locator("#search-results").inner_text()
    (script,) = (site / "search" / "texts").iterdir()
    assert "征地" not in script.read_text(encoding="utf-8")
    assert "<" not in script.read_text(encoding="utf-8")


def test_much_text_of_a_township_is_in_several_files(page: Page, tmp_path: Path) -> None:
    content = Content(tmp_path)
    text = (SAMPLES / "jugezhuang-2023.txt").read_text(encoding="utf-8")
    for year in (2021, 2022, 2023):
        lines = text.replace("2023", str(year)).split("\n")
        place = next(n for n, line in enumerate(lines) if "征地" in line)
        lines[place:place] = [f"开展第{n}次宣传，发放材料{'一二三四五' * 30}。" for n in range(120)]
        content.report(f"{year}.txt", "\n".join(lines))
    assert content.build().code == 0
    site = tmp_path / "site"
    names = sorted(file.name for file in (site / "search" / "texts").iterdir())
    assert names == ["110118105.2.js", "110118105.3.js", "110118105.js"]
    search(page, site, "征地")
    found = results(page)
    assert sorted(found) == ["110118105-2021", "110118105-2022", "110118105-2023"]


def test_a_line_is_linked_on_the_page_that_it_stands_on(page: Page, tmp_path: Path) -> None:
    content = Content(tmp_path)
    text = (SAMPLES / "jugezhuang-2023.txt").read_text(encoding="utf-8")
    lines = [f"第{n}次。{'一二三四五' * 30}" for n in range(600)]
    content.report(
        "和平.txt", "\n".join([text.replace("巨各庄镇", "和平镇"), "", *lines, "末行。"])
    )
    assert content.build().code == 0
    search(page, tmp_path / "site", "末行", "en/")
    link = page.locator("#search-results li > p > a")
    address = link.get_attribute("href") or ""
    assert re.fullmatch(r"\.\./\.\./en/reports/[^/]+/original/3/index\.html#L\d+", address), address
    link.click()
    assert page.locator(":target").inner_text() == "末行。"
    assert page.evaluate("document.documentElement.lang") == "en"


def test_texts_that_do_not_load_are_said_to_be_missing(chromium: Browser, tmp_path: Path) -> None:
    content = Content(tmp_path)
    for name in ("jugezhuang-2023.txt", "chaiguan-2023.txt"):
        content.report(name, (SAMPLES / name).read_bytes())
    assert content.build().code == 0
    file = tmp_path / "site" / "search" / "texts" / "130582203.js"
    away = file.rename(tmp_path / "away.js")
    context = chromium.new_context()
    tab = context.new_page()
    search(tab, tmp_path / "site", "公众号 乡")
    said = "“公众号 乡”：1 份报告中都没有。有些文字没有载入，不在其中；请再搜索一次。"
    expect(tab.locator("#search-status")).to_have_text(said)
    file.write_text("<!doctype html><title>404</title>", encoding="utf-8")  # as some servers answer
    tab.keyboard.press("Enter")
    expect(tab.locator("#search-results")).to_have_attribute("aria-busy", "false")
    expect(tab.locator("#search-status")).to_have_text(said)
    away.rename(file)
    tab.keyboard.press("Enter")
    expect(tab.locator("#search-results > li")).to_have_count(1)
    expect(tab.locator("#search-status")).to_contain_text("2 份报告中有 1 份")
    context.close()
