"""A page for each report: findings, official tables, prose beside tables, the original."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.fragments import Original
from generator.model import Dossier, Outcome, Report
from generator.pages.base import (
    Anchored,
    Crumb,
    NamedLink,
    Page,
    PlaceName,
    View,
    report_path,
    township_path,
)
from generator.pages.causes import CauseCard, all_cards
from generator.pages.citation import cited_report, downloads, other_files
from generator.pages.outcomes import outcome_list, summary
from generator.pages.parts import LabelledFact
from generator.pages.prepared import Prepared
from generator.pages.report_sections import ShownSection, part_path, sections

_SHOWN_AS_IT_IS = frozenset({"txt", "md"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(Page):
    """One report."""

    template: ClassVar[str] = "pages/report.html"

    id: str
    heading: str
    titled: bool
    translated: str  # what the title says, on English pages
    place: PlaceName
    facts: tuple[LabelledFact, ...]
    breaks: tuple[str, ...]
    contents: tuple[Anchored, ...]
    summary: str
    causes: tuple[CauseCard, ...]
    passed: str
    not_assessed: str
    sections: tuple[ShownSection, ...]
    original: str
    others: tuple[NamedLink, ...]
    preferred: bool
    original_notes: tuple[str, ...]
    parts: tuple[NamedLink, ...]
    downloads: tuple[NamedLink, ...]
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalPage(Page):
    """A further part of a long original."""

    template: ClassVar[str] = "pages/original.html"

    heading: str
    titled: bool
    first: int
    last: int
    original: str
    parts: tuple[NamedLink, ...]


def report_pages(view: View, reports: Iterable[Prepared]) -> Iterator[Page]:
    """A page for each report, and further ones for long originals."""
    for one in reports:
        yield _report(view, one)
        for part in one.original[1:]:
            yield _original(view, one.dossier, part, one.original)


def _report(view: View, prepared: Prepared) -> ReportPage:
    t, dossier, parts = view.t, prepared.dossier, prepared.original
    report = dossier.report
    place = view.place(report.body)
    links = view.links(report_path(dossier))
    title = t("report.title", name=place.name, year=view.year(dossier))
    shown = tuple(sections(view, prepared))
    return ReportPage(
        links=links,
        title=f"{title} {report.id}" if _shares_name(view, report) else title,
        description=t("report.description", name=place.name, year=view.year(dossier)),
        section="townships",
        crumbs=(
            Crumb(t("nav.townships"), "/townships/"),
            Crumb(place.spoken, township_path(report.township)),
        ),
        id=report.id,
        heading=report.title or title,
        titled=bool(report.title),
        translated="" if view.lang == "zh" else t("report.kind", year=view.year(dossier)),
        place=place,
        facts=tuple(_facts(view, prepared)),
        breaks=tuple(_breaks(view, report)),
        contents=tuple(_contents(view, shown)),
        summary=summary(view, prepared),
        causes=all_cards(view, report.id),
        passed=outcome_list(view, prepared, Outcome.PASS),
        not_assessed=outcome_list(view, prepared, Outcome.NOT_ASSESSABLE),
        sections=shown,
        original=parts[0].html,
        others=other_files(view, view.townships[report.township], dossier),
        preferred=report.preferred,
        original_notes=tuple(_original_notes(view, report)),
        parts=_part_links(view, dossier, parts, 1),
        downloads=downloads(view, report.township, report.body),
        citation=cited_report(view, dossier),
    )


def _shares_name(view: View, report: Report) -> bool:
    """Whether another report has the same name and year, so that the title must tell them apart."""
    return report.id in view.surroundings[report.township].namesakes


def _facts(view: View, prepared: Prepared) -> Iterator[LabelledFact]:
    t, report = view.t, prepared.dossier.report
    source, body = report.source, report.body
    code = body.division_code
    yield LabelledFact(t("report.body"), body.printed or t("word.unnamed"))
    yield LabelledFact(
        t("word.code"),
        code or t(f"resolution.{body.resolution}"),
        path=township_path(report.township),
    )
    read, expected = map(sum, zip(*prepared.coverage.values(), strict=True))
    yield LabelledFact(
        t("report.coverage"), t("report.coverage_value", read=read, expected=expected)
    )
    editions = {key: table.edition for key, table in report.tables.items()}
    same = editions["proactive"] == editions["requests"]
    shown = t(
        "report.edition_one" if same else "report.edition_two",
        a=editions["proactive"],
        b=editions["requests"],
    )
    yield LabelledFact(t("report.edition"), shown)
    if source.url:
        yield LabelledFact(t("word.source"), source.url, url=source.url)
    else:
        yield LabelledFact(t("word.source"), t("report.no_source"))
    if source.published_on:
        yield LabelledFact(t("report.published"), source.published_on)
    yield LabelledFact(t("word.file"), source.file, code=True)
    yield LabelledFact("SHA-256", source.sha256, code=True)
    if source.note:
        yield LabelledFact(t("report.note"), source.note)


def _breaks(view: View, report: Report) -> Iterator[str]:
    """The notes on comparability that concern this report."""
    if report.tables["proactive"].edition == 2019:
        yield view.t("report.break_proactive")
    if report.year and report.year >= 2024:
        yield view.t("report.break_suits")


def _contents(view: View, sections: tuple[ShownSection, ...]) -> Iterator[Anchored]:
    yield Anchored(view.t("report.findings"), "findings")
    for section in sections:
        yield Anchored(section.heading, section.anchor)
    yield Anchored(view.t("report.original"), "original")
    yield Anchored(view.t("report.use"), "use")


def _original_notes(view: View, report: Report) -> Iterator[str]:
    source = report.source
    key = "report.encoding" if source.format in _SHOWN_AS_IT_IS else "report.extracted"
    yield view.t(key, encoding=source.encoding, format=source.format)
    if report.masked_lines:
        yield view.t("report.masked", n=len(report.masked_lines))
    if source.replacement_characters:
        yield view.t("report.damaged", n=source.replacement_characters)


def _part_links(
    view: View, dossier: Dossier, parts: tuple[Original, ...], current: int
) -> tuple[NamedLink, ...]:
    return tuple(
        NamedLink(
            view.t("report.part", first=part.first, last=part.last),
            f"{part_path(dossier, part.number)}#L{part.first}",
        )
        for part in parts
        if part.number != current
    )


def _original(
    view: View, dossier: Dossier, part: Original, parts: tuple[Original, ...]
) -> OriginalPage:
    t, report = view.t, dossier.report
    place = view.place(report.body)
    title = t("report.original_title", name=place.name, year=view.year(dossier), n=part.number)
    return OriginalPage(
        links=view.links(part_path(dossier, part.number)),
        title=title,
        description=title,
        section="townships",
        crumbs=(
            Crumb(t("nav.townships"), "/townships/"),
            Crumb(place.spoken, township_path(report.township)),
            Crumb(view.year(dossier), report_path(dossier)),
        ),
        heading=report.title or title,
        titled=bool(report.title),
        first=part.first,
        last=part.last,
        original=part.html,
        parts=_part_links(view, dossier, parts, part.number),
    )
