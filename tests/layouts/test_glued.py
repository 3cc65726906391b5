"""Numbers that were glued together: sums that took them apart are no longer a check."""

import pytest

from generator.form import EDITIONS, FORM, Edition
from generator.model import Outcome, Status
from generator.rules import assess
from tests.layouts.report import read_report
from tests.layouts.serialisations import LAYOUTS
from tests.layouts.tables import expected_of, numbers, scored, tables_of
from tests.readers.files import FILES

GLUED = [name for name in LAYOUTS if name.startswith("glued")]
# Two rows that print the same digits and may be swapped without a column noticing: 1, 12 and 11, 2.
ROWS = {"withheld_state_secret": (1, 12), "withheld_by_law": (11, 2)}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", GLUED)
def test_sums_that_took_digits_apart_prove_nothing(layout: str, edition: Edition) -> None:
    report = read_report(LAYOUTS[layout](tables_of(edition, numbers(edition, "busy"))))
    identities = FORM["requests", edition].equations()
    assert report.tables["requests"].derived == {(one.kind, one.at) for one in identities}
    _, assessments = assess(report)
    for rule in ("TB-BALANCE", "TB-SUM", "TB-ROW"):
        assert assessments[rule].outcome is Outcome.NOT_ASSESSABLE
        assert assessments[rule].reason.startswith("derived ")


def _ambiguous() -> dict[str, str]:
    texts = numbers(2021, "zeros")
    sums = {"received": (12, 14), "processed": (12, 14)}
    for row, (person, enterprise) in {**ROWS, **sums}.items():
        texts[f"requests.{row}.natural_person"] = str(person)
        texts[f"requests.{row}.enterprise"] = str(enterprise)
        texts[f"requests.{row}.total"] = str(person + enterprise)
    return texts


@pytest.mark.parametrize("layout", GLUED)
def test_digits_that_two_cuts_explain_alike_stay_unread(layout: str) -> None:
    texts = _ambiguous()
    report = read_report(LAYOUTS[layout](tables_of(2021, texts)))
    score = scored(report, expected_of(texts))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])
    unread = {at for at in score.unread if at.startswith("requests.")}
    assert {at.split(".")[1] for at in unread} == ROWS.keys()
    assert {report.cells[at].status for at in unread} == {Status.UNREADABLE}


def test_a_sign_apart_from_its_digits_is_not_passed_over() -> None:
    """`1- 150` are 1, -15 and 0, and not the digits of 150 one by one."""
    texts = numbers(2019, "zeros")
    row = ("items_last_year", "items_change", "decisions")
    texts |= zip([f"proactive.licences.{column}" for column in row], ("1", "-15", "0"), strict=True)
    glued = LAYOUTS["glued by row"](tables_of(2019, texts))
    assert "行政许可1-150" in glued
    report = read_report(glued.replace("行政许可1-150", "行政许可1- 150"))
    score = scored(report, expected_of(texts))
    assert (sorted(score.wrong), sorted(score.invented)) == ([], [])


@pytest.mark.parametrize("space", ["\t", " ", "\u00a0"])
def test_white_space_without_end_is_read_in_bounded_time(space: str) -> None:
    """A search that starts again at every blank would take minutes."""
    whole = (FILES / "034.txt").read_text(encoding="utf-8")
    long = whole.replace("六、", "六、" + space * 100_000, 1) + "又" + space * 100_000
    report = read_report(long)
    assert sum(one.value is not None for one in report.cells.values()) == 200
