"""Passages that reports share, side by side: pairs of different bodies, then years of one body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar

from generator.areas import Area
from generator.model import (
    ALIKE,
    FEW_BODIES,
    LEAST_COMPARED,
    MOST_BODIES,
    MOST_PARTNERS,
    MOSTLY_ALIKE,
    PASSAGE,
    Dossier,
    SharedPassage,
)
from generator.numerals import grouped, percent
from generator.pages.area_pages import (
    SIMILAR,
    AreaLinks,
    AreaTable,
    area_crumbs,
    area_table,
    area_title,
    page_count,
    pager,
    siblings,
)
from generator.pages.base import (
    Crumb,
    NamedLink,
    Page,
    PlaceName,
    View,
    pair_anchor,
    report_path,
)
from generator.pages.causes import line_path
from generator.similar_pairs import Pair, alike

Pieces = tuple[tuple[str, bool], ...]
_MOST_PASSAGES = 20
_LONG = 3000  # characters of a passage
_STRIP = 1000  # the width of a strip that stands for the whole of a text


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A passage as one of the two reports prints it, and the lines where it does.

    `pieces` say of each stretch of it whether the other report prints it otherwise.
    """

    pieces: Pieces
    place: NamedLink


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage in both reports; `characters` says how many of it are compared."""

    characters: str
    sides: tuple[PrintedPassage, PrintedPassage]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a text a passage stands, in thousandths."""

    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports: how much of it the other has too, and where in it that stands."""

    name: str
    place: PlaceName
    year: str
    path: str
    share: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ShownPair:
    """Two reports whose prose is alike."""

    anchor: str
    same_body: bool
    sides: tuple[Side, Side]
    passages_heading: str
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class PairGroup:
    """The pairs on a page that are of different bodies, or of one body."""

    heading: str
    pairs: tuple[ShownPair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarPage(Page):
    """Some of the pairs whose prose is alike, or the parts of an area that has many."""

    template: ClassVar[str] = "pages/similar.html"

    around: AreaLinks
    summary: str
    areas: AreaTable | None
    groups: tuple[PairGroup, ...]
    how: tuple[str, ...]


def similar(view: View, area: Area) -> Iterator[Page]:
    """The pages of the pairs of an area, and one that says so when there are none."""
    pairs = () if SIMILAR.is_divided(area) else alike(area)
    count = page_count(len(pairs), SIMILAR.limit)
    for number in range(1, count + 1):
        first = (number - 1) * SIMILAR.limit
        yield _page(view, area, pairs[first : first + SIMILAR.limit], number, count)


def _page(view: View, area: Area, pairs: tuple[Pair, ...], number: int, count: int) -> SimilarPage:
    t, first = view.t, Crumb(view.t("nav.findings"), "/findings/")
    return SimilarPage(
        links=view.links(SIMILAR.path(area, number)),
        title=area_title(view, t("similar.title"), area, number),
        description=t("similar.description"),
        section="findings",
        crumbs=(first, *area_crumbs(view, SIMILAR.base, t("nav.similar"), area)),
        around=AreaLinks(
            siblings=tuple(siblings(view, area, SIMILAR.base)),
            pages=tuple(pager(view, lambda n: SIMILAR.path(area, n), number, count)),
        ),
        summary=_summary(view, area),
        areas=_areas(view, area) if SIMILAR.is_divided(area) else None,
        groups=tuple(_groups(view, pairs)),
        how=tuple(_how(view)),
    )


def _summary(view: View, area: Area) -> str:
    reports, pairs = (grouped(number, view.lang) for number in _counted(area))
    if not SIMILAR.size(area):
        return view.t("similar.none", n=reports)
    if SIMILAR.is_divided(area):
        return view.t("similar.count_parts", n=reports, pairs=pairs)
    return view.t("similar.count_area" if area.code else "similar.count", n=reports, pairs=pairs)


def _areas(view: View, area: Area) -> AreaTable:
    heads = (view.t("word.reports"), view.t("similar.pairs"))
    return area_table(view, SIMILAR, area, _counted, heads)


def _counted(area: Area) -> tuple[int, ...]:
    return area.totals.tally.reports, area.pairs


def _how(view: View) -> Iterator[str]:
    """How likeness is measured, in paragraphs."""
    t = view.t
    yield t("similar.how_text", passage=PASSAGE)
    yield t("similar.how_left_out")
    yield t("similar.how_common", most=MOST_BODIES, twice=2 * MOST_BODIES, few=FEW_BODIES)
    alike, mostly = percent(ALIKE), percent(MOSTLY_ALIKE)
    yield t("similar.how_threshold", alike=alike, mostly=mostly, partners=MOST_PARTNERS)
    yield t("similar.how_short", least=LEAST_COMPARED)


def _groups(view: View, pairs: tuple[Pair, ...]) -> Iterator[PairGroup]:
    for same_body, key in ((False, "similar.elsewhere"), (True, "similar.own_years")):
        shown = tuple(_pair(view, pair) for pair in pairs if pair.same_body is same_body)
        if shown:
            yield PairGroup(view.t(key), shown)


def _pair(view: View, pair: Pair) -> ShownPair:
    t, overlap = view.t, pair.overlap
    passages = overlap.passages
    longest = sorted(passages, key=lambda passage: -passage.length)[:_MOST_PASSAGES]
    shown = sorted(longest, key=lambda passage: passage.start)
    here = tuple((p.start, p.length / overlap.length) for p in passages)
    there = tuple((p.other_start, p.length / overlap.other_length) for p in passages)
    some = "similar.passages_some" if len(shown) < len(passages) else "similar.passages"
    return ShownPair(
        anchor=pair_anchor(pair.ids),
        same_body=pair.same_body,
        sides=(
            _side(view, pair.first, (overlap.shared, overlap.compared), here),
            _side(view, pair.second, (overlap.other_shared, overlap.other_compared), there),
        ),
        passages_heading=t(some, n=len(passages), shown=len(shown)),
        passages=tuple(_passage(view, pair, passage) for passage in shown),
    )


def _name(view: View, dossier: Dossier) -> str:
    return view.t("similar.name", name=_bare(view, dossier), year=view.year(dossier))


def _bare(view: View, dossier: Dossier) -> str:
    return view.place(dossier.report.body).name


def _side(
    view: View,
    dossier: Dossier,
    counted: tuple[int, int],
    places: tuple[tuple[float, float], ...],
) -> Side:
    shared, compared = counted
    return Side(
        name=_name(view, dossier),
        place=view.place(dossier.report.body),
        year=view.year(dossier),
        path=report_path(dossier),
        share=view.t(
            "similar.share",
            shared=grouped(shared, view.lang),
            compared=grouped(compared, view.lang),
            percent=percent(shared / compared),
        ),
        marks=tuple(
            Mark(round(start * _STRIP), max(round(width * _STRIP), 1)) for start, width in places
        ),
    )


def _passage(view: View, pair: Pair, passage: SharedPassage) -> ShownPassage:
    here, there = _pieces(passage.text, passage.other_text)
    lines = (passage.line, passage.last_line), (passage.other_line, passage.other_last_line)
    return ShownPassage(
        view.t("similar.characters", n=passage.length),
        (
            PrintedPassage(here, _lines(view, pair.first, lines[0])),
            PrintedPassage(there, _lines(view, pair.second, lines[1])),
        ),
    )


def _pieces(one: str, other: str) -> tuple[Pieces, Pieces]:
    """Two printed texts cut where they differ: in names, digits and punctuation."""
    # Character by character is slow where much is said again and again.
    cut = _clauses if max(len(one), len(other)) > _LONG else list
    here, there = cut(one), cut(other)
    steps = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    return (
        tuple(("".join(here[a:b]), kind != "equal") for kind, a, b, _, _ in steps if a < b),
        tuple(("".join(there[a:b]), kind != "equal") for kind, _, _, a, b in steps if a < b),
    )


def _clauses(text: str) -> list[str]:
    return re.split(r"(?<=[，。；：、\n])", text)


def _lines(view: View, dossier: Dossier, lines: tuple[int, int]) -> NamedLink:
    first, last = lines
    key = "similar.at_line" if first == last else "similar.at_lines"
    text = view.t(key, name=_name(view, dossier), first=first, last=last)
    return NamedLink(text, line_path(dossier, first))
