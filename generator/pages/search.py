"""Pages on which the texts of reports are searched for words, and the files that they then load.

These are classic scripts, which also load from disk, the same for all languages: for each area
that has a page the ids of its townships or the codes of its parts, as `areas["1101"] = {…}`, and
for each township what its reports say, as `texts["110118105"] = {…}`. The tables are left out, for
they have the same words in every report. Of much text a script names the `next` one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from generator.areas import LISTED, Area
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
from generator.simplified import SIMPLIFIED, TRADITIONAL

AREAS, TEXTS = "search/areas", "search/texts"  # folders of the scripts
CHARACTERS = "traditional.js"  # the script that the search is given beside them
LIMIT = 100_000  # bytes of a file, about, unless one report has more
MOST = 20_000  # reports that are searched at once
File = tuple[str, bytes]  # path below the site's root, content


class Searched(NamedTuple):
    """What is searched: the name of the area's script, how many bodies, and the two folders."""

    name: str
    bodies: int
    areas: str = AREAS
    texts: str = TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """The reports of an area, to be searched, unless they are too many, and its parts."""

    template: ClassVar[str] = "pages/search.html"

    around: AreaLinks
    searched: Searched | None
    areas: AreaTable | None


def search(view: View, area: Area) -> Iterator[Page]:
    """The page on which the texts of an area are searched."""
    reports = area.totals.tally.reports
    yield SearchPage(
        links=view.links(SEARCH.path(area)),
        title=area_title(view, view.t("search.title"), area),
        description=view.t("search.lead", n=grouped(reports, view.lang)),
        section="search",
        crumbs=tuple(area_crumbs(view, SEARCH.base, view.t("nav.search"), area)),
        around=AreaLinks(siblings=tuple(siblings(view, area, SEARCH.base))),
        searched=Searched(_name(area), area.bodies) if reports <= MOST else None,
        areas=_areas(view, area) if SEARCH.is_divided(area) else None,
    )


def searched_files(view: View, area: Area) -> Iterator[File]:
    """The files that name the townships of an area, or its parts, once for all languages."""
    if view.lang != LANGS[0]:
        return
    name = _name(area)
    if SEARCH.is_divided(area):
        yield _list(name, parts=[_name(part) for part in area.parts if SEARCH.size(part)])
        return
    ids = [body.id for body in area.members]
    runs = {f"{name}.{n + 1}": ids[n * LISTED :][:LISTED] for n in range(-(-len(ids) // LISTED))}
    if len(runs) == 1:
        yield _list(name, townships=ids)
    else:  # of those whose place is not known there may be very many
        yield _list(name, parts=list(runs))
        yield from (_list(part, townships=own) for part, own in runs.items())


def _list(name: str, parts: Sequence[str] = (), townships: Sequence[str] = ()) -> File:
    told = _json({"parts": parts, "townships": townships})
    return f"{AREAS}/{name}.js", _script("areas", name, told)


def _name(area: Area) -> str:
    return area.code or "all"


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
        told = b"%s%s]}" % (facts, b",\n".join(run))
        yield f"{TEXTS}/{name}.js", _script("texts", name, told)


def characters() -> bytes:
    """The script with the traditional characters and, in their order, the simplified ones."""
    return b"window.traditional=%s;\n" % _json((TRADITIONAL, SIMPLIFIED))


def _script(kind: str, name: str, told: bytes) -> bytes:
    return b'(window.%s??={})["%s"]=%s;\n' % (kind.encode(), name.encode(), told)


def _text(one: Prepared) -> bytes:
    """A report: its id, its year, the first lines of further parts of the original, and its prose
    with the headings, line by line."""
    report = one.dossier.report
    firsts = [part.first for part in one.original[1:]]
    lines = [(line, text.strip()) for _, line, text in one.paragraphs]
    headings = [(section.line, section.heading) for section in report.sections]
    return _json((report.id, report.year, firsts, sorted(lines + headings)))


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
