"""What only a browser can show: what loads, what is seen, what works with and without script."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Locator,
    Page,
    expect,
)

from tests.conftest import ROOT
from tests.corpus.content import Content
from tests.site.audit import DESK, PHONE, audits
from tests.site.built import SAMPLES, rows_of

COLLECT_VIOLATIONS = """
    window.policyViolations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.policyViolations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
"""
SENDS_TO_CLOUD = """
    Array.from(document.querySelectorAll(".js-plotly-plot"), (at) => at._context.showSendToCloud)
"""
IDLE = "new Promise((resolve) => requestIdleCallback(resolve))"

every_sample = pytest.mark.parametrize("path", SAMPLES.values(), ids=SAMPLES.keys())
both_homes = pytest.mark.parametrize("path", ["index.html", "en/index.html"], ids=["zh", "en"])


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is opened: below a sub-path of a server, or as a folder on disk."""
    if request.param == "http":
        return str(request.getfixturevalue("http_site"))
    return f"{site.as_uri()}/"


@pytest.fixture(scope="module")
def scriptless(chromium: Browser) -> Iterator[Page]:
    """A tab that runs no script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@dataclass
class Visit:
    """An open page and all that it asked for and complained of."""

    page: Page
    root: str = ""
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("console", self._console)

    def go(self, root: str, path: str) -> None:
        """Leave what is open, with what it still asks for, and open a page of a site."""
        self.page.goto("about:blank")
        self.root = root
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(root + path)

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"a dialog says {dialog.message}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def check_quiet(self) -> None:
        """Nothing was asked of others, nothing was blocked, nothing failed."""
        self.page.evaluate(IDLE)
        own = (self.root, "data:", "blob:")
        assert [url for url in self.requests if not url.startswith(own)] == []
        assert self.page.evaluate("window.policyViolations") == []
        assert self.complaints == []


Open = Callable[[str, str], Visit]


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Visit]:
    """The tab in which one page is opened after the other, as a new one takes a second."""
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
    context.add_init_script(COLLECT_VIOLATIONS)
    visit = Visit(context.new_page())
    visit.watch()
    yield visit
    context.close()


@pytest.fixture
def visit(tab: Visit) -> Open:
    """Open a page of the site, the one before it left, and watch it."""
    tab.page.set_viewport_size(DESK)
    tab.page.emulate_media(color_scheme="light")

    def opened(root: str, path: str) -> Visit:
        tab.go(root, path)
        return tab

    return opened


@every_sample
def test_loads_only_what_is_its_own(visit: Open, root: str, path: str) -> None:
    opened = visit(root, path)
    expect(opened.page.locator("h1")).to_be_visible()
    opened.check_quiet()
    assert [url for url in opened.requests if "plotly" in url.removeprefix(root)] == []


@every_sample
def test_axe_finds_nothing(visit: Open, http_site: str, path: str) -> None:
    found = dict(audits(visit(http_site, path).page))
    assert len(found) == 4
    assert [broken for broken in found.items() if broken[1]] == []


@every_sample
def test_a_phone_never_scrolls_sideways(visit: Open, http_site: str, path: str) -> None:
    page = visit(http_site, path).page
    page.set_viewport_size(PHONE)
    wide, narrow = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert wide <= narrow
    page.evaluate("scrollTo(1000, 0)")
    assert page.evaluate("scrollX") == 0


def _numbers(parts: Locator) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.,]\d+)*", " ".join(parts.all_inner_texts())))


@every_sample
def test_without_script_every_number_is_there(
    visit: Open, scriptless: Page, http_site: str, path: str
) -> None:
    scripted = visit(http_site, path).page
    scriptless.goto(http_site + path)
    expect(scriptless.locator("h1")).to_be_visible()
    main, plain = scripted.locator("main"), scriptless.locator("main")
    assert _numbers(main).keys() <= _numbers(plain).keys()
    tables = scriptless.locator("main table:visible")
    assert tables.count() == scripted.locator("main table:visible").count()
    assert _numbers(tables) == _numbers(scripted.locator("main table:visible"))


@pytest.mark.parametrize("language", ["", "en/"], ids=["zh", "en"])
def test_the_directory_needs_no_script(
    scriptless: Page, http_site: str, site: Path, language: str
) -> None:
    townships = rows_of(site, "townships")
    assert townships
    scriptless.goto(f"{http_site}{language}townships/index.html")
    for row in townships:
        link = scriptless.locator(f'main a[href$="{row["township"]}/index.html"]').first
        expect(link).to_be_visible()
        expect(scriptless.locator("main")).to_contain_text(row["name"])


@both_homes
def test_interactive_charts_come_on_a_click(visit: Open, root: str, path: str) -> None:
    opened = visit(root, path)
    buttons = opened.page.locator("button[data-chart]").element_handles()
    assert buttons
    for number, button in enumerate(buttons, start=1):
        button.click()
        charts = opened.page.locator(".js-plotly-plot:has(.main-svg)")
        expect(charts).to_have_count(number)
        expect(charts.nth(number - 1)).to_be_visible()
    assert set(opened.page.evaluate(SENDS_TO_CLOUD)) == {False}
    opened.page.wait_for_load_state("networkidle")
    opened.check_quiet()


FINDS = {
    "name": ("巨各庄", "110118105"),
    "pinyin": ("jugezhuang", "110118105"),
    "code": ("110118105", "110118105"),
    "county": ("密云", "110118105"),
    "pinyin in capitals": ("YUJIAWU", "110112209"),
    "unresolved": ("和平", "unresolved-heping-2023-txt"),
}


@both_homes
@pytest.mark.parametrize(("typed", "township"), FINDS.values(), ids=FINDS.keys())
def test_the_finder_finds(visit: Open, root: str, path: str, typed: str, township: str) -> None:
    opened = visit(root, path)
    opened.page.locator("#finder-input").press_sequentially(typed)
    link = opened.page.locator(f'#finder-results a[href$="townships/{township}/index.html"]')
    expect(link).to_be_visible()
    opened.check_quiet()
    link.click()
    opened.page.wait_for_url(f"{root}{path.removesuffix('index.html')}townships/{township}/*")
    expect(opened.page.locator("h1")).to_be_visible()


@both_homes
def test_the_finder_finds_nothing_for_what_is_not_there(
    visit: Open, http_site: str, path: str
) -> None:
    opened = visit(http_site, path)
    field = opened.page.locator("#finder-input")
    field.press_sequentially("巨各庄")
    expect(opened.page.locator("#finder-results a")).not_to_have_count(0)
    field.fill("<b>没有这个地方")
    expect(opened.page.locator("#finder-results a")).to_have_count(0)
    assert opened.page.locator("#finder-results b").count() == 0
    opened.check_quiet()


UNMARKED = """
    (list) => Array.from(list.querySelectorAll("*")).filter((one) => !one.closest("[lang=zh]"))
        .flatMap((one) => Array.from(one.childNodes))
        .filter((node) => node.nodeType === 3 && /[\\u3400-\\u9fff]/.test(node.data))
        .map((node) => node.data)
"""


def test_what_is_found_and_chosen_on_an_english_page_is_said_to_be_chinese(
    visit: Open, http_site: str
) -> None:
    page = visit(http_site, "en/compare/index.html").page
    page.locator("#finder input").fill("xingtai")
    found = page.locator("#finder-results")
    expect(found).to_have_text(re.compile("柴关乡 Chaiguan Xiang · 河北省 Hebei Sheng › 邢台市"))
    assert found.evaluate(UNMARKED) == []
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).to_contain_text("沙河市 Shahe Shi")
    assert page.locator("#choose").evaluate(UNMARKED) == []


ALL_OF_2023 = ["于家务回族乡", "巨各庄镇", "柴关乡", "和平镇"]


@pytest.mark.parametrize(
    ("path", "typed"),
    [("compare/index.html", ("柴关", "和平")), ("en/compare/index.html", ("chaiguan", "heping"))],
    ids=["zh", "en"],
)
def test_a_comparison_shows_the_chosen_townships_and_keeps_them_in_the_address(
    visit: Open, root: str, path: str, typed: tuple[str, str]
) -> None:
    opened = visit(root, path)
    page = opened.page
    rows = page.locator(".year > .scroll").first.locator("tbody tr:visible")
    bars = page.locator(".chart-rows").first.locator("li:not(.chart-head):visible")
    heads = page.locator("#choose thead th")
    expect(rows).to_contain_text(ALL_OF_2023)
    for name in typed:
        page.locator("#finder input").fill(name)
        expect(page.locator("#finder-results a")).to_have_count(1)
        page.keyboard.press("Enter")
    for some in (heads, rows, bars):
        expect(some).to_contain_text(["柴关乡", "和平镇"])
        expect(some).to_have_count(2)
    expect(page.locator(".year").last).to_be_hidden()  # 2024, of which there is none of them
    page.locator("button[data-chart]").first.click()
    drawn = page.locator(".js-plotly-plot").first.locator(".ytick")
    expect(drawn).to_have_count(2)
    address = page.url
    assert re.search(r"#townships=130582203,unresolved-heping-2023-txt&year=2023$", address)
    opened.check_quiet()
    page.goto("about:blank")
    page.goto(address)
    expect(rows).to_have_count(2)
    page.locator("button[data-chart]").first.click()
    expect(drawn).to_have_count(2)
    for _ in range(2):
        page.locator("#chosen button").first.click()
    expect(rows).to_have_count(4)
    expect(drawn).to_have_count(4)
    expect(heads).to_have_count(0)
    assert page.url == root + path
    page.go_back()
    expect(rows).to_have_count(1)
    expect(heads).to_have_text(re.compile("和平镇"))


def test_findings_are_filtered_by_a_township_that_english_readers_can_tell(
    visit: Open, http_site: str
) -> None:
    page = visit(http_site, "en/findings/index.html").page
    cards = page.locator("li.card:visible")
    all_cards = cards.count()
    page.get_by_label("Township").select_option("于家务回族乡 Yujiawu Huizu Xiang")
    assert 0 < cards.count() < all_cards
    assert cards.count() == cards.filter(has_text="Yujiawu Huizu Xiang").count()


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</script><!--{{ 7*7 }}&lt;",
    "[a](javascript:alert(3)) ![b](x)",
)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one report with markup and code in its title, prose, table and file name."""
    content = Content(tmp_path_factory.mktemp("hostile"))
    (source,) = (ROOT / "content" / "reports").rglob("yujiawu-2023.txt")
    title, *lines = source.read_bytes().decode("utf-8-sig").splitlines()
    middle = len(lines) // 2
    lines[middle:middle] = HOSTILE
    text = "\n".join([title + HOSTILE[0], *HOSTILE, *lines, *HOSTILE])
    content.report("a'><img onerror=alert(4)>.txt", text)
    assert content.build().code == 0
    return content.output


def test_hostile_text_stays_text(visit: Open, hostile_site: Path) -> None:
    root = f"{hostile_site.as_uri()}/"
    shown = ""
    for page in sorted(hostile_site.rglob("*.html")):
        if 'http-equiv="refresh"' in page.read_text(encoding="utf-8"):
            continue  # it leads to a page that is visited anyway
        opened = visit(root, page.relative_to(hostile_site).as_posix())
        opened.check_quiet()
        assert opened.page.locator("img[onerror], script:not([src]):not([type])").count() == 0
        assert opened.page.locator('a[href^="javascript"]').count() == 0
        if page.parent.parent.name == "reports":
            shown += opened.page.locator("main").text_content() or ""
    assert [text for text in HOSTILE if text not in shown] == []
