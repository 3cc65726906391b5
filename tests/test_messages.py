"""The words of the site: the same keys and facts in both languages, all there, none too many."""

import ast
import re
from collections.abc import Iterable
from dataclasses import fields
from string import Formatter

import pytest

from generator.bilingual import LANGS, Lang
from generator.charts import ChartWords
from generator.messages import catalogue, translator
from generator.model import (
    Agreement,
    BodyKind,
    FileOutcome,
    Outcome,
    ReplyStatus,
    Resolution,
    Severity,
    Status,
)
from generator.parse.claims.subjects import SUBJECTS
from generator.phrases import reason_text
from generator.render.templates import FOOT, NAV
from generator.rules.reading import CODES
from tests.conftest import ROOT

CLAIMS = (  # those of the contract
    "disclosures requests_received requests_brought_forward requests_processed "
    "requests_carried_forward requests_granted requests_partly_granted requests_withheld "
    "requests_unavailable reconsiderations suits licences penalties coercive_measures "
    "normative_documents_issued normative_documents_repealed normative_documents_in_force "
    "fee_notices fee_charged fee_collected"
)
FILE_REASONS = (
    *("too_long", "two_reports", "tables_are_pictures", "no_access", "closed_folder"),
    *("link_outside", "link_to_folder", "broken_link", "not_a_file", "hidden", "unusable_name"),
    *("mask_unclear", "empty", "no_form", "unsupported_format", "needs_libreoffice", "no_text"),
    *("damaged", "encrypted", "too_complex", "timed_out", "too_large", "same_as", "cells_unread"),
)
# Keys that are put together from a family and a value: every value must have its words.
FAMILIES: dict[str, Iterable[str]] = {
    "severity": Severity,
    "reply_status": ReplyStatus,
    "severity_meaning": Severity,
    "outcome": [*Outcome, *FileOutcome],
    "status": ["zero", *(s for s in Status if s is not Status.REPORTED)],
    "agreement": Agreement,
    "kind": BodyKind,
    "resolution": Resolution,
    "claim": [*CLAIMS.split(), *SUBJECTS],
    "reason": [*CODES, *(s for s in Status if s is not Status.REPORTED)],
    "file_reason": FILE_REASONS,
    "file_remedy": FILE_REASONS,
    "chart": [field.name for field in fields(ChartWords)],
    "nav": [key for _, key in (*NAV, *FOOT)],
    "outcome_group": ["granted", "partly", "unavailable", "withheld", "other"],
    "download": ["cells", "metrics", "findings"],
    "rule": ["passes", "breaks", "example_title", "example_signature", "example_date"],
    "area": ["nation", "unresolved", "others"],
    "home": [f"finder_{k}" for k in ("label", "placeholder", "more", "loading", "failed")],
}
TEMPLATES = sorted((ROOT / "site_templates").rglob("*.html"))
CODE = sorted((ROOT / "generator").rglob("*.py"))
# `t("key"`, `t("family." ~ value` and `t("key" if condition else "key"`.
_CALL = re.compile(
    r"""\bt\(\s*(?P<key>["'][^"']*["'])(?:\s+if\s[^"'(){}]+?\s+else\s+(?P<other>["'][^"']*["']))?"""
)
_KEY = re.compile(r"[a-z_]+\.[a-z_0-9]*")


def _facts(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def _of_templates() -> set[str]:
    """Keys named in templates; one that ends in a dot begins a family."""
    return {key for path in TEMPLATES for key in _keys(path.read_text(encoding="utf-8"))}


def _keys(template: str) -> set[str]:
    given = (key for call in _CALL.finditer(template) for key in call.group("key", "other") if key)
    return {key[1:-1] for key in given if _KEY.fullmatch(key[1:-1])}


def _of_code() -> set[str]:
    """Texts of the program that read like keys, and beginnings of texts with values in them."""
    named: set[str] = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                named.add(str(node.values[0].value))
    return {text for text in named if re.fullmatch(r"[a-z_]+\.[a-z_0-9]*", text)}


def _called() -> set[str]:
    """The keys that the program gives to `t` as they stand."""
    keys: set[str] = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
                given = node.args[0]
                if name in {"t", "zh", "en"} and isinstance(given, ast.Constant):
                    keys.add(str(given.value))
    return keys


FAMILY_KEYS = {f"{family}.{value}" for family, values in FAMILIES.items() for value in values}


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(catalogue("zh")) == list(catalogue("en"))


@pytest.mark.parametrize("key", catalogue("zh"))
def test_both_languages_tell_the_same_facts(key: str) -> None:
    assert _facts(catalogue("zh")[key]) == _facts(catalogue("en")[key])


@pytest.mark.parametrize("lang", LANGS)
def test_no_message_is_empty_or_untrimmed(lang: Lang) -> None:
    spaces = {"site.space", "site.list", "site.or", "site.colon", "site.semicolon", "site.stop"}
    for key, message in catalogue(lang).items():
        if key not in spaces:
            assert message.rstrip("\n") == message, key
            assert message.strip(), key


def test_only_quotations_and_the_language_link_are_chinese_on_english_pages() -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    found = {key for key, text in catalogue("en").items() if chinese.search(text)}
    assert found == {"site.other_name", "status.not_applicable"}


def test_every_family_is_complete() -> None:
    assert FAMILY_KEYS - set(catalogue("zh")) == set()


@pytest.mark.parametrize(
    ("template", "keys"),
    [
        ("""{{ t("site.skip") }} {{ t('site.nav', n=1) }}""", {"site.skip", "site.nav"}),
        ("""{{ t("severity." ~ c.severity) }}""", {"severity."}),
        ("""{{ t("a.b" if x.y else "c.d") }}""", {"a.b", "c.d"}),
        ("""{{ t("a.b" if not x else 'c.d', n=2) }} {{ t("e.f") }}""", {"a.b", "c.d", "e.f"}),
        ("""{{ t("a.b", n=x if x else "c.d") }} {{ not_t("e.f") }} {{ sort("g.h") }}""", {"a.b"}),
    ],
)
def test_the_keys_of_a_template_are_found(template: str, keys: set[str]) -> None:
    assert _keys(template) == keys


def test_every_key_that_a_template_names_exists() -> None:
    named = _of_templates()
    assert len(named) > 100
    whole = {key for key in named if not key.endswith(".")}
    assert whole - set(catalogue("zh")) == set()
    assert {key[:-1] for key in named if key.endswith(".")} <= set(FAMILIES)


def test_every_key_that_the_program_gives_exists() -> None:
    called = {key for key in _called() if re.fullmatch(r"[a-z_]+\.[a-z_0-9]+", key)}
    assert len(called) > 100
    assert called - set(catalogue("zh")) == set()


def test_every_message_is_used() -> None:
    named = _of_templates() | _of_code()
    unused = set(catalogue("zh")) - named - FAMILY_KEYS
    assert unused == set()


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_key_or_fact_is_an_error(lang: Lang) -> None:
    t = translator(lang)
    with pytest.raises(KeyError):
        t("site.nothing_of_the_kind")
    with pytest.raises(KeyError):
        t("finding.line", wrong=1)
    assert "{line}" in t("finding.line")
    assert "7" in t("finding.line", line=7)


@pytest.mark.parametrize(
    ("share", "shown"), [("2/2", False), ("14/14", False), ("1/2", True), ("2/22", True)]
)
def test_how_many_are_left_out_is_said_when_it_is_not_all_of_them(share: str, shown: bool) -> None:
    for lang in LANGS:
        said = reason_text(f"few_peers {share}: proactive.licences.decisions", lang)
        assert (share in said) is shown
