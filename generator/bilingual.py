"""A text in the two languages of the site."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, Lang] = ("zh", "en")


class Text(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en
