"""The pages written in Markdown, with what the registries say filled in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import ClassVar

from generator import form
from generator.bilingual import Lang, han
from generator.form import Item
from generator.metrics import METRICS
from generator.page import RenderedProse
from generator.pages.base import Page, View, metric_path, rule_path
from generator.pages.data import coverage
from generator.pages.metrics import threshold_text
from generator.rules import RULES

DOCS = ("about", "methodology", "glossary", "accessibility")
_STATUSES = ("zero", "blank", "not_applicable", "unreadable", "absent")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocPage(Page):
    """A page of text; `html` is rendered Markdown."""

    template: ClassVar[str] = "pages/doc.html"

    html: str


# How a Markdown file becomes prose: (language, name, the fillings of its [[names]]) → Prose.
Write = Callable[[Lang, str, dict[str, str], Callable[[str], str]], RenderedProse]


def docs(view: View, write: Write) -> Iterator[Page]:
    """About, methodology, glossary and accessibility."""
    for name in DOCS:
        links = view.links(f"/{name}/")
        prose = write(view.lang, name, fillings(view, links.page), links.page)
        yield DocPage(
            links=links, title=prose.title, description=prose.lead, section=name, html=prose.html
        )


def fillings(view: View, link: Callable[[str], str]) -> dict[str, str]:
    """What stands for `[[name]]` in a Markdown page, as HTML."""
    return {
        "metrics": _metrics(view, link),
        "rules": _rules(view, link),
        "form": _form(view),
        "thresholds": f"<p>{escape(threshold_text(view))}</p>",
        "statuses": _list(han(escape(view.t(f"status.{key}")), view.lang) for key in _STATUSES),
        "contact": _contact(view),
        "coverage": _coverage(view),
        "trial": _trial(view, link) if view.survey.benchmark else "",
    }


def _list(items: Iterator[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]], name: str) -> str:
    """A table whose cells are HTML already; the first cell of a row is its heading."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    label = escape(name)
    return (
        f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">'
        f'<table class="list full"><caption class="vh">{label}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _metrics(view: View, link: Callable[[str], str]) -> str:
    t = view.t
    heads = (t("word.metric"), t("metrics.formula"), t("metrics.caveat"))
    rows = (
        (
            f'<a href="{link(metric_path(metric.key))}">{escape(metric.title.in_(view.lang))}</a>',
            escape(metric.formula.in_(view.lang)),
            escape(metric.caveat.in_(view.lang)),
        )
        for metric in METRICS.values()
    )
    return _table(heads, rows, t("metrics.title"))


def _rules(view: View, link: Callable[[str], str]) -> str:
    t = view.t
    heads = (t("word.rule"), t("rules.checks"), t("word.severity"))
    rows = (
        (
            f'<a href="{link(rule_path(rule.id))}">{rule.id}</a>',
            han(escape(rule.title.in_(view.lang)), view.lang),
            escape(t(f"severity.{rule.severity}")),
        )
        for rule in RULES.values()
    )
    return _table(heads, rows, t("rules.title"))


def _form(view: View) -> str:
    t = view.t
    heads = (t("word.label_zh"), t("word.label_en"), t("rule.basis"))
    rows = (
        (
            f'<span lang="zh">{escape(item.label)}</span>',
            escape(item.en),
            f'<span lang="zh">{escape(item.basis)}</span>',
        )
        for item in _items()
    )
    return _table(heads, rows, t("word.form"))


def _items() -> Iterator[Item]:
    """Every label of both editions once, in the order of the form."""
    seen: set[tuple[str, str]] = set()
    for table in form.FORM.values():
        for block in table.blocks:
            for item in (*block.rows, *block.columns):
                for one in _tree(item):
                    if (one.label, one.en) not in seen:
                        seen.add((one.label, one.en))
                        yield one


def _tree(item: Item) -> Iterator[Item]:
    yield item
    for child in item.children:
        yield from _tree(child)


def _contact(view: View) -> str:
    contact = view.survey.settings.contact
    if not contact:
        return f"<p>{escape(view.t('docs.no_contact'))}</p>"
    shown = escape(contact.removeprefix("mailto:"))
    if contact.startswith(("mailto:", "https://", "http://")):
        shown = f'<a href="{escape(contact)}">{shown}</a>'
    return f"<p>{escape(view.t('docs.contact'))}{shown}</p>"


def _trial(view: View, link: Callable[[str], str]) -> str:
    """What became of planted errors, and what was said of reports without any."""
    t, trial = view.t, view.survey.benchmark
    if trial is None:
        return ""
    heads = (t("trial.kind"), t("trial.rules"), t("trial.found"), t("trial.named"))
    rows = (
        (
            escape(kind.name.in_(view.lang)),
            " ".join(f'<a href="{link(rule_path(rule))}">{rule}</a>' for rule in kind.rules),
            f"{kind.found}/{kind.planted}",
            f"{kind.named}/{kind.single}" if kind.single else "—",
        )
        for kind in trial.kinds
    )
    counts = {f"{severity}s": n for severity, n in trial.clean_findings.items()}
    clean = t("trial.clean", reports=trial.clean_reports, **counts)
    made = t("trial.made", on=trial.made_on, version=trial.version, seed=trial.seed)
    table = _table(heads, rows, t("trial.title"))
    return f"{table}<p>{escape(clean)}</p><p>{escape(made)}</p>"


def _coverage(view: View) -> str:
    t, found = view.t, coverage(view)
    heads = (t("word.file"), t("data.outcome"), t("data.reason"))
    rows = (
        (
            f"<code>{escape(one.file)}</code>",
            escape(t(f"outcome.{one.outcome}")),
            escape(one.reason),
        )
        for one in found.files
    )
    table = _table(heads, rows, t("data.coverage"))
    if not found.counts:
        return table
    counts = f"{t('site.semicolon').join(found.counts)}{t('site.stop')}"
    return f"<p>{escape(counts)}</p><p>{escape(found.caption)}</p>{table}"
