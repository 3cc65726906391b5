"""What goes wrong in a content folder, through the command line: where, what, what to do."""

import re
import shutil
from pathlib import Path

import pytest

from generator.specimen import Specimen, written
from tests.corpus.content import CODE, HEADER, Content, generator, snapshot
from tests.site.built import rows_of

AMEND = "Correct it or leave it empty."
MESSAGE = re.compile(r"[^:]+(?::\d+)?: .+[^.]\. \S.*\.")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder of one good report, built once."""
    content = Content(tmp_path)
    content.report("good.txt")
    return content


def _stopped(content: Content, *options: str) -> str:
    """The complaint of a build that stops; the site built before is as it was."""
    before = snapshot(content.output)
    complaint = content.build(*options).complaint
    assert MESSAGE.fullmatch(complaint), complaint
    assert "Traceback" not in complaint
    assert snapshot(content.output) == before
    assert [path.name for path in content.output.parent.glob(".site.staged*")] == []
    return complaint


def _break_folder(content: Content) -> None:
    (content.path / "reports" / "good.txt").unlink()
    (content.path / "reports").rmdir()


def _empty_folder(content: Content) -> None:
    (content.path / "reports" / "good.txt").rename(content.path / "reports" / ".good.txt")


@pytest.mark.parametrize(
    ("name", "data", "where", "what"),
    [
        ("reports.csv", b"", "reports.csv:1", "the header is «nothing», expected at least file"),
        ("reports.csv", b"year,name\n2023,x\n", "reports.csv:1", "expected at least file"),
        ("reports.csv", b'file,note\ngood.txt,"x\n', "reports.csv:2", "not readable as CSV"),
        ("corrections.csv", b"report\nx\n", "corrections.csv:1", "expected at least rule, status"),
        ("site.toml", b"title = [", "site.toml", "not readable as TOML"),
        ("site.toml", b"\xff\xfe\x00", "site.toml", "not readable as TOML"),
        ("site.toml", b'base_url = "here"', "site.toml", 'base_url is "here", expected an address'),
        (
            "site.toml",
            b'base_url = "https://example.org/?x=1"',
            "site.toml",
            'base_url is "https://example.org/?x=1", expected an address with https:// and without',
        ),
        ("site.toml", b"[thresholds]\nrate = 0", "site.toml", "expected whole numbers from 1"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_build(
    content: Content, name: str, data: bytes, where: str, what: str
) -> None:
    assert content.build().code == 0
    (content.path / name).write_bytes(data)
    complaint = _stopped(content)
    assert complaint.startswith(f"{where}: ")
    assert what in complaint


def test_a_missing_content_folder_stops_the_build(content: Content) -> None:
    assert content.build().code == 0
    before = snapshot(content.output)
    gone = str(content.path.parent / "gone")
    done = generator("build", "--content", gone, "--output", str(content.output))
    assert done.complaint == (
        f"{gone}/reports: no such folder. Make it and put report files into it."
    )
    assert snapshot(content.output) == before


def test_a_missing_reports_folder_stops_the_build(content: Content) -> None:
    assert content.build().code == 0
    _break_folder(content)
    assert "no such folder" in _stopped(content)


def test_an_empty_reports_folder_stops_the_build(content: Content) -> None:
    assert content.build().code == 0
    _empty_folder(content)
    assert "no report files in it" in _stopped(content)


@pytest.mark.parametrize(
    "address",
    [
        *("example.org", "ftp://example.org/", "https://a b", "//x"),
        *("https://a/?x=1", "https://a?", "https://a/#top", "https://a#"),
    ],
)
def test_an_unusable_address_stops_the_build(content: Content, address: str) -> None:
    assert content.build().code == 0
    complaint = _stopped(content, "--base-url", address)
    assert complaint.startswith(f'--base-url: base_url is "{address}"')


def test_an_output_folder_with_files_of_others_is_refused(content: Content) -> None:
    content.output.mkdir()
    (content.output / "thesis.docx").write_bytes(b"ten years of work")
    assert "holds files that this program did not write" in _stopped(content)


@pytest.mark.parametrize("place", ["content", "content/site", "content/reports/site", "."])
def test_an_output_folder_inside_or_around_the_content_is_refused(
    content: Content, place: str
) -> None:
    before = snapshot(content.path)
    output = content.path.parent / place
    done = generator("build", "--content", str(content.path), "--output", str(output))
    assert done.complaint == (
        f"{output}: lies inside or around {content.path}. Choose a folder of its own."
    )
    assert snapshot(content.path) == before


@pytest.mark.parametrize("place", ["reports", "data", "en/reports"])
def test_a_file_where_the_site_has_a_folder_is_refused(content: Content, place: str) -> None:
    assert content.build().code == 0
    shutil.rmtree(content.output / place)
    (content.output / place).write_bytes(b"mine")
    assert _stopped(content) == (
        f"{content.output / place}: is no folder, but the site has one of that name. "
        "Move it away or remove it."
    )
    (content.output / place).unlink()
    (content.output / place).symlink_to("nowhere")
    assert "is no folder" in _stopped(content)


@pytest.mark.parametrize("place", ["index.html", "data/cells.csv", "reports/x/index.html"])
def test_a_folder_where_the_site_has_a_file_is_refused(content: Content, place: str) -> None:
    assert content.build().code == 0
    (report,) = (content.output / "reports").iterdir()
    path = content.output / place.replace("/x/", f"/{report.name}/")
    path.unlink()
    (path / "deeper").mkdir(parents=True)
    assert _stopped(content) == (
        f"{path}: is a folder where the site has a file. Move it away or remove it."
    )


@pytest.mark.parametrize("place", ["file", "file/site"])
def test_an_output_folder_that_is_a_file_is_refused(content: Content, place: str) -> None:
    (content.path.parent / "file").write_bytes(b"mine")
    content.output = content.path.parent / place
    complaint = content.build().complaint
    assert complaint.startswith(str(content.path.parent / "file"))
    assert MESSAGE.fullmatch(complaint)
    assert (content.path.parent / "file").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("empty.txt", b"", "The file is empty. Put the report's text into it or remove it."),
        (
            "letter.txt",
            "关于防汛工作的通知\n",
            (
                "Not recognised as a report: "
                "no heading and no table of the national form was found. "
                "Check that it is an annual report on open government information."
            ),
        ),
        (
            "book.xlsx",
            b"PK\x03\x04",
            (
                "This format is not read. "
                "Save it as .txt, .md, .html, .docx, .doc, .wps, .rtf or .pdf."
            ),
        ),
        (
            "bare.txt",
            "柴关乡2022年政府信息公开工作年度报告\n一、总体情况\n一切顺利。\n",
            (
                "200/200 cells could not be read or were not found. "
                "The report's page and the command read say which."
            ),
        ),
        (
            "twin.txt",
            written(Specimen()),
            "Same content as good.txt, read once. Remove one of the two.",
        ),
    ],
)
def test_a_bad_file_is_said_and_the_rest_is_built(
    content: Content, name: str, data: str | bytes, line: str
) -> None:
    content.report(name, data)
    assert content.build().lines[-1] == f"reports/{name}: {line}"
    files = {row["file"]: row for row in rows_of(content.output, "files")}
    assert set(files) == {"good.txt", name}
    assert files["good.txt"]["reports"] == "unresolved-good-txt-2023"
    assert "good.txt" in content.page("data/index.html")
    assert name in content.page("en/data/index.html")
    assert (content.output / "reports/unresolved-good-txt-2023/index.html").is_file()


def test_a_folder_of_nothing_but_bad_files_is_built(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt", b"")
    content.report("b.pdf", b"%PDF")
    lines = content.build().lines
    assert lines[0] == "2 files found, 0 read"
    assert "0 of 0 cells hold a number" in lines
    assert [line.split(":")[0] for line in lines[-2:]] == ["reports/a.txt", "reports/b.pdf"]
    assert {row["outcome"] for row in rows_of(content.output, "files")} == {"not_read"}
    assert rows_of(content.output, "reports") == []
    for path in ("index.html", "en/compare/index.html", "metrics/disclosure_rate/index.html"):
        assert "</html>" in content.page(path)


def test_a_report_without_tables_is_shown_with_its_text(content: Content) -> None:
    content.report("b.txt", "柴关乡2022年政府信息公开工作年度报告\n一、总体情况\n一切顺利。\n")
    assert content.build().lines[0] == "2 files found, 2 read"
    (report,) = (r["report"] for r in rows_of(content.output, "reports") if r["year"] == "2022")
    page = content.page(f"reports/{report}/index.html")
    assert "一切顺利。" in page
    rows = [r for r in rows_of(content.output, "cells") if r["report"] == report]
    assert {(row["status"], row["value"], row["line"]) for row in rows} == {("absent", "", "")}
    measures = [r for r in rows_of(content.output, "metrics") if r["report"] == report]
    assert {row["status"] for row in measures} == {"not_assessable"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "gone.txt" + "," * 12,
            "reports.csv: gone.txt: no such file below reports/. Correct or remove it.",
        ),
        (
            "good.txt,11011" + "," * 11,
            f'reports.csv:2: division_code is "11011", expected 9 digits. {AMEND}',
        ),
        (
            "good.txt,,,,,,,20233,,,,,",
            f'reports.csv:2: year is "20233", expected a year such as 2023. {AMEND}',
        ),
    ],
)
def test_a_bad_register_line_is_said_and_the_rest_is_built(
    content: Content, line: str, said: str
) -> None:
    content.register(line)
    assert content.build().lines[-1] == said
    assert [row["report"] for row in rows_of(content.output, "reports")] == [
        "unresolved-good-txt-2023"
    ]


NO_TEXT = "no page of the site has a text of that name, so it is not used"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("zh/abuot.md", f"zh/abuot.md: {NO_TEXT}. Rename it to about.md, or remove it."),
        ("en/Glossary.MD", f"en/Glossary.MD: {NO_TEXT}. Rename it to glossary.md, or remove it."),
        ("zh/about.md.txt", f"zh/about.md.txt: {NO_TEXT}. Rename it to about.md, or remove it."),
        (
            "zh/x\n.md",
            (
                f"zh/x\\x0a.md: {NO_TEXT}. Rename it to about.md or accessibility.md or "
                "corrections.md or glossary.md or methodology.md, or remove it."
            ),
        ),
        (
            "en/about.md/index.md",
            "en/about.md: is no file. Put the file itself in its place, or remove it.",
        ),
        (
            "about.md",
            (
                "about.md: lies in the folder of no language, so it is not used. "
                "Put it into pages/zh/ or pages/en/, or remove it."
            ),
        ),
        (
            "cn/about.md",
            (
                "cn: no language of the site is called that, so nothing in it is used. "
                "Rename it to zh or en, or remove it."
            ),
        ),
    ],
)
def test_a_text_that_nobody_reads_is_said_and_the_rest_is_built(
    content: Content, place: str, said: str
) -> None:
    for path in (place, "zh/.hidden", "zh/~$about.md", "Thumbs.db"):
        (content.path / "pages" / path).parent.mkdir(parents=True, exist_ok=True)
        (content.path / "pages" / path).write_text("# x\n", encoding="utf-8")
    expected = [f"pages/{said}"]
    assert [line for line in content.build().lines if line.startswith("pages/")] == expected
    assert [line for line in content.build().lines if line.startswith("pages/")] == expected


@pytest.mark.parametrize("name", ["reports.csv", "corrections.csv", "site.toml"])
def test_a_link_to_nothing_is_not_taken_for_no_file(content: Content, name: str) -> None:
    content.build()
    before = snapshot(content.output)
    (content.path / name).symlink_to("elsewhere")
    done = content.build()
    assert (done.code, done.err) == (2, f"{name}: is a link to nothing. Mend or remove it.\n")
    (content.path / name).unlink()
    (content.path / name).mkdir()
    done = content.build()
    assert done.code == 2
    assert done.err == f"{name}: is no file. Put the file itself in its place.\n"
    assert snapshot(content.output) == before


def test_a_register_from_excel_is_read(content: Content) -> None:
    text = f"{HEADER}\r\ngood.txt,{CODE},巨各庄镇,township,密云区,,北京市,,,,,,\r\n"
    (content.path / "reports.csv").write_bytes(("\ufeff" + text).encode("gb18030"))
    assert content.build().lines[-1].startswith("site.toml: no base_url")
    (report,) = rows_of(content.output, "reports")
    assert (report["division_code"], report["township_name"]) == (CODE, "巨各庄镇")
    assert (report["county"], report["resolution"]) == ("密云区", "register")


def test_file_names_in_chinese_and_with_spaces(tmp_path: Path) -> None:
    content = Content(tmp_path / "我的 内容 & 更多")
    content.report("北京 市/于家务 (终稿) 100%#1?.txt")
    assert content.build().lines[0] == "1 file found, 1 read"
    (report,) = rows_of(content.output, "reports")
    assert report["source_file"] == "北京 市/于家务 (终稿) 100%#1?.txt"
    assert report["report"] == "unresolved-北京-市-于家务-终稿-100-1-txt-2023"
    assert (content.output / "reports" / report["report"] / "index.html").is_file()
