"""What rules say of a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from generator.bilingual import Text
from generator.model.document import Number
from generator.pickled import pickled_as_call


class Severity(StrEnum):
    """How sure and how grave a finding is, gravest first.

    `ERROR`: an identity that the form itself prints, or a value that the law excludes. `WARNING`:
    very likely a slip, or a requirement not met. `NOTICE`: worth a reader's attention.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Outcome(StrEnum):
    """What a rule says of a report. An unread table never passes."""

    PASS = "pass"  # noqa: S105 - no secret
    FAIL = "fail"
    NOT_ASSESSABLE = "not_assessable"


class Edit(NamedTuple):
    """One cell that, written differently, mends every equation it is part of."""

    cell: str
    printed: Number
    mended: Number


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found in a report.

    `at` is the cell or running number that makes the finding's id; `cause` is the cell to edit, or
    "" when the finding stands alone. Each of `mends` alone mends it and every other finding of the
    cause that has any, which has the same; where no edit would, `together` may hold two that mend
    the cause when both are made. `identity` says that what does not hold is an equation that the
    form itself prints.
    """

    rule: str
    severity: Severity
    at: str
    message: Text
    cells: tuple[str, ...] = ()
    line: int | None = None
    facts: Mapping[str, str | int | float] = field(default_factory=dict)
    cause: str = ""
    mends: tuple[Edit, ...] = ()
    together: tuple[Edit, ...] = ()
    identity: bool = False


class Assessment(NamedTuple):
    """The outcome of one rule on one report, with the reason when it could not be assessed."""

    outcome: Outcome
    reason: str = ""


PASSED = Assessment(Outcome.PASS)
