"""Encodings and line ends: every line of the file, whatever it was saved with."""

import codecs

import pytest

from generator.model import Report, Source
from generator.parse import parse
from generator.readers import READERS, read_text
from tests.conftest import ROOT

SAMPLE = (ROOT / "content" / "reports" / "yujiawu-2023.txt").read_text(encoding="utf-8")
LINES = tuple(SAMPLE.removesuffix("\n").split("\n"))
GB = SAMPLE.encode("gb18030")


def _cells(data: bytes) -> dict[str, tuple[object, int | None]]:
    document = read_text(data)
    report = parse(document, Source("a.txt", "txt", document.encoding, len(data), ""))
    assert isinstance(report, Report)
    return {address: (reading.value, reading.line) for address, reading in report.cells.items()}


PLAIN = _cells(SAMPLE.encode())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SAMPLE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SAMPLE.encode(), "utf-8-sig"),
        (GB, "gb18030"),
        ("\ufeff".encode("gb18030") + GB, "gb18030"),
        (SAMPLE.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_LE + SAMPLE.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + SAMPLE.encode("utf-16-be"), "utf-16"),
    ],
    ids=["utf-8", "utf-8-bom", "gb18030", "gb18030-bom", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_an_encoding_is_recognised(data: bytes, encoding: str) -> None:
    document = read_text(data)
    assert document.encoding == encoding
    assert document.lines == LINES
    assert document.replacement_characters == 0
    assert _cells(data) == PLAIN


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_line_ends_count_once(end: str, encoding: str) -> None:
    data = SAMPLE.replace("\n", end).encode(encoding)
    assert read_text(data).lines == LINES
    assert _cells(data) == PLAIN


def test_mixed_line_ends_count_once_each() -> None:
    assert read_text("一\r\n二\r三\n四".encode()).lines == ("一", "二", "三", "四")
    assert read_text(b"1\r\r\n2\n\n").lines == ("1", "", "2", "")


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"])
def test_only_line_ends_end_lines(mark: str) -> None:
    assert read_text(f"一{mark}二\n三".encode()).lines == (f"一{mark}二", "三")


def test_an_empty_file_has_no_lines() -> None:
    assert read_text(b"").lines == ()
    assert read_text(codecs.BOM_UTF8).lines == ()


def test_damaged_bytes_are_counted_and_the_rest_is_kept() -> None:
    place = SAMPLE.encode().index("于家务".encode())
    data = SAMPLE.encode()[:place] + b"\xff\xfe\xfd" + SAMPLE.encode()[place:]
    document = read_text(data)
    assert document.encoding == "utf-8"
    assert document.replacement_characters == 3
    assert "\ufffd\ufffd\ufffd于家务" in document.lines[2]
    assert _cells(data) == PLAIN


def test_a_damaged_file_keeps_the_encoding_that_loses_fewer_characters() -> None:
    place = GB.index("于家务".encode("gb18030"))
    document = read_text(GB[:place] + b"\xff" + GB[place:])
    assert document.encoding == "gb18030"
    assert document.replacement_characters == 1
    assert document.lines[3:] == LINES[3:]


def test_a_cut_character_is_counted() -> None:
    assert read_text("乡镇".encode()[:-1]).replacement_characters == 1


def test_rare_characters_of_place_names_survive_gb18030() -> None:
    names = "䢺镇 𠙶乡 㵲阳街道"
    assert read_text(names.encode("gb18030")).lines == (names,)


@pytest.mark.parametrize("extension", ["txt", "md"])
def test_text_files_keep_every_line(extension: str) -> None:
    assert READERS[extension](SAMPLE.encode()) == read_text(SAMPLE.encode())
