"""Word files (docx): vetted, made plain, then read as the page that they become."""

import xml.etree.ElementTree as ET
from typing import Any

import mammoth  # type: ignore[import-untyped]

from generator.model import Document
from generator.readers.errors import NotRead
from generator.readers.markup import extract
from generator.readers.numbering import numbering
from generator.readers.package import Parts, pack, parsed, unpack
from generator.readers.word_repairs import repair

_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"
_MAIN = "/officeDocument"


def read_docx(data: bytes) -> Document:
    """A Word file; its encoding is `utf-8`, that of the text within it."""
    parts = unpack(data)
    trees = {name: parsed(part) for name, part in parts.items()}
    main = _main_part(trees)
    body = trees[main]
    numbering(trees.get("word/numbering.xml"), trees.get("word/styles.xml")).write(body)
    repair(body)
    parts[main] = ET.tostring(body, encoding="utf-8")
    return extract(_page(parts), "utf-8", verbatim=True)


def _main_part(trees: dict[str, ET.Element]) -> str:
    """The part with the text; some programs give it another name than Word does."""
    relations = trees.get(_RELATIONS)
    for relation in relations if relations is not None else ():
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith(_MAIN) and target in trees:
            return target
    if _USUAL not in trees:
        raise NotRead("damaged")
    return _USUAL


def _page(parts: Parts) -> str:
    result = mammoth.convert_to_html(
        pack(parts),
        convert_image=mammoth.images.img_element(_image),
        include_embedded_style_map=False,
        external_file_access=False,
    )
    page: str = result.value
    return page


def _image(_: Any) -> dict[str, str]:
    """A picture is only noted, never opened."""
    return {"src": "picture"}
