"""Townships in runs: the results of a run are kept together, as most change seldom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.stages.batches import batches
from generator.stages.publishing import Assignment, Outline, Published, Publisher
from generator.staging import FileStates, joined_states
from generator.store import key_of
from generator.totals import Totals, totals_of_parts
from generator.unread import CellCounts, together

_USUAL = 128  # townships in a run


@dataclass(frozen=True)
class Run:
    """Some townships in a row, with the key of the result of each."""

    assignments: Sequence[Assignment]
    keys: Sequence[str]

    @cached_property
    def name(self) -> str:
        """The key of the results of all."""
        return key_of("run", self.keys)


class PublishedRun(NamedTuple):
    """The results of all townships of a run: see `Published`; `by_unit` are the totals by unit."""

    outlines: tuple[Outline, ...]
    by_unit: Mapping[str, Totals]
    files: FileStates
    pages: str
    cells: CellCounts


class KeptRun(NamedTuple):
    """What is kept of a run and still stands: `together`, else of each township what there is."""

    together: PublishedRun | None
    each: tuple[Published | None, ...] = ()

    @property
    def reused(self) -> int:
        """How many townships have nothing new."""
        if self.together:
            return len(self.together.outlines)
        return sum(one is not None for one in self.each)

    def missing(self, run: Run) -> Iterator[Assignment]:
        """The townships that are to be published."""
        if not self.together:
            for assignment, one in zip(run.assignments, self.each, strict=True):
                if one is None:
                    yield assignment

    def completed(self, made: Iterator[Published]) -> PublishedRun:
        """All of it, with the results of the missing ones."""
        return self.together or published_run([one or next(made) for one in self.each])


def in_runs(assignments: Sequence[Assignment], publisher: Publisher) -> Iterator[Run]:
    """All townships, in their order."""
    for run in batches(assignments, lambda one: one.township, _USUAL):
        yield Run(run, tuple(map(publisher.key, run)))


def kept_run(run: Run, publisher: Publisher) -> KeptRun:
    """What is kept of a run."""
    found = publisher.reader.store.get(run.name, PublishedRun)
    if found and publisher.stage.unchanged(found.files):
        return KeptRun(found._replace(files=found.files.none_new()))
    return KeptRun(None, tuple(map(publisher.kept, run.keys)))


def published_run(published: Sequence[Published]) -> PublishedRun:
    """The results of some townships, together."""
    return PublishedRun(
        tuple(one.outline for one in published),
        totals_by_unit((one.unit, one.totals) for one in published),
        joined_states(one.files for one in published),
        "".join(one.pages for one in published),
        together(one.cells for one in published),
    )


def totals_by_unit(known: Iterable[tuple[str, Totals]]) -> dict[str, Totals]:
    """The totals of units from those of the bodies in them."""
    found: dict[str, list[Totals]] = {}
    for name, totals in known:
        found.setdefault(name, []).append(totals)
    return {name: totals_of_parts(parts) for name, parts in found.items()}
