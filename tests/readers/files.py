"""Files to read, made when the tests run: the layout files, Word files of a few lines, PDFs."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from html import escape

from generator.model import Document
from generator.readers import READERS
from tests.conftest import ROOT

LAYOUTS = ROOT / "tests" / "layouts" / "data"
FILES = LAYOUTS / "files"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@cache
def read(name: str) -> Document:
    """One of the layout files."""
    path = FILES / name
    return READERS[path.suffix[1:]](path.read_bytes())


def texts(document: Document) -> list[list[list[str]]]:
    """The grids of a document as texts only."""
    return [[[cell.text for cell in row] for row in grid] for grid in document.grids]


def word(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A docx file of a body in WordprocessingML and, if need be, other parts."""
    document = (
        f'<w:document xmlns:w="{WORD}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return package({"word/document.xml": document, **(parts or {})})


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with the parts, and what every Word file says of its types and where its text is."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        standard = {"[Content_Types].xml": types, "_rels/.rels": relations("word/document.xml")}
        for name, part in {**standard, **parts}.items():
            archive.writestr(name, part)
    return target.getvalue()


def relations(target: str) -> str:
    """What says which part holds the text."""
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Target="{target}" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    )


def part(name: str, content: str) -> dict[str, str]:
    """Another part of a Word file, such as `numbering`, by the name of its root element."""
    return {f"word/{name}.xml": f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'}


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def row(*cells: str) -> str:
    """A table row of cells that `cell` made, or of plain texts."""
    return f"<w:tr>{''.join(c if c.startswith('<') else cell(c) for c in cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    """A cell with a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
