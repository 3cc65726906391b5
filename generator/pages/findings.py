"""All findings by cause, gravest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.model import Severity
from generator.pages.base import Page, View
from generator.pages.causes import CauseCard, cause_cards


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """The causes of one severity."""

    severity: Severity
    heading: str
    causes: tuple[CauseCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage(Page):
    """All findings."""

    template: ClassVar[str] = "pages/findings.html"

    summary: str
    groups: tuple[SeverityGroup, ...]
    withdrawn: tuple[CauseCard, ...]
    withdrawn_heading: str


def findings(view: View) -> Iterator[Page]:
    """The page of all findings."""
    t = view.t
    cards = [card for dossier in view.survey.dossiers for card in cause_cards(view, dossier)]
    standing = [card for card in cards if not card.withdrawn]
    withdrawn = tuple(card for card in cards if card.withdrawn)
    groups = (
        (severity, tuple(card for card in standing if card.severity is severity))
        for severity in Severity
    )
    yield FindingsPage(
        links=view.links("/findings/"),
        title=t("findings.title"),
        description=t("findings.lead"),
        section="findings",
        summary=t("findings.summary", causes=len(standing), reports=len(view.survey.dossiers)),
        groups=tuple(
            SeverityGroup(
                severity,
                t("findings.group", severity=t(f"severity.{severity}"), n=len(causes)),
                causes,
            )
            for severity, causes in groups
            if causes
        ),
        withdrawn=withdrawn,
        withdrawn_heading=t("findings.withdrawn", n=len(withdrawn)),
    )
