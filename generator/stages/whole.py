"""The first two steps for a whole corpus, and between them what takes the whole corpus."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from generator.alike import PairPages
from generator.around import surroundings
from generator.corpus import Corpus, Order
from generator.corpus.replies import renamed
from generator.export import Rows
from generator.judging import Card, Placed, Sheets, named, placed, prose_of
from generator.links import Links
from generator.model import Assessment, Dossier, FileRecord, Reply
from generator.progress import Progress
from generator.stages.batches import batches
from generator.stages.publishing import Assignment, Published, Publisher, rows_keys
from generator.stages.reading import Reader
from generator.survey import Survey
from generator.workers import Workers

_FILES = 16  # in a batch
_TOWNSHIPS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """A record of every file, and what is to be published of each township by what was read.

    The replies stand under the present ids of the reports; `keys` are those of all that was kept.
    """

    records: tuple[FileRecord, ...]
    assignments: tuple[Assignment, ...]
    replies: tuple[Reply, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """Every township with what came of it, in the batches in which they were published."""

    batches: tuple[tuple[list[Assignment], tuple[Published, ...]], ...]

    @property
    def published(self) -> Iterator[Published]:
        """What came of each township, in the order of their ids."""
        return chain.from_iterable(published for _, published in self.batches)

    @property
    def links(self) -> Iterator[Links]:
        """The pages of all townships that search engines may know."""
        return (link for one in self.published for link in one.links)

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The reports with what comparisons need, sorted by their ids."""
        found = chain.from_iterable(one.dossiers for one in self.published)
        return tuple(sorted(found, key=lambda dossier: dossier.report.id))

    @property
    def digests(self) -> Iterator[tuple[str, str]]:
        """The ids of the townships, each with a checksum of what is shown of it elsewhere."""
        for assignments, published in self.batches:
            for one, came in zip(assignments, published, strict=True):
                yield one.township, came.digest

    @property
    def pairs(self) -> Iterator[tuple[str, PairPages]]:
        """The ids of the townships, each with the pages of its pairs of alike reports."""
        for assignments, _ in self.batches:
            yield from ((one.township, one.around.pairs) for one in assignments)

    @property
    def keys(self) -> Iterator[str]:
        """The keys of all that was kept."""
        for _, published in self.batches:
            yield published[0].rows
            yield from rows_keys(published[0].rows)

    def rows(self, publisher: Publisher, table: str, reports: Sequence[str]) -> Iterator[Rows]:
        """The rows of a table about some reports; those of one batch at a time are in memory."""
        held, rows = -1, dict[str, Rows]()
        for report in reports:
            if self._places[report] != held:
                held = self._places[report]
                rows = dict(publisher.rows(*self.batches[held], table))
            yield rows[report]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """In which batch each report was published."""
        return {
            dossier.report.id: place
            for place, (_, published) in enumerate(self.batches)
            for one in published
            for dossier in one.dossiers
        }


def read_all(corpus: Corpus, reader: Reader, workers: Workers, progress: Progress) -> Known:
    """Read every file, give every report its ids, and set it beside the others."""
    opened = [order for order in map(corpus.order, corpus.files) if order]
    runs = list(batches(opened, lambda order: order.entry.file, _FILES))
    results = workers.map(reader, runs, reader.known)
    found = progress(chain.from_iterable(results), "reading files", len(opened))
    read = dict(zip((order.entry.file for order in opened), found, strict=True))
    records = {file: one.card.record for file, one in read.items()}
    cards = (
        read[file].card
        if file in read
        else Card(corpus.record_of_unopened(file, records.__getitem__))
        for file in corpus.files
    )
    known = named(cards, corpus.register)
    orders = {order.entry.file: (read[order.entry.file].key, order) for order in opened}
    replies = renamed(corpus.replies, known.reports)
    sheet = _sheets(orders, reader)
    townships = placed(known.reports, replies, prose_of(known, sheet))
    kept = (reader.batch_key([read[order.entry.file].key for order in run]) for run in runs)
    keys = (*kept, *(key for key, _ in orders.values()))
    return Known(known.records, tuple(_assignments(townships, orders)), replies, keys)


def _sheets(orders: Mapping[str, tuple[str, Order]], reader: Reader) -> Sheets:
    return lambda file: reader.sheet(*orders[file])


def publish_all(
    assignments: Sequence[Assignment], publisher: Publisher, workers: Workers, progress: Progress
) -> Done:
    """Publish every township."""
    runs = list(batches(assignments, lambda one: one.township, _TOWNSHIPS))
    results = workers.map(publisher, runs, publisher.known)
    published = map(_sharing({}), chain.from_iterable(results))
    found = iter(progress(published, "publishing townships", len(assignments)))
    return Done(tuple((run, tuple(next(found) for _ in run)) for run in runs))


def _sharing(seen: dict[Assessment, Assessment]) -> Callable[[Published], Published]:
    """What came of townships, with one copy of each outcome: there are a few, time and again."""

    def shared(dossier: Dossier) -> Dossier:
        once = {rule: seen.setdefault(one, one) for rule, one in dossier.assessments.items()}
        return replace(dossier, assessments=once)

    return lambda one: replace(one, dossiers=tuple(map(shared, one.dossiers)))


def _assignments(
    townships: Mapping[str, tuple[Placed, ...]], orders: Mapping[str, tuple[str, Order]]
) -> Iterator[Assignment]:
    """What is to be published of each township, in the order of their ids."""
    sketches = (
        Dossier(one.report, (), {}, overlaps=one.company.overlaps)
        for members in townships.values()
        for one in members
    )
    ordered = sorted(sketches, key=lambda sketch: sketch.report.id)
    around = surroundings(Survey(tuple(ordered)))
    for township, members in sorted(townships.items()):
        files = [one.report.source.file for one in members]
        own = {file: orders[file] for file in files}
        yield Assignment(township, members, own, around[township])
