"""The examples of a rule in words: what they print otherwise than a clean report of zeros."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.bilingual import Lang
from generator.form import SECTIONS, term
from generator.messages import translator
from generator.rules import Rule
from generator.specimen import Specimen

Which = Literal["passes", "breaks"]


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One thing that an example prints."""

    label: str
    value: str


def example_rows(rule: Rule, which: Which, lang: Lang) -> Iterator[ExampleRow]:
    """What one of the examples prints, then what the reports beside it print."""
    example = rule.passes if which == "passes" else rule.breaks
    yield from _printed(example, lang)
    yield from _beside(rule, example, lang)


def _beside(rule: Rule, example: Specimen, lang: Lang) -> Iterator[ExampleRow]:
    """The years of the example and of the reports beside it, for rules that compare them."""
    t = translator(lang)
    if rule.beside:
        yield ExampleRow(t("rule.example_year"), str(example.year))
    for other in rule.beside:
        if other.body != example.body and other.cells:
            yield ExampleRow(t("rule.example_peer", body=other.body), _in_one(other, lang))
            continue
        known = other.body == example.body
        label = t("rule.example_beside" if known else "rule.example_elsewhere", body=other.body)
        yield ExampleRow(label, str(other.year))
        for row in _printed(other, lang):
            whose = "rule.example_of_other" if known else "rule.example_of_elsewhere"
            label = t(whose, year=other.year, label=row.label)
            yield ExampleRow(label, row.value)


def _in_one(other: Specimen, lang: Lang) -> str:
    """What a peer prints, in one row: there may be many of them."""
    t = translator(lang)
    rows = (f"{row.label}{t('site.colon')}{row.value}" for row in _printed(other, lang))
    return t("site.list").join(rows)


def _printed(example: Specimen, lang: Lang) -> Iterator[ExampleRow]:
    """What an example prints otherwise than the clean specimen, which is all zeros."""
    t = translator(lang)
    for address, printed in example.cells.items():
        yield ExampleRow(term(address).in_(lang), printed or t("cell.blank"))
    for field in ("title", "signature", "date"):
        text = getattr(example, field)
        if text is not None:
            yield ExampleRow(t(f"rule.example_{field}"), text or t("rule.example_left_out"))
    headings = {section.key: section.text.in_(lang) for section in SECTIONS}
    for section, text in example.prose.items():
        label = headings.get(section, t("report.opening"))
        yield ExampleRow(label, text or t("rule.example_left_out"))
    for section, text in example.added.items():
        yield ExampleRow(headings.get(section, t("report.opening")), f"…{text}")
    for old, new in example.swaps:
        yield ExampleRow(
            t("rule.example_instead", old=old.strip()), new.strip() or t("rule.example_left_out")
        )
