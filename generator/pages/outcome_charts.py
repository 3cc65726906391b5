"""What became of requests, and the disputes over them: counts by township, area or year."""

from collections.abc import Iterator
from dataclasses import replace

from generator import form
from generator.charts import Chart, Row, Series, Tone
from generator.metrics import Sum
from generator.model import Dossier, Township
from generator.pages.base import PlaceName, View
from generator.pages.numbers import base
from generator.pages.sheets import Compared
from generator.pages.subjects import Subject, Values, reported, row, total

_GROUPS: dict[Tone, tuple[str, ...]] = {
    "granted": ("granted",),
    "partly": ("partly_granted",),
    "unavailable": ("unavailable",),
    "withheld": ("withheld",),
    "other": ("not_handled", "closed"),
}
_CASES = {
    "reconsiderations": ("appeals.reconsideration.total",),
    "suits": ("appeals.suit_direct.total", "appeals.suit_after_reconsideration.total"),
}


COUNTED = (*(f"decided_{tone}" for tone in _GROUPS), "decided_total", *_CASES)


def _overview() -> Iterator[str]:
    yield "requests.processed.total"
    for cells in _CASES.values():
        yield from cells
    for edition in form.EDITIONS:
        for keys in _GROUPS.values():
            yield from Sum(tuple(f"requests.{key}.total" for key in keys)).cells(edition)[0]


# The cells that these charts show.
OVERVIEW = frozenset(_overview())


def outcomes(view: View, compared: Compared) -> Chart:
    """What became of the requests decided in a year, as counts."""
    chart = _outcomes(view, compared.id(view, "outcomes"), compared.rows)
    return replace(
        chart,
        title=compared.title(view, view.t("chart.outcomes_title", year=compared.year)),
        subtitle=compared.subtitle(view, chart.subtitle),
        rows_label=compared.label(view),
    )


def township_outcomes(view: View, township: Township) -> Chart:
    """The outcomes of one township over its years."""
    years = (replace(reported(view, dossier), sub="") for dossier in township.shown)
    rows = (
        replace(year, place=PlaceName(view.year(year.dossiers[0]), "", "", named=False))
        for year in years
    )
    return replace(
        _outcomes(view, f"township-{township.id}-{view.lang}", tuple(rows)),
        title=view.t("chart.township_title"),
        subtitle=view.t("chart.township_subtitle"),
        rows_label=view.t("word.year"),
    )


def _outcomes(view: View, id_: str, rows: tuple[Subject, ...]) -> Chart:
    t = view.t
    return Chart(
        id=id_,
        kind="bars",
        title="",
        subtitle=t("chart.outcomes_subtitle"),
        source=t("chart.source"),
        lang=view.lang,
        series=tuple(Series(tone, t(f"outcome_group.{tone}"), tone) for tone in _GROUPS),
        rows=tuple(_outcome_row(view, subject) for subject in rows),
        rows_label="",
        notes_label=t("chart.outcomes_note"),
        total_label=t("chart.decided"),
        mark_label=t("metric.flagged"),
        printed_totals=True,
    )


def counted(subject: Subject) -> Values:
    """All numbers of the two charts, named as in `COUNTED`."""
    return (*subject.values(_decided), *subject.values(_cases))


def _outcome_row(view: View, subject: Subject) -> Row:
    """A bar of the outcomes; the number at its end is the printed total, not their sum."""
    *values, printed = subject.values(_decided)
    note = base(subject.measure(view, "disclosure_rate"), view.lang)
    bar = row(view, subject, tuple(values), note)
    if printed is None:
        return replace(bar, empty=view.t("chart.no_total"))
    nothing = printed == 0 and not any(values)
    empty = view.t("chart.none_decided") if nothing else bar.empty
    return replace(bar, printed_total=printed, empty=empty)


def _decided(dossier: Dossier) -> Values:
    """The outcomes by group, and then the total that is printed."""
    edition = dossier.report.tables["requests"].edition
    groups = (Sum(tuple(f"requests.{key}.total" for key in keys)) for keys in _GROUPS.values())
    cells = (*(group.cells(edition)[0] for group in groups), ("requests.processed.total",))
    return tuple(total(dossier, one) for one in cells)


def disputes(view: View, compared: Compared) -> Chart:
    """Reconsiderations and suits of a year, as counts."""
    t = view.t
    return Chart(
        id=compared.id(view, "disputes"),
        kind="bars",
        title=compared.title(view, t("chart.disputes_title", year=compared.year)),
        subtitle=compared.subtitle(view, t("chart.disputes_subtitle")),
        source=t("chart.source"),
        lang=view.lang,
        series=(
            Series("reconsiderations", t("chart.reconsiderations"), "accent"),
            Series("suits", t("chart.suits"), "grey"),
        ),
        rows=tuple(row(view, subject, subject.values(_cases), "") for subject in compared.rows),
        rows_label=compared.label(view),
        total_label=t("chart.cases"),
        mark_label=t("metric.flagged"),
    )


def _cases(dossier: Dossier) -> Values:
    return tuple(total(dossier, cells) for cells in _CASES.values())
