"""The rows of tables of what is compared, as HTML.

They are most of what the pages of areas are made of, so they are made as strings: as loops of a
template, they took longer than all the rest of such a page.
"""

from generator.fragments import escaped
from generator.links import Links, address
from generator.metrics import METRICS
from generator.model import MeasureStatus
from generator.pages.base import PlaceName, View, once
from generator.pages.numbers import joined
from generator.pages.sheets import Compared
from generator.pages.subjects import Shown, Subject, shown


def metric_rows(view: View, links: Links, found: Compared, metric: str) -> str:
    """One metric of each row: of areas the reports it is made of, the value, its interval, why."""
    rated = METRICS[metric].denominator is not None
    return "".join(
        f"<tr>{_name(view, links.root, subject)}{_reports(found, subject.usable(metric))}"
        f"{_measure(view, subject, metric, rated=rated)}</tr>\n"
        for subject in found.rows
    )


def all_rows(view: View, links: Links, found: Compared) -> str:
    """All metrics of each row."""
    return "".join(
        f"<tr>{_name(view, links.root, subject)}{_reports(found, subject.reports)}"
        f"{''.join(_lines(view, shown(view, subject, metric)) for metric in METRICS)}</tr>\n"
        for subject in found.rows
    )


def province_rows(view: View, provinces: tuple[Subject, ...], metric: str) -> str:
    """One metric of provinces that have no page."""
    rated = METRICS[metric].denominator is not None
    return "".join(
        f'<tr><th scope="row">{escaped(province.place.name)}</th>'
        f'<td class="n">{province.usable(metric)}</td>'
        f"{_measure(view, province, metric, rated=rated)}</tr>\n"
        for province in provinces
    )


@once
def _name(view: View, root: str, subject: Subject) -> str:
    """The cell that names a row on pages from which `root` leads to the root of the site."""
    href = escaped(address(root, view.lang, subject.path))
    mark = view.t("metric.flagged")
    flag = (
        f' <a class="flagmark" href="{href}#findings" aria-label="{escaped(mark)}">●</a>'
        if subject.flagged
        else ""
    )
    return f'<th scope="row"><a href="{href}">{_place(subject.place)}</a>{flag}</th>'


def _place(place: PlaceName) -> str:
    lang = ' lang="zh"' if place.named else ""
    spoken = f' <span class="pinyin">{escaped(place.pinyin)}</span>' if place.pinyin else ""
    return f"<span{lang}>{escaped(place.name)}</span>{spoken}"


def _reports(found: Compared, number: int) -> str:
    return f'<td class="n">{number}</td>' if found.areas else ""


def _measure(view: View, subject: Subject, metric: str, *, rated: bool) -> str:
    """The value, its interval, why there is none or how far it can be trusted."""
    said = shown(view, subject, metric)
    note = view.broken_note(subject.sums) if subject.sums else ""
    remark = joined(view.t, said.remark, note)
    spread = f"<td>{said.interval}</td>" if rated else ""
    return f'<td class="n">{escaped(said.value)}</td>{spread}<td>{escaped(remark)}</td>'


def _lines(view: View, said: Shown) -> str:
    """A value and below it, on a line of its own, its interval or why there is none."""
    value, below = said.value, ""
    if said.measure.status is MeasureStatus.NO_DENOMINATOR:
        value, below = "—", said.value
    elif said.interval:
        below = view.t("measure.interval", interval=said.interval)
    quiet = f'<br><span class="small quiet">{escaped(below)}</span>' if below else ""
    return f'<td class="n"><span class="nowrap">{escaped(value)}</span>{quiet}</td>'
