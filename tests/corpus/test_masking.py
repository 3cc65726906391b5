"""A line that the register hides appears in no file of the site, whatever its format."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.specimen import Specimen, written
from tests.corpus.content import CODE, Content, snapshot

PERSON = "王小明住青石村五组十八号"
NUMBER = "13800138000"
CLAIM = "收到政府信息公开申请4711件"
TEXT = written(
    Specimen(
        prose={"problems": f"{PERSON}，电话{NUMBER}。\n{CLAIM}。\n此行可见。"},
        cells={"requests.received.natural_person": "471147"},
    )
)


def _places(folder: Path, word: str) -> list[str]:
    """The files that hold a word, those inside archives included."""
    found = []
    for name, data in snapshot(folder).items():
        if word.encode() in data or word.encode("utf-16-le") in data:
            found.append(name)
        if name.endswith(".zip"):
            with ZipFile(folder / name) as archive:
                inner = archive.namelist()
                found += [f"{name}/{one}" for one in inner if word.encode() in archive.read(one)]
    return found


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


def test_the_same_text_in_a_second_file_is_masked_too(content: Content) -> None:
    content.report("副本.txt", TEXT)
    lines = " ".join(str(_line(word)) for word in (PERSON, CLAIM))
    for file in ("报告.txt", "副本.txt"):
        content.register(f"{file},{CODE},,,,,,,,,,{lines},")
        assert content.build().code == 0
        assert _places(content.output, PERSON) == [], file
