"""The list of rules: by what part of a report they are on, so that one of 65 is found."""

import pytest

from generator.bilingual import Lang
from generator.pages.base import View
from generator.pages.rules import RulesPage, rules_page
from generator.rules import RULES

HEADINGS = {
    "zh": ["结构与填写", "主动公开政府信息情况", "收到和处理政府信息公开申请情况"],
    "en": ["Structure and filling in", "Proactive disclosure", "Requests received and handled"],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rules_stand_under_the_part_of_the_report_that_they_are_on(
    views: dict[Lang, View], lang: Lang
) -> None:
    page = next(rules_page(views[lang], views[lang].survey.nation))
    assert isinstance(page, RulesPage)
    headings = [family.heading for family in page.families]
    assert headings[:3] == HEADINGS[lang]
    assert len(set(headings)) == len(headings) == 7
    assert [row.id for family in page.families for row in family.rows] == list(RULES)
