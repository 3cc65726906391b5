"""All findings by cause, gravest first: those of an area, or how many each of its parts has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.areas import Area
from generator.model import Severity
from generator.numerals import grouped
from generator.pages.area_pages import (
    FINDINGS,
    AreaLinks,
    AreaTable,
    area_crumbs,
    area_table,
    area_title,
    page_count,
    pager,
    siblings,
)
from generator.pages.base import Page, View
from generator.pages.causes import CauseCard, cause_cards

Cards = list[CauseCard]


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """The causes of one severity, or those of them that are on this page."""

    severity: Severity
    heading: str
    causes: tuple[CauseCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage(Page):
    """The findings of an area, or its parts."""

    template: ClassVar[str] = "pages/findings.html"

    around: AreaLinks
    summary: str
    areas: AreaTable | None
    groups: tuple[SeverityGroup, ...]
    withdrawn: tuple[CauseCard, ...]
    withdrawn_heading: str


def findings(view: View, area: Area) -> Iterator[Page]:
    """The pages of what was found in an area."""
    if FINDINGS.is_divided(area):
        yield _page(view, area, _gravest(view, area))
        return
    cards = _cards(view, area)
    count = page_count(len(cards), FINDINGS.limit)
    for number in range(1, count + 1):
        first = (number - 1) * FINDINGS.limit
        yield _page(view, area, cards[first : first + FINDINGS.limit], number, count)


def _cards(view: View, area: Area) -> Cards:
    """The causes in all reports of an area, gravest first, those withdrawn last."""
    dossiers = (dossier for body in area.members for dossier in body.dossiers)
    cards = [card for dossier in dossiers for card in cause_cards(view, dossier)]
    return sorted(cards, key=lambda card: (bool(card.withdrawn), card.severity.rank))


def _gravest(view: View, area: Area) -> Cards:
    """The errors in an area whose findings are too many for a page, where they are not."""
    cards = (
        card
        for body in area.members
        for dossier in body.dossiers
        if any(finding.severity is Severity.ERROR for finding in dossier.findings)
        for card in cause_cards(view, dossier)
    )
    return [card for card in cards if card.severity is Severity.ERROR and not card.withdrawn]


def _page(view: View, area: Area, cards: Cards, number: int = 1, count: int = 1) -> FindingsPage:
    t, tally = view.t, area.totals.tally
    return FindingsPage(
        links=view.links(FINDINGS.path(area, number)),
        title=area_title(view, t("findings.title"), area, number),
        description=t("findings.lead"),
        section="findings",
        crumbs=tuple(area_crumbs(view, FINDINGS.base, t("nav.findings"), area)),
        around=AreaLinks(
            siblings=tuple(siblings(view, area, FINDINGS.base)),
            pages=tuple(pager(view, lambda n: FINDINGS.path(area, n), number, count)),
        ),
        summary=t(
            "findings.summary",
            causes=grouped(tally.standing, view.lang),
            reports=grouped(tally.reports, view.lang),
        ),
        areas=_areas(view, area) if FINDINGS.is_divided(area) else None,
        groups=tuple(_groups(view, area, cards)),
        withdrawn=tuple(card for card in cards if card.withdrawn),
        withdrawn_heading=t("findings.withdrawn", n=tally.withdrawn),
    )


def _groups(view: View, area: Area, cards: Cards) -> Iterator[SeverityGroup]:
    tally = area.totals.tally
    numbers = (tally.errors, tally.warnings, tally.notices)
    for severity, number in zip(Severity, numbers, strict=True):
        causes = (card for card in cards if card.severity is severity and not card.withdrawn)
        shown = tuple(causes)
        if shown:
            words = view.t(f"severity.{severity}")
            heading = view.t("findings.group", severity=words, n=grouped(number, view.lang))
            yield SeverityGroup(severity, heading, shown)


def _areas(view: View, area: Area) -> AreaTable:
    severities = (view.t(f"severity.{severity}") for severity in Severity)
    return area_table(view, FINDINGS, area, _counted, (view.t("word.reports"), *severities))


def _counted(area: Area) -> tuple[int, ...]:
    tally = area.totals.tally
    return tally.reports, tally.errors, tally.warnings, tally.notices
