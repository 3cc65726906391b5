"""The fourth step: townships → tables of rows about their reports, written, and deflated."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import NamedTuple
from zlib import ZLIB_RUNTIME_VERSION

from generator.export import Facts, Member, Part, RowsAbout, WrittenPart, parts_of, write_part
from generator.export.written import Write, deflated
from generator.model import Report
from generator.pickled import pickled_as_call
from generator.program import program_key
from generator.progress import Progress
from generator.stages.publishing import LostError, Publisher
from generator.stages.whole import Finished
from generator.stages.written import stands
from generator.store import key_of
from generator.survey import Survey
from generator.workers import Workers
from generator.writer import Staged


class Source(NamedTuple):
    """A township, under which key it is kept what came of it, and the ids of some reports of it."""

    township: str
    key: str
    reports: tuple[str, ...]


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part of the data folder that is to be written, without the reports, of whose rows the
    sources are given in order. `digest` is a checksum of all rows."""

    part: Part
    sources: tuple[Source, ...]
    digest: str

    @property
    def label(self) -> str:
        """What messages call it."""
        return " ".join(f"data/{self.part.stem(table)}.csv" for table in self.part.tables)


class Kept(NamedTuple):
    """What is kept of a written file; what it is deflated to is kept apart."""

    facts: Facts
    crc: int


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PublishedPart:
    """What came of one plan; the files of each table in both flavours, in order."""

    files: tuple[Staged, ...]
    members: Mapping[str, tuple[Kept, Kept]]
    reused: bool = False


@dataclass(frozen=True, slots=True)
class PartPublisher:
    """Writes parts of the data folder, with the rows of townships that were published."""

    publisher: Publisher

    def __call__(self, plans: Sequence[PartPlan]) -> tuple[PublishedPart, ...] | None:
        """Write some parts; None when something was lost that they are made from."""
        try:
            return tuple(map(self._published, plans))
        except LostError:
            return None

    def known(self, plans: Sequence[PartPlan]) -> tuple[PublishedPart, ...] | None:
        """What an earlier build wrote of these parts, and still stands."""
        found = [self.publisher.reader.store.get(plan.digest) for plan in plans]
        kept = [replace(one, reused=True) for one in found if isinstance(one, PublishedPart)]
        if len(kept) < len(found) or not all(stands(self.publisher.stage, one) for one in kept):
            return None
        return tuple(kept)

    def _published(self, plan: PartPlan) -> PublishedPart:
        store, stage = self.publisher.reader.store, self.publisher.stage
        paths: list[str] = []
        with ExitStack() as opened:

            def writing(path: str) -> Write:
                paths.append(f"data/{path}")
                return opened.enter_context(stage.open(paths[-1])).write

            written = write_part(plan.part, self._rows(plan), writing)
        files = tuple(map(stage.settled, paths))
        for member in written.files:
            store.put(_deflated(plan.digest, member.facts.path), member.deflated())
        members = {
            table: (Kept(one.facts, one.crc), Kept(other.facts, other.crc))
            for table, (one, other) in written.members.items()
        }
        published = PublishedPart(files, members)
        store.put(plan.digest, published)
        return published

    def _rows(self, plan: PartPlan) -> Iterator[RowsAbout]:
        """The rows about each report; those of one township at a time are in memory."""
        for _, key, reports in plan.sources:
            rows = self.publisher.rows(key, plan.part.tables)
            yield from (rows[report] for report in reports)

    def written(self, part: Part, digest: str, published: PublishedPart) -> WrittenPart:
        """A part with what the archive takes of it."""
        return WrittenPart(
            part,
            {
                table: (self._member(digest, one), self._member(digest, other))
                for table, (one, other) in published.members.items()
            },
        )

    def _member(self, digest: str, kept: Kept) -> Member:
        return Member(kept.facts, kept.crc, partial(self._deflated, digest, kept.facts.path))

    def _deflated(self, digest: str, path: str) -> bytes:
        """What a file is deflated to, as it is kept, else made again from the file itself."""
        found = self.publisher.reader.store.get(_deflated(digest, path))
        if isinstance(found, bytes):
            return found
        return deflated(self.publisher.stage.place(f"data/{path}").read_bytes())


def _deflated(digest: str, path: str) -> str:
    """Under which key it is kept what a file of a part is deflated to."""
    return key_of("deflated", digest, path)


class PublishedParts(NamedTuple):
    """All parts as written, what came of them, and the keys under which it is kept."""

    written: tuple[WrittenPart, ...]
    published: tuple[PublishedPart, ...]
    keys: tuple[str, ...]

    @property
    def files(self) -> Iterator[tuple[Sequence[Staged], bool]]:
        """The files of each part, and whether they are those of an earlier build."""
        return ((one.files, one.reused) for one in self.published)


def publish_parts(
    survey: Survey,
    townships: Mapping[str, Finished],
    publisher: PartPublisher,
    workers: Workers,
    progress: Progress,
) -> PublishedParts:
    """Write all tables of rows about reports."""
    whole = tuple(parts_of(survey))
    plans = [_plan(part, townships) for part in whole]
    found = workers.map(publisher, [[plan] for plan in plans], publisher.known)
    published: list[PublishedPart] = []
    for plan, made in zip(plans, progress(found, "writing data", len(plans)), strict=True):
        if made is None:
            for source in plan.sources:
                assignment = townships[source.township].assignment
                publisher.publisher.restore(source.key, assignment)
        published += made or publisher([plan]) or ()
    written = tuple(
        publisher.written(part, plan.digest, one)
        for part, plan, one in zip(whole, plans, published, strict=True)
    )
    names = (
        _deflated(plan.digest, member.facts.path)
        for plan, one in zip(plans, written, strict=True)
        for member in one.files
    )
    return PublishedParts(written, tuple(published), (*(plan.digest for plan in plans), *names))


def _plan(part: Part, townships: Mapping[str, Finished]) -> PartPlan:
    sources: list[Source] = []
    rows: list[str] = []
    for township, reports in groupby(part.reports, key=_township):
        _, key, published, _ = townships[township]
        sources.append(Source(township, key, tuple(report.id for report in reports)))
        rows.append(published.rows[part.tables[0]])
    ids = [source.reports for source in sources]
    digest = key_of("part", program_key(), ZLIB_RUNTIME_VERSION, part.tables, part.name, ids, rows)
    return PartPlan(part._replace(reports=()), tuple(sources), digest)


def _township(report: Report) -> str:
    return report.township
