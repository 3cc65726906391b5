"""Lists that grow with the site are cut: replies, files found, addresses for search engines."""

from dataclasses import replace
from functools import partial
from xml.etree import ElementTree as ET

import pytest

from generator import sitemap
from generator.bilingual import Lang
from generator.links import Links
from generator.model import FileOutcome, FileRecord, Reply, ReplyStatus
from generator.page import RenderedProse
from generator.pages import area_pages
from generator.pages.area_pages import pager
from generator.pages.base import View
from generator.pages.corrections import CorrectionsPage, corrections
from generator.pages.data import coverage
from generator.render import default_text, prose
from generator.survey import Survey

NAMES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def write(lang: Lang, name: str, fillings: dict[str, str], link: object) -> RenderedProse:
    return prose(default_text(lang, name), lang, fillings, str)


def replies(count: int) -> tuple[Reply, ...]:
    reply = partial(Reply, "110112209-2023", "TB-SUM", "", ReplyStatus.EXPLAINED, source_url="")
    return tuple(
        reply(statement=str(n), date=f"20{n // 300:02}-{n // 25 % 12 + 1:02}-{n % 25 + 1:02}")
        for n in range(count)
    )


def test_replies_are_on_several_pages_newest_first(examined: Survey) -> None:
    view = View(replace(examined, replies=replies(150)), "zh")
    found = list(corrections(view, write))
    assert [page.links.path for page in found] == [
        "/corrections/",
        "/corrections/2/",
        "/corrections/3/",
    ]
    said = []
    for page in found:
        assert isinstance(page, CorrectionsPage)
        assert page.heading == "全部答复（150）"
        assert len(page.pages) == 2
        assert page.before.count("<h1>") == 1
        said += [shown.reply.statement for shown in page.corrections]
    assert said == [str(n) for n in reversed(range(150))]
    assert len({page.title for page in found}) == 3


def test_of_many_files_those_not_read_are_named_and_all_are_counted(examined: Survey) -> None:
    (record, *_) = examined.files
    unread = FileRecord("z.pdf", "pdf", 1, "0" * 64, FileOutcome.NOT_READ, reason="no_text")
    many = (*(replace(record, file=f"{n}.txt") for n in range(1_000)), unread)
    found = coverage(View(replace(examined, files=many), "zh"))
    assert [covered.file for covered in found.files] == ["z.pdf"]
    assert found.counts == ("已读取 1000 个", "未读取 1 个")
    few = coverage(View(examined, "zh"))
    assert (len(few.files), few.counts) == (5, ())


def test_a_large_sitemap_is_an_index_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 10)
    pages = [Links("zh", f"/townships/{n}/") for n in range(25)]
    files = dict(sitemap.sitemap("https://example.org/", pages))
    index = ET.fromstring(files.pop("sitemap.xml"))  # noqa: S314 - we wrote it a moment ago
    places = [place.text for place in index.iter(f"{NAMES}loc")]
    assert index.tag == f"{NAMES}sitemapindex"
    assert places == [f"https://example.org/{name}" for name in files]
    listed = [
        place.text
        for data in files.values()
        for place in ET.fromstring(data).iter(f"{NAMES}loc")  # noqa: S314
    ]
    assert listed == [f"https://example.org/townships/{n}/" for n in range(25)]


@pytest.mark.parametrize("count", [1, 12, 13, 5_000])
def test_a_pager_is_short_and_leads_on(examined: Survey, count: int) -> None:
    view = View(examined, "zh")
    for number in {1, count, count // 2 + 1}:
        found = [int(link.path) for link in pager(view, str, number, count)]
        assert found == sorted(set(found) - {number})
        assert len(found) <= area_pages.FEW
        wanted = {1, number - 1, number + 1, count} - {number}
        assert {n for n in wanted if 1 <= n <= count} <= set(found)
