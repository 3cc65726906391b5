"""The first two steps for a whole corpus, and between them what takes the whole corpus."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.corpus import Checksums, Corpus, ReadTask
from generator.corpus.replies import renamed
from generator.judging import Card, Placed, named, placed
from generator.model import Dossier, FileRecord, Reply
from generator.progress import Progress
from generator.settings import Settings
from generator.stages.batches import batches
from generator.stages.likeness import likenesses_kept
from generator.stages.publishing import Assignment, Outline, Publisher, parts_keys
from generator.stages.reading import Reader
from generator.stages.runs import PublishedRun, in_runs, kept_run, totals_by_unit
from generator.staging import FileStates
from generator.surroundings import surroundings_of
from generator.survey import Aggregates, Survey
from generator.totals import ReportSummary, Totals
from generator.unread import CellCounts, together
from generator.workers import Workers

_FILES = 16  # in a batch
_TOWNSHIPS = 8


@dataclass(frozen=True, slots=True)
class ReadCorpus:
    """A record of every file, and what is to be published of each township by what was read.

    The replies stand under the present ids of the reports; `keys` are those of all that was kept.
    """

    records: tuple[FileRecord, ...]
    assignments: tuple[Assignment, ...]
    replies: tuple[Reply, ...]
    keys: tuple[str, ...]


class PublishedTownship(NamedTuple):
    """A published township, and the key of its result."""

    assignment: Assignment
    key: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class PublishedTownships:
    """The results of all townships, which stand `by_id` in order.

    `by_unit` are the totals of units, `pages` those that search engines may know; `cells` counts
    the cells of all reports, and `reused` the townships that had nothing new. `runs` are the keys
    of what is kept together.
    """

    by_id: Mapping[str, PublishedTownship]
    by_unit: Mapping[str, Totals]
    files: Sequence[FileStates]
    pages: Sequence[str]
    cells: CellCounts
    reused: int
    runs: Sequence[str]

    @property
    def results(self) -> list[str]:
        """The keys of the results."""
        return [one.key for one in self.by_id.values()]

    @property
    def keys(self) -> Iterator[str]:
        """The keys of all that was kept."""
        yield from self.runs
        yield from chain.from_iterable(map(parts_keys, self.results))

    def survey(self, publisher: Publisher, known: ReadCorpus, settings: Settings) -> Survey:
        """All reports by their summaries; those that somebody has replied to as they are."""
        answered = {reply.report for reply in known.replies}
        dossiers: list[Dossier] = []
        summaries: dict[str, ReportSummary] = {}
        for assignment, key, outline in self.by_id.values():
            ids = [member.report.id for member in assignment.members]
            summaries.update(zip(ids, outline.summaries, strict=True))
            if answered.isdisjoint(ids):
                dossiers += assignment.sketches
            else:
                dossiers += publisher.restored(key, assignment)
        by_id = tuple(sorted(dossiers, key=lambda dossier: dossier.report.id))
        aggregates = Aggregates(summaries, self.by_unit)
        return Survey(by_id, known.records, known.replies, settings, given=aggregates)


def read_all(corpus: Corpus, reader: Reader, workers: Workers, progress: Progress) -> ReadCorpus:
    """Read every file, give every report its ids, and set it beside the others."""
    opened = [task for task in map(corpus.task, corpus.files) if task]
    runs = list(batches(opened, lambda task: task.file, _FILES))
    checksums = Checksums(reader.store)
    results = workers.map(reader, runs, partial(reader.known, checksums))
    found = progress(chain.from_iterable(results), "reading files", len(opened))
    read = dict(zip((task.file for task in opened), found, strict=True))
    checksums.keep()
    cards = (
        read[file].card
        if file in read
        else Card(corpus.record_of_unopened(file, lambda target: read[target].card.record))
        for file in corpus.files
    )
    known = named(cards, corpus.register)
    replies = renamed(corpus.replies, known.reports)
    tasks = {task.file: (read[task.file].key, task) for task in opened}
    together = [[read[task.file] for task in run] for run in runs]
    likeness = likenesses_kept(known, together, tasks, reader)
    townships = placed(known, replies, likeness.each)
    keys = (checksums.key, likeness.key, *chain.from_iterable(map(reader.batch_keys, together)))
    return ReadCorpus(known.records, tuple(_assignments(townships, tasks)), replies, keys)


def publish_all(
    assignments: Sequence[Assignment], publisher: Publisher, workers: Workers, progress: Progress
) -> PublishedTownships:
    """Publish every township of which nothing is kept that still stands."""
    store = publisher.reader.store
    runs = list(in_runs(assignments, publisher))
    known = [kept_run(run, publisher) for run in runs]
    new = [one for run, own in zip(runs, known, strict=True) for one in own.missing(run)]
    results = chain.from_iterable(workers.map(publisher, list(_evenly(new))))
    made = iter(progress(results, "publishing townships", len(new)))
    finished: dict[str, PublishedTownship] = {}
    groups: list[PublishedRun] = []
    for run, own in zip(runs, known, strict=True):
        group = own.completed(made)
        if group is not own.together:
            store.put(run.name, group._replace(files=group.files.none_new()))
        for assignment, key, outline in zip(run.assignments, run.keys, group.outlines, strict=True):
            finished[assignment.township] = PublishedTownship(assignment, key, outline)
        groups.append(group._replace(outlines=()))
    return PublishedTownships(
        finished,
        totals_by_unit(chain.from_iterable(group.by_unit.items() for group in groups)),
        [group.files for group in groups],
        [group.pages for group in groups],
        together(group.cells for group in groups),
        sum(own.reused for own in known),
        [run.name for run in runs],
    )


def _evenly(new: Sequence[Assignment]) -> Iterator[Sequence[Assignment]]:
    for first in range(0, len(new), _TOWNSHIPS):
        yield new[first : first + _TOWNSHIPS]


def _assignments(
    townships: Mapping[str, tuple[Placed, ...]], tasks: Mapping[str, tuple[str, ReadTask]]
) -> Iterator[Assignment]:
    """What is to be published of each township, in the order of their ids."""
    sketches = (one.sketch for members in townships.values() for one in members)
    ordered = sorted(sketches, key=lambda sketch: sketch.report.id)
    told = {one.report.id: one.headline for ones in townships.values() for one in ones}
    around = surroundings_of(Survey(tuple(ordered), given=Aggregates({}, {})), told)
    for township, members in sorted(townships.items()):
        files = [one.report.source.file for one in members]
        own = {file: tasks[file] for file in files}
        yield Assignment(township, members, own, around[township])
