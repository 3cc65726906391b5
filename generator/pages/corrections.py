"""Every reply to a finding, newest first, and how to ask for a correction."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import ClassVar

from generator.form import all_cells, term
from generator.model import Dossier, Finding, Reply
from generator.page import RenderedProse
from generator.pages.area_pages import numbered, page_count, pager
from generator.pages.base import NamedLink, Page, View, report_path, rule_path
from generator.pages.docs import Write, fillings
from generator.pages.replies import ShownReply, shown_reply
from generator.rules import RULES

# No reader can write it: Markdown pages hold no HTML.
_HERE = "<!-- corrections -->"
_BASE = "/corrections/"
LIMIT = 60  # replies on a page


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding that a reply is about."""

    message: str
    path: str


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A reply with what it is about; a path is empty where there is nothing to lead to."""

    reply: ShownReply
    report: NamedLink
    rule: NamedLink
    cell: str
    findings: tuple[Answered, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Page):
    """The log of corrections amid the maintainer's text: `before` and `after` are HTML."""

    template: ClassVar[str] = "pages/corrections.html"

    before: str
    after: str
    heading: str
    corrections: tuple[ShownCorrection, ...]
    pages: tuple[NamedLink, ...]


def corrections(view: View, write: Write) -> Iterator[Page]:
    """The page of corrections, and further ones with older replies.

    The list stands last where the text gives it no place.
    """
    links = view.links(_BASE)
    filled = {**fillings(view, links.page), "corrections": _HERE}
    prose = write(view.lang, "corrections", filled, links.page)
    newest_first = sorted(view.survey.replies, key=lambda reply: reply.date, reverse=True)
    count = page_count(len(newest_first), LIMIT)
    for number in range(1, count + 1):
        first = (number - 1) * LIMIT
        replies = newest_first[first : first + LIMIT]
        yield _page(view, prose, replies, number, count)


def _page(
    view: View, prose: RenderedProse, replies: list[Reply], number: int, count: int
) -> CorrectionsPage:
    title = prose.title
    before, _, after = prose.html.partition(_HERE)
    if number > 1:
        title = view.t("pager.title", title=title, n=number)
        before, after = f"<h1>{escape(title)}</h1>", ""
    return CorrectionsPage(
        links=view.links(numbered(_BASE, number)),
        title=title,
        description=prose.lead,
        section="corrections",
        before=before,
        after=after.replace(_HERE, ""),
        heading=view.t("corrections.all", n=len(view.survey.replies)),
        corrections=tuple(_shown(view, reply) for reply in replies),
        pages=tuple(pager(view, lambda n: numbered(_BASE, n), number, count)),
    )


def _shown(view: View, reply: Reply) -> ShownCorrection:
    dossier = view.by_id.get(reply.report)
    known = reply.rule in RULES
    title = f" {RULES[reply.rule].title.in_(view.lang)}" if known else ""
    found = tuple(_answered(view, dossier, reply)) if dossier else ()
    return ShownCorrection(
        reply=shown_reply(reply),
        report=_report(view, dossier, reply),
        rule=NamedLink(reply.rule + title, rule_path(reply.rule) if known else ""),
        cell=term(reply.cell).in_(view.lang) if reply.cell in all_cells() else reply.cell,
        findings=found,
        note="" if found else view.t("corrections.unmatched" if dossier else "corrections.unknown"),
    )


def _report(view: View, dossier: Dossier | None, reply: Reply) -> NamedLink:
    if dossier is None:
        return NamedLink(reply.report, "")
    return NamedLink(view.report_name(dossier), f"{report_path(dossier)}#findings")


def _answered(view: View, dossier: Dossier, reply: Reply) -> Iterator[Answered]:
    """The findings that a reply is about, each leading to its cause."""
    for number, group in enumerate(dossier.causes.values(), start=1):
        for finding in filter(reply.about, group):
            yield _message(view, dossier, finding, number)


def _message(view: View, dossier: Dossier, finding: Finding, number: int) -> Answered:
    return Answered(finding.message.in_(view.lang), f"{report_path(dossier)}#cause-{number}")
