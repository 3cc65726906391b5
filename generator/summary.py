"""What a build says when it is done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.corpus import Problem
from generator.corpus.replies import unplaced
from generator.model import FileOutcome, FileRecord, Severity, Status
from generator.phrases import file_remark
from generator.survey import Survey
from generator.unread import CellCounts
from generator.writer import Counts

# Reasons that another attempt may not find: it depends on more than the file.
_PASSING = {"closed_folder", "damaged", "no_access", "timed_out", "too_complex"}
_MOST_NAMED = 20
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of a build; `cells` are those of all reports."""

    survey: Survey
    problems: tuple[Problem, ...]
    counts: Counts
    cells: CellCounts = field(default_factory=dict)

    @property
    def is_lasting(self) -> bool:
        """Whether every file would be read the same way once more."""
        return not any(file.reason.split(" ")[0] in _PASSING for file in self.survey.files)

    def of_the_next(self) -> "Summary":
        """What a build says that comes right after this one and finds nothing new."""
        counts = Counts(
            unchanged=self.counts.written + self.counts.unchanged,
            reused=len(self.survey.townships),
        )
        return replace(self, counts=counts)

    def lines(self) -> Iterator[str]:
        """The summary, a line each; messages to the maintainer last."""
        survey, counts = self.survey, self.counts
        yield from _files(survey.files)
        yield from _cells(self.cells)
        tally = survey.nation.totals.tally
        counted = [f"{severity} {tally.of(severity)}" for severity in Severity]
        withdrawn = [f"withdrawn {tally.withdrawn}"] * bool(tally.withdrawn)
        yield "findings: " + ", ".join(counted + withdrawn)
        yield (
            f"{counts.written} files written, {counts.unchanged} unchanged, "
            f"{counts.removed} removed"
        )
        if counts.reused:
            yield f"{counts.reused} of {len(survey.townships)} townships had nothing new"
        if not survey.settings.base_url:
            yield (
                "site.toml: no base_url, so canonical links, hreflang and the sitemap are "
                "left out. Set it once the address is known."
            )
        yield from _messages(survey.files)
        yield from map(str, self.problems)
        yield from map(str, unplaced(survey.replies, survey.dossiers))


def _files(files: Sequence[FileRecord]) -> Iterator[str]:
    """How many files were found and read, then by format what became of them."""
    read = sum(file.outcome in (FileOutcome.READ, FileOutcome.PARTLY_READ) for file in files)
    yield f"{len(files)} file{'s' if len(files) != 1 else ''} found, {read} read"
    outcomes: dict[str, Counter[FileOutcome]] = {}
    for file in files:
        outcomes.setdefault(file.format or "(none)", Counter())[file.outcome] += 1
    width = max(map(len, outcomes), default=0)
    for name, counted in sorted(outcomes.items()):
        said = (f"{counted[o]} {o.replace('_', ' ')}" for o in FileOutcome if counted[o])
        yield f"  {name:{width}}  {', '.join(said)}"


def _cells(cells: CellCounts) -> Iterator[str]:
    """How many cells hold a number, then what the others are and why they were not read."""
    reasons: dict[Status, Counter[str]] = {status: Counter() for status in Status}
    for (status, reason), n in sorted(cells.items()):
        reasons[status][reason] += n
    statuses = {status: counted.total() for status, counted in reasons.items()}
    yield f"{statuses[Status.REPORTED]} of {sum(cells.values())} cells hold a number"
    others = [status for status in Status if status is not Status.REPORTED and statuses[status]]
    digits = max((len(str(statuses[status])) for status in others), default=0)
    for status in others:
        why = [f"{reason} ({n})" for reason, n in reasons[status].most_common() if reason and n]
        said = ", ".join(why[:_MOST_REASONS])
        name = status.replace("_", " ")
        yield f"  {statuses[status]:{digits}} {name}{': ' if said else ''}{said}"


def _messages(files: Sequence[FileRecord]) -> Iterator[str]:
    """A line for each file of which there is something to say, those of one reason together."""
    said: dict[str, list[FileRecord]] = {}
    for file in files:
        if file.reason:
            said.setdefault(file.reason.split(" ")[0], []).append(file)
    for those in said.values():
        yield from (said_of(f"reports/{file.file}", file.reason) for file in those[:_MOST_NAMED])
        more = len(those) - _MOST_NAMED
        if more > 0:
            yield f"and {more} more like these, see data/files.csv"


def said_of(file: str, reason: str) -> str:
    """Where, what was found and what to do about a file."""
    return f"{file}: {file_remark(reason, 'en')}"
