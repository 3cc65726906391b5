"""A year of a township in plain words, made from its numbers."""

from collections.abc import Iterator

from generator.form import Item, outcome_groups
from generator.metrics import Sum
from generator.model import Dossier, NotAssessable, Number
from generator.numerals import grouped
from generator.pages.base import View


def year_sentence(view: View, dossier: Dossier) -> str:
    """`20 requests: 3 disclosed in full, 15 in part, 1 not held; 1 carried forward.`"""
    t, report = view.t, dossier.report
    try:
        received, opening, processed, closing = (
            report.value(f"requests.{row}.total")
            for row in ("received", "brought_forward", "processed", "carried_forward")
        )
    except NotAssessable:
        return t("sentence.unread", year=view.year(dossier))
    facts = {"year": view.year(dossier), "received": grouped(received, view.lang)}
    if not any((received, opening, processed, closing)):
        return t("sentence.none", **facts) + _disputes(view, dossier)
    many = "sentence.received_one" if received == 1 else "sentence.received"
    parts = [t(many, **facts)]
    if opening:
        parts.append(t("sentence.opening", n=grouped(opening, view.lang)))
    outcomes = t("site.list").join(_outcomes(view, dossier))
    if processed:
        decided = t("sentence.processed", n=grouped(processed, view.lang))
        parts.append(f"{decided}{t('site.colon')}{outcomes}" if outcomes else decided)
    if closing:
        parts.append(t("sentence.closing", n=grouped(closing, view.lang)))
    return t("site.semicolon").join(parts) + t("site.stop") + _disputes(view, dossier)


def _outcomes(view: View, dossier: Dossier) -> Iterator[str]:
    edition = dossier.report.tables["requests"].edition
    for group in outcome_groups():
        plus, _ = Sum((f"requests.{group.key}.total",)).cells(edition)
        values = {address: _value(dossier, address) for address in plus}
        if None in values.values():
            continue
        total = sum(value for value in values.values() if value is not None)
        if total:
            yield view.t("sentence.outcome", what=_name(view, group), n=grouped(total, view.lang))


def _name(view: View, group: Item) -> str:
    """The words of a group without what stands in brackets."""
    return (group.zh.split("（")[0]) if view.lang == "zh" else group.en.split(" (")[0]


def _value(dossier: Dossier, address: str) -> Number | None:
    reading = dossier.report.cells.get(address)
    return reading.value if reading else None


def _disputes(view: View, dossier: Dossier) -> str:
    disputes = dossier.measures["disputes"]
    if disputes.numerator is None:
        return ""
    key = "sentence.disputes" if disputes.numerator else "sentence.no_disputes"
    return view.t("site.space") + view.t(key, n=grouped(disputes.numerator, view.lang))
