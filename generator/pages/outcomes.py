"""The rules that a report passed and those that could not be assessed, by family.

Every report page holds two such lists of all the rules, so they are joined from lines that are
made once.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from generator.bilingual import Lang
from generator.form import FORM
from generator.fragments import escaped
from generator.links import Links
from generator.messages import translator
from generator.model import Dossier, Finding, Outcome
from generator.pages.base import View, report_path, rule_path, shared
from generator.phrases import reason_text
from generator.rules import RULES


def outcome_list(view: View, dossier: Dossier, outcome: Outcome) -> str:
    """The rules that had an outcome on a report, as HTML for its page: "" when there is none."""
    root = view.links(report_path(dossier)).root
    families: dict[str, list[str]] = {}
    lines = _lines(view.lang, root)
    for rule, reason in _by_outcome(dossier)[outcome]:
        heading, line = lines[rule]
        said = _reason(reason, view.lang) if reason else "</li>\n"
        families.setdefault(heading, []).append(line + said)
    if not families:
        return ""
    shown = "".join(
        f"<dt>{escaped(heading)}</dt>\n<dd><ul>{''.join(lines)}</ul></dd>\n"
        for heading, lines in families.items()
    )
    heading = view.t(_HEADINGS[outcome], n=sum(map(len, families.values())))
    summary = f"<summary>{escaped(heading)}</summary>"
    return f'<details class="outcomes">{summary}\n<dl>{shown}</dl></details>'


_HEADINGS = {Outcome.PASS: "report.passed", Outcome.NOT_ASSESSABLE: "report.not_assessed"}


@shared
def _by_outcome(dossier: Dossier) -> dict[Outcome, list[tuple[str, str]]]:
    """The rules that had each outcome, and why."""
    found: dict[Outcome, list[tuple[str, str]]] = {outcome: [] for outcome in Outcome}
    for rule in RULES:
        said = dossier.assessed(rule)
        found[said.outcome].append((rule, said.reason))
    return found


@cache
def _lines(lang: Lang, root: str) -> dict[str, tuple[str, str]]:
    """The heading of its family and the line of each rule."""
    return {rule: (family(lang, rule), _line(rule, lang, root)) for rule in RULES}


def _line(rule: str, lang: Lang, root: str) -> str:
    """A rule with a link, up to the reason; `root` leads from the page to the root of the site."""
    href = root + Links(lang, rule_path(rule)).file_path
    title = escaped(RULES[rule].title.in_(lang))
    return f'<li>{title} <a class="small" href="{href}">{rule}</a>'


@lru_cache(maxsize=4096)
def _reason(reason: str, lang: Lang) -> str:
    return f'<br><span class="small quiet">{escaped(reason_text(reason, lang))}</span></li>\n'


@cache
def family(lang: Lang, rule: str) -> str:
    """What a family of rules is about, by the beginning of its ids."""
    t = translator(lang)
    words = {
        "STR": t("family.structure"),
        "TA": FORM["proactive", 2021].title.in_(lang),
        "TB": FORM["requests", 2021].title.in_(lang),
        "TC": FORM["appeals", 2021].title.in_(lang),
        "NX": t("family.prose"),
        "TX": t("family.language"),
        "DT": t("family.time"),
        "CY": t("family.time"),
    }
    prefix = rule.partition("-")[0]
    return words.get(prefix, prefix)


def summary(view: View, dossier: Dossier) -> str:
    """How many rules had each outcome, and what of the failures was withdrawn."""
    counted = {outcome: len(rules) for outcome, rules in _by_outcome(dossier).items()}
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
