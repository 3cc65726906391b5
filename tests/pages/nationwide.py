"""A survey of many townships, made from a few judged reports: real places, repeated numbers."""

import random
from dataclasses import replace
from itertools import cycle, islice

from generator.gazetteer import gazetteer
from generator.metrics import measured
from generator.model import BodyKind, Dossier, Report, Resolution, Source
from generator.parse import parse
from generator.readers import read_text
from generator.rules import assess
from generator.specimen import written
from generator.survey import Survey
from tests.benchmarks.rules import drafts

YEARS = (2023, 2022)


def models(count: int = 12) -> list[Dossier]:
    """Judged reports to take numbers and findings from; every third table does not add up."""
    rng = random.Random(11)  # noqa: S311 - the same numbers every time
    known = drafts.places()
    made = []
    for number in range(count):
        draft = drafts.draft(rng, rng.choice(known), YEARS[0], None)
        if number % 3 == 0:
            draft.cells["requests.processed.total"] += 1
        data = written(draft.specimen()).encode()
        report = parse(read_text(data), Source("model.txt", "txt", "utf-8", len(data), "0" * 64))
        assert isinstance(report, Report)
        findings, assessments = assess(report)
        made.append(measured(Dossier(report.slim(), findings, assessments)))
    return made


def codes(provinces: tuple[str, ...] = ()) -> list[str]:
    """The codes of all townships of some provinces, or of the nation."""
    return [
        code
        for code in gazetteer().names
        if len(code) == 9 and (not provinces or code.startswith(provinces))
    ]


def survey(places: list[str], unresolved: int = 0, years: tuple[int, ...] = YEARS[:1]) -> Survey:
    """A report a year of each place, and of townships whose code is not known."""
    made = cycle(models())
    found = [
        _resolved(next(made), code, year) for code in places for year in years if _has(code, year)
    ]
    found += [_unresolved(model, number) for number, model in enumerate(islice(made, unresolved))]
    return Survey(tuple(sorted(found, key=lambda dossier: dossier.report.id)))


def _has(code: str, year: int) -> bool:
    """Of the earlier years half have a report."""
    return year == YEARS[0] or int(code) % 2 == 0


def _resolved(model: Dossier, code: str, year: int) -> Dossier:
    where = gazetteer().where(code)
    body = replace(
        model.report.body,
        name=gazetteer().names[code],
        kind=BodyKind.TOWNSHIP,
        province=where.province,
        city=where.city,
        county=where.county,
        division_code=code,
        resolution=Resolution.EXACT,
    )
    source = replace(model.report.source, file=f"{code}-{year}.txt")
    return replace(
        model,
        report=replace(
            model.report, id=f"{code}-{year}", township=code, year=year, body=body, source=source
        ),
    )


def _unresolved(model: Dossier, number: int) -> Dossier:
    place = f"unresolved-{number}-txt"
    body = replace(model.report.body, kind=BodyKind.TOWNSHIP, resolution=Resolution.AMBIGUOUS)
    report = replace(model.report, id=f"{place}-{YEARS[0]}", township=place, body=body)
    return replace(model, report=replace(report, source=replace(report.source, file=f"{number}")))
