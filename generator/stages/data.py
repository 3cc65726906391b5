"""The fourth step: townships → tables, most of them with rows about reports, written and deflated.

A table is made of pieces, so that of one in which a report is new a few rows are made and deflated
again, and all others are taken as they were deflated.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby
from typing import NamedTuple
from zlib import ZLIB_RUNTIME_VERSION

from generator.export import (
    FILES,
    OTHERS,
    GrowingPart,
    Part,
    PartPiece,
    Written,
    WrittenPart,
    parts_of,
)
from generator.export.written import Write, deflated
from generator.model import Report
from generator.pickled import pickled_as_call
from generator.progress import Progress
from generator.stages.pieces import PlannedPiece, TownshipReports, Volumes, of_fields, of_townships
from generator.stages.pipeline import PublishedTownship
from generator.stages.planned import PlanPublisher, Product
from generator.staging import FileStates, states_of
from generator.store import Store, key_of
from generator.survey import Survey
from generator.workers import Workers


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part of the data folder that is to be written, without the reports: its rows are those of
    its pieces in order. `digest` is a checksum of all rows."""

    part: Part
    pieces: tuple[PlannedPiece, ...]
    digest: str

    @property
    def shown(self) -> Mapping[str, str]:
        """The keys of its townships, by their ids."""
        return dict(chain.from_iterable(piece.shown.items() for piece in self.pieces))

    @property
    def label(self) -> str:
        """What messages call it."""
        return " ".join(f"data/{self.part.stem(table)}.csv" for table in self.part.tables)


class KeptTable(NamedTuple):
    """A written file, and the keys of the volumes in which it is kept what it is deflated to."""

    written: Written
    volumes: tuple[str, ...]


@pickled_as_call
@dataclass(frozen=True, slots=True)
class PublishedPart(Product):
    """The result of one plan; the files of each table in both flavours, in order."""

    members: Mapping[str, tuple[KeptTable, ...]] = field(default_factory=dict)

    @property
    def volumes(self) -> Iterator[str]:
        """The keys of all volumes."""
        for table in chain.from_iterable(self.members.values()):
            yield from table.volumes


@dataclass(frozen=True, slots=True)
class PartPublisher(PlanPublisher[PartPlan, PublishedPart]):
    """Writes parts of the data folder, with the rows of townships that were published."""

    @property
    def product(self) -> type[PublishedPart]:
        """The tables of a plan."""
        return PublishedPart

    @property
    def basis(self) -> object:
        """What deflates."""
        return ZLIB_RUNTIME_VERSION

    @property
    def _store(self) -> Store:
        return self.publisher.reader.store

    def carried_out(self, plans: Sequence[PartPlan]) -> Iterator[PublishedPart]:
        """The tables of each part, written, and what they are deflated to, kept."""
        return map(self._written, plans)

    def _written(self, plan: PartPlan) -> PublishedPart:
        stage, key = self.publisher.stage, self.key(plan)
        volumes: dict[str, Volumes] = {}
        with ExitStack() as opened:

            def writing(path: str) -> Write:
                return opened.enter_context(stage.open(f"data/{path}")).write

            def keeping(path: str) -> Write:
                volumes[path] = Volumes(self._store, key, path)
                return volumes[path].add

            growing = GrowingPart(plan.part, writing, keeping)
            for piece in plan.pieces:
                self._add(growing, piece)
            done = growing.done()
        kept = {path: one.done() for path, one in volumes.items()}
        members = {
            table: tuple(KeptTable(one, kept[one.facts.path]) for one in both)
            for table, both in done.items()
        }
        files = states_of(stage.settled(f"data/{path}") for path in kept)
        return PublishedPart(files, members=members)

    def _add(self, growing: GrowingPart, piece: PlannedPiece) -> None:
        """Write a piece as it is kept, else from the rows of its townships."""
        kept = self._store.get(piece.key, PartPiece)
        if kept:
            growing.paste(kept)
        else:
            self._store.put(piece.key, growing.add(piece.rows(self.publisher)))

    def written(self, part: Part, made: PublishedPart) -> WrittenPart:
        """A part with what the archive takes of it."""
        return WrittenPart(
            part,
            {
                table: tuple(one.written.member(partial(self._deflated, one)) for one in both)
                for table, both in made.members.items()
            },
        )

    def _deflated(self, kept: KeptTable) -> Iterable[bytes]:
        """What a file is deflated to, as it is kept, else made again from the file itself."""
        volumes = [self._store.get(key, bytes) for key in kept.volumes]
        found = [one for one in volumes if one is not None]
        if len(found) == len(volumes):
            return found
        with self.publisher.stage.place(f"data/{kept.written.facts.path}").open("rb") as file:
            return list(deflated(file, kept.written.ends))


class PublishedParts(NamedTuple):
    """All tables as written, the keys of the results, and those of all that was kept."""

    written: tuple[WrittenPart, ...]
    files: tuple[FileStates, ...]
    results: tuple[str, ...]
    keys: tuple[str, ...]


def publish_parts(
    survey: Survey,
    townships: Mapping[str, PublishedTownship],
    publisher: PartPublisher,
    workers: Workers,
    progress: Progress,
) -> PublishedParts:
    """Write all tables."""
    parts = (*parts_of(survey), *(Part((table,), ()) for table in OTHERS))
    kept: list[str] = []

    def plans() -> Iterator[PartPlan]:
        for part in parts:
            plan = _plan(part, _pieces(part, survey, townships))
            kept.extend(piece.key for piece in plan.pieces)
            yield plan

    found = publisher.results(([plan] for plan in plans()), townships, workers)
    keys, products = zip(*progress(found, "writing data", len(parts)), strict=True)
    kept.extend(keys)
    kept.extend(chain.from_iterable(one.volumes for one in products))
    written = tuple(map(publisher.written, parts, products))
    return PublishedParts(written, tuple(one.files for one in products), keys, tuple(kept))


def _plan(part: Part, planned: Iterable[PlannedPiece]) -> PartPlan:
    pieces = tuple(planned)
    digest = key_of(part.tables, part.name, [piece.key for piece in pieces])
    return PartPlan(part._replace(reports=()), pieces, digest)


def _pieces(
    part: Part, survey: Survey, townships: Mapping[str, PublishedTownship]
) -> Iterator[PlannedPiece]:
    (table, *_) = part.tables
    if table in OTHERS:
        return of_fields(table, FILES[table].fields(survey))
    sources = (
        TownshipReports(township, townships[township].key, tuple(report.id for report in reports))
        for township, reports in groupby(part.reports, key=_township)
    )
    return of_townships(part, sources, townships)


def _township(report: Report) -> str:
    return report.township
