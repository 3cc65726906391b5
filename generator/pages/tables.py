"""The tables of metrics, as HTML.

They are most of what the pages of areas and much of what those of townships are made of, so they
are made as strings: as loops of a template, they took longer than all the rest of such a page.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from generator.bilingual import Lang, han
from generator.fragments import escaped
from generator.links import Links, address
from generator.messages import translator
from generator.metrics import METRICS
from generator.model import Dossier, Measure
from generator.pages.base import PlaceName, View, metric_path, once
from generator.pages.numbers import broken_note, interval, joined, lines, remark
from generator.pages.sheets import Compared
from generator.pages.subjects import ComparedSubject


def metric_table(view: View, links: Links, found: Compared, metric: str, caption: str) -> str:
    """One metric of each row, and of all pooled."""
    rated, areas, root = _rated(metric), found.areas, links.root
    rows = "".join(
        f"<tr>{_name(view, root, subject)}{_reports(subject.usable(metric)) if areas else ''}"
        f"{_measure(view, subject, metric)}</tr>\n"
        for subject in found.rows
    )
    pooled, shown = found.pooled, han(escaped(caption), view.lang)
    return (
        f'<table class="list full first-sticky measures"><caption>{shown}</caption>\n'
        f"{_head(view, 'word.area' if areas else 'word.township', areas, rated)}\n"
        f"<tbody>{rows}</tbody>\n"
        f'<tfoot><tr><th scope="row">{escaped(view.t("metric.pooled"))}</th>'
        f"{_reports(pooled.usable(metric)) if areas else ''}"
        f"{_measure(view, pooled, metric)}</tr></tfoot></table>"
    )


def province_table(view: View, provinces: tuple[ComparedSubject, ...], metric: str) -> str:
    """One metric of provinces that have no page, beside townships of theirs."""
    rated = _rated(metric)
    rows = "".join(
        f'<tr><th scope="row">{named(province.place)}</th>'
        f"{_reports(province.usable(metric))}"
        f"{_measure(view, province, metric)}</tr>\n"
        for province in provinces
    )
    caption = escaped(view.t("metrics.pooled_note"))
    return (
        f'<table class="list full measures"><caption>{caption}</caption>\n'
        f"{_head(view, 'word.province', True, rated)}\n<tbody>{rows}</tbody></table>"
    )


def all_rows(view: View, links: Links, found: Compared) -> str:
    """All metrics of each row."""
    areas, root = found.areas, links.root
    return "".join(
        f"<tr>{_name(view, root, subject)}{_reports(subject.reports) if areas else ''}"
        f"{_each(view.lang, [subject.measure(view, metric) for metric in METRICS])}</tr>\n"
        for subject in found.rows
    )


def year_rows(view: View, links: Links, dossiers: Sequence[Dossier]) -> str:
    """Each metric of some reports of one body."""
    lang, root = view.lang, links.root
    return "".join(
        f"<tr>{_metric(lang, root, metric)}"
        f"{_each(lang, [one.measures[metric] for one in dossiers])}</tr>\n"
        for metric in METRICS
    )


@cache
def _metric(lang: Lang, root: str, metric: str) -> str:
    """The cell that names a metric."""
    href = escaped(address(root, lang, metric_path(metric)))
    title = escaped(METRICS[metric].title.in_(lang))
    return f'<th scope="row"><a href="{href}">{title}</a></th>'


def _rated(metric: str) -> bool:
    """Whether it may be a rate; else it is a count."""
    return METRICS[metric].denominator is not None


@once
def _head(view: View, kind: str, several: bool, rated: bool) -> str:
    """What the columns are; rows of a `kind` that is about `several` reports say of how many."""
    words = [view.t("metric.count")]
    if rated:
        words = [view.t("metric.fraction")]
    reports = [view.t("word.reports")] if several else []
    numbers = "".join(f'<th scope="col" class="n">{escaped(one)}</th>' for one in reports + words)
    spread = f'<th scope="col">{escaped(view.t("metric.interval"))}</th>' if rated else ""
    return (
        f'<thead><tr><th scope="col">{escaped(view.t(kind))}</th>{numbers}{spread}'
        f'<th scope="col">{escaped(view.t("metric.remark"))}</th></tr></thead>'
    )


@once
def _name(view: View, root: str, subject: ComparedSubject) -> str:
    """The cell that names a row on pages from which `root` leads to the root of the site."""
    href = escaped(view.addresses(root)[subject.path])
    mark = view.t("metric.flagged")
    flag = (
        f' <a class="flagmark" href="{href}#findings" aria-label="{escaped(mark)}">●</a>'
        if subject.flagged
        else ""
    )
    return f'<th scope="row"><a href="{href}">{named(subject.place)}</a>{flag}</th>'


def named(place: PlaceName) -> str:
    """A place by its name, on English pages with pinyin."""
    lang = ' lang="zh"' if place.named else ""
    spoken = f' <span class="pinyin">{escaped(place.pinyin)}</span>' if place.pinyin else ""
    return f"<span{lang}>{escaped(place.name)}</span>{spoken}"


def _reports(number: int) -> str:
    return f'<td class="n">{number}</td>'


def _measure(view: View, subject: ComparedSubject, metric: str) -> str:
    broken = subject.sums.unbalanced if subject.sums else 0
    return _full(subject.measure(view, metric), view.lang, broken)


@lru_cache(maxsize=4096)  # most numbers are small, and many reports have the same
def _full(measure: Measure, lang: Lang, broken: int) -> str:
    """The value, its interval, why there is none or how far it can be trusted.

    Of an area it is also said how many `broken` reports it has.
    """
    t = translator(lang)
    spread = f"<td>{interval(measure)}</td>" if _rated(measure.metric) else ""
    return (
        f'<td class="n">{escaped(lines(measure, t, lang).value)}</td>{spread}'
        f"<td>{escaped(joined(t, remark(measure, t), broken_note(t, broken)))}</td>"
    )


def _each(lang: Lang, measures: Iterable[Measure]) -> str:
    return "".join([short(measure, lang) for measure in measures])


@lru_cache(maxsize=4096)
def short(measure: Measure, lang: Lang) -> str:
    """The cell of a value, and on a line below its interval; the legend says what that is."""
    value, below = lines(measure, translator(lang), lang)
    quiet = f'<br><span class="small quiet nowrap">{escaped(below)}</span>' if below else ""
    return f'<td class="n"><span class="nowrap">{escaped(value)}</span>{quiet}</td>'
