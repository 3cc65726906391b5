"""Every edit that is offered mends all that it is offered for, and breaks no sum that held."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Edit, Finding
from generator.specimen import Specimen
from tests.rules.judged import FITTING, Judged, balanced, judged, printed

_TRUE = balanced()
_RECONSIDERATION = "appeals.reconsideration"
_OPENING = "requests.brought_forward"
_STATED = {
    f"{_RECONSIDERATION}.total": ("appeals", "因政府信息公开引起行政复议{}件。"),
    "appeals.suit_direct.total": ("appeals", "因政府信息公开引起行政诉讼{}件。"),
    "requests.received.total": ("overview", "全年收到政府信息公开申请{}件。"),
    "requests.processed.total": ("overview", "对政府信息公开申请依法办理，全年答复{}件。"),
}
_CASES = [cell for cell in _TRUE if cell.startswith("appeals.")]
_SLIPS = st.dictionaries(
    st.sampled_from(_CASES) | st.sampled_from(sorted(_TRUE)),
    st.integers(0, 9) | st.integers(0, 200),
    min_size=1,
    max_size=2,
)
_OFF = st.integers(-2, 2)


@st.composite
def _slipped(draw: st.DrawFn) -> tuple[Specimen, Specimen]:
    """A report with slips in one or two cells and numbers in its prose; the year before it."""
    slips = draw(_SLIPS)
    prose = dict(FITTING)
    for cell, (section, sentence) in _STATED.items():
        number = draw(st.sampled_from([_TRUE[cell], slips.get(cell, 0)])) + draw(_OFF)
        if draw(st.booleans()):
            prose[section] = prose.get(section, "") + sentence.format(max(number, 1))
    unread = dict.fromkeys(draw(st.lists(st.sampled_from(sorted(_TRUE)), max_size=3)), "")
    specimen = printed(_TRUE | slips)
    last = {
        cell.replace("brought", "carried"): str(max(_TRUE[cell] + draw(_OFF), 0))
        for cell in _TRUE
        if cell.startswith(_OPENING)
    }
    return (
        replace(specimen, cells={**specimen.cells, **unread}, prose=prose),
        Specimen(year=2022, cells=last),
    )


@given(reports=_slipped())
@settings(max_examples=60)
def test_every_offered_edit_mends_what_it_is_offered_for(
    reports: tuple[Specimen, Specimen],
) -> None:
    result = judged(*reports)
    named = [finding for finding in result.findings if finding.mends]
    stories = {finding.cause: finding.mends for finding in named}
    assert all(finding.mends == stories[finding.cause] for finding in named)
    for cause, edits in stories.items():
        told = {_key(finding) for finding in named if finding.cause == cause}
        for edit in edits:
            left = judged(_edited(reports[0], edit), reports[1])
            assert told.isdisjoint(map(_key, left.findings))
            assert _identities(left) <= _identities(result)


def _edited(specimen: Specimen, edit: Edit) -> Specimen:
    assert specimen.cells[edit.cell] == str(edit.printed)
    return replace(specimen, cells={**specimen.cells, edit.cell: str(edit.mended)})


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.at


def _identities(result: Judged) -> set[tuple[str, str]]:
    return {_key(finding) for finding in result.findings if finding.identity}
