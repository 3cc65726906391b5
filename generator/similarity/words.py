"""Report → the characters of its prose that are compared, each with the place where it stands.

Left out is what every report has or what a copy changes: headings, whatever stands before the first
main heading (title, legal basis, contents, contact), titles of laws, the labels of the form,
digits, Latin letters and punctuation, the names of the body and of the places it lies in, and the
words for kinds of places (`我镇`, `街道办事处`, `县`), which a copy from a 乡 to a 镇 replaces.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator import form
from generator.model import Body, Paragraph, Report
from generator.regex import regex

# Stands between two sections; no passage runs over it.
BREAK = "\n"

_LAWS = (
    r"《[^《》]{1,80}》",
    r"中华人民共和国政府信息公开条例|政府信息公开条例|国务院令第\s*\d+\s*号",
    *(rf"{bracket}以下(?:简称|统称)[^（）()]{{0,40}}[）)]" for bracket in (r"\(", "（")),
)
# All begin with a character and not with a set: then those that none begins with are soon passed.
_OURS = "(?:街道办事处|街道办|街道|街|办(?![理法事案])|苏木|[乡镇县区市旗])"
_KINDS = (
    f"我{_OURS}",
    f"本{_OURS}",
    "街道办事处|街道办|街道|办事处|苏木|乡|镇|县|区|市|旗",
)
_KIND_AT_END = regex(
    r"(?<=..)(?:街道办事处|街道办|街道|办事处|地区|苏木|自治[州县旗]|[乡镇县区市旗省盟州])$"
)
_PEOPLE_AT_END = regex(r"(?<=..).族.*$")
_LATIN = regex("[a-zA-Z]+")
_LEAST_OF_A_LABEL = 6
_NUMBERED = regex(r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|第.条)")
_SENTENCE = regex(r"[。；;：:，,！!？?]")
_LONGEST_HEADING = 12
_LONGEST_NUMBERED_HEADING = 24
_CLOSING = frozenset("。；，、：！？”’）》;,:!?)")


class Words(NamedTuple):
    """The characters compared, and for each the paragraph and the offset where it stands."""

    text: str
    places: tuple[tuple[int, int], ...]
    paragraphs: tuple[Paragraph, ...]

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line of a run of characters."""
        first, last = self.places[start][0], self.places[end - 1][0]
        return self.paragraphs[first].line, self.paragraphs[last].line

    def printed(self, start: int, end: int) -> str:
        """A run of characters as it is printed, with digits and punctuation that belong to it."""
        first, begin = self.places[start]
        last, until = self.places[end - 1]
        texts = [paragraph.text for paragraph in self.paragraphs[first : last + 1]]
        texts[-1] = texts[-1][: _closed(texts[-1], until + 1)]
        texts[0] = texts[0][_opened(texts[0], begin) :]
        return "\n".join(text.strip() for text in texts)


def _opened(text: str, begin: int) -> int:
    """Where the digits and opening marks begin that lead up to a place."""
    while begin and not text[begin - 1].isalpha() and text[begin - 1] not in _CLOSING:
        begin -= 1
    return begin


def _closed(text: str, end: int) -> int:
    """Where the marks end that close what ends at a place."""
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def words(report: Report) -> Words:
    """What is compared of a report that still has its prose."""
    kept: list[Paragraph] = []
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    for paragraph, bare, letters in _compared(report):
        if kept and paragraph.section != kept[-1].section:
            parts.append(BREAK)
            places.append((len(kept), 0))
        parts.append(letters)
        places += ((len(kept), offset) for offset, char in enumerate(bare) if _is_word(char))
        kept.append(paragraph)
    return Words("".join(parts), tuple(places), tuple(kept))


def text_alone(report: Report) -> str:
    """The text of `words`, which is found sooner where nobody asks for the places."""
    found = [(paragraph.section, letters) for paragraph, _, letters in _compared(report)]
    above = [section for section, _ in found[:1]] + [section for section, _ in found]
    return "".join(
        letters if section == before else BREAK + letters
        for (section, letters), before in zip(found, above, strict=False)
    )


def _compared(report: Report) -> Iterator[tuple[Paragraph, str, str]]:
    """The paragraphs compared, their texts with all else blanked out, and what is left of these."""
    names = _names(report.body)
    for paragraph in report.paragraphs:
        if report.sections and not paragraph.section:
            continue
        bare = _fixed().sub(_blanked, _without(names, paragraph.text))
        letters = "".join(filter(str.isalpha, bare))
        if _LATIN.search(letters):
            letters = _LATIN.sub("", letters)
        if not _is_heading(paragraph.text, len(letters)):
            yield paragraph, bare, letters


def _is_word(char: str) -> bool:
    """Chinese characters are compared; Latin letters are those of addresses and products."""
    return char.isalpha() and not char.isascii()


def _blanked(found: re.Match[str]) -> str:
    """Something that is not compared, of the same length."""
    return "0" * len(found[0])


def _is_heading(text: str, compared: int) -> bool:
    """Whether a line is a heading, a signature or a caption, by how much of it is compared."""
    plain = text.strip()
    if _SENTENCE.search(plain.rstrip("。：:；;")):
        return False
    return compared <= (_LONGEST_NUMBERED_HEADING if _NUMBERED.match(plain) else _LONGEST_HEADING)


def _names(body: Body) -> list[str]:
    """The names of a body and of the places it lies in, in full and without their kind.

    The longest come first.
    """
    full = (body.name, body.county, body.city, body.province)
    names = {name for printed in full for name in _spellings(printed) if len(name) > 1}
    return sorted(names, key=lambda name: (-len(name), name))


def _without(names: list[str], text: str) -> str:
    """The text with some names blanked out: from the left, the first in their order at each place.

    A pattern of its own for the names of each report would take longer to make than to use.
    """
    known = [name for name in names if name in text]
    place = 0
    while found := [(start, name) for name in known if (start := text.find(name, place)) >= 0]:
        start, name = min(found, key=lambda one: one[0])
        place = start + len(name)
        text = text[:start] + "0" * len(name) + text[place:]
    return text


def _spellings(name: str) -> tuple[str, str, str]:
    short = _KIND_AT_END.sub("", name)
    return name, short, _PEOPLE_AT_END.sub("", short)


@cache
def _fixed() -> re.Pattern[str]:
    """Titles of laws, the wordings of the form, and the words for kinds of places."""
    headings = {wording for section in form.SECTIONS for wording in (section.zh, *section.aliases)}
    labels = {
        item.zh
        for table in form.FORM.values()
        for block in table.blocks
        for item in (*block.row_leaves(), *block.column_leaves())
    }
    wordings = {w for w in {form.TITLE_WORDS} | headings | labels if len(w) >= _LEAST_OF_A_LABEL}
    longest_first = sorted(wordings, key=lambda wording: (-len(wording), wording))
    return re.compile("|".join((*_LAWS, *map(re.escape, longest_first), *_KINDS)))
