"""`content/site.toml` → Settings."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.bilingual import Text
from generator.corpus.problems import Problem
from generator.corpus.table_file import is_given
from generator.errors import ContentError
from generator.regex import regex
from generator.settings import Settings, Thresholds

_TEXT_KEYS = ("base_url", "contact", "publisher", "licence")
_TABLES = {"title": ("zh", "en"), "thresholds": Thresholds._fields}
_REMEDY = "Remove or rename it."
_MISPLACED = "Move it above the first line in brackets."
_URL = regex(r"https?://[^\s\"<>?#]+")  # paths are put at its end


def read_settings(path: Path, problems: list[Problem]) -> Settings:
    """The settings of the site, defaults where nothing is written."""
    given = _load(path)
    default = Settings()
    texts = {key: _text(path, given, key, getattr(default, key)) for key in _TEXT_KEYS}
    tables = {name: _table(path, given, name) for name in _TABLES}
    problems += [Problem(path.name, *said) for said in _unused(given, tables)]
    title = tables["title"]
    return Settings(
        title=Text(
            _text(path, title, "zh", "").strip() or default.title.zh,
            _text(path, title, "en", "").strip() or default.title.en,
        ),
        base_url=base_url(texts["base_url"], path.name),
        contact=texts["contact"],
        publisher=texts["publisher"],
        licence=texts["licence"],
        thresholds=_thresholds(path, tables["thresholds"]),
    )


def base_url(value: str, where: str) -> str:
    """The address of the site with one slash at its end, or "" when none is given."""
    if value and not _URL.fullmatch(value):
        raise ContentError(
            where,
            f'base_url is "{value}", expected an address with https:// and without ? or #',
            "Correct it.",
        )
    return value.rstrip("/") + "/" if value else ""


def _load(path: Path) -> Mapping[str, object]:
    if not is_given(path):
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path.name, f"not readable as TOML ({error})", "Correct it.") from error


def _table(path: Path, given: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = given.get(key, {})
    if not isinstance(value, dict):
        raise ContentError(path.name, f"{key} is not a table", f"Write [{key}] above its keys.")
    return value


def _unused(
    given: Mapping[str, object], tables: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[str, str]]:
    """What is said of keys that are not known where they stand, and what to do about each."""
    at_the_top = (*_TEXT_KEYS, *_TABLES)
    for key in given:
        if key not in at_the_top:
            yield f"key {key!r} is not known and not used", _REMEDY
    for name, table in tables.items():
        for key in table:
            if key not in _TABLES[name]:
                remedy = _MISPLACED if key in at_the_top else _REMEDY
                yield f"key {key!r} below [{name}] is not known and not used", remedy


def _text(path: Path, given: Mapping[str, object], key: str, default: str) -> str:
    value = given.get(key, default)
    if not isinstance(value, str):
        raise ContentError(path.name, f"{key} is {value!r}, expected text", "Put it in quotes.")
    return value


def _thresholds(path: Path, given: Mapping[str, object]) -> Thresholds:
    default = Thresholds()
    rate, plain = given.get("rate", default.rate), given.get("plain", default.plain)
    if type(rate) is int and type(plain) is int and 1 <= rate <= plain:
        return Thresholds(rate, plain)
    raise ContentError(
        path.name,
        f"thresholds are rate = {rate!r} and plain = {plain!r}, expected whole numbers from 1",
        "Correct them; plain is not below rate.",
    )
