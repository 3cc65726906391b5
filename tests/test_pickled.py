"""Data classes come back from a pickle as they were, also those with a single field."""

import pickle
from dataclasses import dataclass, field
from typing import TypeVar

from generator.model import Reading, Report, Source, Status
from generator.model.body import Body, Evidence
from generator.pickled import pickled_as_call
from generator.specimen import Specimen, written
from tests.layouts.report import read_report

Thing = TypeVar("Thing")


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Single:
    only: tuple[int, ...] = ()


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Several:
    first: str
    single: Single = field(default_factory=Single)


def _again(value: Thing) -> Thing:
    again: Thing = pickle.loads(pickle.dumps(value))  # noqa: S301 - it was made here
    return again


def test_values_come_back_with_all_that_they_hold() -> None:
    body = Body(printed="东山镇", evidence=Evidence(publishers=("东山镇人民政府",)))
    for value in (Single((1, 2)), Several("a", Single((3,))), body):
        assert _again(value) == value


def test_what_several_values_share_is_still_one() -> None:
    shared = Single((1,))
    one, other = _again((Several("a", shared), Several("b", shared)))
    assert one.single is other.single


def test_reports_come_back_with_their_cells_in_order() -> None:
    readings = {"b": Reading(Status.REPORTED, 1, "1", 7), "a": Reading(Status.BLANK, line=8)}
    source = Source("a.txt", "txt", "utf-8", 0, "")
    some = [Report(source, "", None, 2023, Body(), {}, cells) for cells in (readings, {})]
    for report in (*some, read_report(written(Specimen()))):
        again = _again(report)
        assert again == report
        assert list(again.cells) == list(report.cells)
