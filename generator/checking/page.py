"""The findings as one page that can be mailed: no other file, no script, nothing from elsewhere."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from generator import __version__
from generator.bilingual import Lang
from generator.checking.checked import Checked
from generator.links import Links
from generator.messages import Translate, translator
from generator.model import Dossier, Finding, Outcome, Report, Severity
from generator.page import Page
from generator.phrases import (
    cause_heading,
    edits_text,
    file_remark,
    mend_intro,
    reason_text,
)
from generator.render import Renderer, Site, load_assets
from generator.rules import RULES
from generator.settings import Settings
from generator.terminal import plain, shown

_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class RuleName:
    """A rule, and why it could not be assessed when that is so."""

    id: str
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class QuotedFinding:
    """A finding with its rule and the line of the original that it is about, "" without one."""

    message: str
    rule: RuleName
    line: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class QuotedCause:
    """One cause in words; `heading` is what its findings have in common, or the only one's."""

    severity: Severity
    heading: str
    findings: tuple[QuotedFinding, ...]
    bases: tuple[str, ...]
    mend_text: str
    mends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """What was read of one file, what was found, what passed and what stays open."""

    anchor: str
    path: str
    heading: str
    titled: bool
    facts: tuple[tuple[str, str], ...]
    summary: str
    causes: tuple[QuotedCause, ...]
    passed: tuple[RuleName, ...]
    open: tuple[RuleName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPage(Page):
    """All reports of one run; `remarks` are paths of files and what has to be said of them."""

    template: ClassVar[str] = "checked.html"

    style: str
    reports: tuple[CheckedReport, ...]
    remarks: tuple[tuple[str, str], ...]


def as_html(checked: Checked, lang: Lang) -> str:
    """The page in one language."""
    t, style = translator(lang), _style()
    page = CheckedPage(
        links=Links(lang, "/"),
        title=t("check.title"),
        description=t("check.lead"),
        style=style,
        reports=tuple(_reports(checked, lang)),
        remarks=tuple((shown(p), file_remark(r.reason, lang)) for p, r in checked.remarks()),
    )
    return Renderer(Site(Settings(), __version__, {}, _policy(style))).render(page).decode()


def _style() -> str:
    """The style sheet of the site, with the line ends that a browser hashes."""
    (sheet,) = (asset.data for asset in load_assets() if asset.name == "site.css")
    return sheet.decode().replace("\r\n", "\n")


def _policy(style: str) -> str:
    """Nothing may be loaded or run, and no style is obeyed but our own."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _reports(checked: Checked, lang: Lang) -> Iterator[CheckedReport]:
    t = translator(lang)
    for number, dossier in enumerate(checked.dossiers, start=1):
        report = dossier.report
        path = checked.path(dossier)
        opened = checked.corpus.read(report.source.file)
        lines = opened.document.lines if opened.document else ()
        by_outcome = {outcome: tuple(_rules(dossier, outcome, lang)) for outcome in Outcome}
        yield CheckedReport(
            anchor=f"report-{number}",
            path=shown(path),
            heading=plain(report.title) or shown(path),
            titled=bool(report.title),
            facts=tuple(_facts(report, path, t)),
            summary=t(
                "report.summary",
                passed=len(by_outcome[Outcome.PASS]),
                failed=len(by_outcome[Outcome.FAIL]),
                open=len(by_outcome[Outcome.NOT_ASSESSABLE]),
            ),
            causes=tuple(_card(group, lines, lang) for group in checked.groups(dossier)),
            passed=by_outcome[Outcome.PASS],
            open=by_outcome[Outcome.NOT_ASSESSABLE],
        )


def _facts(report: Report, path: str, t: Translate) -> Iterator[tuple[str, str]]:
    body = report.body
    yield t("word.file"), shown(path)
    yield t("report.body"), plain(body.printed) or t("word.unnamed")
    yield t("word.code"), body.division_code or t(f"resolution.{body.resolution}")
    yield t("word.year"), str(report.year or t("word.undated"))
    read, expected = report.reported, len(report.cells)
    yield t("report.coverage"), t("report.coverage_value", read=read, expected=expected)
    if report.masked_lines:
        yield t("report.note"), t("check.masked", n=len(report.masked_lines))


def _rules(dossier: Dossier, outcome: Outcome, lang: Lang) -> Iterator[RuleName]:
    for rule, assessment in dossier.assessments.items():
        if assessment.outcome is outcome:
            reason = reason_text(assessment.reason, lang) if assessment.reason else ""
            yield RuleName(rule, RULES[rule].title.in_(lang), reason)


def _card(group: Sequence[Finding], lines: Sequence[str], lang: Lang) -> QuotedCause:
    first = min(group, key=lambda finding: finding.severity.rank)
    bases = dict.fromkeys(RULES[finding.rule].basis.in_(lang) for finding in group)
    return QuotedCause(
        severity=first.severity,
        heading=plain(cause_heading(group, lang)),
        findings=tuple(_quoted(group, lines, lang)),
        bases=tuple(bases),
        mend_text=mend_intro(group, lang),
        mends=edits_text(group, lang),
    )


def _quoted(group: Sequence[Finding], lines: Sequence[str], lang: Lang) -> Iterator[QuotedFinding]:
    """The findings of a cause, each with its line; a line that was just quoted is not again."""
    above = None
    for finding in group:
        name = RuleName(finding.rule, RULES[finding.rule].title.in_(lang))
        quote = _quote(lines, finding.line) if finding.line != above else ""
        yield QuotedFinding(plain(finding.message.in_(lang)), name, finding.line, quote)
        above = finding.line


def _quote(lines: Sequence[str], line: int | None) -> str:
    text = plain(lines[line - 1]) if line and line <= len(lines) else ""
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
