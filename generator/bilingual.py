"""A text in the two languages of the site."""

import re
from typing import Literal, NamedTuple

from generator.regex import regex

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, Lang] = ("zh", "en")

_CHARACTER = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_RUN = regex(rf"\d*[{_CHARACTER}](?:[\d {_CHARACTER}]*[{_CHARACTER}])?")


class Text(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en


def han(shown: str, lang: Lang) -> str:
    """Escaped text without markup, with Chinese on English pages marked as such: voices, fonts and
    line breaks depend on it.

    >>> han("in 怀集县", "en")
    'in <span lang="zh">怀集县</span>'
    """
    if lang == "zh" or shown.isascii():
        return shown
    return _RUN.sub(_marked, shown)


def _marked(run: re.Match[str]) -> str:
    return f'<span lang="zh">{run.group()}</span>'
