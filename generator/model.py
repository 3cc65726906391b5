"""What is known of a report: the values that flow from reading through judging to the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from generator import form
from generator.bilingual import Text
from generator.form import Edition, Equation, TableKey

Number = int | Decimal


class Status(StrEnum):
    """What stood in a cell. Only `REPORTED` has a value; blank is never 0."""

    REPORTED = "reported"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"
    ABSENT = "absent"


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

    PASS = "pass"
    FAIL = "fail"
    NOT_ASSESSABLE = "not_assessable"


class Agreement(StrEnum):
    """How a number in the prose compares with the table."""

    AGREE = "agree"
    DIFFER = "differ"
    NOT_COMPARABLE = "not_comparable"


class BodyKind(StrEnum):
    """What kind of body a report is by; only the first two are compared as townships."""

    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    DEPARTMENT = "department"
    UNKNOWN = "unknown"


class Resolution(StrEnum):
    """How the division code was found."""

    EXACT = "exact"
    UNIQUE_NAME = "unique_name"
    REGISTER = "register"
    AMBIGUOUS = "ambiguous"
    NOT_A_TOWNSHIP = "not_a_township"
    UNKNOWN = "unknown"


TOWNSHIP_KINDS = frozenset({BodyKind.TOWNSHIP, BodyKind.SUBDISTRICT})


@dataclass(frozen=True, slots=True)
class GridCell:
    """The text of one cell of a table in the source and the line where it starts (from 1)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source file as text, whatever its format was.

    `lines` are the lines of the original that the report page shows; `grids` are the tables that
    the source itself marks as tables (none in plain text, where layout has to be inferred).
    """

    lines: tuple[str, ...]
    grids: tuple[tuple[tuple[GridCell, ...], ...], ...] = ()
    encoding: str = "utf-8"
    replacement_characters: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one cell: `value` in the unit of the form, `raw` as printed."""

    status: Status
    value: Number | None = None
    raw: str = ""
    line: int | None = None
    unit: str = ""


ABSENT = Reading(Status.ABSENT)


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """A row or column label that differs from the form's wording."""

    standard: str
    printed: str
    line: int


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a table was found: its edition, the line where it starts, labels that differ."""

    key: TableKey
    edition: Edition
    line: int | None = None
    rows_found: int = 0
    labels: tuple[PrintedLabel, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the table is in the report at all."""
        return self.line is not None


@dataclass(frozen=True, slots=True)
class SectionReading:
    """A main section: its heading as printed, split in number and words, and where it stands."""

    key: str
    number: str
    heading: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of prose and the section it stands in ("" before the first heading)."""

    section: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Artefact:
    """Something a conversion left behind, such as `[bookmark: _GoBack]`."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that the prose states, and the cell it speaks of.

    `start` and `end` count characters in the line of the original; `cell` may be a sum `a+b`, and
    is empty where the form has no such number.
    """

    key: str
    value: int
    text: str
    line: int
    start: int
    end: int
    approximate: bool = False
    cell: str = ""
    agreement: Agreement = Agreement.NOT_COMPARABLE


@dataclass(frozen=True, slots=True)
class Period:
    """A span of dates from 1 January on that the prose states, with the sentence it stands in."""

    first_year: int
    last_year: int
    last_month: int
    last_day: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """Who published the report; every name but `printed` may be empty."""

    printed: str = ""
    name: str = ""
    kind: BodyKind = BodyKind.UNKNOWN
    county: str = ""
    city: str = ""
    province: str = ""
    division_code: str = ""
    resolution: Resolution = Resolution.UNKNOWN


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from; `file` is the path below `reports/`."""

    file: str
    format: str
    encoding: str
    size: int
    sha256: str
    replacement_characters: int = 0
    url: str = ""
    published_on: str = ""
    note: str = ""


class NotAssessable(Exception):
    """A rule or metric touched something that was not read; `reason` is a code and its detail."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code, self.detail = code, detail
        super().__init__(self.reason)

    @property
    def reason(self) -> str:
        """`code detail`, as `assessments.csv` prints it."""
        return f"{self.code} {self.detail}".strip()


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: numbers, places of things in the original, and (until slimmed) prose."""

    source: Source
    title: str
    title_line: int | None
    year: int | None
    body: Body
    tables: Mapping[TableKey, TableReading]
    cells: Mapping[str, Reading]
    sections: tuple[SectionReading, ...] = ()
    claims: tuple[Claim, ...] = ()
    periods: tuple[Period, ...] = ()
    artefacts: tuple[Artefact, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    id: str = ""
    township: str = ""
    preferred: bool = True

    def value(self, address: str) -> Number:
        """The reported value of a cell; raises NotAssessable when there is none."""
        reading = self.cells.get(address, ABSENT)
        if reading.value is None:
            raise NotAssessable(reading.status.value, address)
        return reading.value

    def total(self, addresses: tuple[str, ...]) -> Number:
        """The sum of several cells; raises NotAssessable when one of them has no value."""
        return sum((self.value(address) for address in addresses), start=0)

    def line_of(self, address: str) -> int | None:
        """The line of the original where a cell stands."""
        return self.cells.get(address, ABSENT).line

    def equations(self) -> tuple[Equation, ...]:
        """The identities that the form prints for the editions of this report."""
        return form.equations(self.tables["proactive"].edition, self.tables["requests"].edition)

    def expected(self) -> Mapping[str, form.Cell]:
        """The cells that the editions of this report have, in the order of the form."""
        return form.cells_expected(
            self.tables["proactive"].edition, self.tables["requests"].edition
        )

    def section(self, key: str) -> SectionReading:
        """A main section by key; raises NotAssessable when its heading was not found."""
        for section in self.sections:
            if section.key == key:
                return section
        raise NotAssessable("no_section", key)

    def prose(self, section: str | None = None) -> tuple[Paragraph, ...]:
        """The lines of prose, of one section or of the whole report."""
        return tuple(p for p in self.paragraphs if section is None or p.section == section)

    def claims_on(self, *keys: str) -> tuple[Claim, ...]:
        """The numbers that the prose states about some things; NotAssessable when none."""
        found = tuple(claim for claim in self.claims if claim.key in keys)
        if not found:
            raise NotAssessable("no_statement", " ".join(keys))
        return found

    @property
    def reported(self) -> int:
        """How many cells hold a number."""
        return sum(1 for reading in self.cells.values() if reading.status is Status.REPORTED)

    def slim(self) -> "Report":
        """The same without its prose: what is kept of a report after it was judged."""
        return replace(self, paragraphs=())


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell that, written differently, mends every equation it is part of."""

    cell: str
    printed: Number
    mended: Number


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found in a report.

    `at` is the cell or running number that makes the finding's id; `cause` is the cell to edit, or
    "" when the finding stands alone; each of `mends` alone would do.
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


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome of one rule on one report, with the reason when it could not be assessed."""

    outcome: Outcome
    reason: str = ""


def number_text(value: Number) -> str:
    """A number exactly and without exponent or trailing zeros: `1.28`, `251000`."""
    if isinstance(value, int):
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class MeasureStatus(StrEnum):
    """Whether a metric has a value, and if not, why."""

    OK = "ok"
    SMALL_DENOMINATOR = "small_denominator"
    NO_DENOMINATOR = "no_denominator"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric of one report: k, n, and the value k/n (× 100 for a ratio per 100).

    A count has a numerator only. `value` is None unless the status is `OK`; `low` and `high` are
    the Wilson 95 % interval and given only between the two thresholds for small numbers.
    """

    metric: str
    status: MeasureStatus
    numerator: Number | None = None
    denominator: Number | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One report with all that was found and measured; its prose is gone, its numbers are not."""

    report: Report
    findings: tuple[Finding, ...]
    assessments: Mapping[str, Assessment]
    measures: Mapping[str, Measure]

    @property
    def causes(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by cause id, gravest cause first: what pages and totals count."""
        grouped: dict[str, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(self.cause_id(finding), []).append(finding)
        ordered = sorted(grouped.items(), key=lambda pair: min(f.severity.rank for f in pair[1]))
        return {cause: tuple(findings) for cause, findings in ordered}

    def finding_id(self, finding: Finding) -> str:
        """`<report>:<rule>:<cell or running number>`."""
        return f"{self.report.id}:{finding.rule}:{finding.at}"

    def cause_id(self, finding: Finding) -> str:
        """`<report>:<cell to edit>`, or the finding's own id when it stands alone."""
        return f"{self.report.id}:{finding.cause}" if finding.cause else self.finding_id(finding)

    def count(self, severity: Severity) -> int:
        """How many causes are of this severity (that of their gravest finding)."""
        worst = (min(f.severity.rank for f in group) for group in self.causes.values())
        return sum(1 for rank in worst if rank == severity.rank)


class FileOutcome(StrEnum):
    """What became of a file that was found."""

    READ = "read"
    PARTLY_READ = "partly_read"
    NOT_READ = "not_read"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file below `reports/`: every file found is accounted for."""

    file: str
    format: str
    size: int
    sha256: str
    outcome: FileOutcome
    encoding: str = ""
    reason: str = ""
    replacement_characters: int = 0
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A publisher's or maintainer's answer to a finding, a row of `corrections.csv`."""

    report: str
    rule: str
    cell: str
    status: str
    statement: str
    source_url: str
    date: str


@dataclass(frozen=True, slots=True)
class Township:
    """A body with its reports, oldest first; `main` names it, the latest report deciding."""

    id: str
    dossiers: tuple[Dossier, ...]

    @property
    def main(self) -> Body:
        """The body as its latest report names it."""
        return self.dossiers[-1].report.body

    @property
    def compared(self) -> tuple[Dossier, ...]:
        """The one report of each year that enters series and comparisons."""
        return tuple(d for d in self.dossiers if d.report.preferred and d.report.year)
