"""What a build says when it is done: files by format, cells and why not, messages cut when many."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.form import FORM
from generator.model import FileOutcome, FileRecord
from generator.specimen import Specimen, written
from generator.summary import Summary, said_of
from generator.survey import Survey
from generator.unread import MISFIT, NO_TABLE, UNSURE
from generator.writer import Counts
from tests.corpus.content import Content
from tests.site.built import rows_of
from tests.test_messages import FILE_REASONS

LICENCES = "proactive.licences.decisions"


def lines(files: Iterable[FileRecord]) -> list[str]:
    return list(Summary(Survey((), tuple(files)), (), Counts()).lines())


def record(number: int, reason: str, file_format: str = "txt") -> FileRecord:
    outcome = FileOutcome.NOT_READ if reason else FileOutcome.READ
    return FileRecord(f"{number:03}.{file_format}", file_format, 1, "", outcome, reason=reason)


def test_files_are_counted_by_format_with_what_became_of_them(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    content.report("b.txt")
    content.report("c.TXT", Specimen(cells={LICENCES: "若干"}))
    content.report("d.md", b"")
    content.report("e.xlsx", b"PK")
    content.report("README", b"x")
    assert content.build().lines[:5] == [
        "6 files found, 2 read",
        "  (none)  1 not read",
        "  md      1 not read",
        "  txt     1 read, 1 partly read, 1 duplicate",
        "  xlsx    1 not read",
    ]


def test_cells_without_a_number_are_counted_with_the_reasons(tmp_path: Path) -> None:
    row = FORM["requests", 2021].blocks[0].rows[0]
    text = written(Specimen(cells={LICENCES: "若干", "proactive.charges.amount": ""}))
    text = text.replace(f"\t{row.label}\n" + "\t0\n" * 7, f"\t{row.label}\n" + "\t0\n" * 5)
    content = Content(tmp_path)
    content.report("a.txt", text)
    content.report("b.txt", "青石镇2023年政府信息公开工作年度报告\n一、总体情况\n一切顺利。\n")
    assert content.build().lines[2:6] == [
        "191 of 400 cells hold a number",
        "    1 blank",
        f"    8 unreadable: {MISFIT} (7), {UNSURE} (1)",
        f"  200 absent: {NO_TABLE} (200)",
    ]


def test_a_build_without_trouble_is_calm(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    content.settings('base_url = "https://example.org/"\n')
    *lines, written_files = content.build().lines
    assert lines == [
        "1 file found, 1 read",
        "  txt  1 read",
        "200 of 200 cells hold a number",
        "findings: error 0, warning 0, notice 0",
    ]
    assert written_files.endswith(" files written, 0 unchanged, 0 removed")


def test_of_many_files_with_one_reason_the_first_are_named() -> None:
    said = lines([*(record(n, "empty") for n in range(25)), record(30, "no_form")])
    named = [
        line for line in said if line.startswith("reports/") and ": The file is empty." in line
    ]
    assert named == [said_of(f"reports/{n:03}.txt", "empty") for n in range(20)]
    after = said[said.index(named[-1]) + 1 :]
    assert after[0] == "and 5 more like these, see data/files.csv"
    assert after[1:] == [said_of("reports/030.txt", "no_form")]


def test_twenty_are_all_named() -> None:
    said = lines(record(n, "cells_unread 3/200") for n in range(20))
    assert len([line for line in said if line.startswith("reports/")]) == 20
    assert not any("more like these" in line for line in said)


def test_formats_and_counts_stand_below_each_other() -> None:
    files = [record(n, "", "txt") for n in range(3)] + [record(9, "empty", "docx")]
    assert lines(files)[1:3] == ["  docx  1 not read", "  txt   3 read"]


@pytest.mark.parametrize("code", FILE_REASONS)
def test_every_message_says_what_was_found_and_what_to_do(code: str) -> None:
    said = said_of("reports/a.txt", f"{code} 3/200")
    assert said.startswith("reports/a.txt: ")
    assert said.endswith(".")
    assert "{" not in said


def test_more_than_twenty_in_a_real_build(tmp_path: Path) -> None:
    content = Content(tmp_path)
    for n in range(23):
        content.report(f"{n:02}.txt", b"")
    done = content.build().lines
    assert done[-1] == "and 3 more like these, see data/files.csv"
    assert len(rows_of(content.output, "files")) == 23
