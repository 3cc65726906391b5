"""The fourth step: townships → tables of rows about their reports, written, and deflated."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import NamedTuple
from zlib import ZLIB_RUNTIME_VERSION

from generator.export import Facts, Member, Part, RowsAbout, WrittenPart, parts_of, write_part
from generator.export.written import Write, deflated
from generator.model import Report
from generator.pickled import pickled_as_call
from generator.progress import Progress
from generator.stages.planned import Came, PlanPublisher, Product
from generator.stages.whole import Finished
from generator.staging import left
from generator.store import key_of
from generator.survey import Survey
from generator.workers import Workers


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
    def shown(self) -> Mapping[str, str]:
        """The keys of its townships, by their ids."""
        return {source.township: source.key for source in self.sources}

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
class PublishedPart(Product):
    """What came of one plan; the files of each table in both flavours, in order."""

    members: Mapping[str, tuple[Kept, Kept]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartPublisher(PlanPublisher[PartPlan, PublishedPart]):
    """Writes parts of the data folder, with the rows of townships that were published."""

    @property
    def basis(self) -> object:
        """What deflates."""
        return ZLIB_RUNTIME_VERSION

    def carried_out(self, plan: PartPlan) -> PublishedPart:
        """The tables of a part, written, and what they are deflated to, kept."""
        stage, key = self.publisher.stage, self.key(plan)
        paths: list[str] = []
        with ExitStack() as opened:

            def writing(path: str) -> Write:
                paths.append(f"data/{path}")
                return opened.enter_context(stage.open(paths[-1])).write

            written = write_part(plan.part, self._rows(plan), writing)
        for member in written.files:
            self.publisher.reader.store.put(_part(key, member.facts), member.deflated())
        members = {
            table: (Kept(one.facts, one.crc), Kept(other.facts, other.crc))
            for table, (one, other) in written.members.items()
        }
        return PublishedPart(left(map(stage.settled, paths)), members=members)

    def _rows(self, plan: PartPlan) -> Iterator[RowsAbout]:
        """The rows about each report; those of one township at a time are in memory."""
        for _, key, reports in plan.sources:
            rows = self.publisher.rows(key, plan.part.tables)
            yield from (rows[report] for report in reports)

    def written(self, part: Part, came: Came[PublishedPart]) -> WrittenPart:
        """A part with what the archive takes of it."""
        return WrittenPart(
            part,
            {
                table: (self._member(came.key, one), self._member(came.key, other))
                for table, (one, other) in came.made.members.items()
            },
        )

    def _member(self, key: str, kept: Kept) -> Member:
        return Member(kept.facts, kept.crc, partial(self._deflated, key, kept.facts))

    def _deflated(self, key: str, facts: Facts) -> bytes:
        """What a file is deflated to, as it is kept, else made again from the file itself."""
        found = self.publisher.reader.store.get(_part(key, facts))
        if isinstance(found, bytes):
            return found
        return deflated(self.publisher.stage.place(f"data/{facts.path}").read_bytes())


def _part(key: str, facts: Facts) -> str:
    """Under which key it is kept what a file of a part is deflated to."""
    return key_of("deflated", key, facts.path)


class PublishedParts(NamedTuple):
    """All parts as written, what came of them, and the keys of what they are deflated to."""

    written: tuple[WrittenPart, ...]
    came: tuple[Came[PublishedPart], ...]
    deflated: tuple[str, ...]


def publish_parts(
    survey: Survey,
    townships: Mapping[str, Finished],
    publisher: PartPublisher,
    workers: Workers,
    progress: Progress,
) -> PublishedParts:
    """Write all tables of rows about reports."""
    parts = tuple(parts_of(survey))
    found = publisher.results((_plan(part, townships) for part in parts), townships, workers)
    came = tuple(progress(found, "writing data", len(parts)))
    written = tuple(map(publisher.written, parts, came))
    kept = (
        _part(one.key, member.facts)
        for one, part in zip(came, written, strict=True)
        for member in part.files
    )
    return PublishedParts(written, came, tuple(kept))


def _plan(part: Part, townships: Mapping[str, Finished]) -> PartPlan:
    sources: list[Source] = []
    rows: list[str] = []
    for township, reports in groupby(part.reports, key=_township):
        _, key, outline = townships[township]
        sources.append(Source(township, key, tuple(report.id for report in reports)))
        rows.append(outline.rows[part.tables[0]])
    digest = key_of(part.tables, part.name, [source.reports for source in sources], rows)
    return PartPlan(part._replace(reports=()), tuple(sources), digest)


def _township(report: Report) -> str:
    return report.township
