"""`read`: what was read from one file, as a maintainer sees it on a terminal."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import form
from generator.corpus import Entry
from generator.corpus.opening import open_file
from generator.form import FORM, SECTIONS, term
from generator.model import Report
from generator.phrases import file_text
from generator.read_command import told
from generator.specimen import Specimen, written
from generator.unread import MASKED, MISFIT, NO_ROW, UNSURE
from tests.conftest import ROOT
from tests.corpus.content import Done, generator

SAMPLE = ROOT / "content" / "reports" / "yujiawu-2023.txt"


@pytest.fixture(scope="module")
def sample() -> list[str]:
    return generator("read", str(SAMPLE)).lines


def read(path: Path, text: str | bytes | Specimen) -> Done:
    data = written(text) if isinstance(text, Specimen) else text
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return generator("read", str(path))


def part(lines: list[str], heading: str) -> list[list[str]]:
    """The rows of one part, each split where at least two spaces stand."""
    start = lines.index(heading) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return [re.split(r"\s{2,}", line.strip()) for line in lines[start:end]]


def fact(lines: list[str], name: str) -> str:
    (line,) = (line for line in lines if line.startswith(f"{name} "))
    return line.removeprefix(name).strip()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("file", str(SAMPLE)),
        ("format", f"txt, {SAMPLE.stat().st_size} bytes"),
        ("encoding", "utf-8, 0 damaged characters"),
        (
            "title",
            "北京市通州区于家务回族乡人民政府2023年政府信息公开工作年度报告 (line 3)",
        ),
        ("body as printed", "北京市通州区于家务回族乡人民政府"),
        ("name", "于家务回族乡 (township)"),
        ("year", "2023"),
        ("published on", "-"),
        ("proactive", "edition 2021 (line 17)"),
        ("requests", "edition 2021 (line 71)"),
        ("appeals", "edition 2021 (line 361)"),
        ("coverage", "200/200 cells read, 200 hold a number"),
    ],
)
def test_what_is_said_of_a_sample(sample: list[str], name: str, value: str) -> None:
    assert fact(sample, name) == value


def test_every_cell_of_a_sample_is_there_in_the_order_of_the_form(sample: list[str]) -> None:
    heads, *rows = part(sample, "Cells")
    assert heads == ["cell", "value", "status", "line", "label"]
    assert [row[0] for row in rows] == list(form.cells_expected(2021, 2021))
    assert [row[4] for row in rows] == [term(row[0]).zh for row in rows]
    known = {row[0]: row[1:4] for row in rows}
    assert known["proactive.penalties.decisions"] == ["1251", "reported", "48"]
    assert known["requests.received.natural_person"] == ["7", "reported", "91"]
    assert known["appeals.suit_direct.corrected"] == ["1", "reported", "405"]


def test_columns_stand_below_each_other(sample: list[str]) -> None:
    start = sample.index("Cells") + 1
    at = sample[start].index("status")
    assert {line[at - 2 : at] for line in sample[start : start + 201]} == {"  "}
    assert {line[at : at + 8] for line in sample[start + 1 : start + 201]} == {"reported"}


def test_the_sections_and_numbers_of_a_sample(sample: list[str]) -> None:
    _, *sections = part(sample, "Sections")
    assert ["7", "overview", "一、总体情况"] in sections
    _, *claims = part(sample, "Numbers in the prose")
    assert ["9", "7", "requests_received", "agree", "requests.received.total"] in [
        claim[:5] for claim in claims
    ]


def test_a_file_anywhere_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "别处 elsewhere"
    folder.mkdir()
    lines = read(folder / "报告.md", Specimen()).lines
    assert fact(lines, "file") == str(folder / "报告.md")
    assert fact(lines, "coverage") == "200/200 cells read, 200 hold a number"
    assert lines[-1] == "Not understood: none"
    assert "Numbers in the prose" in lines


def test_a_blank_template_has_no_numbers_and_is_understood(tmp_path: Path) -> None:
    blank = dict.fromkeys(form.cells_expected(2021, 2021), "")
    prose = {section.key: "" for section in SECTIONS}
    template = Specimen(
        title="政府信息公开工作年度报告",
        signature="",
        date="",
        cells=blank,
        prose=prose | {"": ""},
    )
    lines = read(tmp_path / "template.txt", template).lines
    assert fact(lines, "coverage") == "200/200 cells read, 0 hold a number"
    assert (fact(lines, "year"), fact(lines, "name")) == ("-", "- (unknown)")
    _, *rows = part(lines, "Cells")
    assert {(row[1], row[2]) for row in rows} == {("-", "blank")}
    assert "Numbers in the prose: none" in lines


def test_what_was_not_understood_is_said_with_its_reason(tmp_path: Path) -> None:
    row = FORM["requests", 2021].blocks[0].rows[0]
    text = written(Specimen(cells={"proactive.licences.decisions": "若干"}))
    text = text.replace(f"\t{row.label}\n" + "\t0\n" * 7, f"\t{row.label}\n" + "\t0\n" * 5)
    text = text.partition(SECTIONS[3].heading)[0] + SECTIONS[3].heading + "\n"
    text = text.replace(SECTIONS[0].heading + "\n", "")
    lines = read(tmp_path / "a.txt", text).lines
    found = {row[0]: row[1:] for row in part(lines, "Not understood")}
    assert found["section overview"][-1] == "its heading was not found"
    assert found["appeals"] == ["15", "absent", "-", "the table was not found"]
    assert found["proactive.licences.decisions"][:2] == ["1", "unreadable"]
    assert found["proactive.licences.decisions"][3].endswith("若干")
    assert found["requests.received"][:2] == ["7", "unreadable"]
    assert found["requests.received"][3].endswith("0 0 0 0 0")
    assert fact(lines, "coverage") == "177/200 cells read, 177 hold a number"
    assert fact(lines, "appeals") == "edition 2021 (not found)"


def test_a_damaged_file_says_how_many_characters(tmp_path: Path) -> None:
    lines = read(tmp_path / "a.txt", written(Specimen()).encode() + b"\xff\xff\n").lines
    assert fact(lines, "encoding") == "utf-8, 2 damaged characters"


def test_nothing_in_a_file_can_steer_the_terminal(tmp_path: Path) -> None:
    text = written(Specimen(cells={"proactive.licences.decisions": "\x1b[2Jno\x07"}))
    done = read(tmp_path / "a.txt", text)
    assert done.code == 0
    assert "\x1b" not in done.out
    assert "U+001B[2JnoU+0007" in done.out


def _report(path: Path, masks: frozenset[int]) -> Report:
    digest = open_file(path, Entry("a.txt"), {}).record.sha256
    report = open_file(path, Entry("a.txt"), {digest: masks}).report
    assert report is not None
    return report


def test_masked_lines_and_candidates_are_said_when_there_are_any(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(written(Specimen()), encoding="utf-8")
    lines = list(told(_report(path, frozenset({2, 3}))))
    assert fact(lines, "masked lines") == "2 3"
    assert not any(line.startswith("masked") for line in told(_report(path, frozenset())))


@pytest.mark.parametrize("row", ["二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"])
@pytest.mark.parametrize("below", range(1, 8))
def test_a_row_with_a_masked_line_is_said_to_be_masked(
    tmp_path: Path, row: str, below: int
) -> None:
    path = tmp_path / "a.txt"
    text = written(Specimen(cells={"requests.granted.total": "若干"}))
    path.write_text(text, encoding="utf-8")
    masked = text.split("\n").index(f"\t{row}") + 1 + below
    lines = list(told(_report(path, frozenset({masked}))))
    reasons = "\n".join(lines[lines.index("Not understood") :])
    assert MASKED in reasons
    assert MISFIT not in reasons
    assert NO_ROW not in reasons
    assert f"{UNSURE}: 若干" in reasons


def test_a_file_that_is_not_there_is_the_operators_mistake(tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    assert generator("read", str(gone)).complaint == (
        f"{gone}: no such file. Check its name and its folder."
    )


def test_a_folder_is_the_operators_mistake(tmp_path: Path) -> None:
    assert generator("read", str(tmp_path)).complaint == (
        f"{tmp_path}: is a folder, expected a file. Name one of the files in it."
    )


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.bin", bytes(range(256)), "unsupported_format"),
        ("a", b"x", "unsupported_format"),
        ("empty.txt", b"", "empty"),
        ("letter.txt", "关于防汛工作的通知\n", "no_form"),
        ("binary.txt", bytes(range(256)) * 9, ""),
    ],
)
def test_a_file_without_a_report_says_why_in_one_line(
    tmp_path: Path, name: str, data: str | bytes, code: str
) -> None:
    done = read(tmp_path / name, data)
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert line.startswith(f"{tmp_path / name}: {file_text(code, 'en') if code else ''}")
    assert re.search(r"\. [A-Z].*\.$", line)


def test_a_name_that_is_no_text_and_a_terminal_without_chinese(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + "/乡镇.txt".encode("gb18030")
    Path(os.fsdecode(path)).write_text(written(Specimen()), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "read", path],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="ascii",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "200/200 cells read" in done.stdout


def test_the_reader_of_the_output_may_stop_early() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m generator read "$1" | head -1', sys.executable, str(SAMPLE)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"file            {SAMPLE}\n", "")


def test_the_exit_codes_are_in_the_help() -> None:
    done = generator("read", "--help")
    assert done.code == 0
    assert "1 the file holds none" in " ".join(done.out.split())


def test_nothing_heavy_is_imported() -> None:
    heavy = "{'pandas', 'plotly', 'jinja2', 'tqdm', 'pdfplumber'}"
    code = (
        "import sys; from generator.cli import main;"
        f"main(['read', {str(SAMPLE)!r}]); print({heavy} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"
