"""What a publisher or the maintainer answers to a finding."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.verdict import Finding
from generator.pickled import pickled_as_call


class ReplyStatus(StrEnum):
    """What a reply says of a finding. `OUR_MISTAKE` withdraws it; nothing deletes it."""

    CONFIRMED = "confirmed"
    CORRECTED_BY_PUBLISHER = "corrected_by_publisher"
    EXPLAINED = "explained"
    OUR_MISTAKE = "our_mistake"


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Reply:
    """A row of `corrections.csv`; `where` is its place there, `date` is ISO or not known.

    `cell` is a cell of the form or the running number of a finding, "" for all of the rule's.
    """

    report: str
    rule: str
    cell: str
    status: ReplyStatus
    statement: str
    source_url: str
    date: str
    where: str = ""

    def about(self, finding: Finding) -> bool:
        """Whether a finding of its report is one that it answers."""
        if self.rule != finding.rule:
            return False
        return self.cell in ("", finding.at) or self.cell in finding.cells

    @property
    def withdraws(self) -> bool:
        """Whether it takes the finding back."""
        return self.status is ReplyStatus.OUR_MISTAKE
