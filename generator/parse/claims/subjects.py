"""What a claim can be about, and the cells of the form that count it."""

from enum import Enum, auto
from typing import NamedTuple

from generator import form


class Scope(Enum):
    """What the prose has to say for its number to be one about the whole that the table counts."""

    NONE = auto()  # the form has no such number
    REQUESTS = auto()
    OUTCOMES = auto()
    DISPUTES = auto()
    DOCUMENTS = auto()
    DECISIONS = auto()


class Subject(NamedTuple):
    """`cells` are alternatives, of which a report has those of its edition; each may be a sum."""

    scope: Scope
    cells: tuple[str, ...] = ()


def _totals(*rows: str) -> str:
    return "+".join(f"requests.{row}.total" for row in rows)


RECEIVED = _totals("received")
BROUGHT_FORWARD = _totals("brought_forward")
PROCESSED = _totals("processed")
GRANTED_OR_PARTLY = _totals("granted", "partly_granted")
_SUITS = "appeals.suit_direct.total+appeals.suit_after_reconsideration.total"
_CLOSED_2019 = _totals("closed_otherwise")
_COLUMNS = {
    "issued": ("issued", "made"),
    "published": ("published",),
    "repealed": ("repealed",),
    "in_force": ("in_force",),
    "lapsed": (),
}


def _outcomes() -> dict[str, Subject]:
    """The six groups of outcomes, each the sum of its rows."""
    sums = {
        f"requests_{group.key}": _totals(*(row.key for row in group.leaves()))
        for group in form.outcome_groups()
    }
    return {key: Subject(Scope.OUTCOMES, (cells,)) for key, cells in sums.items()} | {
        "requests_closed": Subject(Scope.OUTCOMES, (sums["requests_closed"], _CLOSED_2019))
    }


def _answers(*but: str) -> str:
    """All outcomes but those of some groups."""
    groups = [group for group in form.outcome_groups() if group.key not in but]
    return _totals(*(row.key for group in groups for row in group.leaves()))


DECIDED = _answers()
# Those who withdrew their request, or whose letter was none, may not be counted as answered.
ANSWERED = (_answers("closed"), _answers("closed", "not_handled"))


def _documents(row: str) -> dict[str, Subject]:
    """Documents by what was done with them, in the columns of either edition."""
    return {
        f"{row}_{done}": Subject(Scope.DOCUMENTS, tuple(f"proactive.{row}.{c}" for c in columns))
        for done, columns in _COLUMNS.items()
    }


SUBJECTS: dict[str, Subject] = {
    "disclosures": Subject(Scope.NONE),
    "requests_received": Subject(Scope.REQUESTS, (RECEIVED,)),
    "requests_brought_forward": Subject(Scope.REQUESTS, (BROUGHT_FORWARD,)),
    "requests_processed": Subject(Scope.REQUESTS, (PROCESSED,)),
    "requests_carried_forward": Subject(Scope.REQUESTS, (_totals("carried_forward"),)),
    **_outcomes(),
    "reconsiderations": Subject(Scope.DISPUTES, ("appeals.reconsideration.total",)),
    "suits": Subject(Scope.DISPUTES, (_SUITS,)),
    **{
        row: Subject(Scope.DECISIONS, (f"proactive.{row}.decisions",))
        for row in ("licences", "penalties", "coercive_measures")
    },
    **_documents("government_rules"),
    **_documents("normative_documents"),
    "fee_notices": Subject(Scope.NONE),
    "fee_charged": Subject(Scope.NONE),
    "fee_collected": Subject(Scope.NONE),
}
