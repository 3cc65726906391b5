"""The title of a report and the body that it names.

A title is looked for before the first main heading. It may be broken over lines, stand behind a
label (`标题：`) or a path (`首页 > 年报 > …`), or stand there several times: the fullest counts, of
equals the first.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.model import BodyKind, Paragraph
from generator.parse.named import kind_of
from generator.parse.text import cleaned
from generator.regex import regex
from generator.simplified import HAN, simplified

_WORDS = "(?:政府信息公开|信息公开|政务公开)"
_TITLE = regex(
    rf"{_WORDS}[^。；;，,：:]{{0,8}}?(?:年度报告|年报|告年度报)|20[0-4]\d年.{{0,25}}{_WORDS}(?:工作)?(?:情况)?报告"
)
_YEAR_WORDS = regex(r"20[0-4]\d年?度?|二[〇○零O0][〇○零一二三四五六七八九]{2}年度?")
_YEAR_AT_AN_END = regex(rf"^(?:{_YEAR_WORDS.pattern})|(?:{_YEAR_WORDS.pattern})$")
_AROUND = regex(
    r"^\s*(?:关于|關於)?的?\s*|\s*的?(?:关于|關於)?的?\s*[-_—－:：·〔（(【\[]*$|^[-_—－〕）)】\]]+"
)
_YEAR_BELOW = regex(r"[〔（(【\[]?20[0-4]\d年?度?[〕）)】\]]?")
_DOCUMENT_NUMBER = regex(rf"^{HAN}{{1,15}}[〔\[【(（]20\d\d年?[〕\]】)）]第?\d{{1,4}}号")
_PUNCTUATION = regex(r"[。；：:，,;《》|]")
_CELLS_OR_PATH = regex(r"[\t|]|首页")
_LABEL = regex(r"^(?:信息)?(?:标题|名称|题名|题目)[：:]")
_SITE = regex(r"[-_—－|].*$")
_SITE_BEFORE = regex(r"^[^-_—－|]{2,30}(?:政府|网站?|门户)[-_—－|]+")
# What a web page adds behind the title: the name of its site, the day of publication.
_ADDED = regex(
    r"[-_—－|].*(?:政府|网|门户|平台)[^-_—－|]*$"
    r"|[（(]?20\d\d(?:年\d{1,2}月\d{1,2}日|([-./])\d{1,2}\1\d{1,2})(?:\d\d?:\d\d(?::\d\d)?)?[）)]?$"
)
_PLACE = "省|自治区|自治州|州|盟|地区|自治县|自治旗|市|县|区|旗"
_DIVISIONS = regex(
    rf"(?![各本该]|全[省市县区])(?:{HAN}{{2,9}}?(?:{_PLACE}))*{HAN}{{2,9}}?(?:(?<!辖)市|县|旗|[市州盟]{HAN}{{1,6}}区)"
)
_IN_A_DIVISION = regex(rf"{HAN}{{2,}}?(?:{_PLACE}).")
_TAG = regex(r"^[【\[（(][^】\])）]{0,8}[】\])）]")
_LONGEST_TITLE = 60
_LONGEST_TAIL = 10
_MARKDOWN = "#*"
_HEAD_LINES = 60
_WIDEST_GAP = 4  # blank lines between the halves of a title


class _Found(NamedTuple):
    text: str
    line: int
    plain: bool = True  # on a line of its own, not in a table or behind a label

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """The more a title says, the more surely it is the title."""
        named = bool(body_of(self.text))
        return (
            named and has_year(self.text),
            named,
            self.plain,
            not tail_of(self.text),
        )


def find_title(head: tuple[Paragraph, ...]) -> tuple[str, int | None]:
    """The title and its first line, as printed without white space; ("", None) without one."""
    found = max(_titles(head[:_HEAD_LINES]), key=lambda one: one.rank, default=None)
    return (found.text, found.line) if found else ("", None)


def _titles(head: tuple[Paragraph, ...]) -> Iterator[_Found]:
    for place, paragraph in enumerate(head):
        text = _without_site_before(squeezed(paragraph.text))
        if _CELLS_OR_PATH.search(paragraph.text.strip()):
            yield from (_Found(part, paragraph.line, plain=False) for part in _parts(paragraph))
        elif is_title(text := _without_added(text)):
            yield _with_upper_lines(head, place, text + _year_below(head, place, text))
        elif len(text) <= _LONGEST_TITLE and _broken(head, place, text):
            below = squeezed(head[place + 1].text)
            yield _with_upper_lines(head, place, text + below)
        else:
            yield from (_Found(part, paragraph.line, plain=False) for part in _parts(paragraph))


def is_title(text: str) -> bool:
    """Whether a line without white space is a title; a bare `信息公开年报` is a menu's entry."""
    if not 0 < len(text) <= _LONGEST_TITLE or _PUNCTUATION.search(text):
        return False
    found = _TITLE.search(matched(text))
    if not found or len(text) - found.end() > _LONGEST_TAIL:
        return False
    return not found[0].endswith("年报") or has_year(text) or bool(body_of(text))


def has_year(text: str) -> bool:
    """Whether a year is printed in a text, in figures or in words."""
    return bool(_YEAR_WORDS.search(matched(text)))


def tail_of(title: str) -> str:
    """What stands behind the words of a title."""
    found = _TITLE.search(matched(title))
    return title[found.end() :] if found else title


def _broken(head: tuple[Paragraph, ...], place: int, text: str) -> bool:
    """Whether the words of the title are broken between this line and the next."""
    below = squeezed(head[place + 1].text) if place + 1 < len(head) else ""
    return bool(below) and not is_title(below) and is_title(text + below)


def _with_upper_lines(head: tuple[Paragraph, ...], place: int, text: str) -> _Found:
    """A title that lacks its body has it, or the year and then the body, in the lines above."""
    line = head[place].line
    while place and not body_of(text):
        above = head[place - 1]
        plain = squeezed(above.text)
        if line - above.line > _WIDEST_GAP or not _is_upper_half(plain):
            break
        text, line, place = plain + text, above.line, place - 1
    return _below_divisions(head, place, _Found(text, line))


def _below_divisions(head: tuple[Paragraph, ...], place: int, title: _Found) -> _Found:
    """A title that names no division has those that stand alone in the line above it."""
    above = head[place - 1] if place else None
    if above is None or title.line - above.line > _WIDEST_GAP:
        return title
    name, plain = matched(body_of(title.text)), squeezed(above.text)
    if not name or _IN_A_DIVISION.match(name) or not _DIVISIONS.fullmatch(matched(plain)):
        return title
    return _Found(plain + title.text, above.line)


def _year_below(head: tuple[Paragraph, ...], place: int, text: str) -> str:
    """The year alone in the line below a title that has none."""
    if has_year(text) or place + 1 == len(head):
        return ""
    below = squeezed(head[place + 1].text)
    return below if _YEAR_BELOW.fullmatch(matched(below)) else ""


def _without_site_before(text: str) -> str:
    """A line without the site before a title; `青石镇人民政府——2023年…` is by that government."""
    rest = _SITE_BEFORE.sub("", text)
    return rest if rest is text or body_of(rest) else text


def _without_added(text: str) -> str:
    """A line without what a web page adds behind the words of a title."""
    found = _TITLE.search(matched(text))
    if not found:
        return text
    return text[: found.end()] + _ADDED.sub("", text[found.end() :])


def _is_upper_half(plain: str) -> bool:
    if _YEAR_WORDS.fullmatch(matched(plain)):
        return True
    name = _AROUND.sub("", _YEAR_AT_AN_END.sub("", matched(plain)))
    names = kind_of(name) is not BodyKind.UNKNOWN or name.endswith("政府")
    return names and 2 <= len(plain) <= 40 and not _PUNCTUATION.search(plain)


def _parts(paragraph: Paragraph) -> Iterator[str]:
    """Titles in cells of a table, behind a label, at the end of a path, or before running text."""
    text = cleaned(paragraph.text)
    for part in re.split(r"[|\t>»›]", text):
        cell = _LABEL.sub("", squeezed(part))
        found = _TITLE.search(matched(cell))
        if found and is_title(cell := cell[: found.end()] + _SITE.sub("", cell[found.end() :])):
            yield cell
    opening = squeezed(text)
    found = _TITLE.search(matched(opening[:_LONGEST_TITLE]))
    if found and len(opening) > 2 * _LONGEST_TITLE and is_title(opening[: found.end()]):
        yield opening[: found.end()]


def squeezed(text: str) -> str:
    """A line without white space, controls, conversion residue and the marks of Markdown."""
    plain = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", cleaned(text)).strip(_MARKDOWN)
    quoted = plain[:1] == "《" and plain.find("》") == len(plain) - 1
    return plain[1:-1] if quoted and has_year(plain) else plain


@lru_cache(maxsize=512)  # the same few lines are asked for a title, a year, a body
def matched(text: str) -> str:
    """A text as patterns want it, character for character: simplified, digits narrow."""
    if "".join(filter(str.isdigit, text)).isascii():
        return simplified(text)
    narrow = (unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in text)
    return simplified("".join(c if len(c) == 1 else " " for c in narrow))


def body_of(title: str) -> str:
    """The body as printed in a title, before or after the year."""
    plain = matched(title)
    words = re.search(_WORDS, plain)
    end = words.start() if words else len(title)
    if plain.endswith("人民", 0, end) and plain.startswith("政府", end):
        end += len("政府")  # of 夏镇人民政府信息公开, which prints it once for both
    tag = _DOCUMENT_NUMBER.match(plain) or _TAG.match(plain)
    start = tag.end() if tag else 0
    for year in _YEAR_WORDS.finditer(plain, start, end):
        piece = _AROUND.sub("", title[start : year.start()])
        if piece:
            return piece
        start = year.end()
    return _AROUND.sub("", title[start:end])
