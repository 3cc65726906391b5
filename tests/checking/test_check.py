"""`check` on a terminal and in a CI job: lines, exit codes, what is read beside what."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.rules import RULES
from generator.specimen import Specimen, written
from tests.checking.samples import BROKEN, PLACE, SAMPLE, check, parsed, write
from tests.conftest import ROOT
from tests.corpus.content import CODE, Content, generator
from tests.readers.files import paragraph, word

LINE = re.compile(
    r"(?P<path>[^:]+):(?P<line>[1-9]\d*): (?P<rule>[A-Z0-9-]+) (?P<severity>error|warning|notice): "
    r"(?P<message>\S.*)"
)
MEND = "最小改动，一处即全部成立：三（七）总计 · 自然人 0 → 7"
REPORTS = {
    "clean": Specimen(),
    "notice": RULES["STR-LABEL"].breaks,
    "warning": RULES["STR-CELLS"].breaks,
    "error": BROKEN,
}


def rules_in(text: str) -> list[str]:
    """The rule of each line; every line is a finding."""
    found = [LINE.fullmatch(line) for line in text.splitlines()]
    return [match["rule"] if match else "?" for match in found]


def test_a_slip_of_a_sample_is_told_once_with_the_smallest_mend() -> None:
    done = check(SAMPLE)
    lines = done.out.splitlines()
    assert lines[:3] == [
        f"{SAMPLE}:339: TB-BALANCE error: 自然人：第一项加第二项为7，第三项加第四项为0。{MEND}",
        f"{SAMPLE}:339: TB-SUM error: 三（七）总计 · 自然人：印为0，各项办理结果相加为7。{MEND}",
        f"{SAMPLE}:339: TB-ROW error: 三（七）总计 · 总计：印为7，各类申请人相加为0。{MEND}",
    ]
    assert all(map(LINE.fullmatch, lines))
    (summary,) = done.err.splitlines()
    counted = Counter(match["severity"] for match in map(LINE.fullmatch, lines) if match)
    warnings, notices = counted["warning"], counted["notice"]
    told = f"错误 1，警告 {warnings}，提示 {notices}；"
    assert summary.startswith(f"1 份报告，{1 + warnings + notices} 项发现：{told}")
    assert done.code == 1


def test_the_same_in_english() -> None:
    done = check(SAMPLE, "--lang", "en")
    assert (
        f"{SAMPLE}:339: TB-SUM error: Total decided · natural persons: printed 0, outcomes add to "
        "7. Smallest mend, one cell for all of these: total decided · natural persons 0 → 7\n"
    ) in done.out
    assert done.err.startswith("Reports: 1. Findings: ")
    assert done.err.isascii()


def test_a_line_says_that_no_single_cell_mends_a_sum(tmp_path: Path) -> None:
    cells = {"requests.received.natural_person": "5", "requests.received.total": "5"}
    lines = check(write(tmp_path / "a.txt", Specimen(cells=cells))).out.splitlines()
    assert rules_in("\n".join(lines)) == ["TB-BALANCE", "TB-BALANCE"]
    assert all(line.endswith("都不能使它成立而又不打破其他等式。") for line in lines)


@pytest.mark.parametrize("worst", REPORTS)
@pytest.mark.parametrize("level", ["error", "warning", "notice"])
def test_the_exit_code_tells_whether_the_level_is_reached(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], worst: str, level: str
) -> None:
    order = ["clean", "notice", "warning", "error"]
    report = write(tmp_path / "a.txt", REPORTS[worst])
    code = main(["check", str(report), "--fail-on", level])
    assert code == int(order.index(worst) >= order.index(level))
    found = [LINE.fullmatch(line) for line in capsys.readouterr().out.splitlines()]
    assert {match and match["severity"] for match in found} == {worst} - {"clean"}


def test_without_a_level_only_errors_fail(tmp_path: Path) -> None:
    assert check(write(tmp_path / "a.txt", REPORTS["warning"])).code == 0
    assert check(write(tmp_path / "a.txt", REPORTS["error"])).code == 1


def test_without_a_file_the_content_folder_is_checked() -> None:
    done = check()
    paths = {line.partition(":")[0] for line in done.out.splitlines()}
    assert paths <= {f"content/reports/{p.name}" for p in (ROOT / "content/reports").iterdir()}
    assert SAMPLE in paths
    assert "5 份报告" in done.err


@pytest.mark.parametrize("command", ["check", "read"])
def test_an_empty_name_is_said_to_be_one(command: str) -> None:
    done = generator(command, "")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("argument FILE: an empty name, expected that of a file or folder\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [("gone.txt", "no such file"), (".", "is a folder, expected a file")],
)
def test_a_mistake_of_the_operator_stops_it(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / name
    complaint = check(write(tmp_path / "a.txt"), path).complaint
    assert complaint.startswith(f"{path}: {said}")


def test_a_content_folder_that_cannot_be_built_stops_it(tmp_path: Path) -> None:
    assert "no such folder" in check("--content", tmp_path / "none").complaint


@pytest.mark.parametrize(
    ("name", "data", "said", "remedy"),
    [
        ("letter.txt", "各位同事：\n会议改在周三。\n", "不是这种报告", "请核对"),
        ("empty.txt", b"", "文件是空的", "请写入报告全文"),
        ("sheet.xlsx", b"PK", "不读取这种格式", "请另存为 .txt"),
        ("broken.docx", b"PK\x03\x04 no zip", "文件已损坏", "请用制作它的程序打开"),
    ],
)
def test_a_file_that_is_not_read_never_passes_and_keeps_no_other_from_being_judged(
    tmp_path: Path, name: str, data: str | bytes, said: str, remedy: str
) -> None:
    unread = write(tmp_path / name, data)
    done = check(write(tmp_path / "b.txt", BROKEN), unread)
    assert done.code == 2
    assert set(rules_in(done.out)) == {"TB-SUM"}
    first, last = done.err.splitlines()
    assert first.startswith(f"{unread}: {said}")
    assert f"。{remedy}" in first
    assert "1 份报告" in last


def test_a_file_below_the_content_folder_that_is_not_read_fails_the_whole(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt")
    content.report("b.txt", "没有报告\n")
    done = check("--content", content.path)
    assert done.code == 2
    assert done.err.startswith(f"{content.path}/reports/b.txt: 不是这种报告")


def test_years_of_a_township_are_set_beside_each_other(tmp_path: Path) -> None:
    first = write(tmp_path / "new.txt", Specimen(body=PLACE))
    other = write(
        tmp_path / "old.txt", Specimen(body=PLACE, cells={"proactive.licences.decisions": "3"})
    )
    assert rules_in(check(first).out) == []
    both = check(first, other)
    assert rules_in(both.out) == ["CY-TWICE", "CY-TWICE"]
    assert f"“old.txt”（{CODE}-2023-2），1格数字不同" in both.out


@pytest.mark.parametrize("id_", [id_ for id_ in RULES if id_.startswith("CY-")])
def test_rules_across_years_need_the_files_of_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], id_: str
) -> None:
    rule = RULES[id_]
    examples = [
        replace(one, body=PLACE) if one.body == rule.breaks.body else one
        for one in (rule.breaks, *rule.beside)
    ]
    files = [str(write(tmp_path / f"{n}.txt", one)) for n, one in enumerate(examples)]
    main(["check", files[0]])
    assert id_ not in rules_in(capsys.readouterr().out)
    main(["check", *files])
    lines = capsys.readouterr().out.splitlines()
    assert id_ in rules_in("\n".join(line for line in lines if line.startswith(f"{files[0]}:")))


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    report = write(tmp_path / "a.txt", BROKEN)
    done = check(report, report, tmp_path / ".." / tmp_path.name / "a.txt")
    assert (done.out, done.err) == (check(report).out, check(report).err)


def test_the_register_knows_the_files_of_its_folder_and_no_others(tmp_path: Path) -> None:
    content = Content(tmp_path)
    inside = content.report("a.txt")
    content.register(f"a.txt,{CODE},,,,,,2021,,,,,")
    outside = write(tmp_path / "a.txt", written(Specimen(year=2022)))
    reports = parsed(inside, outside, "--content", content.path)["reports"]
    assert [(one["path"], one["year"], one["resolution"]) for one in reports] == [
        (str(outside), 2022, "unknown"),
        (str(inside), 2021, "register"),
    ]
    (known,) = parsed("--content", content.path)["reports"]
    assert known == next(one for one in reports if one["path"] == str(inside))


def test_what_was_our_mistake_is_no_finding(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("a.txt", REPORTS["warning"])
    content.register(f"a.txt,{CODE},,,,,,,,,,,")
    arguments = ("--content", content.path, "--fail-on", "warning")
    assert check(*arguments).code == 1
    write(
        content.path / "corrections.csv",
        "report,rule,cell,status,statement,source_url,date\n"
        f"{CODE}-2023,STR-CELLS,,our_mistake,误读,,2024-05-01\n",
    )
    done = check(*arguments)
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
@pytest.mark.parametrize("named", [True, False], ids=["named", "whole"])
def test_a_masked_line_is_nowhere(tmp_path: Path, form: str, named: bool) -> None:
    person = "王小明住青石村五组"
    text = written(Specimen(title=f"{person}2023年政府信息公开年报"))
    content = Content(tmp_path)
    report = content.report("a.txt", text)
    files: list[str | Path] = [report] if named else []
    arguments = [*files, "--content", content.path, "--format", form]
    content.register("a.txt,,,,,,,,,,,,")
    assert person in check(*arguments).out
    content.register("a.txt,,,,,,,,,,,1,")
    masked = check(*arguments)
    assert person not in masked.out + masked.err
    assert masked.code == 0


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_encodings_and_line_ends_move_no_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str, end: str
) -> None:
    text = written(BROKEN)
    report = write(tmp_path / "a.txt", text.replace("\n", end).encode(encoding))
    assert main(["check", str(report)]) == 1
    told = capsys.readouterr()
    write(report, text)
    main(["check", str(report)])
    assert told == capsys.readouterr()


def test_lines_of_a_word_file_are_those_of_its_extracted_text(tmp_path: Path) -> None:
    lines = written(Specimen(title="青石镇2023年政府信息公开年报")).split("\n")
    report = write(tmp_path / "a.docx", word("".join(paragraph(line) for line in ["序", *lines])))
    found = [LINE.fullmatch(line) for line in check(report).out.splitlines()]
    assert ("STR-TITLE", "2") in {(m["rule"], m["line"]) for m in found if m}


def test_nothing_of_a_file_is_obeyed_by_the_terminal(tmp_path: Path) -> None:
    prose = {"problems": "主要问题是[bookmark: \x1b]0;x\x07\u202e]公开形式不够丰富。"}
    report = write(tmp_path / "a\x1b[31m.txt", Specimen(prose=prose))
    done = check(report, write(tmp_path / "\x1b[2J.pdf", b"%PDF"))
    assert "STR-ARTEFACT" in rules_in(done.out)
    assert "aU+001B[31m.txt:" in done.out
    assert "U+001B[2J.pdf: " in done.err
    assert [c for c in done.out + done.err if not c.isprintable() and c != "\n"] == []


def test_a_reader_that_goes_away_changes_no_exit_code(tmp_path: Path) -> None:
    report = write(tmp_path / "a.txt", BROKEN)
    command = [sys.executable, "-m", "generator", "check", str(report)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stdout
        running.stdout.close()
        assert running.stderr
        assert "Traceback" not in running.stderr.read()
        assert running.wait() == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_what_is_heavy_is_loaded_only_when_it_is_used(form: str) -> None:
    code = (
        "import sys; from generator.cli import main\n"
        f"main(['check', {SAMPLE!r}, '--format', {form!r}])\n"
        "heavy = {'pandas', 'numpy', 'plotly', 'jinja2', 'markdown_it', 'pypinyin', 'selectolax', "
        "'mammoth', 'pdfplumber', 'pypdfium2', 'tqdm', 'generator.pages', 'generator.export'}\n"
        "print('\\nloaded', *sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    expected = ["jinja2", "markdown_it"] if form == "html" else []
    assert done.stdout.splitlines()[-1].split()[1:] == expected
