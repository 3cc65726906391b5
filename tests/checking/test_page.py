"""`check --format html`: one page for a clerk who was sent it by mail."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.rules import RULES
from generator.specimen import Specimen
from tests.checking.samples import BROKEN, SAMPLE, check, write
from tests.site.audit import audits
from tests.site.built import attribute, text_of
from tests.site.test_browser import COLLECT_VIOLATIONS
from tests.site.validator import html_problems

HOSTILE = "<script>alert(1)</script>\x00\x1b[0m{{ 7*7 }}"


@pytest.fixture(scope="module", params=["zh", "en"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples, a report with hostile text and a file that is none, in one language."""
    folder = tmp_path_factory.mktemp("checked")
    hostile = Specimen(
        title=f"{HOSTILE}2023年政府信息公开年报",
        prose={"problems": f"[bookmark: {HOSTILE}]{'很长的一行' * 400}"},
    )
    files: list[str | Path] = [
        SAMPLE,
        *(f"content/reports/{name}-2023.txt" for name in ("chaiguan", "heping", "jugezhuang")),
        write(folder / f"{'长' * 60}.txt", hostile),
        write(folder / "letter.txt", "各位同事：\n"),
    ]
    done = check(*files, "--format", "html", "--lang", request.param)
    assert done.code == 2
    return write(folder / f"{request.param}.html", done.out)


def tree_of(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text(encoding="utf-8"))


def test_it_is_valid(page: Path) -> None:
    assert html_problems(page) == []


def test_it_needs_and_names_nothing_from_elsewhere(page: Path) -> None:
    tree = tree_of(page)
    assert tree.css("script, link, img, iframe, object, embed, form, base, [src], [style]") == []
    assert [a for a in tree.css("[href]") if not attribute(a, "href").startswith("#")] == []
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"url\(|@import", text) == []
    assert [a for a in tree.css("*") if any(name.startswith("on") for name in a.attributes)] == []


def test_the_policy_lets_in_its_own_style_only(page: Path) -> None:
    tree = tree_of(page)
    (style,) = re.findall(r"<style>(.*?)</style>", page.read_text(encoding="utf-8"), re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (meta,) = tree.css('meta[http-equiv="Content-Security-Policy"]')
    assert attribute(meta, "content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_causes_are_told_in_words_with_basis_mend_and_the_line(page: Path) -> None:
    lang = page.stem
    card = next(c for c in tree_of(page).css("li.card") if "TB-SUM" in text_of(c))
    said = text_of(card)
    assert attribute(card, "class") == "card error"
    for rule in ("TB-BALANCE", "TB-SUM", "TB-ROW"):
        assert f"{rule} {RULES[rule].title[lang == 'en']}" in said
        assert text_of_basis(rule, lang) in said
    assert [text_of(quote) for quote in card.css("blockquote")] == ["0"]
    assert {"zh": "第 339 行", "en": "line 339"}[lang] in said
    (mend,) = card.css(".mend")
    assert re.search({"zh": r"由 0 改为 7$", "en": r"write 7 instead of 0 "}[lang], text_of(mend))


def text_of_basis(rule: str, lang: str) -> str:
    return " ".join(RULES[rule].basis[lang == "en"].split())


def test_what_was_read_passed_and_stays_open_is_told(page: Path) -> None:
    tree, lang = tree_of(page), page.stem
    (root,) = tree.css("html")
    assert attribute(root, "lang") == lang
    assert len(tree.css("h1")) == 1
    sections = tree.css("section[id]")
    assert len(sections) == 5
    sample = next(s for s in sections if SAMPLE in text_of(s))
    facts = [text_of(value) for value in sample.css("dl.facts dd")]
    assert facts[:4] == [SAMPLE, "北京市通州区于家务回族乡人民政府", "110112209", "2023"]
    told = {text_of(code) for code in sample.css("code")}
    assert told == set(RULES)
    assert "letter.txt" in text_of(tree.css("main ul")[0])
    assert {"zh": "不是这种报告", "en": "Not recognised as a report"}[lang] in text_of(
        tree.css("main ul")[0]
    )


def test_text_of_a_report_stays_text(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text) == []


def test_a_browser_shows_it_anywhere(page: Path, chromium: Browser) -> None:
    shown = chromium.new_page()
    shown.add_init_script(COLLECT_VIOLATIONS)
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    requests: list[str] = []
    shown.on("request", lambda request: requests.append(request.url))
    shown.goto(page.as_uri())
    assert shown.evaluate("window.policyViolations") == []
    assert (complaints, requests) == ([], [page.as_uri()])
    papers = set()
    for view, broken in audits(shown):
        assert broken == [], view
        papers.add(shown.evaluate("getComputedStyle(document.body).backgroundColor"))
        wide, narrow = shown.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
        assert wide <= narrow, view
    assert len(papers) == 2
    assert shown.pdf()[:5] == b"%PDF-"
    shown.close()


def test_a_report_without_findings_says_so(tmp_path: Path) -> None:
    done = check(write(tmp_path / "a.txt"), "--format", "html")
    assert done.code == 0
    assert "没有发现。" in done.out
    assert check(write(tmp_path / "a.txt", BROKEN), "--format", "html").code == 1


def test_reports_of_one_title_are_told_apart_by_their_files(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a.txt"), write(tmp_path / "b.txt", BROKEN)]
    done = check(*paths, "--format", "html")
    files = LexborHTMLParser(done.out).css("nav ol li code")
    assert [node.text() for node in files] == list(map(str, paths))
