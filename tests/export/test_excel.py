"""The flavour for Excel: nothing is turned into another number, a date or a formula."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export import FILES
from generator.export.excel import protected
from generator.export.flavours import joined, quoted
from tests.export.samples import Written, as_shown, lists_of, rows_of

DANGEROUS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
HARMLESS = re.compile(r'="[^"=@]*"')


@pytest.mark.parametrize("name", FILES)
def test_read_back_it_has_the_same_values(name: str, folder: dict[str, Written]) -> None:
    shown = [
        [as_shown(value) for value in row] for row in lists_of(folder[f"excel/{name}.csv"].data)[1:]
    ]
    assert shown == [list(row.values()) for row in rows_of(folder[f"{name}.csv"].data)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("110118105202", '="110118105202"'),
        ("007", '="007"'),
        ("110118105-2023", '="110118105-2023"'),
        ("3-5", '="3-5"'),
        ("3/20", '="3/20"'),
        ("1月2日", '="1月2日"'),
        ("1E5", '="1E5"'),
        ("-8", '="-8"'),
        ("-", '="-"'),
        ("2022 2023", '="2022 2023"'),
        ("=cmd()", "'=cmd()"),
        ('="1"', '\'="1"'),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("2023年度报告", "2023年度报告"),
        ("unresolved-heping", "unresolved-heping"),
        ("2024-01-23", "2024-01-23"),
        ("", ""),
    ],
)
def test_text(value: str, written: str) -> None:
    assert protected(value) == written


@given(st.text(alphabet=st.sampled_from("=+-@＝ '\"\t\r\n,;1a年|!()")) | st.text())
def test_no_text_is_ever_run(value: str) -> None:
    written = protected(value)
    assert not DANGEROUS.match(written) or HARMLESS.fullmatch(written)
    if not value.startswith("'"):
        assert as_shown(written) == value


def _tables(width: int) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(st.text(), min_size=width, max_size=width))


@given(st.integers(2, 5).flatmap(_tables), st.sampled_from(["\n", "\r\n"]))
def test_rows_are_written_as_the_csv_module_writes_them(table: list[list[str]], end: str) -> None:
    columns = [list(map(quoted, values)) for values in zip(*table, strict=True)]
    buffer = StringIO(newline="")
    plain = [[re.sub("\r\n?", "\n", value) for value in row] for row in table]
    csv.writer(buffer, lineterminator=end).writerows(plain)
    assert joined(columns, end) == buffer.getvalue().encode("utf-8")
