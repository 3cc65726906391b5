"""The way from a click to an interactive chart, in a browser, under the site's policy."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.charts import Chart
from tests.charts.samples import (
    HOSTILE,
    RATES,
    SAID,
    SINGLE,
    STACKED,
    write_assets,
    write_page,
)
from tests.conftest import served

COLLECT = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        (event) => window.violations.push(`${event.violatedDirective} ${event.sourceFile}`));
"""
# Whether the first chart is as wide as its place, and how high both are.
FITS = """() => {
    const plot = document.querySelector(".chart-interactive");
    return plot._fullLayout.width === plot.clientWidth;
}"""
RANGE = "plot => plot.layout.xaxis.range"
SIZE = """(plot) => {
    const svg = plot.querySelector(".main-svg").getBoundingClientRect();
    return { height: plot.querySelector(".plot-container").offsetHeight, drawn: svg.height };
}"""
# How far the legend stands below the buttons.
APART = """(plot) => plot.querySelector(".legend").getBoundingClientRect().top
    - plot.querySelector(".modebar").getBoundingClientRect().bottom"""
PLAIN = replace(SINGLE, rows=SINGLE.rows[:1])  # with nothing to say beside its bar
# Plotly.js is 4.8 MB; a busy machine takes its time to read it.
SLOW = 30_000
CHARTS: tuple[Chart, ...] = (STACKED, RATES, PLAIN)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with charts and all that they need."""
    folder = tmp_path_factory.mktemp("charts")
    write_assets(folder)
    write_page(folder / "index.html", "zh-Hans", CHARTS)
    return folder


@dataclass
class Visit:
    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        return [url.rpartition("/")[2] for url in self.requests if not url.startswith("blob:")]

    def check_quiet(self) -> None:
        assert self.page.evaluate("window.violations") == []
        assert self.complaints == []


Open = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Open]:
    contexts = []

    def opened(address: str, width: int = 1000) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", color_scheme="light"
        )
        contexts.append(context)
        context.add_init_script(COLLECT)
        visit = Visit(context.new_page())
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("dialog", lambda dialog: dialog.dismiss())
        visit.page.goto(address)
        return visit

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def over_http(folder: Path) -> Iterator[str]:
    with served(folder) as root:
        yield f"{root}index.html"


@pytest.fixture
def on_disk(folder: Path) -> str:
    return (folder / "index.html").as_uri()


@pytest.fixture(params=["over_http", "on_disk"])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.mark.parametrize("width", [320, 1000])
def test_a_click_draws_the_chart_and_nothing_loads_before(
    visit: Open, address: str, width: int
) -> None:
    opened = visit(address, width)
    page = opened.page
    buttons = page.locator("button[data-chart]")
    expect(buttons).to_have_count(len(CHARTS))
    expect(buttons.first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [name for name in opened.names() if "plotly" in name or "figure" in name] == []
    for number, chart in enumerate(CHARTS):
        buttons.nth(number).click()
        plot = page.locator(f"#chart-{chart.id} .js-plotly-plot")
        expect(plot.locator(".main-svg").first).to_be_visible(timeout=SLOW)
        expect(page.locator(f"#chart-{chart.id} [role=status]")).to_have_text(
            SAID["ready"], timeout=SLOW
        )
        assert plot.evaluate("plot => plot._context.showSendToCloud") is False
    assert sorted(opened.names()[-3:]) == ["figure.js", "plotly.css", "plotly.min.js"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    opened.check_quiet()


def test_hostile_names_are_shown_as_they_stand(visit: Open, on_disk: str) -> None:
    opened = visit(on_disk)
    opened.page.locator("button[data-chart]").first.click()
    names = opened.page.locator(".js-plotly-plot .ytick text")
    expect(names).to_have_count(len(STACKED.rows), timeout=SLOW)
    assert names.last.text_content() == f"{HOSTILE[:31]}…" * 2
    opened.check_quiet()


def test_the_button_closes_and_opens_again_and_keeps_the_focus(visit: Open, on_disk: str) -> None:
    opened = visit(on_disk)
    button, plot = opened.page.locator("button[data-chart]").first, ".js-plotly-plot .main-svg"
    button.focus()
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator(plot).first).to_be_visible(timeout=SLOW)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_have_text(SAID["hide"])
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator(plot).first).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator(plot).first).to_be_visible(timeout=SLOW)
    assert opened.names().count("plotly.min.js") == 1


def test_what_could_not_be_loaded_is_said_and_asked_for_again(visit: Open, over_http: str) -> None:
    opened = visit(over_http)
    page = opened.page
    page.route("**/plotly.min.js", lambda route: route.abort())
    page.locator("button[data-chart]").first.click()
    status = page.locator("[role=status]").first
    expect(status).to_have_text(SAID["failed"])
    expect(page.locator(".chart-interactive").first).to_be_hidden()
    page.unroute("**/plotly.min.js")
    page.locator("button[data-chart]").first.click()
    expect(status).to_have_text(SAID["ready"], timeout=SLOW)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=SLOW)


def test_the_chart_follows_the_width_of_the_window_and_keeps_what_was_zoomed(
    visit: Open, on_disk: str
) -> None:
    page = visit(on_disk).page
    button = page.locator("button[data-chart]").first
    button.click()
    plot = page.locator(".chart-interactive").first
    expect(plot.locator(".main-svg").first).to_be_visible(timeout=SLOW)
    whole = plot.evaluate(RANGE)
    plot.locator(".modebar-btn[data-attr=zoom]").first.click()
    zoomed = plot.evaluate(RANGE)
    seen = {}
    for width in (400, 1200, 320):
        page.set_viewport_size({"width": width, "height": 700})
        page.wait_for_function(FITS)
        seen[width] = plot.evaluate(SIZE)
        assert plot.evaluate(RANGE) == zoomed
    assert {box["height"] for box in seen.values()} == {box["drawn"] for box in seen.values()}
    rows = 42 * len(STACKED.rows)  # one of them has a second line
    assert [seen[width]["drawn"] for width in seen] == [rows + 220, rows + 124, rows + 220]
    button.click()
    page.set_viewport_size({"width": 1200, "height": 700})
    button.click()
    page.wait_for_function(FITS)
    assert plot.evaluate(SIZE) == seen[1200]
    assert plot.evaluate(APART) > 0
    plot.locator(f".modebar-btn[data-title='{SAID['reset']}']").click()
    assert plot.evaluate(RANGE) == whole != zoomed


def test_colours_follow_the_style_sheet_in_light_and_dark(visit: Open, on_disk: str) -> None:
    page = visit(on_disk).page
    page.locator("button[data-chart]").first.click()
    drawn = page.locator(".js-plotly-plot .trace.bars").first.locator("path").first
    expect(drawn).to_be_visible(timeout=SLOW)
    static = page.locator(".chart-rows .c-granted").first
    seen = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colour = static.evaluate("bar => getComputedStyle(bar).fill")
        expect(drawn).to_have_css("fill", colour)
        seen.add(colour)
    assert len(seen) == 2


def test_a_picture_can_be_saved(visit: Open, address: str, tmp_path: Path) -> None:
    opened = visit(address, 360)
    opened.page.locator("button[data-chart]").first.click()
    save = opened.page.locator(f".modebar-btn[data-title='{SAID['save']}']")
    expect(save).to_be_visible(timeout=SLOW)
    with opened.page.expect_download() as download:
        save.click()
    assert download.value.suggested_filename == f"{STACKED.id}.png"
    download.value.save_as(tmp_path / "saved.png")
    header = (tmp_path / "saved.png").read_bytes()[:24]
    assert re.match(rb"\x89PNG", header)
    assert int.from_bytes(header[16:20], "big") == 2000
    opened.check_quiet()
