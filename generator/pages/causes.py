"""Findings as cards: one slip, one story."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Dossier, Edit, Finding, Severity
from generator.pages.base import NamedLink, View, report_path, rule_path
from generator.phrases import cause_heading, edit_text
from generator.rules import RULES


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding of a cause: its message, its rule, and the line to look at."""

    message: str
    rule: str
    rule_path: str
    place: str
    line: int | None


@dataclass(frozen=True, slots=True)
class CauseCard:
    """One cause with its findings; `mends` are alternatives, each of which would do."""

    severity: Severity
    heading: str
    anchor: str
    report_path: str
    report_name: str
    year: str
    findings: tuple[ShownFinding, ...]
    bases: tuple[str, ...]
    mend_text: str
    mends: tuple[NamedLink, ...]
    passages: NamedLink | None

    rule_title: str

    @property
    def single(self) -> ShownFinding | None:
        """The finding when there is but one, whose message is the heading."""
        return self.findings[0] if len(self.findings) == 1 else None

    @property
    def parts(self) -> tuple[ShownFinding, ...]:
        """The findings when they are several."""
        return self.findings if len(self.findings) > 1 else ()

    @property
    def rule_ids(self) -> str:
        """The rules that found it, for filtering."""
        return " ".join(dict.fromkeys(finding.rule for finding in self.findings))


def cause_cards(view: View, dossier: Dossier) -> Iterator[CauseCard]:
    """The causes of a report, gravest first; the anchor of the n-th is `cause-n`."""
    for number, group in enumerate(dossier.causes.values(), start=1):
        yield _card(view, dossier, group, f"cause-{number}")


def line_path(dossier: Dossier, line: int) -> str:
    """The logical path to a line of the original, which may stand on a further page."""
    return f"{report_path(dossier)}#L{line}"


def _card(view: View, dossier: Dossier, group: tuple[Finding, ...], anchor: str) -> CauseCard:
    first = min(group, key=lambda finding: finding.severity.rank)
    bases = dict.fromkeys(RULES[finding.rule].basis.in_(view.lang) for finding in group)
    mends = first.mends
    name = view.place(dossier.report.body).name
    return CauseCard(
        severity=first.severity,
        heading=cause_heading(group, view.lang),
        anchor=anchor,
        report_path=report_path(dossier),
        report_name=name,
        year=view.year(dossier),
        findings=tuple(_shown(view, dossier, finding) for finding in group),
        bases=tuple(bases),
        mend_text=view.t("finding.mend_all" if len(group) > 1 else "finding.mend"),
        mends=tuple(_mend(view, dossier, mend) for mend in mends),
        passages=_passages(view, dossier, group),
        rule_title=RULES[first.rule].title.in_(view.lang),
    )


def _passages(view: View, dossier: Dossier, group: tuple[Finding, ...]) -> NamedLink | None:
    """Where what the report shares with the first other that a finding names is set out."""
    own = dossier.report.id
    named = (other for one in group for other in str(one.facts.get("reports", "")).split())
    paths = (view.pair_paths.get(frozenset((own, other))) for other in named)
    return next((NamedLink(view.t("similar.see"), path) for path in paths if path), None)


def _shown(view: View, dossier: Dossier, finding: Finding) -> ShownFinding:
    return ShownFinding(
        message=finding.message.in_(view.lang),
        rule=finding.rule,
        rule_path=rule_path(finding.rule),
        place=line_path(dossier, finding.line) if finding.line else "",
        line=finding.line,
    )


def _mend(view: View, dossier: Dossier, mend: Edit) -> NamedLink:
    return NamedLink(edit_text(mend, view.lang), f"{report_path(dossier)}#{mend.cell}")
