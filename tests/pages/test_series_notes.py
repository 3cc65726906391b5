"""What a township's page says before its years are compared: names, forms, the law."""

from dataclasses import replace

import pytest

from generator.specimen import Specimen
from tests.corpus.content import Content
from tests.site.built import page_at, text_of

RENAMED, STEADY, SPELLED, OLD = "110118101", "110118102", "110118103", "110118104"
REPORTS = {
    RENAMED: (
        Specimen(body="云岭县青石乡", year=2021),
        Specimen(body="云岭县青石乡", year=2022),
        Specimen(body="云岭县青石镇", year=2023),
        Specimen(body="云岭县白石镇", year=2024),
    ),
    STEADY: (Specimen(body="云岭县东山镇", year=2022), Specimen(body="云岭县东山镇", year=2023)),
    SPELLED: (
        Specimen(body="云岭县西山街道", year=2021),
        Specimen(body="云岭县西山街道办事处", year=2022),
    ),
    OLD: (
        Specimen(body="云岭县南山镇", year=2020, proactive=2019, requests=2019),
        Specimen(body="云岭县南山镇", year=2021),
    ),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    content = Content(tmp_path_factory.mktemp("notes"))
    for code, specimens in REPORTS.items():
        for specimen in specimens:
            content.report(f"{code}-{specimen.year}.txt", replace(specimen))
    content.register(
        *(f"{c}-{s.year}.txt,{c},,,,,,,,,,," for c, specimens in REPORTS.items() for s in specimens)
    )
    assert content.build().code == 0
    return content


def _notes(content: Content, path: str) -> list[str]:
    page = page_at(content.output, f"{path}/index.html")
    return [text_of(note) for note in page.elements("main > ul.quiet li")]


def test_other_names_are_told_with_their_years(content: Content) -> None:
    assert _notes(content, f"townships/{RENAMED}")[0] == (
        "历年报告中的名称不同：2021—2022年“青石乡”、2023年“青石镇”、2024年“白石镇”。"
        "单位可能更名、改制或合并，前后数字未必可比。"
    )
    assert _notes(content, f"en/townships/{RENAMED}")[0] == (
        "The reports name this body differently over the years: 2021–2022 “青石乡”, 2023 “青石镇”, "
        "2024 “白石镇”. It may have been renamed, changed in kind or merged, and numbers before "
        "and after need not be comparable."
    )


def test_years_on_both_sides_of_a_break_have_a_note(content: Content) -> None:
    (_, suits) = _notes(content, f"en/townships/{RENAMED}")
    assert suits.startswith("Since 2024, refusals must first go to administrative reconsideration")
    (form,) = _notes(content, f"townships/{OLD}")
    assert "不能跨版比较" in form


@pytest.mark.parametrize("code", [STEADY, SPELLED])
def test_spellings_of_one_name_and_plain_years_need_none(content: Content, code: str) -> None:
    assert _notes(content, f"townships/{code}") == []
