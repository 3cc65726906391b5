"""What became of requests, and the disputes over them: counts by township, area or year."""

from dataclasses import replace

from generator.charts import Chart, Row, Series, Tone
from generator.metrics.overview import Values
from generator.model import Township
from generator.pages.base import PlaceName, View, once
from generator.pages.sheets import Compared
from generator.pages.subjects import Subject, reported, row, shown

_TONES: tuple[Tone, ...] = ("granted", "partly", "unavailable", "withheld", "other")
COUNTED = (*(f"decided_{tone}" for tone in _TONES), "decided_total", "reconsiderations", "suits")


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
    rows = (
        replace(
            reported(view, dossier),
            place=PlaceName(view.year(dossier), "", "", named=False),
            sub="",
        )
        for dossier in township.shown
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
        series=_groups(view),
        rows=tuple(_outcome_row(view, subject) for subject in rows),
        rows_label="",
        notes_label=t("chart.outcomes_note"),
        total_label=t("chart.decided"),
        mark_label=t("metric.flagged"),
        printed_totals=True,
    )


@once
def _groups(view: View) -> tuple[Series, ...]:
    return tuple(Series(tone, view.t(f"outcome_group.{tone}"), tone) for tone in _TONES)


def counted(subject: Subject) -> Values:
    """All numbers of the two charts, named as in `COUNTED`."""
    return (*subject.outcomes, *subject.disputes)


def _outcome_row(view: View, subject: Subject) -> Row:
    """A bar of the outcomes; the number at its end is the printed total, not their sum."""
    *values, printed = subject.outcomes
    bar = row(view, subject, tuple(values), shown(view, subject, "disclosure_rate").base)
    if printed is None:
        return bar._replace(empty=view.t("chart.no_total"))
    nothing = printed == 0 and not any(values)
    empty = view.t("chart.none_decided") if nothing else bar.empty
    return bar._replace(printed_total=printed, empty=empty)


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
        rows=tuple(row(view, subject, subject.disputes, "") for subject in compared.rows),
        rows_label=compared.label(view),
        total_label=t("chart.cases"),
        mark_label=t("metric.flagged"),
    )
