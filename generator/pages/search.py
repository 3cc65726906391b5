"""Pages on which the texts of reports are searched for words, and the texts that they then load.

The texts are classic scripts, which also load from disk: one for each township, the same for all
languages, as `texts["110118105"] = {…}`. It holds the prose alone, for the tables have the same
words in every report; of a township with much of it a script names the `next` one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.areas import Area
from generator.bilingual import LANGS, Lang
from generator.numerals import grouped
from generator.pages.area_pages import (
    SEARCH,
    AreaLinks,
    AreaTable,
    area_crumbs,
    area_table,
    area_title,
    siblings,
)
from generator.pages.base import Page, View
from generator.pages.prepared import Prepared

FOLDER = "search/texts"
LIMIT = 100_000  # bytes of a file, about, unless one report has more
File = tuple[str, bytes]  # path below the site's root, content


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """The reports of an area, to be searched, or its parts.

    `townships` are the ids of those whose texts are loaded from `folder`.
    """

    template: ClassVar[str] = "pages/search.html"

    around: AreaLinks
    areas: AreaTable | None
    townships: tuple[str, ...]
    folder: str = FOLDER


def search(view: View, area: Area) -> Iterator[Page]:
    """The page on which the texts of an area are searched."""
    divided = SEARCH.is_divided(area)
    reports = grouped(area.totals.tally.reports, view.lang)
    yield SearchPage(
        links=view.links(SEARCH.path(area)),
        title=area_title(view, view.t("search.title"), area),
        description=view.t("search.lead", n=reports),
        section="search",
        crumbs=tuple(area_crumbs(view, SEARCH.base, view.t("nav.search"), area)),
        around=AreaLinks(siblings=tuple(siblings(view, area, SEARCH.base))),
        areas=_areas(view, area) if divided else None,
        townships=() if divided else tuple(body.id for body in area.members),
    )


def _areas(view: View, area: Area) -> AreaTable:
    heads = (view.t("word.bodies"), view.t("word.reports"))
    return area_table(view, SEARCH, area, _counted, heads)


def _counted(area: Area) -> tuple[int, ...]:
    return area.bodies, area.totals.tally.reports


def text_files(views: Mapping[Lang, View], texts: Iterable[Prepared]) -> Iterator[File]:
    """The files with the texts of a township, the only one of the views; its place is its name,
    where it is, and its pinyin, by language."""
    (township,) = views[LANGS[0]].townships.values()
    places = {lang: view.place(township.main)[:3] for lang, view in views.items()}
    runs = list(_runs(map(_text, texts)))
    names = [township.id, *(f"{township.id}.{number}" for number in range(2, len(runs) + 1))]
    for name, following, run in zip(names, [*names[1:], ""], runs, strict=True):
        facts = _json({"place": places, "next": following, "reports": []})[:-2]
        start = b'(window.texts??={})["%s"]=%s' % (name.encode(), facts)
        yield f"{FOLDER}/{name}.js", b"%s%s]};\n" % (start, b",\n".join(run))


def _text(one: Prepared) -> bytes:
    """A report: its id, its year, the first lines of further parts of the original, its prose."""
    report = one.dossier.report
    firsts = [part.first for part in one.original[1:]]
    lines = [(line, text.strip()) for _, line, text in one.paragraphs]
    return _json((report.id, report.year, firsts, lines))


def _json(value: object) -> bytes:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return told.replace("<", "\\u003c").encode()  # no markup, wherever this text may end up


def _runs(texts: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The reports in runs of about one size, at least one run."""
    run, size = list[bytes](), 0
    for text in texts:
        if run and size + len(text) > LIMIT:
            yield run
            run, size = [], 0
        run.append(text)
        size += len(text)
    yield run
