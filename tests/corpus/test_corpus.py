"""The content folder: which files are found, what they are read as, what the register changes."""

from pathlib import Path

import pytest

from generator.corpus import Corpus, open_corpus
from generator.corpus.replies import STATUSES
from generator.errors import ContentError
from generator.model import BodyKind, FileOutcome, Resolution
from generator.specimen import Specimen, written
from tests.corpus.content import CODE, Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def opened(content: Content) -> Corpus:
    return open_corpus(content.path)


def outcome(content: Content, file: str) -> tuple[str, str]:
    record = opened(content).read(file).record
    return record.outcome.value, record.reason


def test_files_are_found_in_every_folder_in_path_order(content: Content) -> None:
    for name in ("b.txt", "a/z.md", "乡 镇/报告.txt", "a.txt", "A.txt"):
        content.report(name)
    assert opened(content).files == ("A.txt", "a.txt", "a/z.md", "b.txt", "乡 镇/报告.txt")


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", written(Specimen()), ("read", "")),
        ("a.TXT", written(Specimen()), ("read", "")),
        ("a.md", written(Specimen()), ("read", "")),
        ("a.txt", b"", ("not_read", "empty")),
        ("a.txt", b"\xef\xbb\xbf\n \n", ("not_read", "empty")),
        ("a.txt", "关于防汛的通知", ("not_read", "no_form")),
        ("a.xlsx", b"PK", ("not_read", "unsupported_format")),
        ("a", b"x", ("not_read", "unsupported_format")),
        (
            "a.txt",
            Specimen(cells={"requests.received.total": "若干"}),
            ("partly_read", "cells_unread 1/200"),
        ),
        ("a.txt", Specimen(cells={"requests.received.total": ""}), ("read", "")),
    ],
)
def test_every_file_has_an_outcome(
    content: Content, name: str, data: str | bytes | Specimen, found: tuple[str, str]
) -> None:
    content.report(name, data)
    assert outcome(content, name) == found


def test_a_report_without_tables_is_partly_read(content: Content) -> None:
    content.report("a.txt", "青石镇2023年政府信息公开工作年度报告\n一、总体情况\n一切顺利。\n")
    assert outcome(content, "a.txt") == ("partly_read", "cells_unread 200/200")
    report = opened(content).read("a.txt").report
    assert report is not None
    assert (report.year, report.reported) == (2023, 0)


def test_a_file_too_large_is_not_opened(content: Content) -> None:
    path = content.report("a.txt", b"")
    with path.open("r+b") as file:
        file.truncate(20_000_001)
    record = opened(content).read("a.txt").record
    assert (record.outcome, record.reason) == (FileOutcome.NOT_READ, "too_large")
    assert (record.size, record.sha256) == (20_000_001, "")


def test_damaged_characters_are_counted_in_the_record(content: Content) -> None:
    content.report("a.txt", written(Specimen()).encode() + b"\xff\xff\n")
    record = opened(content).read("a.txt").record
    assert (record.outcome, record.replacement_characters) == (FileOutcome.READ, 2)


def test_the_register_wins_over_what_was_read(content: Content) -> None:
    content.report("a.txt", Specimen(body="云岭县青石镇", year=2023))
    content.register(
        f"a.txt,{CODE},青石街道,subdistrict,云岭县,某市,某省,2022,https://e.org/x,2023-01-20,,,注"
    )
    report = opened(content).read("a.txt").report
    assert report is not None
    body, source = report.body, report.source
    assert (body.printed, body.name, body.kind) == (
        "云岭县青石镇",
        "青石街道",
        BodyKind.SUBDISTRICT,
    )
    assert (body.county, body.city, body.province) == ("云岭县", "某市", "某省")
    assert (body.division_code, body.resolution) == (CODE, Resolution.REGISTER)
    assert report.year == 2022
    assert (source.url, source.published_on, source.note) == ("https://e.org/x", "2023-01-20", "注")


def test_an_empty_register_field_leaves_what_was_read(content: Content) -> None:
    content.report("a.txt", Specimen(body="云岭县青石镇", year=2023))
    content.register("a.txt" + "," * 12)
    report = opened(content).read("a.txt").report
    assert report is not None
    assert (report.body.name, report.body.kind, report.year) == (
        "青石镇",
        BodyKind.TOWNSHIP,
        2023,
    )
    assert (report.body.division_code, report.body.resolution) == ("", Resolution.UNKNOWN)


def test_a_register_line_for_a_missing_file_is_said(content: Content) -> None:
    content.report("a.txt")
    content.register("a.txt,,,,,,,,,,,,", "b.txt,,,,,,,,,,,,")
    assert [str(problem) for problem in opened(content).problems] == [
        "reports.csv: b.txt: no such file below reports/. Correct or remove it."
    ]


def test_masked_lines_are_hidden_before_anything_is_read(content: Content) -> None:
    text = written(Specimen(prose={"problems": "联系人张三。\n主动公开政府信息5条。"}))
    lines = text.split("\n")
    person = lines.index("联系人张三。") + 1
    cell = lines.index("\t行政许可") + 2
    content.report("a.txt", text)
    content.register(f"a.txt,,,,,,,,,,,{person}-{person + 1} {cell},")
    one = opened(content).read("a.txt")
    assert one.document is not None
    assert one.report is not None
    assert len(one.document.lines) == len(lines) - 1
    hidden = {n for n, line in enumerate(one.document.lines, start=1) if "■" in line}
    assert hidden == {person, person + 1, cell} == one.document.masked == one.report.masked_lines
    assert [claim.value for claim in one.report.claims if claim.key == "disclosures"] == [30]
    assert one.report.cells["proactive.licences.decisions"].value is None
    assert one.report.value("proactive.penalties.decisions") == 0


@pytest.mark.parametrize("status", STATUSES)
def test_replies_are_read(content: Content, status: str) -> None:
    content.report("a.txt")
    text = f"report,rule,status,statement\nx-2023,TB-SUM,{status},已更正\n,,,\n"
    (content.path / "corrections.csv").write_text(text, encoding="utf-8")
    corpus = opened(content)
    assert corpus.problems == ()
    (reply,) = corpus.replies
    assert (reply.report, reply.rule, reply.cell) == ("x-2023", "TB-SUM", "")
    assert (reply.status, reply.statement, reply.date) == (status, "已更正", "")


def test_a_reply_with_an_unknown_status_is_said(content: Content) -> None:
    content.report("a.txt")
    (content.path / "corrections.csv").write_text("report,rule,status\nx,y,ok\n", encoding="utf-8")
    corpus = opened(content)
    assert corpus.replies == ()
    (problem,) = corpus.problems
    assert (problem.where, problem.what.split(",")[0]) == ("corrections.csv:2", 'status is "ok"')


def test_a_page_of_the_maintainer_replaces_the_default(content: Content) -> None:
    content.report("a.txt")
    page = content.path / "pages" / "en" / "about.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Ours\n", encoding="utf-8")
    assert opened(content).texts == {"en/about": "# Ours\n"}
    page.write_bytes("\ufeff# 关于\n".encode("gb18030"))
    assert opened(content).texts == {"en/about": "# 关于\n"}


def test_a_folder_without_reports_cannot_be_built(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="reports: no such folder"):
        open_corpus(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / ".keep").write_bytes(b"")
    with pytest.raises(ContentError, match="reports: no report files in it"):
        open_corpus(tmp_path)
