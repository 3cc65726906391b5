"""The first two steps for a whole corpus, and between them what takes the whole corpus."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.around import surroundings
from generator.briefs import Brief
from generator.corpus import Checksums, Corpus, Order
from generator.corpus.replies import renamed
from generator.judging import Card, Placed, named, placed
from generator.links import Links
from generator.model import Assessment, Dossier, FileRecord, Reply
from generator.progress import Progress
from generator.settings import Settings
from generator.stages.batches import batches
from generator.stages.likeness import likenesses_kept
from generator.stages.publishing import Assignment, Published, Publisher, parts_keys
from generator.stages.reading import Reader, batch_keys
from generator.store import Store, key_of
from generator.survey import Survey
from generator.workers import Workers

_FILES = 16  # in a batch
_TOWNSHIPS = 8
_RUN = 128  # townships of which it is kept together what came of them


@dataclass(frozen=True, slots=True)
class Known:
    """A record of every file, and what is to be published of each township by what was read.

    The replies stand under the present ids of the reports; `keys` are those of all that was kept.
    """

    records: tuple[FileRecord, ...]
    assignments: tuple[Assignment, ...]
    replies: tuple[Reply, ...]
    keys: tuple[str, ...]


class Finished(NamedTuple):
    """A township, under which key it is kept what came of it, that itself, and since when."""

    assignment: Assignment
    key: str
    published: Published
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of every township, by their ids in order; `runs` are keys of what is kept too."""

    townships: Mapping[str, Finished]
    runs: Sequence[str]

    @property
    def published(self) -> Iterator[Published]:
        """What came of each township."""
        return (one.published for one in self.townships.values())

    @property
    def links(self) -> Iterator[Links]:
        """The pages of all townships that search engines may know."""
        return (link for one in self.published for link in one.links)

    @property
    def keys(self) -> Iterator[str]:
        """The keys of all that was kept."""
        yield from self.runs
        for one in self.townships.values():
            yield from parts_keys(one.key)

    def survey(self, publisher: Publisher, known: Known, settings: Settings) -> Survey:
        """All reports by their briefs; those that somebody has replied to as they are."""
        answered = {reply.report for reply in known.replies}
        dossiers: list[Dossier] = []
        for assignment, key, *_ in self.townships.values():
            if any(member.report.id in answered for member in assignment.members):
                dossiers += publisher.restored(key, assignment)
            else:
                dossiers += assignment.sketches
        by_id = tuple(sorted(dossiers, key=lambda dossier: dossier.report.id))
        briefs = chain.from_iterable(one.briefs.items() for one in self.published)
        return Survey(by_id, known.records, known.replies, settings, given=dict(briefs))


def read_all(corpus: Corpus, reader: Reader, workers: Workers, progress: Progress) -> Known:
    """Read every file, give every report its ids, and set it beside the others."""
    opened = [order for order in map(corpus.order, corpus.files) if order]
    runs = list(batches(opened, lambda order: order.entry.file, _FILES))
    checksums = Checksums(reader.store)
    results = workers.map(reader, runs, partial(reader.known, checksums))
    found = progress(chain.from_iterable(results), "reading files", len(opened))
    read = dict(zip((order.entry.file for order in opened), found, strict=True))
    checksums.keep()
    cards = (
        read[file].card
        if file in read
        else Card(corpus.record_of_unopened(file, lambda target: read[target].card.record))
        for file in corpus.files
    )
    known = named(cards, corpus.register)
    replies = renamed(corpus.replies, known.reports)
    orders = {order.entry.file: (read[order.entry.file].key, order) for order in opened}
    keys = [[orders[order.entry.file][0] for order in run] for run in runs]
    likeness = likenesses_kept(known, keys, orders, reader)
    townships = placed(known, replies, likeness.each)
    kept = (*chain.from_iterable(map(batch_keys, keys)), *chain.from_iterable(keys))
    assignments = tuple(_assignments(townships, orders))
    return Known(known.records, assignments, replies, (checksums.key, likeness.key, *kept))


def publish_all(
    assignments: Sequence[Assignment], publisher: Publisher, workers: Workers, progress: Progress
) -> Done:
    """Publish every township of which nothing is kept that still stands."""
    store = publisher.reader.store
    keys = [publisher.key(one) for one in assignments]
    runs = list(_runs(assignments, keys))
    together = [store.get(run.name) for run in runs]
    found = chain.from_iterable(map(partial(_kept, store), runs, together))
    known = list(map(publisher.known, found))
    new = [one for one, kept in zip(assignments, known, strict=True) if kept is None]
    made = chain.from_iterable(workers.map(publisher, list(_evenly(new))))
    each = (kept or next(made) for kept in known)
    published = list(map(_sharing(), progress(each, "publishing townships", len(assignments))))
    for run, kept in zip(runs, together, strict=True):
        if kept is None or not all(known[run.first : run.last]):
            store.put(run.name, tuple(published[run.first : run.last]))
    reused = [kept is not None for kept in known]
    finished = map(Finished, assignments, keys, published, reused)
    return Done({one.assignment.township: one for one in finished}, [run.name for run in runs])


class _Run(NamedTuple):
    """Some townships in a row, of which it is kept together what came of them, under a name."""

    first: int
    keys: Sequence[str]

    @property
    def last(self) -> int:
        """The place of the first that is not in it."""
        return self.first + len(self.keys)

    @property
    def name(self) -> str:
        """The key of what came of them."""
        return key_of("run", self.keys)


def _runs(assignments: Sequence[Assignment], keys: Sequence[str]) -> Iterator[_Run]:
    first = 0
    for run in batches(assignments, lambda one: one.township, _RUN):
        yield _Run(first, keys[first : first + len(run)])
        first += len(run)


def _kept(store: Store, run: _Run, together: object) -> Iterable[object]:
    """What is kept of each township of a run: together, as most change seldom, else one by one."""
    return together if isinstance(together, tuple) else map(store.get, run.keys)


def _evenly(new: Sequence[Assignment]) -> Iterator[Sequence[Assignment]]:
    for first in range(0, len(new), _TOWNSHIPS):
        yield new[first : first + _TOWNSHIPS]


def _sharing() -> Callable[[Published], Published]:
    """What came of townships, with one copy of each outcome: there are a few, time and again."""
    seen: dict[tuple[str, Assessment], tuple[str, Assessment]] = {}

    def shared(brief: Brief) -> Brief:
        return brief._replace(outcomes=tuple([seen.setdefault(one, one) for one in brief.outcomes]))

    return lambda one: one._replace(
        briefs={report: shared(brief) for report, brief in one.briefs.items()}
    )


def _assignments(
    townships: Mapping[str, tuple[Placed, ...]], orders: Mapping[str, tuple[str, Order]]
) -> Iterator[Assignment]:
    """What is to be published of each township, in the order of their ids."""
    sketches = (one.sketch for members in townships.values() for one in members)
    ordered = sorted(sketches, key=lambda sketch: sketch.report.id)
    around = surroundings(Survey(tuple(ordered), given={}))
    for township, members in sorted(townships.items()):
        files = [one.report.source.file for one in members]
        own = {file: orders[file] for file in files}
        yield Assignment(township, members, own, around[township])
