"""A rule in words, as its page of the site has it: the answer of `explain`."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.bilingual import Lang
from generator.errors import UsageError
from generator.example_messages import illustration
from generator.examples import Which, example_rows
from generator.messages import translator
from generator.rules import RULES, Rule
from generator.terminal import plain


def named(id_: str) -> Rule:
    """The rule of an id in upper or lower case; UsageError with the nearest ones when none is."""
    wanted = id_.upper()
    if wanted in RULES:
        return RULES[wanted]
    near = get_close_matches(wanted, RULES) or [r for r in RULES if r.startswith(wanted)] or RULES
    raise UsageError(plain(id_), "no such rule", f"There is {', '.join(near)}.")


def told(rule: Rule, lang: Lang) -> Iterator[str]:
    """All that is known of a rule, a line each."""
    t = translator(lang)
    colon, severity = t("site.colon"), t(f"severity_meaning.{rule.severity}")
    yield f"{rule.id} {rule.title.in_(lang)}"
    yield f"{t('word.severity')}{colon}{rule.severity} – {severity}"
    yield ""
    yield rule.meaning.in_(lang)
    yield ""
    yield f"{t('rule.basis')}{colon}{rule.basis.in_(lang)}"
    yield from (f"  {source}" for source in rule.sources)
    exceptions = rule.exceptions.in_(lang)
    if exceptions:
        yield ""
        yield f"{t('rule.exceptions')}{colon}{exceptions}"
    yield ""
    yield t("rule.examples_text")
    yield from _example(rule, "passes", lang)
    yield from _example(rule, "breaks", lang)
    yield f"  {t('rule.example_says')}{plain(illustration(rule).in_(lang))}"


def _example(rule: Rule, which: Which, lang: Lang) -> Iterator[str]:
    t = translator(lang)
    yield ""
    yield t(f"rule.{which}")
    rows = tuple(example_rows(rule, which, lang))
    for row in rows:
        yield f"  {plain(row.label)}{t('site.colon')}{plain(row.value)}"
    if not rows:
        yield f"  {t('rule.example_clean')}"
