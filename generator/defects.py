"""`--strict`: what is wrong with the site itself, looked for before anything of it is published.

That is words that are missing in a language, links and fragments that lead nowhere, and pages over
their budget. What a township printed is never wrong with the site, and weighs nothing here.

Pages are looked at in batches, new and unchanged ones alike. Links to places on other pages wait in
a database on disk until all pages were seen; then each page is asked once for those it should have.
"""

import posixpath
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from html import unescape
from itertools import chain, groupby, islice
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from generator.bilingual import LANGS
from generator.errors import DefectError
from generator.messages import catalogue
from generator.progress import Progress
from generator.regex import regex
from generator.render.compiled import TEMPLATES
from generator.staging import Stage
from generator.workers import Workers

HEAVIEST = 300_000  # bytes of HTML without what a township printed
_MOST_NAMED = 50
_PAGES = 64  # in a batch
_TARGETS = 2048  # in memory at once
# Our own HTML: `<` and `>` stand nowhere but around tags, every value of an attribute is quoted.
_LINK = regex(r'<[a-z][^>]*?\s(?:href|src)="([^"]*)"')
_ID = regex(r'<[a-z][^>]*?\sid="([^"]*)"')
_PRINTED = regex(
    r'<div class="original".*?</ol></div>|<div class="prose" lang="zh">.*?</div>'
    r'|<p class="said" lang="zh">.*?</p>',
    re.DOTALL,
)
_KEY = regex(r'\bt\(\s*"([a-z_]+\.[a-z_0-9]+)"\s*[,)]')
_TABLE = (
    "create table wanted (target text, fragment text, page text, primary key (target, fragment)) "
    "without rowid"
)

Thing = TypeVar("Thing")
Place = tuple[str, str]  # a file of the site, and a fragment of it or ""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site; `wanted` are fragments that it should have, each with who links there."""

    path: str
    wanted: tuple[Place, ...] = ()

    @property
    def label(self) -> str:
        """What messages call it."""
        return self.path


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen on a page: what is wrong with it alone, and what it needs elsewhere."""

    defects: tuple[str, ...]
    links: tuple[Place, ...]


def refuse_defective_words() -> None:
    """DefectError when a key of the messages has no words in one of the languages."""
    _refuse(_missing_words())


def refuse_defective_pages(
    files: AbstractSet[str], stage: Stage, workers: Workers, progress: Progress
) -> None:
    """DefectError when a page is too heavy, or leads to what is not among the files of the site."""
    _refuse(_of_pages(files, stage, workers, progress))


def _refuse(defects: Iterator[str]) -> None:
    named = list(islice(defects, _MOST_NAMED))
    more = sum(1 for _ in defects)
    if named:
        raise DefectError([*named, *[f"and {more} more"] * bool(more)])


def _missing_words() -> Iterator[str]:
    known = frozenset().union(*map(catalogue, LANGS))
    for lang in LANGS:
        for key in sorted(known - catalogue(lang).keys()):
            yield f"generator/messages/{lang}.toml: has no words for {key}"
    for path in sorted(TEMPLATES.rglob("*.html")):
        named = set(_KEY.findall(path.read_text(encoding="utf-8")))
        for key in sorted(named - known):
            yield f"{path.relative_to(TEMPLATES.parent).as_posix()}: there are no words for {key}"


def _of_pages(
    files: AbstractSet[str], stage: Stage, workers: Workers, progress: Progress
) -> Iterator[str]:
    pages = [SitePage(path) for path in sorted(files) if path.endswith(".html")]
    seen = chain.from_iterable(workers.map(Look(stage), list(_runs(pages, _PAGES))))
    with closing(sqlite3.connect("")) as database:
        database.execute(_TABLE)
        for page, one in zip(pages, progress(seen, "checking pages", len(pages)), strict=True):
            yield from one.defects
            known = [place for place in one.links if place[0] in files]
            yield from (_leads(page.path, *place) for place in one.links if place[0] not in files)
            database.executemany(
                "insert or ignore into wanted values (?, ?, ?)",
                ((target, fragment, page.path) for target, fragment in known if fragment),
            )
        for targets in _runs(_targets(database), _TARGETS):
            found = workers.map(Ask(stage), list(_runs(targets, _PAGES)))
            yield from chain.from_iterable(found)


def _targets(database: sqlite3.Connection) -> Iterator[SitePage]:
    rows = database.execute("select target, fragment, page from wanted order by target, fragment")
    for path, those in groupby(rows, key=lambda row: str(row[0])):
        yield SitePage(path, tuple((fragment, page) for _, fragment, page in those))


@dataclass(frozen=True, slots=True)
class Look:
    """The first look at some pages."""

    stage: Stage

    def __call__(self, pages: Sequence[SitePage]) -> tuple[Seen, ...]:
        """What was seen on each."""
        return tuple(_seen(page.path, _text(self.stage, page)) for page in pages)


@dataclass(frozen=True, slots=True)
class Ask:
    """The second look, at the pages that others lead to."""

    stage: Stage

    def __call__(self, targets: Sequence[SitePage]) -> tuple[str, ...]:
        """The links that lead to no place on them."""
        return tuple(
            _leads(page, target.path, fragment)
            for target in targets
            for ids in [_ids(_text(self.stage, target))]
            for fragment, page in target.wanted
            if fragment not in ids
        )


def _seen(path: str, text: str) -> Seen:
    weight = len(_PRINTED.sub("", text).encode())
    heavy = f"{path}: {weight:,} bytes without the original text, expected {HEAVIEST:,} at most"
    links = {_place(path, unescape(found)) for found in set(_LINK.findall(text))} - {None}
    places = sorted(place for place in links if place)
    ids = _ids(text)
    lost = [place for place in places if place[0] == path and place[1] and place[1] not in ids]
    defects = [heavy] * (weight > HEAVIEST) + [_leads(path, *place) for place in lost]
    return Seen(tuple(defects), tuple(place for place in places if place[0] != path))


def _place(page: str, address: str) -> Place | None:
    """Where a link leads, None when it leaves the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    fragment = "" if "=" in parts.fragment else unquote(parts.fragment)  # else what a script reads
    if not parts.path:
        return page, fragment
    path = posixpath.join(posixpath.dirname(page), unquote(parts.path))
    return posixpath.normpath(path), fragment


def _ids(text: str) -> set[str]:
    return {unescape(found) for found in _ID.findall(text)}


def _text(stage: Stage, page: SitePage) -> str:
    return stage.place(page.path).read_text(encoding="utf-8")


def _leads(page: str, target: str, fragment: str) -> str:
    return f"{page}: leads to {target}{'#' * bool(fragment)}{fragment}, which is not there"


def _runs(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    rest = iter(things)
    while run := list(islice(rest, size)):
        yield run
