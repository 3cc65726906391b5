"""`reports.csv`: what it says wins, and what cannot be used is said with its line."""

from pathlib import Path

import pytest

from generator.corpus.problems import Problem
from generator.corpus.register import COLUMNS, Entry, read_register
from generator.errors import ContentError
from generator.model import BodyKind

HEADER = ",".join(COLUMNS)


def registered(tmp_path: Path, text: str | bytes) -> tuple[dict[str, Entry], list[Problem]]:
    """A register file read, with what was said of it."""
    path = tmp_path / "reports.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    problems: list[Problem] = []
    return read_register(path, problems), problems


def one(tmp_path: Path, **fields: str) -> tuple[Entry, list[str]]:
    """A register of one line."""
    line = ",".join(fields.get(column, "") for column in COLUMNS)
    entries, problems = registered(tmp_path, f"{HEADER}\n{line}\n")
    return entries[fields["file"]], [str(problem) for problem in problems]


def test_the_columns_are_those_of_the_contract() -> None:
    assert HEADER == (
        "file,division_code,name,kind,county,city,province,year,source_url,published_on,prefer,"
        "mask_lines,note"
    )


def test_a_full_line_is_read(tmp_path: Path) -> None:
    entry, problems = one(
        tmp_path,
        file="a/b.txt",
        division_code="110118105",
        name="巨各庄镇",
        kind="subdistrict",
        county="密云区",
        city="",
        province="北京市",
        year="2023",
        source_url="https://example.org/a?b=1",
        published_on="2024-01-23",
        prefer="yes",
        mask_lines="12 40-42 7-7",
        note="说明",
    )
    assert problems == []
    assert entry == Entry(
        "a/b.txt",
        "110118105",
        "巨各庄镇",
        BodyKind.SUBDISTRICT,
        "密云区",
        "",
        "北京市",
        2023,
        "https://example.org/a?b=1",
        "2024-01-23",
        True,
        frozenset({7, 12, 40, 41, 42}),
        "说明",
    )


def test_only_the_file_is_needed(tmp_path: Path) -> None:
    entries, problems = registered(tmp_path, "file\na.txt\nb.txt\n")
    assert entries == {"a.txt": Entry("a.txt"), "b.txt": Entry("b.txt")}
    assert problems == []


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("division_code", "11011", "9 digits"),
        ("division_code", "1101181050", "9 digits"),
        ("division_code", "1.10118E+08", "9 digits"),
        ("division_code", "011018105", "9 digits"),
        ("division_code", "１１０１１８１０５", "9 digits"),
        ("year", "23", "a year such as 2023"),
        ("year", "2023年", "a year such as 2023"),
        ("year", "1999", "a year such as 2023"),
        ("year", "２０２３", "a year such as 2023"),
        ("kind", "镇", "one of township, subdistrict, county, city, province, department, unknown"),
        ("published_on", "23.1.2024", "a date such as 2024-01-23"),
        ("published_on", "2024-02-30", "a date such as 2024-01-23"),
        ("source_url", "example.org", "an address with https://"),
        ("source_url", "javascript:alert(1)", "an address with https://"),
        ("source_url", "https://a b", "an address with https://"),
        ("source_url", "https://a<b>", "an address with https://"),
        ("prefer", "no", "yes or nothing"),
    ],
)
def test_a_malformed_field_is_said_and_left_out(
    tmp_path: Path, column: str, value: str, expected: str
) -> None:
    entry, problems = one(tmp_path, **{"file": "a.txt", column: value})
    assert entry == Entry("a.txt")
    assert problems == [
        f'reports.csv:2: {column} is "{value}", expected {expected}. Correct it or leave it empty.'
    ]


@pytest.mark.parametrize("value", ["12;40", "40-", "-5", "42-40", "0", "二", "3 x 5-6", "1–3"])
def test_lines_to_mask_that_are_not_understood_are_not_taken_for_none(
    tmp_path: Path, value: str
) -> None:
    entry, problems = one(tmp_path, file="a.txt", mask_lines=value)
    assert entry == Entry("a.txt", mask_lines=None)
    (problem,) = problems
    assert problem == (
        f'reports.csv:2: mask_lines is "{value}", expected line numbers such as 12 40-42. '
        "Correct it or leave it empty."
    )


def test_the_rest_of_a_line_with_a_malformed_field_counts(tmp_path: Path) -> None:
    entry, problems = one(
        tmp_path, file="a.txt", division_code="1", name="甲镇", mask_lines="3 x 5-6"
    )
    assert (entry.division_code, entry.name, entry.mask_lines) == ("", "甲镇", None)
    assert len(problems) == 2


def test_lines_are_counted_as_an_editor_does(tmp_path: Path) -> None:
    text = 'file,note,year\n\na.txt,"one\ntwo",2023\n\nb.txt,,x\n'
    entries, problems = registered(tmp_path, text)
    assert entries["a.txt"].note == "one\ntwo"
    assert [problem.where for problem in problems] == ["reports.csv:6"]


def test_the_first_of_several_lines_for_a_file_counts(tmp_path: Path) -> None:
    entries, problems = registered(tmp_path, "file,name\na.txt,甲\na.txt,乙\n")
    assert entries["a.txt"].name == "甲"
    assert [str(problem) for problem in problems] == [
        "reports.csv:3: a.txt has a line above already. Keep one line for a file."
    ]


@pytest.mark.parametrize(
    ("first", "second", "hidden"),
    [("", "3", None), ("3", "5", None), ("3", "", frozenset({3})), ("", "", frozenset())],
)
def test_a_mask_on_a_second_line_for_a_file_is_not_forgotten(
    tmp_path: Path, first: str, second: str, hidden: frozenset[int] | None
) -> None:
    entries, _ = registered(tmp_path, f"file,mask_lines\na.txt,{first}\na.txt,{second}\n")
    assert entries["a.txt"].mask_lines == hidden


def test_a_line_without_a_file_is_said_unless_it_is_empty(tmp_path: Path) -> None:
    entries, problems = registered(tmp_path, "file,name\n,甲\n,\n  ,  \n")
    assert entries == {}
    assert [problem.where for problem in problems] == ["reports.csv:2"]


def test_an_unknown_column_is_said(tmp_path: Path) -> None:
    entries, problems = registered(tmp_path, "file,代码\na.txt,1\n")
    assert entries == {"a.txt": Entry("a.txt")}
    assert [str(problem) for problem in problems] == [
        "reports.csv:1: column '代码' is not known and not used. Remove or rename it."
    ]


def test_more_fields_than_columns_are_said(tmp_path: Path) -> None:
    entries, problems = registered(tmp_path, "file,note\na.txt,x,y\n")
    assert entries["a.txt"].note == "x"
    assert [problem.where for problem in problems] == ["reports.csv:2"]


@pytest.mark.parametrize("text", ["", "\n", "name,year\n甲,2023\n", "﻿\n", "PK\x03\x04"])
def test_without_the_column_file_nothing_is_built(tmp_path: Path, text: str) -> None:
    with pytest.raises(
        ContentError, match=r"reports\.csv:1: the header is «.*», expected at least"
    ):
        registered(tmp_path, text)


def test_a_quote_that_never_ends_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"reports\.csv:\d: not readable as CSV"):
        registered(tmp_path, 'file,note\na.txt,"never ends\n')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_excel_saves_is_read(tmp_path: Path, encoding: str, mark: str) -> None:
    text = f"{mark}file , name\r\n 报告\\甲 镇.txt ,甲镇\r\n"
    entries, problems = registered(tmp_path, text.encode(encoding))
    assert entries == {"报告/甲 镇.txt": Entry("报告/甲 镇.txt", name="甲镇")}
    assert problems == []


def test_a_range_without_end_is_bounded(tmp_path: Path) -> None:
    entry, _ = one(tmp_path, file="a.txt", mask_lines="1-99999999999")
    assert entry.mask_lines == frozenset(range(1, 100_002))
