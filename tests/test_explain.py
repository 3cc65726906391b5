"""`explain`: a rule in words, for who wants to know why a report is held against it."""

import re

import pytest

from generator.cli import main
from generator.illustrate import illustrate
from generator.rules import RULES
from tests.corpus.content import generator


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["explain", *arguments]) == 0
    return capsys.readouterr().out


def test_a_rule_in_words() -> None:
    lines = generator("explain", "TB-SUM").lines
    assert lines[0] == "TB-SUM 办理结果相加等于总计"
    assert lines[1] == "级别：error – 表格自身印明的等式不成立，或数值为法律所排除。"
    assert {"通过", "不通过"} <= set(lines)
    assert "  三（一）予以公开 · 自然人：3" in lines[lines.index("不通过") :]
    assert lines[-1] == "  规则的说明：三（七）总计 · 自然人：印为4，各项办理结果相加为3。"


@pytest.mark.parametrize("id_", RULES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_that_is_declared_of_a_rule_is_said(
    capsys: pytest.CaptureFixture[str], id_: str, lang: str
) -> None:
    rule = RULES[id_]
    said = explained(capsys, id_, "--lang", lang)
    texts = [rule.title, rule.meaning, rule.basis, rule.exceptions, illustrate()[id_]]
    assert [t for t in texts if t[lang == "en"] not in said] == []
    assert [source for source in rule.sources if f"  {source}\n" not in said] == []
    assert re.search(rf"(?m)[：:] ?{rule.severity} – ", said)


@pytest.mark.parametrize("id_", RULES)
def test_the_text_that_an_example_adds_is_shown(
    capsys: pytest.CaptureFixture[str], id_: str
) -> None:
    said = explained(capsys, id_)
    for example in (RULES[id_].passes, RULES[id_].breaks):
        texts = [*example.prose.values(), *example.added.values()]
        assert [line for text in texts for line in text.splitlines() if line not in said] == []


def test_the_case_of_an_id_does_not_matter(capsys: pytest.CaptureFixture[str]) -> None:
    assert explained(capsys, "tb-sum", "--lang=en") == explained(capsys, "TB-SUM", "--lang=en")


@pytest.mark.parametrize(
    ("id_", "near"), [("TB-SUMM", "TB-SUM"), ("balance", "TB-BALANCE"), ("CY", "CY-TWICE")]
)
def test_of_an_id_that_is_none_the_nearest_are_named(id_: str, near: str) -> None:
    complaint = generator("explain", id_).complaint
    assert complaint.startswith(f"{id_}: no such rule. There is ")
    assert near in complaint.partition("There is ")[2].removesuffix(".").split(", ")


def test_of_an_id_like_no_other_all_are_named() -> None:
    complaint = generator("explain", "\x1b[31m不").complaint
    assert complaint.startswith("U+001B[31m不: no such rule.")
    assert complaint.endswith(f"There is {', '.join(RULES)}.")
