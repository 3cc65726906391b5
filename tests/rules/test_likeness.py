"""Prose that is that of the year before, or of another body: findings, severities, silence."""

from collections.abc import Sequence

import pytest

from generator.specimen import Specimen
from tests.rules.judged import Judged, judged
from tests.similarity.texts import invented, lines_of, paragraphs

ELSEWHERE = "河口区新桥街道办事处"
THIRD = "云岭县白水乡"
OWN = invented(1, 1000)


def _report(
    texts: Sequence[str], body: str = "云岭县青石镇", year: int = 2023, **other: str
) -> Specimen:
    """A report of these sentences, in which nothing else is compared."""
    prose = {"": "", "problems": "", "other": "", "overview": paragraphs(texts), **other}
    return Specimen(body=body, year=year, prose=prose)


def _copy(share: float, seed: int) -> list[str]:
    """A thousand characters, of which a share is taken from OWN."""
    return [*OWN[: round(len(OWN) * share)], *invented(seed, round(1000 * (1 - share)))]


def _facts(result: Judged, rule: str) -> dict[str, str | int | float]:
    [finding] = result.of(rule)
    return dict(finding.facts)


@pytest.mark.parametrize(
    ("share", "outcome", "severity"),
    [
        (0.10, "pass", None),
        (0.30, "fail", "notice"),
        (0.64, "fail", "warning"),
        (1.0, "fail", "warning"),
    ],
)
def test_prose_of_another_body(share: float, outcome: str, severity: str | None) -> None:
    result = judged(_report(_copy(share, 2)), _report(OWN, ELSEWHERE))
    assert result.outcome("TX-SIM-OTHER") == outcome
    assert [f.severity for f in result.of("TX-SIM-OTHER")] == ([severity] if severity else [])


@pytest.mark.parametrize(("share", "outcome"), [(0.3, "pass"), (0.64, "fail"), (1.0, "fail")])
def test_prose_of_the_year_before(share: float, outcome: str) -> None:
    result = judged(_report(_copy(share, 3)), _report(OWN, year=2022))
    assert result.outcome("TX-SIM-SELF") == outcome
    assert [f.severity for f in result.of("TX-SIM-SELF")] == ["warning"] * (outcome == "fail")
    assert result.outcome("TX-SIM-OTHER") == "not_assessable nothing_beside"


def test_the_year_before_alone_is_looked_at() -> None:
    new = invented(4, 1000)
    older = judged(_report(OWN), _report(new, year=2022), _report(OWN, year=2021))
    assert older.outcome("TX-SIM-SELF") == "pass"
    gap = judged(_report(OWN), _report(OWN, year=2021))
    assert gap.outcome("TX-SIM-SELF") == "not_assessable no_year_before 2022"
    later = judged(_report(OWN, year=2022), _report(OWN))
    assert later.outcome("TX-SIM-SELF") == "not_assessable no_year_before 2021"


def test_of_two_reports_of_the_year_before_the_preferred_one_counts() -> None:
    new = _report(invented(5, 1000), year=2022)
    result = judged(_report(OWN), new, _report(OWN, year=2022))
    assert result.outcome("TX-SIM-SELF") == "pass"


def test_two_reports_of_one_year_of_one_body_are_no_two_bodies() -> None:
    result = judged(_report(OWN), _report(OWN), _report(invented(6, 900), ELSEWHERE))
    assert result.outcome("TX-SIM-OTHER") == "pass"


def test_any_year_of_another_body_is_compared() -> None:
    result = judged(_report(OWN), _report(OWN, ELSEWHERE, 2019))
    assert result.outcome("TX-SIM-OTHER") == "fail"


@pytest.mark.parametrize(
    ("own", "beside", "rule", "outcome"),
    [
        (OWN[:3], _report(OWN[:3], ELSEWHERE), "TX-SIM-OTHER", "nothing_beside"),
        (OWN[:3], _report(OWN, ELSEWHERE), "TX-SIM-OTHER", "too_short"),
        (OWN, _report(OWN[:3], ELSEWHERE), "TX-SIM-OTHER", "nothing_beside"),
        (OWN[:3], _report(OWN[:3], year=2022), "TX-SIM-SELF", "too_short 2023"),
        (OWN, _report(OWN[:3], year=2022), "TX-SIM-SELF", "too_short 2022"),
    ],
)
def test_short_prose_says_nothing(
    own: list[str], beside: Specimen, rule: str, outcome: str
) -> None:
    assert judged(_report(own), beside).outcome(rule) == f"not_assessable {outcome}"


def test_a_lone_report_is_compared_with_nothing() -> None:
    alone = judged(_report(OWN))
    assert alone.outcome("TX-SIM-OTHER") == "not_assessable nothing_beside"
    assert alone.outcome("TX-SIM-SELF") == "not_assessable no_code"


def test_a_finding_tells_the_share_in_both_directions_and_all_reports() -> None:
    result = judged(
        _report(OWN[: len(OWN) // 2]),
        _report(invented(7, 1000), "云岭县红旗镇"),
        _report(OWN, ELSEWHERE),
        _report([*OWN[: len(OWN) // 4], *invented(8, 700)], THIRD),
    )
    facts = _facts(result, "TX-SIM-OTHER")
    assert facts["reports"] == "000000002-2023 000000003-2023"
    assert facts["shared"] == facts["compared"] == facts["other_shared"]
    assert 1.8 < int(facts["other_compared"]) / int(facts["compared"]) < 2.2
    [finding] = result.of("TX-SIM-OTHER")
    assert "新桥街道" in finding.message.zh
    assert "白水乡" in finding.message.zh
    assert f"{facts['shared']}字（100%）" in finding.message.zh
    assert f"{facts['shared']} (100%)" in finding.message.en


def test_the_line_is_that_of_the_longest_passage() -> None:
    long, short = "".join(invented(9, 300)), "".join(invented(10, 100))
    shown = _report([f"{short}\n{''.join(invented(11, 60))}\n", long])
    [finding] = judged(shown, _report([short, long], ELSEWHERE)).of("TX-SIM-OTHER")
    assert finding.line == lines_of(shown).index(long) + 1


def test_what_many_bodies_say_is_not_held_against_any() -> None:
    stock = "".join(invented(12, 500))
    bodies = [f"云岭县第{name}镇" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯"]
    reports = [_report([stock, *invented(20 + n, 600)], body) for n, body in enumerate(bodies)]
    assert judged(*reports).outcome("TX-SIM-OTHER") == "pass"
    few = judged(*reports[:9])
    assert few.outcome("TX-SIM-OTHER") == "fail"
    copied = _report([stock, *invented(20, 600)], "云岭县青石镇")
    both = judged(copied, *reports)
    assert both.outcome("TX-SIM-OTHER") == "fail"
    assert float(_facts(both, "TX-SIM-OTHER")["shares"]) > 0.98


def test_what_is_left_when_stock_phrases_are_taken_out_may_be_too_short() -> None:
    stock = "".join(invented(13, 900))
    bodies = [f"云岭县第{name}镇" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯"]
    reports = [_report([stock, *invented(50 + n, 100)], body) for n, body in enumerate(bodies)]
    outcome = judged(*reports).outcome("TX-SIM-OTHER")
    assert outcome == "not_assessable nothing_beside"


def test_the_examples_of_other_rules_are_too_short_to_be_alike() -> None:
    result = judged(Specimen(), Specimen(body=THIRD), Specimen(year=2022))
    assert result.of("TX-SIM-OTHER", "TX-SIM-SELF") == []
    assert result.outcome("TX-SIM-SELF") == "not_assessable too_short 2023"
