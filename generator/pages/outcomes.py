"""The rules that a report passed and those that could not be assessed, by family.

Every report page holds two such lists of all the rules, so they are joined from lines that are
made once.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from generator.bilingual import Lang, han
from generator.fragments import escaped
from generator.links import Links
from generator.model import Finding, Outcome
from generator.pages.base import View, report_path, rule_path
from generator.pages.families import family
from generator.pages.prepared import Prepared
from generator.phrases import reason_text
from generator.rules import RULES


def outcome_list(view: View, report: Prepared, outcome: Outcome) -> str:
    """The rules that had an outcome on a report, as HTML for its page: "" when there is none."""
    families = report.outcomes[outcome]
    if not families:
        return ""
    root = view.links(report_path(report.dossier)).root
    lines = _lines(view.lang, root)
    shown = "".join(
        f"<dt>{escaped(family(view.lang, rules[0][0]))}</dt>\n<dd><ul>"
        f"{''.join([lines[rule] + _reason(reason, view.lang) for rule, reason in rules])}"
        "</ul></dd>\n"
        for rules in families
    )
    heading = view.t(_HEADINGS[outcome], n=sum(map(len, families)))
    summary = f"<summary>{escaped(heading)}</summary>"
    return f'<details class="outcomes">{summary}\n<dl>{shown}</dl></details>'


_HEADINGS = {Outcome.PASS: "report.passed", Outcome.NOT_ASSESSABLE: "report.not_assessed"}


@cache
def _lines(lang: Lang, root: str) -> dict[str, str]:
    """The line of each rule, up to the reason."""
    return {rule: _line(rule, lang, root) for rule in RULES}


def _line(rule: str, lang: Lang, root: str) -> str:
    """A rule with a link, up to the reason; `root` leads from the page to the root of the site."""
    href = root + Links(lang, rule_path(rule)).file_path
    title = han(escaped(RULES[rule].title.in_(lang)), lang)
    return f'<li>{title} <a class="small" href="{href}">{rule}</a>'


@lru_cache(maxsize=4096)
def _reason(reason: str, lang: Lang) -> str:
    if not reason:
        return "</li>\n"
    said = han(escaped(reason_text(reason, lang)), lang)
    return f'<br><span class="small quiet">{said}</span></li>\n'


def summary(view: View, report: Prepared) -> str:
    """How many rules had each outcome, and what of the failures was withdrawn."""
    dossier = report.dossier
    counted = {outcome: sum(map(len, found)) for outcome, found in report.outcomes.items()}
    said = view.t(
        "report.summary",
        passed=counted[Outcome.PASS],
        failed=counted[Outcome.FAIL],
        open=counted[Outcome.NOT_ASSESSABLE],
    )
    n = len(_rules_of(dossier.findings) - _rules_of(dossier.standing))
    return said + (view.t("site.space") + view.t("report.summary_withdrawn", n=n) if n else "")


def _rules_of(findings: Iterable[Finding]) -> set[str]:
    return {finding.rule for finding in findings}
