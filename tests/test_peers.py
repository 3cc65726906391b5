"""What is usual among the townships of a year: areas, medians, and who is nobody's peer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Body, BodyKind, Reading, Report, Status, Typical
from generator.peers import LEAST, Peers, numbers_of
from generator.specimen import Specimen
from tests.rules.judged import read

CELL = "proactive.penalties.decisions"
CLEAN = read(Specimen())
PLACE = Body(kind=BodyKind.TOWNSHIP, county="甲县", city="乙市", province="丙省")


def _report(code: str, number: int | None, **changes: object) -> Report:
    """A township's report of 2023; its code says in which county of which province it lies."""
    body = replace(PLACE, division_code=code)
    status = Status.BLANK if number is None else Status.REPORTED
    cells = {**CLEAN.cells, CELL: Reading(status, number)}
    return replace(replace(CLEAN, body=body, cells=cells), **changes)  # type: ignore[arg-type]


def _typical(report: Report, others: Iterable[Report]) -> Typical | None:
    return _in_all(report, (report, *others))


def _in_all(report: Report, reports: Sequence[Report]) -> Typical | None:
    peers = Peers((CELL,), reports, [numbers_of(report, (CELL,)) for report in reports])
    return next((among.typical for _, among in peers.among(report)), None)


def _county(code: str, numbers: Iterable[int], first: int = 0) -> list[Report]:
    return [_report(f"{code}{place:03}", n) for place, n in enumerate(numbers, start=first)]


def test_ten_others_of_the_county_are_enough_and_nine_are_not() -> None:
    own = _report("110118999", 500)
    assert _typical(own, _county("110118", range(1, 11))) == Typical(Decimal("5.5"), 10, "甲县")
    assert _typical(own, _county("110118", range(1, 10))) is None


def test_the_narrowest_area_that_has_enough_is_taken() -> None:
    own = _report("110118999", 500)
    county, city = _county("110118", [1] * 5), _county("110119", [3] * 10)
    province, nation = _county("119901", [5] * 20), _county("420101", [7] * 60)
    assert _typical(own, [*county, *city]) == Typical(3, 15, "乙市")
    assert _typical(own, [*county, *province]) == Typical(5, 25, "丙省")
    assert _typical(own, [*county, *nation]) == Typical(7, 65, "")


def test_an_area_without_a_name_is_passed_over() -> None:
    own = _report("110118999", 500)
    own = replace(own, body=replace(own.body, county="", city=""))
    assert _typical(own, _county("110118", [1] * 10)) == Typical(1, 10, "丙省")


def test_only_preferred_reports_of_other_townships_of_the_year_that_hold_a_number_count() -> None:
    own = _report("110118999", 500)
    nine = _county("110118", [1] * 9)
    others = {
        "another year": _report("110118500", 1, year=2022),
        "no year": _report("110118500", 1, year=None),
        "not preferred": _report("110118500", 1, preferred=False),
        "blank": _report("110118500", None),
        "itself, once more": _report("110118999", 1, preferred=False),
        "a department": replace(
            own, body=replace(own.body, kind=BodyKind.DEPARTMENT, division_code="110118500")
        ),
        "no code": replace(own, body=replace(own.body, division_code="")),
    }
    for other in others.values():
        assert _typical(own, [*nine, other]) is None
    assert _typical(own, [*nine, _report("110118500", 1)]) == Typical(1, 10, "甲县")


def test_a_second_report_of_the_year_is_not_compared_with_the_first() -> None:
    first, second = _report("110118999", 500), _report("110118999", 400, preferred=False)
    nine = _county("110118", [1] * 9)
    assert _typical(second, [first, *nine]) is None
    assert _typical(second, [first, *nine, _report("110118500", 1)]) == Typical(1, 10, "甲县")


def test_a_township_without_a_code_is_compared_with_all() -> None:
    own = _report("110118999", 500)
    own = replace(own, body=replace(own.body, division_code=""))
    assert _typical(own, _county("110118", [1] * 10)) == Typical(1, 10, "")


def test_other_bodies_have_no_peers() -> None:
    own = _report("110118999", 500)
    own = replace(own, body=replace(own.body, kind=BodyKind.COUNTY))
    assert _typical(own, _county("110118", [1] * 10)) is None


def test_of_many_peers_the_first_digit_is_told() -> None:
    numbers = (10, 19, 20, 29, 99, 100, 799, 1_000, 12_345)
    rounded = [Typical(3, number, "甲县").rounded() for number in numbers]
    assert [one.reports for one in rounded] == [10, 19, 20, 20, 90, 100, 700, 1_000, 10_000]
    assert {(one.median, one.area) for one in rounded} == {(3, "甲县")}


@given(st.lists(st.integers(0, 9), min_size=LEAST + 1, max_size=30), st.data())
def test_the_median_leaves_the_township_itself_out(numbers: list[int], data: st.DataObject) -> None:
    reports = _county("110118", numbers)
    place = data.draw(st.integers(0, len(numbers) - 1))
    found = _in_all(reports[place], reports)
    assert found
    assert found.median == median(numbers[:place] + numbers[place + 1 :])
    assert found.reports == len(numbers) - 1


@given(st.lists(st.integers(0, 150), min_size=LEAST + 1, max_size=LEAST + 4), st.integers(0, 2_000))
def test_where_it_is_clear_without_the_median_nothing_exceeds_it(
    numbers: list[int], own: int
) -> None:
    reports = _county("110118", [own, *numbers])
    peers = Peers((CELL,), reports, [numbers_of(report, (CELL,)) for report in reports])
    for report, number in zip(reports, [own, *numbers], strict=True):
        ((_, among),) = peers.among(report)
        remarkable = among.typical.median <= 0 or among.typical.exceeded(number)
        assert among.may_be_exceeded(number) >= remarkable
