"""`explain`: a rule in words, for who wants to know why a report is held against it."""

import re
from typing import get_args

import pytest

from generator.bilingual import LANGS, Lang
from generator.cli import main
from generator.example_messages import example_messages
from generator.examples import Which, example_rows
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
    texts = [rule.title, rule.meaning, rule.basis, rule.exceptions, example_messages()[id_]]
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


@pytest.mark.parametrize("id_", RULES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_examples_show_what_makes_the_difference(id_: str, lang: Lang) -> None:
    rows = {which: list(example_rows(RULES[id_], which, lang)) for which in get_args(Which)}
    assert rows["passes"] != rows["breaks"]
    assert rows["breaks"]


def test_an_example_of_another_edition_says_which_and_of_what_year(
    capsys: pytest.CaptureFixture[str],
) -> None:
    breaks = explained(capsys, "STR-FORMAT-YEAR", "--lang=en").partition("Breaks\n")[2]
    assert "  Title: 云岭县青石镇2023年政府信息公开工作年度报告\n" in breaks
    assert "  Proactive disclosure: table of the 2019 edition\n" in breaks


def test_a_passage_that_both_reports_have_is_printed_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    breaks = explained(capsys, "TX-SIM-OTHER").partition("\n不通过\n")[2]
    assert breaks.count("围绕春耕备耕和防汛抗旱") == 1
    assert "该单位2023年：总体情况：与上面的文字完全相同\n" in breaks


def test_a_paragraph_in_a_row_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(capsys, "TX-LEN")
    assert said.count("定期检查各个栏目的内容。") == 1
    assert "（这一段连写30遍）" in said


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
