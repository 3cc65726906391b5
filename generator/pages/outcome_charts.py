"""What became of requests, and the disputes over them: counts by township, area or year."""

from dataclasses import replace
from functools import cache

from generator.bilingual import Lang
from generator.charts import Bar, Chart, Design, Series, Tone
from generator.messages import translator
from generator.metrics.overview import Values
from generator.model import Township
from generator.pages.base import View
from generator.pages.figures import rows_label, summed
from generator.pages.numbers import base
from generator.pages.sheets import Compared
from generator.pages.subjects import ComparedSubject, bar, reported, row

_TONES: tuple[Tone, ...] = ("granted", "partly", "unavailable", "withheld", "other")
COUNTED = (*(f"decided_{tone}" for tone in _TONES), "decided_total", "reconsiderations", "suits")


def outcomes(view: View, compared: Compared) -> Chart:
    """What became of the requests decided in a year, as counts."""
    return Chart(
        id=compared.id(view, "outcomes"),
        title=compared.title(view, view.t("chart.outcomes_title", year=compared.year)),
        design=_outcomes(view.lang, compared.areas),
        rows=tuple([row(subject, _outcome_bar(view, subject)) for subject in compared.rows]),
    )


def township_outcomes(view: View, township: Township) -> Chart:
    """The outcomes of one township over its years."""
    rows = []
    for dossier in township.shown:
        subject = reported(view, dossier)
        named = row(subject, _outcome_bar(view, subject))
        rows.append(named._replace(label=view.year(dossier), sub=""))
    return Chart(
        id=f"township-{township.id}-{view.lang}",
        title=view.t("chart.township_title"),
        design=_by_year(view.lang),
        rows=tuple(rows),
    )


@cache
def _outcomes(lang: Lang, areas: bool) -> Design:
    t = translator(lang)
    return Design(
        kind="bars",
        lang=lang,
        subtitle=summed(t, "chart.outcomes_subtitle", areas),
        source=t("chart.source"),
        series=tuple(Series(tone, t(f"outcome_group.{tone}"), tone) for tone in _TONES),
        rows_label=rows_label(t, areas),
        notes_label=t("chart.outcomes_note"),
        total_label=t("chart.decided"),
        mark_label=t("metric.flagged"),
        printed_totals=True,
    )


@cache
def _by_year(lang: Lang) -> Design:
    t = translator(lang)
    subtitle, label = t("chart.outcomes_subtitle"), t("word.year")
    return replace(_outcomes(lang, areas=False), subtitle=subtitle, rows_label=label)


def counted(subject: ComparedSubject) -> Values:
    """All numbers of the two charts, named as in `COUNTED`."""
    return (*subject.outcomes, *subject.disputes)


def _outcome_bar(view: View, subject: ComparedSubject) -> Bar:
    """The outcomes; the number at their end is the printed total, not their sum."""
    *values, printed = subject.outcomes
    found = bar(view.t, tuple(values), base(subject.measure(view, "disclosure_rate"), view.lang))
    if printed is None:
        return found._replace(empty=view.t("chart.no_total"))
    nothing = printed == 0 and not any(values)
    empty = view.t("chart.none_decided") if nothing else found.empty
    return found._replace(printed_total=printed, empty=empty)


def disputes(view: View, compared: Compared) -> Chart:
    """Reconsiderations and suits of a year, as counts."""
    return Chart(
        id=compared.id(view, "disputes"),
        title=compared.title(view, view.t("chart.disputes_title", year=compared.year)),
        design=_disputes(view.lang, compared.areas),
        rows=tuple([row(subject, bar(view.t, subject.disputes)) for subject in compared.rows]),
    )


@cache
def _disputes(lang: Lang, areas: bool) -> Design:
    t = translator(lang)
    return Design(
        kind="bars",
        lang=lang,
        subtitle=summed(t, "chart.disputes_subtitle", areas),
        source=t("chart.source"),
        series=(
            Series("reconsiderations", t("chart.reconsiderations"), "accent"),
            Series("suits", t("chart.suits"), "grey"),
        ),
        rows_label=rows_label(t, areas),
        total_label=t("chart.cases"),
        mark_label=t("metric.flagged"),
    )
