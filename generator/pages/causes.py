"""Findings as cards: one slip, one story, with what was answered to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Dossier, Edit, Finding, Severity
from generator.pages.area_pages import SIMILAR
from generator.pages.base import (
    NamedLink,
    PlaceName,
    View,
    once,
    pair_anchor,
    report_path,
    rule_path,
)
from generator.pages.replies import ShownReply, shown_reply, withdrawal_text
from generator.phrases import cause_heading, edit_text, mend_intro, mends_of, together_of
from generator.rules import RULES

Group = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding of a cause: its message, its rule, and where to look; `withdrawn` in words."""

    message: str
    rule: str
    rule_title: str
    rule_path: str
    cell_path: str
    place: str
    line: int | None
    withdrawn: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on, and the addresses where that can be read."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CauseCard:
    """One cause with its findings; `mends` are alternatives, each of which would do.

    `withdrawn` says in words that nothing of it stands; `taken_back` are findings that were
    withdrawn while others stand.
    """

    severity: Severity
    heading: str
    anchor: str
    report_path: str
    place: PlaceName
    year: str
    findings: tuple[ShownFinding, ...]
    taken_back: tuple[ShownFinding, ...]
    bases: tuple[Basis, ...]
    mend_text: str
    mends: tuple[NamedLink, ...]
    passages: NamedLink | None
    replies: tuple[ShownReply, ...]
    withdrawn: str

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
    """The causes of a report, gravest first, withdrawn ones last; the n-th has id `cause-n`."""
    for number, group in enumerate(dossier.causes.values(), start=1):
        yield _card(view, dossier, group, f"cause-{number}")


@once
def all_cards(view: View, report: str) -> tuple[CauseCard, ...]:
    """The causes of a report, for its own page and that of its township."""
    return tuple(cause_cards(view, view.by_id[report]))


def standing_cards(view: View, dossier: Dossier) -> Iterator[CauseCard]:
    """The causes that were not withdrawn: those that are counted."""
    return (card for card in cause_cards(view, dossier) if not card.withdrawn)


def line_path(dossier: Dossier, line: int) -> str:
    """The logical path to a line of the original, which may stand on a further page."""
    return f"{report_path(dossier)}#L{line}"


def _card(view: View, dossier: Dossier, whole: Group, anchor: str) -> CauseCard:
    standing = tuple(finding for finding in whole if not dossier.withdrawal(finding))
    group = standing or whole
    first = min(group, key=lambda finding: finding.severity.rank)
    shown = {finding.at + finding.rule: _shown(view, dossier, finding) for finding in whole}
    return CauseCard(
        severity=first.severity,
        heading=cause_heading(group, view.lang),
        anchor=anchor,
        report_path=report_path(dossier),
        place=view.place(dossier.report.body),
        year=view.year(dossier),
        findings=tuple(shown[finding.at + finding.rule] for finding in group),
        taken_back=tuple(one for one in shown.values() if one.withdrawn) if standing else (),
        bases=_bases(view, group),
        mend_text=mend_intro(group, view.lang),
        mends=tuple(_mend(view, dossier, mend) for mend in mends_of(group) or together_of(group)),
        passages=_passages(view, dossier, group),
        replies=_replies(dossier, whole),
        withdrawn="" if standing else withdrawal_text(view, dossier.withdrawal(first)),
    )


def _bases(view: View, group: Group) -> tuple[Basis, ...]:
    """What the rules of a cause rest on, each sentence once with all its sources."""
    bases: dict[str, dict[str, None]] = {}
    for finding in group:
        rule = RULES[finding.rule]
        bases.setdefault(rule.basis.in_(view.lang), {}).update(dict.fromkeys(rule.sources))
    return tuple(Basis(text, tuple(sources)) for text, sources in bases.items())


def _replies(dossier: Dossier, whole: Group) -> tuple[ShownReply, ...]:
    """The replies to any finding of a cause, oldest first."""
    several = len({finding.rule for finding in whole}) > 1
    return tuple(
        shown_reply(reply, reply.rule if several else "") for reply in dossier.replies_to(whole)
    )


def _passages(view: View, dossier: Dossier, group: Group) -> NamedLink | None:
    """Where what the report shares with the first other that a finding names is set out."""
    own = dossier.report.id
    named = (other for one in group for other in str(one.facts.get("reports", "")).split())
    paths = (_pair_paths(view).get(frozenset((own, other))) for other in named)
    return next((NamedLink(view.t("similar.see"), path) for path in paths if path), None)


@once
def _pair_paths(view: View) -> dict[frozenset[str], str]:
    """Where the passages that two reports share stand side by side, by their two ids."""
    around = [view.area_surroundings] if view.area_surroundings else view.surroundings.values()
    return {
        ids: f"{SIMILAR.path(page.area, page.number)}#{pair_anchor(ids)}"
        for one in around
        for ids, page in one.pairs.items()
    }


def _shown(view: View, dossier: Dossier, finding: Finding) -> ShownFinding:
    path = report_path(dossier)
    cell = _first_known((finding.at, *finding.cells), dossier)
    return ShownFinding(
        message=finding.message.in_(view.lang),
        rule=finding.rule,
        rule_title=RULES[finding.rule].title.in_(view.lang),
        rule_path=rule_path(finding.rule),
        cell_path=f"{path}#{cell}" if cell else "",
        place=line_path(dossier, finding.line) if finding.line else "",
        line=finding.line,
        withdrawn=withdrawal_text(view, dossier.withdrawal(finding)),
    )


def _first_known(cells: Iterable[str], dossier: Dossier) -> str:
    return next((cell for cell in cells if cell in dossier.report.expected()), "")


def _mend(view: View, dossier: Dossier, mend: Edit) -> NamedLink:
    return NamedLink(edit_text(mend, view.lang), f"{report_path(dossier)}#{mend.cell}")
