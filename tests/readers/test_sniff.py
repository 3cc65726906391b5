"""Files that are not what their extension says, each sent to the reader that it needs."""

import pytest

from generator.readers import READERS, NotRead
from tests.readers.files import FILES, paragraph, word

PAGE = (
    "<html><body><p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr></table></body></html>"
)
ARCHIVE = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    "Content-Type: text/plain\n\nx\n--b\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n<p>=E4=B8=80</p>\n--b--\n"
)


@pytest.mark.parametrize("extension", sorted(READERS))
def test_a_word_file_is_read_under_any_name(extension: str) -> None:
    assert READERS[extension](word(paragraph("一"))).lines == ("一",)


@pytest.mark.parametrize("extension", ["wps", "docx", "txt"])
def test_an_old_word_file_is_read_under_any_name(extension: str) -> None:
    document = READERS[extension]((FILES / "044.doc").read_bytes())
    assert [len(grid) for grid in document.grids] == [18, 26, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
@pytest.mark.parametrize("extension", sorted(set(READERS) - {"md", "txt"}))
def test_a_page_is_read_under_any_name(extension: str, encoding: str) -> None:
    document = READERS[extension](PAGE.encode(encoding))
    assert document.lines == ("一、总体情况", "规章 | 0")
    assert len(document.grids) == 1


@pytest.mark.parametrize("extension", ["txt", "md"])
def test_a_text_is_a_page_only_as_a_whole(extension: str) -> None:
    read = READERS[extension]
    assert read(PAGE.encode()).lines == ("一、总体情况", "规章 | 0")
    quoted = "报告\n<p>一</p>\n<table>"
    assert read(quoted.encode()).lines == tuple(quoted.split("\n"))


@pytest.mark.parametrize("extension", ["doc", "htm"])
def test_a_web_archive_is_read(extension: str) -> None:
    assert READERS[extension](ARCHIVE.encode()).lines == ("一",)


@pytest.mark.parametrize("extension", ["doc", "docx", "pdf", "html", "rtf", "wps"])
def test_a_text_is_read_under_any_name(extension: str) -> None:
    document = READERS[extension]("一、总体情况\n\n规章 0\n".encode("gbk"))
    assert document.lines == ("一、总体情况", "", "规章 0")


@pytest.mark.parametrize("extension", sorted(READERS))
def test_an_empty_file_is_an_empty_document(extension: str) -> None:
    assert READERS[extension](b"").lines == ()


def test_an_archive_without_a_page_is_damaged() -> None:
    with pytest.raises(NotRead, match="damaged"):
        READERS["doc"](ARCHIVE.replace("text/html", "text/xyz").encode())


def test_word_2003_xml_is_read() -> None:
    text = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p></w:body></w:wordDocument>"
    )
    assert READERS["doc"](text.encode()).lines == ("一、总体情况",)
