"""What the prose of two reports has in common, and from when on that is worth saying.

The thresholds are ours: no source names one. The prose of unrelated reports has less than a tenth
in common once boilerplate is left out (7 % at most among the five sample reports), so a quarter is
well beyond what the subject brings with it. A body describes what stays as it was in the same
words year after year, so of its own year before more than half is asked for. In a text of less
than 300 characters two formulas of the trade make a quarter, so nothing is said of it.

A phrase that the reports of more than 20 bodies have is not copied from one to another; where few
bodies are known, one that more than half of them have, and more than 10. Five others are enough to
see that a text makes the rounds.
"""

from dataclasses import dataclass

from generator.model.report import Report
from generator.pickled import pickled_as_call

PASSAGE = 12
LEAST_COMPARED = 300
ALIKE = 0.25
MOSTLY_ALIKE = 0.5
MOST_BODIES = 20
FEW_BODIES = 10
MOST_PARTNERS = 5


@pickled_as_call
@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A run of characters that two reports have in common, headings, digits and punctuation aside.

    `text` is as this report prints it, from `line` to `last_line` of its original; `other_text` is
    the same in the other. `start` and `other_start` say how far from the beginning of either prose
    it stands, from 0 to 1; `length` counts the characters compared.
    """

    length: int
    start: float
    text: str
    line: int
    last_line: int
    other_start: float
    other_text: str
    other_line: int
    other_last_line: int


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Overlap:
    """What the prose of a report has in common with that of another.

    `shared` of the `compared` characters of this report stand in passages of 12 or more that the
    other has too, and `other_shared` of `other_compared` the other way round; what many reports
    have in common is left out of all four. The lengths of `passages` add up to `shared`; `length`
    and `other_length` are those of the whole texts, what many reports have in common included.
    Where the two are shown side by side, once, this report comes first if it `leads`.
    """

    other: Report
    shared: int
    compared: int
    other_shared: int
    other_compared: int
    length: int
    other_length: int
    passages: tuple[SharedPassage, ...]
    leads: bool = False

    @property
    def share(self) -> float:
        """The part of this report that the other has too, from 0 to 1."""
        return self.shared / self.compared if self.compared else 0.0

    @property
    def other_share(self) -> float:
        """The part of the other that this report has too, from 0 to 1."""
        return self.other_shared / self.other_compared if self.other_compared else 0.0

    @property
    def alike(self) -> bool:
        """Whether it is worth a reader's attention, seen from either of the two."""
        return max(self.share, self.other_share) >= ALIKE
