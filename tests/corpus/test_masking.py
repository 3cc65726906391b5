"""A line that the register hides appears in no file of the site, whatever its format."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.specimen import Specimen, written
from tests.corpus.content import CODE, HEADER, Content, snapshot
from tests.site.built import rows_of

PERSON = "王小明住青石村五组十八号"
NUMBER = "13800138000"
CLAIM = "收到政府信息公开申请4711件"
UNCLEAR = (
    "Which lines the register hides is not clear; nothing is shown until it is corrected. "
    "Correct mask_lines in reports.csv: line numbers of the file, such as 12 40-42."
)
TEXT = written(
    Specimen(
        prose={"problems": f"{PERSON}，电话{NUMBER}。\n{CLAIM}。\n此行可见。"},
        cells={"requests.received.natural_person": "471147"},
    )
)


def _places(folder: Path, word: str) -> list[str]:
    """The files that hold a word, those inside archives included, however it is written."""
    forms = {word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode()}
    files = snapshot(folder)
    for name in [name for name in files if name.endswith(".zip")]:
        with ZipFile(folder / name) as archive:
            files |= {f"{name}/{one}": archive.read(one) for one in archive.namelist()}
    assert "data/everything.zip/cells.csv" in files
    return [name for name, data in files.items() if any(form in data for form in forms)]


def _line(word: str) -> int:
    return next(n for n, line in enumerate(TEXT.split("\n"), start=1) if word in line)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    content.report("报告.txt", TEXT)
    return content


@pytest.mark.parametrize("word", [PERSON, NUMBER, CLAIM, "471147"])
def test_a_masked_line_is_nowhere(content: Content, word: str) -> None:
    content.register("报告.txt" + "," * 12)
    assert content.build().code == 0
    assert _places(content.output, word)
    content.register(f"报告.txt,{CODE},,,,,,,,,,{_line(word)},")
    assert content.build().code == 0
    assert _places(content.output, word) == []
    assert "此行可见" in content.page(f"reports/{CODE}-2023/index.html")


def test_the_page_shows_that_something_is_hidden(content: Content) -> None:
    content.register(f"报告.txt,{CODE},,,,,,,,,,{_line(PERSON)},")
    assert content.build().code == 0
    page = content.page(f"reports/{CODE}-2023/index.html")
    assert f'<li id="L{_line(PERSON)}">■■■■■■</li>' in page


def _masking(file: str, lines: str) -> str:
    return f"{file},{CODE},,,,,,,,,,{lines},"


def _hidden_altogether(content: Content, *files: str) -> None:
    """Nothing of these files is shown, and both the operator and the readers are told."""
    done = content.build()
    assert done.code == 0, done.err
    for word in (PERSON, NUMBER, CLAIM, "471147", "此行可见"):
        assert _places(content.output, word) == []
        assert word not in done.out
    assert set(done.lines) >= {f"reports/{file}: {UNCLEAR}" for file in files}
    records = {row["file"]: row for row in rows_of(content.output, "files")}
    assert {(records[f]["outcome"], records[f]["reason"]) for f in files} == {
        ("not_read", "mask_unclear")
    }
    assert rows_of(content.output, "reports") == []
    assert not list((content.output / "reports").glob("*/index.html"))
    page = content.page("data/index.html")
    assert all(file in page for file in files)
    assert "登记表中要隐去的行不明确，更正前不予展示" in page


@pytest.mark.parametrize("lines", ["1–3", "第5行", "5;6", "6-5", "0", "5 x", "1-2-3", "all"])
def test_a_file_whose_mask_is_not_understood_is_not_shown(content: Content, lines: str) -> None:
    content.register(_masking("报告.txt", lines))
    _hidden_altogether(content, "报告.txt")


def test_a_file_whose_mask_goes_beyond_its_end_is_not_shown(content: Content) -> None:
    last = len(TEXT.splitlines())
    content.register(_masking("报告.txt", f"{_line(PERSON)} {last + 1}"))
    _hidden_altogether(content, "报告.txt")
    content.register(_masking("报告.txt", f"{_line(PERSON)} {last}"))
    assert content.build().code == 0
    assert _places(content.output, PERSON) == []
    assert f'<li id="L{last}">■■■■■■</li>' in content.page(f"reports/{CODE}-2023/index.html")


def test_two_lines_of_the_register_that_mask_one_file_show_nothing_of_it(content: Content) -> None:
    content.register(
        _masking("报告.txt", str(_line(CLAIM))), _masking("报告.txt", str(_line(PERSON)))
    )
    _hidden_altogether(content, "报告.txt")


@pytest.mark.parametrize("twin", ["0副本.txt", "终稿/副本.txt", "副本.md"])
def test_a_copy_under_another_name_does_not_show_what_is_hidden(
    content: Content, twin: str
) -> None:
    content.report(twin, TEXT)
    hidden = " ".join(str(_line(word)) for word in (PERSON, CLAIM))
    for file in ("报告.txt", twin):
        content.register(_masking(file, hidden))
        assert content.build().code == 0
        for word in (PERSON, NUMBER, CLAIM):
            assert _places(content.output, word) == [], file
        assert _places(content.output, "此行可见"), file


def test_what_is_hidden_in_either_of_two_copies_is_hidden_in_both(content: Content) -> None:
    content.report("副本.txt", TEXT)
    content.register(
        _masking("报告.txt", str(_line(PERSON))), _masking("副本.txt", str(_line(CLAIM)))
    )
    assert content.build().code == 0
    for word in (PERSON, NUMBER, CLAIM):
        assert _places(content.output, word) == []
    assert _places(content.output, "此行可见")


@pytest.mark.parametrize("masks", [("{}", "?"), ("?", "{}"), ("", "?"), ("{}", "99999")])
def test_copies_are_not_shown_when_the_mask_of_one_is_not_understood(
    content: Content, masks: tuple[str, str]
) -> None:
    content.report("副本.txt", TEXT)
    first, second = (mask.format(_line(PERSON)) for mask in masks)
    content.register(_masking("报告.txt", first), _masking("副本.txt", second))
    _hidden_altogether(content, "报告.txt", "副本.txt")


def test_a_masked_title_names_no_place(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report(
        "a.txt", Specimen(title="云岭县隐名镇2023年政府信息公开工作年度报告", signature="")
    )
    content.register("a.txt,,,,,,,2023,,,,,")
    assert content.build().code == 0
    assert {"assets", "index.html"} <= {
        name.split("/")[0] for name in _places(content.output, "隐名镇")
    }
    content.register("a.txt,,,,,,,2023,,,,1,")
    assert content.build().code == 0
    assert _places(content.output, "隐名") == []


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("", "本站依登记表隐去了 2 行，以 ■■■■■■ 表示。"),
        ("en/", "This site hides 2 lines, as its register says; they are shown as ■■■■■■."),
    ],
)
def test_the_page_says_how_many_lines_this_site_hides(
    content: Content, folder: str, said: str
) -> None:
    page = f"{folder}reports/{CODE}-2023/index.html"
    content.register(_masking("报告.txt", ""))
    assert content.build().code == 0
    assert "■" not in content.page(page)
    content.register(_masking("报告.txt", f"{_line(PERSON)} {_line(CLAIM)}"))
    assert content.build().code == 0
    assert said in content.page(page)


def test_a_mask_in_the_wrong_column_shows_nothing(content: Content) -> None:
    """An unquoted `12,40` pushes its second half out of the column, and the note out of the row."""
    content.register(_masking("报告.txt", f"{_line(PERSON)},{_line(NUMBER)}") + ",see above")
    _hidden_altogether(content, "报告.txt")


def test_a_misspelt_column_stops_the_build(content: Content) -> None:
    header = HEADER.replace("mask_lines", "mask_line")
    content.register(_masking("报告.txt", str(_line(PERSON))), header=header)
    assert content.build().complaint == (
        "reports.csv:1: column 'mask_line' is not known. Did you mean 'mask_lines'?"
    )
