"""`--strict`: the site's own defects stop a build, what townships printed never does."""

import re
import shutil
from pathlib import Path

import pytest

from generator.defects import HEAVIEST
from generator.specimen import Specimen
from tests.conftest import ROOT
from tests.corpus.content import Content, Done, process, snapshot


class Program:
    """A copy of the program that can be damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("generator", "site_templates"):
            shutil.copytree(ROOT / part, folder / part)

    def change(self, path: str, old: str, new: str) -> None:
        place = self.folder / path
        before = place.read_text(encoding="utf-8")
        assert old in before
        place.write_text(before.replace(old, new, 1), encoding="utf-8")

    def build(self, content: Content, *options: str) -> Done:
        where = str(self.folder)
        return process(*content.building, *options, cwd=self.folder, PYTHONPATH=where)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "program")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.report("a.txt")
    return made


def test_links_and_weight_are_named_and_the_old_site_stays(
    program: Program, content: Content
) -> None:
    content.build()
    before = snapshot(content.output)
    comment = "<!--" + "x" * HEAVIEST + "-->"
    program.change(
        "site_templates/pages/compare.html", "{% endblock %}", comment + "{% endblock %}"
    )
    home = """<a href="{{ link('/gone/') }}">1</a><a href="{{ link('/rules/#gone') }}">2</a>"""
    own = """<a href="#gone">3</a><img src="../gone.png" alt="">{% endblock %}"""
    program.change("site_templates/pages/home.html", "{% endblock %}", home + own)
    done = program.build(content, "--strict")
    assert (done.code, done.out) == (1, "")
    expected = {
        f"{lang}{line}"
        for lang in ("", "en/")
        for line in (
            f"compare/index.html: N bytes without the original text, expected {HEAVIEST:,} at most",
            f"index.html: leads to {lang}gone/index.html, which is not there",
            f"index.html: leads to {lang}rules/index.html#gone, which is not there",
            f"index.html: leads to {lang}index.html#gone, which is not there",
            f"index.html: leads to {'gone.png' if lang else '../gone.png'}, which is not there",
        )
    }
    named = [re.sub(r": [\d,]+ bytes", ": N bytes", line) for line in done.err.splitlines()]
    assert len(named) == len(expected)
    assert set(named) == expected
    assert snapshot(content.output) == before
    assert program.build(content).code == 0
    unchanged = snapshot(content.output)
    assert program.build(content, "--strict").err == done.err
    assert snapshot(content.output) == unchanged


def test_a_link_on_every_page_is_named_so_often_that_it_can_be_read(
    program: Program, content: Content
) -> None:
    program.change("site_templates/layout.html", 'href="#content"', 'href="#contents"')
    named = program.build(content, "--strict").err.splitlines()
    assert len(named) == 51
    assert all(line.endswith("#contents, which is not there") for line in named[:-1])
    assert re.fullmatch(r"and \d+ more", named[-1])


def test_words_that_are_missing_are_named(program: Program, content: Content) -> None:
    program.change("generator/messages/en.toml", "findings =", "found =")
    program.change("site_templates/pages/rules.html", "{{ ", '{{ t("rules.gone") }}{{ ')
    done = program.build(content, "--strict")
    assert (done.code, done.out) == (1, "")
    en, zh, template = sorted(done.err.splitlines())
    assert re.fullmatch(r"generator/messages/en.toml: has no words for \w+\.findings", en)
    assert re.fullmatch(r"generator/messages/zh.toml: has no words for \w+\.found", zh)
    assert template == "site_templates/pages/rules.html: there are no words for rules.gone"
    assert not content.output.exists()


def test_what_townships_print_never_stops_a_build(content: Content) -> None:
    shutil.copytree(ROOT / "content", content.path, dirs_exist_ok=True)
    tags = '<a href="gone.html">政府信息</a> <p id="L1"> " > </ol></div>\n'
    long = tags + "加强对政府信息公开工作的组织领导，及时更新公开目录。\n" * 6_000
    content.report("long.txt", Specimen(year=2022, added={"overview": long}))
    content.report("odd.txt", Specimen(year=2021, cells={"requests.received.total": "<b>9</b>"}))
    first = content.build("--strict", "--workers", "2")
    assert first.code == 0, first.err
    page = content.page("reports/unresolved-long-txt-2022/index.html")
    assert len(page.encode()) > HEAVIEST
    again = content.build("--strict", "--workers", "1")
    assert "\n0 files written, " in again.out
