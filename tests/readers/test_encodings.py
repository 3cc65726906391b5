"""Every encoding a report was seen in, whole and damaged, of long texts and short ones."""

import codecs
import random

import pytest

from generator.readers import READERS
from generator.readers.encodings import decode
from tests.conftest import ROOT
from tests.readers.files import FILES

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
PATHS = (*sorted(FILES.glob("*.txt")), *sorted((ROOT / "content" / "reports").rglob("*.txt")))
TEXTS = tuple(path.read_text(encoding="utf-8-sig") for path in PATHS)


def _encoded(text: str, encoding: str) -> bytes:
    """What the encoding can say of a text; Big5 leaves out the simplified characters."""
    return text.encode(encoding, "ignore")


def _damaged(data: bytes, rate: float) -> bytes:
    chance = random.Random(len(data))  # noqa: S311
    damaged = bytearray(data)
    for _ in range(int(len(data) * rate)):
        damaged[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(damaged)


@pytest.mark.parametrize("rate", [0, 0.0005, 0.01, 0.05, 0.1])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_report_is_decoded_whatever_happened_to_it(encoding: str, rate: float) -> None:
    for text in TEXTS:
        data = _encoded(text, encoding)
        read, found = decode(_damaged(data, rate))
        assert found == encoding, text[:60]
        if not rate:
            assert read.encode(encoding, "ignore") == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("政府信息公开工作年度报告", "utf-8"),
        ("政府信息公开工作年度报告", "gbk"),
        ("政府信息公开工作年度报告", "utf-16-le"),
        ("政府信息公开工作年度报告", "utf-16-be"),
        ("政府資訊公開工作年度報告", "big5"),
        ("于家务乡", "gbk"),
        ("乡镇", "gbk"),
        ("一", "gbk"),
        ("2023年", "utf-16-le"),
        ("12", "utf-16-be"),
        ("联通", "gbk"),
    ],
)
def test_a_short_text_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", [40, 200, 2000])
def test_the_start_of_a_report_is_enough(length: int, encoding: str) -> None:
    for text in TEXTS:
        start = "".join(text.split())[:length]
        data = _encoded(start, encoding)
        assert decode(data)[0] == data.decode(encoding), start[:60]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_that_ends_within_a_character_keeps_the_rest(encoding: str) -> None:
    text, found = decode(_encoded(TEXTS[0], encoding).rstrip(b"\n\0")[:-1])
    assert found == encoding
    assert text.count("\ufffd") <= 1


def test_the_mark_of_another_encoding_is_not_believed() -> None:
    data = codecs.BOM_UTF8 + "政府信息公开工作年度报告".encode("gbk")
    assert decode(data) == ("政府信息公开工作年度报告", "gb18030")


def test_a_mark_is_kept_when_only_a_few_bytes_are_damaged() -> None:
    data = codecs.BOM_UTF8 + "政府信息公开".encode() + b"\xff" + "工作年度报告".encode()
    assert decode(data) == ("政府信息公开\ufffd工作年度报告", "utf-8-sig")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
def test_utf_32_is_not_taken_for_utf_16(mark: bytes) -> None:
    encoding = "utf-32-le" if mark == codecs.BOM_UTF32_LE else "utf-32-be"
    assert decode(mark + "乡镇".encode(encoding)) == ("乡镇", "utf-32")


def test_a_stray_nul_does_not_make_it_utf_16() -> None:
    assert decode("政府信息公开\0工作".encode()) == ("政府信息公开\0工作", "utf-8")


def test_nothing_is_too_odd_to_be_decoded() -> None:
    chance = random.Random(1)  # noqa: S311
    for length in range(200):
        decode(chance.randbytes(length))


@pytest.mark.parametrize("stated", ["utf-8", "gb2312", "big5", "iso-8859-1", "no such thing"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_what_a_page_says_of_its_encoding_is_only_a_hint(encoding: str, stated: str) -> None:
    page = f'<html><head><meta charset="{stated}"></head><p>政府信息公开工作年度报告</p></html>'
    document = READERS["html"](page.encode(encoding))
    assert document.lines == ("政府信息公开工作年度报告",)
    assert document.encoding == encoding
