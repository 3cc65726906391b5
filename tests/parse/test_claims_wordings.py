"""Every wording of the prose that is known, and the numbers that it states."""

import csv
import re
import unicodedata
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Claim, Paragraph
from generator.parse.claims import read_claims
from generator.parse.claims.numerals import of_han

_FILE = Path(__file__).parent / "data" / "wordings.csv"
_WIDE = str.maketrans(",;:()%0123456789", "，；：（）％０１２３４５６７８９")
_HAN = re.compile("[零〇一二两三四五六七八九十百千]+")


def typed() -> dict[str, list[tuple[str, int, bool, str]]]:
    """What each sentence states, as typed by hand; nothing where its row is empty."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        sentence: sorted(
            (row["claim"], int(row["value"]), row["approximate"] == "true", row["written"])
            for row in group
            if row["claim"]
        )
        for sentence, group in groupby(rows, key=lambda row: row["sentence"])
    }


TYPED = typed()
ALONE = "行政许可 388"  # on a line of its own it is a row of a table


def read(text: str) -> tuple[Claim, ...]:
    return read_claims((Paragraph("overview", 1, text),), {}, 2023)


def written(text: str, claim: Claim) -> str:
    """How the passage of a claim writes its value; "" when the value does not stand in it."""
    passage = unicodedata.normalize("NFKC", text[claim.start : claim.end])
    size = 10_000 if "万" in passage else 1
    joined = re.sub(r"(?<=\d)\s*,\s*(?=\d{3})", ",", passage)
    figures = re.findall(r"\d[\d,]*(?:\.\d+)?", joined)
    if any(float(figure.replace(",", "")) * size == claim.value for figure in figures):
        return "digits"
    numerals = _HAN.findall(re.sub(r"\s", "", passage))
    if claim.value and any(of_han(n) == claim.value // size for n in numerals):
        return "numeral"
    return "none" if claim.value == 0 and re.search("未|没有|无|不|零", passage) else ""


def stated(text: str) -> list[tuple[str, int, bool, str]]:
    return sorted((c.key, c.value, c.approximate, written(text, c)) for c in read(text))


@pytest.mark.parametrize("sentence", TYPED)
def test_a_wording_states_its_numbers(sentence: str) -> None:
    assert stated(sentence) == TYPED[sentence]


@pytest.mark.parametrize("sentence", TYPED)
def test_punctuation_and_digits_of_full_width_change_nothing(sentence: str) -> None:
    assert stated(sentence.translate(_WIDE)) == TYPED[sentence]


@pytest.mark.parametrize("sentence", TYPED)
def test_spaces_change_nothing(sentence: str) -> None:
    spaced = re.sub(r"(\d[\d,.]*)", r" \1　", f"　　{sentence}")
    assert stated(spaced) == TYPED[sentence]
    for claim in read(spaced):
        assert not spaced[claim.start : claim.end][-1].isspace()


@pytest.mark.parametrize("sentence", [s for s in TYPED if s != ALONE])
def test_a_sentence_can_stand_among_others(sentence: str) -> None:
    text = f"我镇认真贯彻有关要求。{sentence.rstrip('。')}。各项工作有序开展。"
    assert stated(text) == TYPED[sentence]


def test_a_row_of_a_table_states_nothing() -> None:
    assert TYPED[ALONE] == []


def test_channels_are_stated_apart_and_add_up_to_the_year() -> None:
    found = read("线上受理20件办结18件、结转2件;线下受理4件全部办结")
    sums = {c.key: sum(o.value for o in found if o.key == c.key) for c in found}
    assert sums == {
        "requests_received": 24,
        "requests_processed": 22,
        "requests_carried_forward": 2,
    }
    assert {c.cell for c in found} == {""}


def test_two_numbers_with_a_space_between_are_not_one() -> None:
    assert read("收到政府信息公开申请1 2件。") == ()


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Known sentences side by side with passages cut out, doubled or put in from others."""
    text = "，".join(draw(st.lists(st.sampled_from(list(TYPED)), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 6)))
        new = draw(
            st.sampled_from(["", text[start:end] * 2, " ", "未", "其中", "0", "十", "，", "1,"])
        )
        text = text[:start] + new + text[end:]
    return text


@given(mutated())
def test_a_value_stands_in_its_own_words(text: str) -> None:
    for claim in read(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert written(text, claim), (text, claim)
        assert claim.text in text
        assert text[claim.start : claim.end] in claim.text


@given(
    st.text(alphabet="收到申请7件、，。；（）十千万余一复议诉讼未无行政公开 \n　0.", max_size=80)
)
def test_any_text_can_be_read(text: str) -> None:
    assert all(claim.value >= 0 for claim in read(text))
