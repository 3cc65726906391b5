"""What the pages say of the five samples, typed by hand from the reports."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.bilingual import Lang
from generator.corpus import Corpus
from generator.pages.area_pages import COMPARISON, DIRECTORY, FINDINGS
from generator.pages.base import View
from generator.pages.causes import cause_cards
from generator.pages.directory import DirectoryPage
from generator.pages.findings import FindingsPage
from generator.pages.home import HomePage, home
from generator.pages.metrics import MetricPage
from generator.pages.prepared import prepared
from generator.pages.reports import ReportPage, report_pages
from generator.pages.townships import TownshipPage, township_pages
from tests.pages.areas import pages_of

QUIET = {
    "zh": "{}年没有收到申请，也没有上年结转的申请。没有因信息公开引起的复议和诉讼。",
    "en": "No requests were received in {}, and none were carried over. "
    "No reconsiderations or suits over disclosure.",
}
SENTENCES = {
    ("zh", "110118105"): "2023年新收申请 20 件；办结 19 件：予以公开 3 件、部分公开 15 件、"
    "无法提供 1 件；结转下年 1 件。因信息公开引起复议和诉讼 5 件。",
    ("zh", "110112209"): "2023年新收申请 7 件；办结 7 件：予以公开 7 件。"
    "因信息公开引起复议和诉讼 1 件。",
    ("en", "110118105"): "20 new requests in 2023; 19 decided: disclosed in full 3, "
    "disclosed in part 15, unable to provide 1; 1 carried forward. "
    "Reconsiderations and suits over disclosure: 5.",
    ("en", "110112209"): "7 new requests in 2023; 7 decided: disclosed in full 7. "
    "Reconsiderations and suits over disclosure: 1.",
}
GLANCE = {
    "110118105": ("20", "19", "18/19", "5"),
    "110112209": ("7", "7", "7/7", "1"),
}
YEARS = {
    "110112209": 2023,
    "110118105": 2023,
    "130582203": 2023,
    "410724104": 2024,
    "unresolved-heping-2023-txt": 2023,
}


def homepage(view: View) -> HomePage:
    (page,) = home(view, view.survey.nation)
    assert isinstance(page, HomePage)
    return page


def townships(view: View) -> dict[str, TownshipPage]:
    pages = {}
    for page in township_pages(view):
        assert isinstance(page, TownshipPage)
        pages[page.links.path.split("/")[2]] = page
    return pages


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_home_gives_the_year_with_most_reports_at_a_glance(
    views: dict[Lang, View], lang: Lang
) -> None:
    page = homepage(views[lang])
    assert (page.year, page.township_count) == (2023, "5")
    # 4 reports of 2023; 20 + 7 requests; 18 of 19 and 7 of 7 disclosed; one report does not add up
    assert [glance.value for glance in page.glance] == ["4", "27", "25/26", "1"]
    assert page.glance[2].extra.startswith("96.2%")
    assert [r.place.name for r in page.latest] == [
        "徐营镇",
        "和平镇",  # dated by its signature
        "于家务回族乡",
        "巨各庄镇",
        "柴关乡",
    ]
    assert page.causes[0].severity.value == "error"
    assert page.cause_count == 51 == sum(report.causes for report in page.latest)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("township", YEARS)
def test_the_year_of_a_township_in_plain_words(
    views: dict[Lang, View], lang: Lang, township: str
) -> None:
    (year,) = townships(views[lang])[township].years
    quiet = QUIET[lang].format(YEARS[township])
    assert year.sentence == SENTENCES.get((lang, township), quiet)
    none = {
        "zh": "没有办结的申请，不计算",
        "en": "No requests decided, not calculated",
    }[lang]
    expected = GLANCE.get(township, ("0", "0", "—", "0"))
    assert tuple(glance.value for glance in year.glance) == expected
    assert (year.glance[2].extra == none) is (township not in GLANCE)


def test_a_township_page_gives_every_metric(views: dict[Lang, View]) -> None:
    rows = townships(views["zh"])["110118105"].metrics.splitlines()
    shown = [
        re.findall(r'<span class="(?:nowrap|small quiet nowrap)">(.*?)</span>', row) for row in rows
    ]
    assert [(value, "".join(below)) for value, *below in shown] == [
        ("18/19（94.7%）", "75.4–99.1%"),
        ("3/19（15.8%）", "5.5–37.6%"),
        ("15/19（78.9%）", "56.7–91.5%"),
        ("0/19（0%）", "0–16.8%"),
        ("1/19（5.3%）", "0.9–24.6%"),
        ("0/19（0%）", "0–16.8%"),
        ("0/19（0%）", "0–16.8%"),
        ("1/20（5%）", "0.9–23.6%"),
        ("20/20（100%）", "83.9–100%"),
        ("0/5", ""),
        ("—", ""),
        ("5/20（每百件 25）", ""),
        ("20", ""),
        ("19", ""),
        ("5", ""),
    ]


def test_the_directory_is_in_administrative_order(views: dict[Lang, View]) -> None:
    (page,) = pages_of(views["zh"], DIRECTORY)
    assert isinstance(page, DirectoryPage)
    assert [
        (group.heading, county.heading, [x.code for x in county.townships])
        for group in page.groups
        for county in group.counties
    ] == [
        ("北京市", "通州区", ["110112209"]),
        ("北京市", "密云区", ["110118105"]),
        ("河北省", "邢台市 › 沙河市", ["130582203"]),
        ("河南省", "新乡市 › 获嘉县", ["410724104"]),
        ("未对应到行政区划", "", [""]),
    ]


def test_places_of_the_english_directory_are_given_in_pinyin_too(views: dict[Lang, View]) -> None:
    (page,) = pages_of(views["en"], DIRECTORY)
    assert isinstance(page, DirectoryPage)
    headings = [
        (group.heading, county.heading) for group in page.groups for county in group.counties
    ]
    assert headings[0] == ("北京市 Beijing Shi", "通州区 Tongzhou Qu")
    assert headings[3] == ("河南省 Henan Sheng", "新乡市 Xinxiang Shi › 获嘉县 Huojia Xian")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pinyin_stands_on_english_pages_only(views: dict[Lang, View], lang: Lang) -> None:
    names = {key: page.place.pinyin for key, page in townships(views[lang]).items()}
    expected = {
        "110112209": "Yujiawu Huizu Xiang",
        "110118105": "Jugezhuang Zhen",
        "130582203": "Chaiguan Xiang",
        "410724104": "Xuying Zhen",
        "unresolved-heping-2023-txt": "Heping Zhen",
    }
    assert names == (expected if lang == "en" else dict.fromkeys(expected, ""))


def test_one_slip_is_one_story(views: dict[Lang, View], samples: Corpus) -> None:
    dossier = views["zh"].by_id["110112209-2023"]
    card = next(cause_cards(views["zh"], dossier))
    assert card.heading == "一处数字牵涉 3 个等式：三（七）总计 · 自然人"
    assert [part.rule for part in card.parts] == ["TB-BALANCE", "TB-SUM", "TB-ROW"]
    assert [part.message for part in card.parts] == [
        "自然人：第一项加第二项为7，第三项加第四项为0。",
        "三（七）总计 · 自然人：印为0，各项办理结果相加为7。",
        "三（七）总计 · 总计：印为7，各类申请人相加为0。",
    ]
    assert [(mend.text, mend.path) for mend in card.mends] == [
        (
            "三（七）总计 · 自然人由 0 改为 7",
            "/reports/110112209-2023/#requests.processed.natural_person",
        )
    ]
    assert card.single is None
    assert {part.line for part in card.parts} == {339}


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("zh", ["错误（1）", "警告（2）", "提示（48）"]),
        ("en", ["Error (1)", "Warning (2)", "Notice (48)"]),
    ],
)
def test_findings_are_grouped_by_severity(
    views: dict[Lang, View], lang: Lang, headings: list[str]
) -> None:
    (page,) = pages_of(views[lang], FINDINGS)
    assert isinstance(page, FindingsPage)
    assert [group.heading for group in page.groups] == headings
    assert [len(group.causes) for group in page.groups] == [1, 2, 48]


def test_a_metric_page_marks_reports_that_do_not_add_up(views: dict[Lang, View]) -> None:
    _, page, *_ = pages_of(views["zh"], COMPARISON)
    assert isinstance(page, MetricPage)
    assert [year.year for year in page.years] == [2023, 2024]  # most reports first
    table = LexborHTMLParser(page.years[0].table)
    assert [[cell.text() for cell in row.css("th, td")][:3] for row in table.css("tbody tr")] == [
        ["于家务回族乡 ●", "7/7", ""],
        ["巨各庄镇", "18/19（94.7%）", "75.4–99.1%"],
        ["柴关乡", "—", ""],
        ["和平镇", "—", ""],
    ]
    assert table.css("tbody tr")[2].css("td")[-1].text() == "没有办结的申请，不计算"
    assert table.css("tfoot td")[0].text() == "25/26（96.2%）"  # no mean of rates


def test_a_report_page_sets_prose_beside_tables(views: dict[Lang, View], samples: Corpus) -> None:
    texts = prepared(views["zh"].survey.dossiers, samples.read)
    pages = {p.links.path: p for p in report_pages(views["zh"], texts)}
    page = pages["/reports/110112209-2023/"]
    assert isinstance(page, ReportPage)
    assert [section.anchor for section in page.sections] == [
        "opening",
        "overview",
        "proactive",
        "requests",
        "appeals",
        "problems",
        "other",
    ]
    claims = LexborHTMLParser(f"<table>{''.join(s.claims for s in page.sections)}</table>")
    stated = {tuple(cell.text() for cell in row.css("th, td")) for row in claims.css("tr")}
    assert {
        ("主动公开信息", "149", "表中无此项", "不可比较"),
        ("收到申请", "7", "7", "一致"),
        ("答复或办结申请", "7", "7", "一致"),
    } <= stated
    assert page.original.count("<li ") == 423  # the last holds one space
    assert page.sections[2].printed == "2、 主动公开政府信息情况"
