"""What readers may choose on the first page of comparisons, and the numbers that it then loads.

The numbers are classic scripts, which also load from disk: one for each area that has a page of
comparisons. That of an area that is shown whole holds its townships, as `compared.all = {…}`; that
of any other is a list of further ones, each with the first id that may stand in it, of which the
last before an id holds it. A file that would be large is such a list as well.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.areas import Area
from generator.bilingual import Lang
from generator.messages import translator
from generator.metrics import METRICS
from generator.model import Dossier, Measure, Township
from generator.pages.area_pages import COMPARISON
from generator.pages.base import View
from generator.pages.numbers import lines
from generator.pages.sheets import AreaSheet

FOLDER = "compare/numbers"
MOST = 12  # townships side by side
LIMIT = 40_000  # bytes of a file, about: so much is loaded for each township that is chosen


class MetricChoice(NamedTuple):
    """A metric; bars of a `rate` are as long as it is, of others they are compared."""

    key: str
    title: str
    rate: bool


class Choice(NamedTuple):
    """What may be chosen: of townships the `most`; `folder` is where numbers are loaded from."""

    most: int
    years: tuple[int, ...]
    main_year: int | None
    metrics: tuple[MetricChoice, ...]
    folder: str


def choice(view: View, sheet: AreaSheet) -> Choice | None:
    """What is chosen from on a page of comparisons: all there is, on the first one alone."""
    if not (sheet.whole and sheet.main):
        return None
    return Choice(
        MOST,
        tuple(sorted(sheet.area.totals.years, reverse=True)),
        view.main_year,
        tuple(
            MetricChoice(metric.key, metric.title.in_(view.lang), metric.kind == "rate")
            for metric in METRICS.values()
        ),
        FOLDER,
    )


def number_files(view: View, area: Area) -> Iterator[tuple[str, bytes]]:
    """The files with the numbers of an area: path below the site's root, content."""
    own = area.code or "all"
    if COMPARISON.is_divided(area):
        parts = sorted(part.code for part in area.parts if COMPARISON.size(part))
        yield _file(view.lang, own, json.dumps([[code, code] for code in parts]))
        return
    runs = list(_runs(view, area))
    if len(runs) == 1:
        yield _file(view.lang, own, _object(runs[0]))
        return
    named = [(f"{own}.{number}", run) for number, run in enumerate(runs, 1)]
    firsts = [[next(iter(run)), name] for name, run in named]
    yield _file(view.lang, own, json.dumps(firsts, ensure_ascii=False))
    for name, run in named:
        yield _file(view.lang, name, _object(run))


def _file(lang: Lang, name: str, value: str) -> tuple[str, bytes]:
    value = value.replace("<", "\\u003c")  # no markup, wherever this text may end up
    text = f'(window.compared??={{}})["{name}"]={value};\n'
    return f"{FOLDER}/{name}-{lang}.js", text.encode()


def _object(run: dict[str, str]) -> str:
    return "{" + ",\n".join(f'"{township}":{told}' for township, told in run.items()) + "}"


def _runs(view: View, area: Area) -> Iterator[dict[str, str]]:
    """The townships of an area by their ids, as JSON, in runs of about one size."""
    run, size = dict[str, str](), 0
    for township in sorted(area.members, key=lambda one: one.id):
        told = _township(view, township)
        if run and size + len(told.encode()) > LIMIT:
            yield run
            run, size = {}, 0
        run[township.id] = told
        size += len(told.encode())
    yield run


def _township(view: View, township: Township) -> str:
    """Name, pinyin, where it is, and the reports by year."""
    place = view.place(township.main)
    compared = (dossier for dossier in township.dossiers if dossier.compared)
    years = {dossier.report.year: _report(view.lang, dossier) for dossier in compared}
    found = (place.name, place.pinyin, place.where, years)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _report(lang: Lang, dossier: Dossier) -> tuple[object, ...]:
    """Its id, whether its equations hold, and what tables and bars show of each metric."""
    cells = [_cell(dossier.measures[metric], lang) for metric in METRICS]
    return dossier.report.id, int(dossier.unbalanced), cells


@lru_cache(maxsize=4096)  # most numbers are small, and many reports have the same
def _cell(measure: Measure, lang: Lang) -> tuple[object, ...]:
    """The value, the length of its bar if it has one, and below it the interval if it has one."""
    value, below = lines(measure, translator(lang), lang)
    if measure.value is None:
        return (value,)
    length = float(f"{measure.value:.4g}")
    return (value, length, below) if below else (value, length)
