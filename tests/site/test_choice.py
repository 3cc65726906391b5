"""Townships of a large site side by side, wherever they are: a folder opened from disk."""

import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.metrics import METRICS
from generator.pages.area_pages import COMPARISON
from tests.benchmarks.site import corpus
from tests.conftest import Share
from tests.corpus.content import Content
from tests.site.audit import audits
from tests.site.built import all_pages, attribute, rows_of, text_of

YEAR = 2023
COUNT = COMPARISON.limit + 10


class Built(NamedTuple):
    """A site of so many townships that its first comparison lists provinces."""

    output: Path
    townships: list[str]

    def page(self, path: str) -> str:
        return f"{self.output.as_uri()}/{path}"


@pytest.fixture(scope="module")
def built(share: Share) -> Built:
    def make(folder: Path) -> None:
        content = Content(folder)
        for series in islice(corpus.planned(2_000), COUNT):
            both = replace(series, first=YEAR - 1, years=2 if series.number % 2 else 1)
            for one in corpus.made(replace(both, first=YEAR + 1 - both.years)):
                content.report(one.file, one.text)
        assert content.build().code == 0

    output = share("many", make) / "site"
    reports = rows_of(output, "reports")
    return Built(output, [row["township"] for row in reports if row["year"] == str(YEAR)])


def add(page: Page, code: str) -> None:
    """Choose a township by keyboard."""
    page.locator("#finder input").fill(code)
    expect(page.locator("#finder-results a")).to_have_count(1)
    page.keyboard.press("Enter")


def column(page: Page, number: int) -> list[str]:
    """What is shown of a township, in the order of the metrics."""
    return cells(page.locator(f"#choose tbody td:nth-child({number + 2})"))


def cells(found: Locator) -> list[str]:
    return [re.sub(r"\s+", "", text) for text in found.all_inner_texts()]


def printed(built: Built, language: str) -> dict[str, list[str]]:
    """What the tables of all areas show of each report."""
    found = {}
    for page in all_pages(built.output):
        if page.language == language and "compare/" in page.path:
            for row in page.elements("table.many-columns tbody tr"):
                link = attribute(row.css("th a")[0], "href")
                if match := re.search(r"/reports/([^/]+)/", link):
                    texts = map(text_of, row.css("td"))
                    found[match[1]] = [re.sub(r"\s+", "", text) for text in texts]
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_township_is_compared_with_one_elsewhere(built: Built, page: Page, language: str) -> None:
    first, other = built.townships[0], built.townships[-1]
    assert first[:2] != other[:2]
    page.goto(built.page(f"{'en/' * (language == 'en')}townships/{first}/index.html"))
    page.locator("main a[href*='/compare/']").click()
    heads = page.locator("#choose thead th")
    expect(heads).to_have_count(1)
    add(page, other)
    expect(heads).to_have_count(2)
    assert page.url.endswith(f"#townships={first},{other}&year={YEAR}")
    expected = printed(built, language)
    assert len(expected) > COUNT
    for number, township in enumerate((first, other)):
        assert column(page, number) == expected[f"{township}-{YEAR}"]
        link = heads.nth(number).locator("a").first
        assert f"/reports/{township}-{YEAR}/index.html" in (link.get_attribute("href") or "")
    assert cells(page.locator("#choose tbody th")) == [
        re.sub(r"\s+", "", metric.title.in_("en" if language == "en" else "zh"))
        for metric in METRICS.values()
    ]
    page.reload()
    expect(heads).to_have_count(2)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    page.wait_for_timeout(100)
    expect(heads).to_have_count(2)
    page.go_back()
    page.go_back()
    expect(heads).to_have_count(1)


def test_one_metric_has_bars_and_no_rate_of_a_few(built: Built, page: Page) -> None:
    some = built.townships[:: COUNT // 12][:12]
    page.goto(built.page(f"compare/index.html#townships={','.join(some)}&year={YEAR}"))
    expect(page.locator("#choose thead th")).to_have_count(12)
    page.locator("#choose-metric").select_option("disclosure_rate")
    rows = page.locator("#choose tbody tr")
    expect(rows).to_have_count(12)
    assert page.url.endswith(f"&year={YEAR}&metric=disclosure_rate")
    measures = {
        row["report"]: row
        for row in rows_of(built.output, "metrics")
        if row["metric"] == "disclosure_rate"
    }
    few = 0
    for township, row in zip(some, rows.all(), strict=True):
        measure = measures[f"{township}-{YEAR}"]
        drawn = row.locator(".bar rect").last
        if measure["value"]:
            width = (drawn.get_attribute("width") or "").removesuffix("%")
            assert float(width) == pytest.approx(100 * float(measure["value"]), abs=0.1)
        else:
            few += measure["status"] == "small_denominator"
            assert "%" not in row.inner_text()
            expect(drawn).to_have_count(0)
    assert few


def test_marks_years_and_limits_are_told(built: Built, page: Page) -> None:
    years = {(row["township"], row["year"]) for row in rows_of(built.output, "reports")}
    late = next(one for one in built.townships if (one, str(YEAR - 1)) not in years)
    both = next(one for one in built.townships if (one, str(YEAR - 1)) in years)
    page.goto(built.page(f"compare/index.html#townships={late},{both}&year={YEAR - 1}"))
    expect(page.locator("#choose thead th")).to_have_count(1)
    expect(page.locator("#choose > [role=status]")).to_contain_text(f"{YEAR - 1}年没有可比较的报告")
    page.locator("#choose-year").select_option(str(YEAR))
    expect(page.locator("#choose thead th")).to_have_count(2)
    flagged = {
        row["report"] for row in rows_of(built.output, "findings") if row["rule"] == "TB-SUM"
    }
    broken = next(one for one in built.townships if f"{one}-{YEAR}" in flagged)
    page.goto(built.page(f"compare/index.html#townships={broken}&year={YEAR}"))
    page.reload()
    mark = page.locator("#choose thead .flagmark")
    expect(mark).to_have_attribute("href", re.compile(rf"/{broken}-{YEAR}/index\.html#findings$"))
    page.goto(built.page(f"compare/index.html#townships={','.join(built.townships[:14])}"))
    page.reload()
    expect(page.locator("#chosen li")).to_have_count(12)
    add(page, built.townships[-1])
    expect(page.locator("#choose > [role=status]")).to_contain_text("12")
    expect(page.locator("#chosen li")).to_have_count(12)


def test_nothing_that_an_address_says_is_trusted(built: Built, page: Page) -> None:
    said = "..%2F..%2Fx,%3Cimg%20src=x%3E,__proto__,11,999999999&year=1&metric=%22%3E"
    page.goto(built.page(f"compare/index.html#townships={said}"))
    status = page.locator("#choose > [role=status]")
    expect(status).to_contain_text("本站没有这些乡镇")
    expect(page.locator("#chosen li")).to_have_count(5)
    assert page.locator("#choose img").count() == 0
    assert page.locator("#choose table").count() == 0


def test_without_script_the_tables_stand_alone(built: Built, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(built.page(f"compare/index.html#townships={built.townships[0]}"))
    expect(page.locator("#choose")).to_be_hidden()
    expect(page.locator(".year table.many-columns tbody tr").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("metric", ["", "&metric=disclosure_rate"], ids=["all", "one"])
def test_a_choice_is_accessible(built: Built, chromium: Browser, metric: str) -> None:
    page = chromium.new_page()
    page.goto(
        built.page(f"en/compare/index.html#townships={','.join(built.townships[:4])}{metric}")
    )
    expect(page.locator("#choose tbody tr").first).to_be_visible()
    assert [found for _, found in audits(page) if found] == []
    page.close()
