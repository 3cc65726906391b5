"""Townships in runs: what came of those of a run is kept together, as most change seldom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.briefs import Whole, of_parts
from generator.stages.batches import batches
from generator.stages.publishing import Assignment, Outline, Published, Publisher
from generator.staging import Left, all_left
from generator.store import key_of
from generator.unread import CellCounts, together

_USUAL = 128  # townships in a run


@dataclass(frozen=True)
class Run:
    """Some townships in a row, with the keys under which it is kept what came of each."""

    assignments: Sequence[Assignment]
    keys: Sequence[str]

    @cached_property
    def name(self) -> str:
        """The key of what came of all."""
        return key_of("run", self.keys)


class Together(NamedTuple):
    """What came of all townships of a run: see `Published`; `wholes` are by unit."""

    outlines: tuple[Outline, ...]
    wholes: Mapping[str, Whole]
    files: Left
    pages: str
    cells: CellCounts


class Kept(NamedTuple):
    """What is kept of a run and still stands: `together`, else of each township what there is."""

    together: Together | None
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

    def completed(self, made: Iterator[Published]) -> Together:
        """All of it, with what came of the missing ones."""
        return self.together or all_of([one or next(made) for one in self.each])


def in_runs(assignments: Sequence[Assignment], publisher: Publisher) -> Iterator[Run]:
    """All townships, in their order."""
    for run in batches(assignments, lambda one: one.township, _USUAL):
        yield Run(run, tuple(map(publisher.key, run)))


def kept_of(run: Run, publisher: Publisher) -> Kept:
    """What is kept of a run."""
    store = publisher.reader.store
    found = store.get(run.name)
    if isinstance(found, Together) and publisher.stage.holds(found.files):
        return Kept(found._replace(files=found.files.kept()))
    return Kept(None, tuple(publisher.known(store.get(key)) for key in run.keys))


def all_of(published: Sequence[Published]) -> Together:
    """What came of some townships, together."""
    return Together(
        tuple(one.outline for one in published),
        of_units((one.unit, one.whole) for one in published),
        all_left(one.files for one in published),
        "".join(one.pages for one in published),
        together(one.cells for one in published),
    )


def of_units(wholes: Iterable[tuple[str, Whole]]) -> dict[str, Whole]:
    """What is known of each unit, of what is known of bodies in it."""
    found: dict[str, list[Whole]] = {}
    for name, whole in wholes:
        found.setdefault(name, []).append(whole)
    return {name: of_parts(parts) for name, parts in found.items()}
