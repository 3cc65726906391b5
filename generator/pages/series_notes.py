"""What to know before the years of a body are compared: other names, other forms, another law."""

from collections.abc import Iterator
from itertools import groupby

from generator.gazetteer.names import plain, town_key, without_peoples
from generator.model import Dossier, Township
from generator.pages.base import View

_REFUSALS_TO_RECONSIDERATION = 2024  # from this year on, before a suit


def series_notes(view: View, township: Township) -> Iterator[str]:
    """The notes on the years that a township's page shows, if there is more than one."""
    dated = [dossier for dossier in township.shown if dossier.report.year]
    names = _names(dated)
    if len(names) > 1:
        said = (_named(view, *one) for one in names)
        yield view.t("township.renamed", names=view.t("site.list").join(said))
    if len({dossier.report.tables["proactive"].edition for dossier in dated}) > 1:
        yield view.t("report.break_proactive")
    since = {(d.report.year or 0) >= _REFUSALS_TO_RECONSIDERATION for d in dated}
    if len(since) > 1:
        yield view.t("report.break_suits")


def _names(dated: list[Dossier]) -> list[tuple[str, int, int]]:
    """Each name with the first and last year of its reports; spellings of one name are one."""
    printed = [d for d in dated if d.report.body.name and d.report.year]
    runs = [list(run) for _, run in groupby(printed, key=lambda d: _key(d.report.body.name))]
    return [
        (run[0].report.body.name, run[0].report.year or 0, run[-1].report.year or 0) for run in runs
    ]


def _key(name: str) -> str:
    return town_key(without_peoples(plain(name)))


def _named(view: View, name: str, first: int, last: int) -> str:
    years = (
        str(first) if first == last else view.t("township.renamed_years", first=first, last=last)
    )
    return view.t("township.renamed_name", years=years, name=name)
