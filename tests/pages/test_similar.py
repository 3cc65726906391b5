"""Shared passages side by side: ten pairs on a page, every passage linked to its lines."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from generator.bilingual import LANGS, Lang
from generator.pages.area_pages import AreaLinks
from generator.pages.base import View
from generator.pages.similar import SimilarPage, similar
from generator.specimen import Specimen
from tests.corpus.content import CODE, Content
from tests.similarity.texts import invented, paragraphs
from tests.site.built import page_at, text_of

HIDDEN = "档案柜钥匙由值班员老周随身保管在家。"
BODIES = "甲乙丙丁戊己"
COMMON = "".join(invented(1, 600))
PAGES = (
    "similar/unresolved/index.html",
    "similar/unresolved/2/index.html",
    "similar/11/index.html",
)


def _specimen(body: str, text: str, year: int = 2023) -> Specimen:
    prose = {"": "", "problems": "", "other": "", "overview": text}
    return Specimen(body=f"云岭县{body}", year=year, prose=prose)


def _interleaved(seed: int) -> str:
    """Thirty sentences that are in common, each behind one that is not."""
    shared, own = invented(2, 1500)[:30], invented(seed, 1500)[:30]
    return "".join(chain.from_iterable(zip(own, shared, strict=True)))


def _reports() -> Iterator[tuple[str, Specimen]]:
    """Six bodies of which each pair is alike, two with many short passages, two equal years."""
    for n, body in enumerate(BODIES):
        own = paragraphs(invented(10 + n, 300))
        yield f"{n}.txt", _specimen(f"第{body}镇", f"{own}\n{COMMON}\n{HIDDEN}")
    yield "many-1.txt", _specimen("白水乡", _interleaved(20))
    yield "many-2.txt", _specimen("红旗乡", _interleaved(21))
    for year in (2022, 2023):
        yield f"own-{year}.txt", _specimen("青石镇", paragraphs(invented(30, 900)), year)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    content = Content(tmp_path_factory.mktemp("similar"))
    secret = 0
    for file, specimen in _reports():
        path = content.report(file, specimen)
        lines = path.read_text(encoding="utf-8").splitlines()
        secret = lines.index(HIDDEN) + 1 if file == "0.txt" else secret
    content.register(
        f"own-2022.txt,{CODE},,,,,,,,,,,",
        f"own-2023.txt,{CODE},,,,,,,,,,,",
        f"0.txt,,,,,,,,,,,{secret},",
    )
    assert content.build().code == 0
    return content


@pytest.mark.parametrize("folder", ["", "en/"])
def test_many_pairs_stand_on_the_pages_of_areas_ten_on_each(content: Content, folder: str) -> None:
    whole = page_at(content.output, f"{folder}similar/index.html")
    assert not whole.elements(".pair")
    assert "17" in text_of(whole.elements("main p")[1])
    rows = [
        [text_of(cell) for cell in row.css("td")] for row in whole.elements("table.list tbody tr")
    ]
    assert rows == [["2", "1"], ["8", "16"]]
    links = [link.attributes["href"] or "" for link in whole.elements("table.list a")]
    assert [whole.target(link)[0] for link in links] == [
        f"{folder}similar/{area}/index.html" for area in ("11", "unresolved")
    ]
    pages = [page_at(content.output, f"{folder}{path}") for path in PAGES]
    assert [len(page.elements(".pair")) for page in pages] == [10, 6, 1]
    assert not (content.output / folder / "similar/unresolved/3").exists()
    headings = [text_of(page.elements("main h2")[0]) for page in pages[1:]]
    assert headings == (
        ["Different bodies", "Two years of one body"]
        if folder
        else ["不同单位之间", "同一单位前后两年"]
    )


def test_shares_are_given_as_fractions_in_both_directions_and_in_order(content: Content) -> None:
    shares: list[float] = []
    for path in PAGES:
        for pair in page_at(content.output, path).elements(".pair"):
            sides = [text_of(one) for one in pair.css(".figure")]
            found = [re.match(r"(\d+)/(\d+) 字（([\d.]+)%）", side) for side in sides]
            assert len(found) == 2
            for one in found:
                assert one
                assert 100 * int(one[1]) / int(one[2]) == pytest.approx(float(one[3]), abs=0.06)
            shares += [float(one[3]) for one in found[:1] if one]
    assert shares[:-1] == sorted(shares[:-1], reverse=True)
    assert shares[-1] == 100


@pytest.mark.parametrize("page", PAGES[:2])
def test_passages_lead_to_the_lines_that_print_them(content: Content, page: str) -> None:
    checked, shown = 0, page_at(content.output, page)
    for passage in shown.elements(".passages > li"):
        for side in passage.css(".columns-2 > div"):
            [link] = side.css("a")
            path, line = shown.target(link.attributes["href"] or "")
            original = page_at(content.output, path)
            printed = text_of(side.css(".said")[0])
            assert printed[:12] in text_of(original.elements(f"#{line}")[0])
            checked += 1
    assert checked >= 14


def test_of_many_passages_the_longest_are_shown(content: Content) -> None:
    pages = [page_at(content.output, path) for path in PAGES]
    [pair] = [
        one
        for page in pages
        for one in page.elements(".pair")
        if "白水乡" in text_of(one.css("h3")[0])
    ]
    assert len(pair.css(".passages > li")) == 20
    assert "30 段，列出最长的 20 段" in text_of(pair.css("h4")[0])


@pytest.mark.parametrize("folder", ["", "en/"])
def test_findings_lead_to_their_pair(content: Content, folder: str) -> None:
    report = f"{CODE}-2023"
    for path in (f"{folder}findings/index.html", f"{folder}reports/{report}/index.html"):
        page = page_at(content.output, path)
        links = [
            link.attributes["href"] or ""
            for link in page.elements(".card a")
            if "/similar/" in (link.attributes["href"] or "")
        ]
        assert any(link.endswith(f"#{CODE}-2022-and-{report}") for link in links)
        for link in links:
            target, anchor = page.target(link)
            shown = page_at(content.output, target)
            assert shown.elements(f'.pair[id="{anchor}"]')


def test_masked_lines_are_neither_compared_nor_shown(content: Content) -> None:
    for path in PAGES:
        for pair in page_at(content.output, path).elements(".pair"):
            masked = "第甲镇" in text_of(pair.css("h3")[0])
            assert not (masked and HIDDEN[:9] in text_of(pair))
    assert HIDDEN[:9] in content.page(PAGES[0])


@pytest.mark.parametrize("lang", LANGS)
def test_without_any_pair_the_page_says_so(views: dict[Lang, View], lang: Lang) -> None:
    [page] = similar(views[lang], views[lang].survey.nation)
    assert isinstance(page, SimilarPage)
    assert (page.groups, page.areas, page.around) == ((), None, AreaLinks())
    assert page.summary == (
        "在已读取的 5 份报告中，没有叙述文字大段相同的。"
        if lang == "zh"
        else "Among the 5 reports read, none have long stretches of prose in common."
    )
    assert len(page.how) == 5


@pytest.mark.parametrize("length", [600, 4_000])
def test_passages_are_marked_where_they_differ(tmp_path: Path, length: int) -> None:
    content = Content(tmp_path)
    text = "".join(invented(5, length)).replace("\n", "")
    half = len(text) // 2
    for number, body in enumerate(("白水乡", "红旗乡"), start=3):
        own = f"{text[:half]}，全年培训{number}次，{text[half:]}"
        content.report(f"{number}.txt", _specimen(body, own))
    assert content.build().code == 0
    sides = page_at(content.output, "similar/index.html").elements(".passages .said")
    shown = [text_of(side) for side in sides]
    assert len(shown) == 2
    assert [text.replace("培训4次", "培训3次") for text in shown] == [shown[0]] * 2
    assert len(shown[0]) > length
    marks = [text_of(mark) for side in sides for mark in side.css("mark")]
    assert len(marks) == 2
    assert ["3" in marks[0], "4" in marks[1]] == [True, True]
    assert len(marks[0]) < 10
