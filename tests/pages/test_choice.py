"""The numbers that a reader's choice of townships loads: all that tables show, in small files."""

import json
import re
from dataclasses import replace

import pytest

from generator.bilingual import Lang
from generator.messages import translator
from generator.metrics import METRICS
from generator.model import Dossier, MeasureStatus
from generator.pages.area_pages import COMPARISON
from generator.pages.base import View
from generator.pages.numbers import fraction, interval
from generator.survey import Survey
from tests.pages.areas import files_of
from tests.pages.nationwide import YEARS, codes, survey

MOST = 100_000
Numbers = dict[str, list[list[str]] | dict[str, list[object]]]


@pytest.fixture(scope="module")
def known() -> Survey:
    return survey(codes(("11", "46")), 450, YEARS)


def files(view: View) -> dict[str, bytes]:
    made = files_of(view, COMPARISON)
    return {path: data for path, data in made if path.startswith("compare/numbers/")}


def numbers(files: dict[str, bytes], lang: Lang) -> Numbers:
    found: Numbers = {}
    for path, data in files.items():
        match = re.fullmatch(
            r'\(window\.compared\?\?=\{\}\)\["(.+?)"\]=(.*);\n', data.decode(), re.DOTALL
        )
        assert match, path
        assert path == f"compare/numbers/{match[1]}-{lang}.js"
        found[match[1]] = json.loads(match[2])
    return found


def told(numbers: Numbers, township: str) -> list[object]:
    """What a reader is told of a township, found as choose.js finds it."""
    part = numbers["all"]
    while isinstance(part, list):
        part = numbers[[name for first, name in part if first <= township][-1]]
    return part[township]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_report_that_is_compared_is_found_with_what_tables_show(
    known: Survey, lang: Lang
) -> None:
    view, t = View(known, lang), translator(lang)
    found = numbers(files(view), lang)
    for dossier in (one for one in known.dossiers if one.compared):
        name, pinyin, where, years = told(found, dossier.report.township)
        place = view.place(dossier.report.body)
        assert (name, pinyin, where) == (place.name, place.pinyin, place.where)
        assert isinstance(years, dict)
        report, flagged, cells = years[str(dossier.report.year)]
        assert (report, bool(flagged)) == (dossier.report.id, dossier.unbalanced)
        for (value, *more), measure in zip(cells, dossier.measures.values(), strict=True):
            if measure.status is MeasureStatus.NO_DENOMINATOR:
                assert (value, more) == ("—", [])
                continue
            assert value == fraction(measure, t, lang)
            assert bool(more) == (measure.value is not None)  # no bar where there is no rate
            assert more[1:] == ([interval(measure)] if interval(measure) else [])
            if more:
                assert more[0] == pytest.approx(measure.value, rel=1e-3)
        assert len(cells) == len(METRICS)


def test_no_file_is_large(known: Survey) -> None:
    made = files(View(known, "zh"))
    assert len(made) > 10
    assert max(map(len, made.values())) < MOST
    assert any(re.search(r"/unresolved\.\d+-zh", path) for path in made)  # which are too many


def test_a_change_touches_one_file(known: Survey) -> None:
    def more(dossier: Dossier) -> Dossier:
        received = dossier.measures["requests_received"]._replace(numerator=17, value=17.0)
        return replace(dossier, measures={**dossier.measures, "requests_received": received})

    changed = tuple(more(d) if d.report.id == "460107101-2023" else d for d in known.dossiers)
    before, after = files(View(known, "zh")), files(View(replace(known, dossiers=changed), "zh"))
    assert list(before) == list(after)
    assert len([path for path in after if before[path] != after[path]]) == 1


def test_of_a_small_site_there_is_one_file_in_each_language(views: dict[Lang, View]) -> None:
    for lang, view in views.items():
        assert list(files(view)) == [f"compare/numbers/all-{lang}.js"]
