"""The words of the site in two languages; report text is never translated."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generator.bilingual import Lang

Translate = Callable[..., str]

_FOLDER = Path(__file__).parent


@cache
def catalogue(lang: Lang) -> dict[str, str]:
    """All messages of one language by dotted key, such as `report.findings`."""
    tables = tomllib.loads((_FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    return {
        f"{section}.{key}": message
        for section, messages in tables.items()
        for key, message in messages.items()
    }


@cache
def translator(lang: Lang) -> Translate:
    """`t(key, **facts)`: the message with its facts filled in; a missing key is a KeyError."""
    messages = catalogue(lang)

    def translate(key: str, **facts: object) -> str:
        message = messages[key]
        return message.format(**facts) if facts else message

    return translate
