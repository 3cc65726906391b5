"""A township beside the others of its county: their numbers in one year, and who else there is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.areas import Region
from generator.bilingual import han
from generator.fragments import escaped
from generator.links import Links
from generator.metrics import METRICS
from generator.metrics.headline import DISCLOSED, RECEIVED, Headline, pooled
from generator.model import Township
from generator.numerals import grouped
from generator.pages.area_pages import DIRECTORY, area_path
from generator.pages.base import NamedLink, View, metric_path, township_path
from generator.pages.directory import Listed
from generator.pages.numbers import broken_note
from generator.pages.tables import named, short
from generator.surroundings import County, Neighbour


class Neighbours(NamedTuple):
    """The others of a county: a table of a year, as HTML, or why there is none; the rest as a list.

    `everyone` is where all are listed when a page does not name them all.
    """

    table: str
    note: str
    flagged: bool
    rest: tuple[Listed, ...]
    rest_heading: str
    everyone: NamedLink | None


class _Row(NamedTuple):
    """A body and what is told of it in the year; `own` is that whose page it is."""

    one: Neighbour
    said: Headline
    own: bool


def neighbours(view: View, links: Links, township: Township) -> Neighbours:
    """What the page of a township shows of the others of its county."""
    t, around = view.t, view.surroundings[township.id]
    county = around.county
    others = county.beside(township.id)
    own = next((one for one in county.bodies if one.id == township.id), None)
    year = _year(own, others)
    rows = tuple(_rows(township.id, (own, *others), year)) if own and year else ()
    shown = {row.one.id for row in rows}
    rest = tuple(_listed(view, one) for one in others if one.id not in shown)
    alone = t("township.no_neighbours") if own else t("township.no_county")
    return Neighbours(
        table=_table(view, links, rows, year, whole=county.is_shown_whole) if year else "",
        note="" if others else alone,
        flagged=any(row.said.unbalanced for row in rows),
        rest=rest,
        rest_heading=t("township.others_without", year=year) if year and rest else "",
        everyone=_everyone(view, county, around.listed_in),
    )


def _year(own: Neighbour | None, others: Sequence[Neighbour]) -> int | None:
    """The latest year of a body in which another has a report as well."""
    years = own.told if own else {}
    return max((y for y in years if any(y in other.told for other in others)), default=None)


def _rows(township: str, bodies: Iterable[Neighbour], year: int) -> Iterator[_Row]:
    """Those with a report of the year, in the order of their codes."""
    for one in sorted(bodies, key=lambda one: one.id):
        if year in one.told:
            yield _Row(one, one.told[year], one.id == township)


def _table(view: View, links: Links, rows: Sequence[_Row], year: int, *, whole: bool) -> str:
    """All of them, and together if it is the `whole` county."""
    *_, county = view.place(rows[0].one.body).where.split(" › ")
    said = (view.t("township.beside", year=year, county=county), view.t("measure.legend"))
    caption = han(escaped((view.t("site.stop") + view.t("site.space")).join(said)), view.lang)
    heads = "".join(
        f'<th scope="col" class="n"><a href="{escaped(links.page(metric_path(metric)))}">'
        f"{escaped(METRICS[metric].title.in_(view.lang))}</a></th>"
        for metric in (RECEIVED, DISCLOSED)
    )
    body = "".join(_line(view, links, row) for row in rows)
    return (
        f'<table class="list full first-sticky counts"><caption>{caption}</caption>\n'
        f'<thead><tr><th scope="col">{escaped(view.t("word.township"))}</th>{heads}</tr></thead>\n'
        f"<tbody>{body}</tbody>{_foot(view, rows) if whole else ''}</table>"
    )


def _line(view: View, links: Links, row: _Row) -> str:
    name = named(view.place(row.one.body))
    href = escaped(links.page(township_path(row.one.id)))
    shown = f"<strong>{name}</strong>" if row.own else f'<a href="{href}">{name}</a>'
    label = escaped(view.t("metric.flagged"))
    mark = f' <span class="flagmark" role="img" aria-label="{label}">●</span>'
    flag = mark if row.said.unbalanced else ""
    return f'<tr><th scope="row">{shown}{flag}</th>{_cells(view, row.said)}</tr>\n'


def _foot(view: View, rows: Sequence[_Row]) -> str:
    """All together; of how many reports it is that do not add up is said as well."""
    whole = pooled(row.said for row in rows)
    note = broken_note(view.t, whole.unbalanced)
    quiet = f'<br><span class="small quiet">{escaped(note)}</span>' if note else ""
    head = f'<th scope="row">{escaped(view.t("metric.pooled"))}{quiet}</th>'
    return f"<tfoot><tr>{head}{_cells(view, whole)}</tr></tfoot>"


def _cells(view: View, said: Headline) -> str:
    measures = said.measures(view.survey.settings.thresholds)
    return "".join(short(measure, view.lang) for measure in measures)


def _listed(view: View, one: Neighbour) -> Listed:
    return Listed(
        place=view.place(one.body),
        path=township_path(one.id),
        code=one.body.division_code,
        file="",
        years=view.t("site.list").join(map(view.dated, one.years)),
    )


def _everyone(view: View, county: County, listed_in: Sequence[Region]) -> NamedLink | None:
    if county.is_shown_whole:
        return None
    path = area_path(DIRECTORY.base, listed_in[-1]) if listed_in else DIRECTORY.base
    return NamedLink(view.t("township.all_neighbours", n=grouped(county.others, view.lang)), path)
