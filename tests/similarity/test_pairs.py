"""Which reports are set beside which, among many."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.model import MOST_PARTNERS, Report
from generator.similarity import Likeness, Prose, fingerprint, likenesses
from generator.similarity.index import most_bodies
from generator.specimen import Specimen
from tests.rules.judged import read
from tests.similarity.texts import invented, paragraphs


def _report(id_: str, text: str, *, name: str = "", code: str = "", year: int = 2023) -> Report:
    prose = {"": "", "problems": "", "other": "", "overview": text}
    report = read(Specimen(body=f"云岭县{name or '青石镇'}", year=year, prose=prose))
    body = replace(report.body, division_code=code, name=name)
    return replace(report, id=id_, township=code or id_, body=body, preferred=True)


def _found(*reports: Report) -> Mapping[str, Likeness]:
    """The likeness of each by its id; the prose is read again when it is asked for."""
    whole = {report.id: report for report in reports}
    slim = [report.slim() for report in reports]
    prose = Prose([fingerprint(report) for report in reports], lambda report: whole[report.id])
    found = likenesses(slim, prose)
    return {report.id: one for report, one in zip(reports, found, strict=True)}


def _alike(found: Mapping[str, Likeness], id_: str) -> list[str]:
    return [overlap.other.id for overlap in found[id_].overlaps]


TEXT = paragraphs(invented(1, 800))


@pytest.mark.parametrize(
    ("bodies", "most"), [(1, 10), (5, 10), (20, 10), (30, 15), (40, 20), (40_000, 20)]
)
def test_how_many_bodies_make_a_phrase_common(bodies: int, most: int) -> None:
    assert most_bodies(bodies) == most


def test_a_lone_report_has_no_likeness() -> None:
    assert _found(_report("a", TEXT))["a"] == Likeness(comparable=True)
    assert list(likenesses([], Prose([], lambda report: report))) == []


def test_without_prose_nothing_is_compared() -> None:
    assert list(likenesses([_report("a", TEXT)], None)) == [Likeness()]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("1", "甲镇"), ("2", "乙镇"), True),
        (("1", "和平镇"), ("2", "和平镇"), True),
        (("", "甲镇"), ("", "乙镇"), True),
        (("1", "甲镇"), ("", "乙镇"), True),
        (("", "和平镇"), ("", "和平镇"), False),
        (("1", "和平镇"), ("", "和平镇"), False),
        (("1", "甲镇"), ("", ""), False),
        (("", ""), ("", ""), False),
    ],
)
def test_only_reports_of_certainly_different_bodies_are_set_beside_each_other(
    one: tuple[str, str], other: tuple[str, str], *, alike: bool
) -> None:
    bodies = {"a": one, "b": other}
    found = _found(*(_report(i, TEXT, code=c, name=n) for i, (c, n) in bodies.items()))
    assert _alike(found, "a") == (["b"] if alike else [])
    assert _alike(found, "b") == (["a"] if alike else [])


def test_each_report_has_a_few_others_the_most_alike_first() -> None:
    texts = {f"r{n}": TEXT[: 150 + 60 * n] + "".join(invented(9 + n, 300)) for n in range(9)}
    found = _found(
        _report("all", TEXT, code="0", name="总镇"),
        *(_report(id_, text, code=id_, name=f"{id_}镇") for id_, text in texts.items()),
    )
    shares = [overlap.share for overlap in found["all"].overlaps]
    assert len(shares) == MOST_PARTNERS
    assert shares == sorted(shares, reverse=True)
    assert all(len(one.overlaps) <= MOST_PARTNERS for one in found.values())


def test_both_reports_tell_the_same_of_their_pair() -> None:
    longer = TEXT + "".join(invented(30, 600))
    found = _found(
        _report("a", TEXT, code="1", name="甲镇"), _report("b", longer, code="2", name="乙镇")
    )
    [one], [other] = found["a"].overlaps, found["b"].overlaps
    assert (one.shared, one.compared) == (other.other_shared, other.other_compared)
    assert (one.other_shared, one.other_compared) == (other.shared, other.compared)
    assert one.share == 1
    assert other.share == pytest.approx(800 / 1400, abs=0.03)


def test_the_report_that_has_more_in_common_leads() -> None:
    longer = TEXT + "".join(invented(30, 600))
    found = _found(
        _report("a", longer, code="1", name="甲镇"),
        _report("b", TEXT, code="2", name="乙镇"),
        _report("c", TEXT, code="3", name="丙镇"),
    )
    led = {id_: [one.other.id for one in like.overlaps if one.leads] for id_, like in found.items()}
    assert led == {"a": [], "b": ["a", "c"], "c": ["a"]}


def test_every_pair_is_led_by_one_that_has_kept_it() -> None:
    texts = {f"r{n}": TEXT[: 150 + 60 * n] + "".join(invented(9 + n, 300)) for n in range(9)}
    found = _found(
        _report("all", TEXT[:700], code="0", name="总镇"),
        *(_report(id_, text, code=id_, name=f"{id_}镇") for id_, text in texts.items()),
    )
    kept = {frozenset((id_, other)) for id_ in found for other in _alike(found, id_)}
    led = [
        frozenset((id_, one.other.id))
        for id_, like in found.items()
        for one in like.overlaps
        if one.leads
    ]
    assert sorted(map(sorted, led)) == sorted(map(sorted, kept))
    alone = [
        id_ for id_ in texts if "all" in _alike(found, id_) and id_ not in _alike(found, "all")
    ]
    assert all(one.leads for id_ in alone for one in found[id_].overlaps if one.other.id == "all")
    assert alone


def test_years_of_one_body_that_do_not_follow_each_other_are_not_compared() -> None:
    years = {"y19": 2019, "y21": 2021, "y22": 2022, "y24": 2024}
    found = _found(*(_report(i, TEXT, code="1", name="甲镇", year=y) for i, y in years.items()))
    assert {id_: _alike(found, id_) for id_ in years} == {
        "y19": [],
        "y21": ["y22"],
        "y22": ["y21"],
        "y24": [],
    }


def test_years_that_have_only_a_quarter_in_common_are_no_pair() -> None:
    new = TEXT[:300] + "".join(invented(40, 600))
    found = _found(
        _report("old", TEXT, code="1", name="甲镇", year=2022),
        _report("new", new, code="1", name="甲镇"),
    )
    assert _alike(found, "new") == _alike(found, "old") == []


def test_a_report_whose_file_is_gone_is_compared_with_nothing() -> None:
    reports = [_report(id_, TEXT, code=id_, name=f"{id_}镇") for id_ in ("1", "2")]
    prints = [fingerprint(report) for report in reports]
    slim = [report.slim() for report in reports]
    found = likenesses(slim, Prose(prints, lambda report: report))
    assert [one.overlaps for one in found] == [(), ()]
