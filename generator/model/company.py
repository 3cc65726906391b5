"""What stands beside a report: the others of its township, its peers, and texts it shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.document import Number
from generator.model.report import Report


@dataclass(frozen=True, slots=True)
class Typical:
    """What is usual for a cell among the townships of one area in one year.

    `area` is the name of the county, city or province, "" for all that are known; `reports` is how
    many others hold a number in the cell, and `median` the middle one of these.
    """

    median: Number
    reports: int
    area: str = ""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A run of characters that two reports have in common, headings, digits and punctuation aside.

    `text` is as this report prints it, from `line` to `last_line` of its original; `other_line`
    is where it starts in the other. `length` counts the characters compared.
    """

    text: str
    line: int
    last_line: int
    other_line: int
    length: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the prose of a report has in common with that of another.

    `share` and `other_share` are the parts of either prose, from 0 to 1, that stand in common
    passages of 12 or more characters, which many reports share left out.
    """

    other: Report
    share: float
    other_share: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """What a report is set beside, all with their ids and without their prose.

    `others` are the other reports of the township, oldest first, then in path order; `typical`
    holds the cells of which enough peers of the same year are known; `overlaps` are the reports
    whose prose is alike, the most alike first.
    """

    others: tuple[Report, ...] = ()
    typical: Mapping[str, Typical] = field(default_factory=dict)
    overlaps: tuple[Overlap, ...] = ()


ALONE = Company()
