"""The examples of a rule in words: what they print otherwise than a clean report of zeros."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from generator.bilingual import Lang
from generator.form import SECTIONS, term
from generator.messages import translator
from generator.rules import Rule
from generator.specimen import Specimen, title_of

Which = Literal["passes", "breaks"]
_PASSAGE = 50  # characters from which a passage is not printed twice in one example
_LEFT_OUT = "rule.example_left_out"


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One thing that an example prints."""

    label: str
    value: str
    ours: bool = False
    """The value is said by the site, not printed in the report."""


def example_rows(rule: Rule, which: Which, lang: Lang) -> Iterator[ExampleRow]:
    """What one of the examples prints, then what the reports beside it print."""
    example = rule.passes if which == "passes" else rule.breaks
    yield from _setting(rule, example, lang)
    printed = tuple(_printed(example, lang))
    yield from printed
    yield from _beside(rule, example, {row.value for row in printed}, lang)


def _setting(rule: Rule, example: Specimen, lang: Lang) -> Iterator[ExampleRow]:
    """Whose report it is, of which year and edition, where that makes the difference."""
    t, clean, pair = translator(lang), Specimen(), (rule.passes, rule.breaks)
    if not rule.beside and any((e.body, e.year) != (clean.body, clean.year) for e in pair):
        yield ExampleRow(t("rule.example_title"), title_of(example))
    headings = {section.table: section.text.in_(lang) for section in SECTIONS}
    for table in ("proactive", "requests"):
        if any(getattr(e, table) != getattr(clean, table) for e in pair):
            edition = t("rule.example_edition", edition=getattr(example, table))
            yield ExampleRow(headings[table], edition, ours=True)


def _beside(
    rule: Rule, example: Specimen, shown: Container[str], lang: Lang
) -> Iterator[ExampleRow]:
    """The years of the example and of the reports beside it, for rules that compare them.

    A passage that was `shown` for the example is not printed again.
    """
    t = translator(lang)
    if rule.beside:
        yield ExampleRow(t("rule.example_year"), str(example.year))
    for other in rule.beside:
        if other.body != example.body and other.cells:
            yield ExampleRow(t("rule.example_peer", body=other.body), _in_one(other, lang), True)
            continue
        known = other.body == example.body
        label = t("rule.example_beside" if known else "rule.example_elsewhere", body=other.body)
        yield ExampleRow(label, str(other.year))
        for row in _printed(other, lang):
            whose = "rule.example_of_other" if known else "rule.example_of_elsewhere"
            label = t(whose, year=other.year, label=row.label)
            if len(row.value) > _PASSAGE and row.value in shown:
                yield ExampleRow(label, t("rule.example_same"), ours=True)
            else:
                yield replace(row, label=label)


def _in_one(other: Specimen, lang: Lang) -> str:
    """What a peer prints, in one row: there may be many of them."""
    t = translator(lang)
    rows = (f"{row.label}{t('site.colon')}{row.value}" for row in _printed(other, lang))
    return t("site.list").join(rows)


def _printed(example: Specimen, lang: Lang) -> Iterator[ExampleRow]:
    """What an example prints otherwise than the clean specimen, which is all zeros."""
    t = translator(lang)
    for address, printed in example.cells.items():
        yield _row(term(address).in_(lang), printed, "cell.blank", lang)
    for field in ("title", "signature", "date"):
        text = getattr(example, field)
        if text is not None:
            yield _row(t(f"rule.example_{field}"), text, _LEFT_OUT, lang)
    headings = {section.key: section.text.in_(lang) for section in SECTIONS}
    for section, text in example.prose.items():
        yield _row(headings.get(section, t("report.opening")), text, _LEFT_OUT, lang)
    for section, text in example.added.items():
        label = headings.get(section, t("report.opening"))
        yield ExampleRow(label, f"…{_once(text, lang)}")
    for old, new in example.swaps:
        label = t("rule.example_instead", old=old.strip())
        yield _row(label, new.strip(), _LEFT_OUT, lang)


def _row(label: str, text: str, nothing: str, lang: Lang) -> ExampleRow:
    return ExampleRow(label, text or translator(lang)(nothing), ours=not text)


def _once(text: str, lang: Lang) -> str:
    """A paragraph that stands many times in a row is shown once, with their number."""
    t = translator(lang)
    runs = [(line, len(list(run))) for line, run in groupby(text.split("\n"))]
    return "\n".join(
        line if times == 1 else t("rule.example_times", text=line, times=times)
        for line, times in runs
    )
