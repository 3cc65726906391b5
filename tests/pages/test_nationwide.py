"""A site of thousands of townships: no page is large, and all is found by links from the top."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import surroundings
from generator.bilingual import LANGS, Lang
from generator.metrics import METRICS
from generator.pages.area_pages import COMPARISON, KINDS, SEARCH, of_nation
from generator.pages.base import View
from generator.pages.occurrences import of_rule
from generator.pages.others import RedirectPage
from generator.pages.sheets import sheets_of
from generator.pages.townships import TownshipPage, township_pages
from generator.rules import RULES
from generator.survey import Survey
from tests.pages.areas import files_of, pages_of, renderer
from tests.pages.nationwide import YEARS, codes, survey
from tests.site.built import Page, attribute, text_of

MOST = 300_000
METRIC = "disclosure_rate"
PROVINCES = ("11", "46")  # a municipality, and a province with counties that lie in no city
UNRESOLVED = 450  # more than a page of any kind holds
Pages = dict[str, Page]


@pytest.fixture(scope="module")
def nationwide(examined: Survey) -> Survey:
    made = survey(codes((*PROVINCES, "1301", "1302", "1303")), UNRESOLVED)
    return replace(made, illustrations=examined.illustrations)


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest, nationwide: Survey) -> View:
    lang: Lang = request.param
    return View(nationwide, lang)


@pytest.fixture(scope="module")
def pages(view: View) -> Pages:
    """The pages that list others, of one metric only, by where they stand in their language."""
    found: Pages = {}
    of_areas = chain.from_iterable(pages_of(view, kind) for kind in KINDS)
    others = tuple(f"/metrics/{metric}/" for metric in METRICS if metric != METRIC)
    of_one = (page for page in of_areas if not page.links.path.startswith(others))
    of_rules = chain.from_iterable(pages_of(view, of_rule(rule)) for rule in RULES)
    listing = (*(pages_of(view, of_nation(base)) for base in ("/", "/rules/")), of_one, of_rules)
    render = renderer(view).render
    for page in chain.from_iterable(listing):
        data = render(page)
        assert len(data) <= MOST, page.links.path
        path = page.file_path.removeprefix("en/")
        assert path not in found
        found[path] = Page(Path(), path, LexborHTMLParser(data.decode()))
    return found


def targets(page: Page) -> Iterator[tuple[str, str]]:
    """Where the links of a page's contents lead within its language."""
    for link in page.elements("main a[href]"):
        href = attribute(link, "href")
        if not href.startswith("http"):
            path, fragment = page.target(href)
            yield path.removeprefix("../en/").removeprefix("../"), fragment


def reached(pages: Pages, base: str) -> list[Page]:
    """The pages below an address that links lead to from its first one."""
    found: dict[str, Page] = {}
    waiting = [f"{base}index.html"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = pages[path]
            inside = (target for target, _ in targets(pages[path]) if target.startswith(base))
            waiting += [target for target in inside if target in pages]
    return list(found.values())


def linked(pages: list[Page], pattern: str) -> set[str]:
    """What the links of some pages lead to: the first group of a pattern."""
    matches = (re.fullmatch(pattern, path) for page in pages for path, _ in targets(page))
    return {match[1] for match in matches if match}


def test_every_township_is_reached_from_the_directory(pages: Pages, nationwide: Survey) -> None:
    found = linked(reached(pages, "townships/"), r"townships/(\d{9}|unresolved-.+)/index\.html")
    assert found == {township.id for township in nationwide.townships}
    assert len(found) > 1_500


def test_every_township_is_searched_from_every_page_above_it(
    view: View, nationwide: Survey
) -> None:
    if view.lang != LANGS[0]:
        assert list(files_of(view, SEARCH)) == []
        return
    lists = {}
    for path, data in files_of(view, SEARCH):
        match = re.fullmatch(r'\(window\.areas\?\?=\{\}\)\["(.+?)"\]=(.*);\n', data.decode())
        assert match
        assert path == f"search/areas/{match[1]}.js"
        lists[match[1]] = json.loads(match[2])

    def searched(name: str) -> list[str]:
        inside = (searched(part) for part in lists[name]["parts"])
        return [*lists[name]["townships"], *chain.from_iterable(inside)]

    for code, area in view.areas.items():
        if (code or "all") in lists:
            assert searched(code or "all") == [body.id for body in area.members]
    assert lists.keys() > {"all", "11", "46", "unresolved"}


@pytest.mark.parametrize("base", ["compare/", f"metrics/{METRIC}/"])
def test_every_report_is_reached_from_comparisons(
    pages: Pages, nationwide: Survey, base: str
) -> None:
    found = linked(reached(pages, base), r"reports/(.+)/index\.html")
    assert found == {one.report.id for one in nationwide.dossiers if one.compared}


def test_every_finding_is_reached_from_the_page_of_findings(
    pages: Pages, nationwide: Survey
) -> None:
    cards = Counter(
        attribute(link, "href").rpartition("reports/")[2]
        for page in reached(pages, "findings/")
        if not page.elements("table")  # beside the parts of an area its errors stand once more
        for link in page.elements("li.card > p.about > a[href*='#cause-']")
    )
    assert set(cards.values()) == {1}
    assert cards.total() == sum(len(dossier.causes) for dossier in nationwide.dossiers)


def test_what_every_rule_found_is_reached_from_its_page(pages: Pages, nationwide: Survey) -> None:
    found = Counter(finding.rule for d in nationwide.dossiers for finding in d.findings)
    for rule, number in found.items():
        of_rule = reached(pages, f"rules/{rule.lower()}/")
        shown = [
            a for page in of_rule for a in page.elements("main > ul > li > a[href*='reports']")
        ]
        assert len(shown) == number, rule
    assert max(found.values()) > 400


def test_links_lead_to_pages_and_places_on_them(pages: Pages, nationwide: Survey) -> None:
    known = {f"townships/{township.id}/index.html" for township in nationwide.townships}
    known |= {f"reports/{dossier.report.id}/index.html" for dossier in nationwide.dossiers}
    known |= {f"{name}/index.html" for name in ("metrics", "methodology", "similar", "corrections")}
    for page in pages.values():
        for path, fragment in targets(page):
            place = re.sub(rf"^metrics/({'|'.join(METRICS)})/", f"metrics/{METRIC}/", path)
            if place.startswith(("charts/", "data/")) or place in known:
                continue
            assert place in pages, f"{page.path} leads to {path}"
            assert not fragment or pages[place].by_id(fragment), f"{page.path}: {path}#{fragment}"


def test_titles_tell_pages_apart(pages: Pages) -> None:
    found = (page for page in pages.values() if page.moved_to is None)
    titles = Counter(text_of(page.elements("head > title")[0]) for page in found)
    assert titles.most_common(1)[0][1] == 1


def test_every_chart_has_a_file_and_none_is_made_in_vain(pages: Pages, view: View) -> None:
    linked = {
        path for page in pages.values() for path, _ in targets(page) if path.startswith("charts/")
    }
    shared = {path for path in linked if path.startswith("charts/compare-")}
    own = {path for path in linked if path.endswith(f"-{view.lang}.csv")}
    assert linked == shared | own
    assert (len(own), len(shared)) == (3, 100)  # of the nation's pages, and of areas
    others = tuple(f"charts/metric-{metric}-" for metric in METRICS if metric != METRIC)
    made = [path for path, _ in files_of(view, COMPARISON)]
    made = [path for path in made if not path.startswith((*others, "compare/numbers/"))]
    # Those in no language are made once.
    assert sorted(made) == sorted(own | (shared if view.lang == "zh" else set()))


@pytest.mark.parametrize("code", ["46", "4601", "11", "110118", "unresolved"])
def test_the_charts_of_an_area_share_a_file(pages: Pages, view: View, code: str) -> None:
    for path in (f"compare/{code}/index.html", f"metrics/{METRIC}/{code}/index.html"):
        links = pages[path].elements(".chart-tools a[download]")
        found = {pages[path].target(attribute(link, "href"))[0] for link in links}
        assert [name.rpartition("../")[2] for name in found] == [f"charts/compare-2023-{code}.csv"]
        (text,) = {text_of(link) for link in links}
        assert text == view.t("chart.csv_shared", year=2023)


def test_an_area_adds_up_its_townships(pages: Pages, nationwide: Survey) -> None:
    (row,) = (
        row
        for row in pages[f"metrics/{METRIC}/index.html"].elements("table.list tbody tr")
        if row.css("a[href$='46/index.html']")
    )
    measures = [
        dossier.measures[METRIC]
        for dossier in nationwide.dossiers
        if dossier.compared and dossier.report.township.startswith("46")
    ]
    k, n = (sum(getattr(m, part) or 0 for m in measures) for part in ("numerator", "denominator"))
    number, value = (text_of(cell) for cell in row.css("td.n"))
    assert int(number) == len(measures)
    assert value.replace(",", "").startswith(f"{k}/{n}")


def test_names_in_charts_have_their_pinyin_on_english_pages(view: View, pages: Pages) -> None:
    names = [text_of(name) for page in pages.values() for name in page.elements(".chart-name")]
    chinese = [name for name in names if re.search("[\u4e00-\u9fff]", name)]
    spoken = [name for name in chinese if re.search("[A-Z][a-zü']+", name)]
    assert len(chinese) > 1_000
    assert spoken == (chinese if view.lang == "en" else [])
    assert any("海南省 Hainan Sheng" in name for name in chinese) == (view.lang == "en")


def test_an_area_leads_to_itself_on_other_pages(pages: Pages, view: View) -> None:
    page = pages["compare/46/index.html"]
    hrefs = [attribute(link, "href") for link in page.elements("main > p.aside a")]
    assert [href.rpartition("../")[2].removeprefix("en/") for href in hrefs] == [
        "townships/46/index.html",
        "findings/46/index.html",
        "search/46/index.html",
    ]
    crumbs = [text_of(crumb) for crumb in pages["compare/4601/index.html"].elements(".crumbs a")]
    assert crumbs[1:] == ["海南省 Hainan Sheng" if view.lang == "en" else "海南省"]


def test_a_group_row_is_no_area_and_a_lone_part_is_left_out(view: View) -> None:
    assert {"11", "46", "4601", "469001", "110118"} < set(view.areas)  # 五指山市 lies in no city
    assert not {"4690", "1101", "460400"} & set(view.areas)  # 儋州市 has no counties


def test_each_year_of_a_large_area_has_a_page_of_its_own() -> None:
    view = View(survey(codes(("1101",)), years=YEARS), "zh")
    areas = COMPARISON.shown(view.survey.nation)
    sheets = [sheet for area in areas for sheet in sheets_of(view, area)]
    found = {sheet.path("/compare/"): sheet.years for sheet in sheets}
    assert found["/compare/"] == (2023,)
    assert found["/compare/2022/"] == (2022,)
    assert found["/compare/110118/"] == YEARS  # few enough for one page
    made = [page for page in pages_of(view, COMPARISON) if not isinstance(page, RedirectPage)]
    paths = {page.links.path for page in made}
    assert {path for path in paths if path.startswith("/compare/")} == set(found)


@pytest.mark.parametrize("base", ["/compare/", f"/metrics/{METRIC}/"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_year_has_an_address_also_the_one_that_an_area_leads_with(
    lang: Lang, base: str
) -> None:
    view = View(survey(codes(("1101",)), UNRESOLVED, years=YEARS), lang)
    made = list(pages_of(view, COMPARISON))
    assert len({page.file_path for page in made}) == len(made)
    moved = {page.links.path: page.target for page in made if isinstance(page, RedirectPage)}
    assert {path: moved[path] for path in moved if path.startswith(base)} == {
        f"{base}2023/": base,
        f"{base}11/2023/": f"{base}11/",
        f"{base}110105/2023/": f"{base}110105/",
        f"{base}unresolved/2023/": f"{base}unresolved/",
        **{f"{base}unresolved/2023/{n}/": f"{base}unresolved/{n}/" for n in range(2, 9)},
    }
    (first,) = (page for page in made if page.links.path == base)
    page = Page(Path(), first.file_path, LexborHTMLParser(renderer(view).render(first).decode()))
    years = page.elements("main nav.pages li")
    assert [text_of(year)[:4] for year in years] == ["2023", "2022"]
    assert page.by_id("y2022") is not None  # as long as it led here, this was its address
    assert [text_of(year) for year in page.elements("[aria-current=page]")] == [
        view.t("pager.main_year", year=2023)
    ]


def test_a_township_page_names_some_neighbours_and_leads_to_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(surroundings, "SHOWN_NEIGHBOURS", 5)
    view = View(survey(codes(("11", "1301"))), "zh")
    page = next(township_pages(view))
    assert isinstance(page, TownshipPage)
    beside = page.neighbours
    assert beside.table.count('<tr><th scope="row"') == 1 + 5
    assert beside.everyone is not None
    assert beside.everyone.path == "/townships/11/"
    assert [crumb.path for crumb in page.crumbs] == ["/townships/", "/townships/11/"]
