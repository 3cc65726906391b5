"""What the pages of a township show of the rest of the site, found once for all townships."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Body, Dossier, Township
from generator.survey import Survey


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another body of the same county, as lists show it."""

    id: str
    body: Body
    years: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a township.

    `neighbours` are in the order of their codes; `namesakes` are those of its reports whose name
    and year another report has too; `pairs` are the places, from 0, of the pairs of alike reports
    that its own belong to, by their two ids.
    """

    neighbours: tuple[Neighbour, ...] = ()
    namesakes: frozenset[str] = frozenset()
    pairs: Mapping[frozenset[str], int] = field(default_factory=dict)


def surroundings(survey: Survey) -> dict[str, Around]:
    """What stands around each township, by its id; of a report no more is needed than its card."""
    counties: dict[str, list[Neighbour]] = {}
    for township in survey.townships:
        if code := township.main.division_code:
            counties.setdefault(code[:6], []).append(_neighbour(township))
    names = Counter(map(_name, survey.dossiers))
    pairs: dict[str, dict[frozenset[str], int]] = {}
    for place, pair in enumerate(survey.alike):
        for dossier in (pair.first, pair.second):
            pairs.setdefault(dossier.report.township, {})[pair.ids] = place
    return {
        township.id: Around(
            tuple(
                one
                for one in counties.get(township.main.division_code[:6], ())
                if one.id != township.id
            ),
            frozenset(d.report.id for d in township.dossiers if names[_name(d)] > 1),
            pairs.get(township.id, {}),
        )
        for township in survey.townships
    }


def _neighbour(township: Township) -> Neighbour:
    years = dict.fromkeys(dossier.report.year for dossier in township.dossiers)
    return Neighbour(township.id, township.main, tuple(years))


def _name(dossier: Dossier) -> tuple[str, int | None]:
    """What a report is called, see `View.report_name`."""
    body = dossier.report.body
    return body.name or body.printed or dossier.report.id, dossier.report.year
